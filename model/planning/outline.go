package planning

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
)

// maxText is how long one text of a plan may be, in characters.
const maxText = 2000

// Edit changes what a plan says beside its measures. mint gives a new element
// its identity.
type Edit func(o model.Outline, p model.Plan, mint func() model.ElementID) (model.Outline, error)

// Write returns a plan whose outline was edited. It refuses a plan that is not
// open for writing (StateError), and texts that are empty, too long or hold
// control characters (model.FieldError).
func Write(p model.Plan, mint func() model.ElementID, edits ...Edit) (model.Plan, error) {
	if !Open(p.State) {
		return p, &StateError{State: p.State}
	}
	var err error
	for _, edit := range edits {
		if p.Outline, err = edit(p.Outline, p, mint); err != nil {
			return p, err
		}
	}
	return p, nil
}

// PutOutcome adds a result, or, where x has an identity, changes it, and says
// which measures tell of it: exactly those.
func PutOutcome(x model.Outcome, measures []model.ElementID) Edit {
	return func(o model.Outline, p model.Plan, mint func() model.ElementID) (model.Outline, error) {
		var err error
		if x.Text, err = text("rhk", x.Text, false); err != nil {
			return o, err
		}
		if x.Serves.Text, err = text("rhk_atasan", x.Serves.Text, true); err != nil {
			return o, err
		}
		o.Outcomes = slices.Clone(o.Outcomes)
		at := slices.IndexFunc(o.Outcomes, func(y model.Outcome) bool { return y.ID == x.ID })
		switch {
		case x.ID == "":
			x.ID = mint()
			o.Outcomes = append(o.Outcomes, x)
		case at < 0:
			return o, fmt.Errorf("outcome %s: %w", x.ID, model.ErrNotFound)
		default:
			o.Outcomes[at] = x
		}
		for _, m := range p.Measures {
			y := o.Yardstick(m.ID)
			switch here := slices.Contains(measures, m.ID); {
			case here:
				y.Outcome = x.ID
			case y.Outcome == x.ID:
				y.Outcome = ""
			}
			o = withYardstick(o, y)
		}
		return o, nil
	}
}

// RemoveOutcome takes a result away; its measures stay in the plan.
func RemoveOutcome(id model.ElementID) Edit {
	return func(o model.Outline, _ model.Plan, _ func() model.ElementID) (model.Outline, error) {
		if _, ok := o.Outcome(id); !ok {
			return o, fmt.Errorf("outcome %s: %w", id, model.ErrNotFound)
		}
		o.Outcomes = slices.DeleteFunc(slices.Clone(o.Outcomes), func(x model.Outcome) bool { return x.ID == id })
		for _, y := range slices.Clone(o.Yardsticks) {
			if y.Outcome == id {
				y.Outcome = ""
				o = withYardstick(o, y)
			}
		}
		return o, nil
	}
}

// Expect says what the leader expects in particular of a value of behaviour,
// named by its code; no text: nothing.
func Expect(value, wanted string) Edit {
	return func(o model.Outline, _ model.Plan, _ func() model.ElementID) (model.Outline, error) {
		value = strings.ToLower(strings.TrimSpace(value))
		order := rules.Behaviours()
		place := func(code model.ElementID) int {
			return slices.IndexFunc(order, func(b rules.Behaviour) bool { return b.Code == string(code) })
		}
		if place(model.ElementID(value)) < 0 {
			return o, &model.FieldError{Field: "perilaku", Value: value, Err: model.ErrWord}
		}
		wanted, err := text("ekspektasi", wanted, true)
		if err != nil {
			return o, err
		}
		o.Expectations = slices.DeleteFunc(slices.Clone(o.Expectations), func(e model.Expectation) bool { return string(e.ID) == value })
		if wanted != "" {
			o.Expectations = append(o.Expectations, model.Expectation{ID: model.ElementID(value), Text: wanted})
		}
		slices.SortStableFunc(o.Expectations, func(a, b model.Expectation) int { return place(a.ID) - place(b.ID) })
		if len(o.Expectations) == 0 {
			o.Expectations = nil
		}
		return o, nil
	}
}

// Part is one of the lists of the annex.
type Part uint8

