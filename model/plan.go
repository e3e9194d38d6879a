package model

import "strings"

// PlanState is how far a plan (SKP) has come.
type PlanState uint8

// The states (DOMAIN 10.2), with the words of the command line.
const (
	PlanDraft PlanState = iota
	PlanSubmitted
	PlanAgreed
	PlanReturned
	PlanRevised
	PlanClosed
)

var planStates = [...]string{"draft", "submitted", "agreed", "returned", "revised", "closed"}

// String is the word of the command line.
func (s PlanState) String() string { return planStates[min(int(s), len(planStates)-1)] }

// Measure is one line of a plan (IKI): a gauge with this person's own target.
type Measure struct {
	ID        ElementID `cbor:"1,keyasint" json:"id"`
	Indicator ElementID `cbor:"2,keyasint,omitempty" json:"indicator,omitempty"` // of the instrument it came from
	Gauge     Gauge     `cbor:"3,keyasint" json:"gauge"`
}

// Word is an act of a person: whose it is, and how it is known. Via is Recorded
// when somebody else typed it from a paper.
type Word struct {
	ID       ElementID  `cbor:"1,keyasint" json:"id"`
	Act      string     `cbor:"2,keyasint,omitempty" json:"act"` // "agreed", "shared", "received", …
	Whose    EmployeeID `cbor:"3,keyasint,omitempty" json:"whose,omitempty"`
	By       EmployeeID `cbor:"4,keyasint,omitempty" json:"by,omitempty"` // who typed it
	Via      Via        `cbor:"5,keyasint,omitempty" json:"via"`
	Document string     `cbor:"6,keyasint,omitempty" json:"document,omitempty"` // letter number or "on paper"
	On       Date       `cbor:"7,keyasint,omitempty" json:"on"`
	Reason   string     `cbor:"8,keyasint,omitempty" json:"reason,omitempty"` // of an act that needs one
}

// Agreement is the frozen copy of what was agreed upon once: it never changes.
// It bears the identity of the word it was agreed with, which tells the document
// and the day.
type Agreement struct {
	ID         ElementID    `cbor:"1,keyasint" json:"id"`
	From       Period       `cbor:"2,keyasint,omitempty" json:"from"` // the first period it holds in; none: from the first day of the plan
	Instrument InstrumentID `cbor:"3,keyasint,omitempty" json:"instrument"`
	Version    int          `cbor:"4,keyasint,omitempty" json:"instrument_version"`
	Measures   []Measure    `cbor:"5,keyasint,omitempty" json:"measures"`
	Outline    Outline      `cbor:"6,keyasint,omitzero" json:"outline,omitzero"`
}

// Plan is what one post is expected to reach in one year (SKP). Its measures
// are copies of the instrument's indicators, so that a later version of the
// instrument cannot move them.
//
// A plan that was agreed upon once keeps no copy beside its measures: they are
// it. Once it is revised, or agreed upon again, Agreements holds all of them, the
// first too, oldest first, and the measures and outline are what is agreed
// newest, or being agreed upon. In says which of them a period is measured by.
type Plan struct {
	ID         PlanID       `cbor:"1,keyasint" json:"id"`
	Post       PostID       `cbor:"2,keyasint,omitempty" json:"post"`
	Employee   EmployeeID   `cbor:"3,keyasint,omitempty" json:"employee"`
	Unit       UnitID       `cbor:"4,keyasint,omitempty" json:"unit"`
	Year       int          `cbor:"5,keyasint,omitempty" json:"year"`
	Instrument InstrumentID `cbor:"6,keyasint,omitempty" json:"instrument"`
	Version    int          `cbor:"7,keyasint,omitempty" json:"instrument_version"`
	RuleSet    string       `cbor:"8,keyasint,omitempty" json:"ruleset"`
	State      PlanState    `cbor:"9,keyasint,omitempty" json:"-"`
	Measures   []Measure    `cbor:"10,keyasint,omitempty" json:"measures"`
	Words      []Word       `cbor:"11,keyasint,omitempty" json:"words,omitempty"`
	Void       bool         `cbor:"12,keyasint,omitempty" json:"-"`
	Agreements []Agreement  `cbor:"13,keyasint,omitempty" json:"agreements,omitempty"`
	Outline    Outline      `cbor:"14,keyasint,omitzero" json:"outline,omitzero"`
	// From and To are the first and last day of the year on which the post is
	// held: copies of the post's, so that nothing joins it. 0: the year's own.
	From Date `cbor:"15,keyasint,omitempty" json:"from,omitempty"`
	To   Date `cbor:"16,keyasint,omitempty" json:"to,omitempty"`
	// Away are the leaves of the holder in the year: copies too, in order.
	Away []Away `cbor:"17,keyasint,omitempty" json:"away,omitempty"`
}

// PlanFrom makes a draft plan of post for year out of an instrument. Measures
// carry their indicator's ID, which is unique within the plan.
func PlanFrom(in Instrument, post Post, year int) Plan {
	p := Plan{
		ID: PlanOf(post.ID, year), Post: post.ID, Employee: post.Employee, Unit: post.Unit, Year: year,
		Instrument: in.ID, Version: in.Version, RuleSet: DefaultRuleSet,
	}
	for _, i := range in.Indicators {
		p.Measures = append(p.Measures, Measure{ID: i.ID, Indicator: i.ID, Gauge: i.Gauge})
	}
	return p.Spanning(post)
}

// DefaultRuleSet is the rule set of a plan that names none.
const DefaultRuleSet = "permenpanrb6"

// Measure finds a measure by its code, ignoring case.
func (p Plan) Measure(code string) (Measure, bool) {
	for _, m := range p.Measures {
		if strings.EqualFold(m.Gauge.Code, code) {
			return m, true
		}
	}
	return Measure{}, false
}

// Holds reports a plan on which somebody agreed: what was agreed holds, also
// while a change of it is being agreed upon.
func (p Plan) Holds() bool {
	return p.State == PlanAgreed || p.State == PlanClosed || len(p.Agreements) > 0
}

// Agree returns the plan agreed upon, with whose word that is. A plan that is
// closed or agreed already cannot be agreed.
func (p Plan) Agree(w Word) (Plan, error) {
	if p.State == PlanAgreed || p.State == PlanClosed {
		return p, ErrState
	}
	w.Act = "agreed"
	p.State, p.Words = PlanAgreed, append(append([]Word(nil), p.Words...), w)
	return p, nil
}

// In returns the plan as it holds in a period: with the measures, and the
// version of the instrument, of the newest agreement that is in force on the
// period's last day. A year in which targets were agreed anew is therefore
// measured by the new ones, the quarters before by those they had. Where the post
// is held for a part of the period only, targets that add up are what that part
// comes to (Part). What comes back is for reading; it is never kept.
func (p Plan) In(period Period) Plan {
	if i := p.Held(period); i >= 0 {
		a := p.Agreements[i]
		p.Instrument, p.Version, p.Measures, p.Outline = a.Instrument, a.Version, a.Measures, a.Outline
	}
	return p.split(period)
}

// Held is which of the plan's agreements holds in a period; -1 where there are
// no copies, for then it is the only one.
func (p Plan) Held(period Period) int {
	if !period.Valid() {
		return len(p.Agreements) - 1
	}
	for i := len(p.Agreements) - 1; i > 0; i-- {
		if p.Agreements[i].From.First() <= period.Last() {
			return i
		}
	}
	return min(0, len(p.Agreements)-1)
}
