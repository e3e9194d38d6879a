package intake_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
	"kinerja/model/catalogue"
	"kinerja/model/misread"
	"kinerja/store/intake"
)

// instrument finds a version of an instrument in the snapshot.
func (k *known) instrument(t *testing.T, code string, version int) model.Instrument {
	t.Helper()
	for _, in := range k.instruments {
		if in.Code == code && in.Version == version {
			return in
		}
	}
	t.Fatalf("no instrument %s version %d", code, version)
	return model.Instrument{}
}

const instrumentNames = "instrumen;versi;jabatan;kode;indikator;satuan;arah;target;bobot\n"

func TestInstruments(t *testing.T) {
	k := newKnown()
	path := file(t, "a.csv", "Daftar indikator\n\n"+
		"Instrument;Version;Position;Code;Indicator;Aspect;Unit;Direction;Target;Target atas;Batas;Cap;Weight;Agregasi;Wajar min;Wajar maks;Sumber;Terverifikasi\n"+
		"SANIT;;Sanitarian | Tenaga Sanitasi;AIR;Sarana air minum diperiksa;mutu;%;higher;90,5;;;100;40 %;rasio;0;100;PMK 2/2023;ya\n"+
		"GIZI;1;Nutrisionis;DACIN;Balita ditimbang;;%;Naik;80;;;;100;;;;;\n"+
		"sanit;;sanitarian|tenaga sanitasi;SUHU;Suhu ruang;Kualitas;°C;range;18;24;;;35;rata-rata;-5;60;;\n"+
		"SANIT;–;;KLB;Kejadian luar biasa;quantity;kasus;nihil;0;;3;;20;total;;;;belum\n")
	p := read(t, path, intake.Instruments, k, k.options())
	counts(t, p, 2, 0, 0, 0)
	if p.HeaderRow != 3 || p.Rows != 4 || len(p.Added) != 2 || p.Added[0] != (intake.Line{Row: 4, Name: "SANIT", Number: "SANIT v1", Detail: "3 · Σ 95"}) {
		t.Errorf("header %d, rows %d, added %+v", p.HeaderRow, p.Rows, p.Added)
	}
	if len(p.Warnings) != 1 || p.Warnings[0].Code != intake.WarnWeights || p.Warnings[0].Value != "95" || p.Warnings[0].Row != 4 {
		t.Errorf("warnings %+v, want the weights of SANIT", p.Warnings)
	}
	k.put(t, p.Records)
	in := k.instrument(t, "SANIT", 1)
	if in.Name.ID != "SANIT" || !slices.Equal(in.Positions, []string{"Sanitarian", "Tenaga Sanitasi"}) || in.Frozen || len(in.Indicators) != 3 {
		t.Fatalf("instrument %+v", in)
	}
	amount := func(s string) model.Amount { return model.Some(model.MustNumber(s)) }
	for i, want := range []model.Gauge{
		{Code: "AIR", Name: model.Text{ID: "Sarana air minum diperiksa"}, Unit: "%", Aspect: model.Quality, Target: model.MustNumber("90.5"),
			Cap: amount("100"), Low: amount("0"), High: amount("100"), Weight: model.Int(40), Aggregate: model.Ratio, Source: "PMK 2/2023"},
		{Code: "SUHU", Name: model.Text{ID: "Suhu ruang"}, Unit: "°C", Aspect: model.Quality, Direction: model.Range, Target: model.Int(18),
			TargetHigh: amount("24"), Low: amount("-5"), High: amount("60"), Weight: model.Int(35), Unverified: true},
		{Code: "KLB", Name: model.Text{ID: "Kejadian luar biasa"}, Unit: "kasus", Direction: model.Zero, Limit: amount("3"),
			Weight: model.Int(20), Aggregate: model.Sum, Unverified: true},
	} {
		if got := in.Indicators[i]; got.Gauge != want || got.ID == "" {
			t.Errorf("indicator %d:\ngot  %+v\nwant %+v", i, got.Gauge, want)
		}
	}
	again := read(t, path, intake.Instruments, k, k.options())
	if counts(t, again, 0, 0, 2, 0); len(again.Records) != 0 {
		t.Errorf("the same table again proposes %v", again.Records)
	}
}

// frozenKnown holds BIDAN version 1, which a plan uses.
func frozenKnown() *known {
	k := newKnown()
	g := func(code, weight string) model.Indicator {
		return model.Indicator{ID: model.ElementID("el-" + code), Gauge: model.Gauge{
			Code: code, Name: model.Text{ID: code}, Unit: "%", Target: model.Int(90), Weight: model.MustNumber(weight), High: model.Some(model.Int(100)), Unverified: true}}
	}
	k.instruments = []model.Instrument{{ID: "in-1", Code: "BIDAN", Version: 1, Name: model.Text{ID: "Bidan"}, Positions: []string{"Bidan"},
		Indicators: []model.Indicator{g("IDL", "60"), g("K4", "40")}, Frozen: true}}
	return k
}

