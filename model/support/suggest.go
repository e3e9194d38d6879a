package support

import (
	"cmp"
	"slices"

	"kinerja/model"
)

// Seen is one evaluation that the person was told of.
type Seen struct {
	Period    model.Period
	Predicate model.Predicate
	Behaviour model.Rating
}

// Sign is one remark that something needs improvement, about a behaviour.
type Sign struct {
	On    model.Date
	Value string // code of the behaviour
}

// History is what is known about somebody that can weigh on them: only what was said
// to them.
type History struct {
	Seen     []Seen // in any order
	Remarks  []Sign
	Coached  bool // guidance or coaching was agreed with them, now or before
	Personal bool // and its cause was personal
}

// After is for how many days a remark counts.
const After = 180

// Suggest reports whether the person may be told, and nobody else, that there is
// support (DOMAIN 9). It never decides anything. Counselling is for what is behaviour or
// personal; what is weak otherwise is for guidance first, and only where that was
// tried and the results still fall is there a word of it.
func Suggest(h History, today model.Date) bool {
	if h.Personal {
		return true
	}
	count := map[string]int{}
	for _, r := range h.Remarks {
		if r.Value == "" || r.On > today || r.On.Until(today) > After {
			continue
		}
		if count[r.Value]++; count[r.Value] == 2 {
			return true
		}
	}
	list := slices.SortedFunc(slices.Values(h.Seen), func(a, b Seen) int { return cmp.Compare(a.Period.Last(), b.Period.Last()) })
	n := len(list)
	if n > 0 && list[n-1].Behaviour == model.Below {
		return true
	}
	worse := func(a, b Seen) bool { return a.Predicate != model.NoPredicate && a.Predicate < b.Predicate }
	falls := n > 2 && worse(list[n-1], list[n-2]) && worse(list[n-2], list[n-3])
	weak := n > 0 && list[n-1].Predicate != model.NoPredicate && list[n-1].Predicate <= model.NeedsImprovement
	return h.Coached && (falls || weak)
}
