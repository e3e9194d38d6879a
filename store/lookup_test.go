package store_test

import (
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/names"
	"kinerja/store/storetest"
)

// directory is one of a few people: name with titles, position, unit.
func directory(t *testing.T, lines ...[3]string) *names.Directory {
	t.Helper()
	tree := model.Units{}
	var list []names.Entry
	for i, l := range lines {
		before, name, after := model.SplitName(l[0])
		id := func(n int) string { return model.EncodeID([16]byte{byte(n), 1}) }
		unit := model.UnitID(id(100 + len(l[2])))
		tree[unit] = model.Unit{ID: unit, Name: l[2]}
		e := model.Employee{ID: model.EmployeeID(id(i)), Name: name, Before: before, After: after, Number: model.NIP("19870314201204100" + string(rune('1'+i)))}
		list = append(list, names.New(e, model.Post{Unit: unit, Position: l[1]}))
	}
	p := names.NewPacker(tree)
	for _, e := range list {
		p.Add(e)
	}
	return names.NewDirectory(p)
}

func TestFindingWhileTyping(t *testing.T) {
	d := directory(t,
		[3]string{"Rina Hartati, A.Md.Keb.", "Bidan Terampil", "Puskesmas Tanjung Raya"},
		[3]string{"Katrina Sari", "Perawat Ahli Pertama", "Puskesmas Simpang Padang"},
		[3]string{"dr. Gilang Ramadhan", "Dokter Ahli Muda", "Puskesmas Tanjung Raya"},
		[3]string{"Dédé Kurnia", "Tenaga Administrasi", "SMP Negeri Rinai"},
	)
	for query, want := range map[string]string{
		"rina":                  "Rina Hartati, A.Md.Keb.|Dédé Kurnia|Katrina Sari", // a name that begins so, then the rest
		"RINA":                  "Rina Hartati, A.Md.Keb.|Dédé Kurnia|Katrina Sari",
		"hartati rina":          "Rina Hartati, A.Md.Keb.",
		"Rina Hartati, A.Md":    "Rina Hartati, A.Md.Keb.",
		"dede":                  "Dédé Kurnia",
		"dr gilang":             "dr. Gilang Ramadhan",
		"tanjung dokter":        "dr. Gilang Ramadhan",
		"tanjung":               "dr. Gilang Ramadhan|Rina Hartati, A.Md.Keb.",
		"simpang padang":        "Katrina Sari",
		"198703142012041003":    "dr. Gilang Ramadhan", // from a scanner
		"19870314 201204 1 003": "dr. Gilang Ramadhan",
		"41 002":                "Katrina Sari",
		"zz":                    "", "": "", " , ": "", "hartati katrina": "", "\t": "", "\n": "",
	} {
		hits, more := d.Find(query, 10)
		var got []string
		for _, i := range hits {
			got = append(got, d.Row(i).Name)
		}
		if strings.Join(got, "|") != want || more {
			t.Errorf("%q finds %q, more %v, want %q", query, got, more, want)
		}
	}
	if hits, more := d.Find("a", 2); len(hits) != 2 || !more {
		t.Errorf("of four, two were asked for: %v, more %v", hits, more)
	}
	if hits, more := d.Find("a", 4); len(hits) != 4 || more {
		t.Errorf("of four, four were asked for: %v, more %v", hits, more)
	}
	for i := range d.Len() {
		if at, ok := d.Of(d.Row(i).Employee); !ok || at != i {
			t.Errorf("%q is found at %d", d.Row(i).Name, at)
		}
	}
	if _, ok := d.Of("nobody"); ok {
		t.Error("somebody is nobody")
	}
}

