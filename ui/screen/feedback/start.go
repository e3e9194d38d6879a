package feedback

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model/talk"
	"kinerja/ui/lang/words/talked"
	"kinerja/ui/nav"
)

// starters are how the text of this item may begin: a check-in whose agenda was
// agreed on first of all by that.
func (w *writing) starters() []talked.Starter {
	t := w.env.Text.Talk
	list := slices.Clone(t.Starters[w.item.Kind.String()])
	if w.agenda != "" {
		var lines []string
		for line := range strings.Lines(w.agenda) {
			if point := strings.TrimRight(strings.TrimSpace(line), ".:;"); point != "" {
				lines = append(lines, point+": ")
			}
		}
		list = slices.Insert(list, 0, talked.Starter{Name: t.FromAgenda, Text: strings.Join(lines, "\n")})
	}
	for i := range list {
		list[i].Text = strings.TrimPrefix(list[i].Text, "\n")
	}
	return list
}

// begun is which starter the text still is as it was put there; -1 where it is none.
func (w *writing) begun(text string) int {
	same := func(a, b string) bool {
		return slices.Equal(strings.FieldsFunc(a, isSpace), strings.FieldsFunc(b, isSpace))
	}
	return slices.IndexFunc(w.starters(), func(s talked.Starter) bool { return same(s.Text, text) })
}

func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// startAction puts the next starter into the text, and after the last one none. What
// somebody wrote is never written over.
func (w *writing) startAction() nav.Action {
	t := w.env.Text.Talk
	a := nav.Action{ID: "starter", Name: t.Start, Binding: w.env.Keys.Starter, Main: true}
	text, list := w.form.Value(fieldText), w.starters()
	at := w.begun(text)
	if strings.TrimSpace(text) != "" && at < 0 {
		a.Why = t.Started
		return a
	}
	a.Run = func() tea.Cmd {
		w.form.Focus(fieldText)
		next := ""
		if at+1 < len(list) {
			next = list[at+1].Text
		}
		w.form.Fill(fieldText, next)
		return nil
	}
	return a
}

// checkText refuses a starter into which nothing was written.
func (w *writing) checkText(value string) string {
	if strings.TrimSpace(value) != "" && w.begun(value) >= 0 {
		return w.env.Text.Talk.Blank
	}
	return ""
}

// filled is a text without the questions of a starter to which nothing was written: an
// item stands for ever.
func (w *writing) filled(text string) string {
	asked := map[string]bool{}
	for _, s := range w.starters() {
		for line := range strings.Lines(s.Text) {
			asked[strings.TrimSpace(line)] = true
		}
	}
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool {
		line = strings.TrimSpace(line)
		return strings.HasSuffix(line, ":") && asked[line]
	})
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// startLine says which starter stands in the text; "" where none does.
func (w *writing) startLine() string {
	if at := w.begun(w.form.Value(fieldText)); at >= 0 {
		return w.starters()[at].Name
	}
	return ""
}

// agendaOf is what the next check-in is about, as the last one agreed.
func agendaOf(c talk.Conversation) string { return talk.StandingOf(c.Staff, c.Items).Agenda }
