package intake_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/nip"
	"kinerja/store/intake"
)

const quarter = model.Period(202623)

// clinicKnown is a snapshot with two people, each with a plan of three
// indicators for 2026.
func clinicKnown() (*known, []model.Plan) {
	k := newKnown()
	in := model.Instrument{ID: "in-bidan", Code: "BIDAN", Version: 1}
	for _, code := range []string{"IDL", "K4", "BUMIL"} {
		g := model.Gauge{Code: code, Name: model.Text{ID: code}, Target: model.Int(90), Weight: model.Int(30), Low: model.Some(0), High: model.Some(model.Int(100))}
		if code == "BUMIL" {
			g.High = model.Some(model.Int(5000))
		}
		in.Indicators = append(in.Indicators, model.Indicator{ID: model.ElementID("el-" + code), Gauge: g})
	}
	k.instruments = []model.Instrument{in}
	for _, who := range [][2]string{{ayu, "Ayu Kusuma"}, {head, "Sari Wulandari"}} {
		id := k.hire(who[0], who[1], "Bidan")
		for _, p := range k.posts {
			if p.Employee == id {
				k.plans = append(k.plans, model.PlanFrom(in, p, 2026))
			}
		}
	}
	return k, k.plans
}

// shown is what a card holds, as it would be typed.
func shown(c model.Card) string {
	var list []string
	for _, e := range c.Entries {
		s := strings.TrimPrefix(string(e.Measure), "el-") + "=" + e.Actual.String()
		if e.Num.Present() {
			s += "(" + e.Num.String() + "/" + e.Den.String() + ")"
		}
		if e.Note != "" {
			s += " " + e.Note
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}

func TestCards(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		opt           intake.Options
		want          string // Ayu's card
		n             int    // new values
	}{
		{name: "long", content: "nip;periode;kode;realisasi;catatan\n" +
			ayu + ";2026-Q3;IDL;94,5;lengkap\n" + ayu + ";TW III 2026;k4;47/52;\n" + ayu + ";2026-Q3;BUMIL;-;\n",
			want: "IDL=94.5 lengkap, K4=90.3846(47/52)", n: 2},
		{name: "numerator and denominator", content: "nip,periode,kode,realisasi,pembilang,penyebut\n" +
			ayu + ",2026-Q3,IDL,,47,52\n" + ayu + ",2026-Q3,K4,50.00,1,2\n",
			want: "IDL=90.3846(47/52), K4=50(1/2)", n: 2},
		{name: "wide", content: "Laporan triwulan\n\nNo;NIP;Nama;Periode;IDL (%);K 4;Bumil;Lain\n" +
			"1;" + ayu + ";Ayu;Q3 2026;94,5 %;47/52;1.200;x\n2;" + head + ";Sari;Q3 2026;80,25;;1.234,5;x\n",
			want: "IDL=94.5, K4=90.3846(47/52), BUMIL=1200", n: 5},
		{name: "mapped", content: "nip,periode,Imunisasi\n" + ayu + ",2026-Q3,94.5\n",
			opt: intake.Options{Map: map[string]string{"imunisasi": "IDL"}}, want: "IDL=94.5", n: 1},
		{name: "decimal told", content: "nip;periode;BUMIL\n" + ayu + ";2026-Q3;1.234\n",
			opt: intake.Options{Decimal: model.DecimalComma}, want: "BUMIL=1234", n: 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k, plans := clinicKnown()
			tt.opt.Today = today
			path := file(t, "a.csv", tt.content)
			p := read(t, path, intake.Cards, k, tt.opt)
			counts(t, p, tt.n, 0, 0, 0)
			k.put(t, p.Records)
			card := k.cards[model.CardOf(plans[0].ID, quarter)]
			if shown(card) != tt.want || card.Employee != plans[0].Employee || card.Period != quarter || card.Instrument != "in-bidan" {
				t.Errorf("card %q of %+v, want %q", shown(card), card, tt.want)
			}
			again := read(t, path, intake.Cards, k, tt.opt)
			if counts(t, again, 0, 0, tt.n, 0); tt.name != "long" && len(again.Records) != 0 {
				t.Errorf("again: %v", again.Records)
			}
		})
	}
}

