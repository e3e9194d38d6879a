package score

import (
	"math"
	"math/big"
	"math/bits"

	"kinerja/model"
)

// part is what one measure brings to the mean: exactly (ratio, within 0…cap)
// and in ulps, rounded down.
type part struct {
	weight uint64
	cap    model.Number
	ratio  ratio
	ulps   uint64
}

// sum is a weighted sum of percentages in 128 bits. Weights add up to less than
// 2⁶³ and a percentage is at most maxCap, so it cannot overflow.
type sum struct {
	hi, lo uint64 // Σ weight × ulps
	weight uint64 // Σ weight
}

// add takes one measure in; it refuses weights that add up to too much.
func (s *sum) add(weight, ulps uint64) error {
	if weight > math.MaxInt64-s.weight {
		return &model.FieldError{Field: "bobot", Value: model.Number(weight).String(), Err: model.ErrNumberRange}
	}
	s.weight += weight
	s.put(weight, ulps)
	return nil
}

// put is add where the weight is counted already.
func (s *sum) put(weight, ulps uint64) {
	hi, lo := bits.Mul64(weight, ulps)
	var carry uint64
	s.lo, carry = bits.Add64(s.lo, lo, 0)
	s.hi += hi + carry
}

// ulpsPerCent is one unit of the second decimal.
const ulpsPerCent = ulpsPerPercent / 100

// mean is the sum over its weight, which must not be 0, half up to two
// decimals. Rounding down left each percentage and the quotient less than one
// ulp short; only where that could matter are the exact parts asked for.
func (s *sum) mean(parts func() []part) model.Number {
	ulps, _ := bits.Div64(s.hi, s.lo, s.weight)
	cents := (ulps + ulpsPerCent/2) / ulpsPerCent
	if cents != (ulps+1+ulpsPerCent/2)/ulpsPerCent {
		return exactMean(parts(), s.weight)
	}
	return model.Number(cents) * (model.Scale / 100)
}

// exactMean is mean in fractions of any size.
func exactMean(parts []part, weight uint64) model.Number {
	total := new(big.Rat)
	for _, p := range parts {
		r := p.exact()
		total.Add(total, r.Mul(r, fraction(p.weight, 1)))
	}
	total.Quo(total, fraction(weight, 100*100)) // in hundredths of a per cent
	total.Add(total, big.NewRat(1, 2))
	cents := new(big.Int).Quo(total.Num(), total.Denom())
	return model.Number(cents.Int64()) * (model.Scale / 100)
}

// exact is the counted ratio, between 0 and the cap.
func (p part) exact() *big.Rat {
	if p.ratio.neg || p.ratio.p == 0 {
		return new(big.Rat)
	}
	r, most := fraction(p.ratio.p, p.ratio.q), fraction(uint64(p.cap), 100*model.Scale)
	if r.Cmp(most) > 0 {
		return most
	}
	return r
}

func fraction(n, d uint64) *big.Rat {
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(n), new(big.Int).SetUint64(d))
}

// share is part of all in per cent, two decimals; 0 of nothing.
func share(part, all uint64) model.Number {
	switch all {
	case 0:
		return 0
	case part:
		return model.Int(100)
	}
	n, _ := ratio{p: part, q: all}.percent() // at most 100: it fits
	return n
}
