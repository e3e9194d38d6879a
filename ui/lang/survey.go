package lang

import (
	"strings"

	"kinerja/model"
	"kinerja/model/survey"
)

// SurveyWeight is the weight of one element of a survey: "1/9", "0,11".
func (t *Texts) SurveyWeight(w survey.Weight) string {
	if w == survey.Eleven {
		return t.Number(model.MustNumber(w.String()))
	}
	return w.String()
}

// FromSurvey says from which survey a value came; unit is its name, "" where all
// else is about the same one.
func (t *Texts) FromSurvey(o survey.Origin, unit string) string {
	where := strings.TrimSpace(Inert(unit) + " " + t.Period(o.Period))
	return Fill(t.Survey.Origin, "where", where, "n", t.Count(o.Respondents), "weight", t.SurveyWeight(o.Weight))
}