func TestCardsChange(t *testing.T) {
	k, plans := clinicKnown()
	const names = "nip;periode;IDL;K4\n"
	k.put(t, read(t, file(t, "a.csv", names+ayu+";2026-Q3;94,5;47/52\n"), intake.Cards, k, k.options()).Records)
	p := read(t, file(t, "a.csv", names+ayu+";2026-Q3;;48/52\n"), intake.Cards, k, k.options())
	counts(t, p, 0, 1, 0, 0)
	if want := []intake.Change{{Row: 2, Name: "Ayu Kusuma", Field: "K4", Before: "47/52", After: "48/52"}}; !slices.Equal(p.Changes, want) {
		t.Errorf("changes %+v, want %+v", p.Changes, want)
	}
	k.put(t, p.Records)
	if got, want := shown(k.cards[model.CardOf(plans[0].ID, quarter)]), "IDL=94.5, K4=92.3077(48/52)"; got != want {
		t.Errorf("card %q, want %q", got, want)
	}
	p = read(t, file(t, "a.csv", names+ayu+";2026-Q3;140,5;\n"), intake.Cards, k, k.options())
	if len(p.Warnings) != 1 || p.Warnings[0].Code != intake.WarnRange || p.Warnings[0].Accepted != "0 … 100" {
		t.Errorf("warnings %+v, want the plausible range", p.Warnings)
	}

	// What was shared cannot change; what stays as it is does no harm.
	k.states[plans[0].ID] = model.Shared
	p = read(t, file(t, "a.csv", names+ayu+";2026-Q3;94,5;48/52\n"), intake.Cards, k, k.options())
	counts(t, p, 0, 0, 2, 0)
	p = read(t, file(t, "a.csv", names+ayu+";2026-Q3;95,5;48/52\n"+head+";2026-Q3;80,0;\n"), intake.Cards, k, k.options())
	counts(t, p, 1, 0, 0, 1)
	checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: "IDL", Value: "95,5", Err: model.ErrLocked}})
}

func TestCardsRefused(t *testing.T) {
	for _, tt := range []struct {
		name, row string
		column    string
		err       error
		accepted  string
	}{
		{name: "unknown code", row: ayu + ";2026-Q3;XYZ;1;;", column: "kode", err: model.ErrNotFound, accepted: "IDL, K4, BUMIL"},
		{name: "no code", row: ayu + ";2026-Q3;;1;;", column: "kode", err: model.ErrMissing},
		{name: "unknown person", row: "198703142012041003;2026-Q3;IDL;1;;", column: "nip", err: model.ErrNotFound},
		{name: "ruined NIP", row: "1,97E+17;2026-Q3;IDL;1;;", column: "nip", err: nip.ErrSheet},
		{name: "no NIP", row: ";2026-Q3;IDL;1;;", column: "nip", err: model.ErrMissing},
		{name: "no period", row: ayu + ";;IDL;1;;", column: "periode", err: model.ErrMissing},
		{name: "bad period", row: ayu + ";Q5 2026;IDL;1;;", column: "periode", err: model.ErrBadPeriod, accepted: "2026-Q3, TW III 2026, 2026-07, 2026-S1, 2026"},
		{name: "no plan", row: ayu + ";2025-Q3;IDL;1;;", column: "nip", err: model.ErrNoPlan},
		{name: "no number", row: ayu + ";2026-Q3;IDL;banyak;;", column: "realisasi", err: model.ErrBadNumber},
		{name: "five decimals", row: ayu + ";2026-Q3;IDL;1,23456;;", column: "realisasi", err: model.ErrNumberDigits},
		{name: "nothing to divide by", row: ayu + ";2026-Q3;IDL;4/0;;", column: "realisasi", err: model.ErrZero},
		{name: "half a fraction", row: ayu + ";2026-Q3;IDL;;4;", column: "penyebut", err: model.ErrMissing},
		{name: "contradiction", row: ayu + ";2026-Q3;IDL;94,5;1;2", column: "realisasi", err: misread.ErrDisagree, accepted: "50.00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k, _ := clinicKnown()
			p := read(t, file(t, "a.csv", "nip;periode;kode;realisasi;pembilang;penyebut\n"+tt.row+"\n"), intake.Cards, k, k.options())
			checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: tt.column, Err: tt.err, Accepted: tt.accepted}})
			if len(p.Records) > 0 {
				t.Errorf("a refused row proposes %v", p.Records)
			}
		})
	}
	k, _ := clinicKnown()
	p := read(t, file(t, "a.csv", "nip;periode;kode;realisasi\n"+ayu+";2026-Q3;IDL;1\n"+ayu+";2026-Q3;K4;2\n"+ayu+";TW III 2026;idl;3\n"), intake.Cards, k, k.options())
	counts(t, p, 1, 0, 0, 2)
	checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: "nip", Err: misread.ErrTwice}, {Row: 4, Column: "nip", Err: misread.ErrTwice}})
}

