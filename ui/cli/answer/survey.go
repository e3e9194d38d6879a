package answer

import (
	"strings"

	"kinerja/model"
	"kinerja/model/survey"
)

// Survey is what a survey of satisfaction came to, with its working.
type Survey struct {
	Schema      int             `json:"schema"`
	Unit        string          `json:"unit"`
	UnitID      model.UnitID    `json:"unit_id"`
	Period      model.Period    `json:"period"`
	Respondents int             `json:"respondents"`
	Population  *int            `json:"population"`
	Averaged    bool            `json:"averaged"` // entered as averages
	Source      *string         `json:"source"`
	Weight      string          `json:"weight"` // "1/9" or "0.11"
	Verified    bool            `json:"weight_verified"`
	Elements    []SurveyElement `json:"elements"`
	Mean        model.Amount    `json:"mean"`
	Index       Fixed           `json:"index"`
	Grade       *string         `json:"grade"`
	GradeByMean *string         `json:"grade_by_mean"`
	Weakest     []string        `json:"weakest"`
	Missing     int             `json:"missing"` // answers left out
	SampleSize  *int            `json:"sample_size"`
	Enough      *bool           `json:"enough"`
	Steps       []SurveyStep    `json:"steps"`
	Cuts        []SurveyCut     `json:"cuts"` // of the grades, best first
	Rules       []string        `json:"rules"`
}

// SurveyCut is from which index on a grade begins.
type SurveyCut struct {
	Grade string       `json:"grade"`
	From  model.Number `json:"from"`
}

// SurveyElement is one element of nine.
type SurveyElement struct {
	Code     string       `json:"code"`
	Sum      model.Number `json:"sum"`
	Answers  int          `json:"answers"`
	Mean     model.Amount `json:"mean"`
	Weighted model.Amount `json:"weighted"`
	Grade    *string      `json:"grade"`
}

// SurveyStep is one step of the working.
type SurveyStep struct {
	Code string         `json:"code"`
	Args []model.Amount `json:"args"`
}

// SurveyOf makes it.
func SurveyOf(r survey.Result, unit string) Survey {
	s := r.Survey
	o := Survey{
		Schema: Schema, Unit: unit, UnitID: s.Unit, Period: s.Period, Respondents: s.Respondents, Averaged: s.Averaged, Source: OrNull(s.Source),
		Weight: r.Weight.String(), Mean: r.Mean, Index: Fixed(r.Index), Grade: OrNull(r.Grade.String()), GradeByMean: OrNull(r.ByMean.String()),
		Weakest: []string{}, Missing: r.Missing, Elements: []SurveyElement{}, Steps: []SurveyStep{}, Rules: []string{"PermenPANRB 14/2017"},
	}
	if enough, known := r.Enough(); known {
		o.Population, o.SampleSize, o.Enough = &s.Population, &r.Sample.Size, &enough
	}
	for _, e := range r.Weakest {
		o.Weakest = append(o.Weakest, strings.ToUpper(survey.Field(e)))
	}
	for _, row := range r.Rows {
		code := strings.ToUpper(survey.Field(row.Element))
		o.Elements = append(o.Elements, SurveyElement{code, row.Sum, row.Count, row.Mean, row.Weighted, OrNull(row.Grade.String())})
		o.Steps = append(o.Steps, SurveyStep{"mean_" + strings.ToLower(code), []model.Amount{model.Some(row.Sum), whole(row.Count), row.Mean}})
	}
	o.Steps = append(o.Steps, SurveyStep{"total", []model.Amount{r.Total}}, SurveyStep{"index", []model.Amount{r.Exact}}, SurveyStep{"rounded", []model.Amount{r.Index}})
	for _, c := range survey.Cuts() {
		o.Cuts = append(o.Cuts, SurveyCut{c.Grade.String(), c.From})
	}
	return o
}

func whole(n int) model.Amount { return model.Some(model.Int(int64(n))) }

// SurveyFeed is what taking an index into results does, or would do.
type SurveyFeed struct {
	Schema  int          `json:"schema"`
	Unit    string       `json:"unit"`
	UnitID  model.UnitID `json:"unit_id"`
	Period  model.Period `json:"period"`
	Index   Fixed        `json:"index"`
	Applied bool         `json:"applied"`
	Cells   []SurveyCell `json:"cells"`
}

// SurveyCell is one cell of it.
type SurveyCell struct {
	Plan     model.PlanID     `json:"plan"`
	Employee model.EmployeeID `json:"employee"`
	Name     string           `json:"name"`
	Before   model.Amount     `json:"before"`
	Fate     string           `json:"fate"` // fills, renews, replaces, keeps or locked
}

// FeedOf makes it.
func FeedOf(f survey.Feed, unit string, applied bool) SurveyFeed {
	o := SurveyFeed{Schema: Schema, Unit: unit, UnitID: f.Result.Survey.Unit, Period: f.Result.Survey.Period, Index: Fixed(f.Result.Index), Applied: applied, Cells: []SurveyCell{}}
	for _, c := range f.Cells {
		o.Cells = append(o.Cells, SurveyCell{c.Plan, c.Employee, c.Name, c.Before, c.Fate.String()})
	}
	return o
}

// SurveySample is how many respondents a population asks for.
type SurveySample struct {
	Schema     int  `json:"schema"`
	Population int  `json:"population"`
	Size       int  `json:"sample_size"`
	Census     bool `json:"census"`
	Verified   bool `json:"verified"`
}
