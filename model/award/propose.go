package award

import (
	"slices"

	"kinerja/model"
)

// Condition is what somebody must meet to be proposed (DOMAIN 1.10: predicate final,
// no open objection, no active discipline; and a choice of this program:
// consistency).
type Condition uint8

// The conditions, in the order in which they are told.
const (
	HasFinal     Condition = iota + 1 // every period of the span has a final evaluation
	Best                              // the predicates are good enough, so many periods in a row
	NoObjection                       // no objection is open
	NoDiscipline                      // no letter of discipline is in force
)

var conditions = [...]string{"", "final", "predicate", "no_objection", "no_discipline"}

// String is the word of the command line.
func (c Condition) String() string { return conditions[min(int(c), len(conditions)-1)] }

// Finding is one condition looked at, with what stood in the way.
type Finding struct {
	Condition Condition       `cbor:"1,keyasint,omitempty"`
	Met       bool            `cbor:"2,keyasint,omitempty"`
	Periods   []model.Period  `cbor:"3,keyasint,omitempty"` // that lack it
	Predicate model.Predicate `cbor:"4,keyasint,omitempty"` // the worst of them
	Letter    string          `cbor:"5,keyasint,omitempty"` // of discipline
	Row       int             `cbor:"6,keyasint,omitempty"` // periods in a row that are good enough, up to the last
}

// Rule is what is asked for. Its numbers are a choice of this program, that a
// setting changes.
type Rule struct {
	Least Predicates // how good, and how often
}

// Predicates is how good predicates must be, and for how many periods in a row.
type Predicates struct {
	Worst model.Predicate // no period of the span is worse
	Best  model.Predicate // so good, or better,
	Row   int             // in so many periods in a row, up to the last; 0: in all
}

// Default is the rule until a setting says otherwise: no period worse than good,
// the last two very good.
func Default() Rule {
	return Rule{Least: Predicates{Worst: model.Good, Best: model.VeryGood, Row: 2}}
}

// Stood is how somebody stood in one period.
type Stood struct {
	Period    model.Period
	Final     bool
	Predicate model.Predicate
	Objection bool // one is open
}

// Examine looks at all conditions of somebody over a span of periods, oldest first.
// letter is a letter of discipline that is in force; "" where there is none.
func (r Rule) Examine(span []Stood, letter string) []Finding {
	final := Finding{Condition: HasFinal, Met: len(span) > 0}
	best := Finding{Condition: Best, Met: len(span) > 0}
	objected := Finding{Condition: NoObjection, Met: true}
	row := 0
	for _, s := range span {
		if !s.Final {
			final.Met, final.Periods = false, append(final.Periods, s.Period)
		}
		if s.Objection {
			objected.Met, objected.Periods = false, append(objected.Periods, s.Period)
		}
		if row++; s.Predicate < r.Least.Best {
			row = 0
		}
		if s.Predicate < r.Least.Worst {
			best.Met, best.Periods = false, append(best.Periods, s.Period)
			if best.Predicate == model.NoPredicate || s.Predicate < best.Predicate {
				best.Predicate = s.Predicate
			}
		}
	}
	best.Row = row
	if need := r.Least.Row; row < need || need == 0 && row < len(span) {
		best.Met = false
	}
	return []Finding{final, best, objected, {Condition: NoDiscipline, Met: letter == "", Letter: letter}}
}

// Met reports whether every condition is met.
func Met(list []Finding) bool {
	return !slices.ContainsFunc(list, func(f Finding) bool { return !f.Met })
}
