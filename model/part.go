package model

import "slices"

// Part is the part of a period for which a post is held, on a gauge whose target
// adds up over the days: Target is then what that part comes to. Where the whole
// period is held there is no Part.
type Part struct {
	Held uint16 `cbor:"1,keyasint,omitempty" json:"held"`   // days of the period on which the post is held
	Days uint16 `cbor:"2,keyasint,omitempty" json:"days"`   // of the period
	Full Number `cbor:"3,keyasint,omitempty" json:"target"` // the target of the whole period
	High Amount `cbor:"4,keyasint,omitzero" json:"target_high"`
	Away uint16 `cbor:"5,keyasint,omitempty" json:"away,omitempty"` // days of leave taken off: Held is without them
}

// Away is one leave (cuti) of the holder of a plan's post, as the plan keeps it:
// its first and last day, and whether they are taken off targets that add up.
type Away struct {
	ID      ElementID `cbor:"1,keyasint" json:"id"`
	From    Date      `cbor:"2,keyasint,omitempty" json:"from"`
	To      Date      `cbor:"3,keyasint,omitempty" json:"to"`
	Reduces bool      `cbor:"4,keyasint,omitempty" json:"reduces"`
}

// off is how many days from first to before the day after n days are taken off.
func (p Plan) off(first Date, n int) (days int) {
	for _, a := range p.Away {
		if a.Reduces {
			days += max(0, min(n, first.Until(a.To)+1)-max(0, first.Until(a.From)))
		}
	}
	return days
}

// Spanning returns the plan with the days of its year on which post is held.
func (p Plan) Spanning(post Post) Plan {
	p.From, p.To = 0, 0
	if post.From.Year() == p.Year && post.From%10000 > 101 {
		p.From = post.From
	}
	if post.To.Year() == p.Year && post.To%10000 < 1231 {
		p.To = post.To
	}
	return p
}

// Span is the first and the last day of a period on which the plan's post is
// held. It is not split where these are the period's own; where it is held on
// none of them they are also that.
func (p Plan) Span(period Period) (first, last Date, split bool) {
	first, last = max(period.First(), p.From), period.Last()
	if p.To != 0 {
		last = min(last, p.To)
	}
	if first > last {
		first, last = period.First(), period.Last()
	}
	return first, last, first != period.First() || last != period.Last()
}

// split reckons the targets that add up (Sum) by the days held. The parts of one
// period add up to the whole exactly: each is what the target comes to up to its
// last day less what it comes to before its first, both rounded half up to
// ten-thousandths. Days of leave that are taken off count in no part. Percentages,
// means and last values keep their target, and what is best when there is none of
// it keeps its limit.
func (p Plan) split(period Period) Plan {
	if p.From == 0 && p.To == 0 && len(p.Away) == 0 || !period.Valid() {
		return p
	}
	first, last, split := p.Span(period)
	begin, end, days := period.First().Until(first), period.First().Until(last)+1, period.Days()
	before, away := p.off(period.First(), begin), p.off(period.First(), end)
	begin, end, away = begin-before, end-away, away-before
	upTo := func(n Number, day int) Number {
		n, _ = MulDiv(n, Number(day), Number(days)) // a part of n: it fits
		return n
	}
	p.Measures = slices.Clone(p.Measures)
	for i := range p.Measures {
		g := &p.Measures[i].Gauge
		if g.Part.Days > 0 { // of a plan that was read for a period already
			g.Target, g.TargetHigh, g.Part = g.Part.Full, g.Part.High, Part{}
		}
		if !split && away == 0 || g.Aggregate != Sum || g.Target == 0 && !g.TargetHigh.Present() {
			continue
		}
		g.Part = Part{uint16(end - begin), uint16(days), g.Target, g.TargetHigh, uint16(away)}
		g.Target = upTo(g.Target, end) - upTo(g.Target, begin)
		if high, ok := g.TargetHigh.Get(); ok {
			g.TargetHigh = Some(upTo(high, end) - upTo(high, begin))
		}
	}
	return p
}