// A version in use does not change: named, its rows are refused; unnamed, they
// become the next.
func TestInstrumentsFrozen(t *testing.T) {
	const same, other = ";Bidan;K4;K4;%;naik;90;40\nBIDAN;@;;idl;;;;;\n", ";Bidan;K4;Kunjungan K4;%;naik;95,5;40\nBIDAN;@;;IDL;;;;;\n"
	rows := func(version, format string) string {
		return instrumentNames + strings.ReplaceAll("bidan;@"+format, "@", version)
	}
	k := frozenKnown()
	for _, version := range []string{"1", "v1", ""} {
		p := read(t, file(t, "a.csv", rows(version, same)), intake.Instruments, k, k.options())
		if counts(t, p, 0, 0, 1, 0); len(p.Records) != 0 {
			t.Errorf("version %q, sorted otherwise, proposes %v", version, p.Records)
		}
	}
	p := read(t, file(t, "a.csv", rows("1", other)), intake.Instruments, k, k.options())
	counts(t, p, 0, 0, 0, 2)
	checkRefused(t, p.Refused, []intake.Refusal{
		{Row: 2, Column: "versi", Value: "1", Err: model.ErrFrozen, Accepted: "2"}, {Row: 3, Column: "versi", Err: model.ErrFrozen, Accepted: "2"}})

	p = read(t, file(t, "a.csv", rows("", other)), intake.Instruments, k, k.options())
	counts(t, p, 1, 0, 0, 0)
	if len(p.Warnings) != 1 || p.Warnings[0].Code != intake.WarnVersion || p.Warnings[0].Accepted != "2" {
		t.Errorf("warnings %+v, want the next version", p.Warnings)
	}
	want := []intake.Change{{Row: 2, Name: "BIDAN v2", Field: "K4 indikator", Before: "K4", After: "Kunjungan K4"}, {Row: 2, Name: "BIDAN v2", Field: "K4 target", Before: "90", After: "95.5"}}
	if !slices.Equal(p.Changes, want) {
		t.Errorf("changes %+v, want %+v", p.Changes, want)
	}
	k.put(t, p.Records)
	v2 := k.instrument(t, "BIDAN", 2)
	if v2.ID == "in-1" || v2.Frozen || v2.Indicators[0].ID != "el-IDL" || v2.Indicators[1].ID != "el-K4" || v2.Indicators[1].Gauge.High != model.Some(model.Int(100)) {
		t.Errorf("version 2 %+v", v2)
	}
	counts(t, read(t, file(t, "a.csv", rows("", other)), intake.Instruments, k, k.options()), 0, 0, 1, 0)

	// Version 2 is in nobody's use: it is corrected, and an indicator without a row leaves it.
	p = read(t, file(t, "a.csv", instrumentNames+"BIDAN;;;K4;;;;90;\nBIDAN;2;;IDL;;;;;\n"), intake.Instruments, k, k.options())
	checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: "versi", Err: model.ErrMissing}, {Row: 3, Column: "instrumen", Err: misread.ErrRowRefused}})
	p = read(t, file(t, "a.csv", instrumentNames+"BIDAN;;;K4;;;;90;100\n"), intake.Instruments, k, k.options())
	counts(t, p, 0, 1, 0, 0)
	k.put(t, p.Records)
	if in := k.instrument(t, "BIDAN", 2); in.ID != v2.ID || len(in.Indicators) != 1 {
		t.Errorf("version 2 %+v", in)
	}
	if !slices.Contains(p.Changes, intake.Change{Row: 2, Name: "BIDAN v2", Field: "IDL", Before: "IDL"}) {
		t.Errorf("changes %+v do not say that IDL leaves", p.Changes)
	}
}

// A ready instrument is the same in every file: as it stands it is put in with
// its own identity, otherwise it is followed by the next version.
func TestInstrumentsReady(t *testing.T) {
	ready := catalogue.All()[6]
	row := func(g model.Gauge, target model.Number) string {
		return fmt.Sprintf("%s;;;%s;;;;%s;\n", ready.Code, g.Code, strings.ReplaceAll(target.String(), ".", ","))
	}
	var same, other strings.Builder
	for i, ind := range ready.Indicators {
		same.WriteString(row(ind.Gauge, ind.Gauge.Target))
		other.WriteString(row(ind.Gauge, ind.Gauge.Target+model.Int(int64(i))))
	}
	k := newKnown()
	p := read(t, file(t, "a.csv", instrumentNames+same.String()), intake.Instruments, k, k.options())
	counts(t, p, 1, 0, 0, 0)
	if in, ok := p.Records[0].(model.Instrument); !ok || in.ID != ready.ID || in.Version != 1 {
		t.Errorf("record %+v, want the ready one", p.Records[0])
	}
	p = read(t, file(t, "a.csv", instrumentNames+other.String()), intake.Instruments, k, k.options())
	counts(t, p, 1, 0, 0, 0)
	if in, ok := p.Records[0].(model.Instrument); !ok || in.ID == ready.ID || in.Version != 2 || in.Indicators[0].ID != ready.Indicators[0].ID {
		t.Errorf("record %+v, want version 2", p.Records[0])
	}
}

