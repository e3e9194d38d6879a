package store

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/fairness"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/sight"
	"kinerja/store/unitresults"
	"kinerja/store/unitview"
)

// UnitOverview reads how a unit stands in a period: its result, how predicates
// are spread in it and below it where there is no other head, and what its
// indicators come to. The zero period is the newest in use, the unit "" the only
// one at the top.
func (d *Desk) UnitOverview(unit model.UnitID, p model.Period, rs rules.RuleSet) (overview.Unit, error) {
	return Look(d, model.VerbReadUnit, func(s sight.Sight) (overview.Unit, error) { return unitview.Overview(s, unit, p, rs) })
}

// UnitStandings reads the results and distributions of a period, of every unit
// at or below one ("": everywhere) that has people of its own, from the top down.
func (d *Desk) UnitStandings(p model.Period, unit model.UnitID) ([]overview.Standing, error) {
	return Look(d, model.VerbReadUnit, func(s sight.Sight) ([]overview.Standing, error) { return unitview.Standings(s, p, unit) })
}

// UnitResults reads what was decided or proposed in a period, by unit; of units
// that this person may not see nothing.
func (d *Desk) UnitResults(p model.Period) (unitresult.Results, error) {
	return Look(d, model.VerbReadUnit, func(s sight.Sight) (unitresult.Results, error) { return unitview.Results(s, p) })
}

// Raters puts everybody who rates in a period side by side, each in the line of
// the units whose people they rate. The zero period is the newest in use.
func (d *Desk) Raters(p model.Period) (fairness.Sheet, error) {
	return Look(d, model.VerbReadRaters, func(s sight.Sight) (fairness.Sheet, error) { return unitview.RatersIn(s, p) })
}

// CompareUnits puts the units of a period side by side, each in its line.
func (d *Desk) CompareUnits(p model.Period, book rules.Book) (overview.Comparison, error) {
	return Look(d, model.VerbReadUnit, func(s sight.Sight) (overview.Comparison, error) { return unitview.Compare(s, p, book) })
}

// ProposeUnitResult keeps a draft of what a unit reached; it counts for nothing
// until the leader above decides.
func (d *Desk) ProposeUnitResult(o unitresult.Order) (unitresult.Result, error) {
	return d.unitResult(model.VerbProposeUnit, o, func(t *tx, unit model.Unit, r unitresult.Result) (unitresult.Result, error) {
		return r.Propose(o.Proposal)
	})
}

// SetUnitResult keeps what was decided about a unit. Without a document it is
// the word of whoever works here, and only the leader above, who evaluates the
// head, may say it; others record it from a document. What was set is revised,
// with a reason (ErrReason).
func (d *Desk) SetUnitResult(o unitresult.Order) (unitresult.Result, error) {
	verb := model.VerbSetUnit
	if o.Document != "" {
		verb = model.VerbRecordUnit
	}
	return d.unitResult(verb, o, func(t *tx, unit model.Unit, r unitresult.Result) (unitresult.Result, error) {
		w, err := d.decision(t, unit, o)
		if err != nil {
			return r, err
		}
		return r.Decide(o.Proposal, w, o.Reason, t.Today())
	})
}

// decision is the word of the leader above: own, or recorded.
func (d *Desk) decision(t *tx, unit model.Unit, o unitresult.Order) (model.Word, error) {
	w := model.Word{ID: model.ElementID(ledger.MintID()), Whose: d.actor.Employee, By: d.actor.Employee, Via: d.actor.Via, On: o.On}
	if w.On == 0 {
		w.On = t.Today()
	}
	if o.Document == "" {
		return w, nil
	}
	w.Via, w.Document, w.Whose = model.Recorded, o.Document, ""
	if unit.Head != "" {
		post, _, err := t.MainPost(unit.Head)
		if err != nil {
			return w, err
		}
		w.Whose = post.Evaluator
	}
	t.Act.Document, t.Act.Whose = w.Document, w.Whose
	return w, nil
}

// ExplainDistribution keeps why a distribution stands that does not fit the
// pattern of the unit's result. It is kept with the counts it is about. It
// reports ErrNothing where the distribution fits, and ErrState where the result is
// not decided or not everybody is rated.
func (d *Desk) ExplainDistribution(o unitresult.Order, guide distribution.Guide) (unitresult.Result, error) {
	return d.unitResult(model.VerbExceptUnit, o, func(t *tx, unit model.Unit, r unitresult.Result) (unitresult.Result, error) {
		counts, err := unitview.Counts(d.sight(t), unit.ID, o.Period)
		if err != nil {
			return r, err
		}
		if r.Decided() && counts.Open() {
			return r, fmt.Errorf("%d of %d rated: %w", counts.People(), counts.Everybody(), model.ErrState)
		}
		if r.Decided() && distribution.Fits(guide.Of(r.Grade).Check(counts.Counts)) {
			return r, model.ErrNothing
		}
		w := model.Word{ID: model.ElementID(ledger.MintID()), Whose: d.actor.Employee, By: d.actor.Employee, Via: d.actor.Via, Document: o.Document, On: t.Today()}
		return r.Except(unitresult.Exception{Reason: o.Reason, Counts: counts.Rated(), Guide: guide.ID(), Word: w})
	})
}

// unitResult changes the result of a unit in a period.
func (d *Desk) unitResult(verb model.Verb, o unitresult.Order, f func(*tx, model.Unit, unitresult.Result) (unitresult.Result, error)) (r unitresult.Result, err error) {
	err = d.change(verb, o.Reason, func(t *tx) error {
		unit, err := t.Top(o.Unit)
		if err != nil {
			return err
		}
		if err := d.mayUnit(t, verb, unit.Head); err != nil {
			return err
		}
		if r, err = unitresults.Of(t.Tx, unit.ID, o.Period); err != nil {
			return err
		}
		if r, err = f(t, unit, r); err != nil {
			return err
		}
		return cabinet.Put(t, r)
	})
	return r, err
}

// mayUnit is may; who is not the leader above but may record the decision is
// told what is missing: its document.
func (d *Desk) mayUnit(t *tx, verb model.Verb, head model.EmployeeID) error {
	err := d.may(t, verb, head)
	if verb == model.VerbSetUnit && errors.Is(err, model.ErrNotAllowed) && d.may(t, model.VerbRecordUnit, head) == nil {
		return &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	return err
}
