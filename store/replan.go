package store

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/catalogue"
	"kinerja/model/planning"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
)

// SetTargets gives plans other targets, or another instrument, from a period
// on: one change, one undo. A plan that was agreed is agreed anew, on the
// document named; its earlier agreements stay, and the periods before keep what
// they were measured by. Results entered in the periods that it reaches are
// compared with the new targets. Plans that are in the way themselves (a period
// that was shared, values the new instrument has no indicator for) are passed
// over and named; where nothing is left to change, the first of them is the
// error.
func (d *Desk) SetTargets(o planning.TargetOrder) (r planning.Revised, err error) {
	a := d.act(model.VerbEditPlan)
	a.Document, a.Reason = o.Document, o.Reason
	err = d.s.change(a, func(t *tx) error {
		r = planning.Revised{}
		today := t.Today()
		if o.On.IsZero() {
			o.On = today
		}
		if o.On > today {
			return &model.FieldError{Field: "date", Value: o.On.String(), Err: model.ErrFuture}
		}
		if err := stock(t, o.Instrument); err != nil {
			return err
		}
		for _, id := range o.Plans {
			did, who, err := d.revise(t, id, o)
			switch {
			case planning.Passes(err):
				r.Skipped = append(r.Skipped, planning.Skip{Plan: id, Employee: who, Err: err})
			case err != nil:
				return err
			case did:
				r.Changed++
			default:
				r.Same++
			}
		}
		if r.Changed == 0 && len(r.Skipped) > 0 {
			return fmt.Errorf("plan of %s: %w", r.Skipped[0].Employee, r.Skipped[0].Err)
		}
		return nil
	})
	return r, err
}

// stock puts a ready instrument into the file that does not hold it yet.
func stock(t *tx, id model.InstrumentID) error {
	i := slices.IndexFunc(catalogue.All(), func(in model.Instrument) bool { return in.ID == id })
	if i < 0 {
		return nil
	}
	_, err := t.Instrument(id)
	if errors.Is(err, model.ErrNotFound) {
		return cabinet.Put(t, catalogue.All()[i])
	}
	return err
}

func (d *Desk) revise(t *tx, id model.PlanID, o planning.TargetOrder) (did bool, who model.EmployeeID, err error) {
	old, err := t.Plan(id)
	if err != nil {
		return false, "", err
	}
	if err := d.may(t, model.VerbEditPlan, old.Employee); err != nil {
		return false, old.Employee, err
	}
	plan, err := planning.Ordered(old, o, t.Instrument, model.Word{
		ID: model.ElementID(ledger.MintID()), Whose: old.Employee, By: d.actor.Employee, Via: model.Recorded,
		Document: o.Document, On: o.On,
	})
	if err != nil || planning.ContentOf(plan).Same(planning.ContentOf(old)) && len(plan.Agreements) == len(old.Agreements) {
		return false, old.Employee, err
	}
	cards, err := t.Recards(old, plan, false)
	if err != nil {
		return false, old.Employee, err
	}
	in, err := t.Instrument(plan.Instrument)
	if err == nil {
		err = freeze(t, in)
	}
	if err == nil || errors.Is(err, model.ErrNotFound) {
		err = cabinet.Put(t, plan)
	}
	for _, card := range cards {
		if err == nil {
			err = cabinet.Put(t, card)
		}
	}
	return err == nil, old.Employee, err
}

// Told lists, of some plans, the periods whose evaluation was shared: their
// targets stay. starts are the periods from which an agreement may hold, now the
// one of them in which people work; 0 where nothing was entered yet.
func (d *Desk) Told(plans []model.PlanID) (told map[model.PlanID][]planning.Told, starts []model.Period, now model.Period, err error) {
	told = map[model.PlanID][]planning.Told{}
	err = d.view(model.VerbReadCard, func(t *tx) error {
		periods := t.Periods()
		for _, id := range plans {
			plan, err := t.Plan(id)
			if err == nil {
				err = d.may(t, model.VerbReadCard, plan.Employee)
			}
			if err != nil {
				return err
			}
			starts, now = planning.Starts(plan.Year, periods)
			list, err := toldOf(t, plan)
			if err != nil {
				return err
			}
			if len(list) > 0 {
				told[id] = list
			}
		}
		return nil
	})
	return told, starts, now, err
}

// toldOf lists the periods of a plan whose evaluation was shared.
func toldOf(t *tx, plan model.Plan) (list []planning.Told, err error) {
	for _, p := range t.Periods() {
		if p.Year() != plan.Year {
			continue
		}
		ev, err := t.Evaluation(plan, p)
		if err != nil {
			return nil, err
		}
		if one, is := planning.ToldBy(ev); is {
			list = append(list, one)
		}
	}
	return list, nil
}

// NameRules lets a plan name the rule set that it goes by, with its version; with
// "" it goes by what is set for everybody again. It refuses what planning.GoBy
// refuses. Whether there is such a rule set is for the caller to know: it stands
// beside the settings, and no file holds it.
func (d *Desk) NameRules(id model.PlanID, ref string) (plan model.Plan, err error) {
	err = d.change(model.VerbEditPlan, "", func(t *tx) error {
		if plan, err = t.Plan(id); err != nil {
			return err
		}
		if err := d.may(t, model.VerbEditPlan, plan.Employee); err != nil {
			return err
		}
		told, err := toldOf(t, plan)
		if err == nil {
			plan, err = planning.GoBy(plan, ref, told)
		}
		if err != nil {
			return err
		}
		return cabinet.Put(t, plan)
	})
	return plan, err
}

// fromNow is the first period, from the one of today on, of which nothing was
// told; 0 where there is none.
func fromNow(t *tx, plan model.Plan) (model.Period, error) {
	told, err := toldOf(t, plan)
	starts, _ := planning.Starts(plan.Year, t.Periods())
	from, _ := planning.FirstFree(starts, planning.StartAt(starts, t.Today()), told)
	return from, err
}

// replan refuses a plan that is put with another content where results were
// entered or an evaluation was begun since the table was read: these belong to
// what the person was told.
func replan(t *tx, p model.Plan) error {
	old, err := t.Plan(p.ID)
	if errors.Is(err, model.ErrNotFound) {
		return nil
	}
	if err != nil || planning.ContentOf(old).Same(planning.ContentOf(p)) && old.RuleSet == p.RuleSet {
		return err
	}
	for _, period := range t.Periods() {
		if period.Year() != p.Year {
			continue
		}
		ev, err := t.Evaluation(old, period)
		if err != nil {
			return err
		}
		card, err := t.Card(old, period)
		if err != nil {
			return err
		}
		if ev.State != model.EvaluationDraft || card.HasValues() {
			return fmt.Errorf("plan of %s, %s: %w", p.Employee, period, model.ErrChanged)
		}
	}
	return nil
}
