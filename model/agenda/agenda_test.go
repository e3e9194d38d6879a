package agenda_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/talk"
)

const today = model.Date(2026_10_05)

var period = model.PeriodAt(model.Quarter, 2026_09_30)

var (
	ani  = model.StaffRow{Employee: "ani", Name: "Ani Lestari, A.Md.Keb.", Unit: "tr"}
	sari = model.StaffRow{Employee: "sari", Name: "dr. Sari Wulandari", Unit: "tr"}
	dedi = model.StaffRow{Employee: "dedi", Name: "Dedi Kurniawan", Unit: "do"}
	budi = model.StaffRow{Employee: "budi", Name: "Budi Santoso", Unit: "tr"}
)

// done is a case that has come as far as state, everything before it in order.
func done(state model.EvaluationState) agenda.Case {
	c := agenda.Case{
		Staff: ani, Evaluator: sari, Superior: dedi, Line: []model.EmployeeID{"sari", "dedi"},
		Post: model.Post{ID: "p", Employee: "ani", Unit: "tr", Position: "Bidan", Evaluator: "sari"},
		Plan: model.Plan{ID: "plan", Post: "p", Employee: "ani", Instrument: "in", Year: 2026, State: model.PlanAgreed, Measures: []model.Measure{
			{ID: "a", Gauge: model.Gauge{Code: "A", Name: model.Text{ID: "A", EN: "A"}, Target: model.Int(90), Weight: model.Int(85), High: model.Some(model.Int(100))}},
			{ID: "b", Gauge: model.Gauge{Code: "B", Name: model.Text{ID: "B", EN: "B"}, Target: model.Int(10), Weight: model.Int(15)}},
		}},
	}
	c = entered(c, "a", 93)
	c = entered(c, "b", 10)
	return at(c, state)
}

// at rates a case on its numbers and moves it on to state.
func at(c agenda.Case, state model.EvaluationState) agenda.Case {
	c.Evaluation = model.Evaluation{Plan: "plan", Employee: "ani", Period: period, State: state}
	if state == model.EvaluationDraft {
		return c
	}
	s, err := score.Of(c.Card, c.Plan, rules.PermenPANRB6())
	if err != nil {
		panic(err)
	}
	c.Evaluation.Score, c.Evaluation.Share, c.Evaluation.Predicate = s.Value, s.Share, model.Good
	if state >= model.Received {
		c.Evaluation.Words = []model.Word{
			{Act: string(model.VerbReceive), On: 2026_09_01}, // of a result that was withdrawn later
			{Act: string(model.VerbReceive), On: 2026_09_30},
		}
	}
	return c
}

func entered(c agenda.Case, measure model.ElementID, n int64) agenda.Case {
	c.Card = c.Card.With(model.Entry{Measure: measure, Actual: model.Some(model.Int(n))})
	return c
}

func of(actor model.Actor, cases ...agenda.Case) agenda.Agenda {
	m := agenda.New(period, today, rules.Only(rules.PermenPANRB6()), actor)
	for _, c := range cases {
		c.Rank = int(c.Staff.Name[0])
		m.Add(c)
	}
	return m.Done()
}

func change(c agenda.Case, f func(*agenda.Case)) agenda.Case { f(&c); return c }

// Once the period is closed only what can still be done waits for anybody;
// what was left is told.
func TestClosed(t *testing.T) {
	a := of(model.Actor{Employee: "sari"}, done(model.Rated), change(done(model.Shared), func(c *agenda.Case) { c.Staff = budi }))
	a.Close(nil)
	if len(a.Items) != 2 || a.Closed != nil {
		t.Fatalf("open: %+v", a.Items)
	}
	a.Close(&model.ClosedError{Period: period})
	if len(a.Items) != 1 || a.Items[0].Kind != agenda.NotReceived || len(a.Obstacles) != 2 || a.Closed == nil {
		t.Errorf("closed: %+v", a.Items)
	}
}

