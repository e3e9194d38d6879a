package survey

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model/survey"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/skm"
)

// takeMsg: the index is to be taken.
type takeMsg struct{ page *Page }

// form opens the form: of a new survey, or of the one that is shown.
func (p *Page) form(edit bool) tea.Cmd {
	route := nav.EditSurvey{Unit: p.data.Data.unit.ID}
	if edit {
		r, _ := p.shown()
		route.Period = r.Survey.Period
	}
	return nav.Open(route)
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
	ask := lang.Fill(w.Title, "index", index, "period", t.Period(f.Result.Survey.Period), "whose", skm.Whose(t, taken)) + " " + others +
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
