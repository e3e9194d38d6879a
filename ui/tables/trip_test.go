package tables_test

import (
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/store"
	"kinerja/store/intake"
	"kinerja/store/storetest"
	"kinerja/ui/export"
	"kinerja/ui/tables"
)

// district is a file with people, their plans, and results of some.
func district(t *testing.T) (*store.Store, *store.Desk) {
	t.Helper()
	s, _ := storetest.District(t, 40)
	return s, storetest.Owner(s)
}

// written are the three tables of what is agreed, as they are exported.
func written(t *testing.T, d *store.Desk) map[string]export.Table {
	t.Helper()
	units, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	list, err := d.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	plans, err := d.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	roster, err := d.Roster(store.RosterQuery{Gone: true})
	if err != nil {
		t.Fatal(err)
	}
	people := export.People{}
	for i := range roster.Len() {
		row := roster.Row(i)
		people[row.Employee] = row
	}
	byID := map[model.InstrumentID]model.Instrument{}
	for _, in := range list {
		byID[in.ID] = in
	}
	return map[string]export.Table{
		intake.Units:       export.Units(units, slices.Collect(maps.Values(units)), people),
		intake.Instruments: export.Instruments(list),
		intake.Plans:       export.Plans(people, byID, plans),
	}
}

// ways are the files that a table is written to, and read from.
var ways = map[string]func(export.Table, io.Writer) error{
	"excel.csv": func(t export.Table, w io.Writer) error { return export.CSV(w, t, false) },
	"plain.csv": func(t export.Table, w io.Writer) error { return export.CSV(w, t, true) },
	"book.xlsx": func(t export.Table, w io.Writer) error { return export.XLSX(w, t) },
}

func options(d *store.Desk) intake.Options {
	return intake.Options{Today: 20261005, NewID: store.NewID, By: d.Actor().Employee}
}

func read(t *testing.T, d *store.Desk, kind, path string) *intake.Proposal {
	t.Helper()
	p, err := intake.Read(context.Background(), path, kind, tables.By(d, nil), options(d))
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	return p
}

// What was exported is read back without a difference, and into an empty file it
// brings the same again.
func TestExportedIsReadBack(t *testing.T) {
	_, d := district(t)
	for kind, table := range written(t, d) {
		for name, write := range ways {
			path := filepath.Join(t.TempDir(), kind+"-"+name)
			if err := export.WriteFile(path, false, func(w io.Writer) error { return write(table, w) }); err != nil {
				t.Fatal(err)
			}
			p := read(t, d, kind, path)
			if p.Same == 0 || p.New+p.Changed+len(p.Refused)+len(p.Records) > 0 {
				t.Errorf("%s %s: new %d, changed %v, same %d, refused %+v", kind, name, p.New, p.Changes, p.Same, p.Refused)
			}
		}
	}
}

// A whole office goes into another file by its exported tables.
func TestExportedIntoAnotherFile(t *testing.T) {
	_, from := district(t)
	to := storetest.Owner(storetest.Open(t))
	all := written(t, from)
	roster, err := from.People()
	if err != nil {
		t.Fatal(err)
	}
	units, err := from.Units()
	if err != nil {
		t.Fatal(err)
	}
	byID := map[model.EmployeeID]model.Employee{}
	for _, p := range roster {
		byID[p.Employee.ID] = p.Employee
	}
	var profiles []model.Profile
	for _, p := range roster {
		profile := model.Profile{Employee: p.Employee, Posts: p.Posts}
		if post, ok := model.MainPost(p.Posts, 20261005, 20261005); ok {
			profile.Evaluator = byID[post.Evaluator]
		}
		profiles = append(profiles, profile)
	}
	all[intake.Staff] = export.Staff(units, 20261005, listing.All(profiles))
	for _, kind := range []string{intake.Units, intake.Staff, intake.Instruments, intake.Plans, intake.Units} {
		path := filepath.Join(t.TempDir(), kind+".csv")
		if err := export.WriteFile(path, false, func(w io.Writer) error { return export.CSV(w, all[kind], false) }); err != nil {
			t.Fatal(err)
		}
		p := read(t, to, kind, path)
		for _, r := range p.Refused {
			if r.Column == "skp" && errors.Is(r.Err, model.ErrNotFound) {
				continue // who changed posts: another file knows these plans by other identities
			}
			t.Errorf("%s row %d, %s %q: %v", kind, r.Row, r.Column, r.Value, r.Err)
		}
		if _, err := to.Apply(context.Background(), model.VerbImport, slices.Values(p.Records), nil); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
	}
	for _, kind := range []string{intake.Units, intake.Instruments} {
		want, got := text(t, all[kind]), text(t, written(t, to)[kind])
		if want != got {
			t.Errorf("%s came out otherwise:\n%s\nwant\n%s", kind, got, want)
		}
	}
	want, got := measured(t, from), measured(t, to)
	if len(got) < 35 {
		t.Errorf("%d people have plans", len(got))
	}
	for number, gauges := range got {
		if !slices.Equal(gauges, want[number]) {
			t.Errorf("plan of %s:\n%+v\nwant\n%+v", number, gauges, want[number])
		}
	}
}

// measured is what the plan of everybody who has one for 2026 measures.
func measured(t *testing.T, d *store.Desk) map[model.NIP][]model.Gauge {
	t.Helper()
	plans, err := d.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	people, err := d.People()
	if err != nil {
		t.Fatal(err)
	}
	all := map[model.NIP][]model.Gauge{}
	for _, p := range people {
		for _, plan := range plans {
			if plan.Employee != p.Employee.ID {
				continue
			}
			for _, m := range plan.Measures {
				all[p.Employee.Number] = append(all[p.Employee.Number], m.Gauge)
			}
		}
	}
	return all
}

