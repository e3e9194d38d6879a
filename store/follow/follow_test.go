package follow_test

import (
	"errors"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/discipline"
	"kinerja/model/followup"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/model/session"
	"kinerja/model/terms"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/storetest"
)

var q3 = model.PeriodAt(model.Quarter, 2026_09_30)

// cast is a member of staff with an evaluator, that one's evaluator and somebody of
// another unit, each at a desk of their own with their own PIN.
type cast struct {
	s                              *store.Store
	owner                          follow.Desk
	staff, evaluator, above, other follow.Desk
	signed                         func(model.EmployeeID, ...model.Role) follow.Desk
	plan                           model.Plan
	unit                           model.UnitID
}

func newCast(t *testing.T) cast {
	t.Helper()
	c := storetest.NewCast(t, q3)
	as := func(id model.EmployeeID, roles ...model.Role) follow.Desk {
		return follow.Desk{Desk: c.Signed(id, roles...)}
	}
	return cast{
		s: c.Store, signed: as, owner: follow.Desk{Desk: storetest.Owner(c.Store)}, plan: c.Plan, unit: c.Plan.Unit,
		staff: as(c.Staff), evaluator: as(c.Evaluator, model.RoleEvaluator), above: as(c.Above, model.RoleEvaluator, model.RoleSuperior), other: as(c.Other),
	}
}

// untold is the cast with somebody to whom no session explained anything yet.
func (c cast) untold(t *testing.T) cast {
	t.Helper()
	list, err := c.owner.Learners(c.unit, q3)
	if err != nil {
		t.Fatal(err)
	}
	rows, _, _, err := c.owner.PlanRows(2026, "")
	for _, r := range rows {
		if r.Post.Evaluator == c.evaluator.Actor().Employee && slices.ContainsFunc(list, func(l follow.Learner) bool { return l.Staff.Employee == r.Plan.Employee && !l.Told && l.Hours == 0 }) {
			c.plan, c.staff = r.Plan, c.signed(r.Plan.Employee)
			return c
		}
	}
	t.Fatalf("everybody was told, %v", err)
	return c
}

// received rates the plan, shares it and lets its holder receive it.
func (c cast) received(t *testing.T) model.Evaluation {
	t.Helper()
	e, err := c.evaluator.Mark(c.plan.ID, q3, store.Rating{Result: model.Below, Behaviour: model.Meets, Reason: "bukti", Rules: rules.PermenPANRB6()})
	for _, step := range []struct {
		desk follow.Desk
		to   model.EvaluationState
	}{{c.evaluator, model.Shared}, {c.staff, model.Received}} {
		if err == nil {
			e, err = step.desk.Move(c.plan.ID, q3, step.to, model.Word{}, rules.PermenPANRB6())
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// An objection from filing to decision, each by their own word; the evaluation goes
// along, and ends with the ratings of the decision.
func TestObjection(t *testing.T) {
	c := newCast(t)
	e := c.received(t)
	said := objection.Objection{Reason: "Vaksin kosong enam minggu", Papers: []objection.Paper{{Label: "Kartu stok"}}, Asked: objection.Ratings{Result: model.Meets, Behaviour: model.Meets}}
	if _, err := c.other.FileObjection(c.plan.ID, q3, said, model.Word{}); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("somebody else objects: %v", err)
	}
	if _, err := c.evaluator.FileObjection(c.plan.ID, q3, said, model.Word{}); !errors.Is(err, model.ErrMissing) {
		t.Errorf("the evaluator objects for them without a letter: %v", err)
	}
	o, err := c.staff.FileObjection(c.plan.ID, q3, said, model.Word{})
	if err != nil || o.Late || o.Words[0].Via != model.Signed || o.Until != rules.ObjectionUntil(e, o.Received) {
		t.Fatalf("%+v, %v", o, err)
	}
	if _, err := c.staff.FileObjection(c.plan.ID, q3, said, model.Word{}); !errors.Is(err, model.ErrState) {
		t.Errorf("a second one while the first is open: %v", err)
	}
	if _, err := c.staff.ExplainObjection(c.plan.Employee, o.ID, "sendiri", model.Word{}); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("explained by the person: %v", err)
	}
	if o, err = c.evaluator.ExplainObjection(c.plan.Employee, o.ID, "Stok kosong dua minggu", model.Word{}); err != nil {
		t.Fatal(err)
	}
	if o, err = c.above.HearObjection(c.plan.Employee, o.ID, objection.Hearing{Staff: "Menunjukkan kartu stok"}); err != nil || len(o.Hearings) != 1 {
		t.Fatal(err)
	}
	decide := func(d follow.Desk, w model.Word) (objection.Objection, error) {
		return d.DecideObjection(c.plan.Employee, o.ID, objection.Upheld, objection.Ratings{}, "Kartu stok benar", w, rules.PermenPANRB6())
	}
	if _, err := decide(c.evaluator, model.Word{Document: "800/1"}); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("the evaluator decides: %v", err)
	}
	if _, err := decide(c.owner, model.Word{}); !errors.Is(err, model.ErrMissing) {
		t.Errorf("recorded without a letter: %v", err)
	}
	if o, err = decide(c.above, model.Word{}); err != nil || o.New.Predicate != model.Good || o.Old.Predicate != model.NeedsImprovement {
		t.Fatalf("%+v, %v", o, err)
	}
	e, err = c.evaluator.Evaluation(c.plan.ID, q3)
	if err != nil || e.State != model.Decided || e.Result != model.Meets || e.Predicate != model.Good || e.Reason != "Kartu stok benar" {
		t.Errorf("%+v, %v", e, err)
	}
	var acts []string
	for _, w := range e.Words {
		acts = append(acts, w.Act)
	}
	if want := []string{"evaluation.share", "evaluation.receive", "objection.file", "objection.explain", "objection.decide"}; !slices.Equal(acts, want) {
		t.Errorf("words %v", acts)
	}
	if e, err = c.evaluator.Move(c.plan.ID, q3, model.Final, model.Word{}, rules.PermenPANRB6()); err != nil || e.State != model.Final {
		t.Errorf("%v, %v", e.State, err)
	}
}

