package computed

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/ruleset"
)

// Predicate is what somebody came to in an evaluation, in the words of the rule set
// by which; a dash where they came to nothing yet.
func Predicate(t *lang.Texts, r *board.Person, e model.Evaluation) string {
	if e.Predicate == model.NoPredicate {
		return lang.None
	}
	return ruleset.Predicate(t, e, r.By)
}

// Tally says how many on a board have which predicate, the best first, each in the
// words of the rule set by which it was given.
func Tally(t *lang.Texts, b *board.Board) (list []string) {
	for q := model.VeryGood; q > model.NoPredicate; q-- {
		counts, names := map[string]int{}, []string(nil)
		for i := range b.People {
			r := &b.People[i]
			if r.Evaluation.Predicate != q {
				continue
			}
			name := Predicate(t, r, r.Evaluation)
			if counts[name]++; counts[name] == 1 {
				names = append(names, name)
			}
		}
		for _, name := range names {
			list = append(list, name+" "+t.Count(counts[name]))
		}
	}
	return list
}

// Named says who on a board has the predicate that is called so; nil where none
// is. By its common name, as counts of a unit say it, or that of the rule set in
// use, it is everybody on that step, whatever their own rule set calls it; by a
// word that only another rule set on the board has, those who came to it.
func Named(t *lang.Texts, b *board.Board, current rules.RuleSet, said string) func(i int) bool {
	other := false
	for q := model.VeryPoor; q <= model.VeryGood; q++ {
		if strings.EqualFold(said, t.Predicate(q)) || strings.EqualFold(said, ruleset.Name(t, current, q)) {
			return func(i int) bool { return b.People[i].Evaluation.Predicate == q }
		}
		other = other || slices.ContainsFunc(b.People, func(r board.Person) bool { return strings.EqualFold(said, ruleset.Name(t, r.By, q)) })
	}
	if !other {
		return nil
	}
	return func(i int) bool { return strings.EqualFold(said, Predicate(t, &b.People[i], b.People[i].Evaluation)) }
}

// Unratable says why somebody on a board cannot be rated; "" where they can.
func Unratable(t *lang.Texts, b *board.Board, r *board.Person) string {
	switch {
	case r.Evaluation.LocksCard():
		return rating.Standing(t, r.Evaluation)
	case b.Closed != nil:
		return t.Error(b.Closed)
	case r.Own:
		return rating.Judge(t, r, b.Names)
	case r.Away != nil:
		return t.Error(r.Away)
	}
	return ""
}

// Unmarked says why somebody takes no rating by a letter: they cannot be rated, or
// go by a formula; "" where they do.
func Unmarked(t *lang.Texts, b *board.Board, r *board.Person) string {
	why := Unratable(t, b, r)
	if why == "" && r.By.Computes() {
		why = t.Error(&model.FieldError{Field: "ruleset", Err: model.ErrComputed})
	}
	return why
}
