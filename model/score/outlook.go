package score

import (
	"kinerja/model"
	"kinerja/model/rules"
)

// Outlook is one way to a better predicate: which ratings lead there, and for
// the rating of results what would make the aid suggest it. Ratings that stay
// as they are stand in it too. Before both ratings are given there is no
// predicate yet, and the way is to the next suggestion.
type Outlook struct {
	Predicate         model.Predicate // NoPredicate while a rating is missing
	Result, Behaviour model.Rating    // as they would have to be
	Results           bool            // the rating of results has to rise
	Behaves           bool            // so has that of behaviour
	From              model.Number    // the aid suggests Result from here on
	Aid               Aid             // what the aid says to that
	Proposal          Proposal        // where Aid is AidReaches
}

// Aid is what the aid says to a rating of results that one wishes for.
type Aid uint8

// The answers.
const (
	AidSilent     Aid = iota // nothing is asked of it, or data are insufficient
	AidSuggests              // it suggests that rating already
	AidReaches               // it would, with the values of the proposal
	AidOutOfReach            // no set of up to three values suffices this period
)

// Outlooks says what would change the predicate (UX 4): each single rating that
// would, by the least step; where none alone would, both. The best way comes
// first. There is none at the top, and none while nothing is rated and nothing
// suggested. s is the score of card by plan.
func Outlooks(e model.Evaluation, card model.Card, plan model.Plan, s Score, rs rules.RuleSet) []Outlook {
	var list []Outlook
	for _, o := range ways(e, s, rs) {
		if o.Results {
			o.From, _ = rs.From(o.Result)
			o.Aid, o.Proposal = aidTo(o.Result, card, plan, s, rs)
		}
		list = append(list, o)
	}
	return list
}

// ways lists which ratings would lead to something better.
func ways(e model.Evaluation, s Score, rs rules.RuleSet) []Outlook {
	result, behaviour := e.Result, e.Behaviour
	if result == model.NotRated || behaviour == model.NotRated {
		now := result
		if now == model.NotRated {
			now = s.Suggested
		}
		if now == model.NotRated || now == model.Above {
			return nil
		}
		return []Outlook{{Result: now + 1, Behaviour: behaviour, Results: true}}
	}
	now := rs.Predicate(result, behaviour)
	better := func(r, b model.Rating) bool { return rs.Predicate(r, b) > now }
	way := func(r, b model.Rating) Outlook {
		return Outlook{Predicate: rs.Predicate(r, b), Result: r, Behaviour: b, Results: r > result, Behaves: b > behaviour}
	}
	var list []Outlook
	for r := result + 1; r <= model.Above; r++ {
		if better(r, behaviour) {
			list = append(list, way(r, behaviour))
			break
		}
	}
	for b := behaviour + 1; b <= model.Above; b++ {
		if better(result, b) {
			list = append(list, way(result, b))
			break
		}
	}
	switch {
	case len(list) == 2 && list[1].Predicate > list[0].Predicate:
		list[0], list[1] = list[1], list[0]
	case len(list) == 0:
		for r := result + 1; r <= model.Above; r++ {
			for b := behaviour + 1; b <= model.Above; b++ {
				if better(r, b) {
					return []Outlook{way(r, b)}
				}
			}
		}
	}
	return list
}

func aidTo(to model.Rating, card model.Card, plan model.Plan, s Score, rs rules.RuleSet) (Aid, Proposal) {
	switch {
	case s.Suggested == model.NotRated:
		return AidSilent, Proposal{}
	case s.Suggested >= to:
		return AidSuggests, Proposal{}
	}
	if list := Change(card, plan, rs, to); len(list) > 0 {
		return AidReaches, list[0]
	}
	return AidOutOfReach, Proposal{}
}

// Standing scores a card as its evaluation stands: a final one by what was
// frozen with it and by nothing else. It returns the rule set with the very
// numbers that the score was made with.
func Standing(e model.Evaluation, card model.Card, plan model.Plan, rs rules.RuleSet) (Score, rules.RuleSet, error) {
	if e.State != model.Final || e.Frozen == nil {
		s, err := Of(card, plan, rs)
		return s, rs, err
	}
	own, err := rules.FromDigest(e.RuleSet, e.Frozen.Rules)
	if err != nil {
		return Score{}, rs, err
	}
	s, err := OfFinal(e)
	return s, own, err
}