// An objection that is taken back leads to where the evaluation was; one that is
// rejected leaves the ratings. What others record names its letter.
func TestObjectionWithdrawnAndRejected(t *testing.T) {
	c := newCast(t)
	c.received(t)
	o, err := c.evaluator.FileObjection(c.plan.ID, q3, objection.Objection{Reason: "r"}, model.Word{Document: "surat 3"})
	if err != nil || o.Words[0].Via != model.Recorded || o.Words[0].Whose != c.plan.Employee {
		t.Fatalf("%+v, %v", o, err)
	}
	if _, err := c.staff.WithdrawObjection(c.plan.Employee, o.ID, model.Word{Reason: "sudah dibicarakan"}); err != nil {
		t.Fatal(err)
	}
	if e, err := c.staff.Evaluation(c.plan.ID, q3); err != nil || e.State != model.Received {
		t.Errorf("%v, %v", e.State, err)
	}
	if o, err = c.staff.FileObjection(c.plan.ID, q3, objection.Objection{Reason: "lagi"}, model.Word{}); err != nil {
		t.Fatal(err)
	}
	if o, err = c.owner.DecideObjection(c.plan.Employee, o.ID, objection.Rejected, objection.Ratings{}, "Tidak terbukti", model.Word{Document: "800/2"}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	if w := o.Words[1]; w.Via != model.Recorded || w.Whose != c.above.Actor().Employee || w.Document != "800/2" {
		t.Errorf("%+v", w)
	}
	if e, err := c.staff.Evaluation(c.plan.ID, q3); err != nil || e.State != model.Decided || e.Result != model.Below {
		t.Errorf("%+v, %v", e, err)
	}
	list, err := c.owner.Objections(follow.Asked{Employee: c.plan.Employee})
	if err != nil || len(list) != 2 || list[0].Outcome != objection.Rejected || list[1].State != objection.Withdrawn || list[0].SuperiorName == "" {
		t.Errorf("%+v, %v", list, err)
	}
	if list, err := c.other.Objections(follow.Asked{}); err != nil || len(list) != 0 {
		t.Errorf("somebody else reads %d objections, %v", len(list), err)
	}
}

func TestCoaching(t *testing.T) {
	c := newCast(t)
	in := c.plan.In(q3)
	draft := coaching.Coaching{
		Employee: c.plan.Employee, Kind: coaching.Guidance, SKP: c.plan.ID, Period: q3, Measure: in.Measures[0].ID,
		Problem: "lemah", Causes: []coaching.Cause{coaching.Tool}, Aim: "85 %", Steps: []coaching.Task{{Text: "sweeping", Due: 2026_10_20}},
	}
	if _, err := c.staff.StartCoaching(draft); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("started by the person: %v", err)
	}
	p, err := c.evaluator.StartCoaching(draft)
	if err != nil || p.Code != in.Measures[0].Gauge.Code || p.Unit != c.plan.Unit || p.Steps[0].ID == "" || p.By != c.evaluator.Actor().Employee {
		t.Fatalf("%+v, %v", p, err)
	}
	wrong := draft
	wrong.Employee = c.other.Actor().Employee
	if _, err := c.owner.StartCoaching(wrong); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("with the plan of somebody else: %v", err)
	}
	if whose, name, err := c.evaluator.Whose(p.Employee, coaching.Agree); err != nil || whose != p.Employee || name == "" {
		t.Errorf("agreed in whose word, beside the evaluator: %q %q %v", whose, name, err)
	}
	if whose, _, err := c.staff.Whose(p.Employee, coaching.Agree); err != nil || whose != "" {
		t.Errorf("agreed by oneself: %q %v", whose, err)
	}
	if whose, _, err := c.evaluator.Whose(p.Employee, coaching.Close); err != nil || whose != "" {
		t.Errorf("closed by the evaluator: %q %v", whose, err)
	}
	if _, err := c.evaluator.StepCoaching(p.Employee, p.ID, coaching.Agree, model.Word{}, 0, ""); !errors.Is(err, model.ErrMissing) {
		t.Errorf("agreed for them without a paper: %v", err)
	}
	if p, err = c.staff.StepCoaching(p.Employee, p.ID, coaching.Agree, model.Word{}, 0, ""); err != nil || p.Words[0].Via != model.Signed {
		t.Fatal(err)
	}
	p.Steps[0].Done = 2026_10_05
	if p, err = c.staff.WriteCoaching(p); err != nil || p.State != coaching.Agreed || len(p.Words) != 1 {
		t.Fatalf("%+v, %v", p, err)
	}
	rows, err := c.staff.FollowUps(follow.Asked{})
	if err != nil || !slices.ContainsFunc(rows, func(r followup.Row) bool { return r.Kind == followup.Coaching && r.ID == string(p.ID) }) {
		t.Errorf("%+v, %v", rows, err)
	}
	if p, err = c.evaluator.StepCoaching(p.Employee, p.ID, coaching.Close, model.Word{}, coaching.Better, "naik"); err != nil || p.State.Open() {
		t.Fatal(err)
	}
	if _, err := c.evaluator.WriteCoaching(p); !errors.Is(err, model.ErrState) {
		t.Errorf("written after its end: %v", err)
	}
	helped, all, err := c.owner.Effects(follow.Asked{Employee: p.Employee}, rules.Only(rules.PermenPANRB6()))
	if err != nil || len(helped) != 1 || all.Unsaid != 1 || helped[0].Effect.PeriodsAfter != 0 {
		t.Errorf("%+v, %+v, %v", helped, all, err)
	}
	if list, err := c.other.Coachings(follow.Asked{}); err != nil || len(list) != 0 {
		t.Errorf("somebody else reads %d plans, %v", len(list), err)
	}
}

