package store_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/rules"
	"kinerja/model/sample"
	"kinerja/model/talk"
	"kinerja/store"
	"kinerja/store/docket"
	"kinerja/store/storetest"
)

// BenchmarkAgenda reads what waits for one clinic, and for everybody, in a
// large file.
func BenchmarkAgenda(b *testing.B) {
	period, _ := model.ParsePeriod("2026-Q3")
	for _, people := range []int{10_000, 100_000} {
		d := storetest.Owner(open(b, bigFile(b, people), storetest.Options()))
		head, err := d.Profile(sample.New(people).Head())
		if err != nil {
			b.Fatal(err)
		}
		for name, unit := range map[string]model.UnitID{"unit": head.Unit.ID, "all": ""} {
			b.Run(peopleName(people)+"/"+name, func(b *testing.B) {
				for b.Loop() {
					a, err := d.Agenda(store.AgendaQuery{Period: period, Unit: unit, Rules: rules.Only(rules.PermenPANRB6())})
					if err != nil || a.Cases == 0 {
						b.Fatal(a.Cases, err)
					}
					b.ReportMetric(float64(a.Cases), "cases")
				}
			})
		}
	}
}

func readAgenda(t testing.TB, d *store.Desk, unit model.UnitID) agenda.Agenda {
	t.Helper()
	return agendaOf(t, d, unit, "2026-Q3")
}

