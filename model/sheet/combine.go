package sheet

import "kinerja/model"

// Combined adds up what several people reached of one indicator, by its own
// rule. The zero Combined has nobody.
type Combined struct {
	Count         int // people with a value
	parts         int // of them with numerator and denominator
	sum, num, den model.Number
	own           model.Number // sum of own targets, of owned people
	owned         int
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
	if t, ok := e.Target.Get(); ok {
		c.owned++
		c.plus(&c.own, t)
	}
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

// Target is what all of them together were to reach of an indicator that adds up:
// the sum of their own targets, and of target for those who have none. It is
// false where that does not fit.
func (c *Combined) Target(target model.Number) (model.Number, bool) {
	n, ok := model.MulDiv(target, model.Number(c.Count-c.owned), 1)
	if !ok || c.over {
		return 0, false
	}
	return n.Add(c.own)
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
