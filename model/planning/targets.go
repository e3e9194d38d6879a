package planning

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
)

// Target is a target of somebody's own; High is the upper end of a range.
type Target struct {
	Measure model.ElementID
	Low     model.Number
	High    model.Amount
}

// TargetOrder gives some plans targets of their own, or another instrument, from
// a period on. A plan that was agreed is agreed anew on Document.
type TargetOrder struct {
	Plans   []model.PlanID
	Targets []Target     // of measures that a plan does not have: left out there
	From    model.Period // the first period they hold in; none: the whole year
	// Instrument is what the plans are measured by from then on; "": as before.
	Instrument model.InstrumentID
	On         model.Date // day of the agreement; 0: today
	Document   string
	Reason     string
}

// Revised is what came of an order.
type Revised struct {
	Changed int
	Same    int // had these targets already
	Skipped []Skip
}

// Skip is a plan that an order passed over, and why: a ToldError, ErrEntered of
// values that the other instrument has no indicator for, ErrState of a closed
// plan.
type Skip struct {
	Plan     model.PlanID
	Employee model.EmployeeID
	Err      error
}

// Passes reports whether an order goes on without a plan that is refused so:
// the plan itself is in the way, not the order.
func Passes(err error) bool {
	for _, why := range []error{model.ErrLocked, model.ErrEntered, model.ErrState} {
		if errors.Is(err, why) {
			return true
		}
	}
	return false
}

// Told is a period whose evaluation the person knows: its targets stay.
type Told struct {
	Period model.Period
	State  model.EvaluationState
	On     model.Date // shared on
}

// ToldBy is what an evaluation told; false while it is not shared.
func ToldBy(e model.Evaluation) (Told, bool) {
	t := Told{Period: e.Period, State: e.State}
	for _, w := range slices.Backward(e.Words) {
		if w.Act == string(model.VerbShare) {
			t.On = w.On
			break
		}
	}
	return t, e.LocksCard()
}

// ToldError refuses targets for a period whose evaluation was shared. It is
// model.ErrLocked.
type ToldError struct {
	Employee model.EmployeeID
	Told     Told
}

func (e *ToldError) Error() string {
	return fmt.Sprintf("%s of %s: %v", e.Told.Period, e.Employee, model.ErrLocked)
}

// Unwrap lets errors.Is see ErrLocked.
func (e *ToldError) Unwrap() error { return model.ErrLocked }

// EnteredError refuses another content in whose way a value stands that was
// entered for a measure it does not have. It is model.ErrEntered.
type EnteredError struct{ Period model.Period }

func (e *EnteredError) Error() string { return fmt.Sprintf("%s: %v", e.Period, model.ErrEntered) }

// Unwrap lets errors.Is see ErrEntered.
func (e *EnteredError) Unwrap() error { return model.ErrEntered }

// Starts lists the periods from which an agreement may hold, oldest first:
// those of the year in the length that is in use, else quarters; now is the one
// of them in which people work, 0 for none. used are the periods with results or
// ratings.
func Starts(year int, used []model.Period) (list []model.Period, now model.Period) {
	kind := model.Quarter
	own := slices.DeleteFunc(slices.Clone(used), func(p model.Period) bool { return p.Year() != year })
	if p, ok := model.Usual(own); ok {
		kind, now = p.Kind(), p
	}
	for p, err := model.NewPeriod(kind, year, 1); err == nil && p.Year() == year; p = p.Next() {
		list = append(list, p)
	}
	return list, now
}

// StartAt is the one of some periods that has a day in it; 0 for none.
func StartAt(starts []model.Period, day model.Date) model.Period {
	for _, p := range starts {
		if p.Has(day) {
			return p
		}
	}
	return 0
}

// InTheWay lists what an agreement from a period on would reach though it was
// told, by the rule of model.Plan.In.
func InTheWay(from model.Period, told []Told) (list []Told) {
	for _, t := range told {
		if from.First() <= t.Period.Last() {
			list = append(list, t)
		}
	}
	return list
}

// FirstFree is the first of some periods, not before now, from which on nothing
// was told.
func FirstFree(starts []model.Period, now model.Period, told []Told) (model.Period, bool) {
	for _, p := range starts {
		if p.Compare(now) >= 0 && len(InTheWay(p, told)) == 0 {
			return p, true
		}
	}
	return 0, false
}

// Content is what a plan measures.
type Content struct {
	Instrument model.InstrumentID
	Version    int
	Measures   []model.Measure
}

// ContentOf is what a plan measures now.
func ContentOf(p model.Plan) Content { return Content{p.Instrument, p.Version, p.Measures} }

// Same reports whether two contents are one.
func (c Content) Same(d Content) bool {
	return c.Instrument == d.Instrument && c.Version == d.Version && slices.Equal(c.Measures, d.Measures)
}

