package score

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/rules"
)

// Kernel scores many cards of one instrument version without allocating: what
// roll-ups use. It gives the same numbers as Of, without the steps. A Kernel is
// read only once made and may be shared between goroutines.
type Kernel struct {
	lines []line
	all   uint64 // weight of all lines
	rules rules.Limits
}

// Value is what the kernel needs of one entry.
type Value struct {
	Actual model.Amount // as Entry.Actual; of a fraction numerator ÷ denominator × 100
	Target model.Amount // own target; absent: the indicator's
	Words  bool         // success is told in words: nothing is compared, and its weight is left out
}

// Total is what a card comes to, as in Score.
type Total struct {
	Value     model.Amount
	Share     model.Number
	Suggested model.Rating
}

// NewKernel makes the indicators of one instrument version ready. It refuses
// what Of refuses.
func NewKernel(indicators []model.Indicator, rs rules.RuleSet) (*Kernel, error) {
	k := &Kernel{rules: rs.Limits, lines: make([]line, 0, len(indicators))}
	for _, i := range indicators {
		if err := k.add(i.ID, i.Gauge, model.Amount{}); err != nil {
			return nil, err
		}
	}
	return k, nil
}

func (k *Kernel) add(id model.ElementID, g model.Gauge, own model.Amount) error {
	l, err := newLine(id, g, k.rules)
	if err == nil {
		l, err = l.withTarget(own)
	}
	total := sum{weight: k.all}
	if err == nil {
		err = total.add(l.weight, 0)
	}
	if err != nil {
		return fmt.Errorf("indicator %s: %w", g.Code, err)
	}
	k.lines, k.all = append(k.lines, l), total.weight
	return nil
}

// Len is how many indicators there are.
func (k *Kernel) Len() int { return len(k.lines) }

// Index is the place of an indicator among the values; -1 for none.
func (k *Kernel) Index(id model.ElementID) int {
	for i := range k.lines {
		if k.lines[i].id == id {
			return i
		}
	}
	return -1
}

// Values appends to dst what entries say, in the order of the indicators.
// Entries of other measures are left out. It allocates only where dst is too
// small.
func (k *Kernel) Values(dst []Value, entries []model.Entry) []Value {
	for i := range k.lines {
		var v Value
		for j := range entries {
			if e := &entries[(i+j)%len(entries)]; e.Measure == k.lines[i].id {
				v.Actual, _ = actual(*e)
				v.Target = e.Target
				break
			}
		}
		dst = append(dst, v)
	}
	return dst
}

// Of scores one card: values in the order of the indicators; those that are not
// there are missing. It allocates only in the rare case that the result comes
// too near a tie for 128 bits.
func (k *Kernel) Of(values []Value) (Total, error) {
	var present sum
	all := k.all
	for i := range k.lines[:min(len(k.lines), len(values))] {
		ulps, code, err := k.one(i, &values[i])
		if err != nil {
			return Total{}, err
		}
		if code == NoteInWords {
			all -= k.lines[i].weight
		}
		if code.Counts() {
			present.weight += k.lines[i].weight
			present.put(k.lines[i].weight, ulps)
		}
	}
	t := Total{Share: share(present.weight, all)}
	if all == 0 && k.all > 0 {
		t.Share = model.Int(100) // all is told in words: nothing is missing
	}
	if present.weight == 0 {
		return t, nil
	}
	t.Value = model.Some(present.mean(func() []part { return k.parts(values) }))
	t.Suggested = k.rules.Suggest(t.Value, t.Share)
	return t, nil
}

// one counts one value.
func (k *Kernel) one(i int, v *Value) (uint64, NoteCode, error) {
	if v.Words {
		return 0, NoteInWords, nil
	}
	n, ok := v.Actual.Get()
	if !ok {
		return 0, NoteMissing, nil
	}
	l := &k.lines[i]
	if v.Target.Present() {
		own, err := l.withTarget(v.Target)
		if err != nil {
			return 0, NoNote, err
		}
		l = &own
	}
	r, code := l.reach(n)
	if !code.Counts() {
		return 0, code, nil
	}
	return l.count(r)
}

// parts is the slow and exact form of values, for a result near a tie.
func (k *Kernel) parts(values []Value) []part {
	var parts []part
	for i := range k.lines[:min(len(k.lines), len(values))] {
		n, ok := values[i].Actual.Get()
		l, err := k.lines[i].withTarget(values[i].Target)
		if !ok || err != nil || values[i].Words {
			continue
		}
		if r, code := l.reach(n); code.Counts() {
			parts = append(parts, part{weight: l.weight, cap: l.cap, ratio: r})
		}
	}
	return parts
}
