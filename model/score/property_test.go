package score_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// anyGauge draws a gauge that can be scored.
func anyGauge(t *rapid.T) model.Gauge {
	number := func(name string, low, high int64) model.Number {
		return model.Number(rapid.Int64Range(low, high).Draw(t, name))
	}
	most := rapid.SampledFrom([]int64{100, 20_000, 1_200_000, 2_000_000_000}).Draw(t, "size")
	g := model.Gauge{
		Direction: model.Direction(rapid.IntRange(0, int(model.Gain)).Draw(t, "direction")),
		Target:    number("target", 0, most),
		Weight:    number("weight", 0, 500_000),
	}
	if g.Direction == model.Range || rapid.Bool().Draw(t, "ranged") {
		g.TargetHigh = model.Some(g.Target + number("wide", 0, most))
	}
	if rapid.Bool().Draw(t, "limited") {
		g.Limit = model.Some(number("limit", 1, most))
	}
	if rapid.Bool().Draw(t, "own cap") {
		g.Cap = model.Some(number("cap", 1, 2_000_000))
	}
	return g
}

// anyActual draws a value near what the gauge is about.
func anyActual(t *rapid.T, g model.Gauge) model.Amount {
	if rapid.IntRange(0, 5).Draw(t, "missing") == 0 {
		return model.Amount{}
	}
	top := int64(g.TargetHigh.Or(g.Target))*2 + 10_000
	return model.Some(model.Number(rapid.Int64Range(-top/8, top).Draw(t, "actual")))
}

func anyCase(t *rapid.T) (model.Plan, model.Card) {
	var gauges []model.Gauge
	var c model.Card
	for i := range rapid.IntRange(1, 9).Draw(t, "n") {
		g := anyGauge(t)
		gauges = append(gauges, g)
		e := model.Entry{Measure: model.ElementID("m" + string(rune('0'+i))), Actual: anyActual(t, g)}
		if !g.TargetHigh.Present() && rapid.IntRange(0, 3).Draw(t, "own") == 0 {
			e.Target = model.Some(model.Number(rapid.Int64Range(0, 2_000_000).Draw(t, "own target")))
		}
		c.Entries = append(c.Entries, e)
	}
	return planOf(gauges...), c
}

func scored(t *rapid.T, c model.Card, p model.Plan) score.Score {
	s, err := score.Of(c, p, rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The order in which measures and entries are listed changes nobody's score.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := anyCase(t)
		before := scored(t, c, p)
		q, d := p, c
		q.Measures = rapid.Permutation(p.Measures).Draw(t, "measures")
		d.Entries = rapid.Permutation(c.Entries).Draw(t, "entries")
		if after := scored(t, d, q); after.Value != before.Value || after.Share != before.Share || after.Suggested != before.Suggested {
			t.Fatalf("%v (%v %%) became %v (%v %%)", before.Value, before.Share, after.Value, after.Share)
		}
	})
}

// All weights times one number is the same score.
func TestScaleOfWeightsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := anyCase(t)
		before := scored(t, c, p)
		k := model.Number(rapid.Int64Range(1, 1_000_000).Draw(t, "k"))
		q := p
		q.Measures = slices.Clone(p.Measures)
		for i := range q.Measures {
			q.Measures[i].Gauge.Weight *= k
		}
		after := scored(t, c, q)
		if after.Value != before.Value || after.Share != before.Share {
			t.Fatalf("× %d: %v became %v", k, before.Value, after.Value)
		}
	})
}

// better says which of two values of a gauge is not worse.
func better(g model.Gauge, a, b model.Number) model.Number {
	away := func(v model.Number) model.Number {
		return max(g.Target-v, v-g.TargetHigh.Or(g.Target), 0)
	}
	switch g.Direction {
	case model.Higher, model.Gain:
		return max(a, b)
	case model.Range:
		// Of two values on one side the nearer is better; sides do not compare.
		if (a < g.Target) == (b < g.Target) && away(a) > away(b) {
			return b
		}
		return a
	}
	return min(a, b)
}

// A better actual never lowers the score, in any direction.
func TestMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := anyCase(t)
		i := rapid.IntRange(0, len(p.Measures)-1).Draw(t, "which")
		g := p.Measures[i].Gauge
		g.Target = c.Entries[i].Target.Or(g.Target)
		a, b := anyActual(t, g).Or(0), anyActual(t, g).Or(0)
		if g.Direction == model.Range && (a < g.Target) != (b < g.Target) {
			return
		}
		best := better(g, a, b)
		worse := a + b - best
		at := func(v model.Number) (model.Number, bool) {
			d := c
			d.Entries = slices.Clone(c.Entries)
			d.Entries[i].Actual = model.Some(v)
			s := scored(t, d, p)
			return s.Value.Or(-1), s.Steps[i].Note.Code.Counts()
		}
		low, lowCounts := at(worse)
		high, highCounts := at(best)
		// What has no percentage (a bound of 0) leaves the mean, which may
		// raise it: said so in the step, and no matter of better and worse.
		if low > high && lowCounts && highCounts {
			t.Fatalf("%v (target %v): %v scores %v, the better %v only %v", g.Direction, g.Target, worse, low, best, high)
		}
	})
}

