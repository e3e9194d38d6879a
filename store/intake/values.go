package intake

import (
	"errors"
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/store/intake/table"
)

// value is what one row says about one indicator.
type value struct {
	field string // whose cell it is: a field, or the indicator's code
	text  string // of the cell
	code  string
	entry model.Entry // only what the row says; the rest stays
}

// long reads the one value of a row: as a number or fraction, as numerator and
// denominator, or both where they agree.
func (c *cards) long() []value {
	v := value{field: "kode", code: c.text("kode"), text: c.cell("realisasi").Text}
	if v.code == "" && !c.bad {
		c.refuse("kode", "", model.ErrMissing)
	}
	v.entry.Note = c.text("catatan")
	v.entry.Actual, v.entry.Num, v.entry.Den = c.amount("realisasi", c.place.Col("realisasi"))
	num, _, _ := c.amount("pembilang", c.place.Col("pembilang"))
	den, _, _ := c.amount("penyebut", c.place.Col("penyebut"))
	switch n, d := num.Or(0), den.Or(0); {
	case c.bad || !num.Present() && !den.Present():
	case !num.Present():
		c.refuse("pembilang", "", model.ErrMissing)
	case !den.Present():
		c.refuse("penyebut", "", model.ErrMissing)
	case d <= 0:
		c.refuse("penyebut", den.String(), model.ErrZero)
	default:
		per, ok := model.MulDiv(n, model.Int(100), d)
		if !ok {
			c.refuse("pembilang", num.String(), model.ErrNumberRange)
		}
		if typed, both := v.entry.Actual.Get(); both && typed.Round() != per.Round() {
			c.refuse("realisasi", v.text, model.ErrDisagree, per.Fixed())
		}
		v.entry.Actual, v.entry.Num, v.entry.Den = model.Some(per), num, den
	}
	if !c.bad && !v.entry.Actual.Present() && v.entry.Note == "" {
		return nil
	}
	return []value{v}
}

// wide reads the values of a row, one for each indicator's column.
func (c *cards) wide() (list []value) {
	for _, k := range c.place.Codes {
		v := value{field: k.Code, code: k.Code, text: c.row.At(k.Index).Text}
		v.entry.Actual, v.entry.Num, v.entry.Den = c.amount(k.Code, k.Index)
		if v.entry.Actual.Present() {
			list = append(list, v)
		}
	}
	return list
}

// amount reads the cell of a column as a number or a fraction.
func (c *cards) amount(field string, column int) (actual, num, den model.Amount) {
	at := c.row.At(column)
	text, err := at.Clean(false)
	dec := c.decimals[column]
	if err == nil && at.Kind != table.Text {
		var rounded bool
		text, rounded, err = at.Plain()
		dec = model.DecimalPoint
		if rounded && err == nil {
			c.warn(field, at.Text, WarnRounded, text)
		}
	}
	if err == nil {
		actual, num, den, err = model.ParseEntry(text, dec)
	}
	if err != nil {
		var inner *model.FieldError
		if errors.As(err, &inner) {
			err = inner.Err
		}
		c.refuse(field, at.Text, err, "94,5", "47/52", "-")
	}
	return actual, num, den
}

// step is one entry before and after.
type step struct {
	value
	measure  model.Measure
	was, now model.Entry
}

// enter puts the values of a row on its card: all of them, or none.
func (c *cards) enter(d *cardDraft, values []value) {
	var steps []step
	for _, v := range values {
		m, ok := d.plan.Measure(v.code)
		if !ok {
			if !c.bad || v.code != "" {
				c.refuse(v.field, v.code, model.ErrNotFound, d.codes()...)
			}
			continue
		}
		s := step{value: v, measure: m, was: d.now.Entry(m.ID)}
		s.now = s.was
		if v.entry.Actual.Present() {
			s.now.Actual, s.now.Num, s.now.Den = v.entry.Actual, v.entry.Num, v.entry.Den
		}
		set(&s.now.Note, v.entry.Note)
		if why := d.locked(); why != nil && s.now != s.was {
			c.refuse(v.field, v.text, why)
		}
		steps = append(steps, s)
	}
	if c.bad {
		return
	}
	for _, s := range steps {
		c.count(d, s)
	}
}

// count keeps one entry that is good.
func (c *cards) count(d *cardDraft, s step) {
	if s.now == s.was {
		c.Same++
		return
	}
	name := d.person.Employee.FullName()
	if d.isNew && !d.changed {
		c.Added = append(c.Added, Line{c.row.N, name, string(d.person.Employee.Number), d.now.Period.String()})
	}
	if s.was.Actual.Present() || s.was.Note != "" {
		c.Changed++
	} else {
		c.New++
	}
	if before, after := shown(s.was), shown(s.now); !d.isNew && before != after {
		c.Changes = append(c.Changes, Change{c.row.N, name, s.measure.Gauge.Code, before, after})
	}
	if !d.isNew && s.was.Note != s.now.Note {
		c.Changes = append(c.Changes, Change{c.row.N, name, s.measure.Gauge.Code + " catatan", s.was.Note, s.now.Note})
	}
	g := s.measure.Gauge
	if n, ok := s.now.Actual.Get(); ok && s.now.Actual != s.was.Actual && !g.Plausible(n) {
		c.warn(s.field, s.text, WarnRange, g.Low.String()+" … "+g.High.String())
	}
	d.now, d.changed = d.now.With(s.now), true
}

// shown is an entry as it would be typed, in point notation.
func shown(e model.Entry) string {
	if e.Num.Present() {
		return e.Num.String() + "/" + e.Den.String()
	}
	return e.Actual.String()
}

// codes lists what the plan can take.
func (d *cardDraft) codes() []string {
	var list []string
	for _, m := range d.plan.Measures {
		list = append(list, strings.ToUpper(m.Gauge.Code))
	}
	return list
}

// locked says why the card cannot change any more; nil while it can.
func (d *cardDraft) locked() error {
	switch {
	case model.Evaluation{State: d.State}.LocksCard():
		return fmt.Errorf("%w: %v", model.ErrLocked, d.State)
	case d.plan.State == model.PlanClosed:
		return model.ErrState
	}
	return nil
}
