package store

import (
	"errors"
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
)

// WritePlan changes what a plan says beside its measures: results, behaviour,
// annex. The plan must be open for writing.
func (d *Desk) WritePlan(id model.PlanID, edits ...planning.Edit) (p model.Plan, err error) {
	err = d.change(model.VerbOutlinePlan, "", func(t *tx) error {
		if p, err = t.Plan(id); err != nil {
			return err
		}
		if err := d.may(t, model.VerbOutlinePlan, p.Employee); err != nil {
			return err
		}
		if p, err = planning.Write(p, mintElement, edits...); err != nil {
			return err
		}
		return cabinet.Put(t, p)
	})
	return p, err
}

func mintElement() model.ElementID { return model.ElementID(ledger.MintID()) }

// StepPlans moves plans by one step: handed in, agreed upon, given back, opened
// again, closed. All of it is one change. Plans that are in the way themselves
// are passed over and named; where none is left, the first of them is the error.
// A step that is somebody else's word names the paper it is known from
// (planning.PaperError), or nothing changes.
// What is agreed upon anew compares the results of the periods that it reaches
// with the new targets.
func (d *Desk) StepPlans(o planning.StepOrder) (done planning.Stepped, err error) {
	verbs := map[string]model.Verb{
		planning.Submit: model.VerbSubmitPlan, planning.Agree: model.VerbAgreePlan, planning.Return: model.VerbReturnPlan,
		planning.Reopen: model.VerbRevisePlan, planning.Conclude: model.VerbClosePlan,
	}
	a := d.act(verbs[o.Step])
	a.Document, a.Reason = o.Document, o.Reason
	err = d.s.change(a, func(t *tx) error {
		done = planning.Stepped{}
		if o.On.IsZero() {
			o.On = t.Today()
		}
		if o.On > t.Today() {
			return &model.FieldError{Field: "date", Value: o.On.String(), Err: model.ErrFuture}
		}
		for _, id := range o.Plans {
			who, err := d.stepPlan(t, id, o)
			switch {
			case planning.Passes(err):
				done.Skipped = append(done.Skipped, planning.Skip{Plan: id, Employee: who, Err: err})
			case err != nil:
				return err
			default:
				done.Done++
			}
		}
		if done.Done == 0 && len(done.Skipped) > 0 {
			return fmt.Errorf("plan of %s: %w", done.Skipped[0].Employee, done.Skipped[0].Err)
		}
		return nil
	})
	return done, err
}

func (d *Desk) stepPlan(t *tx, id model.PlanID, o planning.StepOrder) (who model.EmployeeID, err error) {
	old, err := t.Plan(id)
	if err != nil {
		return "", err
	}
	if err := d.may(t, t.Act.Verb, old.Employee); err != nil {
		return old.Employee, err
	}
	post, err := t.Post(old.Employee, old.Post)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return old.Employee, err
	}
	if o.Step == planning.Agree {
		if err := planning.AgreedIn(post, o.On); err != nil {
			return old.Employee, err
		}
	}
	step, _ := planning.StepOf(o.Step, old.State)
	if o.Step == planning.Agree && !o.From.Valid() && len(old.Agreements) > 0 {
		if o.From, err = fromNow(t, old); err != nil {
			return old.Employee, err
		}
	}
	word := d.wordOn(step, old, post, o)
	plan, err := planning.Take(old, o.Step, o.From, word)
	if err != nil {
		return old.Employee, err
	}
	if word.Via == model.Recorded && strings.TrimSpace(o.Document) == "" {
		return old.Employee, &planning.PaperError{Step: o.Step}
	}
	cards, err := t.Recards(old, plan, false)
	if err != nil {
		return old.Employee, err
	}
	if err := cabinet.Put(t, plan); err != nil {
		return old.Employee, err
	}
	for _, card := range cards {
		if err := cabinet.Put(t, card); err != nil {
			return old.Employee, err
		}
	}
	return old.Employee, nil
}

