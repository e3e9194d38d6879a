// Package timeline shows a conversation about somebody's work: item after item
// in the order of its days, each with its day, kind, what it is about and whose
// word it is. It is the one rendering for screen and command line.
//
// It promises that no line is wider than its room, that text from outside is
// inert, and that nothing is said by colour alone: every kind has a sign and a
// word.
package timeline

import (
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/talk"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
	"kinerja/ui/theme"
)

// Timeline is a conversation as it looks today.
type Timeline struct {
	Talk  talk.Conversation
	Today model.Date

	corrected map[model.FeedbackID]model.FeedbackID
	due       model.FeedbackID
}

// New reckons what can be said about each item from the others.
func New(c talk.Conversation, today model.Date) Timeline {
	return Timeline{
		Talk: c, Today: today,
		corrected: talk.Corrections(c.Items), due: talk.StandingOf(c.Staff, c.Items).Due.ID,
	}
}

// indent is by how much the text of an item stands in.
const indent = 4

// Lines draws one item: its head, which wraps, then what was said. mark stands
// after the day: how a command line names the item; "" for nothing.
func (l Timeline) Lines(t *lang.Texts, s *theme.Styles, f talk.Feedback, mark string, width int) []string {
	body := s.Text
	if _, gone := l.corrected[f.ID]; gone {
		body = s.Dim
	}
	lines := wrapped(l.head(t, f, mark), width, indent, l.look(s, f))
	for i := range lines {
		if i == 0 { // the head begins at the edge
			lines[i] = strings.TrimPrefix(lines[i], strings.Repeat(" ", indent))
		}
	}
	lines = append(lines, wrapped(f.Text, width, indent, body)...)
	if f.Agreed != "" {
		lines = append(lines, wrapped(lang.Fill(t.Feedback.Agreed, "text", f.Agreed), width, indent, body)...)
	}
	if f.Agenda != "" {
		lines = append(lines, wrapped(lang.Fill(t.Talk.Agenda, "text", f.Agenda), width, indent, body)...)
	}
	if f.Next != 0 {
		day, how := t.Date(f.Next), body
		if f.ID == l.due {
			if day = Due(t, f.Next, l.Today); f.Next < l.Today {
				how = s.Warning
			}
		}
		lines = append(lines, wrapped(lang.Fill(t.Feedback.Next, "day", day), width, indent, how)...)
	}
	return lines
}

// look is how the head of an item looks; its sign and word say the same.
func (l Timeline) look(s *theme.Styles, f talk.Feedback) lipgloss.Style {
	if _, gone := l.corrected[f.ID]; gone {
		return s.Dim
	}
	switch f.Kind {
	case talk.Appreciation:
		return s.Good
	case talk.Improve:
		return s.Warning
	}
	return s.Header
}

// head is "12 Agustus 2026 + apresiasi · IDL · dr. Sari Wulandari".
func (l Timeline) head(t *lang.Texts, f talk.Feedback, mark string) string {
	w := t.Feedback
	kind := f.Kind.Sign() + " " + t.FeedbackKind(f.Kind)
	if to, ok := l.item(f.To); ok {
		kind += " " + lang.Fill(w.To, "kind", t.FeedbackKind(to.Kind), "date", t.Date(to.Word.On))
	}
	parts := []string{t.Date(f.Word.On) + " " + kind}
	if about := About(t, f); about != "" {
		parts = append(parts, about)
	}
	parts = append(parts, l.voice(t, f))
	if f.Word.Via != model.Recorded && f.Word.Document != "" {
		parts = append(parts, lang.Fill(w.Proof, "document", f.Word.Document))
	}
	if old, ok := l.item(f.Corrects); ok {
		parts = append(parts, lang.Fill(w.Corrects, "kind", t.FeedbackKind(old.Kind), "date", t.Date(old.Word.On)))
	}
	if by, ok := l.item(l.corrected[f.ID]); ok {
		parts = append(parts, lang.Fill(w.Corrected, "date", t.Date(by.Word.On)))
	}
	if mark != "" {
		parts = append(parts, mark)
	}
	return strings.Join(parts, " · ")
}

// voice says whose word an item is, how they stood to the person, and how it is known.
func (l Timeline) voice(t *lang.Texts, f talk.Feedback) string {
	name := l.name(t, f.Word.Whose)
	if f.Other != "" {
		name = f.Other
	}
	if f.Source != talk.NoSource {
		name = lang.Fill(t.Talk.From, "source", t.Talk.Sources[f.Source.String()], "name", name)
	}
	return said.After(t, name, f.Word, l.name(t, f.Word.By))
}

func (l Timeline) name(t *lang.Texts, id model.EmployeeID) string {
	if id == "" {
		return t.Feedback.Owner
	}
	return l.Talk.Names[id]
}

func (l Timeline) item(id model.FeedbackID) (talk.Feedback, bool) {
	i := slices.IndexFunc(l.Talk.Items, func(f talk.Feedback) bool { return id != "" && f.ID == id })
	if i < 0 {
		return talk.Feedback{}, false
	}
	return l.Talk.Items[i], true
}

// Corrected reports whether another item took the place of this one.
func (l Timeline) Corrected(id model.FeedbackID) bool { return l.corrected[id] != "" }

// About names what an item is about: a measure by its code, a value of
// behaviour by its name; "" for the person as such.
func About(t *lang.Texts, f talk.Feedback) string {
	if f.Code != "" {
		return f.Code
	}
	for _, b := range rules.Behaviours() {
		if b.Code == f.Value {
			return lang.Fill(t.Feedback.Behaviour, "name", b.Name.In(t.Code))
		}
	}
	return ""
}

// Due says when a check-in is due, with days and date (UX 2.8).
func Due(t *lang.Texts, next, today model.Date) string {
	w, date := t.Feedback, t.Date(next)
	switch n := today.Until(next); {
	case n < 0:
		return t.Plural(w.DueLate, -n, "date", date)
	case n > 0:
		return t.Plural(w.DueIn, n, "date", date)
	}
	return lang.Fill(w.DueToday, "date", date)
}

// wrapped sets a text of several lines into its room, stood in by some cells.
func wrapped(text string, width, in int, how lipgloss.Style) []string {
	var lines []string
	room := max(1, width-in)
	for line := range strings.SplitSeq(text, "\n") {
		for _, part := range strings.Split(ansi.Wrap(lang.Inert(line), room, ""), "\n") {
			lines = append(lines, strings.Repeat(" ", min(in, max(0, width-1)))+how.Render(part))
		}
	}
	return lines
}

// Standing says in few words how a conversation stands: the check-in, or how
// long nothing was said, of which so many days are worth a look.
func Standing(t *lang.Texts, s talk.Standing, today model.Date, after int) string {
	w := t.Feedback
	switch n := today.Until(s.Due.Next); {
	case s.Due.Next != 0 && n < 0:
		return t.Plural(w.Late, -n)
	case s.Due.Next == today:
		return w.DueNow
	case s.Due.Next != 0:
		return t.Plural(w.In, n)
	case s.Last == 0:
		return w.Never
	}
	n := s.Last.Until(today)
	if s.Silent(today, after) {
		return t.Plural(w.Silent, n)
	}
	return t.Plural(w.Recent, n)
}