// text is a table without its identities.
func text(t *testing.T, table export.Table) string {
	t.Helper()
	var b strings.Builder
	if err := export.CSV(&b, table, true); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// snapshot is all that the three tables can change.
func snapshot(t *testing.T, d *store.Desk) [4]any {
	t.Helper()
	units, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	list, err := d.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	plans, err := d.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	next, err := d.Plans(2027, "")
	if err != nil {
		t.Fatal(err)
	}
	return [4]any{units, list, plans, next}
}

// Edited in a spreadsheet and read back: what was edited is proposed and nothing
// else; it is one change, which one undo takes back and one redo brings again.
func TestEditedTablesAreOneChange(t *testing.T) {
	for _, tt := range []struct{ kind, content string }{
		{intake.Units, "kode;nama;induk\nPUSTU-9;Puskesmas Pembantu Baru;KEC-9\nKEC-9;Kecamatan Baru;\n"},
		{intake.Instruments, "instrumen;versi;kode;indikator;satuan;arah;target;bobot\nBIDAN;;IDL;;;;92,5;\nSANIT;;AIR;Sarana air diperiksa;%;naik;90;100\n"},
	} {
		_, d := district(t)
		before := snapshot(t, d)
		p := read(t, d, tt.kind, table(t, tt.content))
		if p.New != 2 || len(p.Refused) > 0 {
			t.Errorf("%s: new %d, refused %+v", tt.kind, p.New, p.Refused)
		}
		applied(t, d, p, before)
	}
}

// applied writes a proposal, takes it back and writes it again.
func applied(t *testing.T, d *store.Desk, p *intake.Proposal, before [4]any) {
	t.Helper()
	if _, err := d.Apply(context.Background(), model.VerbImport, slices.Values(p.Records), nil); err != nil {
		t.Fatal(err)
	}
	after := snapshot(t, d)
	if reflect.DeepEqual(before, after) {
		t.Errorf("%s changed nothing", p.Kind)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := snapshot(t, d); !reflect.DeepEqual(got, before) {
		t.Errorf("%s: after undo something is left", p.Kind)
	}
	if _, err := d.Redo(); err != nil {
		t.Fatal(err)
	}
	if got := snapshot(t, d); !reflect.DeepEqual(got, after) {
		t.Errorf("%s: redo brings something else", p.Kind)
	}
}

// Plans of a year that has none yet, then own targets for them: each one change.
// Where results are entered after the table was read, nothing is written.
func TestPlansAreOneChange(t *testing.T) {
	_, d := district(t)
	plans, err := d.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	number := map[model.EmployeeID]string{}
	people, err := d.People()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		number[p.Employee.ID] = string(p.Employee.Number)
	}
	one := number[plans[0].Employee]
	for _, content := range []string{
		"nip;tahun;instrumen\n" + one + ";2027;KEPSEK\n" + number[plans[9].Employee] + ";2027;UMUM\n",
		"nip;tahun;kode;indikator;satuan;target;bobot\n" + one + ";2027;OWN;Tugas tambahan;kali;12;10\n",
	} {
		before := snapshot(t, d)
		p := read(t, d, intake.Plans, table(t, content))
		if len(p.Refused) > 0 || len(p.Records) == 0 {
			t.Fatalf("refused %+v", p.Refused)
		}
		applied(t, d, p, before)
	}
	late := read(t, d, intake.Plans, table(t, "nip;tahun;kode;target\n"+one+";2027;OWN;13\n"))
	next, err := d.Plans(2027, "")
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(next, func(p model.Plan) bool { return p.Employee == plans[0].Employee })
	m, _ := next[i].Measure("OWN")
	quarter := model.Period(202721)
	if _, err := d.Enter(next[i].ID, quarter, []model.Entry{{Measure: m.ID, Actual: model.Some(model.Int(3))}}, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Apply(context.Background(), model.VerbImport, slices.Values(late.Records), nil); !errors.Is(err, model.ErrChanged) {
		t.Errorf("a plan with results was changed: %v", err)
	}
	again := read(t, d, intake.Plans, table(t, "nip;tahun;kode;target\n"+one+";2027;OWN;13\n"))
	if len(again.Refused) != 1 || !errors.Is(again.Refused[0].Err, model.ErrEntered) {
		t.Errorf("refused %+v, want that results were entered", again.Refused)
	}

	// A value that was taken out again binds nobody; its card follows the plan.
	if _, err := d.Enter(next[i].ID, quarter, []model.Entry{{Measure: m.ID}}, ""); err != nil {
		t.Fatal(err)
	}
	other := read(t, d, intake.Plans, table(t, "nip;tahun;instrumen\n"+one+";2027;UMUM\n"))
	if _, err := d.Apply(context.Background(), model.VerbImport, slices.Values(other.Records), nil); err != nil {
		t.Fatal(err)
	}
	plan, err := d.Plan(next[i].ID)
	if err != nil {
		t.Fatal(err)
	}
	if card, err := d.Card(plan.ID, quarter); err != nil || card.Instrument != plan.Instrument || plan.Instrument == next[i].Instrument {
		t.Errorf("card of %s, plan of %s: %v", card.Instrument, plan.Instrument, err)
	}
}

// table writes a table into a folder of its own.
func table(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
