package model

import (
	"slices"
	"strings"
)

// Entry is what was reached on one measure in one period. Actual is what was
// typed, or numerator ÷ denominator × 100 where these were typed.
type Entry struct {
	Measure ElementID `cbor:"1,keyasint" json:"measure"`
	Actual  Amount    `cbor:"2,keyasint,omitzero" json:"actual"`
	Num     Amount    `cbor:"3,keyasint,omitzero" json:"numerator"`
	Den     Amount    `cbor:"4,keyasint,omitzero" json:"denominator"`
	Target  Amount    `cbor:"5,keyasint,omitzero" json:"target"` // own target where it is not the instrument's
	Note    string    `cbor:"6,keyasint,omitempty" json:"note,omitempty"`
	Reason  string    `cbor:"7,keyasint,omitempty" json:"reason,omitempty"` // for a value outside the plausible range
	Source  string    `cbor:"8,keyasint,omitempty" json:"source,omitempty"` // where a value that nobody typed comes from (survey.Origin)
}

// SameValue reports whether two entries hold the same value, however it came
// about and whatever was noted beside it.
func (e Entry) SameValue(other Entry) bool {
	return e.Actual == other.Actual && e.Num == other.Num && e.Den == other.Den
}

// Repeats reports whether e says nothing that old does not: the same value, and,
// as far as e says so, from the same place.
func (e Entry) Repeats(old Entry) bool {
	return e.SameValue(old) && (e.Source == "" || e.Source == old.Source)
}

// Following is e in the place of old: where the value came from stays with it as
// long as it is the same value.
func (e Entry) Following(old Entry) Entry {
	switch {
	case e.Source == "" && e.Actual.Present() && e.SameValue(old):
		e.Source = old.Source
	case e.Source == old.Source && !e.SameValue(old):
		e.Source = ""
	}
	return e
}

// Card is what one plan reached in one period: an Entry for each measure that
// has a value. Post, unit and instrument are copies, so that a roll-up joins
// nothing.
type Card struct {
	ID         CardID       `cbor:"1,keyasint" json:"id"`
	Plan       PlanID       `cbor:"2,keyasint,omitempty" json:"plan"`
	Employee   EmployeeID   `cbor:"3,keyasint,omitempty" json:"employee"`
	Post       PostID       `cbor:"4,keyasint,omitempty" json:"post"`
	Unit       UnitID       `cbor:"5,keyasint,omitempty" json:"unit"`
	Period     Period       `cbor:"6,keyasint,omitempty" json:"period"`
	Instrument InstrumentID `cbor:"7,keyasint,omitempty" json:"instrument"`
	Version    int          `cbor:"8,keyasint,omitempty" json:"instrument_version"`
	Entries    []Entry      `cbor:"9,keyasint,omitempty" json:"entries"`
	Void       bool         `cbor:"10,keyasint,omitempty" json:"-"`
}

// CardFor returns the empty card of plan in period, with the own targets that
// differ from those of the instrument's version in.
func CardFor(plan Plan, in Instrument, period Period) Card {
	c := Card{
		ID: CardOf(plan.ID, period), Plan: plan.ID, Employee: plan.Employee, Post: plan.Post, Unit: plan.Unit,
		Period: period, Instrument: plan.Instrument, Version: plan.Version,
	}
	for _, m := range plan.Measures {
		i := slices.IndexFunc(in.Indicators, func(i Indicator) bool { return i.ID == m.Indicator })
		if i >= 0 && in.Indicators[i].Gauge.Target != m.Gauge.Target {
			c.Entries = append(c.Entries, Entry{Measure: m.ID, Target: Some(m.Gauge.Target)})
		}
	}
	return c
}

// Entry returns what was entered for a measure; an empty Entry if nothing was.
func (c Card) Entry(measure ElementID) Entry {
	for _, e := range c.Entries {
		if e.Measure == measure {
			return e
		}
	}
	return Entry{Measure: measure}
}

// With returns the card with e in the place of what was entered for its
// measure. c itself is left as it was.
func (c Card) With(e Entry) Card {
	c.Entries = slices.Clone(c.Entries)
	for i := range c.Entries {
		if c.Entries[i].Measure == e.Measure {
			c.Entries[i] = e
			return c
		}
	}
	c.Entries = append(c.Entries, e)
	return c
}

// ParseEntry reads what a person types into a cell: a number, a fraction
// "47/52" (numerator and denominator of a percentage), or "-" or nothing for no
// value. The denominator must be positive.
func ParseEntry(s string, dec Decimal) (actual, num, den Amount, err error) {
	if NoValue(s) {
		return Amount{}, Amount{}, Amount{}, nil
	}
	top, bottom, fraction := cutFraction(s)
	n, err := ParseNumber(top, dec)
	if err != nil {
		return Amount{}, Amount{}, Amount{}, &FieldError{Field: "realisasi", Value: s, Err: err}
	}
	if !fraction {
		return Some(n), Amount{}, Amount{}, nil
	}
	d, err := ParseNumber(bottom, dec)
	if err != nil {
		return Amount{}, Amount{}, Amount{}, &FieldError{Field: "realisasi", Value: s, Err: err}
	}
	if d <= 0 {
		return Amount{}, Amount{}, Amount{}, &FieldError{Field: "penyebut", Value: bottom, Err: ErrZero}
	}
	pct, ok := MulDiv(n, Int(100), d)
	if !ok {
		return Amount{}, Amount{}, Amount{}, &FieldError{Field: "realisasi", Value: s, Err: ErrNumberRange}
	}
	return Some(pct), Some(n), Some(d), nil
}

// NoValue reports whether s says that there is no value: empty, "-", "–",
// "n/a". That is never zero.
func NoValue(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "-", "–", "—", "\u2212", "n/a", "na":
		return true
	}
	return false
}

// cutFraction parts "47/52" or "47 / 52".
func cutFraction(s string) (top, bottom string, ok bool) {
	top, bottom, ok = strings.Cut(s, "/")
	return strings.TrimSpace(top), strings.TrimSpace(bottom), ok
}

// HasValues reports whether anything was entered; own targets alone are none.
func (c Card) HasValues() bool {
	return slices.ContainsFunc(c.Entries, func(e Entry) bool {
		return e != Entry{Measure: e.Measure, Target: e.Target}
	})
}