// Every state has one next step, with who must act and by when.
func TestObstacles(t *testing.T) {
	end := "period 2026-09-30"
	for _, tt := range []struct {
		name string
		c    agenda.Case
		want string // kind, who, date; several parted by "; "
	}{
		{"no post", agenda.Case{Staff: ani}, "no_post team"},
		{"no evaluator", change(done(model.Rated), func(c *agenda.Case) { c.Post.Evaluator, c.Evaluator, c.Line = "", model.StaffRow{}, nil }),
			"no_evaluator team; not_shared team"},
		{"evaluator left", change(done(model.Rated), func(c *agenda.Case) { c.Evaluator.Void = true }), "evaluator_gone team; not_shared evaluator sari"},
		{"evaluator unknown", change(done(model.Rated), func(c *agenda.Case) { c.Evaluator = model.StaffRow{} }), "evaluator_gone team; not_shared team"},
		{"circle", change(done(model.Rated), func(c *agenda.Case) { c.Line = []model.EmployeeID{"sari", "ani"} }), "evaluator_circle team; not_shared evaluator sari"},
		{"no plan", change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Plan, c.Card = model.Plan{}, model.Card{} }), "no_plan evaluator sari"},
		{"plan in draft", change(done(model.Rated), func(c *agenda.Case) { c.Plan.State = model.PlanDraft }), "plan_not_agreed staff ani; not_shared evaluator sari"},
		{"plan handed in", change(done(model.Rated), func(c *agenda.Case) { c.Plan.State = model.PlanSubmitted }), "plan_not_agreed evaluator sari; not_shared evaluator sari"},
		{"plan returned", change(done(model.Rated), func(c *agenda.Case) { c.Plan.State = model.PlanReturned }), "plan_not_agreed staff ani; not_shared evaluator sari"},
		{"plan closed", change(done(model.Rated), func(c *agenda.Case) { c.Plan.State = model.PlanClosed }), "not_shared evaluator sari"},
		{"nothing entered", change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Card = model.Card{} }), "indicators_missing 0/2 evaluator sari " + end},
		{"one missing", change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Card.Entries = c.Card.Entries[:1] }), "indicators_missing 1/2 enough evaluator sari " + end},
		{"implausible", entered(done(model.EvaluationDraft), "a", 101), "implausible 1/2 evaluator sari " + end + "; not_rated evaluator sari " + end},
		{"with a reason", change(done(model.EvaluationDraft), func(c *agenda.Case) {
			c.Card = c.Card.With(model.Entry{Measure: "a", Actual: model.Some(model.Int(101)), Reason: "pindahan"})
		}), "not_rated evaluator sari " + end},
		{"not computable", change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Plan.Measures[0].Gauge.Target = -1 }), "not_computable evaluator sari " + end},
		{"complete", done(model.EvaluationDraft), "not_rated evaluator sari " + end},
		{"changed since", entered(done(model.Rated), "a", 60), "results_changed evaluator sari " + end},
		{"fewer since", change(done(model.Reviewed), func(c *agenda.Case) { c.Card.Entries = c.Card.Entries[:1] }), "results_changed evaluator sari " + end},
		{"rated", done(model.Rated), "not_shared evaluator sari"},
		{"a part that ended", change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Post.To = 2026_08_14 }), "not_rated evaluator sari post 2026-08-14"},
		{"a part that ended, rated", change(done(model.Rated), func(c *agenda.Case) { c.Post.To = 2026_08_14 }), "not_shared evaluator sari post 2026-08-14"},
		{"a part that goes on", change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Post.From = 2026_08_15 }), "not_rated evaluator sari " + end},
		{"rated on little", change(done(model.EvaluationDraft), func(c *agenda.Case) {
			c.Card.Entries = c.Card.Entries[1:]
			*c = at(*c, model.Rated)
		}), "rated_on_little evaluator sari " + end + "; not_shared evaluator sari"},
		{"rated on little, with a reason", change(done(model.EvaluationDraft), func(c *agenda.Case) {
			c.Card.Entries = c.Card.Entries[1:]
			*c = at(*c, model.Rated)
			c.Evaluation.Reason = "menurut register"
		}), "not_shared evaluator sari"},
		{"shared on little", change(done(model.EvaluationDraft), func(c *agenda.Case) {
			c.Card.Entries = c.Card.Entries[1:]
			*c = at(*c, model.Shared)
		}), "rated_on_little evaluator sari " + end + "; not_received staff ani"},
		{"received on little", change(done(model.EvaluationDraft), func(c *agenda.Case) {
			c.Card.Entries = c.Card.Entries[1:]
			*c = at(*c, model.Received)
		}), "not_accepted staff ani objection 2026-10-14"},
		{"reviewed", done(model.Reviewed), "not_shared evaluator sari"},
		{"changed once locked", entered(done(model.Shared), "a", 300), "not_received staff ani"},
		{"shared", done(model.Shared), "not_received staff ani"},
		{"received", done(model.Received), "not_accepted staff ani objection 2026-10-14"},
		{"received, nobody knows when", change(done(model.Received), func(c *agenda.Case) { c.Evaluation.Words = nil }), "not_accepted staff ani"},
		{"accepted", done(model.Accepted), "not_final evaluator sari"},
		{"deemed accepted", done(model.DeemedAccepted), "not_final evaluator sari"},
		{"objected", done(model.Objected), "objected evaluator sari"},
		{"explained", done(model.Explained), "explained superior dedi"},
		{"decided", done(model.Decided), "not_final evaluator sari"},
		{"final", change(done(model.Final), func(c *agenda.Case) { c.Evaluator.Void = true }), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, o := range of(model.Owner("", ""), tt.c).Obstacles {
				got = append(got, say(o))
			}
			if got := strings.Join(got, "; "); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func say(o agenda.Obstacle) string {
	s := o.Kind.String()
	if o.Kind == agenda.Missing || o.Kind == agenda.Implausible {
		s += fmt.Sprintf(" %d/%d", o.N, o.Of)
	}
	if o.Kind == agenda.Missing && o.Enough {
		s += " enough"
	}
	s += " " + [...]string{agenda.ByTeam: "team", agenda.ByStaff: "staff", agenda.ByEvaluator: "evaluator", agenda.BySuperior: "superior"}[o.By]
	if o.Actor != "" {
		s += " " + string(o.Actor)
	}
	if o.Due.Kind != agenda.NoDue {
		s += " " + [...]string{agenda.PeriodEnd: "period", agenda.PostEnd: "post", agenda.Objection: "objection"}[o.Due.Kind] + " " + o.Due.On.String()
	}
	return s
}

// The day of receipt is day 0 and the 14th day is the last (PP 30/2019 art. 59).
func TestObjectionClock(t *testing.T) {
	for received, want := range map[model.Date]model.Date{2026_10_10: 2026_10_24, 2026_12_20: 2027_01_03, 2028_02_15: 2028_02_29, 0: 0} {
		if got := rules.ObjectionUntil(model.Evaluation{}, received); got != want {
			t.Errorf("received %s: until %s, want %s", received, got, want)
		}
	}
}

// Stages are counted over posts, and each leads to the first obstacle of its
// own, else to what keeps it waiting.
func TestProgress(t *testing.T) {
	empty := change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Card = model.Card{}; c.Staff = budi })
	list := []agenda.Case{empty, done(model.Rated), done(model.Shared), done(model.Accepted), done(model.Final)}
	list[4].Evaluation.Predicate = model.VeryGood
	a := of(model.Owner("", ""), list...)
	if a.People != 2 || a.Cases != 5 {
		t.Errorf("%d people, %d cases", a.People, a.Cases)
	}
	want := [agenda.Stages]int{5, 4, 4, 3, 2, 2, 1}
	next := [agenda.Stages]string{"", "indicators_missing", "indicators_missing", "not_shared", "not_received", "not_received", "not_final"}
	for s := range agenda.Stages {
		p := a.Stages[s]
		kind := ""
		if p.Open {
			kind = p.Next.Kind.String()
		}
		if p.Done != want[s] || kind != next[s] {
			t.Errorf("stage %d: %d done, next %q, want %d, %q", s, p.Done, kind, want[s], next[s])
		}
	}
	if a.Predicates != [6]int{1, 0, 0, 0, 3, 1} {
		t.Errorf("predicates %v", a.Predicates)
	}
}