// The parts.
const (
	Resources Part = iota
	Accountability
	Consequences
	Parts // how many there are
)

var parts = [...]string{"sumberdaya", "pertanggungjawaban", "konsekuensi"}

// String is the word of the command line.
func (x Part) String() string { return parts[min(int(x), len(parts)-1)] }

// ParsePart reads the word of the command line.
func ParsePart(s string) (Part, bool) {
	i := slices.Index(parts[:], strings.ToLower(strings.TrimSpace(s)))
	return Part(max(i, 0)), i >= 0
}

// List is one list of an annex.
func List(a *model.Annex, part Part) *[]model.Line {
	return [...]*[]model.Line{&a.Resources, &a.Accountability, &a.Consequences}[part]
}

// PutLine adds a line to a list of the annex, changes the one that has an
// identity, or, without text, takes it away.
func PutLine(part Part, line model.Line) Edit {
	return func(o model.Outline, _ model.Plan, mint func() model.ElementID) (model.Outline, error) {
		var err error
		if line.Text, err = text("lampiran", line.Text, line.ID != ""); err != nil {
			return o, err
		}
		list := List(&o.Annex, part)
		*list = slices.Clone(*list)
		at := slices.IndexFunc(*list, func(l model.Line) bool { return l.ID == line.ID })
		switch {
		case line.ID == "":
			line.ID = mint()
			*list = append(*list, line)
		case at < 0:
			return o, fmt.Errorf("line %s: %w", line.ID, model.ErrNotFound)
		case line.Text != "":
			(*list)[at] = line
		default:
			if *list = slices.Delete(*list, at, at+1); len(*list) == 0 {
				*list = nil
			}
		}
		return o, nil
	}
}

// Approached says whether the results are expected in numbers or in words.
func Approached(a model.Approach) Edit {
	return func(o model.Outline, _ model.Plan, _ func() model.ElementID) (model.Outline, error) {
		o.Approach = a
		return o, nil
	}
}

// ErrInWords: success on the measure is told in words, so it takes no number.
var ErrInWords = errors.New("told in words, without a number")

// Takes refuses a number for a measure whose success is told in words
// (ErrInWords); a note it takes. p is the plan as it holds in the period.
func Takes(p model.Plan, e model.Entry) error {
	if e.Actual.Present() && p.Outline.InWords(e.Measure) {
		return ErrInWords
	}
	return nil
}

// InWords says in words what success on a measure is; no text: its number alone.
func InWords(measure model.ElementID, words string) Edit {
	return func(o model.Outline, p model.Plan, _ func() model.ElementID) (model.Outline, error) {
		if !slices.ContainsFunc(p.Measures, func(m model.Measure) bool { return m.ID == measure }) {
			return o, fmt.Errorf("measure %s: %w", measure, model.ErrNotFound)
		}
		words, err := text("indikator", words, true)
		if err != nil {
			return o, err
		}
		y := o.Yardstick(measure)
		y.Text = words
		return withYardstick(o, y), nil
	}
}

// withYardstick puts what is said of a measure; what says nothing is left out.
func withYardstick(o model.Outline, y model.Yardstick) model.Outline {
	at := slices.IndexFunc(o.Yardsticks, func(x model.Yardstick) bool { return x.ID == y.ID })
	empty := y == model.Yardstick{ID: y.ID}
	o.Yardsticks = slices.Clone(o.Yardsticks)
	switch {
	case at < 0 && !empty:
		o.Yardsticks = append(o.Yardsticks, y)
	case at >= 0 && empty:
		o.Yardsticks = slices.Delete(o.Yardsticks, at, at+1)
	case at >= 0:
		o.Yardsticks[at] = y
	}
	if len(o.Yardsticks) == 0 {
		o.Yardsticks = nil
	}
	return o
}

// text is a text of a plan without space around it, checked.
func text(field, s string, mayLack bool) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" && !mayLack {
		return s, &model.FieldError{Field: field, Err: model.ErrMissing}
	}
	if err := model.CheckText(s, maxText, "\n\t"); err != nil {
		return s, &model.FieldError{Field: field, Err: err}
	}
	return s, nil
}
