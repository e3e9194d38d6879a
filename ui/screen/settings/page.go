// Package settings is the page that leads to what is set up once: instruments,
// plans, units, tables from files, a backup, language and colours. It says where
// the data and the settings are.
package settings

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/menu"
	"kinerja/ui/widget/ruleset"
)

// Desk is what this page reads and does.
type Desk interface {
	// Kinds lists the kinds of tables that can be taken.
	Kinds() []string
	// File tells where the file is, and when it was last backed up; the zero
	// time: never.
	File() (path string, backup time.Time, err error)
	// Backup makes a copy of the file and returns where.
	Backup() (string, error)
	// Keep writes one setting.
	Keep(key, value string) error
}

// Facts is what the page tells and does not read.
type Facts struct {
	Settings string // where the file of settings is; "": nowhere
	Theme    string // the one in use
	Sample   bool
	Guarded  bool // the file asks for PINs
}

// read is what one reading brings.
type read struct {
	path   string
	backup time.Time
}

// choice is one line: what it says, and what Enter does or opens.
type choice struct {
	item  menu.Item // the first of its head shows it
	run   func() tea.Cmd
	to    nav.Route
	needs model.Verb // without the right to it there is no such line
}

// Page is the page.
type Page struct {
	env   nav.Env
	desk  Desk
	facts Facts
	at    int

	data    nav.Load[read]
	backing nav.Load[string]
	keeping nav.Load[nav.AgainMsg]
	menu    menu.Menu
	choices []choice

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk, at nav.Settings, facts Facts) *Page {
	p := &Page{env: env, desk: desk, facts: facts, at: at.At}
	p.arrange()
	p.menu.MoveTo(at.At)
	return p
}

