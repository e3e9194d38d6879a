// Package valued is the notes on an evaluation: one for each of the seven values,
// and last the note and recommendation. They are counted from 0, as they stand.
package valued

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/table"
)

// Last is the place of the note and recommendation.
func Last() int { return len(rules.Behaviours()) }

// Code is that of the value of a note; "" for the note and recommendation.
func Code(i int) string {
	if list := rules.Behaviours(); i < len(list) {
		return list[i].Code
	}
	return ""
}

// At is the place of the note on a value.
func At(code string) int {
	for i := range Last() {
		if Code(i) == code {
			return i
		}
	}
	return Last()
}

// Of is what was noted.
func Of(e model.Evaluation, i int) string {
	if code := Code(i); code != "" {
		return e.On(model.ElementID(code))
	}
	return e.Note
}

// Name is what a note is about.
func Name(t *lang.Texts, i int) string {
	if list := rules.Behaviours(); i < len(list) {
		return list[i].Name.In(t.Code)
	}
	return t.Evaluation.Note
}

// Put are the notes on an evaluation with another text for one of them.
func Put(e model.Evaluation, i int, text string) (notes []model.ValueNote, note string) {
	code := model.ElementID(Code(i))
	if notes = slices.Clone(e.Notes); code == "" {
		return notes, text
	}
	notes = slices.DeleteFunc(notes, func(n model.ValueNote) bool { return n.Value == code })
	return append(notes, model.ValueNote{Value: code, Text: text}), e.Note
}

// Written are the notes that were written, each on one line with what it is about.
func Written(t *lang.Texts, e model.Evaluation) (list []string) {
	for i := range Last() + 1 {
		if text := Of(e, i); text != "" {
			list = append(list, Name(t, i)+": "+lang.Inert(strings.ReplaceAll(text, "\n", " ")))
		}
	}
	return list
}

// List is every note with its beginning, the cursor on one of them.
func List(t *lang.Texts, s *theme.Styles, e model.Evaluation, at, width int) []string {
	label := 0
	for i := range Last() + 1 {
		label = max(label, len([]rune(Name(t, i))))
	}
	var lines []string
	for _, l := range pane.Wrap(t.Evaluation.NotesHow, width) {
		lines = append(lines, s.Dim.Render(l))
	}
	for i := range Last() + 1 {
		text := lang.None
		if note := Of(e, i); note != "" {
			text = lang.Inert(strings.ReplaceAll(note, "\n", " "))
		}
		line := "  " + table.Fit(Name(t, i), label, false, s.Glyphs.Ellipsis) + "  " +
			table.Fit(text, max(4, width-label-4), false, s.Glyphs.Ellipsis)
		if i == at {
			line = s.Chosen.Render(s.Glyphs.Cursor + line[1:])
		}
		lines = append(lines, line)
	}
	return lines
}

// Guide says what belongs to a note: the guides of its value.
func Guide(t *lang.Texts, i, width int) (lines []string) {
	if i >= Last() {
		return pane.Wrap(t.Evaluation.NoteHow, width)
	}
	for _, guide := range rules.Behaviours()[i].Guides {
		lines = append(lines, pane.Hang("· "+guide.In(t.Code), width, 2, 4)...)
	}
	return lines
}
