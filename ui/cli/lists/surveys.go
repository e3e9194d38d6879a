package lists

import (
	"strings"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// Surveys is the list of surveys with what they came to.
func Surveys(t *lang.Texts, units model.Units, list []survey.Result) export.Table {
	h, c := t.CLI.Columns, t.Survey.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "unit_id", Field: "unit_id", Kind: export.Identifier, Hidden: true}, {Name: h.Unit, Field: "unit"},
			{Name: c.Period, Field: "period", Kind: export.Identifier}, {Name: c.Respondents, Field: "respondents", Kind: export.Number},
			{Name: c.Index, Field: "index", Kind: export.Number, Fixed: true}, {Name: c.Grade, Field: "grade"}, {Name: c.Weakest, Field: "weakest"},
			{Name: c.Weight, Field: "weight", Kind: export.Identifier},
		},
		Rows: rows(list, func(r survey.Result) []export.Value {
			var weak []string
			for _, e := range r.Weakest {
				weak = append(weak, strings.ToUpper(survey.Field(e)))
			}
			return []export.Value{
				{Text: string(r.Survey.Unit)}, {Text: units[r.Survey.Unit].Name}, {Text: r.Survey.Period.String()}, {Number: count(r.Survey.Respondents)},
				{Number: r.Index}, {Text: r.Grade.String()}, {Text: strings.Join(weak, " ")}, {Text: r.Weight.String()},
			}
		}),
	}
}
