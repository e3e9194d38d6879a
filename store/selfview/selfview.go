// Package selfview is how staff see their own work (penilaian diri) as one person
// may read and change it in one look at the file: package assessment decides, here
// stands what it is decided from. It keeps what the rule promises in the record of
// changes too: nobody but the person learns from it that anything was begun.
package selfview

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/store/assessments"
	"kinerja/store/cabinet"
	"kinerja/store/history"
)

// View is one look at the file of one person; May refuses what they may not do.
type View struct {
	*cabinet.Tx
	Actor model.Actor
	May   func(model.Verb, model.EmployeeID) error
}

// Plan reads a plan; with no identity this person's own of the year of a period, or
// their newest where that is zero; of several that of the main post.
func (v View) Plan(id model.PlanID, in model.Period) (plan model.Plan, err error) {
	if id != "" {
		return v.Tx.Plan(id)
	}
	missing := fmt.Errorf("own plan: %w", model.ErrNotFound)
	if v.Actor.Employee == "" {
		return plan, missing
	}
	list, err := v.PlansOf(v.Actor.Employee)
	if err != nil {
		return plan, err
	}
	post, _, err := v.MainPost(v.Actor.Employee)
	for _, p := range list {
		if in.Valid() && p.Year != in.Year() {
			continue
		}
		if plan.ID == "" || p.Year > plan.Year || p.Year == plan.Year && p.Post == post.ID {
			plan = p
		}
	}
	if err == nil && plan.ID == "" {
		err = missing
	}
	return plan, err
}

// Standing is the assessment of a plan in a period as this person may see it, with
// what they may do.
func (v View) Standing(plan model.Plan, p model.Period) (st assessment.Standing, err error) {
	a, ev, err := v.both(plan, p)
	if err != nil {
		return st, err
	}
	st = assessment.For(a, plan, ev, v.self(plan))
	if st.Card, err = v.Card(plan, p); err != nil {
		return st, err
	}
	line, _, err := v.Names.Line(plan.Employee)
	if err != nil {
		return st, err
	}
	st.Staff = line.Row()
	st.Names = map[model.EmployeeID]string{plan.Employee: st.Staff.Name}
	for _, w := range st.Assessment.Words {
		if w.By != "" && st.Names[w.By] == "" {
			st.Names[w.By] = v.NameOf(w.By)
		}
	}
	// What may be done is tried, and not kept.
	whole := assessment.Content{Result: model.Meets, Behaviour: model.Meets}
	_, st.Write = a.Write(whole, plan, ev)
	_, st.Reopen = a.Reopen(model.Word{}, ev)
	_, st.Record = a.Record(whole, model.Word{Document: "-"}, plan, ev)
	if closed := v.StillOpen(plan.Unit, p); closed != nil {
		st.Write, st.Reopen, st.Record = closed, closed, closed
	}
	for verb, why := range map[model.Verb]*error{assessment.VerbWrite: &st.Write, assessment.VerbReopen: &st.Reopen, assessment.VerbRecord: &st.Record} {
		if err := v.may(verb, plan); err != nil {
			*why = err
		}
	}
	return st, nil
}

// both reads both sides.
func (v View) both(plan model.Plan, p model.Period) (a assessment.Assessment, e model.Evaluation, err error) {
	if a, err = assessments.Of(v.Tx.Tx, plan, p); err == nil {
		e, err = v.Evaluation(plan, p)
	}
	return a, e, err
}

// self reports that the plan is this person's own, and that they act themselves.
func (v View) self(plan model.Plan) bool {
	return v.Actor.Employee != "" && v.Actor.Employee == plan.Employee && v.Actor.Via != model.Recorded
}

// may refuses what this person may not do: what is one's own is written by nobody
// else, and typed from a paper by nobody for themselves.
func (v View) may(verb model.Verb, plan model.Plan) error {
	if v.self(plan) == (verb == assessment.VerbRecord) {
		return fmt.Errorf("%s: %w", verb, model.ErrNotAllowed)
	}
	return v.May(verb, plan.Employee)
}

