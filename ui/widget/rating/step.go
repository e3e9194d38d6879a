package rating

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/written"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/pane"
)

// Step is the one question before some evaluations are shared, withdrawn,
// received, accepted or made final: who is meant, who cannot and why, and for
// the word of another person where it stands and of which day it is.
type Step struct {
	look  Look
	taken Taken
	form  *form.Form // nil: yes or no
	top   int
	room  int
}

// Answer is what a key meant to a Step.
type Answer uint8

// The answers.
const (
	Open Answer = iota // nothing is decided yet
	Yes
	No
)

// The fields of a Step's form.
const (
	fieldDocument = "document"
	fieldDate     = "date"
)

// NewStep asks about a step.
func NewStep(l Look, taken Taken) *Step {
	s := &Step{look: l, taken: taken}
	if len(taken.Ready) == 0 {
		return s
	}
	t := l.Text.Evaluation.Step
	switch taken.To {
	case model.Rated:
		s.form = form.New(s.formLook(), form.Field{
			ID: fieldDocument, Label: t.Reason, Hint: t.ReasonHint, Kind: form.Text, Need: true, Max: 200,
		})
	case model.Received, model.Accepted:
		s.form = form.New(s.formLook(),
			form.Field{ID: fieldDocument, Label: t.Document, Hint: t.DocumentHint, Kind: form.Text, Value: t.OnPaper, Need: true, Max: 200},
			form.Field{ID: fieldDate, Label: t.Date, Kind: form.Date, Value: l.Text.Date(taken.Today), Need: true, Until: taken.Today, Check: s.checkDate})
	}
	return s
}

func (s *Step) formLook() form.Look {
	return form.Look{Keys: s.look.Keys, Styles: s.look.Styles, Text: s.look.Text}
}

// checkDate refuses a day before the step that this one follows.
func (s *Step) checkDate(value string) string {
	if on, err := written.Date(value); err == nil && on < s.taken.Since {
		return s.look.Text.Why(&model.EarlierError{Last: s.taken.Since})
	}
	return ""
}

// To is where the step leads.
func (s *Step) To() model.EvaluationState { return s.taken.To }

// Plans are those of the people who can take the step.
func (s *Step) Plans() []model.PlanID { return s.taken.Plans }

// Nobody reports that the step can be taken by none of those who were meant.
func (s *Step) Nobody() bool { return len(s.taken.Ready) == 0 }

// Typing reports that printable characters are text.
func (s *Step) Typing() bool { return s.form != nil && s.form.Typing() }

// Dirty reports whether something was typed.
func (s *Step) Dirty() bool { return s.form != nil && s.form.Dirty() }

// Word is the word that goes with the step.
func (s *Step) Word() model.Word {
	if s.form == nil {
		return model.Word{}
	}
	on, err := s.form.Date(fieldDate)
	if err != nil {
		on = 0
	}
	return model.Word{Document: s.form.Value(fieldDocument), On: on}
}

// Press takes a key.
func (s *Step) Press(k tea.KeyMsg) Answer {
	keys := s.look.Keys
	if s.form != nil {
		switch s.form.Press(k) {
		case form.Submit:
			return Yes
		case form.Escape:
			return No
		}
		return Open
	}
	switch {
	case key.Matches(k, keys.Yes) && len(s.taken.Ready) > 0:
		return Yes
	case key.Matches(k, keys.Esc):
		return No
	case key.Matches(k, keys.Up):
		s.top--
	case key.Matches(k, keys.Down):
		s.top++
	case key.Matches(k, keys.PageUp):
		s.top -= s.room
	case key.Matches(k, keys.PageDown):
		s.top += s.room
	}
	return Open
}

// Submit sends the form, as its last Enter does.
func (s *Step) Submit() Answer {
	if s.form != nil && s.form.Submit() {
		return Yes
	}
	return Open
}

