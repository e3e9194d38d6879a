package rounds

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/round"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
	"kinerja/ui/nav"
	"kinerja/ui/widget/reader"
)

// read is what one reading of a round brings.
type read struct {
	row     round.Row
	summary round.Summary // of a round that is over, for who may read it
}

// Page is one round: what is asked of whom, what is promised, and what was said.
type Page struct {
	env    nav.Env
	desk   Desk
	id     round.ID
	data   nav.Load[read]
	acting nav.Load[string]
	reader reader.Reader

	width, height int
}

// New makes the page of a round.
func New(env nav.Env, desk Desk, route nav.Round) *Page {
	return &Page{env: env, desk: desk, id: route.ID}
}

// Init reads the round.
func (p *Page) Init() tea.Cmd {
	desk, id := p.desk, p.id
	return p.data.Start(func() (r read, err error) {
		list, err := desk.Rounds()
		if err != nil {
			return r, err
		}
		at := slices.IndexFunc(list, func(x round.Row) bool { return x.ID == id })
		if at < 0 {
			return r, model.ErrNotFound
		}
		if r.row = list[at]; r.row.Reads {
			r.summary, err = desk.Summary(id)
		}
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		return nil
	case p.acting.Take(msg):
		if p.acting.Err != nil {
			return nav.Fail(p.acting.Err)
		}
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(p.acting.Data))
	}
	switch msg := msg.(type) {
	case doMsg:
		if msg.page == p {
			return p.acting.Start(msg.do)
		}
	case tea.KeyMsg:
		if key.Matches(msg, p.env.Keys.Esc) {
			return nav.Back
		}
		p.reader.Press(msg, p.env.Keys, len(p.lines()), p.height)
	}
	return nil
}

// doMsg: a question was answered with yes.
type doMsg struct {
	page *Page
	do   func() (string, error)
}

// ask puts a question before something that is not taken back.
func (p *Page) ask(question string, do func() (string, error)) func() tea.Cmd {
	return func() tea.Cmd { return nav.Ask(question, func() tea.Msg { return doMsg{p, do} }) }
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, w, r := p.env.Keys, p.env.Text.Round, p.data.Data.row
	give, shut, share := "", p.env.May(round.VerbClose), p.env.May(round.VerbShare)
	switch {
	case !p.data.Have:
		give = p.env.Text.Feedback.Reading
	case r.Gave:
		give = w.Why.Gave
	case r.State != round.Open:
		give = w.Why.Over
	case !r.Asked:
		give = w.Why.NotAsked
	}
	if shut == "" && !r.Ends {
		shut = w.Why.NotYours
		if p.data.Have && r.State != round.Open {
			shut = w.Why.Over
		}
	}
	if share == "" && !r.Shares {
		share = w.Why.NoShare
	}
	desk, id, name := p.desk, p.id, lang.Inert(r.Staff.Name)
	return []nav.Action{
		{ID: "enter", Name: w.Answer, Binding: k.Enter, Why: give, Main: true, Run: func() tea.Cmd { return nav.Open(nav.GiveRound{ID: id}) }},
		{ID: "share", Name: w.Share, Binding: k.Share, Why: share, Main: true, Run: p.ask(lang.Fill(w.SureShare, "name", name), func() (string, error) {
			_, err := desk.Share(id)
			return lang.Fill(w.IsShared, "name", name), err
		})},
		{ID: "close", Name: w.Close, Why: shut, Run: p.ask(lang.Fill(w.SureClose, "n", round.Least), func() (string, error) {
			r, err := desk.Close(id)
			if r.State == round.Dropped {
				return lang.Fill(w.IsDropped, "n", round.Least), err
			}
			return w.IsClosed, err
		})},
	}
}

// lines is everything that the page says, in its width.
func (p *Page) lines() (lines []string) {
	t, s, w, d := p.env.Text, p.env.Styles, p.env.Text.Round, p.data.Data
	add := func(how func(...string) string, text string) {
		for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, p.width-1), ""), "\n") {
			lines = append(lines, " "+how(line))
		}
	}
	r := d.row
	add(s.Text.Render, lang.Fill(w.Asks, "group", w.Groups[r.Group.String()], "day", t.Date(r.Until), "state", state(t, r)))
	if r.Question != "" {
		add(s.Header.Render, lang.Inert(r.Question))
	}
	if r.State == round.Open {
		lines = append(lines, "")
		add(s.Text.Render, lang.Fill(w.Promise, "n", round.Least, "switch", t.Door.Switching))
		if r.Waits {
			add(s.Warning.Render, lang.Fill(w.Waits, "n", round.Least))
		}
	}
	if r.Ends {
		add(s.Dim.Render, lang.Fill(w.EndHow, "key", p.env.Keys.Now(p.env.Keys.Palette, true), "close", w.Close))
	}
	if r.Upward && r.State != round.Shared {
		add(s.Text.Render, lang.Fill(w.Upward, "name", lang.Inert(r.Staff.Name)))
	}
	if r.State == round.Dropped {
		lines = append(lines, "")
		add(s.Text.Render, lang.Fill(w.IsDropped, "n", round.Least))
	}
	if r.Reads {
		lines = append(lines, "")
		for _, line := range said.Round(t, d.summary) {
			if line == "" {
				lines = append(lines, "")
				continue
			}
			add(s.Text.Render, line)
		}
	}
	return lines
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// View draws the page.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.data.Err != nil && !p.data.Have:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Feedback.Reading
	}
	title := lang.Fill(t.Round.About, "name", lang.Inert(p.data.Data.row.Staff.Name))
	return p.reader.View(t, p.env.Styles, title, p.lines(), p.width, p.height)
}

// Title is whom it is about.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Round.Title
	}
	return lang.Inert(p.data.Data.row.Staff.Name)
}

// Place is the list of rounds: who looked at which one is kept nowhere.
func (p *Page) Place() nav.Route { return nav.Rounds{} }

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Round.Title }

// Typing is never so: the page takes no text.
func (p *Page) Typing() bool { return false }
