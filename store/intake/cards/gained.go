package cards

import (
	"errors"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/misread"
)

// gained reads the columns of a gain into v, where the row fills them: means,
// maximum, pupils, and which of the two ways. What stands in realisasi has to agree;
// of the mean of the pupils' gains it is the value itself.
func (c *cards) gained(v *value) {
	number := func(field string) model.Amount { return c.amount(field, c.Place.Col(field)).Actual }
	pre, post, most := number("pretes"), number("postes"), number("maksimum")
	pupils, out, which := number("murid"), number("dikecualikan"), c.Text("gain_dari")
	filled := pre.Present() || post.Present() || most.Present() || pupils.Present() || out.Present() || which != ""
	switch {
	case c.Bad || !filled:
		return
	case !pre.Present():
		c.Refuse("pretes", "", model.ErrMissing)
		return
	case !post.Present():
		c.Refuse("postes", "", model.ErrMissing)
		return
	}
	d := gain.Detail{Pre: pre.Or(0), Post: post.Or(0), Max: most.Or(gain.UsualMax)}
	d.Pupils, d.LeftOut = c.whole("murid", pupils), c.whole("dikecualikan", out)
	if which != "" {
		way, ok := gain.ParseWhich(which)
		if !ok {
			c.Refuse("gain_dari", which, model.ErrWord, gain.Class.String(), gain.Pupils.String())
		}
		d.Which = way
	}
	typed, given := v.entry.Actual.Get()
	switch {
	case d.Which == gain.Pupils && !given:
		c.Refuse("realisasi", "", model.ErrMissing)
	case d.Which == gain.Pupils:
		d.Mean = typed
	}
	var field *model.FieldError
	if err := d.Check(); errors.As(err, &field) && !c.Bad {
		name := field.Field
		if name == "gain" {
			name = "realisasi"
		}
		c.Refuse(name, field.Value, field.Err)
	}
	if !c.Bad && given && typed.Round() != d.Value().Round() {
		c.Refuse("realisasi", v.text, misread.ErrDisagree, d.Value().String())
	}
	if !c.Bad {
		note := v.entry.Note
		v.entry = d.Entry()
		v.entry.Note = note
	}
}

// whole is how many pupils a cell says.
func (c *cards) whole(field string, n model.Amount) int {
	v := n.Or(0)
	if v%model.Scale != 0 || v < 0 || v > model.Int(gain.MostPupils) {
		c.Refuse(field, v.String(), model.ErrNumberRange)
		return 0
	}
	return int(v / model.Scale)
}
