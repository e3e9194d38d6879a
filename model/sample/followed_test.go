package sample

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/discipline"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/session"
)

func occasions[T any](d District) (list []T) {
	for _, r := range d.occasions() {
		if x, ok := r.(T); ok {
			list = append(list, x)
		}
	}
	return list
}

// One objection won by other ratings, one lost, one with days left, one late.
func TestObjections(t *testing.T) {
	d := New(500) // nobody outside Bukitintan objects
	got := map[string]objection.Objection{}
	for p := range d.People() {
		for _, e := range p.Evaluations {
			o, ok := objectionTo(p, e)
			if !ok {
				continue
			}
			got[p.Employee.Name] = o
			if err := o.Check(); err != nil || o.Until != rules.ObjectionUntil(e, o.Received) || o.Old.Predicate == model.NoPredicate {
				t.Errorf("%s: %+v, %v", p.Employee.Name, o, err)
			}
			if want := o.New; o.State == objection.Decided && (e.State != model.Final || e.Result != want.Result || e.Behaviour != want.Behaviour || e.Predicate != want.Predicate) {
				t.Errorf("%s: the evaluation is %s with %s, decided was %+v", p.Employee.Name, e.State, e.Predicate, want)
			}
		}
	}
	if len(got) != 4 {
		t.Fatalf("%d objections", len(got))
	}
	if o := got["Desi Yanti"]; o.Outcome != objection.Changed || o.Old.Predicate != model.Poor || o.New.Predicate != model.Good || len(o.Hearings) != 1 || o.Late {
		t.Errorf("won: %+v", o)
	}
	if o := got["Martha Mandowen"]; o.Outcome != objection.Rejected || o.Old != o.New || o.Grounds == "" {
		t.Errorf("lost: %+v", o)
	}
	if o := got["Endang Setyaningsih"]; o.State != objection.Filed || today.Until(o.DecideBy(0)) != 8 {
		t.Errorf("waiting: %+v, by %s", o, o.DecideBy(0))
	}
	if o := got["Rosmaida br. Manurung"]; !o.Late || !o.State.Open() || o.DecideBy(0) >= today {
		t.Errorf("late: %+v", o)
	}
}

// One plan helped, one did not and one has begun: by what the cards show.
func TestCoachings(t *testing.T) {
	d := New(500)
	all := 0
	for p := range d.People() {
		for _, r := range p.Followed {
			c, ok := r.(coaching.Coaching)
			if !ok {
				continue
			}
			all++
			if err := c.Check(); err != nil || c.Value == (model.Amount{}) || c.Target == 0 {
				t.Errorf("%s: %+v, %v", p.Employee.Name, c, err)
			}
			want, outcome := map[string]coaching.Verdict{"Ngatini": coaching.Rose, "Neng Maryati": coaching.Fell}[p.Employee.Name], map[string]coaching.Outcome{"Ngatini": coaching.Reached, "Neng Maryati": coaching.Unchanged}[p.Employee.Name]
			if e := coaching.Compare(lineOf(p, c.Code), c.Period); e.Verdict != want || c.Outcome != outcome {
				t.Errorf("%s: %s %+v, %s", p.Employee.Name, c.Code, e, c.Outcome)
			}
			if next, _ := c.Next(); p.Employee.Name == budi && (c.State != coaching.Running || next != 2026_09_30) {
				t.Errorf("begun: %+v, next %s", c, next)
			}
			for i, w := range c.Words {
				if w.By != d.Head() || i > 0 && w.On < c.Words[i-1].On || w.On > today {
					t.Errorf("%s: %+v", p.Employee.Name, w)
				}
			}
		}
	}
	if all != 3 {
		t.Errorf("%d coaching plans", all)
	}
}