func agendaOf(t testing.TB, d *store.Desk, unit model.UnitID, in string) agenda.Agenda {
	t.Helper()
	period, _ := model.ParsePeriod(in)
	a, err := d.Agenda(store.AgendaQuery{Period: period, Unit: unit, Rules: rules.Only(rules.PermenPANRB6())})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// What stands in the way in one unit is what stands there among all, also where
// the posts of others are passed over unread.
func TestAgendaOfAUnit(t *testing.T) {
	d := storetest.Owner(open(t, fill(t), storetest.Options()))
	units, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	all := readAgenda(t, d, "")
	if len(all.Obstacles) == 0 || all.People != 119 && all.People != 120 {
		t.Fatalf("%d people, %d obstacles", all.People, len(all.Obstacles))
	}
	for id, unit := range units {
		a := readAgenda(t, d, id)
		want := slices.DeleteFunc(slices.Clone(all.Obstacles), func(o agenda.Obstacle) bool {
			return o.Kind != agenda.NoPost && !units.Within(o.Unit, id)
		})
		// Only where the unit is asked for is its head set apart: what nobody is
		// named for is then for whoever stands above.
		for i := range a.Obstacles {
			a.Obstacles[i].Rank = 0 // among others it is another
		}
		for i := range want {
			want[i].Rank = 0
			want[i].Head = unit.Head != "" && want[i].Staff.Employee == unit.Head
			if want[i].Head && i < len(a.Obstacles) && a.Obstacles[i].By == agenda.ByAbove && want[i].By == agenda.ByTeam {
				want[i].By = agenda.ByAbove
			}
		}
		if !slices.Equal(a.Obstacles, want) {
			t.Errorf("%s: %d obstacles, want %d", unit.Name, len(a.Obstacles), len(want))
		}
		if a.Unit.ID != id {
			t.Errorf("%s: unit %q", unit.Name, a.Unit.Name)
		}
	}
}

// Many people are read in several looks at the file, and each of them once.
func TestAgendaInChunks(t *testing.T) {
	people := docket.Chunk + docket.Chunk/5
	s, _ := storetest.District(t, people)
	d := storetest.Owner(s)
	a := readAgenda(t, d, "")
	board, err := d.Board(a.Period, "")
	if err != nil {
		t.Fatal(err)
	}
	unplanned := 0
	for _, o := range a.Obstacles {
		if o.Kind == agenda.NoPlan || o.Kind == agenda.NoPost {
			unplanned++
		}
	}
	if a.Cases != len(board.Rows)+unplanned || a.People <= docket.Chunk || a.People > people {
		t.Errorf("%d posts of %d people, want %d posts with a plan and %d without", a.Cases, a.People, len(board.Rows), unplanned)
	}
	seen := map[model.PostID]bool{}
	for _, o := range a.Obstacles {
		if o.Kind >= agenda.Missing && o.Kind != agenda.Implausible && o.Kind != agenda.Thin {
			if seen[o.Post] {
				t.Fatalf("%s has two next steps", o.Staff.Name)
			}
			seen[o.Post] = true
		}
	}
	roster, err := d.Roster(store.RosterQuery{})
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, o := range a.Obstacles {
		for at < roster.Len() && roster.Row(at).Employee != o.Staff.Employee {
			at++
		}
	}
	if at == roster.Len() {
		t.Error("obstacles do not stand by name")
	}
}

// The counts are those that lists of evaluations show.
func TestAgendaCounts(t *testing.T) {
	d := storetest.Owner(open(t, fill(t), storetest.Options()))
	a := agendaOf(t, d, "", "2026-Q2")
	board, err := d.Board(a.Period, "")
	if err != nil {
		t.Fatal(err)
	}
	var want [agenda.Stages]int
	var predicates [model.VeryGood + 1]int
	for _, row := range board.Rows {
		predicates[row.Evaluation.Predicate]++
		for s, from := range map[agenda.Stage]model.EvaluationState{
			agenda.Rated: model.Rated, agenda.Shared: model.Shared, agenda.Received: model.Received, agenda.Final: model.Final,
		} {
			if row.Evaluation.State >= from {
				want[s]++
			}
		}
	}
	for _, s := range []agenda.Stage{agenda.Rated, agenda.Shared, agenda.Received, agenda.Final} {
		if a.Stages[s].Done != want[s] || want[s] == 0 {
			t.Errorf("stage %d: %d, want %d", s, a.Stages[s].Done, want[s])
		}
	}
	predicates[model.NoPredicate] += a.Cases - len(board.Rows)
	if a.Predicates != predicates {
		t.Errorf("predicates %v, want %v", a.Predicates, predicates)
	}
}

// Nobody reads what is not theirs to read.
func TestAgendaLeavesOutOthers(t *testing.T) {
	s := open(t, fill(t), storetest.Options())
	all := readAgenda(t, storetest.Owner(s), "")
	head := sample.New(120).Head()
	i := slices.IndexFunc(all.Obstacles, func(o agenda.Obstacle) bool { return o.By == agenda.ByEvaluator && o.Actor == head })
	if i < 0 {
		t.Fatal("nothing waits for the head")
	}
	who := all.Obstacles[i].Staff.Employee
	own := readAgenda(t, s.As(model.Actor{ID: string(who), Employee: who, Roles: model.RolesOf(model.RoleStaff)}), "")
	if own.People != 1 {
		t.Errorf("a member of staff sees %d people", own.People)
	}
	evaluator := readAgenda(t, s.As(model.Actor{ID: string(head), Employee: head, Roles: model.RolesOf(model.RoleEvaluator)}), "")
	if evaluator.People < 2 || evaluator.People >= all.People {
		t.Errorf("an evaluator sees %d of %d", evaluator.People, all.People)
	}
	for _, o := range evaluator.Obstacles {
		if o.By == agenda.ByEvaluator && o.Actor != head && o.Staff.Employee != head {
			t.Errorf("sees %s, whose evaluator is %s", o.Staff.Name, o.Name)
		}
	}
}

// Who holds no post belongs to every unit; who holds one in other periods only
// belongs to none.
func TestAgendaWithoutPost(t *testing.T) {
	d := storetest.Owner(open(t, fill(t), storetest.Options()))
	before := readAgenda(t, d, "")
	unit := before.Obstacles[0].Unit
	later, err := d.AddEmployee(model.Employee{Name: "Baru Kemudian", Number: "199001012026102001"}, model.Post{Unit: unit, Position: "Bidan", From: 2026_10_01})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.AddEmployee(model.Employee{Name: "Baru Sekarang", Number: "199001012026082001"}, model.Post{Unit: unit, Position: "Bidan", From: 2026_09_30}); err != nil {
		t.Fatal(err)
	}
	a := readAgenda(t, d, unit)
	kinds := map[agenda.Kind]int{}
	for _, o := range a.Obstacles {
		if o.Staff.Employee == later.ID {
			t.Errorf("a post that begins after the period: %s", o.Kind)
		}
		if o.Staff.Name == "Baru Sekarang" {
			kinds[o.Kind]++
		}
	}
	if kinds[agenda.NoEvaluator] != 1 || kinds[agenda.NoPlan] != 1 || len(kinds) != 2 {
		t.Errorf("somebody new: %v", kinds)
	}
}

// A check-in that was agreed upon waits for whoever held it.
func TestAgendaRemindsOfCheckIns(t *testing.T) {
	s := open(t, fill(t), storetest.Options())
	head := sample.New(120).Head()
	d := s.As(model.Owner(head, "dr. Sari Wulandari"))
	before := readAgenda(t, d, "")
	i := slices.IndexFunc(before.Obstacles, func(o agenda.Obstacle) bool {
		said, err := d.Conversation(o.Staff.Employee)
		return err == nil && o.By == agenda.ByEvaluator && o.Actor == head &&
			!slices.ContainsFunc(said.Items, func(f talk.Feedback) bool { return f.Kind == talk.CheckIn })
	})
	who, unit := before.Obstacles[i].Staff, before.Obstacles[i].Unit
	next := before.Today.Add(3)
	had := checkIns(readAgenda(t, d, unit))
	if _, err := d.Give(talk.Feedback{Employee: who.Employee, Kind: talk.CheckIn, Text: "Target K6", Next: next}); err != nil {
		t.Fatal(err)
	}
	if has := checkIns(readAgenda(t, d, unit)); has != had+1 {
		t.Errorf("%d check-ins after one more, %d before", has, had)
	}
	team := readAgenda(t, s.As(model.Actor{ID: "team", Roles: model.RolesOf(model.RoleTeam)}), "")
	if slices.ContainsFunc(team.Items, func(it agenda.Item) bool { return it.Kind == agenda.CheckIn }) {
		t.Error("who may not read the conversation is told of it")
	}
	if len(team.Obstacles) == 0 {
		t.Error("the team sees nothing at all")
	}
}

// checkIns is how many check-ins wait for whoever reads.
func checkIns(a agenda.Agenda) int {
	n := 0
	for _, it := range a.Items {
		if it.Kind == agenda.CheckIn && it.Mine {
			n += it.Count
		}
	}
	return n
}

// In brief nothing is missing but the list itself.
func TestAgendaInBrief(t *testing.T) {
	d := storetest.Owner(open(t, fill(t), storetest.Options()))
	units, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	period, _ := model.ParsePeriod("2026-Q3")
	for _, unit := range append(slices.Collect(maps.Keys(units)), "") {
		whole := readAgenda(t, d, unit)
		brief, err := d.Agenda(store.AgendaQuery{Period: period, Unit: unit, Rules: rules.Only(rules.PermenPANRB6()), Brief: true})
		if err != nil || brief.Obstacles != nil {
			t.Fatalf("%d obstacles, %v", len(brief.Obstacles), err)
		}
		if len(whole.Items) == 0 || whole.Blocking != agenda.Blocking(whole.Obstacles) {
			t.Errorf("%s: %d items, %d block", unit, len(whole.Items), whole.Blocking)
		}
		whole.Obstacles = nil
		if !reflect.DeepEqual(brief, whole) {
			t.Errorf("%s: %+v, want %+v", unit, brief, whole)
		}
	}
}

// What is shown first is the first by name among what is due first, in whatever
// order people are read.
func TestAgendaShowsTheFirst(t *testing.T) {
	a := readAgenda(t, storetest.Owner(open(t, fill(t), storetest.Options())), "")
	for _, it := range a.Items {
		i := slices.IndexFunc(a.Obstacles, func(o agenda.Obstacle) bool {
			return o.Kind == it.Kind && o.By == it.By && o.Due == it.Due
		})
		if it.Kind != agenda.CheckIn && it.Kind != agenda.Silent && (i < 0 || a.Obstacles[i].Staff != it.First.Staff) {
			t.Errorf("%s: first is %s", it.Kind, it.First.Staff.Name)
		}
	}
}
