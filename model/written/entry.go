package written

import "kinerja/model"

// Fraction reports whether a value was computed from numerator and denominator.
func Fraction(e model.Entry) bool { return e.Num.Present() && e.Den.Present() }

// Reached is what was reached as it is printed everywhere: as it was typed, or
// of a fraction with the two decimals of a result. The exact value stays stored.
func Reached(e model.Entry) model.Amount {
	if n, ok := e.Actual.Get(); ok && Fraction(e) {
		return model.Some(n.Round())
	}
	return e.Actual
}
