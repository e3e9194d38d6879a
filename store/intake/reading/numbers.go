package reading

import (
	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/table"
)

// Survey goes through the table once before anything is read, because only the
// whole column tells how its numbers are written; f, which may be nil, sees each
// row. Columns that the table does not have (-1) are left out. The error is a
// misread.DecimalError where a column can be read in two ways.
func (t *Table) Survey(columns []int, f func()) error {
	ballots := map[int]*table.Ballot{}
	for _, i := range columns {
		if i >= 0 {
			ballots[i] = &table.Ballot{}
		}
	}
	err := t.Each(nil, func() {
		for i, b := range ballots {
			b.Count(t.Row.At(i))
		}
		if f != nil {
			f()
		}
	})
	if err != nil {
		return err
	}
	t.decimals = map[int]model.Decimal{}
	undecided := &misread.DecimalError{File: t.File}
	for i := range t.Place.Names {
		b := ballots[i]
		if b == nil {
			continue
		}
		d, ok := b.Decimal(t.Opt.Decimal)
		if !ok {
			undecided.Columns = append(undecided.Columns, misread.DecimalColumn{Name: t.Place.Name(i), Examples: b.Open})
		}
		t.decimals[i] = d
	}
	if len(undecided.Columns) > 0 {
		return undecided
	}
	return nil
}

// SurveyFields is Survey of the columns of some fields.
func (t *Table) SurveyFields(fields []string, f func()) error {
	var list []int
	for _, name := range fields {
		list = append(list, t.Place.Col(name))
	}
	return t.Survey(list, f)
}

// Typed is the number of a column in the row at hand as it would be typed, and
// how that is to be read. What was rounded warns.
func (t *Table) Typed(field string, column int) (text string, dec model.Decimal, err error) {
	at := t.Row.At(column)
	text, err = at.Clean(false)
	dec = t.decimals[column]
	if err == nil && at.Kind != table.Text {
		var rounded bool
		text, rounded, err = at.Plain()
		dec = model.DecimalPoint
		if rounded && err == nil {
			t.Warn(field, at.Text, WarnRounded, text)
		}
	}
	return text, dec, err
}

// Number reads the cell of a field as a number; absent where it says nothing.
func (t *Table) Number(field string) (n model.Amount) {
	column := t.Place.Col(field)
	text, dec, err := t.Typed(field, column)
	if err == nil && model.NoValue(text) {
		return n
	}
	var typed model.Number
	if err == nil {
		typed, err = model.ParseNumber(text, dec)
	}
	if err != nil {
		t.Refuse(field, t.Row.At(column).Text, err, "94,5")
		return n
	}
	return model.Some(typed)
}