// WithTargets returns the content with other targets. It refuses what the gauge
// refuses. c itself is left as it was.
func (c Content) WithTargets(list []Target) (Content, error) {
	c.Measures = slices.Clone(c.Measures)
	for i, m := range c.Measures {
		at := slices.IndexFunc(list, func(t Target) bool { return t.Measure == m.ID })
		if at < 0 {
			continue
		}
		m.Gauge.Target, m.Gauge.TargetHigh = list[at].Low, list[at].High
		if err := m.Gauge.Check(); err != nil {
			return c, err
		}
		c.Measures[i] = m
	}
	return c, nil
}

// Revise returns a plan with another content from a period on (none: in the
// whole year). One that was agreed upon is so anew, with whose word that is; the
// earlier agreements stay as frozen copies. A closed plan is not revised
// (ErrState); a period of another year is none (ErrBadPeriod).
func Revise(p model.Plan, c Content, from model.Period, w model.Word) (model.Plan, error) {
	if p.State == model.PlanClosed {
		return p, model.ErrState
	}
	if from != 0 && (!from.Valid() || from.Year() != p.Year) {
		return p, &model.FieldError{Field: "from", Value: from.String(), Err: model.ErrBadPeriod}
	}
	old := p
	p.Instrument, p.Version, p.Measures = c.Instrument, c.Version, c.Measures
	if p.State != model.PlanAgreed {
		return p, nil
	}
	w.Act = "agreed"
	p.Words = append(slices.Clone(p.Words), w)
	p.Agreements = append(Agreed(old), model.Agreement{
		ID: w.ID, From: from, Instrument: c.Instrument, Version: c.Version, Measures: c.Measures, Outline: p.Outline,
	})
	return p, nil
}

// Ordered is a plan as an order would have it; the plan itself, with no
// agreement added, where it would change nothing.
func Ordered(old model.Plan, o TargetOrder, find Find, w model.Word) (model.Plan, error) {
	c := ContentOf(old)
	if o.Instrument != "" && o.Instrument != c.Instrument {
		in, err := find(o.Instrument)
		if err != nil {
			return old, err
		}
		was, err := find(c.Instrument)
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return old, err
		}
		c = ContentOf(Row{Plan: old, Instrument: was}.Renew(in))
	}
	c, err := c.WithTargets(o.Targets)
	if err != nil {
		return old, err
	}
	first := o.From
	if !first.Valid() {
		first, _ = model.NewPeriod(model.Month, old.Year, 1)
	}
	if c.Same(ContentOf(old)) && c.Same(ContentOf(old.In(first))) {
		return old, nil
	}
	return Revise(old, c, o.From, w)
}

// Agreed lists the agreements of a plan, oldest first, each with its frozen
// copy: also the only one, whose copy is the plan itself. A plan on which
// nobody agreed yet has none.
func Agreed(p model.Plan) []model.Agreement {
	if len(p.Agreements) > 0 {
		return slices.Clone(p.Agreements)
	}
	if p.State != model.PlanAgreed && p.State != model.PlanClosed {
		return nil
	}
	a := model.Agreement{ID: "first", Instrument: p.Instrument, Version: p.Version, Measures: p.Measures, Outline: p.Outline}
	for _, w := range p.Words {
		if w.Act == "agreed" && w.ID != "" {
			a.ID = w.ID
		}
	}
	return []model.Agreement{a}
}

// Said finds the word of an agreement: the document and the day.
func Said(p model.Plan, a model.Agreement) model.Word {
	for _, w := range p.Words {
		if w.ID == a.ID {
			return w
		}
	}
	return model.Word{}
}

// Holding is the agreement that holds in a period, counted from 1, with whose
// word it is; false where there was only one.
func Holding(p model.Plan, period model.Period) (a model.Agreement, w model.Word, n int, ok bool) {
	i := p.Held(period)
	if i < 0 || len(p.Agreements) < 2 {
		return a, w, 0, false
	}
	a = p.Agreements[i]
	return a, Said(p, a), i + 1, true
}

// Recard returns the card as the plan measures its period, with the own targets
// that differ from those of the instrument's version in; what was entered stays.
// A value for which the plan has no measure any more is in the way (ErrEntered).
func Recard(c model.Card, plan model.Plan, in model.Instrument) (model.Card, error) {
	plan = plan.In(c.Period)
	fresh := model.CardFor(plan, in, c.Period)
	c.Instrument, c.Version, c.Entries = fresh.Instrument, fresh.Version, slices.Clone(c.Entries)
	for i, e := range c.Entries {
		c.Entries[i].Target = fresh.Entry(e.Measure).Target
		known := slices.ContainsFunc(plan.Measures, func(m model.Measure) bool { return m.ID == e.Measure })
		if e.Target = (model.Amount{}); !known && e != (model.Entry{Measure: e.Measure}) {
			return c, &EnteredError{c.Period}
		}
	}
	for _, e := range fresh.Entries {
		if !slices.ContainsFunc(c.Entries, func(x model.Entry) bool { return x.Measure == e.Measure }) {
			c.Entries = append(c.Entries, e)
		}
	}
	c.Entries = slices.DeleteFunc(c.Entries, func(e model.Entry) bool { return e == model.Entry{Measure: e.Measure} })
	return c, nil
}
