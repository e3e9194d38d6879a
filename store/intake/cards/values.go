package cards

import (
	"errors"
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/misread"
	"kinerja/model/planning"
	"kinerja/store/intake/reading"
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
	v := value{field: "kode", code: c.Text("kode"), text: c.Cell("realisasi").Text}
	if v.code == "" && !c.Bad {
		c.Refuse("kode", "", model.ErrMissing)
	}
	v.entry = c.amount("realisasi", c.Place.Col("realisasi"))
	v.entry.Note = c.Text("catatan")
	num, den := c.amount("pembilang", c.Place.Col("pembilang")).Actual, c.amount("penyebut", c.Place.Col("penyebut")).Actual
	switch n, d := num.Or(0), den.Or(0); {
	case c.Bad || !num.Present() && !den.Present():
	case !num.Present():
		c.Refuse("pembilang", "", model.ErrMissing)
	case !den.Present():
		c.Refuse("penyebut", "", model.ErrMissing)
	case d <= 0:
		c.Refuse("penyebut", den.String(), model.ErrZero)
	default:
		per, ok := model.MulDiv(n, model.Int(100), d)
		if !ok {
			c.Refuse("pembilang", num.String(), model.ErrNumberRange)
		}
		if typed, both := v.entry.Actual.Get(); both && typed.Round() != per.Round() {
			c.Refuse("realisasi", v.text, misread.ErrDisagree, per.Fixed())
		}
		v.entry.Actual, v.entry.Num, v.entry.Den = model.Some(per), num, den
	}
	c.gained(&v)
	c.observed(&v)
	if !c.Bad && !v.entry.Actual.Present() && v.entry.Note == "" && v.entry.Source == "" {
		return nil
	}
	return []value{v}
}

// wide reads the values of a row, one for each indicator's column.
func (c *cards) wide() (list []value) {
	for _, k := range c.Place.Codes {
		v := value{field: k.Code, code: k.Code, text: c.Row.At(k.Index).Text}
		v.entry = c.amount(k.Code, k.Index)
		if v.entry.Actual.Present() {
			list = append(list, v)
		}
	}
	return list
}

// amount reads the cell of a column as a number, a fraction or a gain; whether the
// indicator is one of gain is known once its plan is.
func (c *cards) amount(field string, column int) (e model.Entry) {
	text, dec, err := c.Typed(field, column)
	if err == nil {
		e, err = gain.Read(text, model.Gauge{Direction: model.Gain}, dec)
	}
	if err != nil {
		var inner *model.FieldError
		if errors.As(err, &inner) {
			err = inner.Err
		}
		c.Refuse(field, c.Row.At(column).Text, err, "94,5", "47/52", "-")
	}
	return e
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
		m, ok := d.measure(v.code)
		if !ok {
			if !c.Bad || v.code != "" {
				c.Refuse(v.field, v.code, model.ErrNotFound, d.codes()...)
			}
			continue
		}
		if err := planning.Takes(d.plan.In(d.now.Period), model.Entry{Measure: m.ID, Actual: v.entry.Actual}); err != nil {
			c.Refuse(v.field, v.code, err)
			continue
		}
		if _, computed := gain.Of(v.entry); computed && m.Gauge.Direction != model.Gain {
			c.Refuse(v.field, v.text, model.ErrBadNumber, "94,5", "47/52", "-")
			continue
		}
		if !c.taken(v, m, d.now.Period) {
			continue
		}
		s := step{value: v, measure: m, was: d.now.Entry(m.ID)}
		s.now = s.was
		// The same number without its parts says nothing new: a table that is
		// written with plain numbers and read back takes none away.
		if v.entry.Source != "" || v.entry.Actual.Present() && (v.entry.Actual != s.was.Actual || v.entry.Num.Present()) {
			s.now.Actual, s.now.Num, s.now.Den = v.entry.Actual, v.entry.Num, v.entry.Den
			if v.entry.Source != "" {
				s.now.Source = v.entry.Source
			}
		}
		s.now = s.now.Following(s.was)
		reading.Set(&s.now.Note, v.entry.Note)
		if why := d.locked(); why != nil && s.now != s.was {
			c.Refuse(v.field, v.text, why)
		}
		steps = append(steps, s)
	}
	if c.Bad {
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
		c.Fresh(c.Row.N, name, string(d.person.Employee.Number), d.now.Period.String())
	}
	if s.was.Actual.Present() || s.was.Note != "" {
		c.Changed++
	} else {
		c.New++
	}
	if !d.isNew {
		c.Change(c.Row.N, name, s.measure.Gauge.Code, shown(s.was), shown(s.now))
		c.Change(c.Row.N, name, s.measure.Gauge.Code+" catatan", s.was.Note, s.now.Note)
	}
	g := s.measure.Gauge
	if n, ok := s.now.Actual.Get(); ok && s.now.Actual != s.was.Actual && !g.Plausible(n) {
		c.Warn(s.field, s.text, reading.WarnRange, g.Low.String()+" … "+g.High.String())
	}
	d.now, d.changed = d.now.With(s.now), true
}

// shown is an entry as it would be typed, in point notation.
func shown(e model.Entry) string {
	if d, ok := gain.Of(e); ok {
		return d.String()
	}
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

// measure finds what a code means in the plan: ignoring case, and then also
// what stands between letters and digits, as names of columns do.
func (d *cardDraft) measure(code string) (model.Measure, bool) {
	if m, ok := d.plan.Measure(code); ok {
		return m, true
	}
	for _, m := range d.plan.Measures {
		if table.Fold(m.Gauge.Code) == table.Fold(code) {
			return m, true
		}
	}
	return model.Measure{}, false
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