// Every percentage that counts lies between 0 and its cap, and so does the
// score; the printed parts and the rounding line add up to the printed score.
func TestBoundsAndSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := anyCase(t)
		s := scored(t, c, p)
		total, most := s.Rounding, model.Number(0)
		for _, st := range s.Steps {
			counts := st.Note.Code.Counts()
			if n, ok := st.Counted.Get(); ok != counts || n < 0 || n > st.Cap.Round() {
				t.Fatalf("counted %v of cap %v, note %q", st.Counted, st.Cap, st.Note.Code)
			}
			if st.Adds.Present() && !counts {
				t.Fatalf("%q adds %v", st.Note.Code, st.Adds)
			}
			total += st.Adds.Or(0)
			most = max(most, st.Cap.Round())
		}
		if v, ok := s.Value.Get(); ok && (v != total || v < 0 || v > most || v != v.Round()) {
			t.Fatalf("value %v, parts and rounding %v, largest cap %v", v, total, most)
		}
		if limit := model.Number(len(s.Steps)+1) * 50; s.Rounding > limit || s.Rounding < -limit {
			t.Fatalf("rounding %v for %d steps", s.Rounding, len(s.Steps))
		}
	})
}

// The printed value is the exact one, computed here a second time in fractions.
func TestExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := anyCase(t)
		s := scored(t, c, p)
		sum, weights := new(big.Rat), new(big.Rat)
		for i, m := range p.Measures {
			r := naive(m.Gauge, c.Entries[i])
			if r == nil {
				continue
			}
			limit := rat(m.Gauge.Cap.Or(model.Int(120)))
			if r.Sign() < 0 {
				r.SetInt64(0)
			}
			if r.Cmp(limit) > 0 {
				r.Set(limit)
			}
			w := rat(m.Gauge.Weight)
			sum.Add(sum, r.Mul(r, w))
			weights.Add(weights, w)
		}
		want := "-"
		if weights.Sign() > 0 {
			want = sum.Quo(sum, weights).FloatString(2) // half away from zero
		}
		if got := fixed(s.Value); got != want {
			t.Fatalf("value = %s, want %s", got, want)
		}
	})
}

func rat(n model.Number) *big.Rat { return big.NewRat(int64(n), model.Scale) }

// naive is DESIGN 2 "The aid" word for word; nil where there is no percentage.
func naive(g model.Gauge, e model.Entry) *big.Rat {
	v, ok := e.Actual.Get()
	if !ok {
		return nil
	}
	low := e.Target.Or(g.Target)
	top, ranged := g.TargetHigh.Get()
	if !ranged {
		top = low
	}
	hundred := big.NewRat(100, 1)
	up := func(bound model.Number) *big.Rat {
		if bound == 0 {
			return nil
		}
		r := rat(v)
		return r.Mul(r.Quo(r, rat(bound)), hundred)
	}
	down := func(bound model.Number) *big.Rat {
		r := up(bound)
		if r == nil {
			return nil
		}
		return r.Sub(big.NewRat(200, 1), r)
	}
	if g.Direction == model.Zero {
		if v <= 0 {
			return hundred
		}
		l, limited := g.Limit.Get()
		if !limited {
			return nil
		}
		r := up(l)
		return r.Sub(hundred, r)
	}
	bound := low
	if v > top {
		bound = top
	} else if v >= low && (top > low || g.Direction == model.Range) {
		return hundred
	}
	if g.Direction == model.Higher || g.Direction == model.Gain || g.Direction == model.Range && v < low {
		return up(bound)
	}
	return down(bound)
}

// The kernel and Of agree, whatever the card.
func TestKernelAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, c := anyCase(t)
		c.Entries = rapid.Permutation(c.Entries).Draw(t, "entries")
		var in []model.Indicator
		for _, m := range p.Measures {
			in = append(in, model.Indicator{ID: m.Indicator, Gauge: m.Gauge})
		}
		k, err := score.NewKernel(in, rules.PermenPANRB6())
		if err != nil {
			t.Fatal(err)
		}
		got, err := k.Of(k.Values(nil, c.Entries))
		if err != nil {
			t.Fatal(err)
		}
		s := scored(t, c, p)
		if want := (score.Total{Value: s.Value, Share: s.Share, Suggested: s.Suggested}); got != want {
			t.Fatalf("kernel %+v, Of %+v", got, want)
		}
	})
}