func TestAward(t *testing.T) {
	c := newCast(t)
	team := c.signed(c.other.Actor().Employee, model.RoleTeam)
	periods := []model.Period{q3.Prev(), q3}
	list, err := c.owner.Propose(c.unit, periods, award.Default())
	if err != nil || len(list) == 0 {
		t.Fatalf("%d, %v", len(list), err)
	}
	for _, p := range list {
		if len(p.Findings) != 4 || p.Met != award.Met(p.Findings) {
			t.Errorf("%s: %+v", p.Staff.Name, p.Findings)
		}
	}
	a := award.Award{Employee: c.plan.Employee, Kind: "Piagam", Period: q3, Reason: "tekun"}
	if _, err := c.staff.Nominate(a); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("nominated by themselves: %v", err)
	}
	if a, err = c.evaluator.Nominate(a); err != nil {
		t.Fatal(err)
	}
	if _, err := team.CheckAward(a.Employee, a.ID, periods, award.Default(), "", model.Word{}); !errors.Is(err, model.ErrMissing) {
		t.Errorf("goes on though nothing is final, without a reason: %v", err)
	}
	if a, err = team.CheckAward(a.Employee, a.ID, periods, award.Default(), "seluruh tim", model.Word{}); err != nil || a.State != award.Checked {
		t.Fatal(err)
	}
	if _, err := c.above.StepAward(a.Employee, a.ID, award.Decide, model.Word{}); !errors.Is(err, model.ErrMissing) {
		t.Errorf("decided without a letter: %v", err)
	}
	if a, err = c.above.StepAward(a.Employee, a.ID, award.Decide, model.Word{Document: "SK 1"}); err != nil {
		t.Fatal(err)
	}
	if a, err = c.evaluator.StepAward(a.Employee, a.ID, award.HandOver, model.Word{}); err != nil || a.State != award.Handed {
		t.Fatal(err)
	}
	if _, err := c.evaluator.Refer(discipline.Letter{Employee: a.Employee}); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("a letter kept by the evaluator: %v", err)
	}
	l, err := team.Refer(discipline.Letter{Employee: a.Employee, Number: "800/9", On: 2026_09_01, From: 2026_09_01, Level: discipline.Light})
	if err != nil {
		t.Fatal(err)
	}
	if found, err := c.evaluator.Letters(follow.Asked{}); err != nil || len(found) != 0 {
		t.Errorf("the evaluator reads letters: %v, %v", found, err)
	}
	if found, err := c.staff.Letters(follow.Asked{}); err != nil || len(found) != 1 {
		t.Errorf("the person does not read their own: %v, %v", found, err)
	}
	// The record of the person has it all; who may not read letters finds that there is
	// one, and not what it says.
	for who, want := range map[string]bool{"owner": true, "evaluator": false} {
		d := c.owner
		if who == "evaluator" {
			d = c.evaluator
		}
		facts, err := d.Record(a.Employee, 0)
		var awards, letters int
		for _, e := range facts {
			switch e.Fact.Header.Kind {
			case model.KindAward:
				awards++
			case model.KindDiscipline:
				if letters++; (len(e.Fact.Payload.Differences) > 0) != want || (e.Fact.Payload.Document != "") != want || (e.Detail != "") != want {
					t.Errorf("%s reads %+v, %q", who, e.Fact.Payload, e.Detail)
				}
			}
		}
		if err != nil || awards != 4 || letters != 1 {
			t.Errorf("%s: %d facts of the award, %d of the letter, %v", who, awards, letters, err)
		}
	}
	list, err = c.owner.Propose(c.unit, periods, award.Default())
	i := slices.IndexFunc(list, func(p follow.Proposal) bool { return p.Staff.Employee == a.Employee })
	if err != nil || i < 0 || list[i].Findings[3].Letter != "800/9" || !list[i].Nominated {
		t.Errorf("%+v, %v", list, err)
	}
	if err := team.RemoveLetter(a.Employee, l.ID, ""); !errors.Is(err, model.ErrReason) {
		t.Errorf("removed without a reason: %v", err)
	}
	if err := team.RemoveLetter(a.Employee, l.ID, "salah orang"); err != nil {
		t.Error(err)
	}
}

