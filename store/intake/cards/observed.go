package cards

import (
	"errors"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/rubric"
)

// observed reads the column of classroom observations into v, where the row fills
// it. What stands in realisasi has to agree with it.
func (c *cards) observed(v *value) {
	text := c.Text("observasi")
	if c.Bad || text == "" {
		return
	}
	d, err := rubric.Parse(text)
	var field *model.FieldError
	switch typed, given := v.entry.Actual.Get(); {
	case errors.As(err, &field):
		c.Refuse("observasi", field.Value, field.Err)
	case err != nil:
		c.Refuse("observasi", text, err)
	case given && (!d.Value().Present() || typed.Round() != d.Value().Or(0).Round()):
		c.Refuse("realisasi", v.text, misread.ErrDisagree, d.Value().String())
	default:
		note := v.entry.Note
		v.entry = d.Entry()
		v.entry.Note = note
	}
}

// taken refuses what a value was computed from where its indicator takes no such
// thing, or the period is another one.
func (c *cards) taken(v value, m model.Measure, p model.Period) bool {
	d, ok := rubric.Of(v.entry)
	if !ok {
		return true
	}
	if !rubric.Takes(m.Gauge) {
		c.Refuse("observasi", v.code, model.ErrWord, rubric.Source)
		return false
	}
	var field *model.FieldError
	if errors.As(d.Check(p), &field) {
		c.Refuse("observasi", field.Value, field.Err)
		return false
	}
	return true
}
