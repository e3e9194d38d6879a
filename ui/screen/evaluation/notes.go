package evaluation

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/valued"
)

const fieldNote = "note"

// dropped is the yes to giving up a note that is being written.
type dropped struct{ page *Page }

func (p *Page) openNotes() tea.Cmd {
	p.noting, p.why = true, false
	p.scroll.Reset()
	return nil
}

func (p *Page) closeNotes() tea.Cmd {
	p.noting = false
	p.scroll.Reset()
	return nil
}

func (p *Page) moveNote(k tea.KeyMsg) {
	keys, last := p.env.Keys, valued.Last()
	switch {
	case key.Matches(k, keys.Up, keys.BackTab):
		p.note = max(0, p.note-1)
	case key.Matches(k, keys.Down, keys.Tab):
		p.note = min(last, p.note+1)
	case key.Matches(k, keys.Home):
		p.note = 0
	case key.Matches(k, keys.End):
		p.note = last
	}
}

// editNote opens the note under the cursor for writing, once it is known whose it is.
func (p *Page) editNote() tea.Cmd {
	if cmd, asked := p.first(p.editNote); asked {
		return cmd
	}
	p.openNote()
	return nil
}

func (p *Page) openNote() {
	p.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}, form.Field{
		ID: fieldNote, Label: p.env.Text.Evaluation.NoteLabel, Kind: form.Long, Value: valued.Of(p.data.Data.Person.Evaluation, p.note), Max: model.MostNote,
	})
}

// write gives a key to the note that is being written.
func (p *Page) write(k tea.KeyMsg) tea.Cmd {
	switch p.form.Press(k) {
	case form.Submit:
		return p.keepNote()
	case form.Escape:
		return p.dropNote()
	}
	return nil
}

// dropNote gives up a note; one with something new in it is asked about.
func (p *Page) dropNote() tea.Cmd {
	if p.form.Dirty() {
		return nav.Ask(p.env.Text.Evaluation.DropNote, func() tea.Msg { return dropped{p} })
	}
	p.form = nil
	return nil
}

// keepNote puts the note into the file. It stays open until the file has it.
func (p *Page) keepNote() tea.Cmd {
	if p.keeping.Busy || !p.form.Submit() {
		return nil
	}
	notes, note := valued.Put(p.data.Data.Person.Evaluation, p.note, p.form.Value(fieldNote))
	desk, plan, period := p.judge(), p.plan, p.period
	return p.keeping.Start(func() (model.Evaluation, error) { return desk.Annotate(plan, period, notes, note) })
}

func (p *Page) noted() tea.Cmd {
	if err := p.keeping.Err; err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	p.form = nil
	p.recalls.Did()
	p.adopt(p.keeping.Data)
	return func() tea.Msg { return nav.ChangedMsg{} }
}

// reopen opens a note with the text that was kept as a draft.
func (p *Page) reopen() {
	value, text, _ := strings.Cut(p.redrafts, "\n")
	p.redrafts = ""
	if p.evaluation().LocksCard() {
		return // it was shared meanwhile: nothing can be noted any more
	}
	p.note = valued.At(value)
	p.openNotes()
	p.openNote()
	p.form.Fill(fieldNote, text)
}

// notesView is the list of the notes, and below it the guides of the one under the
// cursor; or the note that is being written.
func (p *Page) notesView() string {
	t, s := p.env.Text, p.env.Styles
	lines := valued.List(t, s, p.data.Data.Person.Evaluation, p.note, p.width)
	if p.form != nil {
		lines = []string{" " + s.Header.Render(valued.Name(t, p.note))}
	}
	lines = append(append(lines, ""), valued.Guide(t, p.note, p.width)...)
	if p.form != nil {
		lines = append(lines, "")
		lines = append(lines, strings.Split(p.form.View(p.width, max(1, p.height-len(lines))), "\n")...)
	}
	return p.scroll.View(t, s, lines, p.width, p.height)
}