func TestSession(t *testing.T) {
	c := newCast(t).untold(t)
	in, err := c.owner.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(in, func(x model.Instrument) bool { return x.ID == c.plan.Instrument })
	told := func() bool {
		list, err := c.owner.Learners(c.unit, q3)
		at := slices.IndexFunc(list, func(l follow.Learner) bool { return l.Staff.Employee == c.plan.Employee })
		if err != nil || at < 0 {
			t.Fatalf("%+v, %v", list, err)
		}
		return list[at].Told
	}
	x := session.Session{Unit: c.unit, Kind: session.Briefing, Topic: "Instrumen", From: 2026_07_01, Instrument: c.plan.Instrument, Version: in[i].Version, Hours: model.Int(4), Most: model.Int(100)}
	if _, err := c.staff.PlanSession(x); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("planned by staff: %v", err)
	}
	if x, err = c.evaluator.PlanSession(x); err != nil || x.To != x.From {
		t.Fatalf("%+v, %v", x, err)
	}
	if told() {
		t.Error("told by a session that nobody came to")
	}
	if _, err = c.evaluator.Attend(x.ID, session.Attendee{Employee: c.plan.Employee, Came: true, Pre: model.Some(model.Int(40))}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.evaluator.Acknowledge(x.ID, model.Word{}, c.plan.Employee); !errors.Is(err, model.ErrMissing) {
		t.Errorf("acknowledged for them without a list: %v", err)
	}
	if list, err := c.other.Sessions(follow.Asked{}); err != nil || slices.ContainsFunc(list, func(r follow.SessionRow) bool { return r.ID == x.ID }) {
		t.Errorf("who is not on the list reads %+v, %v", list, err)
	}
	if x, err = c.staff.Acknowledge(x.ID, model.Word{}, c.plan.Employee); err != nil || x.People[0].Told.Via != model.Signed {
		t.Fatal(err)
	}
	// What is entered later about who came leaves what they said.
	if x, err = c.evaluator.Attend(x.ID, session.Attendee{Employee: c.plan.Employee, Came: true, Post: model.Some(model.Int(70))}); err != nil || x.People[0].Told.On.IsZero() {
		t.Fatalf("%+v, %v", x, err)
	}
	if !told() {
		t.Error("not told after they said so")
	}
	if x, err = c.evaluator.StepSession(x.ID, session.Begin, model.Word{}); err == nil {
		x, err = c.evaluator.StepSession(x.ID, session.End, model.Word{})
	}
	if err != nil || x.State != session.Done {
		t.Fatal(err)
	}
	if _, err := c.evaluator.PlanSession(x); !errors.Is(err, model.ErrState) {
		t.Errorf("planned anew after its end: %v", err)
	}
	list, err := c.owner.Learners(c.unit, q3)
	if at := slices.IndexFunc(list, func(l follow.Learner) bool { return l.Staff.Employee == c.plan.Employee }); err != nil || list[at].Hours != model.Int(4) {
		t.Errorf("%+v, %v", list, err)
	}
	if weak, err := c.owner.Weak(c.unit, q3, rules.Only(rules.PermenPANRB6()), model.Int(100), 1); err != nil || len(weak) == 0 {
		t.Errorf("%+v, %v", weak, err)
	}
}