// Home counts who is to be rated as the list that rates does: not who has no
// plan, whom that list does not have. That a plan is missing stays said.
func TestRatedLeavesOutWhoHasNoPlan(t *testing.T) {
	none := change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Staff, c.Plan, c.Card = budi, model.Plan{}, model.Card{} })
	a := of(model.Owner("", ""), done(model.Rated), none)
	if p := a.Stages[agenda.Rated]; p.Done != 1 || p.Of != 1 || a.Stages[agenda.Planned].Of != 2 || a.Stages[agenda.Planned].Next.Kind != agenda.NoPlan {
		t.Errorf("%+v", a.Stages)
	}
}

// The own evaluation of somebody who rates others holds up nothing that they
// could do: it counts once it is rated, and without an evaluator the one thing
// to do is to name one. To others, and to staff, it counts like any other.
func TestOneselfIsRatedByAnother(t *testing.T) {
	own := func(state model.EvaluationState, evaluator model.EmployeeID) agenda.Case {
		return change(done(state), func(c *agenda.Case) {
			c.Staff, c.Post.Employee, c.Post.Evaluator, c.Line = sari, "sari", evaluator, nil
			c.Evaluator = model.StaffRow{Employee: evaluator, Name: dedi.Name}
		})
	}
	head := model.Owner("sari", "")
	for _, tt := range []struct {
		name     string
		actor    model.Actor
		c        agenda.Case
		rated    [2]int
		obstacle string
		mine     bool
	}{
		{"unrated, by a superior", head, own(model.EvaluationDraft, "dedi"), [2]int{1, 1}, "not_rated", false},
		{"unrated, by nobody", head, own(model.EvaluationDraft, ""), [2]int{1, 1}, "no_evaluator", true},
		{"rated, by nobody", head, own(model.Rated, ""), [2]int{2, 2}, "no_evaluator", true},
		{"seen by another", model.Owner("dedi", ""), own(model.EvaluationDraft, "dedi"), [2]int{1, 2}, "not_rated", true},
		{"of staff", model.Actor{Employee: "sari", Roles: model.RolesOf(model.RoleStaff)}, own(model.EvaluationDraft, "dedi"), [2]int{1, 2}, "not_rated", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := of(tt.actor, done(model.Final), tt.c)
			if p := a.Stages[agenda.Rated]; [2]int{p.Done, p.Of} != tt.rated || a.Stages[agenda.Entered].Of != 2 {
				t.Errorf("rated %d of %d, want %v; entered of %d", p.Done, p.Of, tt.rated, a.Stages[agenda.Entered].Of)
			}
			if len(a.Obstacles) != 1 || a.Obstacles[0].Kind.String() != tt.obstacle || agenda.Mine(tt.actor, a.Obstacles[0]) != tt.mine {
				t.Errorf("%+v, want %s, mine %v", a.Obstacles, tt.obstacle, tt.mine)
			}
		})
	}
}

