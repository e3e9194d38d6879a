// Package score is the aid: from what a card says to one percentage that
// suggests a rating, with the whole working (PermenPANRB 6/2022 has no formula,
// so the number never decides).
//
// What it promises:
//   - Every number it returns is the exact one, rounded half up to two decimals
//     once. In between it computes in 128 bits at 10⁻¹² and, where that comes
//     too near a tie, in exact fractions. What does not fit is an error.
//   - The printed value is what thresholds compare: 109.996 prints 110.00 and
//     suggests "above".
//   - A missing part is missing: weights are shared out over what is present,
//     and where nothing is present there is no value, neither 0 nor NaN.
//   - Of and the Kernel give the same answer; so do the same indicators in
//     another order, and all weights multiplied by one number.
//
// It reads no clock, no file and no setting, and leaves its arguments alone.
package score

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/rules"
)

// Score is what a card comes to, with its working.
type Score struct {
	Value     model.Amount // two decimals; absent where nothing can be computed
	Share     model.Number // per cent of the weight that Value stands on, two decimals
	Suggested model.Rating // NotRated where data are insufficient
	Steps     []Step       // one a measure, in the order of the plan
	Rounding  model.Number // Value less the printed sum of Adds
	RuleSet   string       // with its version: "permenpanrb6@1"
}

// Step is one line of the working: why a measure adds what it adds. All
// percentages have two decimals.
type Step struct {
	Measure model.ElementID
	Gauge   model.Gauge // with the own target, where there is one
	Actual  model.Amount
	Num     model.Amount // of a value entered as a fraction
	Den     model.Amount
	Reached model.Amount // per cent of the target, before any limit
	Counted model.Amount // Reached, but not below 0 and not above Cap
	Cap     model.Number // the measure's own, else the rule set's
	Capped  bool
	Adds    model.Amount // its share of Value; absent where nothing counts
	Note    Note
	Source  string // where a value that nobody typed comes from, as the entry has it
}

// Entry is what was entered for the step, without what was noted beside it.
func (s Step) Entry() model.Entry {
	return model.Entry{Measure: s.Measure, Actual: s.Actual, Num: s.Num, Den: s.Den, Source: s.Source}
}

// Note says what is special about a step, as a code and the numbers that go
// with it; ui/lang makes a sentence of it.
type Note struct {
	Code NoteCode
	Args []model.Number
}

// NoteCode names what is special about a step.
type NoteCode uint8

// The codes. Those from NoteMissing to NoteInWords say why a measure does
// not count; the rest explain a number that does.
const (
	NoNote          NoteCode = iota
	NoteMissing              // no value was entered
	NoteTargetZero           // target 0: nothing can be divided by it
	NoteNoLimit              // "none is best", more than none, and no limit; args: actual
	NoteDenominator          // entered as a fraction that has no value; args: numerator, denominator
	NoteInWords              // success is told in words: nothing is compared, and its weight is left out
	NoteCapped               // more than counts; args: reached, cap
	NoteFloored              // less than nothing; args: reached
	NoteInside               // inside the target's range, so 100; args: both ends
)

var noteCodes = [...]string{"", "missing", "target-zero", "no-limit", "denominator-zero", "in-words", "capped", "floored", "inside-range"}

// String is the code as JSON and the catalogues of texts use it; nothing for
// no note.
func (c NoteCode) String() string { return noteCodes[min(int(c), len(noteCodes)-1)] }

// Counts reports whether a step with this note takes part in the value.
func (c NoteCode) Counts() bool { return c == NoNote || c >= NoteCapped }

