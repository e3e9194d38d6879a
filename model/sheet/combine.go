package sheet

import "kinerja/model"

// Combined adds up what several people reached of one indicator, by its own
// rule. The zero Combined has nobody.
type Combined struct {
	Count         int // people with a value
	parts         int // of them with numerator and denominator
	sum, num, den model.Number
	over          bool // does not fit any more
}

// Add takes in what one person reached; an entry without a value is nobody's.
func (c *Combined) Add(e model.Entry) {
	n, ok := e.Actual.Get()
	if !ok {
		return
	}
	c.Count++
	c.plus(&c.sum, n)
	if d, ok := e.Den.Get(); ok && d > 0 {
		c.parts++
		c.plus(&c.num, e.Num.Or(0))
		c.plus(&c.den, d)
	}
}

func (c *Combined) plus(to *model.Number, n model.Number) {
	if n == 0 {
		return
	}
	var ok bool
	if *to, ok = to.Add(n); !ok {
		c.over = true
	}
}

// Value is all of them together. A ratio is exact only where every value has
// its parts; else it is a plain mean, and said to be rough. What does not fit
// has no value.
func (c *Combined) Value(rule model.Aggregate) (together model.Amount, rough bool) {
	if c.Count == 0 || c.over {
		return model.Amount{}, false
	}
	n, ok := c.sum, true
	switch {
	case rule == model.Sum:
	case rule == model.Ratio && c.parts == c.Count:
		n, ok = model.MulDiv(c.num, model.Int(100), c.den)
	default:
		n, ok = model.MulDiv(c.sum, 1, model.Number(c.Count))
		rough = rule == model.Ratio
	}
	if !ok {
		return model.Amount{}, rough
	}
	return model.Some(n), rough
}