// What waits for the actor comes first; within that, what is due first.
func TestItems(t *testing.T) {
	missing := change(done(model.EvaluationDraft), func(c *agenda.Case) { c.Card = model.Card{} })
	early := change(done(model.Received), func(c *agenda.Case) { c.Evaluation.Words[1].On = 2026_09_20; c.Staff = budi })
	list := []agenda.Case{done(model.Rated), done(model.Received), early, missing, missing, change(missing, func(c *agenda.Case) { c.Staff = budi }), {Staff: budi}, done(model.Explained)}
	for _, tt := range []struct {
		name  string
		actor model.Actor
		want  string
	}{
		{"evaluator who keeps the file", model.Owner("sari", ""),
			"indicators_missing 2, no_post 1, not_shared 1 | not_accepted 2, explained 1 dedi"},
		{"owner who is on no list", model.Owner("", ""), "indicators_missing 2, no_post 1, not_shared 1 | not_accepted 2, explained 1 dedi"},
		{"member of staff", model.Actor{Employee: "ani", Roles: model.RolesOf(model.RoleStaff)},
			"not_accepted 1 | indicators_missing 2 sari, not_accepted 1 budi, no_post 1, not_shared 1 sari, explained 1 dedi"},
		{"superior", model.Actor{Employee: "dedi", Roles: model.RolesOf(model.RoleSuperior)},
			"explained 1 | indicators_missing 2 sari, not_accepted 2, no_post 1, not_shared 1 sari"},
		{"team", model.Actor{Employee: "x", Roles: model.RolesOf(model.RoleTeam)},
			"no_post 1 | indicators_missing 2 sari, not_accepted 2, not_shared 1 sari, explained 1 dedi"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var parts [2][]string
			for _, it := range of(tt.actor, list...).Items {
				s := fmt.Sprint(it.Kind, " ", it.Count)
				part := 0
				if !it.Mine {
					part = 1
					if names := it.Name; names != "" {
						s += " " + map[string]string{sari.Name: "sari", dedi.Name: "dedi", budi.Name: "budi", ani.Name: "ani"}[names]
					}
				}
				parts[part] = append(parts[part], s)
			}
			if got := strings.Join(parts[0], ", ") + " | " + strings.Join(parts[1], ", "); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	items := of(model.Owner("", ""), list...).Items
	i := slices.IndexFunc(items, func(it agenda.Item) bool { return it.Kind == agenda.NotAccepted })
	if it := items[i]; it.Due.On != 2026_10_04 || it.First.Staff.Employee != "budi" {
		t.Errorf("the first objection to run out: %s of %s", it.Due.On, it.First.Staff.Employee)
	}
}

// A check-in waits for whoever held the last one, from two weeks before its day
// on; it stands in nobody's way.
func TestCheckIns(t *testing.T) {
	next := func(c agenda.Case, whose model.EmployeeID, on model.Date) agenda.Case {
		c.Talk = talk.Feedback{Kind: talk.CheckIn, Word: model.Word{Whose: whose}, Next: on}
		return c
	}
	near, far := next(done(model.Final), "sari", 2026_10_19), next(done(model.Final), "sari", 2026_10_20)
	over := next(done(model.Final), "dedi", 2026_10_01)
	over.Staff = budi
	for _, tt := range []struct {
		name  string
		actor model.EmployeeID
		cases []agenda.Case
		want  string
	}{
		{"near", "sari", []agenda.Case{near}, "mine 1 2026-10-19 ani"},
		{"far", "sari", []agenda.Case{far}, ""},
		{"none", "sari", []agenda.Case{done(model.Final)}, ""},
		{"two posts, one talk", "sari", []agenda.Case{near, near}, "mine 1 2026-10-19 ani"},
		{"another's", "ani", []agenda.Case{near}, "dr. Sari Wulandari 1 2026-10-19 ani"},
		{"of the superior", "sari", []agenda.Case{near, over}, "mine 1 2026-10-19 ani; Dedi Kurniawan 1 2026-10-01 budi"},
		{"kept by an owner on no list", "", []agenda.Case{next(done(model.Final), "", 2026_10_05)}, "mine 1 2026-10-05 ani"},
	} {
		a := of(model.Owner(tt.actor, ""), tt.cases...)
		var got []string
		for _, it := range a.Items {
			whose := it.Name
			if it.Mine {
				whose = "mine"
			}
			if it.Kind != agenda.CheckIn || it.Due.Kind != agenda.Talk {
				t.Errorf("%s: %s, due %v", tt.name, it.Kind, it.Due)
			}
			got = append(got, fmt.Sprint(whose, " ", it.Count, " ", it.Due.On, " ", it.First.Staff.Employee))
		}
		if got := strings.Join(got, "; "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if len(a.Obstacles) > 0 {
			t.Errorf("%s: %d obstacles", tt.name, len(a.Obstacles))
		}
	}
}

// Every kind has a word of its own.
func TestKindsHaveWords(t *testing.T) {
	seen := map[string]bool{}
	for k := range agenda.Kinds {
		if seen[k.String()] {
			t.Errorf("kind %d has the word of another: %s", k, k)
		}
		seen[k.String()] = true
	}
}

// What is about the head of the unit is marked, blocks nothing, and where nobody
// above is recorded it waits for that somebody and not for who keeps the list.
func TestHeadsOwnRows(t *testing.T) {
	own := change(done(model.EvaluationDraft), func(c *agenda.Case) {
		c.Staff, c.Post.Employee, c.Post.Evaluator, c.Evaluator, c.Line, c.Card = sari, "sari", "", model.StaffRow{}, nil, model.Card{}
	})
	for _, actor := range []model.Actor{model.Owner("sari", ""), model.Owner("", "")} {
		m := agenda.New(period, today, rules.Only(rules.PermenPANRB6()), actor)
		m.HeadedBy("sari")
		m.Add(own)
		other := done(model.Rated)
		other.Rank = 1
		m.Add(other)
		a := m.Done()
		if len(a.Obstacles) != 3 || agenda.Blocking(a.Obstacles) != 1 || a.Blocking != 1 {
			t.Fatalf("%+v", a.Obstacles)
		}
		named, missing := a.Obstacles[0], a.Obstacles[1]
		if named.Kind != agenda.NoEvaluator || named.By != agenda.ByTeam || !named.Head {
			t.Errorf("%+v", named)
		}
		if missing.Kind != agenda.Missing || missing.By != agenda.ByAbove || missing.Actor != "" || !missing.Head {
			t.Errorf("%+v", missing)
		}
		if agenda.Mine(actor, missing) != (actor.Employee == "") {
			t.Errorf("waits for %+v: %v", actor, agenda.Mine(actor, missing))
		}
		if a.Obstacles[2].Head {
			t.Errorf("%+v", a.Obstacles[2])
		}
	}
}

// Who got no feedback for long waits for whoever evaluates them, and keeps no period
// open; of who has no evaluator another thing is said.
func TestSilent(t *testing.T) {
	quiet := func(c *agenda.Case) { c.Silent = true }
	alone := change(done(model.Final), func(c *agenda.Case) {
		c.Silent, c.Staff = true, budi
		c.Post.Evaluator, c.Evaluator, c.Line = "", model.StaffRow{}, nil
	})
	a := of(model.Owner("sari", ""), change(done(model.Final), quiet), alone)
	if len(a.Items) != 1 || a.Items[0].Kind != agenda.Silent || !a.Items[0].Mine || a.Items[0].Count != 1 || a.Items[0].First.Staff.Employee != "ani" {
		t.Errorf("sari has %+v", a.Items)
	}
	if a.Blocking != 0 || len(a.Obstacles) != 0 {
		t.Errorf("it keeps a period open: %+v", a.Obstacles)
	}
	if a = of(model.Owner("ani", ""), change(done(model.Final), quiet)); len(a.Items) != 1 || a.Items[0].Mine || a.Items[0].Name != sari.Name {
		t.Errorf("ani has %+v", a.Items)
	}
}