// A decision that the team keeps is the superior's, known from their letter; what the
// superior says themselves is their own. The days and hours asked for are the terms in
// force.
func TestWhoseDecisionAndUnderWhichTerms(t *testing.T) {
	c := newCast(t)
	team := c.signed(c.other.Actor().Employee, model.RoleTeam)
	for name, desk := range map[string]follow.Desk{"team": team, "above": c.above} {
		a, err := c.evaluator.Nominate(award.Award{Employee: c.plan.Employee, Kind: name, Reason: "r", Period: q3})
		if err == nil {
			a, err = team.CheckAward(a.Employee, a.ID, []model.Period{q3}, award.Default(), "terus", model.Word{})
		}
		whose, _, asked := desk.WhoseAward(c.plan.Employee, award.Decide)
		if err == nil {
			a, err = desk.StepAward(a.Employee, a.ID, award.Decide, model.Word{Document: "SK 1"})
		}
		if err != nil || asked != nil {
			t.Fatal(err, asked)
		}
		w, above := a.Words[len(a.Words)-1], c.above.Actor().Employee
		if recorded := name == "team"; w.Whose != above || (w.Via == model.Recorded) != recorded || (whose == above) != recorded {
			t.Errorf("%s decided: %+v, asked whose: %s", name, w, whose)
		}
	}
	c.received(t)
	o, err := c.staff.FileObjection(c.plan.ID, q3, objection.Objection{Reason: "r"}, model.Word{})
	if err != nil {
		t.Fatal(err)
	}
	set := terms.Terms{DecisionDays: 30, Hours: session.Bounds{LeastPNS: 1, MostPPPK: 2}}
	d := follow.Desk{Desk: c.owner.Desk, Terms: set}
	rows, err := d.FollowUps(follow.Asked{Employee: c.plan.Employee})
	i := slices.IndexFunc(rows, func(r followup.Row) bool { return r.ID == string(o.ID) })
	if err != nil || i < 0 || rows[i].Until != o.Filed().Add(30) {
		t.Errorf("%+v, %v", rows, err)
	}
	if list, err := d.Learners(c.unit, q3); err != nil || len(list) == 0 || list[0].Bounds != set.Hours {
		t.Errorf("%v, %v", list[:min(1, len(list))], err)
	}
}
