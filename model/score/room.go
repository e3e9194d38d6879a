package score

import (
	"math"
	"strings"

	"kinerja/model"
)

// room is how far one value can still become better: places first … last in
// the direction sign, each a whole number of units (or numerators).
type room struct {
	index       int // of the measure in the plan
	measure     model.ElementID
	code        string
	now         model.Number
	sign        int64
	first, last int64
	unit        model.Number // one place; 0: places are numerators over den
	den         model.Number
}

// cent is the grain of values that are not whole.
const cent = model.Scale / 100

// roomOf finds the room of a measure; false where there is none, or no
// percentage.
func roomOf(l *line, g model.Gauge, e model.Entry, index int) (room, bool) {
	now, _ := actual(e)
	v, ok := now.Get()
	if !ok {
		return room{}, false
	}
	if _, code := l.reach(v); !code.Counts() {
		return room{}, false
	}
	goal, sign := l.goal(v)
	if sign == 0 || goal > math.MaxInt64-model.Scale {
		return room{}, false
	}
	r := room{index: index, measure: l.id, code: g.Code, now: v, sign: sign, unit: cent}
	num, den := e.Num.Or(1), e.Den.Or(0)
	switch {
	case den > 0 && num%model.Scale == 0 && den%model.Scale == 0:
		r.unit, r.den = 0, den
	case v%model.Scale == 0 && l.target%model.Scale == 0 && l.high%model.Scale == 0:
		r.unit = model.Scale
	}
	low, high := l.bounds(g)
	if !r.between(goal, low, high) {
		return room{}, false
	}
	return r, true
}

// goal is the value beyond which nothing more counts, and which way it lies.
func (l *line) goal(v model.Number) (model.Number, int64) {
	hundred := model.Int(100)
	switch l.direction {
	case model.Higher, model.Gain:
		best, ok := model.MulDiv(l.high, l.cap, hundred)
		if l.cap <= hundred {
			best, ok = model.MulDiv(l.target, l.cap, hundred)
		}
		if ok && v < best {
			return best, 1
		}
	case model.Lower:
		best, ok := model.MulDiv(l.target, 2*hundred-l.cap, hundred)
		if l.cap <= hundred {
			best, ok = model.MulDiv(l.high, 2*hundred-l.cap, hundred)
		}
		if best = max(best, 0); ok && v > best {
			return best, -1
		}
	case model.Range:
		if v < l.target {
			return l.target, 1
		}
		if v > l.high {
			return l.high, -1
		}
	case model.Zero:
		if v > 0 {
			return 0, -1
		}
	}
	return 0, 0
}

// bounds is the range that an indicator can be in.
func (l *line) bounds(g model.Gauge) (low, high model.Amount) {
	low, high = g.Low, g.High
	if low.Or(-1) < 0 {
		low = model.Some(0)
	}
	if hundred := model.Int(100); percentage(g.Unit) && l.high <= hundred && high.Or(hundred) >= hundred {
		high = model.Some(hundred)
	}
	return low, high
}

func percentage(unit string) bool {
	unit = strings.ToLower(strings.TrimSpace(unit))
	return strings.HasPrefix(unit, "%") || strings.HasPrefix(unit, "persen") || strings.HasPrefix(unit, "percent")
}

// between sets the places that are better than now, no further than goal, and
// within low and high. It reports whether there are any.
func (r *room) between(goal model.Number, low, high model.Amount) bool {
	if r.sign > 0 {
		r.first, r.last = r.below(r.now)+1, r.above(goal)
		if n, ok := low.Get(); ok {
			r.first = max(r.first, r.above(n))
		}
		if n, ok := high.Get(); ok {
			r.last = min(r.last, r.below(n))
		}
		return r.first <= r.last
	}
	r.first, r.last = r.above(r.now)-1, r.below(goal)
	if n, ok := high.Get(); ok {
		r.first = min(r.first, r.below(n))
	}
	if n, ok := low.Get(); ok {
		r.last = max(r.last, r.above(n))
	}
	return r.first >= r.last
}

// below and above are the places next to n, or n's own.
func (r *room) below(n model.Number) int64 {
	if r.unit != 0 {
		place := int64(n / r.unit)
		if n < 0 && n%r.unit != 0 {
			place--
		}
		return place
	}
	place, ok := model.MulDiv(n, r.den, model.Int(100)*model.Scale)
	for ok && place > 0 && r.value(int64(place)) > n {
		place--
	}
	return int64(place)
}

func (r *room) above(n model.Number) int64 {
	place := r.below(n)
	if r.value(place) < n {
		place++
	}
	return place
}

// value is what stands at a place.
func (r room) value(place int64) model.Number {
	if r.unit != 0 {
		return model.Number(place) * r.unit
	}
	n, _ := model.MulDiv(model.Int(place), model.Int(100), r.den)
	return n
}

// part is the place so many thousandths of the way from first to last.
func (r room) part(thousandths int64) int64 {
	way := r.steps(r.last)
	return r.first + r.sign*(way/thousand*thousandths+(way%thousand*thousandths+thousand-1)/thousand)
}

// steps is how many places lie between first and place.
func (r room) steps(place int64) int64 { return (place - r.first) * r.sign }

func (r room) wish(place int64) Wish {
	w := Wish{Measure: r.measure, Code: r.code, From: r.now, To: r.value(place)}
	if r.unit == 0 {
		w.Num, w.Den = model.Some(model.Int(place)), model.Some(r.den)
	}
	return w
}
