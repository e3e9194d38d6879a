package evaluation

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/table"
)

const fieldNote = "note"

// dropped is the yes to giving up a note that is being written.
type dropped struct{ page *Page }

// value is the code of the ith note: one of the seven values, or "" for the
// note and recommendation, which stands last.
func (p *Page) value(i int) string {
	if list := rules.Behaviours(); i < len(list) {
		return list[i].Code
	}
	return ""
}

// noteOf is what was noted at the ith place.
func (p *Page) noteOf(i int) string {
	e := p.data.Data.Person.Evaluation
	if value := p.value(i); value != "" {
		return e.On(model.ElementID(value))
	}
	return e.Note
}

// noteName is what the ith note is about.
func (p *Page) noteName(i int) string {
	if list := rules.Behaviours(); i < len(list) {
		return list[i].Name.In(p.env.Text.Code)
	}
	return p.env.Text.Evaluation.Note
}

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
	keys, last := p.env.Keys, len(rules.Behaviours())
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

// editNote opens the note under the cursor for writing.
func (p *Page) editNote() tea.Cmd {
	p.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}, form.Field{
		ID: fieldNote, Label: p.env.Text.Evaluation.NoteLabel, Kind: form.Long, Value: p.noteOf(p.note), Max: model.MostNote,
	})
	return nil
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
	e := p.data.Data.Person.Evaluation
	value, text, notes, note := p.value(p.note), p.form.Value(fieldNote), slices.Clone(e.Notes), e.Note
	if value == "" {
		note = text
	} else {
		notes = slices.DeleteFunc(notes, func(n model.ValueNote) bool { return string(n.Value) == value })
		notes = append(notes, model.ValueNote{Value: model.ElementID(value), Text: text})
	}
	desk, plan, period := p.desk, p.plan, p.period
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
	p.note = len(rules.Behaviours())
	for i := range p.note {
		if p.value(i) == value {
			p.note = i
		}
	}
	p.openNotes()
	p.editNote()
	p.form.Fill(fieldNote, text)
}

// notesView is the list of the seven values, each with the beginning of its
// note, and below it the guides of the one under the cursor; or the note that
// is being written.
func (p *Page) notesView() string {
	t, s := p.env.Text, p.env.Styles
	e := t.Evaluation
	width := 0
	for i := range len(rules.Behaviours()) + 1 {
		width = max(width, len([]rune(p.noteName(i))))
	}
	var lines []string
	for _, l := range pane.Wrap(e.NotesHow, p.width) {
		lines = append(lines, s.Dim.Render(l))
	}
	for i := range len(rules.Behaviours()) + 1 {
		text := lang.None
		if note := p.noteOf(i); note != "" {
			text = lang.Inert(strings.ReplaceAll(note, "\n", " "))
		}
		line := "  " + table.Fit(p.noteName(i), width, false, s.Glyphs.Ellipsis) + "  " +
			table.Fit(text, max(4, p.width-width-4), false, s.Glyphs.Ellipsis)
		if i == p.note {
			line = s.Chosen.Render(s.Glyphs.Cursor + line[1:])
		}
		lines = append(lines, line)
	}
	if p.form != nil {
		lines = []string{" " + s.Header.Render(p.noteName(p.note))}
	}
	lines = append(lines, "")
	if p.note < len(rules.Behaviours()) {
		for _, guide := range rules.Behaviours()[p.note].Guides {
			lines = append(lines, pane.Hang("· "+guide.In(t.Code), p.width, 2, 4)...)
		}
	} else {
		lines = append(lines, pane.Wrap(e.NoteHow, p.width)...)
	}
	if p.form != nil {
		lines = append(lines, "")
		lines = append(lines, strings.Split(p.form.View(p.width, max(1, p.height-len(lines))), "\n")...)
	}
	return p.scroll.View(t, s, lines, p.width, p.height)
}
