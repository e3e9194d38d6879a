package award

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/ui/lang"
	"kinerja/ui/lang/awarding"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// One is one nomination: what for and why, what happened, and what can happen next.
type One struct {
	env  nav.Env
	desk Reader
	at   nav.Award

	data nav.Load[award.Row]
	body pane.Leads[string] // the names of steps

	width, height int
}

// NewOne makes the page.
func NewOne(env nav.Env, desk Reader, route nav.Award) *One {
	return &One{env: env, desk: desk, at: route}
}

// Init reads the nomination.
func (p *One) Init() tea.Cmd {
	desk, at := p.desk, p.at
	return p.data.Start(func() (award.Row, error) { return find(desk, at) })
}

// find is one nomination of those that can be read.
func find(desk Reader, at nav.Award) (award.Row, error) {
	list, err := desk.Awards()
	i := slices.IndexFunc(list, func(r award.Row) bool { return r.Employee == at.Employee && r.ID == at.ID })
	if err == nil && i < 0 {
		err = model.ErrNotFound
	}
	if err != nil {
		return award.Row{}, err
	}
	return list[i], nil
}

// Update takes answers, and the keys that are no action.
func (p *One) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.lay()
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.body.Press(p.env.Keys, k, p.body.Room(p.height))
	}
	return nil
}

// lay makes the lines on screen. The cursor stays on the step that it was on.
func (p *One) lay() {
	was, b := p.body.Chosen(), &p.body
	b.Clear()
	if !p.data.Have {
		return
	}
	t, s, r := p.env.Text, p.env.Styles, p.data.Data
	w := t.Award.Page
	head := func(title string) {
		b.Add("")
		b.Add(" " + s.Title.Render(title))
	}
	for _, line := range pane.Styled(s.Header, awarding.Line(t, r.Award), p.width) {
		b.Add(line)
	}
	p.say(lang.Inert(r.Staff.Name) + " · " + lang.Inert(r.Staff.Position))
	p.say(lang.Fill(t.Award.Why, "reason", lang.Inert(r.Reason)))
	if steps := p.open(); len(steps) > 0 {
		head(w.Next)
		for _, name := range steps {
			b.Choose(capital(w.Acts[name]), name)
		}
	}
	if len(r.Findings) > 0 {
		head(w.Conditions)
		for _, f := range r.Findings {
			for _, text := range awarding.Finding(t, f, p.env.Terms.Award) {
				p.say(awarding.Mark(t, f) + text)
			}
		}
	}
	if r.Overruled != "" {
		p.say(lang.Fill(t.Award.Overruled, "reason", lang.Inert(r.Overruled)))
	}
	head(w.Past)
	for _, text := range awarding.Acts(t, r) {
		p.say(text)
	}
	b.Settle(b.Room(p.height), func(name string) bool { return name == was })
}

// open are the steps that lead on, and that who works here may ever take.
func (p *One) open() (list []string) {
	for _, step := range award.Steps().From(p.data.Data.State) {
		if p.env.May(step.Verb) == "" {
			list = append(list, step.Name)
		}
	}
	return list
}

// say adds a sentence, what does not fit below it.
func (p *One) say(text string) {
	for _, line := range pane.Hang(text, p.width, 1, 3) {
		p.body.Add(line)
	}
}

// Actions says what can be done with the nomination.
func (p *One) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	w := t.Award.Page
	now := lang.Fill(w.NotNow, "state", t.Award.States[p.data.Data.State.String()])
	at, none := p.body.Chosen(), ""
	if at == "" {
		none = now
	}
	list := []nav.Action{{ID: "enter", Name: w.Acts[at], Binding: k.Enter, Why: none, Main: none == "", Run: func() tea.Cmd { return p.act(at) }}}
	if none != "" {
		list[0].Name = w.Next
	}
	open := p.open()
	for _, name := range award.Steps().Names() {
		why := ""
		if !slices.Contains(open, name) {
			why = now
		}
		list = append(list, nav.Action{ID: name, Name: w.Acts[name], Why: why, Run: func() tea.Cmd { return p.act(name) }})
	}
	return append(list, p.env.History(nav.Record{Employee: p.at.Employee}))
}

func (p *One) act(name string) tea.Cmd {
	return nav.Open(nav.AwardAct{Employee: p.at.Employee, ID: p.at.ID, Act: name})
}

// View draws the nomination in its room.
func (p *One) View() string {
	t, s := p.env.Text, p.env.Styles
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Award.Page.Reading)
	}
	return p.body.View(t, s, p.width, p.height)
}

// Resize gives the page its room.
func (p *One) Resize(width, height int) {
	p.width, p.height = width, height
	p.lay()
}

// Title is the person's name.
func (p *One) Title() string {
	if !p.data.Have {
		return p.env.Text.Award.Page.Kind
	}
	return lang.Inert(p.data.Data.Staff.Name)
}

// Kind is what the page is.
func (p *One) Kind() string { return p.env.Text.Award.Page.Kind }

// Typing is never so: this page takes no text.
func (p *One) Typing() bool { return false }

// capital is a text as a line or title begins.
func capital(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[n:]
}
