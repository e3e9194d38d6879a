package score

import (
	"math/big"

	"kinerja/model"
	"kinerja/model/rules"
)

// Exact is what was reached in per cent of the target before any limit, as an
// exact fraction; false where the step does not count.
func (s Step) Exact() (*big.Rat, bool) {
	v, ok := s.Actual.Get()
	if !ok || !s.Note.Code.Counts() {
		return nil, false
	}
	l, err := newLine(s.Measure, s.Gauge, rules.Limits{Cap: model.Int(100)})
	if err != nil {
		return nil, false
	}
	r, code := l.reach(v)
	if !code.Counts() || r.q == 0 {
		return nil, false
	}
	x := fraction(r.p, r.q)
	if r.neg {
		x.Neg(x)
	}
	return x.Mul(x, big.NewRat(100, 1)), true
}