// View draws the question in its room.
func (s *Step) View(width, height int) string {
	t, st := s.look.Text.Evaluation.Step, s.look.Styles
	var lines []string
	for _, l := range wrap(s.title(), width) {
		lines = append(lines, st.Title.Render(l))
	}
	if text := s.consequence(); text != "" {
		lines = append(lines, wrap(text, width)...)
	}
	lines = append(lines, "")
	if s.form != nil {
		lines = append(lines, strings.Split(s.form.View(width, max(1, min(height-len(lines)-2, 8))), "\n")...)
		lines = append(lines, "")
	} else if len(s.taken.Ready) > 0 {
		lines = append(lines, st.Question.Render(lang.Fill(t.YesOrEsc, "yes", s.look.Keys.Yes.Help().Key)), "")
	}
	rest := s.lists(width)
	s.room = max(1, height-len(lines)-1)
	s.top = max(0, min(s.top, len(rest)-s.room))
	end := min(len(rest), s.top+s.room)
	more := pane.More(s.look.Text, st.Glyphs, s.top, len(rest)-end)
	if rest = rest[s.top:end:end]; more != "" {
		rest = append(rest, st.Dim.Render(" "+more))
	}
	lines = append(lines, rest...)
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], max(0, width), st.Glyphs.Ellipsis)
	}
	return strings.Join(lines[:min(len(lines), max(1, height))], "\n")
}

// who names the person, or counts the people.
func (s *Step) who() string {
	if len(s.taken.Ready) == 1 {
		return lang.Inert(s.taken.Ready[0])
	}
	return s.look.Text.Plural(s.look.Text.Common.People, len(s.taken.Ready))
}

func (s *Step) title() string {
	t := s.look.Text.Evaluation.Step
	text := map[model.EvaluationState]string{
		model.Shared: t.Share, model.Rated: t.Withdraw, model.Received: t.Receive, model.Accepted: t.Accept, model.Final: t.Final,
	}[s.taken.To]
	if s.Nobody() {
		return t.Nobody
	}
	return lang.Fill(text, "who", s.who())
}

// consequence says what cannot be taken back afterwards, and whose word it is.
func (s *Step) consequence() string {
	t := s.look.Text.Evaluation.Step
	switch {
	case s.Nobody():
		return ""
	case s.taken.To == model.Shared:
		return t.ShareThen
	case s.taken.To == model.Final:
		return t.FinalThen
	case s.taken.To == model.Rated:
		return t.WithdrawThen
	}
	return t.Recorded
}

// lists are those who cannot, with the reason, those whose results changed or
// are too few, and of several who can, their names.
func (s *Step) lists(width int) []string {
	t, st := s.look.Text, s.look.Styles
	var lines []string
	if n := len(s.taken.Not); n > 0 {
		lines = append(lines, st.Header.Render(t.Plural(t.Evaluation.Step.Not, n)))
		for _, o := range s.taken.Not {
			lines = append(lines, wrap("  "+lang.Inert(o.Name)+": "+o.Why, width)...)
		}
	}
	for _, caution := range []struct {
		text  lang.Plural
		names []string
	}{{t.Evaluation.Step.Moved, s.taken.Moved}, {t.Evaluation.Step.Thin, s.taken.Thin}} {
		n := len(caution.names)
		if n == 0 {
			continue
		}
		for _, l := range wrap(t.Plural(caution.text, n), width) {
			lines = append(lines, st.Warning.Render(l))
		}
		for _, name := range caution.names {
			lines = append(lines, "  "+lang.Inert(name))
		}
	}
	if n := len(s.taken.Ready); n > 1 {
		names := make([]string, n)
		for i, name := range s.taken.Ready {
			names[i] = lang.Inert(name)
		}
		lines = append(lines, st.Header.Render(t.Plural(t.Evaluation.Step.Ready, n)))
		lines = append(lines, wrap("  "+strings.Join(names, "; "), width)...)
	}
	return lines
}
