package rubric

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Detail is what a value was computed from: the observations of the period, oldest
// first.
type Detail []Observation

// Takes reports whether an indicator is one of classroom observation: its source
// names the rubric, and its unit is the scale. So the ready instruments take
// observations as they are, and an own instrument that says the same does too.
func Takes(g model.Gauge) bool {
	unit := strings.NewReplacer("–", "-", " ", "").Replace(g.Unit)
	return g.Direction == model.Higher && unit == "1-4" && strings.EqualFold(strings.TrimSpace(g.Source), Source)
}

// Source is the rubric's name, as the source of an indicator says it.
const Source = "Ruang GTK"

// common is divided by every number of behaviours that can be seen: 1 to 15.
const common = 360360

// Value is the mean of the observations, each the mean of what was seen in it;
// absent where nothing was seen yet. (At most 24 × 4 × 360360 × 20000 < 2⁶³.)
func (d Detail) Value() model.Amount {
	var sum, n int64
	for _, o := range d {
		if total, seen := o.Scores.total(); seen > 0 {
			sum, n = sum+total*(common/seen), n+1
		}
	}
	return mean(sum, n*common)
}

// Count is how many observations the value stands on.
func (d Detail) Count() (n int) {
	for _, o := range d {
		if o.Seen() > 0 {
			n++
		}
	}
	return n
}

// Check refuses observations that cannot be kept for a period, those that lie
// outside of it too.
func (d Detail) Check(p model.Period) error {
	if len(d) > MostObservations {
		return ErrMany
	}
	for _, o := range d {
		if err := o.Check(); err != nil {
			return err
		}
		if !p.Has(o.On) {
			return &model.FieldError{Field: "tanggal", Value: o.On.String(), Err: ErrOutside}
		}
	}
	return nil
}

// With is d and one more, in the order of their days; blanks around its texts are
// taken off.
func (d Detail) With(o Observation) Detail {
	o.By, o.Note = strings.TrimSpace(o.By), strings.TrimSpace(o.Note)
	at := len(d)
	for at > 0 && d[at-1].On > o.On {
		at--
	}
	return slices.Insert(slices.Clone(d), at, o)
}

// Without is d without its nth, from 0.
func (d Detail) Without(n int) Detail { return slices.Delete(slices.Clone(d), n, n+1) }

// Entry is what a card keeps: the value, and beside it the observations. Without
// any there is nothing to keep.
func (d Detail) Entry() model.Entry {
	if len(d) == 0 {
		return model.Entry{}
	}
	return model.Entry{Actual: d.Value(), Source: d.origin()}
}

const mark = "rubrik gtk "

// origin is how the observations stand in an entry: "rubrik gtk 3.3333 " and then
// each as Write writes it. One text holds them all: they are one value, and two
// people who add to it at once have contradicted each other.
func (d Detail) origin() string { return mark + d.Value().String() + " " + d.String() }

// Of are the observations that the value of an entry was computed from; false
// where it was typed as one number, or typed over since.
func Of(e model.Entry) (Detail, bool) {
	d, ok := FromOrigin(e.Source)
	return d, ok && e.Actual == d.Value() && !e.Num.Present()
}

// FromOrigin reads the observations that stand in the source of an entry; false
// for any other text.
func FromOrigin(source string) (Detail, bool) {
	rest, ok := strings.CutPrefix(source, mark)
	_, text, both := strings.Cut(rest, " ")
	if !ok || !both {
		return nil, false
	}
	d, err := Parse(text)
	if err != nil || d.origin() != source {
		return nil, false
	}
	return d, true
}
