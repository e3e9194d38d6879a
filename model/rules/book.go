package rules

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"kinerja/model"
)

// ErrOther: something was rated by another rule set than its plan goes by.
var ErrOther = errors.New("another rule set")

// AwayError: a plan goes by a rule set that is not at hand, because its file does
// not stand in the folder of rule sets. Nothing is computed by another one in its
// place. It matches model.ErrNotFound.
type AwayError struct{ Ref string }

func (e *AwayError) Error() string { return "rule set " + e.Ref + " is not at hand" }

// Unwrap makes model.ErrNotFound match.
func (e *AwayError) Unwrap() error { return model.ErrNotFound }

// Book is the rule sets of a house, and the one place that says which of them
// holds for whom (For): what a plan names itself, else what is set for its
// person's kind of staff, else File.
//
// What is about many people at once (the pattern of a unit, a roll-up, an
// indicator over everybody) goes by File: it needs one. A Book is a plain value;
// what it is made from is not changed.
type Book struct {
	File  RuleSet // in use for everybody of whom nothing else is said
	kinds [model.NonASN + 1]*RuleSet
	more  []RuleSet // at hand beside these

	// Silence is after how many days without feedback somebody is worth a look; 0:
	// SilentDays.
	Silence int
}

// SilentDays is how many days without a word are worth a look, where nothing else is
// set: a quarter. A default of the program, not law.
const SilentDays = 90

// SilentAfter is after how many days without feedback somebody is worth a look.
func (b Book) SilentAfter() int { return cmp.Or(b.Silence, SilentDays) }

// Only is a book of one rule set, by which everybody goes.
func Only(rs RuleSet) Book { return Book{File: rs} }

// Holding returns the book with rule sets that a plan may name; of one reference
// the first holds.
func (b Book) Holding(list ...RuleSet) Book {
	b.more = append(slices.Clone(b.more), list...)
	return b
}

// WithKind returns the book with a rule set for people of a kind.
func (b Book) WithKind(kind model.EmployeeKind, rs RuleSet) Book {
	b.kinds[kind] = &rs
	return b
}

// OfKind is what is set for people of a kind; false where nothing is.
func (b Book) OfKind(kind model.EmployeeKind) (RuleSet, bool) {
	if int(kind) >= len(b.kinds) || b.kinds[kind] == nil {
		return RuleSet{}, false
	}
	return *b.kinds[kind], true
}

// Find is the rule set of a reference with its version.
func (b Book) Find(ref string) (RuleSet, bool) {
	if b.File.Ref() == ref {
		return b.File, true
	}
	for _, rs := range b.kinds {
		if rs != nil && rs.Ref() == ref {
			return *rs, true
		}
	}
	for _, rs := range b.more {
		if rs.Ref() == ref {
			return rs, true
		}
	}
	return RuleSet{}, false
}

// Own is the reference of the rule set that a plan names itself; "" for none. It
// always has a version: the bare name that plans have carried from the beginning
// was never anybody's choice, and is none.
func Own(plan model.Plan) string {
	if !strings.Contains(plan.RuleSet, "@") {
		return ""
	}
	return plan.RuleSet
}

// For is the rule set that a plan goes by, of a person of a kind. Where the plan
// names one that is not at hand it reports an AwayError, with an empty rule set
// of that name: nothing can be computed by it.
func (b Book) For(plan model.Plan, kind model.EmployeeKind) (RuleSet, error) {
	if own := Own(plan); own != "" {
		rs, ok := b.Find(own)
		if !ok {
			id, _, _ := strings.Cut(own, "@")
			return RuleSet{ID: id}, &AwayError{own}
		}
		return rs, nil
	}
	if rs, ok := b.OfKind(kind); ok {
		return rs, nil
	}
	return b.File, nil
}
