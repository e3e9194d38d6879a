// Package survey is the page of one unit's survey of satisfaction (SKM) in one
// period: the index with its grade, the nine elements, whether enough people
// answered, how it moved. A survey known by its averages is entered from here, and
// the index is taken into results.
package survey

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/survey"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/chart"
	"kinerja/ui/widget/reader"
	"kinerja/ui/widget/skm"
)

// Desk is what this page does with the file.
type Desk interface {
	Units() (model.Units, error)
	Surveys(unit model.UnitID) ([]survey.Survey, error)
	Writer
}

// Writer takes the index of surveys into results.
type Writer interface {
	WouldFeed(unit model.UnitID, p model.Period, w survey.Weight) (survey.Feed, error)
	FeedSurvey(unit model.UnitID, p model.Period, w survey.Weight, replace bool) (survey.Feed, error)
}

// read is what one reading of the file brings.
type read struct {
	unit  model.Unit // without an ID: there is none
	trend survey.Trend
}

// Page is the surveys of one unit.
type Page struct {
	env    nav.Env
	desk   Desk
	unit   model.UnitID // "": the one that has surveys
	period model.Period // 0: the newest

	data    nav.Load[read]
	looking nav.Load[survey.Feed] // what taking the index would do
	feeding nav.Load[survey.Feed]
	replace bool // of looking and feeding: over typed values too
	why     bool
	reader  reader.Reader

	width, height int
}

// New makes the page; unit is the one worked in, for a route that names none.
func New(env nav.Env, desk Desk, route nav.Survey, unit model.UnitID) *Page {
	return &Page{env: env, desk: desk, unit: cmp.Or(route.Unit, unit), period: route.Period}
}

// Init reads the surveys.
func (p *Page) Init() tea.Cmd {
	desk, unit, weight := p.desk, p.unit, p.env.Survey
	return p.data.Start(func() (r read, err error) {
		units, err := desk.Units()
		if err != nil {
			return r, err
		}
		all, err := desk.Surveys(unit)
		if unit == "" && len(all) > 0 {
			unit = all[0].Unit
		}
		for _, u := range units {
			if unit == "" && !u.Void && (r.unit.ID == "" || u.ID < r.unit.ID) || u.ID == unit {
				r.unit = u
			}
		}
		own := slices.DeleteFunc(all, func(s survey.Survey) bool { return s.Unit != r.unit.ID })
		r.trend = survey.TrendOf(own, weight)
		return r, err
	})
}

// shown is the survey on screen: of the period asked for, else the newest.
func (p *Page) shown() (survey.Result, bool) {
	trend := p.data.Data.trend
	if r, ok := trend.At(p.period); ok || len(trend) == 0 {
		return r, ok
	}
	return trend[len(trend)-1], true
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		return nil
	case p.looking.Take(msg):
		return p.confirm()
	case p.feeding.Take(msg):
		return p.fed()
	}
	switch msg := msg.(type) {
	case nav.AddedMsg: // a survey of another period was kept
		if msg.Period != 0 {
			p.period, p.reader = msg.Period, reader.Reader{}
		}
	case takeMsg:
		if msg.page == p {
			return p.feed()
		}
	case tea.KeyMsg:
		if key.Matches(msg, p.env.Keys.Esc) {
			return nav.Back
		}
		_, lines := p.lines()
		p.reader.Press(msg, p.env.Keys, len(lines), p.height)
	}
	return nil
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	r, have := p.shown()
	none, one := "", ""
	if !have {
		none = t.Survey.None
	}
	if len(p.data.Data.trend) < 2 {
		one = t.Home.OnePeriod
	}
	add := p.may(model.VerbAddSurvey)
	if p.data.Data.unit.ID == "" {
		add = t.Survey.NoUnit
	}
	edit := cmp.Or(none, p.may(model.VerbReplaceSurvey))
	if edit == "" && !r.Survey.Averaged {
		edit = t.Survey.Form.Sheets
	}
	take := cmp.Or(none, p.may(model.VerbFeedSurvey))
	if take == "" && !r.Index.Present() {
		take = skm.Index(t, r)
	}
	list := []nav.Action{
		{ID: "why", Name: k.Why.Help().Desc, Binding: k.Why, Why: none, Main: true, Run: p.ask},
		{ID: "enter", Name: t.Survey.Feed.Name, Binding: k.Enter, Why: take, Main: true, Run: func() tea.Cmd { return p.look(false) }},
		{ID: "add", Name: t.Survey.Form.Add, Binding: k.Add, Why: add, Main: true, Run: func() tea.Cmd { return p.form(false) }},
		{ID: "edit", Name: t.Survey.Form.Edit, Binding: k.Edit, Why: edit, Main: true, Run: func() tea.Cmd { return p.form(true) }},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: one, Run: p.choose},
		{ID: "replace", Name: t.Survey.Feed.Replace, Why: take, Run: func() tea.Cmd { return p.look(true) }},
	}
	if p.why {
		list = append(list, nav.Action{ID: "close", Name: t.Credit.CloseWhy, Binding: k.Esc, Run: p.ask})
	}
	return list
}

