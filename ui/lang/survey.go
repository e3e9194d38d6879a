package lang

import (
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

// FromSurvey says from which survey a value came, and whether too few answered it;
// unit is its name, "" for the unit of whoever the value is about.
func (t *Texts) FromSurvey(o survey.Origin, unit string) string {
	if unit = Inert(unit); unit == "" {
		unit = t.Survey.OwnUnit
	}
	n := t.Count(o.Respondents)
	if o.Need > 0 {
		n = Fill(t.Survey.Under, "n", n, "size", t.Count(o.Need))
	}
	return Fill(t.Survey.Origin, "where", unit+" "+t.Period(o.Period), "n", n, "weight", t.SurveyWeight(o.Weight))
}