func lineOf(p Person, code string) (line coaching.Line) {
	for _, c := range p.Cards {
		i := slices.IndexFunc(p.Plans, func(x model.Plan) bool { return x.ID == c.Plan })
		s, _ := score.Of(c, p.Plans[i].In(c.Period), rules.PermenPANRB6())
		for _, x := range s.Steps {
			if x.Gauge.Code == code && x.Actual.Present() {
				line = append(line, coaching.Point{Period: c.Period, Value: x.Actual, Reach: x.Reached})
			}
		}
	}
	return line.Sorted()
}

// Of the awards one was handed over, one waits, one was refused; who was handed one
// met the rule, and the letter keeps somebody off the list who would be on it.
func TestAwards(t *testing.T) {
	d := New(120)
	states := map[award.State]model.EmployeeID{}
	for _, a := range occasions[award.Award](d) {
		if states[a.State] = a.Employee; a.ID == "" || a.Words[0].By != d.Head() {
			t.Errorf("%+v", a)
		}
	}
	letters := occasions[discipline.Letter](d)
	if len(states) != 3 || states[award.Handed] == "" || states[award.Nominated] == "" || states[award.Rejected] == "" || len(letters) != 1 {
		t.Fatalf("%v, %d letters", states, len(letters))
	}
	if err := letters[0].Check(); err != nil || discipline.InForce(letters, today) == "" {
		t.Errorf("%+v, %v", letters[0], err)
	}
	for p := range d.People() {
		stood := func(periods ...string) (span []award.Stood) {
			for _, s := range periods {
				e, _ := evaluated(p, s)
				span = append(span, award.Stood{Period: e.Period, Final: e.State == model.Final, Predicate: e.Predicate})
			}
			return span
		}
		rule := award.Default()
		switch p.Employee.ID {
		case states[award.Handed]:
			if !award.Met(rule.Examine(stood("2025-Q4", "2026-Q1"), "")) {
				t.Errorf("%s was handed an award", p.Employee.Name)
			}
		case states[award.Nominated], letters[0].Employee:
			if !award.Met(rule.Examine(stood("2026-Q1", "2026-Q2"), "")) {
				t.Errorf("%s would not be on the list", p.Employee.Name)
			}
		case states[award.Rejected]:
			if award.Met(rule.Examine(stood("2026-Q1", "2026-Q2"), "")) {
				t.Errorf("%s was refused", p.Employee.Name)
			}
		}
	}
}

// Two midwives were absent when their instrument was explained, one of them was told
// later; a training has a test before and after; one is ahead.
func TestSessions(t *testing.T) {
	d := New(120)
	list := occasions[session.Session](d)
	var midwives []session.Session
	for _, s := range list {
		if err := s.Check(); err != nil || len(s.People) == 0 || s.State == session.Done && s.To > today {
			t.Errorf("%s: %v, %d people", s.Topic, err, len(s.People))
		}
		if in, _ := model.InstrumentFor(d.instruments, "Bidan"); s.Instrument == in.ID {
			midwives = append(midwives, s)
		}
	}
	if len(midwives) != 2 || midwives[0].Count().Registered-midwives[0].Count().Came != 2 {
		t.Fatalf("%d briefings of midwives", len(midwives))
	}
	later := 0
	for _, a := range midwives[0].People {
		if !a.Came {
			later += count(midwives[1].Explains(a.Employee, midwives[1].Instrument, 1))
		}
	}
	if n := midwives[1].Count(); n.Told != 1 || later != 1 {
		t.Errorf("told later: %+v, of those who were absent %d", n, later)
	}
	var gains, ahead int
	for _, s := range list {
		if s.State.Ahead() {
			ahead++
		}
		if g, err := s.Gain(); err == nil && g.Value() > 0 {
			gains++
			if n := s.Count(); n.Tested != 10 || n.Came != 11 || n.Registered != 12 {
				t.Errorf("%s: %+v", s.Topic, n)
			}
		}
	}
	if gains != 1 || ahead != 1 {
		t.Errorf("%d with a gain, %d ahead", gains, ahead)
	}
}