// may says why something cannot be done: it is not for everybody.
func (p *Page) may(verb model.Verb) string {
	switch {
	case !p.data.Have:
		return p.env.Text.Survey.Reading
	case !access.MayAnybody(p.env.Me, verb):
		return p.env.Text.Error(model.ErrNotAllowed)
	}
	return ""
}

// ask opens and closes the answer why.
func (p *Page) ask() tea.Cmd {
	p.why, p.reader = !p.why, reader.Reader{}
	return nil
}

// choose lets a person choose among the periods that have a survey.
func (p *Page) choose() tea.Cmd {
	var list []model.Period
	for _, r := range p.data.Data.trend {
		list = append(list, r.Survey.Period)
	}
	r, _ := p.shown()
	return nav.ChoosePeriod(list, r.Survey.Period, func(period model.Period) tea.Cmd {
		p.period, p.reader = period, reader.Reader{}
		return nil
	})
}

// lines are the title and what stands below it.
func (p *Page) lines() (title string, lines []string) {
	t, st := p.env.Text, p.env.Styles
	r, ok := p.shown()
	if !ok {
		return t.Survey.Title, nil
	}
	title = lang.Fill(t.Survey.Head, "unit", lang.Inert(p.data.Data.unit.Name), "period", t.Period(r.Survey.Period))
	if p.why {
		return title, skm.Why(t, st, r, p.width)
	}
	var before *survey.Result
	if b, ok := p.data.Data.trend.Before(r.Survey.Period); ok {
		before = &b
	}
	for i, text := range skm.Words(t, r, before) {
		for _, line := range strings.Split(ansi.Wrap(text, max(1, p.width-1), ""), "\n") {
			if i == 0 {
				line = st.Header.Render(line)
			}
			lines = append(lines, " "+line)
		}
	}
	lines = append(append(lines, ""), skm.Bars(t, st, r, p.width)...)
	if len(p.data.Data.trend) < 2 {
		return title, lines
	}
	at := slices.IndexFunc(p.data.Data.trend, func(x survey.Result) bool { return x.Survey.Period == r.Survey.Period })
	lines = append(lines, "", " "+st.Header.Render(t.Survey.Trend))
	return title, append(lines, chart.Spark(st, skm.Points(t, p.data.Data.trend), at, model.Int(25), model.Int(100), p.width)...)
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	_, have := p.shown()
	switch {
	case p.data.Err != nil && !p.data.Have:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Survey.Reading
	case p.data.Data.unit.ID == "":
		return ansi.Wordwrap(t.Survey.NoUnit, max(1, p.width), "")
	case !have:
		how := ""
		if p.may(model.VerbAddSurvey) == "" {
			how = " " + lang.Fill(t.Survey.Form.How, "key", p.env.Keys.Add.Help().Key)
		}
		return ansi.Wordwrap(lang.Inert(p.data.Data.unit.Name)+"\n\n"+t.Survey.None+how, max(1, p.width), "")
	}
	title, lines := p.lines()
	return p.reader.View(t, p.env.Styles, title, lines, p.width, p.height)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the name of the unit that is surveyed.
func (p *Page) Title() string {
	if name := lang.Inert(p.data.Data.unit.Name); name != "" {
		return name
	}
	return p.env.Text.Survey.Title
}

// Kind is what the page is.
func (p *Page) Kind() string { return p.env.Text.Survey.Title }

// Place is the unit and the period shown.
func (p *Page) Place() nav.Route { return nav.Survey{Unit: p.data.Data.unit.ID, Period: p.period} }

// Typing is never so: this page takes no text.
func (p *Page) Typing() bool { return false }