func TestInstrumentsRefused(t *testing.T) {
	good := "X;;;A;a;%;naik;1;50\n"
	for _, tt := range []struct {
		name, rows string
		want       []intake.Refusal
	}{
		{"word", good + "X;;;B;b;%;miring;1;50\n", []intake.Refusal{{Row: 2, Column: "instrumen", Err: misread.ErrRowRefused},
			{Row: 3, Column: "arah", Value: "miring", Err: model.ErrWord, Accepted: "naik, turun, rentang, nol, gain"}}},
		{"nothing told", "X;;;B;;;;;\n", []intake.Refusal{{Row: 2, Column: "indikator", Err: model.ErrMissing}, {Row: 2, Column: "target", Err: model.ErrMissing},
			{Row: 2, Column: "bobot", Err: model.ErrMissing}, {Row: 2, Column: "satuan", Err: model.ErrMissing}, {Row: 2, Column: "arah", Err: model.ErrMissing}}},
		{"twice", good + "x;;;a;a;%;naik;1;50\n", []intake.Refusal{{Row: 2, Column: "kode", Err: misread.ErrTwice}, {Row: 3, Column: "kode", Err: misread.ErrTwice}}},
		{"range without an end", "X;;;A;a;%;rentang;1;50\n", []intake.Refusal{{Row: 2, Column: "target_atas", Err: model.ErrMissing}}},
		{"negative", "X;;;A;a;%;naik;-1;50\n", []intake.Refusal{{Row: 2, Column: "target", Err: model.ErrNegative}}},
		{"weighs nothing", "X;;;A;a;%;naik;1;0\nX;;;B;b;%;naik;1;0\n", []intake.Refusal{{Row: 2, Column: "bobot", Err: model.ErrZero}, {Row: 3, Column: "instrumen", Err: misread.ErrRowRefused}}},
		{"no instrument", ";;;A;a;%;naik;1;50\n", []intake.Refusal{{Row: 2, Column: "instrumen", Err: model.ErrMissing}}},
		{"version", "X;dua;;A;a;%;naik;1;50\n", []intake.Refusal{{Row: 2, Column: "versi", Value: "dua", Err: model.ErrBadNumber}}},
		{"positions disagree", "X;;Bidan;A;a;%;naik;1;50\nX;;Perawat;B;b;%;naik;1;50\n", []intake.Refusal{
			{Row: 2, Column: "instrumen", Err: misread.ErrRowRefused}, {Row: 3, Column: "jabatan", Value: "Perawat", Err: misread.ErrDisagree, Accepted: "Bidan"}}},
		// The row without its instrument may be the one that seems to be left out.
		{"stray row", "BIDAN;;;IDL;;;;91;\n;;;K4;;;;91;\n", []intake.Refusal{{Row: 2, Column: "instrumen", Err: misread.ErrRowRefused}, {Row: 3, Column: "instrumen", Err: model.ErrMissing}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := frozenKnown()
			p := read(t, file(t, "a.csv", instrumentNames+tt.rows), intake.Instruments, k, k.options())
			checkRefused(t, p.Refused, tt.want)
			if len(p.Records) > 0 || len(p.Warnings) > 0 {
				t.Errorf("refused rows propose %v, warn %v", p.Records, p.Warnings)
			}
		})
	}
}

// Per cent cells of a workbook are per cent.
func TestInstrumentsWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"Instrumen", "Versi", "Kode", "Indikator", "Satuan", "Arah", "Target", "Bobot"},
		{"X", 3, "A", "a", "%", "naik", 94.5, 0.6}, {"X", 3, "B", "b", "hari", "turun", 3, 0.4},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	if err == nil {
		err = f.SetCellStyle("Sheet1", "H2", "H3", percent)
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err == nil {
		err = f.SaveAs(path)
	}
	if err != nil {
		t.Fatal(err)
	}
	k := newKnown()
	p := read(t, path, intake.Instruments, k, k.options())
	counts(t, p, 1, 0, 0, 0)
	k.put(t, p.Records)
	if in := k.instrument(t, "X", 3); in.Weights() != model.Int(100) || in.Indicators[0].Gauge.Target != model.MustNumber("94.5") || in.Indicators[1].Gauge.Direction != model.Lower {
		t.Errorf("instrument %+v", in)
	}
}
