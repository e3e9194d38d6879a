package sample

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/model/score"
)

func TestEverybodyIsValid(t *testing.T) {
	d := New(1200)
	units := model.Units{}
	for _, u := range d.Units() {
		units[u.ID] = u
	}
	for _, u := range units {
		if err := units.Check(u); err != nil {
			t.Errorf("unit %s: %v", u.Code, err)
		}
	}
	for p := range d.People() {
		e := p.Employee
		if err := e.Check(); err != nil {
			t.Errorf("%s: %v", e.Name, err)
		}
		checkNumber(t, e, d.Today())
		if before, name, after := model.SplitName(e.FullName()); before != e.Before || name != e.Name || after != e.After {
			t.Errorf("%q splits into %q, %q, %q", e.FullName(), before, name, after)
		}
		for _, post := range p.Posts {
			if err := post.Check(); err != nil {
				t.Errorf("%s: post: %v", e.Name, err)
			}
			if e.Left != 0 && (post.To == 0 || post.To > e.Left) {
				t.Errorf("%s left on %v, but the post goes on to %v", e.Name, e.Left, post.To)
			}
		}
		for _, plan := range p.Plans {
			if plan.State != model.PlanAgreed || len(plan.Words) != 1 || plan.Words[0].Via != model.Recorded || plan.Words[0].Document == "" {
				t.Errorf("%s: plan %d is not agreed on paper: %+v", e.Name, plan.Year, plan.Words)
			}
		}
		checkCards(t, p)
	}
}

func checkNumber(t *testing.T, e model.Employee, today model.Date) {
	t.Helper()
	if e.Kind == model.NonASN {
		if n, err := nip.ParseLocal(string(e.Number)); err != nil || n != e.Number {
			t.Errorf("%s: local number %s: %v", e.Name, e.Number, err)
		}
		return
	}
	n, info, err := nip.Parse(string(e.Number), today)
	if err != nil || n != e.Number {
		t.Fatalf("%s: NIP %s: %v", e.Name, e.Number, err)
	}
	if w := info.Warnings(e.Kind); len(w) > 0 {
		t.Errorf("%s: NIP %s: warnings %v", e.Name, e.Number, w)
	}
	if age := today.Year() - info.Born.Year(); age < 21 || age > 60 {
		t.Errorf("%s: is %d years old", e.Name, age)
	}
}

func checkCards(t *testing.T, p Person) {
	t.Helper()
	for _, c := range p.Cards {
		gauges := map[model.ElementID]model.Gauge{}
		for _, plan := range p.Plans {
			if plan.ID == c.Plan {
				for _, m := range plan.In(c.Period).Measures {
					gauges[m.ID] = m.Gauge
				}
			}
		}
		for _, e := range c.Entries {
			g, ok := gauges[e.Measure]
			if !ok {
				t.Errorf("%s %v: entry of no measure", p.Employee.Name, c.Period)
			}
			if n, ok := e.Actual.Get(); ok && g.Plausible(n) != (e.Reason == "") {
				t.Errorf("%s %v %s: %v with reason %q", p.Employee.Name, c.Period, g.Code, n, e.Reason)
			}
			if den, ok := e.Den.Get(); ok {
				if want, _ := model.MulDiv(e.Num.Or(0), model.Int(100), den); e.Actual != model.Some(want) {
					t.Errorf("%s %v %s: %v/%v is not %v", p.Employee.Name, c.Period, g.Code, e.Num, den, e.Actual)
				}
			}
			if own, ok := e.Target.Get(); ok && own != g.Target {
				t.Errorf("%s %v %s: own target %v, plan says %v", p.Employee.Name, c.Period, g.Code, own, g.Target)
			}
		}
	}
}

func TestSexStandsInTheNumber(t *testing.T) {
	d := New(1200)
	for i := range d.Len() {
		s := d.self(i)
		if s.kind == model.NonASN {
			continue
		}
		_, info, err := nip.Parse(string(s.number()), today)
		if err != nil || (info.Sex == nip.Male) != s.male || info.Born != s.born || info.Year != s.since {
			t.Fatalf("%s: %+v, %v; want born %v, since %d, male %v", s.number(), info, err, s.born, s.since, s.male)
		}
	}
}

func TestNumbersAreUnique(t *testing.T) {
	people := 100_000
	if testing.Short() {
		people = 10_000
	}
	d := New(people)
	seen := make(map[model.NIP]int, people)
	for i := range people {
		s := d.self(i)
		if other, ok := seen[s.number()]; ok {
			t.Fatalf("people %d and %d share %s", other, i, s.number())
		}
		seen[s.number()] = i
	}
	codes := map[string]bool{}
	names := map[string]bool{}
	for _, u := range d.Units() {
		if codes[u.Code] || names[u.Name] {
			t.Fatalf("two units are %s, %s", u.Code, u.Name)
		}
		codes[u.Code], names[u.Name] = true, true
	}
}

