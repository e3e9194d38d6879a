// Package fairness puts raters side by side, so that whoever stands above them
// can see whether the same work is rated alike everywhere.
//
// What it promises: figures are exact fractions, rounded once to two decimals,
// half away from zero. Raters are compared within a line only (a puskesmas with a
// puskesmas, a school with a school), never over all lines. Of a rater of fewer
// than Least people nothing but the count is told. Nothing here says that anybody
// rates wrongly: what is unlike the others is a question to ask, not an answer.
package fairness

import (
	"cmp"
	"math/big"
	"slices"

	"kinerja/model"
)

// Least is of how many people figures are told. This program's own default.
const Least = 5

// Apart is the lean, in hundredths of a step, from which a rater is said to be
// stricter or milder than colleagues: one of four people rated one step
// differently. This program's own default; not verified.
const Apart = 25

// Case is one evaluation with both ratings.
type Case struct {
	Rater     model.EmployeeID
	Line      model.UnitKind // as LineOf has it
	Score     model.Amount   // the aid when it was rated, in per cent
	Suggested model.Rating   // then; NotRated where nothing was
	Result    model.Rating
	Behaviour model.Rating
	Predicate model.Predicate
}

// LineOf is the line in which a unit is compared: a pustu counts as a puskesmas,
// a division as its office.
func LineOf(k model.UnitKind) model.UnitKind {
	switch k {
	case model.UnitSubClinic:
		return model.UnitClinic
	case model.UnitDivision:
		return model.UnitOffice
	}
	return k
}

// Verdict says how a rater stands beside colleagues.
type Verdict uint8

// The verdicts.
const (
	TooFew       Verdict = iota // fewer than Least people rated
	Incomparable                // too few people with the same suggestion, here or with colleagues
	Alike
	Stricter
	Milder
)

var verdicts = [...]string{"too_few", "not_comparable", "alike", "stricter", "milder"}

// String is the word of the command line.
func (v Verdict) String() string { return verdicts[min(int(v), len(verdicts)-1)] }

// Rater is how one person rated in one line. With fewer than Least people only
// Rater, Line and N are told.
type Rater struct {
	Rater model.EmployeeID
	Line  model.UnitKind
	N     int // people rated

	Scored int          // of these have a value of the aid
	Sum    model.Amount // of these values
	Mean   model.Amount // of them, in per cent
	// Spread is the mean distance from Mean (mean absolute deviation): on average
	// the values lie that far from their mean.
	Spread model.Amount

	ResultTop, BehaviourTop, Top int // above expectation in results, in behaviour; "Sangat baik"

	Suggested, Up, Down int // with a suggestion; rated better, worse than suggested

	Same int // with the same rating of results and behaviour
	// Expected is how many of a hundred would have the same if one rating told
	// nothing about the other: Σ over the three ratings of (results so rated ×
	// behaviour so rated) ÷ N², in per cent.
	Expected model.Amount
	Results  [4]int // people by model.Rating
	Behaves  [4]int

	// Lean is how many steps better (+) or worse (−) than by colleagues of the
	// line results are rated where the suggestion is the same, on average over
	// Compared people; Levels are its parts.
	Lean       model.Amount
	Compared   int
	Colleagues int // people of colleagues with one of these suggestions
	Levels     []Level
	Verdict    Verdict
}

// Level is one suggestion: how this rater and the colleagues rated results there.
// Steps are counted from Meets: below −1, above +1.
type Level struct {
	Suggested          model.Rating
	People, Steps      int
	Others, OtherSteps int
}

// Compare puts raters side by side, by line, each line in the order in which
// raters first come.
func Compare(cases []Case) []Rater {
	type key struct {
		line  model.UnitKind
		rater model.EmployeeID
	}
	of := map[key][]Case{}
	var order []key
	for _, c := range cases {
		if c.Result == model.NotRated || c.Behaviour == model.NotRated {
			continue
		}
		k := key{c.Line, c.Rater}
		if of[k] == nil {
			order = append(order, k)
		}
		of[k] = append(of[k], c)
	}
	slices.SortStableFunc(order, func(a, b key) int { return cmp.Compare(a.line, b.line) })
	list := make([]Rater, 0, len(order))
	for _, k := range order {
		r := Rater{Rater: k.rater, Line: k.line, N: len(of[k])}
		if r.N < Least {
			list = append(list, r)
			continue
		}
		r.count(of[k])
		var others []Case
		for o, theirs := range of {
			if o.line == k.line && o != k {
				others = append(others, theirs...)
			}
		}
		r.lean(of[k], others)
		list = append(list, r)
	}
	return list
}