// What is found is what a list shows, without those who left.
func TestDirectoryShowsWhatListsShow(t *testing.T) {
	s, _ := storetest.District(t, 60)
	desk := storetest.Owner(s)
	roster, err := desk.Roster(store.RosterQuery{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Directory()
	if err != nil {
		t.Fatal(err)
	}
	units, err := desk.Units()
	if err != nil {
		t.Fatal(err)
	}
	if d.Len() != roster.Len() || d.Len() == 0 {
		t.Fatalf("%d people, the list has %d", d.Len(), roster.Len())
	}
	for i := range d.Len() {
		if d.Row(i) != roster.Row(i) || d.Unit(i) != units[roster.Row(i).Unit].Name {
			t.Errorf("%d: %+v in %q, the list has %+v", i, d.Row(i), d.Unit(i), roster.Row(i))
		}
		if hits, _ := d.Find(string(d.Row(i).Number), 5); !slices.Equal(hits, []int{i}) {
			t.Errorf("number %s finds %v, not %d", d.Row(i).Number, hits, i)
		}
	}
}

// A member of staff finds nobody but themselves.
func TestDirectoryAsksMay(t *testing.T) {
	s, _ := storetest.District(t, 40)
	all, err := storetest.Owner(s).Directory()
	if err != nil {
		t.Fatal(err)
	}
	me := all.Row(7).Employee
	other := all.Row(8).Employee
	desk := s.As(model.Actor{ID: string(me), Employee: me, Roles: model.RolesOf(model.RoleStaff)})
	d, err := desk.Directory()
	if err != nil || d.Len() != 1 || d.Row(0).Employee != me {
		t.Errorf("a member of staff finds %d people, %v", d.Len(), err)
	}
	stands, err := desk.LastRated([]model.EmployeeID{me, other})
	if _, seen := stands[other]; seen || err != nil {
		t.Errorf("a member of staff sees another's rating: %v", err)
	}
}

// The newest period with a rating is the one to read out, though newer values
// stand there.
func TestLastRated(t *testing.T) {
	s, _ := storetest.District(t, 40)
	desk := storetest.Owner(s)
	periods, err := desk.Periods()
	if err != nil || len(periods) < 2 {
		t.Fatalf("the sample has periods %v, %v", periods, err)
	}
	newest := periods[len(periods)-1]
	dir, err := desk.Directory()
	if err != nil {
		t.Fatal(err)
	}
	var ids []model.EmployeeID
	for i := range dir.Len() {
		ids = append(ids, dir.Row(i).Employee)
	}
	stands, err := desk.LastRated(ids)
	if err != nil {
		t.Fatal(err)
	}
	rated, unrated := 0, model.Standing{}
	for _, id := range ids {
		p, err := desk.Profile(id)
		if err != nil {
			t.Fatal(err)
		}
		var want model.Period
		for _, r := range p.Results {
			if r.Evaluation.State != model.EvaluationDraft && r.Evaluation.Period.Compare(want) > 0 {
				want = r.Evaluation.Period
			}
		}
		got := stands[id]
		if want.Valid() && (got.Period != want || got.Evaluation.State == model.EvaluationDraft) {
			t.Errorf("%s was rated last in %v, not %v", id, want, got.Period)
		}
		if want.Valid() {
			rated++
		}
		if latest, err := desk.Latest([]model.EmployeeID{id}, newest); err == nil && latest[id].Evaluation.State == model.EvaluationDraft && latest[id].Card.HasValues() {
			unrated = latest[id]
		}
	}
	if rated == 0 || unrated.Employee == "" {
		t.Fatalf("the sample has %d rated; not rated in the newest period: %q", rated, unrated.Employee)
	}
	before := stands[unrated.Employee]
	if before.Period == newest {
		t.Errorf("who is not rated in %v stands there", newest)
	}
	if _, err := desk.Rate(unrated.Plan.ID, newest, store.Rating{Result: model.Below, Behaviour: model.Meets, Reason: "bukti", Rules: rules.PermenPANRB6()}); err != nil {
		t.Fatal(err)
	}
	if stands, err = desk.LastRated([]model.EmployeeID{unrated.Employee}); err != nil || stands[unrated.Employee].Period != newest {
		t.Errorf("rated in %v, but stands in %v (%v)", newest, stands[unrated.Employee].Period, err)
	}
}

func BenchmarkDirectory(b *testing.B) {
	s := open(b, bigFile(b, 100_000), storetest.Options())
	desk := storetest.Owner(s)
	d, err := desk.Directory()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := desk.Directory(); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, query := range []string{"a", "si", "rina", "bidan", "puskesmas", "zz", "ahmad puskesmas", "19870314"} {
		b.Run("find "+query, func(b *testing.B) {
			for b.Loop() {
				d.Find(query, 100)
			}
		})
	}
	hits, _ := d.Find("a", 16)
	ids := make([]model.EmployeeID, 0, len(hits))
	for _, i := range hits {
		ids = append(ids, d.Row(i).Employee)
	}
	b.Run("standings of a screen", func(b *testing.B) {
		for b.Loop() {
			if _, err := desk.LastRated(ids); err != nil {
				b.Fatal(err)
			}
		}
	})
}
