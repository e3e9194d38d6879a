package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/survey"
	"kinerja/store/intake"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

const today = model.Date(2026_10_05)

// office is two people of one unit, one with a result in two plans.
type office struct {
	units    model.Units
	in       model.Instrument
	profiles []model.Profile
	list     []model.Standing
}

func newOffice() office {
	o := office{units: model.Units{
		"u1": {ID: "u1", Code: "PKM-01", Name: "Puskesmas Tanjung Raya"},
		"u2": {ID: "u2", Code: "PKM-02", Name: "Puskesmas Kembar"},
		"u3": {ID: "u3", Code: "PKM-03", Name: "Puskesmas Kembar"},
	}}
	gauge := func(code string, d model.Direction, target string) model.Indicator {
		return model.Indicator{ID: model.ElementID(code), Gauge: model.Gauge{Code: code, Name: model.Text{ID: "Cakupan " + code}, Unit: "%",
			Direction: d, Target: model.MustNumber(target), Weight: model.Int(50)}}
	}
	o.in = model.Instrument{ID: "BIDAN", Code: "BIDAN", Version: 1, Indicators: []model.Indicator{gauge("IDL", model.Higher, "90"), gauge("TUNGGU", model.Lower, "60")}}
	sari := model.Employee{ID: "sari", Number: "197503121999032002", Before: "dr.", Name: "Sari Wulandari", After: "M.K.M.", Grade: "IV/a"}
	rina := model.Employee{ID: "rina", Number: "198705152010012003", Name: "Rina Hartati", After: "A.Md.Keb.", Grade: "III/b"}
	head := model.Post{ID: "p1", Employee: "sari", Unit: "u1", Position: "Kepala Puskesmas", Kind: model.PostSupervisor, From: 2020_01_01}
	midwife := model.Post{ID: "p2", Employee: "rina", Unit: "u1", Position: "Bidan Terampil", Kind: model.PostFunctional, Level: "Terampil", Evaluator: "sari", From: 2019_03_01}
	acting := model.Post{ID: "p3", Employee: "rina", Unit: "u2", Position: "Bidan Koordinator", Acting: true, Evaluator: "sari", From: 2026_07_01}
	o.profiles = []model.Profile{
		{Employee: rina, Posts: []model.Post{acting, midwife}, Evaluator: sari},
		{Employee: sari, Posts: []model.Post{head}},
	}
	period, _ := model.ParsePeriod("2026-Q3")
	for i, post := range []model.Post{midwife, acting} {
		plan := model.PlanFrom(o.in, post, 2026)
		card := model.CardFor(plan, o.in, period)
		if i == 0 {
			card = card.With(model.Entry{Measure: "IDL", Actual: model.Some(90_3846), Num: model.Some(model.Int(47)), Den: model.Some(model.Int(52)), Note: "=cek buku KIA"})
		}
		o.list = append(o.list, model.Standing{Employee: "rina", Period: period, Plan: plan, Card: card})
	}
	return o
}

func (o office) people() export.People {
	return export.People{
		"rina": {Employee: "rina", Name: "Rina Hartati, A.Md.Keb.", Number: "198705152010012003", Position: "Bidan Terampil", Unit: "u1"},
		"sari": {Employee: "sari", Name: "dr. Sari Wulandari, M.K.M.", Number: "197503121999032002", Position: "Kepala Puskesmas", Unit: "u1"},
	}
}

// The office is what intake knows, so that a written table can be read back.
func (o office) Units() (model.Units, error)              { return o.units, nil }
func (o office) Surveys() ([]survey.Survey, error)        { return nil, nil }
func (o office) Instruments() ([]model.Instrument, error) { return []model.Instrument{o.in}, nil }
func (o office) People() iter.Seq2[intake.Person, error] {
	var list []intake.Person
	for _, p := range o.profiles {
		list = append(list, intake.Person{Employee: p.Employee, Posts: p.Posts})
	}
	return listing.All(list)
}

