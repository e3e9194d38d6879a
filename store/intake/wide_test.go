package intake_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/store/intake"
)

// The same results, one a row and one column for each indicator, come to the
// same cards: new, changed, fractions, blanks, and what is refused beside them.
func TestWideAndLongAreTheSame(t *testing.T) {
	values := map[string][3]string{ // of IDL, K4, BUMIL
		ayu:  {"94,5", "47/52", "1.200"},
		head: {"-", "80,25", ""},
	}
	codes := [3]string{"IDL", "K4", "BUMIL"}
	var long, wide strings.Builder
	long.WriteString("nip;periode;kode;realisasi\n")
	wide.WriteString("nip;periode;idl;k 4;Bumil\n")
	for _, number := range []string{ayu, head} {
		for _, period := range []string{"2026-Q3", "TW II 2026"} {
			v := values[number]
			fmt.Fprintf(&wide, "%s;%s;%s\n", number, period, strings.Join(v[:], ";"))
			for i, code := range codes {
				fmt.Fprintf(&long, "%s;%s;%s;%s\n", number, period, code, v[i])
			}
		}
	}
	cards := map[string]map[model.CardID]model.Card{}
	for name, content := range map[string]string{"long": long.String(), "wide": wide.String()} {
		k, plans := clinicKnown()
		held := model.CardFor(plans[0], k.instruments[0], quarter).With(model.Entry{Measure: "el-IDL", Actual: model.Some(model.Int(90)), Note: "lama"})
		k.cards[held.ID] = held
		opt := k.options()
		opt.Decimal = model.DecimalComma
		p := read(t, file(t, "a.csv", content), intake.Cards, k, opt)
		counts(t, p, 7, 1, 0, 0)
		k.put(t, p.Records)
		cards[name] = k.cards
	}
	if len(cards["long"]) != 4 || !reflect.DeepEqual(cards["long"], cards["wide"]) {
		t.Errorf("long %+v\nwide %+v", cards["long"], cards["wide"])
	}
}

// A plan may measure what no instrument has: its code is a column too, for this
// year and for a year that the rows name. Columns that nobody knows are listed.
func TestWideOwnMeasures(t *testing.T) {
	for _, year := range []int{2026, 2024} {
		k, plans := clinicKnown()
		own := plans[0]
		own.Year, own.ID = year, model.PlanOf(own.Post, year)
		own.Measures = append(slices.Clone(own.Measures), model.Measure{ID: "own", Gauge: model.Gauge{Code: "POS-Y", Name: model.Text{ID: "Posyandu"}, Target: model.Int(12), Weight: model.Int(10)}})
		k.plans = append(k.plans[:0], own)
		p := read(t, file(t, "a.csv", fmt.Sprintf("nip;periode;IDL;pos y;XYZ\n%s;%d-Q3;94,5;8;1\n", ayu, year)), intake.Cards, k, k.options())
		counts(t, p, 2, 0, 0, 0)
		var ignored []string
		for _, u := range p.Columns {
			if u.Field == "" {
				ignored = append(ignored, u.Column)
			}
		}
		if !slices.Equal(ignored, []string{"XYZ"}) {
			t.Errorf("%d: ignored columns %q", year, ignored)
		}
		if card, ok := p.Records[0].(model.Card); !ok || card.Entry("own").Actual.String() != "8" {
			t.Errorf("%d: record %+v", year, p.Records[0])
		}
		// What a person leaves out stays left out.
		opt := k.options()
		opt.Map = map[string]string{"pos y": "-"}
		counts(t, read(t, file(t, "a.csv", fmt.Sprintf("nip;periode;IDL;pos y\n%s;%d-Q3;94,5;8\n", ayu, year)), intake.Cards, k, opt), 1, 0, 0, 0)
	}
	k, _ := clinicKnown()
	p := read(t, file(t, "a.csv", "nip;periode;IDL\n"+ayu+";2026-Q3;-\n"+head+";2026-Q3;\n"), intake.Cards, k, k.options())
	if counts(t, p, 0, 0, 0, 0); len(p.Records) > 0 || p.Rows != 2 {
		t.Errorf("blanks propose %v of %d rows", p.Records, p.Rows)
	}
}

// Whatever stands in a wide table: it is refused or taken, never half; and what
// was taken is no news the second time.
func FuzzWideCards(f *testing.F) {
	for _, seed := range []string{
		"94,5;47/52;1.200", "-;n/a;–", "1/0;x;", "1.234;1,234;12.5", "=1+1;'5;86 %", "\"a\nb\";;", "9999999999999999;1;-3", ";;\n" + ayu + ";2026-Q3;1;2;3",
		"1;2;3\n" + head + ";TW III 2026;47 / 52;1;\n;;;;", "\x00;\xff;1",
	} {
		f.Add("IDL;K4;BUMIL", seed)
	}
	f.Add("idl;K 4;idl", "1;2;3")
	f.Add("kode;realisasi;IDL", "IDL;1;2")
	f.Add("skp;IDL (%);periode", "x;1;2")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, names, cells string) {
		k, _ := clinicKnown()
		path := filepath.Join(dir, "a.csv")
		if err := os.WriteFile(path, []byte("nip;periode;"+names+"\n"+ayu+";2026-Q3;"+cells+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := intake.Read(context.Background(), path, intake.Cards, k, k.options())
		if err != nil {
			return
		}
		refused := map[int]bool{}
		for _, r := range p.Refused {
			refused[r.Row] = true
		}
		for _, a := range p.Added {
			if refused[a.Row] {
				t.Errorf("row %d is new and refused", a.Row)
			}
		}
		for _, r := range p.Records {
			card, ok := r.(model.Card)
			if !ok {
				t.Fatalf("record %T", r)
			}
			if !card.HasValues() {
				t.Errorf("a card without values: %+v", card)
			}
		}
		k.put(t, p.Records)
		again, err := intake.Read(context.Background(), path, intake.Cards, k, k.options())
		if err != nil {
			t.Fatalf("the second time: %v", err)
		}
		if again.New+again.Changed+len(again.Records) > 0 || again.Same != p.New+p.Changed+p.Same {
			t.Errorf("the second time new %d, changed %d, same %d; first %d, %d, %d", again.New, again.Changed, again.Same, p.New, p.Changed, p.Same)
		}
	})
}

// A sheet is written with plain numbers. Read back as it is, it takes no
// fraction apart; another number does, and so does another fraction.
func TestWidePlainNumbersKeepFractions(t *testing.T) {
	for _, tt := range []struct {
		cell    string
		changed int
		num     string
	}{{"90,3846", 0, "47"}, {"47/52", 0, "47"}, {"90,38", 1, "-"}, {"94/104", 1, "94"}} {
		k, plans := clinicKnown()
		e := model.Entry{Measure: "el-IDL"}
		var err error
		if e.Actual, e.Num, e.Den, err = model.ParseEntry("47/52", model.DecimalComma); err != nil {
			t.Fatal(err)
		}
		held := model.CardFor(plans[0], k.instruments[0], quarter).With(e)
		k.cards[held.ID] = held
		opt := k.options()
		opt.Decimal = model.DecimalComma
		p := read(t, file(t, "a.csv", "nip;periode;IDL\n"+ayu+";2026-Q3;"+tt.cell+"\n"), intake.Cards, k, opt)
		k.put(t, p.Records)
		if got := k.cards[held.ID].Entry("el-IDL").Num.String(); len(p.Records) != tt.changed || got != tt.num {
			t.Errorf("%s: %d cards changed, numerator %s; want %d, %s", tt.cell, len(p.Records), got, tt.changed, tt.num)
		}
	}
}