func TestEvaluationsAreWhatTheAidSays(t *testing.T) {
	rs := rules.PermenPANRB6()
	for p := range New(1200).People() {
		cards := map[model.EvaluationID]model.Card{}
		for _, c := range p.Cards {
			cards[model.EvaluationOf(c.Plan, c.Period)] = c
		}
		plans := map[model.PlanID]model.Plan{}
		for _, plan := range p.Plans {
			plans[plan.ID] = plan
		}
		for _, e := range p.Evaluations {
			got, err := score.Of(cards[e.ID], plans[e.Plan], rs)
			if err != nil {
				t.Fatal(err)
			}
			if got.Value != e.Score || got.Share != e.Share || got.Suggested != e.Suggested || got.RuleSet != e.RuleSet {
				t.Errorf("%s %v: kept %v of %v, %v; the aid says %v of %v, %v", p.Employee.Name, e.Period, e.Score, e.Share, e.Suggested, got.Value, got.Share, got.Suggested)
			}
			if (e.Result == e.Suggested) != (e.Reason == "") {
				t.Errorf("%s %v: %v against %v with reason %q", p.Employee.Name, e.Period, e.Result, e.Suggested, e.Reason)
			}
			if want := rs.Predicate(e.Result, e.Behaviour); e.Predicate != want || want == model.NoPredicate {
				t.Errorf("%s %v: got %v, want %v", p.Employee.Name, e.Period, e.Predicate, want)
			}
			checkWords(t, p, e)
		}
	}
}

// checkWords walks the states again by the words that are kept.
func checkWords(t *testing.T, p Person, e model.Evaluation) {
	t.Helper()
	if e.Evaluator == "" || e.Evaluator == p.Employee.ID {
		t.Errorf("%s %v: evaluated by %q", p.Employee.Name, e.Period, e.Evaluator)
	}
	o, disputed := objectionTo(p, e)
	path := []model.EvaluationState{model.Rated, model.Shared, model.Received, model.Accepted, model.Final}
	if disputed {
		path = []model.EvaluationState{model.Rated, model.Shared, model.Received, model.Objected, model.Explained, model.Decided, model.Final}
	}
	var again model.Evaluation
	on, head := e.Period.Last(), New(0).Head()
	for i, w := range e.Words {
		next, err := again.Move(path[i], w)
		if model.Objected <= path[i] && path[i] <= model.Decided { // the steps of an objection
			next, err = again, nil
			next.State, next.Words = path[i], append(slices.Clone(again.Words), w)
			if own := o.Words[i-3]; own.ID != w.ID || own.On != w.On || own.Reason == "" {
				t.Errorf("%s %v: %+v is not the word of the objection, %+v", p.Employee.Name, e.Period, w, own)
			}
		}
		if err != nil {
			t.Fatalf("%s %v: %v", p.Employee.Name, e.Period, err)
		}
		if next.Words[i].Act != w.Act || w.On < on || w.On > today || w.On == e.Period.Last() {
			t.Errorf("%s %v: %s on %v after %v", p.Employee.Name, e.Period, w.Act, w.On, on)
		}
		self := path[i] == model.Received || path[i] == model.Accepted || path[i] == model.Objected
		// One person types it all: only what she says herself is her own word.
		if self != (w.Whose == p.Employee.ID) || (w.Whose == head) != (w.Via == model.Own) || (w.Via == model.Recorded) != (w.Document != "") || w.By != head {
			t.Errorf("%s %v: %s is the word of %s, typed by %s, known from %d %q", p.Employee.Name, e.Period, w.Act, w.Whose, w.By, w.Via, w.Document)
		}
		again, on = next, w.On
	}
	if again.State != e.State || e.State == model.EvaluationDraft {
		t.Errorf("%s %v: words lead to %v, kept %v", p.Employee.Name, e.Period, again.State, e.State)
	}
	if (e.State == model.Final) != (e.Frozen != nil) {
		t.Errorf("%s %v: %v, frozen %v", p.Employee.Name, e.Period, e.State, e.Frozen != nil)
	}
	if e.Frozen != nil {
		if got, err := score.OfFinal(e); err != nil || got.Value != e.Score {
			t.Errorf("%s %v: frozen gives %v, %v; want %v", p.Employee.Name, e.Period, got.Value, err, e.Score)
		}
	}
}

// objectionTo is the objection to an evaluation of somebody.
func objectionTo(p Person, e model.Evaluation) (objection.Objection, bool) {
	for _, r := range p.Followed {
		if o, ok := r.(objection.Objection); ok && o.Evaluation == e.ID {
			return o, true
		}
	}
	return objection.Objection{}, false
}