// wordOn is whose word a step is, and how it is known: their own when they work
// here themselves, else typed by somebody else (UX 2.11).
func (d *Desk) wordOn(step planning.Step, p model.Plan, post model.Post, o planning.StepOrder) model.Word {
	me := d.actor.Employee
	w := model.Word{ID: mintElement(), Whose: step.Speaker(p, post.Evaluator, me), By: me, Via: model.Recorded, Document: o.Document, On: o.On, Reason: o.Reason}
	if step.Own(p, post.Evaluator, d.actor) {
		w.Via = d.actor.Via
	}
	return w
}

// CopyPlans makes drafts of a year from plans of another: one change. Whoever
// has a plan of that year already that says more than an instrument does, or has
// results, is passed over (ErrExists), and whoever holds no post then
// (ErrNoPost); where none is left, the first of them is the error.
func (d *Desk) CopyPlans(orders ...planning.CopyOrder) (list []planning.Copied, skipped []planning.Skip, err error) {
	err = d.change(model.VerbCopyPlan, "", func(t *tx) error {
		list, skipped = nil, nil
		all, err := choosable(t)
		if err != nil {
			return err
		}
		for _, o := range orders {
			c, who, err := d.copyPlan(t, o, all)
			switch {
			case errors.Is(err, model.ErrExists), errors.Is(err, model.ErrNoPost), errors.Is(err, model.ErrChanged):
				skipped = append(skipped, planning.Skip{Plan: o.Plan, Employee: who, Err: err})
			case err != nil:
				return err
			default:
				list = append(list, c)
			}
		}
		if len(list) == 0 && len(skipped) > 0 {
			return fmt.Errorf("plan of %s: %w", skipped[0].Employee, skipped[0].Err)
		}
		return nil
	})
	return list, skipped, err
}

func (d *Desk) copyPlan(t *tx, o planning.CopyOrder, all []model.Instrument) (c planning.Copied, who model.EmployeeID, err error) {
	old, err := t.Plan(o.Plan)
	if err != nil {
		return c, "", err
	}
	if err := d.may(t, model.VerbCopyPlan, old.Employee); err != nil {
		return c, old.Employee, err
	}
	posts, err := t.Posts(old.Employee)
	if err != nil {
		return c, old.Employee, err
	}
	first, _ := model.NewDate(o.Year, 1, 1)
	last, err := model.NewDate(o.Year, 12, 31)
	if err != nil {
		return c, old.Employee, err
	}
	post, ok := model.MainPost(posts, first, last)
	if !ok {
		return c, old.Employee, model.ErrNoPost
	}
	var failed error
	c.Plan = planning.Copy(old, post, o.Year, func(s model.Served) model.Served {
		s, err := carry(t, s, o.Year)
		failed = errors.Join(failed, err)
		return s
	})
	standing, err := t.Plan(c.Plan.ID)
	switch {
	case errors.Is(err, model.ErrNotFound):
	case errors.Join(err, failed) != nil:
		return c, old.Employee, errors.Join(err, failed)
	case standing.State != model.PlanDraft || len(standing.Outline.Outcomes) > 0:
		return c, old.Employee, model.ErrExists
	}
	if failed != nil {
		return c, old.Employee, failed
	}
	if in, err := t.Instrument(old.Instrument); err == nil {
		if newest := planning.NewestOf(all, in); newest.Version > c.Plan.Version {
			c.Newest = newest
		}
	}
	return c, old.Employee, d.keepPlan(t, model.VerbCopyPlan, c.Plan)
}

// carry is what a link to the superior's results becomes in another year: the
// same post's plan of that year.
func carry(t *tx, s model.Served, year int) (model.Served, error) {
	if s.Plan == "" {
		return s, nil
	}
	old, err := t.Plan(s.Plan)
	if errors.Is(err, model.ErrNotFound) {
		return planning.Carry(s, old, model.Plan{}), nil
	}
	if err != nil {
		return s, err
	}
	now, err := t.Plan(model.PlanOf(old.Post, year))
	if errors.Is(err, model.ErrNotFound) {
		err = nil
	}
	return planning.Carry(s, old, now), err
}
