// Package grade is what a rule set with a formula comes to: from what a card
// says and a number for behaviour to one value and its predicate, with the
// whole working. What was reached comes from score; what becomes of it is data
// of rules.
//
// It promises that everything in between is an exact fraction, that what it
// returns is rounded half up to two decimals once, that the printed value is
// what bands compare, and that a missing part is missing: weights are shared
// out over what is present, and too little of the weight has no value.
package grade

import (
	"math/big"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// Said is what a person adds to the card.
type Said struct {
	Behaviour model.Amount // from 0 to the formula's most
	Idea      string       // the new idea and what it was good for; "": none
}

// How a value came about.
type How uint8

// The ways, with the words of JSON and of the texts.
const (
	Missing  How = iota // it has none: the step says why
	Taken               // it is the capaian
	Capped              // it is the cap: more was reached
	Floored             // it is 0: less than nothing was reached
	OnLine              // read off a line
	Greatest            // the target is the most there can be, and was reached
)

var hows = [...]string{"missing", "capaian", "capped", "floored", "line", "maximum"}

// String is the word of JSON and of the texts.
func (h How) String() string { return hows[min(int(h), len(hows)-1)] }

// Line is the working of one indicator. All numbers have two decimals.
type Line struct {
	Step    score.Step
	Capaian model.Amount // what the value was read off: a whole per cent where the formula rounds to it
	How     How
	Drawn   rules.Line   // where How is OnLine
	Value   model.Amount // absent where nothing counts
	exact   *big.Rat
}

// Grade is what a rule set with a formula comes to.
type Grade struct {
	Lines   []Line
	Share   model.Number // per cent of the weight that is present
	Enough  bool         // it is enough for a value
	Results model.Amount // the mean of the indicators by weight
	Sum
}

// Sum is how the two parts come together.
type Sum struct {
	Behaviour     model.Amount
	ResultsAdd    model.Amount // results by their weight
	BehaviourAdd  model.Amount // behaviour by its weight
	Value         model.Amount // absent while a part is missing
	Rounding      model.Number // Value less the printed parts
	Idea          bool
	Band          rules.Band
	Predicate     model.Predicate
	WithoutIdea   model.Predicate // what it would be without the idea
	NeedsIdeaFrom model.Amount    // present where an idea would make it better
}

// Of computes by a rule set with a formula. It refuses one without
// (model.ErrNoFormula), a behaviour outside its scale, and what score.Of refuses.
func Of(card model.Card, plan model.Plan, rs rules.RuleSet, said Said) (Grade, error) {
	if !rs.Computes() {
		return Grade{}, &model.FieldError{Field: "ruleset", Value: rs.Ref(), Err: model.ErrNoFormula}
	}
	if err := said.Check(rs); err != nil {
		return Grade{}, err
	}
	s, err := score.Of(card, plan, rs)
	if err != nil {
		return Grade{}, err
	}
	g := Grade{Share: s.Share, Enough: rs.Enough(s.Share)}
	total, weight := new(big.Rat), new(big.Rat)
	for _, step := range s.Steps {
		l := value(*rs.Formula, step)
		g.Lines = append(g.Lines, l)
		if l.exact == nil {
			continue
		}
		w := number(step.Gauge.Weight)
		total.Add(total, new(big.Rat).Mul(w, l.exact))
		weight.Add(weight, w)
	}
	if weight.Sign() == 0 || !g.Enough {
		g.Sum = Sum{Behaviour: said.Behaviour, Idea: said.Idea != ""}
		return g, nil
	}
	mean := total.Quo(total, weight)
	g.Results = printed(mean)
	g.Sum = combine(*rs.Formula, mean, said)
	return g, nil
}

// Check refuses a behaviour outside the scale of the rule set.
func (s Said) Check(rs rules.RuleSet) error {
	if n, ok := s.Behaviour.Get(); ok && (n < 0 || n > rs.Formula.MostBehaviour) {
		return &model.FieldError{Field: "behaviour", Value: n.String(), Err: model.ErrNumberRange}
	}
	return nil
}

// Combine puts a known value of results and what was said together, as Of does.
func Combine(f rules.Formula, results model.Number, said Said) Sum {
	return combine(f, number(results), said)
}

func combine(f rules.Formula, results *big.Rat, said Said) Sum {
	hundredth := big.NewRat(1, 100)
	part := func(x *big.Rat, weight model.Number) *big.Rat {
		x = new(big.Rat).Mul(x, number(weight))
		return x.Mul(x, hundredth)
	}
	s := Sum{Behaviour: said.Behaviour, Idea: said.Idea != ""}
	first := part(results, f.Results)
	s.ResultsAdd = printed(first)
	b, ok := said.Behaviour.Get()
	if !ok && f.Behaviour > 0 {
		return s
	}
	second := part(number(b), f.Behaviour)
	s.BehaviourAdd = printed(second)
	s.Value = printed(first.Add(first, second))
	value := s.Value.Or(0)
	s.Rounding = value - s.ResultsAdd.Or(0) - s.BehaviourAdd.Or(0)
	s.Band, _ = f.Band(value, s.Idea)
	s.Predicate = s.Band.Predicate
	plain, _ := f.Band(value, false)
	s.WithoutIdea = plain.Predicate
	if with, ok := f.Band(value, true); ok && with.Predicate > s.Predicate {
		s.NeedsIdeaFrom = model.Some(with.From)
	}
	return s
}

// value works out one indicator.
func value(f rules.Formula, step score.Step) Line {
	l := Line{Step: step}
	x, ok := step.Exact()
	if !ok {
		return l
	}
	switch f.KindOf(step.Gauge) {
	case rules.Lined:
		l.read(x, f.Lines, f.Whole)
		if f.Maximum > 0 && x.Cmp(big.NewRat(100, 1)) >= 0 && most(step.Gauge) {
			l.How, l.Drawn, l.exact = Greatest, rules.Line{}, number(f.Maximum)
		}
	case rules.Efficient:
		l.read(x, rules.Efficiency(), false)
	default:
		l.Capaian, l.How, l.exact = printed(x), Taken, x
		l.atLeastNothing()
		if c := number(step.Cap); l.exact.Cmp(c) > 0 {
			l.exact, l.How = c, Capped
		}
	}
	l.Value = printed(l.exact)
	return l
}

// read takes the value off the last line that has begun.
func (l *Line) read(x *big.Rat, lines []rules.Line, whole bool) {
	if x.Sign() < 0 {
		x = new(big.Rat)
	}
	if whole {
		x = number(roundWhole(x))
	}
	l.Capaian = printed(x)
	for _, line := range lines {
		from := number(line.From)
		if c := x.Cmp(from); c < 0 || c == 0 && line.After {
			break
		}
		l.How, l.Drawn = OnLine, line
		y := new(big.Rat).Sub(x, from)
		y.Mul(y, number(line.Rise))
		y.Quo(y, number(line.Run))
		l.exact = y.Add(y, number(line.Base))
	}
	l.atLeastNothing()
}

// atLeastNothing raises a value below 0 to it.
func (l *Line) atLeastNothing() {
	if l.exact.Sign() < 0 {
		l.exact, l.How = new(big.Rat), Floored
	}
}

// most reports a target beyond which nothing can be reached.
func most(g model.Gauge) bool {
	switch g.Direction {
	case model.Higher, model.Gain:
		high, ok := g.High.Get()
		return ok && g.TargetHigh.Or(g.Target) >= high
	case model.Lower:
		low, ok := g.Low.Get()
		return ok && g.Target <= low
	}
	return g.Direction == model.Zero
}

func number(n model.Number) *big.Rat { return big.NewRat(int64(n), model.Scale) }

// half rounds x × scale half up to a whole number; x is not below 0.
func half(x *big.Rat, scale int64) *big.Int {
	x = new(big.Rat).Mul(x, big.NewRat(scale, 1))
	x.Add(x, big.NewRat(1, 2))
	n := new(big.Int)
	n.Div(x.Num(), x.Denom()) // towards minus infinity
	return n
}

// roundWhole rounds to a whole per cent.
func roundWhole(x *big.Rat) model.Number { return fit(half(x, 1), model.Scale) }

// printed rounds to the two decimals that are shown.
func printed(x *big.Rat) model.Amount { return model.Some(fit(half(x, 100), model.Scale/100)) }

// fit returns n × unit, or the nearest Number there is.
func fit(n *big.Int, unit int64) model.Number {
	n = n.Mul(n, big.NewInt(unit))
	if !n.IsInt64() {
		return model.Number(1<<63 - 1)
	}
	return model.Number(n.Int64())
}
