package score_test

import (
	"encoding/binary"
	"fmt"
	"testing"
	"time"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// eight is an instrument of eight indicators, as the goals of PERF count them.
func eight() []model.Indicator {
	gauges := []model.Gauge{
		gauge(model.Higher, "90", "20"), gauge(model.Higher, "100", "15"), gauge(model.Higher, "76.61", "15"),
		gauge(model.Lower, "60", "15"), gauge(model.Zero, "0", "10", limit("4")), gauge(model.Range, "36", "10", high("37.5")),
		gauge(model.Higher, "12", "10"), gauge(model.Higher, "80", "5", high("85")),
	}
	var in []model.Indicator
	for i, g := range gauges {
		in = append(in, model.Indicator{ID: model.ElementID(fmt.Sprintf("m%d", i)), Gauge: g})
	}
	return in
}

// people makes the values of n cards, one after the other, from a simple
// sequence; one value in sixteen is missing.
func people(n int) []score.Value {
	base := []int64{900_000, 950_000, 800_000, 550_000, 10_000, 370_000, 120_000, 830_000}
	values := make([]score.Value, 0, n*len(base))
	state := uint64(1)
	for range n {
		for _, b := range base {
			state = state*6364136223846793005 + 1442695040888963407
			v := score.Value{}
			if r := state >> 40; r%16 != 0 {
				v.Actual = model.Some(model.Number(b * int64(80+r%40) / 100))
			}
			values = append(values, v)
		}
	}
	return values
}

func TestKernelDoesNotAllocate(t *testing.T) {
	k, err := score.NewKernel(eight(), rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	values := people(64)
	entries := make([]model.Entry, k.Len())
	for i := range entries {
		entries[i] = model.Entry{Measure: eight()[i].ID, Actual: values[i].Actual}
	}
	buffer := make([]score.Value, 0, k.Len())
	got := testing.AllocsPerRun(100, func() {
		for at := 0; at < len(values); at += k.Len() {
			if _, err := k.Of(values[at : at+k.Len()]); err != nil {
				t.Fatal(err)
			}
		}
		buffer = k.Values(buffer[:0], entries)
	})
	if got != 0 {
		t.Errorf("%v allocations in 64 cards, want none", got)
	}
	if k.Index("m3") != 3 || k.Index("x") != -1 {
		t.Errorf("Index: %d, %d", k.Index("m3"), k.Index("x"))
	}
}

func BenchmarkOf(b *testing.B) {
	var p model.Plan
	var c model.Card
	values := people(1)
	for i, in := range eight() {
		p.Measures = append(p.Measures, model.Measure{ID: in.ID, Indicator: in.ID, Gauge: in.Gauge})
		c.Entries = append(c.Entries, model.Entry{Measure: in.ID, Actual: values[i].Actual})
	}
	rs := rules.PermenPANRB6()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := score.Of(c, p, rs); err != nil {
			b.Fatal(err)
		}
	}
}

// packed is values as a file would keep them: zigzag varints, 0 for missing.
func packed(values []score.Value) (raw []byte) {
	for _, v := range values {
		n, ok := v.Actual.Get()
		if !ok {
			n = -1
		}
		raw = binary.AppendVarint(raw, int64(n)+1)
	}
	return raw
}

// BenchmarkKernel scores 100,000 cards of eight indicators out of their bytes,
// and reads the same bytes for comparison: the ratio is goal P12.
func BenchmarkKernel(b *testing.B) {
	k, err := score.NewKernel(eight(), rules.PermenPANRB6())
	if err != nil {
		b.Fatal(err)
	}
	raw := packed(people(100_000))
	card := make([]score.Value, k.Len())
	var scoring, reading time.Duration
	var sink model.Number
	for b.Loop() {
		begin := b.Elapsed()
		for rest := raw; len(rest) > 0; {
			for i := range card {
				n, size := binary.Varint(rest)
				rest, card[i] = rest[size:], score.Value{}
				if n != 0 {
					card[i].Actual = model.Some(model.Number(n - 1))
				}
			}
			t, err := k.Of(card)
			if err != nil {
				b.Fatal(err)
			}
			sink += t.Value.Or(0)
		}
		middle := b.Elapsed()
		for rest := raw; len(rest) > 0; {
			n, size := binary.Varint(rest)
			rest, sink = rest[size:], sink+model.Number(n)
		}
		scoring += middle - begin
		reading += b.Elapsed() - middle
	}
	if sink == 0 {
		b.Fatal("nothing was scored")
	}
	b.ReportMetric(float64(scoring)/float64(reading), "×reading")
	b.ReportMetric(float64(scoring)/float64(b.N)/100_000, "ns/card")
}

func BenchmarkChange(b *testing.B) {
	p, c := sketch()
	rs := rules.PermenPANRB6()
	for b.Loop() {
		score.Change(c, p, rs, model.Above)
	}
}