func (o office) Plans(int) iter.Seq2[model.Plan, error] {
	var list []model.Plan
	for _, s := range o.list {
		list = append(list, s.Plan)
	}
	return listing.All(list)
}

func (o office) Standings(model.Period) iter.Seq2[model.Standing, error] { return listing.All(o.list) }

func texts(t *testing.T) *lang.Texts {
	t.Helper()
	text, err := lang.Read("id")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// What is written is read back without a difference, from every kind of file
// that reading takes.
func TestWrittenTablesAreReadBack(t *testing.T) {
	o := newOffice()
	for kind, table := range map[string]export.Table{
		"staff": export.Staff(o.units, today, listing.All(o.profiles)),
		"cards": export.Cards(texts(t), o.people(), listing.All(o.list)),
	} {
		for name, write := range map[string]func(io.Writer) error{
			"excel.csv": func(w io.Writer) error { return export.CSV(w, table, false) },
			"plain.csv": func(w io.Writer) error { return export.CSV(w, table, true) },
			"book.xlsx": func(w io.Writer) error { return export.XLSX(w, table) },
		} {
			path := filepath.Join(t.TempDir(), kind+"-"+name)
			if err := export.WriteFile(path, false, write); err != nil {
				t.Fatal(err)
			}
			got, err := intake.Read(context.Background(), path, kind, o, intake.Options{Today: today, Unit: "u1", NewID: func() string { return "new" }})
			if err != nil {
				t.Errorf("%s %s: %v", kind, name, err)
				continue
			}
			// Two people; one value, and three blanks that say nothing.
			same := map[string]int{"staff": 2, "cards": 1}[kind]
			if len(got.Records) != 0 || len(got.Refused) != 0 || got.Same != same {
				raw, _ := os.ReadFile(path)
				t.Errorf("%s %s: %d records %+v, refused %+v, %d as they are, want %d\n%s", kind, name, len(got.Records), got.Records, got.Refused, got.Same, same, raw[:min(len(raw), 2000)])
			}
		}
	}
}

func TestStaff(t *testing.T) {
	o := newOffice()
	o.profiles[1].Employee.Left = 2026_06_30
	o.profiles = append(o.profiles, model.Profile{Employee: model.Employee{ID: "x", Number: "NON-0001", Name: "Tanpa Jabatan", Kind: model.NonASN}})
	got := write(t, func(w io.Writer) error {
		return export.CSV(w, export.Staff(o.units, today, listing.All(o.profiles)), true)
	})
	want := `nip,nama,gelar_depan,gelar_belakang,jenis_pegawai,golongan,jabatan,jenis_jabatan,jenjang,unit,nip_penilai,mulai,selesai,status
198705152010012003,Rina Hartati,,A.Md.Keb.,pns,III/b,Bidan Terampil,fungsional,Terampil,Puskesmas Tanjung Raya,197503121999032002,2019-03-01,,aktif
197503121999032002,Sari Wulandari,dr.,M.K.M.,pns,IV/a,Kepala Puskesmas,pengawas,,Puskesmas Tanjung Raya,,2020-01-01,2026-06-30,berhenti
NON-0001,Tanpa Jabatan,,,non_asn,,,,,,,,,aktif
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestCardsShowWhatIsMissing(t *testing.T) {
	o := newOffice()
	got := write(t, func(w io.Writer) error {
		return export.CSV(w, export.Cards(texts(t), o.people(), listing.All(o.list[:1])), true)
	})
	plan := string(o.list[0].Plan.ID)
	want := `nip,nama,periode,kode,indikator,satuan,target,realisasi,pembilang,penyebut,catatan,skp,pretes,postes,maksimum,murid,dikecualikan,gain_dari,observasi
198705152010012003,"Rina Hartati, A.Md.Keb.",2026-Q3,IDL,Cakupan IDL,%,90,90.38,47,52,'=cek buku KIA,` + plan + `,,,,,,,
198705152010012003,"Rina Hartati, A.Md.Keb.",2026-Q3,TUNGGU,Cakupan TUNGGU,%,60,,,,,` + plan + ",,,,,,,\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Before a rating the aid is today's; after it, what it was then.
func TestEvaluations(t *testing.T) {
	o, rs := newOffice(), rules.PermenPANRB6()
	rated := o.list[0]
	rated.Evaluation = model.Evaluation{State: model.Shared, Result: model.Below, Behaviour: model.Meets, Suggested: model.Meets,
		Predicate: model.NeedsImprovement, RuleSet: rs.Ref(), Score: model.Some(95_1200), Share: model.Int(100), Reason: "terlambat melapor"}
	now, err := score.Of(o.list[0].Card, o.list[0].Plan, rs)
	if err != nil {
		t.Fatal(err)
	}
	table := export.Evaluations(texts(t), rules.Only(rs), o.units, o.people(), listing.All([]model.Standing{o.list[0], rated}))
	var rows []map[string]any
	if err := json.Unmarshal([]byte(write(t, func(w io.Writer) error { return export.JSON(w, table, false) })), &rows); err != nil {
		t.Fatal(err)
	}
	if got := rows[0]; got["state"] != "draft" || got["result"] != nil || got["predicate"] != nil || got["share"] != 50.0 || now.Value.String() != "100.43" || got["score"] != 100.43 {
		t.Errorf("not rated: %v, score %v", got, now.Value)
	}
	want := map[string]any{"state": "shared", "result": "below", "behaviour": "meets", "suggested": "meets", "predicate": "needs_improvement",
		"score": 95.12, "share": 100.0, "ruleset": "permenpanrb6@1", "reason": "terlambat melapor", "unit": "Puskesmas Tanjung Raya", "period": "2026-Q3"}
	for field, value := range want {
		if rows[1][field] != value {
			t.Errorf("rated: %s is %v, want %v", field, rows[1][field], value)
		}
	}
	sheet := write(t, func(w io.Writer) error { return export.CSV(w, table, true) })
	if !strings.Contains(sheet, "di bawah ekspektasi,sesuai ekspektasi,terlambat melapor,Butuh perbaikan") {
		t.Errorf("a sheet speaks to people: %s", sheet)
	}
}

// Two units of one name are told apart by their codes.
func TestUnitsOfOneName(t *testing.T) {
	o := newOffice()
	o.profiles[0].Posts = o.profiles[0].Posts[:1]
	got := write(t, func(w io.Writer) error {
		return export.CSV(w, export.Staff(o.units, today, listing.All(o.profiles)), true)
	})
	if !strings.Contains(got, ",PKM-02,") || strings.Contains(got, "Kembar") {
		t.Errorf("got\n%s", got)
	}
}

// All tables have a cell for every column, and names of their own.
func TestTablesAreWhole(t *testing.T) {
	o := newOffice()
	for _, table := range []export.Table{
		export.Staff(o.units, today, listing.All(o.profiles)),
		export.Cards(texts(t), o.people(), listing.All(o.list)),
		export.Evaluations(texts(t), rules.Only(rules.PermenPANRB6()), o.units, o.people(), listing.All(o.list)),
	} {
		var names, fields []string
		for _, c := range table.Columns {
			names, fields = append(names, c.Name), append(fields, c.Field)
		}
		for _, list := range [][]string{names, fields} {
			slices.Sort(list)
			if len(slices.Compact(list)) != len(table.Columns) || list[0] == "" {
				t.Errorf("%s: names %v", table.Sheet, list)
			}
		}
		for row, err := range table.Rows {
			if err != nil || len(row) != len(table.Columns) {
				t.Errorf("%s: %d cells for %d columns, %v", table.Sheet, len(row), len(table.Columns), err)
			}
		}
		if err := export.XLSX(&bytes.Buffer{}, table); err != nil {
			t.Error(err)
		}
	}
}