// Two plans in one period: the row must say which.
func TestCardsTwoPlans(t *testing.T) {
	k, plans := clinicKnown()
	second := model.Post{ID: "post-2", Employee: plans[0].Employee, Unit: school, Position: "Plt. Kepala", From: 20260701, Acting: true}
	k.posts[second.ID] = second
	k.plans = append(k.plans, model.PlanFrom(k.instruments[0], second, 2026))
	p := read(t, file(t, "a.csv", "nip;periode;IDL\n"+ayu+";2026-Q3;90\n"+ayu+";2026-Q1;91\n"), intake.Cards, k, k.options())
	counts(t, p, 1, 0, 0, 1)
	if len(p.Refused) != 1 || !errors.Is(p.Refused[0].Err, model.ErrSeveral) || !strings.Contains(p.Refused[0].Accepted, "Plt. Kepala") {
		t.Errorf("refused %+v", p.Refused)
	}
	p = read(t, file(t, "a.csv", "nip;periode;IDL;skp\n"+ayu+";2026-Q3;90;"+string(k.plans[2].ID)+"\n"), intake.Cards, k, k.options())
	counts(t, p, 1, 0, 0, 0)
	if c, ok := p.Records[0].(model.Card); !ok || c.Post != "post-2" {
		t.Errorf("record %+v, want the card of post-2", p.Records)
	}
}

func TestCardsDecimal(t *testing.T) {
	for _, tt := range []struct {
		name  string
		cells []string // of one column
		want  []string // examples of the error; none: it can be read
		value string
	}{
		{name: "ambiguous", cells: []string{"1.234", "2.000"}, want: []string{"1.234", "2.000"}},
		{name: "a comma decides", cells: []string{"1.234", "2,5"}, value: "1234"},
		{name: "a point decides", cells: []string{"1.234", "2.5"}, value: "1.234"},
		{name: "thousands decide", cells: []string{"1.234", "1.234.567"}, value: "1234"},
		{name: "in two minds", cells: []string{"1.234", "2,5", "2.5"}, want: []string{"1.234"}},
		{name: "both, but clear", cells: []string{"12.5", "2,5"}, value: "12.5"},
		{name: "whole", cells: []string{"12", "n/a"}, value: "12"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k, plans := clinicKnown()
			b := strings.Builder{}
			b.WriteString("nip;periode;BUMIL\n")
			for i, c := range tt.cells {
				fmt.Fprintf(&b, "%s;2026-%02d;%s\n", ayu, i+1, c)
			}
			p, err := intake.Read(context.Background(), file(t, "a.csv", b.String()), intake.Cards, k, k.options())
			if tt.want != nil {
				var e *misread.DecimalError
				if !errors.As(err, &e) || len(e.Columns) != 1 || e.Columns[0].Name != "BUMIL" || !slices.Equal(e.Columns[0].Examples, tt.want) {
					t.Errorf("err = %v, want examples %q", err, tt.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			k.put(t, p.Records)
			if got := shown(k.cards[model.CardOf(plans[0].ID, 202601)]); got != "BUMIL="+tt.value {
				t.Errorf("read as %s, want %s", got, tt.value)
			}
		})
	}
}

// Numbers of a workbook are what they show: per cent as per cent, a date where a
// fraction was typed refused, long decimals rounded and said so.
func TestCardsWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"NIP", "Periode", "IDL", "K4", "BUMIL"},
		{ayu, "2026-Q3", 0.945, 100.0 / 3, 1.234},
		{head, "2026-Q3", 94.5, 46117, "1,5"},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
	if err != nil {
		t.Fatal(err)
	}
	day, err := f.NewStyle(&excelize.Style{CustomNumFmt: new("d-mmm")})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.SetCellStyle("Sheet1", "C2", "C2", percent), f.SetCellStyle("Sheet1", "D3", "D3", day)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	k, plans := clinicKnown()
	p := read(t, path, intake.Cards, k, k.options())
	counts(t, p, 3, 0, 0, 1)
	checkRefused(t, p.Refused, []intake.Refusal{{Row: 3, Column: "K4", Err: misread.ErrDateCell}})
	k.put(t, p.Records)
	if got, want := shown(k.cards[model.CardOf(plans[0].ID, quarter)]), "IDL=94.5, K4=33.3333, BUMIL=1.234"; got != want {
		t.Errorf("card %q, want %q", got, want)
	}
	if len(p.Warnings) != 1 || p.Warnings[0].Code != intake.WarnRounded || p.Warnings[0].Column != "K4" {
		t.Errorf("warnings %+v, want K4 rounded", p.Warnings)
	}
	out := intake.RefusedPath(path)
	if err := p.WriteRefused(out, "alasan", func(intake.Refusal) string { return "tanggal" }); err != nil {
		t.Fatal(err)
	}
	p = read(t, out, intake.Cards, k, k.options())
	checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: "K4", Value: "2026-04-05", Err: model.ErrBadNumber}})
}

func TestCardsHeader(t *testing.T) {
	k, _ := clinicKnown()
	_, err := intake.Read(context.Background(), file(t, "a.csv", "nip;periode;nama\n"+ayu+";2026-Q3;Ayu\n"), intake.Cards, k, k.options())
	var e *misread.TableError
	if !errors.As(err, &e) || !errors.Is(err, misread.ErrHeader) || !slices.Equal(e.Accepted, []string{"nip", "periode", "kode", "realisasi", "BUMIL", "IDL", "K4"}) {
		t.Errorf("err = %v (%+v)", err, e)
	}
}
