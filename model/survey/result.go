package survey

import (
	"math/big"

	"kinerja/model"
)

// Row is what one element came to.
type Row struct {
	Element  int          // 0 to 8
	Sum      model.Number // of the answers
	Count    int          // who answered
	Mean     model.Amount // NRR, to four decimals; absent where nobody answered
	Weighted model.Amount // NRR × weight, to four decimals
	Grade    Grade        // of the element by itself
}

// Result is what a survey comes to, with its working.
type Result struct {
	Survey  Survey
	Weight  Weight
	Rows    []Row
	Total   model.Amount // the averages of the nine together, to four decimals
	Mean    model.Amount // NI, the average of the nine, to four decimals
	Exact   model.Amount // the index to four decimals, before it is rounded
	Index   model.Amount // IKM, half up to two decimals; absent where an element has no answer
	Grade   Grade
	ByMean  Grade // by NI; another than Grade only with the weight 0.11
	Weakest []int // elements with the lowest NRR
	Missing int   // answers left out
	Sample  Sample
}

// Of works out a survey. Where respondents left answers out, an element's
// average is over those who answered it.
func Of(s Survey, w Weight) Result {
	r := Result{Survey: s, Weight: w, Missing: s.Missing()}
	if s.Population > 0 {
		r.Sample = SampleOf(s.Population)
	}
	total, whole := new(big.Rat), len(s.Sums) == Elements && len(s.Counts) == Elements
	var lowest *big.Rat
	for i := range min(Elements, len(s.Sums), len(s.Counts)) {
		row := Row{Element: i, Sum: s.Sums[i], Count: s.Counts[i]}
		if row.Count <= 0 {
			whole = false
			r.Rows = append(r.Rows, row)
			continue
		}
		mean := big.NewRat(int64(row.Sum), int64(row.Count)*model.Scale)
		total.Add(total, mean)
		row.Mean = model.Some(rounded(mean, 1))
		row.Weighted = model.Some(rounded(new(big.Rat).Mul(mean, w.exact()), 1))
		row.Grade = GradeOf(rounded(times(mean, 25), 100))
		switch {
		case lowest == nil || mean.Cmp(lowest) < 0:
			lowest, r.Weakest = mean, []int{i}
		case mean.Cmp(lowest) == 0:
			r.Weakest = append(r.Weakest, i)
		}
		r.Rows = append(r.Rows, row)
	}
	if !whole {
		return r
	}
	r.Total = model.Some(rounded(total, 1))
	index := times(new(big.Rat).Mul(total, w.exact()), 25)
	r.Exact = model.Some(rounded(index, 1))
	r.Index = model.Some(rounded(index, 100))
	r.Grade = GradeOf(r.Index.Or(0))
	mean := new(big.Rat).Mul(total, big.NewRat(1, Elements))
	r.Mean = model.Some(rounded(mean, 1))
	r.ByMean = GradeOf(rounded(times(mean, 25), 100))
	return r
}

// Enough reports whether there are as many respondents as the table asks for;
// known is false where nobody said how many were served.
func (r Result) Enough() (enough, known bool) {
	return r.Survey.Respondents >= r.Sample.Size, r.Survey.Population > 0
}

func times(r *big.Rat, n int64) *big.Rat { return new(big.Rat).Mul(r, big.NewRat(n, 1)) }

// rounded writes a fraction that is not negative as a Number, half up to a
// multiple of step ten-thousandths: 1 is four decimals, 100 two. It is rounded
// once: 88.30499 is never 88.305 on the way.
func rounded(r *big.Rat, step int64) model.Number {
	num := new(big.Int).Mul(r.Num(), big.NewInt(2*model.Scale))
	den := new(big.Int).Mul(r.Denom(), big.NewInt(step))
	num.Add(num, den)
	num.Quo(num, den.Mul(den, big.NewInt(2)))
	return model.Number(num.Int64() * step)
}

// Change is how one element, or the index, moved from one survey to the next.
type Change struct {
	Element       int // 0 to 8; -1 is the index
	Before, After model.Amount
	By            model.Amount // absent where one of the two is
}

// Changes says what moved between two results: the index first, then the nine
// elements by their printed averages.
func Changes(before, after Result) []Change {
	list := []Change{change(-1, before.Index, after.Index)}
	for i := range min(len(before.Rows), len(after.Rows)) {
		list = append(list, change(i, printed(before.Rows[i].Mean), printed(after.Rows[i].Mean)))
	}
	return list
}

func change(element int, before, after model.Amount) Change {
	c := Change{Element: element, Before: before, After: after}
	if before.Present() && after.Present() {
		c.By = model.Some(after.Or(0) - before.Or(0))
	}
	return c
}

// printed is an amount as people read it: two decimals.
func printed(a model.Amount) model.Amount {
	if n, ok := a.Get(); ok {
		return model.Some(n.Round())
	}
	return a
}

// Trend is the results of one unit, the oldest first.
type Trend []Result

// TrendOf works out surveys of one unit.
func TrendOf(list []Survey, w Weight) Trend {
	list = append([]Survey(nil), list...)
	Sort(list)
	t := make(Trend, len(list))
	for i, s := range list {
		t[i] = Of(s, w)
	}
	return t
}

// Before is the result before that of a period, if there is one.
func (t Trend) Before(p model.Period) (Result, bool) {
	for i, r := range t {
		if r.Survey.Period == p && i > 0 {
			return t[i-1], true
		}
	}
	return Result{}, false
}

// At is the result of a period.
func (t Trend) At(p model.Period) (Result, bool) {
	for _, r := range t {
		if r.Survey.Period == p {
			return r, true
		}
	}
	return Result{}, false
}
