// Package support is the page that says what support is, where the counsellor is
// found and whom to call in danger, and that prints the blank request. It writes
// nothing: nobody can tell from the file that it was opened (package nav, Unkept).
package support

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model/support"
	"kinerja/ui/lang"
	"kinerja/ui/lang/confide"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Desk is what this page may do.
type Desk interface {
	// Contact is where the counsellor is found.
	Contact() (support.Contact, error)
	// Emergency is whom to call in danger.
	Emergency() support.Emergency
	// Print sends lines to the printer of this machine.
	Print(lines []string) error
}

// The commands that say the same on a line of their own.
const (
	formCommand    = "kinerja support form"
	contactCommand = "kinerja support contact"
)

// Page is the page.
type Page struct {
	env    nav.Env
	desk   Desk
	data   nav.Load[support.Contact]
	scroll pane.Scroll

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk) *Page { return &Page{env: env, desk: desk} }

// Init reads where the counsellor is found.
func (p *Page) Init() tea.Cmd { return p.data.Start(p.desk.Contact) }

// Update takes the address, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.scroll.Read(p.env.Keys, k, len(p.lines()), p.height)
	}
	return nil
}

// Actions says what can be done here: print, and no more.
func (p *Page) Actions() []nav.Action {
	k := p.env.Keys
	return []nav.Action{{ID: "print", Name: p.env.Text.Support.Page.Print, Binding: k.Print, Main: true, Run: p.print}}
}

// print sends the blank form to the printer; no file is made of it.
func (p *Page) print() tea.Cmd {
	w, desk, sheet := p.env.Text.Support.Page, p.desk, p.sheet()
	return func() tea.Msg {
		if desk.Print(sheet) != nil {
			return nav.SaidMsg{Text: lang.Fill(w.NoPrinter, "command", formCommand)}
		}
		return nav.SaidMsg{Text: w.Printed}
	}
}

func (p *Page) sheet() []string {
	return confide.Form(p.env.Text, p.data.Data, p.desk.Emergency())
}

// lines are all that the page says, in its room.
func (p *Page) lines() (list []string) {
	t, s, w := p.env.Text, p.env.Styles, p.env.Text.Support.Page
	head := func(text string) {
		if len(list) > 0 {
			list = append(list, "")
		}
		list = append(list, s.Title.Render(text))
	}
	say := func(text string) { list = append(list, pane.Hang(text, p.width, 2, 2)...) }
	head(w.WhatHead)
	say(w.What)
	head(w.Who)
	address := confide.Address(t, p.data.Data)
	switch {
	case p.data.Err != nil:
		say(t.Error(p.data.Err))
	case p.data.Have && len(address) == 0:
		say(lang.Fill(w.Nobody, "command", contactCommand))
	}
	for _, a := range address {
		list = append(list, pane.Hang(a.Name+": "+a.Value, p.width, 2, 4)...)
	}
	head(w.Danger)
	for _, text := range confide.Danger(t, p.desk.Emergency()) {
		say(text)
	}
	head(w.PrivateHead)
	say(w.Private)
	head(w.ThenHead)
	say(w.Then)
	head(w.Form)
	for _, l := range p.sheet() {
		if over := 2 + ansi.StringWidth(l) - p.width; over > 0 && strings.HasSuffix(l, "....") {
			l = strings.TrimSuffix(l, strings.Repeat(".", over)) // a line to write on is as long as there is room
		}
		list = append(list, pane.Hang(l, p.width, 2, 2)...)
	}
	return list
}

// View draws the page in its room.
func (p *Page) View() string {
	return p.scroll.View(p.env.Text, p.env.Styles, p.lines(), p.width, p.height)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Support.Title }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
