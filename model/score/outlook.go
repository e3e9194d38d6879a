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

// Outlooks says what would change the predicate (UX 4): the one rating that
// would, or both where neither alone does. It is empty at the top, and while
// nothing is rated and nothing suggested. s is the score of card by plan.
func Outlooks(e model.Evaluation, card model.Card, plan model.Plan, s Score, rs rules.RuleSet) []Outlook {
	if rs.Computes() { // there are no ratings that could rise
		return nil
	}
	list := ways(e, s, rs)
	for i := range list {
		if o := &list[i]; o.Results {
			o.From, _ = rs.From(o.Result)
			o.Aid, o.Proposal = aidTo(o.Result, card, plan, s, rs)
		}
	}
	return list
}

// ways is which ratings would lead to something better, at most one way.
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
	var best []Outlook
	for r := result; r <= model.Above; r++ {
		for b := behaviour; b <= model.Above; b++ {
			o := way(r, b)
			if !better(r, b) || o.Results && o.Behaves && len(best) > 0 {
				continue
			}
			if len(best) == 0 || nearer(o, best[0]) {
				best = []Outlook{o}
			}
		}
	}
	return best
}

// nearer reports whether a asks for less than b: one rating instead of two,
// then the smaller step, then the better predicate.
func nearer(a, b Outlook) bool {
	oneA, oneB := a.Results != a.Behaves, b.Results != b.Behaves
	stepA, stepB := a.Result+a.Behaviour, b.Result+b.Behaviour
	switch {
	case oneA != oneB:
		return oneA
	case stepA != stepB:
		return stepA < stepB
	}
	return a.Predicate > b.Predicate
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

// StandingIn is Standing by the rule set that the plan goes by, of a person of a
// kind. What was shared with the person stays under the one that they were told
// by, until it is withdrawn. It reports a rules.AwayError where the plan's is not
// at hand: nothing is computed then.
func StandingIn(b rules.Book, kind model.EmployeeKind, e model.Evaluation, card model.Card, plan model.Plan) (Score, rules.RuleSet, error) {
	rs, away := b.For(plan, kind)
	if e.LocksCard() {
		if told, err := rules.Of(e, rs); err == nil {
			rs, away = told, nil
		}
	}
	if away != nil {
		return Score{RuleSet: rules.Own(plan)}, rs, away
	}
	return Standing(e, card, plan, rs)
}

// Standing scores a card as its evaluation stands: a final one by what was
// frozen with it and by nothing else. It returns the rule set with the very
// numbers that the score was made with.
func Standing(e model.Evaluation, card model.Card, plan model.Plan, rs rules.RuleSet) (Score, rules.RuleSet, error) {
	if e.State != model.Final || e.Frozen == nil {
		s, err := Of(card, plan, rs)
		return s, rs, err
	}
	own, err := rules.OfFinal(e)
	if err != nil {
		return Score{}, rs, err
	}
	s, err := OfFinal(e)
	return s, own, err
}
