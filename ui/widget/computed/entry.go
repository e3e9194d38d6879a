package computed

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/ui/lang"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/rating"
)

// Entry takes what a person says under a formula: the number for behaviour, or
// the new idea. The zero Entry is shut; it needs its Look.
type Entry struct {
	Look rating.Look
	List bool // Enter goes down a list

	open bool
	idea bool // the idea is typed, else the number
	who  rating.Subject
	line grid.Line
	was  string // to begin with
}

// Open reports that something is typed.
func (e *Entry) Open() bool { return e.open }

// Starts reports a key by which a number begins: a digit.
func Starts(k tea.KeyMsg) bool {
	return k.Type == tea.KeyRunes && !k.Alt && len(k.Runes) > 0 && k.Runes[0] >= '0' && k.Runes[0] <= '9'
}

// Number opens the number for behaviour, with the one that was given.
func (e *Entry) Number(who rating.Subject) {
	text := ""
	if n, ok := who.Evaluation.BehaviourValue.Get(); ok {
		text = e.Look.Text.Typed(n)
	}
	e.begin(who, text)
}

// Begin opens the number with the key that a person typed, in place of what was
// given.
func (e *Entry) Begin(who rating.Subject, k tea.KeyMsg) {
	e.Number(who)
	e.line = grid.NewLine("")
	e.Edit(k)
}

// Idea opens the new idea.
func (e *Entry) Idea(who rating.Subject) {
	e.begin(who, who.Evaluation.Idea)
	e.idea = true
}

func (e *Entry) begin(who rating.Subject, text string) {
	e.open, e.idea, e.who, e.was, e.line = true, false, who, text, grid.NewLine(text)
}

// Shut gives up what was typed.
func (e *Entry) Shut() { e.open = false }

// Edit gives a key to the line.
func (e *Entry) Edit(k tea.KeyMsg) {
	if k.Paste {
		k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(strings.TrimSpace(string(k.Runes)))}
	}
	e.line.Edit(k)
}

// Dirty reports that something was typed that is not kept.
func (e *Entry) Dirty() bool { return e.open && e.line.Text() != e.was }

// Save is what goes into the file, and shuts the entry; why is what is wrong
// with it, and it stays open. Nothing typed where nothing was is nothing to keep.
func (e *Entry) Save() (m rating.Mark, keep bool, why error) {
	ev, text := e.who.Evaluation, strings.TrimSpace(e.line.Text())
	said := grade.Said{Behaviour: ev.BehaviourValue, Idea: ev.Idea}
	if e.idea {
		said.Idea = text
		if !said.Behaviour.Present() {
			return m, false, &model.FieldError{Field: "perilaku", Err: model.ErrMissing}
		}
	} else if text == "" {
		if e.was != "" { // a number that was given can be replaced, and undone with u
			return m, false, &model.FieldError{Field: "perilaku", Err: model.ErrMissing}
		}
		e.open = false
		return m, false, nil
	} else {
		n, err := model.ParseNumber(text, e.Look.Text.Decimal())
		if err != nil {
			return m, false, &model.FieldError{Field: "perilaku", Value: text, Err: err}
		}
		said.Behaviour = model.Some(n)
		if said.Check(e.who.Rules) != nil {
			return m, false, rangeError{e.who.Rules.Formula.MostBehaviour}
		}
	}
	e.open = false
	m = rating.Mark{Plan: ev.Plan, Period: ev.Period, Of: rating.Number, Name: e.who.Name, Rules: e.who.Rules, Said: said}
	return m, said != grade.Said{Behaviour: ev.BehaviourValue, Idea: ev.Idea} || !ev.Computed.Present(), nil
}

// rangeError: a number for behaviour outside its scale.
type rangeError struct{ most model.Number }

// Error is what a log says.
func (r rangeError) Error() string { return "behaviour above " + r.most.String() }

// Refusal is what is wrong with what was typed, in the reader's language.
func Refusal(t *lang.Texts, err error) string {
	if r, ok := err.(rangeError); ok {
		return lang.Fill(t.Rules.Screen.Outside, "most", t.Number(r.most))
	}
	return t.Error(err)
}

// View is the line that is typed, and what it takes; nothing while it is shut.
func (e *Entry) View(width int) []string {
	if !e.open {
		return nil
	}
	t, s := e.Look.Text, e.Look.Styles
	w := t.Rules.Screen
	ask, how := lang.Fill(w.Ask, "most", t.Number(e.who.Rules.Formula.MostBehaviour)), w.AskHow
	if e.List {
		how = w.AskDown
	}
	if e.idea {
		ask, how = w.AskIdea, w.IdeaHow
	}
	how = lang.Inert(e.who.Name) + " · " + how
	return []string{e.line.Prompt(s, width, ask), s.Dim.Render(ansi.Truncate(how, max(0, width), s.Glyphs.Ellipsis))}
}

// Cell is the number as it is typed, in its cell; false where it is not.
func (e *Entry) Cell(plan model.PlanID, width int) (string, bool) {
	if !e.open || e.idea || e.who.Evaluation.Plan != plan {
		return "", false
	}
	text := e.line.Text()
	if over := ansi.StringWidth(text) + 2 - width; over > 0 { // what is typed last is seen
		text = ansi.TruncateLeft(text, over, "")
	}
	return "[" + text + "]", true
}
