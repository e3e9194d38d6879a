package survey

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/skm"
)

// The fields of the form, as model's errors name them; the averages are
// survey.Field.
const (
	fieldPeriod, fieldAnswered, fieldServed = "periode", "responden", "populasi"
	fieldSource, fieldReason                = "sumber", "alasan"
)

// dropMsg: a person gave up what was typed. takeMsg: the index is to be taken.
type (
	dropMsg struct{ page *Page }
	takeMsg struct{ page *Page }
)

// fill opens the form: of a new survey, or of the one that is shown.
func (p *Page) fill(edit bool) tea.Cmd {
	t, w := p.env.Text, p.env.Text.Survey.Form
	s, averages := survey.Survey{}, [survey.Elements]string{}
	period, answered, served := "", "", ""
	if p.editing = edit; edit {
		r, _ := p.shown()
		s = r.Survey
		answered = t.Typed(model.Int(int64(s.Respondents)))
		if s.Population > 0 {
			served = t.Typed(model.Int(int64(s.Population)))
		}
		for i, row := range r.Rows {
			averages[i] = lang.None
			if n, ok := row.Mean.Get(); ok {
				averages[i] = t.Typed(n)
			}
		}
	} else {
		period = t.Period(model.PeriodAt(model.Quarter, p.env.Today()).Prev())
	}
	whole := func(value string) string {
		n, err := model.ParseNumber(value, t.Decimal())
		if value != "" && (err != nil || n <= 0 || n%model.Scale != 0 || n > model.Int(survey.MostRespondents)) {
			return w.Whole
		}
		return ""
	}
	fields := []form.Field{
		{ID: fieldAnswered, Label: w.Respondents, Kind: form.Number, Need: true, Value: answered, Check: whole},
		{ID: fieldServed, Label: w.Population, Kind: form.Number, Value: served, Check: whole},
	}
	if !edit {
		fields = append([]form.Field{{ID: fieldPeriod, Label: w.Period, Kind: form.Text, Need: true, Value: period, Check: func(value string) string {
			if _, err := model.ParsePeriod(value); err != nil {
				return t.Why(err)
			}
			return ""
		}}}, fields...)
	}
	for i := range averages {
		fields = append(fields, form.Field{
			ID: survey.Field(i), Label: lang.Fill(w.Averages, "code", skm.Code(i), "element", t.Survey.Elements[i]), Hint: w.AveragesHint, Kind: form.Text, Need: true, Value: averages[i], Max: 8,
			Check: func(value string) string {
				list := make([]string, survey.Elements)
				list[i] = value
				if _, err := survey.ParseAverages(list); err != nil {
					return t.Why(err)
				}
				return ""
			},
		})
	}
	fields = append(fields, form.Field{ID: fieldSource, Label: w.Source, Hint: w.SourceHint, Kind: form.Text, Max: survey.MostWords, Value: s.Source})
	if edit {
		fields = append(fields, form.Field{ID: fieldReason, Label: w.Reason, Kind: form.Text, Max: 200, Need: true})
	}
	p.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: t}, fields...)
	return nil
}

func (p *Page) pressForm(k tea.KeyMsg) tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	switch p.form.Press(k) {
	case form.Submit:
		return p.save()
	case form.Escape:
		if p.form.Dirty() {
			return nav.Ask(p.env.Text.Survey.Form.Discard, func() tea.Msg { return dropMsg{p} })
		}
		p.form = nil
	}
	return nil
}

func (p *Page) submit() tea.Cmd {
	if !p.saving.Busy && p.form.Submit() {
		return p.save()
	}
	return nil
}