// Step is one change of an assessment, beside the evaluation as it stands.
type Step func(assessment.Assessment, model.Plan, model.Evaluation) (assessment.Assessment, error)

// Write says something else.
func Write(c assessment.Content) Step {
	return func(a assessment.Assessment, plan model.Plan, e model.Evaluation) (assessment.Assessment, error) {
		return a.Write(c, plan, e)
	}
}

// Submit hands in, by w.
func Submit(w model.Word) Step {
	return func(a assessment.Assessment, _ model.Plan, e model.Evaluation) (assessment.Assessment, error) {
		return a.Submit(w, e)
	}
}

// Reopen takes back, by w.
func Reopen(w model.Word) Step {
	return func(a assessment.Assessment, _ model.Plan, e model.Evaluation) (assessment.Assessment, error) {
		return a.Reopen(w, e)
	}
}

// Record types from a paper what the holder of the plan said by w.
func Record(c assessment.Content, w model.Word) Step {
	return func(a assessment.Assessment, plan model.Plan, e model.Evaluation) (assessment.Assessment, error) {
		w.Whose = plan.Employee
		return a.Record(c, w, plan, e)
	}
}

// Change changes one assessment, which need not be there yet. A closed period rests.
func (v View) Change(verb model.Verb, id model.PlanID, p model.Period, do Step) error {
	plan, err := v.Tx.Plan(id)
	if err != nil {
		return err
	}
	if err := v.may(verb, plan); err != nil {
		return err
	}
	if !p.Valid() || p.Year() != plan.Year {
		return &model.FieldError{Field: "periode", Value: p.String(), Err: model.ErrBadPeriod}
	}
	if err := v.StillOpen(plan.Unit, p); err != nil {
		return err
	}
	was, ev, err := v.both(plan, p)
	if err != nil {
		return err
	}
	if verb == assessment.VerbRecord {
		v.Act.Whose = plan.Employee
	}
	now, err := do(was, plan, ev)
	if err != nil {
		return fmt.Errorf("assessment %s: %w", p, err)
	}
	return cabinet.Put(v.Tx, now)
}

// Keep keeps an assessment that comes from outside by verb.
func (v View) Keep(verb model.Verb, a assessment.Assessment) error {
	plan, err := v.Tx.Plan(a.Plan)
	if err == nil {
		err = v.May(verb, a.Employee)
	}
	if err == nil {
		err = assessments.Keep(v.Tx.Tx, a, plan)
	}
	if err != nil {
		return fmt.Errorf("assessment %s: %w", a.Period, err)
	}
	return nil
}

// Seen is a fact as this person may read it, and whether they may know of it at all
// (seen), and of what it changed (told). Of a fact about how somebody sees their own
// work its author reads everything. Others learn nothing of it before both are in;
// then what was handed in, and never a draft. The inspectorate sees that there are
// facts, so that none is missing from the record.
func (v View) Seen(f model.Fact, at history.Where) (read model.Fact, seen, told bool, err error) {
	if f.Header.Kind != model.KindAssessment || at.Employee == "" || at.Employee == v.Actor.Employee {
		return f, true, true, nil
	}
	list := f.Payload.Differences
	f.Payload.Differences = nil
	if v.May(assessment.VerbRead, at.Employee) != nil {
		return f, false, false, nil
	}
	plan, err := v.Tx.Plan(at.Plan)
	if err != nil {
		return f, false, false, err
	}
	a, e, err := v.both(plan, at.Period)
	switch verb := f.Header.Verb; {
	case err != nil:
		return f, false, false, err
	case !a.In(e):
		return f, v.Actor.Roles.Has(model.RoleAuditor), false, nil
	case verb != assessment.VerbSubmit && verb != assessment.VerbRecord:
		return f, true, false, nil
	}
	for _, d := range list {
		d.Before = nil // a draft that a paper took the place of
		f.Payload.Differences = append(f.Payload.Differences, d)
	}
	return f, true, true, nil
}