func (r *Rater) count(cases []Case) {
	sum := new(big.Int)
	for _, c := range cases {
		if n, ok := c.Score.Get(); ok {
			r.Scored++
			sum.Add(sum, big.NewInt(int64(n)))
		}
		r.Results[c.Result]++
		r.Behaves[c.Behaviour]++
		if c.Predicate == model.VeryGood {
			r.Top++
		}
		if c.Result == c.Behaviour {
			r.Same++
		}
		if c.Suggested != model.NotRated {
			r.Suggested++
			switch {
			case c.Result > c.Suggested:
				r.Up++
			case c.Result < c.Suggested:
				r.Down++
			}
		}
	}
	r.ResultTop, r.BehaviourTop = r.Results[model.Above], r.Behaves[model.Above]
	expected := 0
	for x := model.Below; x <= model.Above; x++ {
		expected += r.Results[x] * r.Behaves[x]
	}
	r.Expected = printed(big.NewRat(int64(expected)*100*model.Scale, int64(r.N)*int64(r.N)))
	if r.Scored == 0 {
		return
	}
	n := big.NewInt(int64(r.Scored))
	r.Sum = printed(new(big.Rat).SetInt(sum))
	r.Mean = printed(new(big.Rat).SetFrac(sum, n))
	far := new(big.Int)
	for _, c := range cases {
		if x, ok := c.Score.Get(); ok { // |n·x − Σ|, so that nothing is rounded in between
			d := new(big.Int).Mul(n, big.NewInt(int64(x)))
			far.Add(far, d.Abs(d.Sub(d, sum)))
		}
	}
	r.Spread = printed(new(big.Rat).SetFrac(far, new(big.Int).Mul(n, n)))
}

// lean compares results with those of colleagues on the same suggestion.
func (r *Rater) lean(own, others []Case) {
	lean := new(big.Rat)
	for s := model.Below; s <= model.Above; s++ {
		l := Level{Suggested: s}
		l.People, l.Steps = steps(own, s)
		l.Others, l.OtherSteps = steps(others, s)
		if l.People == 0 || l.Others == 0 {
			continue
		}
		r.Levels = append(r.Levels, l)
		r.Compared += l.People
		r.Colleagues += l.Others
		lean.Add(lean, big.NewRat(int64(l.Steps), 1))
		lean.Sub(lean, big.NewRat(int64(l.People)*int64(l.OtherSteps), int64(l.Others)))
	}
	if r.Compared < Least || r.Colleagues < Least {
		r.Levels, r.Compared, r.Colleagues, r.Verdict = nil, 0, 0, Incomparable
		return
	}
	lean.Mul(lean, big.NewRat(model.Scale, int64(r.Compared)))
	r.Lean = printed(lean)
	switch n := r.Lean.Or(0); {
	case n <= -Apart*model.Scale/100:
		r.Verdict = Stricter
	case n >= Apart*model.Scale/100:
		r.Verdict = Milder
	default:
		r.Verdict = Alike
	}
}

// steps counts the people with a suggestion, and their ratings of results as
// steps from Meets.
func steps(cases []Case, suggested model.Rating) (people, sum int) {
	for _, c := range cases {
		if c.Suggested == suggested {
			people++
			sum += int(c.Result) - int(model.Meets)
		}
	}
	return people, sum
}

// printed is a fraction of ten-thousandths with two decimals, half away from
// zero; absent where that does not fit a number.
func printed(x *big.Rat) model.Amount {
	num := new(big.Int).Mul(new(big.Int).Abs(x.Num()), big.NewInt(2))
	den := new(big.Int).Mul(x.Denom(), big.NewInt(200))
	num.Add(num, new(big.Int).Mul(x.Denom(), big.NewInt(100)))
	q := num.Quo(num, den)
	q.Mul(q, big.NewInt(100))
	if !q.IsInt64() {
		return model.Amount{}
	}
	n := model.Number(q.Int64())
	if x.Sign() < 0 {
		n = -n
	}
	return model.Some(n)
}