// Init reads where the file is.
func (p *Page) Init() tea.Cmd {
	desk := p.desk
	return p.data.Start(func() (r read, err error) {
		r.path, r.backup, err = desk.File()
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.arrange()
		return nil
	case p.backing.Take(msg):
		if err := p.backing.Err; err != nil {
			return fail(err)
		}
		return tea.Batch(nav.Say(lang.Fill(p.env.Text.Settings.Made, "file", lang.Inert(p.backing.Data))), p.Init())
	case p.keeping.Take(msg):
		return nav.Again(p.keeping.Data)
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.menu.Press(k, p.env.Keys)
	}
	return nil
}

func fail(err error) tea.Cmd { return func() tea.Msg { return nav.FailMsg{Err: err} } }

// arrange puts the lines in order, without those that lead nowhere for who works here.
func (p *Page) arrange() {
	t := p.env.Text
	s := t.Settings
	p.choices = []choice{
		{item: menu.Item{Head: s.Data, Label: s.Instruments, Note: s.InstrumentsNote}, to: nav.Instruments{}},
		{item: menu.Item{Head: s.Data, Label: s.Positions, Note: s.PositionsNote}, to: nav.Positions{}},
		{item: menu.Item{Head: s.Data, Label: s.Plans, Note: s.PlansNote}, to: nav.Plans{}},
		{item: menu.Item{Head: s.Data, Label: s.Units, Note: s.UnitsNote}, to: nav.Units{}},
		{item: menu.Item{Head: s.Data, Label: t.Record.Title, Note: s.RecordNote}, to: nav.Record{}},
		{item: menu.Item{Head: s.Law, Label: t.Rules.Title, Note: p.rules()}, to: nav.RuleSets{}},
		{item: menu.Item{Head: s.Law, Label: s.Heads, Note: p.heads()}, run: p.nextHeads, needs: model.VerbAddInstrument},
	}
	for _, kind := range p.desk.Kinds() {
		p.choices = append(p.choices, choice{item: menu.Item{Head: s.Files, Label: p.title(kind), Note: s.TakeNotes[kind]}, to: nav.Intake{Kind: kind}})
	}
	last := s.Never
	if at := p.data.Data.backup; !at.IsZero() {
		last = lang.Fill(s.BackupNote, "last", t.Time(at.In(p.env.Now().Location())))
	}
	p.choices = append(p.choices,
		choice{item: menu.Item{Head: s.Keep, Label: s.Backup, Note: last}, run: p.backup, needs: model.VerbBackup},
		choice{item: menu.Item{Head: s.Program, Label: s.Language, Note: s.LanguageNote}, run: p.nextLanguage},
		choice{item: menu.Item{Head: s.Program, Label: s.Theme, Note: lang.Fill(s.ThemeNote, "theme", s.Themes[p.theme()])}, run: p.nextTheme},
	)
	p.choices = append(p.choices, choice{item: menu.Item{Head: s.Program, Label: t.Access.Title, Note: t.Access.Note}, to: nav.Rights{}})
	if p.facts.Sample {
		own := choice{item: menu.Item{Head: s.Program, Label: s.Own, Note: s.OwnNote}, needs: model.VerbAddUnit, run: func() tea.Cmd { return nav.Again(nav.AgainMsg{Own: true}) }}
		p.choices = append(p.choices, own)
	}
	people := choice{item: menu.Item{Head: s.Keep, Label: t.Door.Users.Title, Note: t.Door.Users.NoteOff}, to: nav.Users{}}
	if p.facts.Guarded {
		people.item.Note = t.Door.Users.Note
	}
	p.choices = slices.Insert(p.choices, slices.IndexFunc(p.choices, func(c choice) bool { return c.item.Label == s.Backup })+1, people)
	p.choices = slices.DeleteFunc(p.choices, func(c choice) bool {
		return c.to != nil && !p.env.MayOpen(c.to) || c.needs != "" && p.env.May(c.needs) != ""
	})
	items, head := make([]menu.Item, len(p.choices)), ""
	for i, c := range p.choices {
		if items[i] = c.item; c.item.Head == head {
			items[i].Head = "" // said once, above the first
		}
		head = c.item.Head
	}
	p.menu.SetItems(items...)
}

// rules says which rule set is in use, and how much of it nobody has verified.
func (p *Page) rules() string {
	t, rs := p.env.Text, p.env.Rules.File
	if others := ruleset.ByKind(t, p.env.Rules); others != "" {
		return lang.Inert(rs.Name.In(t.Code)) + "; " + lang.Fill(t.Rules.Page.Others, "list", others)
	}
	return lang.Fill(t.Rules.Page.Note, "name", lang.Inert(rs.Name.In(t.Code)), "n", t.Count(ruleset.Unverified(rs)))
}

func (p *Page) title(kind string) string {
	if title, ok := p.env.Text.Intake.Titles[kind]; ok {
		return title
	}
	return kind
}

// backup makes a copy, off the loop.
func (p *Page) backup() tea.Cmd {
	if p.backing.Busy {
		return nil
	}
	return p.backing.Start(p.desk.Backup)
}

// nextLanguage opens the program in the other language.
func (p *Page) nextLanguage() tea.Cmd {
	codes := lang.Languages()
	next := codes[(slices.Index(codes, p.env.Text.Code)+1)%len(codes)]
	return p.keep("language", next, nav.AgainMsg{Language: next})
}

// themes lists the ways to colour, in the order in which Enter goes round.
func themes() []string { return []string{"auto", "light", "dark", "contrast", "mono"} }

func (p *Page) theme() string {
	if p.facts.Theme == "" {
		return themes()[0]
	}
	return p.facts.Theme
}

func (p *Page) nextTheme() tea.Cmd {
	all := themes()
	next := all[(slices.Index(all, p.theme())+1)%len(all)]
	return p.keep("theme", next, nav.AgainMsg{Theme: next})
}

// keep writes a setting and opens the program anew with it, here. What cannot
// be written holds for this time.
func (p *Page) keep(key, value string, again nav.AgainMsg) tea.Cmd {
	desk, text := p.desk, p.env.Text
	again.First = nav.Settings{At: p.menu.Chosen()}
	return p.keeping.Start(func() (nav.AgainMsg, error) {
		if err := desk.Keep(key, value); err != nil {
			again.Said = lang.Fill(text.Settings.NotKept, "why", text.Error(err))
		}
		return again, nil
	})
}

// Actions says what Enter does.
func (p *Page) Actions() []nav.Action {
	c := p.choices[p.menu.Chosen()]
	if c.to != nil {
		c.run = func() tea.Cmd { return nav.Open(c.to) }
	}
	return []nav.Action{{ID: "enter", Name: p.env.Text.Settings.Choose, Binding: p.env.Keys.Enter, Main: true, Run: c.run}}
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Settings.Title }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
