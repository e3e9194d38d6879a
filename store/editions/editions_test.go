package editions_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/edition"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/editions"
	"kinerja/store/follow"
	"kinerja/store/storetest"
)

var q3 = model.PeriodAt(model.Quarter, 2026_09_30)

// desk is what somebody of the cast can do here, and with objections.
type desk struct {
	editions.Desk
	follow follow.Desk
}

// cast are the desks of the people of a cast, each with their own PIN.
type cast struct {
	storetest.Cast
	plan                           model.Plan
	staff, evaluator, above, other desk
}

func newCast(t *testing.T) cast {
	t.Helper()
	c := storetest.NewCast(t, q3)
	as := func(id model.EmployeeID, roles ...model.Role) desk {
		d := c.Signed(id, roles...)
		return desk{editions.Desk{Desk: d}, follow.Desk{Desk: d}}
	}
	return cast{c, c.Plan, as(c.Staff), as(c.Evaluator, model.RoleEvaluator), as(c.Above, model.RoleEvaluator, model.RoleSuperior), as(c.Other)}
}

// received rates the plan, shares it and lets its holder receive it.
func (c cast) received(t *testing.T) {
	t.Helper()
	_, err := c.evaluator.Mark(c.plan.ID, q3, store.Rating{Result: model.Below, Behaviour: model.Meets, Reason: "bukti", Rules: rules.PermenPANRB6()})
	if err == nil {
		_, err = c.evaluator.Move(c.plan.ID, q3, model.Shared, model.Word{}, rules.PermenPANRB6())
	}
	if err == nil {
		_, err = c.staff.Move(c.plan.ID, q3, model.Received, model.Word{}, rules.PermenPANRB6())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// final takes the evaluation of the cast to its end.
func (c cast) final(t *testing.T) model.Evaluation {
	t.Helper()
	c.received(t)
	_, err := c.staff.Move(c.plan.ID, q3, model.Accepted, model.Word{}, rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	e, err := c.evaluator.Move(c.plan.ID, q3, model.Final, model.Word{}, rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A version 2 stands beside version 1, which stays as it was; it takes a reason, of the
// evaluator a letter too, and is shared and received anew with a clock of its own.
func TestASecondVersion(t *testing.T) {
	c, rs := newCast(t), rules.PermenPANRB6()
	none := objection.Ratings{}
	letter := model.Word{Document: "Surat 12/2026", Reason: "Angka IDL tertukar dengan bulan lalu"}
	c.received(t)
	if _, err := c.evaluator.Replace(c.plan.ID, q3, none, letter, rs); !errors.Is(err, model.ErrState) {
		t.Errorf("of what is not final: %v", err)
	}
	if _, err := c.staff.Move(c.plan.ID, q3, model.Accepted, model.Word{}, rs); err != nil {
		t.Fatal(err)
	}
	first, err := c.evaluator.Move(c.plan.ID, q3, model.Final, model.Word{}, rs)
	if err != nil {
		t.Fatal(err)
	}
	for name, try := range map[string]struct {
		desk desk
		word model.Word
		want error
	}{
		"the person":          {c.staff, letter, model.ErrNotAllowed},
		"somebody else":       {c.other, letter, model.ErrNotAllowed},
		"without a reason":    {c.evaluator, model.Word{Document: "Surat 12"}, model.ErrReason},
		"without a letter":    {c.evaluator, model.Word{Reason: "salah"}, model.ErrMissing},
		"before the last day": {c.evaluator, model.Word{Document: "Surat 12", Reason: "salah", On: q3.First()}, model.ErrInvalid},
	} {
		if _, err := try.desk.Replace(c.plan.ID, q3, none, try.word, rs); !errors.Is(err, try.want) {
			t.Errorf("%s: %v, want %v", name, err, try.want)
		}
	}
	second, err := c.evaluator.Replace(c.plan.ID, q3, objection.Ratings{Result: model.Meets, Behaviour: model.Meets}, letter, rs)
	if err != nil || second.Edition() != 2 || second.State != model.Rated || second.Predicate != model.Good || second.Frozen != nil {
		t.Fatalf("%+v, %v", second, err)
	}
	list, err := c.staff.Former(c.plan.ID, q3)
	if err != nil || len(list) != 1 || list[0].Evaluation.State != model.Final || list[0].Evaluation.Predicate != first.Predicate ||
		list[0].Evaluation.Frozen == nil || list[0].Word.Reason != letter.Reason || list[0].Word.Document != letter.Document {
		t.Fatalf("%+v, %v", list, err)
	}
	if _, err := c.other.Former(c.plan.ID, q3); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("read by somebody else: %v", err)
	}
	for _, step := range []struct {
		desk desk
		to   model.EvaluationState
	}{{c.evaluator, model.Shared}, {c.staff, model.Received}} {
		if second, err = step.desk.Move(c.plan.ID, q3, step.to, model.Word{}, rs); err != nil {
			t.Fatal(err)
		}
	}
	o, err := c.staff.follow.FileObjection(c.plan.ID, q3, objection.Objection{Reason: "masih tertukar"}, model.Word{})
	if err != nil || o.Version != 2 || o.Until != rules.ObjectionUntil(second, second.Words[len(second.Words)-1].On) {
		t.Errorf("an objection to version 2: %+v, %v", o, err)
	}
}

// Undo takes a new version back whole, before anything was done to it.
func TestASecondVersionUndone(t *testing.T) {
	c, rs := newCast(t), rules.PermenPANRB6()
	first := c.final(t)
	letter := model.Word{Document: "Surat 12/2026", Reason: "Angka IDL tertukar"}
	if _, err := c.evaluator.Replace(c.plan.ID, q3, objection.Ratings{}, letter, rs); err != nil {
		t.Fatal(err)
	}
	if _, err := c.evaluator.Undo(); err != nil {
		t.Fatal(err)
	}
	list, err := c.evaluator.Former(c.plan.ID, q3)
	if e, _ := c.evaluator.Evaluation(c.plan.ID, q3); err != nil || len(list) != 0 || e.State != model.Final || e.Edition() != 1 || len(e.Words) != len(first.Words) {
		t.Errorf("%+v, %v, %v", e, list, err)
	}
}

// What the superior decided is not replaced by the evaluator: the HR team alone may,
// and needs no letter.
func TestADecisionIsReplacedByTheTeamAlone(t *testing.T) {
	c, rs := newCast(t), rules.PermenPANRB6()
	c.received(t)
	o, err := c.staff.follow.FileObjection(c.plan.ID, q3, objection.Objection{Reason: "tertukar"}, model.Word{})
	if err == nil {
		_, err = c.above.follow.DecideObjection(c.plan.Employee, o.ID, objection.Rejected, objection.Ratings{}, "bukti kurang", model.Word{}, rs)
	}
	if err == nil {
		_, err = c.evaluator.Move(c.plan.ID, q3, model.Final, model.Word{}, rs)
	}
	if err != nil {
		t.Fatal(err)
	}
	letter := model.Word{Document: "Surat 12/2026", Reason: "tertukar"}
	if _, err := c.evaluator.Replace(c.plan.ID, q3, objection.Ratings{}, letter, rs); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("by the evaluator: %v", err)
	}
	team := editions.Desk{Desk: c.Signed(c.Other, model.RoleTeam)}
	e, err := team.Replace(c.plan.ID, q3, objection.Ratings{}, model.Word{Reason: "NIP tertukar"}, rs)
	if err != nil || e.Edition() != 2 || e.Words[0].Act != string(edition.VerbReplace) || e.Words[0].Whose != team.Actor().Employee {
		t.Errorf("%+v, %v", e, err)
	}
}

// Silence is agreement only by a rule that is named, and not before the last day to
// object has passed.
func TestDeemedAccepted(t *testing.T) {
	c, rs := newCast(t), rules.PermenPANRB6()
	c.received(t)
	rule := model.Word{Reason: "Perbup 7/2025 pasal 9"}
	if _, err := c.evaluator.Move(c.plan.ID, q3, model.DeemedAccepted, rule, rs); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("while one can object: %v", err)
	}
	if _, err := c.evaluator.Move(c.plan.ID, q3, model.DeemedAccepted, model.Word{}, rs); !errors.Is(err, model.ErrMissing) {
		t.Errorf("without a rule: %v", err)
	}
	if _, err := c.staff.Move(c.plan.ID, q3, model.DeemedAccepted, rule, rs); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("by the person: %v", err)
	}
}
