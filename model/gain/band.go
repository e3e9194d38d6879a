package gain

import "kinerja/model"

// Band is how high a gain is.
type Band uint8

// The bands.
const (
	Fell   Band = iota // below 0: menurun
	Low                // rendah
	Medium             // sedang
	High               // tinggi
)

// String is the word of JSON.
func (b Band) String() string { return [...]string{"fallen", "low", "medium", "high"}[min(b, High)] }

// Cuts are where bands begin. They are widely used and stand in no regulation that
// was read (DOMAIN 4.2): belum diverifikasi. The zero Cuts are Hake's.
type Cuts struct{ Medium, High model.Number }

// Hake are the cuts of Hake 1998: 0.30 and 0.70.
func Hake() Cuts { return Cuts{Medium: 3 * model.Scale / 10, High: 7 * model.Scale / 10} }

// Or is c, or Hake's where it says nothing.
func (c Cuts) Or() Cuts {
	if c == (Cuts{}) {
		return Hake()
	}
	return c
}

// Band is how high the gain is, without rounding it: g ≥ cut is
// (post − pre) × 1 ≥ cut × (maximum − pre).
func (c Cuts) Band(d Detail) Band {
	if d.Which == Pupils {
		return c.BandOf(d.Mean)
	}
	return c.of(d.Post-d.Pre, d.Max-d.Pre)
}

// BandOf is how high a gain is that is known as one number.
func (c Cuts) BandOf(g model.Number) Band { return c.of(g, model.Scale) }

// of compares top ÷ bottom with the cuts. Both are below 10¹¹ and the cuts below
// 10⁵ (Detail.Check), so nothing overflows.
func (c Cuts) of(top, bottom model.Number) Band {
	c = c.Or()
	switch {
	case top < 0:
		return Fell
	case top*model.Scale >= c.High*bottom:
		return High
	case top*model.Scale >= c.Medium*bottom:
		return Medium
	}
	return Low
}
