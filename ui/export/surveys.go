package export

import (
	"cmp"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/survey"
)

// Surveys is surveys of satisfaction as intake reads them: one row each, with
// the averages that people read and the exact sums that are read back. Single
// answers are not kept, so none are written.
func Surveys(units model.Units, list []survey.Survey) Table {
	t := Table{Sheet: "surveys", Columns: []Column{
		{Name: "unit", Field: "unit", Kind: Identifier, Width: 30}, {Name: "periode", Field: "period", Kind: Identifier, Width: 10},
		{Name: "responden", Field: "respondents", Kind: Number, Width: 10}, {Name: "populasi", Field: "population", Kind: Number, Width: 10},
	}}
	for i := range survey.Elements {
		t.Columns = append(t.Columns, Column{Name: survey.Field(i), Field: survey.Field(i), Kind: Number, Width: 8})
	}
	t.Columns = append(t.Columns, Column{Name: "sumber", Field: "source", Width: 30}, Column{Name: "rata_rata", Field: "averaged", Width: 10})
	for i := range survey.Elements {
		t.Columns = append(t.Columns,
			Column{Name: "jumlah_" + survey.Field(i), Field: "sum_" + survey.Field(i), Kind: Number, Width: 10},
			Column{Name: "jawab_" + survey.Field(i), Field: "answers_" + survey.Field(i), Kind: Number, Width: 10})
	}
	t.Rows = listing.Each(listing.All(list), func(s survey.Survey) []Value { return surveyRow(units[s.Unit], s) })
	return t
}

func surveyRow(unit model.Unit, s survey.Survey) []Value {
	people := func(n int) model.Amount {
		if n == 0 {
			return model.Amount{}
		}
		return model.Some(model.Int(int64(n)))
	}
	averaged := Value{Text: "tidak", Word: "false"}
	if s.Averaged {
		averaged = Value{Text: "ya", Word: "true"}
	}
	row := []Value{{Text: cmp.Or(unit.Code, unit.Name)}, {Text: s.Period.String()}, {Number: people(s.Respondents)}, {Number: people(s.Population)}}
	r := survey.Of(s, survey.Ninth)
	for i := range r.Rows {
		row = append(row, Value{Number: r.Rows[i].Mean})
	}
	row = append(row, Value{Text: s.Source}, averaged)
	for i := range r.Rows {
		sum := model.Amount{}
		if s.Counts[i] > 0 {
			sum = model.Some(s.Sums[i])
		}
		row = append(row, Value{Number: sum}, Value{Number: people(s.Counts[i])})
	}
	return row
}