// save keeps the survey as the form says it.
func (p *Page) save() tea.Cmd {
	f, desk, edit := p.form, p.desk, p.editing
	shown, _ := p.shown()
	period := shown.Survey.Period
	if !edit {
		period, _ = model.ParsePeriod(f.Value(fieldPeriod)) // the form checked it
	}
	count := func(id string) int { n, _ := f.Number(id); return int(n.Or(0) / model.Scale) }
	var texts []string
	for i := range survey.Elements {
		texts = append(texts, f.Value(survey.Field(i)))
	}
	unit, n, served := p.data.Data.unit.ID, count(fieldAnswered), count(fieldServed)
	source, reason := strings.TrimSpace(f.Value(fieldSource)), f.Value(fieldReason)
	return p.saving.Start(func() (s survey.Survey, err error) {
		averages, err := survey.ParseAverages(texts)
		if err != nil {
			return s, err
		}
		if s, err = survey.Averages(unit, period, n, averages); err != nil {
			return s, err
		}
		s.Population, s.Source = served, source
		if edit {
			return s, desk.ReplaceSurvey(s, reason)
		}
		return s, desk.AddSurvey(s)
	})
}

// saved says what was kept; what was refused is said beside its field.
func (p *Page) saved() tea.Cmd {
	t, err := p.env.Text, p.saving.Err
	if err == nil {
		s := p.saving.Data
		p.form, p.period = nil, s.Period
		said := lang.Fill(t.Survey.Form.Saved, "unit", lang.Inert(p.data.Data.unit.Name), "period", t.Period(s.Period),
			"index", t.FixedAmount(survey.Of(s, p.env.Survey).Index))
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said))
	}
	var field *model.FieldError
	switch {
	case p.form != nil && errors.As(err, &field) && p.form.Has(field.Field):
		p.form.Fail(field.Field, t.Why(field.Err))
		return nil
	case p.form != nil && errors.Is(err, model.ErrExists):
		p.form.Fail(fieldPeriod, t.Survey.Form.There)
		return nil
	}
	return nav.Fail(err)
}

// look finds out what taking the index would do, before anybody is asked.
func (p *Page) look(replace bool) tea.Cmd {
	r, _ := p.shown()
	desk, s, weight := p.desk, r.Survey, p.env.Survey
	p.replace = replace
	return p.looking.Start(func() (survey.Feed, error) { return desk.WouldFeed(s.Unit, s.Period, weight) })
}

// confirm asks with the number of cells that change; y takes the index.
func (p *Page) confirm() tea.Cmd {
	t, w := p.env.Text, p.env.Text.Survey.Feed
	if err := p.looking.Err; err != nil {
		return nav.Fail(err)
	}
	f := p.looking.Data
	others := ""
	if n := f.Count(survey.Replaces); n > 0 && !p.replace {
		others = t.Plural(w.Others, n) + ". "
	}
	taken := f.Taken(p.replace)
	switch {
	case len(f.Cells) == 0:
		return nav.Say(w.Nobody)
	case len(taken) == 0:
		return nav.Say(strings.TrimSpace(w.Nothing + " " + others))
	}
	index := t.FixedAmount(f.Result.Index)
	ask := others + lang.Fill(w.Title, "index", index, "period", t.Period(f.Result.Survey.Period)) + " " +
		lang.Fill(w.Ask, "cells", t.Plural(w.Cells, len(taken)), "index", index)
	return nav.Ask(ask, func() tea.Msg { return takeMsg{p} })
}

func (p *Page) feed() tea.Cmd {
	desk, s, weight, replace := p.desk, p.looking.Data.Result.Survey, p.env.Survey, p.replace
	return p.feeding.Start(func() (survey.Feed, error) { return desk.FeedSurvey(s.Unit, s.Period, weight, replace) })
}

// fed says how many cells were filled.
func (p *Page) fed() tea.Cmd {
	if err := p.feeding.Err; err != nil {
		return nav.Fail(err)
	}
	t, f := p.env.Text, p.feeding.Data
	said := t.Plural(t.Survey.Feed.Done, len(f.Taken(p.replace)), "index", t.FixedAmount(f.Result.Index))
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said))
}
