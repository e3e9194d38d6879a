package edit

import (
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/skm"
)

// SurveyDesk is what the form of a survey reads and does.
type SurveyDesk interface {
	Reader
	Surveys(unit model.UnitID) ([]survey.Survey, error)
	AddSurvey(s survey.Survey) error
	ReplaceSurvey(s survey.Survey, reason string) error
}

// The fields of the form, as model's errors name them; the averages are
// survey.Field.
const (
	fieldPeriod, fieldAnswered, fieldServed = "periode", "responden", "populasi"
	fieldSource, fieldReason                = "sumber", "alasan"
)

// poll is the form of a survey of satisfaction that is known by its averages.
type poll struct {
	env   nav.Env
	desk  SurveyDesk
	route nav.EditSurvey
}

// NewSurvey makes the form of a survey.
func NewSurvey(env nav.Env, desk SurveyDesk, route nav.EditSurvey) *Page {
	a := about{name: "survey/" + string(route.Unit) + "/" + route.Period.String()}
	if route.Period != 0 {
		a.also = earlier(desk, route)
	}
	return newPage(env, desk, a, &poll{env, desk, route})
}

// earlier reads the survey that is corrected.
func earlier(desk SurveyDesk, route nav.EditSurvey) func(*loaded) error {
	return func(l *loaded) error {
		all, err := desk.Surveys(route.Unit)
		at := slices.IndexFunc(all, func(s survey.Survey) bool { return s.Unit == route.Unit && s.Period == route.Period })
		if err != nil || at < 0 {
			return errors.Join(err, model.ErrNotFound)
		}
		l.survey = all[at]
		return nil
	}
}

func (x *poll) Title() string {
	if x.route.Period == 0 {
		return x.env.Text.Survey.Form.Add
	}
	return x.env.Text.Survey.Form.Edit
}

func (x *poll) Kind() string { return x.env.Text.Survey.Title }

func (x *poll) Fields(p *Page) []form.Field {
	t, w, s := x.env.Text, x.env.Text.Survey.Form, p.Data().survey
	head := lang.Inert(p.Data().units[x.route.Unit].Name)
	if x.route.Period != 0 {
		head = lang.Fill(t.Survey.Head, "unit", head, "period", t.Period(s.Period))
	}
	fields := []form.Field{{Kind: form.Head, Label: head}}
	if x.route.Period == 0 {
		fields = append(fields, form.Field{
			ID: fieldPeriod, Label: w.Period, Need: true, Value: t.Period(model.PeriodAt(model.Quarter, x.env.Today()).Prev()), Check: x.period,
		})
	}
	count := func(n int) string {
		if n == 0 {
			return ""
		}
		return t.Typed(model.Int(int64(n)))
	}
	fields = append(fields,
		form.Field{ID: fieldAnswered, Label: w.Respondents, Hint: w.RespondentsHint, Kind: form.Number, Need: true, Value: count(s.Respondents), Check: x.whole},
		form.Field{ID: fieldServed, Label: w.Population, Hint: w.PopulationHint, Kind: form.Number, Value: count(s.Population), Check: x.whole},
	)
	rows := survey.Of(s, x.env.Survey).Rows
	for i := range survey.Elements {
		value := ""
		if x.route.Period != 0 {
			value = lang.None
			if n, ok := rows[i].Mean.Get(); ok {
				value = t.Typed(n)
			}
		}
		fields = append(fields, form.Field{
			ID: survey.Field(i), Label: lang.Fill(w.Averages, "code", skm.Code(i), "element", t.Survey.Elements[i]), Hint: lang.Fill(w.AveragesHint, "element", t.Survey.Elements[i]),
			Need: true, Value: value, Max: 8, Check: func(value string) string { return x.average(i, value) },
		})
	}
	fields = append(fields, form.Field{ID: fieldSource, Label: w.Source, Hint: w.SourceHint, Max: survey.MostWords, Value: s.Source})
	if x.route.Period != 0 {
		fields = append(fields, form.Field{ID: fieldReason, Label: w.Reason, Max: 200, Need: true})
	}
	return fields
}

// whole refuses what is no count of people.
func (x *poll) whole(value string) string {
	n, err := model.ParseNumber(value, x.env.Text.Decimal())
	if value != "" && (err != nil || n <= 0 || n%model.Scale != 0 || n > model.Int(survey.MostRespondents)) {
		return x.env.Text.Survey.Form.Whole
	}
	return ""
}

func (x *poll) period(value string) string {
	if _, err := model.ParsePeriod(value); err != nil {
		return x.env.Text.Why(err)
	}
	return ""
}

// average refuses what is no average of element i.
func (x *poll) average(i int, value string) string {
	list := make([]string, survey.Elements)
	list[i] = value
	if _, err := survey.ParseAverages(list); err != nil {
		return x.env.Text.Why(err)
	}
	return ""
}

func (x *poll) Changed(*Page, string) {}

// Paste takes averages that stand side by side or below each other in a
// spreadsheet, from the field that has the cursor on, else from the first. What
// is more than there are fields is left to the field.
func (x *poll) Paste(p *Page, text string) bool {
	list := strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' || r == ';' })
	first := 0
	for i := range survey.Elements {
		if p.Form().Focused() == survey.Field(i) {
			first = i
		}
	}
	if len(list) < 2 || first+len(list) > survey.Elements {
		return false
	}
	for i, value := range list {
		p.Form().Fill(survey.Field(first+i), strings.TrimSpace(value))
	}
	return true
}

// PasteName is what the menu calls it.
func (x *poll) PasteName() string { return x.env.Text.Survey.Form.Paste }

// save keeps the survey as the form says it.
func (x *poll) Save(p *Page) func() (formpage.Kept, error) {
	f, t, desk, route, weight := p.Form(), x.env.Text, x.desk, x.route, x.env.Survey
	period := route.Period
	if period == 0 {
		period, _ = model.ParsePeriod(f.Value(fieldPeriod)) // the form checked it
	}
	count := func(id string) int { n, _ := f.Number(id); return int(n.Or(0) / model.Scale) }
	var texts []string
	for i := range survey.Elements {
		texts = append(texts, f.Value(survey.Field(i)))
	}
	n, served, source, reason := count(fieldAnswered), count(fieldServed), f.Value(fieldSource), f.Value(fieldReason)
	unit := p.Data().units[route.Unit].Name
	return func() (k formpage.Kept, err error) {
		averages, err := survey.ParseAverages(texts)
		if err != nil {
			return k, err
		}
		s, err := survey.Averages(route.Unit, period, n, averages)
		if err != nil {
			return k, err
		}
		s.Population, s.Source = served, source
		if route.Period != 0 {
			err = desk.ReplaceSurvey(s, reason)
		} else if err = desk.AddSurvey(s); errors.Is(err, model.ErrExists) {
			err = formpage.Refusal{Field: fieldPeriod, Why: t.Survey.Form.There}
		}
		said := lang.Fill(t.Survey.Form.Saved, "unit", lang.Inert(unit), "period", t.Period(period), "index", t.FixedAmount(survey.Of(s, weight).Index))
		added := func() tea.Msg { return nav.AddedMsg{Period: period} }
		return formpage.Kept{Said: said, Then: added}, err
	}
}