// Of scores card by plan and rule set. It refuses a plan with a gauge that
// Gauge.Check refuses, and numbers too large to compute with
// (model.ErrNumberRange). Entries of measures that the plan does not have are
// ignored.
func Of(card model.Card, plan model.Plan, rs rules.RuleSet) (Score, error) {
	s := Score{RuleSet: rs.Ref(), Steps: make([]Step, len(plan.Measures))}
	parts := make([]part, len(plan.Measures))
	var all, present sum
	words := false
	for i, m := range plan.Measures {
		if plan.Outline.InWords(m.ID) {
			s.Steps[i], words = Step{Measure: m.ID, Gauge: m.Gauge, Note: Note{Code: NoteInWords}}, true
			continue
		}
		e := card.Entry(m.ID)
		l, err := newLine(m.ID, m.Gauge, rs.Limits)
		if err == nil {
			l, err = l.withTarget(e.Target)
		}
		if err == nil {
			err = all.add(l.weight, 0)
		}
		if err == nil {
			s.Steps[i], parts[i], err = l.step(m.Gauge, e)
		}
		if err == nil && s.Steps[i].Note.Code.Counts() {
			err = present.add(l.weight, parts[i].ulps)
		}
		if err != nil {
			return Score{}, fmt.Errorf("measure %s: %w", m.Gauge.Code, err)
		}
	}
	s.finish(parts, all, present, rs.Limits)
	if words && all.weight == 0 {
		s.Share = model.Int(100) // all is told in words: nothing is missing
	}
	return s, nil
}

// OfFinal scores a final evaluation by what was frozen with it: its own
// measures, entries and the numbers of its rule set. Nothing that changes later
// can change the answer. It refuses an evaluation that is not frozen
// (model.ErrState) or whose rule set is unknown or another one.
func OfFinal(e model.Evaluation) (Score, error) {
	if e.Frozen == nil {
		return Score{}, fmt.Errorf("evaluation %s: %w", e.ID, model.ErrState)
	}
	rs, err := rules.OfFinal(e)
	if err != nil {
		return Score{}, fmt.Errorf("evaluation %s: %w", e.ID, err)
	}
	return Of(model.Card{Entries: e.Frozen.Entries}, model.Plan{Measures: e.Frozen.Measures, Outline: e.Frozen.Outline}, rs)
}

// step works out one measure; the part is what enters the mean.
func (l line) step(g model.Gauge, e model.Entry) (Step, part, error) {
	g.Target = l.target
	st := Step{Measure: e.Measure, Gauge: g, Num: e.Num, Den: e.Den, Cap: l.cap, Source: e.Source}
	p := part{weight: l.weight, cap: l.cap}
	var code NoteCode
	if st.Actual, code = actual(e); code == NoteDenominator {
		st.Note = Note{Code: code, Args: []model.Number{e.Num.Or(0), e.Den.Or(0)}}
		return st, p, nil
	}
	v, ok := st.Actual.Get()
	if !ok {
		st.Note = Note{Code: NoteMissing}
		return st, p, nil
	}
	r, code := l.reach(v)
	if !code.Counts() {
		st.Note = Note{Code: code}
		if code == NoteNoLimit {
			st.Note.Args = []model.Number{v}
		}
		return st, p, nil
	}
	reached, ok := r.percent()
	if !ok {
		return st, p, model.ErrNumberRange
	}
	ulps, limited, err := l.count(r)
	if err != nil {
		return st, p, err
	}
	p.ratio, p.ulps = r, ulps
	st.Reached, st.Counted = model.Some(reached), model.Some(reached)
	switch {
	case limited == NoteCapped:
		st.Capped, st.Counted = true, model.Some(l.cap.Round())
		st.Note = Note{Code: NoteCapped, Args: []model.Number{reached, l.cap}}
	case limited == NoteFloored:
		st.Counted = model.Some(0)
		st.Note = Note{Code: NoteFloored, Args: []model.Number{reached}}
	case code == NoteInside:
		st.Note = Note{Code: NoteInside, Args: []model.Number{l.target, l.high}}
	}
	return st, p, nil
}

// finish puts the steps together: value, shares, suggestion, rounding.
func (s *Score) finish(parts []part, all, present sum, rs rules.Limits) {
	s.Share = share(present.weight, all.weight)
	if present.weight == 0 {
		return
	}
	counted := make([]part, 0, len(parts))
	for i := range parts {
		if s.Steps[i].Note.Code.Counts() {
			counted = append(counted, parts[i])
		}
	}
	value := present.mean(func() []part { return counted })
	s.Value, s.Rounding = model.Some(value), value
	for i := range parts {
		if !s.Steps[i].Note.Code.Counts() {
			continue
		}
		one := sum{weight: present.weight}
		one.put(parts[i].weight, parts[i].ulps)
		adds := one.mean(func() []part { return parts[i : i+1] })
		s.Steps[i].Adds = model.Some(adds)
		s.Rounding -= adds
	}
	s.Suggested = rs.Suggest(s.Value, s.Share)
}
