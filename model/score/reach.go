package score

import (
	"math"
	"math/bits"

	"kinerja/model"
	"kinerja/model/rules"
)

// line is a gauge made ready for computing: checked, with its cap settled.
type line struct {
	id        model.ElementID
	direction model.Direction
	target    model.Number
	high      model.Number // upper end of the target; target itself where it has no range
	limit     model.Number // 0: none
	cap       model.Number // per cent
	capUlps   uint64
	weight    uint64
}

// ulp is the fineness of the arithmetic in between: 10⁻¹² of a per cent.
const (
	ulpsPerPercent = 1_000_000_000_000
	ulpsPerNumber  = ulpsPerPercent / model.Scale
	ulpsPerWhole   = 100 * ulpsPerPercent
	maxCap         = 10_000 * model.Scale // per cent; keeps a capped percentage within 64 bits of ulps
)

// newLine makes g ready. Only what would spoil the arithmetic is refused here;
// names and codes are Gauge.Check's business.
func newLine(id model.ElementID, g model.Gauge, rs rules.Limits) (line, error) {
	l := line{id: id, direction: g.Direction, target: g.Target, high: g.TargetHigh.Or(g.Target),
		limit: g.Limit.Or(0), cap: g.Cap.Or(rs.Cap), weight: uint64(g.Weight)}
	switch {
	case g.Weight < 0:
		return l, &model.FieldError{Field: "bobot", Value: g.Weight.String(), Err: model.ErrNegative}
	case l.cap <= 0:
		return l, &model.FieldError{Field: "cap", Value: l.cap.String(), Err: model.ErrZero}
	case l.cap > maxCap:
		return l, &model.FieldError{Field: "cap", Value: l.cap.String(), Err: model.ErrNumberRange}
	case l.limit < 0 || l.limit == 0 && g.Limit.Present():
		return l, &model.FieldError{Field: "batas", Value: l.limit.String(), Err: model.ErrZero}
	case l.direction == model.Range && !g.TargetHigh.Present():
		return l, &model.FieldError{Field: "target_atas", Value: g.Code, Err: model.ErrMissing}
	}
	l.capUlps = uint64(l.cap) * ulpsPerNumber
	return l, l.check()
}

func (l line) check() error {
	switch {
	case l.target < 0:
		return &model.FieldError{Field: "target", Value: l.target.String(), Err: model.ErrNegative}
	case l.high < l.target:
		return &model.FieldError{Field: "target_atas", Value: l.high.String(), Err: model.ErrOrder}
	}
	return nil
}

// withTarget returns the line with somebody's own target.
func (l line) withTarget(own model.Amount) (line, error) {
	t, ok := own.Get()
	if !ok {
		return l, nil
	}
	if l.high == l.target && l.direction != model.Range {
		l.high = t
	}
	l.target = t
	return l, l.check()
}

// actual is what was reached according to e. A value entered as a fraction is
// always computed from it, so that no second number can stand beside it.
func actual(e model.Entry) (model.Amount, NoteCode) {
	num, ok := e.Num.Get()
	den, both := e.Den.Get()
	if !ok || !both {
		return e.Actual, NoNote
	}
	pct, fits := model.MulDiv(num, model.Int(100), den)
	if den <= 0 || !fits {
		return model.Amount{}, NoteDenominator
	}
	return model.Some(pct), NoNote
}

// ratio is an exact fraction of the target; one is 100 per cent.
type ratio struct {
	neg  bool
	p, q uint64
}

var whole = ratio{p: 1, q: 1}

// reach compares v with the target. The ratio holds only where the code counts.
func (l *line) reach(v model.Number) (ratio, NoteCode) {
	switch l.direction {
	case model.Higher, model.Gain, model.Lower:
		if l.inside(v) {
			return whole, NoteInside
		}
		bound := l.target
		if v > l.high {
			bound = l.high
		}
		if l.direction != model.Lower {
			return rise(v, bound)
		}
		return fall(v, bound)
	case model.Range:
		switch {
		case v < l.target:
			return rise(v, l.target)
		case v > l.high:
			return fall(v, l.high)
		}
		return whole, NoteInside
	}
	switch { // model.Zero
	case v <= 0:
		return whole, NoNote
	case l.limit == 0:
		return ratio{}, NoteNoLimit
	}
	return over(l.limit-v, l.limit), NoNote
}

// inside reports whether v lies in a target that is a range.
func (l *line) inside(v model.Number) bool {
	return l.high > l.target && v >= l.target && v <= l.high
}

// rise is v ÷ bound: more is better.
func rise(v, bound model.Number) (ratio, NoteCode) {
	if bound == 0 {
		return ratio{}, NoteTargetZero
	}
	return over(v, bound), NoNote
}

// fall is 1 + (1 − v ÷ bound): less is better.
func fall(v, bound model.Number) (ratio, NoteCode) {
	if bound == 0 {
		return ratio{}, NoteTargetZero
	}
	// bound and the size of v are below 2⁶³: bound − v needs 64 bits, twice the
	// bound less v may need 65 and then counts as the most there is, which
	// percent refuses.
	twice, q := 2*uint64(bound), uint64(bound)
	if v < 0 {
		p, carry := bits.Add64(twice, uint64(-v), 0)
		if carry != 0 {
			p = math.MaxUint64
		}
		return ratio{p: p, q: q}, NoNote
	}
	if uint64(v) > twice {
		return ratio{neg: true, p: uint64(v) - twice, q: q}, NoNote
	}
	return ratio{p: twice - uint64(v), q: q}, NoNote
}

// over is n ÷ d for d > 0.
func over(n, d model.Number) ratio {
	if n < 0 {
		return ratio{neg: true, p: uint64(-n), q: uint64(d)}
	}
	return ratio{p: uint64(n), q: uint64(d)}
}

// percent is r in per cent, rounded half away from zero to two decimals; false
// when it does not fit.
func (r ratio) percent() (model.Number, bool) {
	hi, lo := bits.Mul64(r.p, 10_000)
	lo, carry := bits.Add64(lo, r.q/2, 0)
	hi += carry
	if hi >= r.q {
		return 0, false
	}
	n, _ := bits.Div64(hi, lo, r.q)
	if n > math.MaxInt64/100 {
		return 0, false
	}
	if r.neg {
		return -model.Number(n) * 100, true
	}
	return model.Number(n) * 100, true
}

// count is r in ulps, rounded down, held between 0 and the cap; the code says
// whether it was held. It refuses what percent cannot express.
func (l *line) count(r ratio) (uint64, NoteCode, error) {
	hi, lo := bits.Mul64(r.p, ulpsPerWhole)
	if r.neg || hi >= r.q {
		if _, ok := r.percent(); !ok {
			return 0, NoNote, model.ErrNumberRange
		}
		if r.neg {
			return 0, NoteFloored, nil
		}
		return l.capUlps, NoteCapped, nil
	}
	ulps, rest := bits.Div64(hi, lo, r.q)
	if ulps > l.capUlps || ulps == l.capUlps && rest > 0 {
		return l.capUlps, NoteCapped, nil
	}
	return ulps, NoNote, nil
}
