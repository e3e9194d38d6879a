// Package voicing asks, once while a page is open, how the judgement of another
// evaluator comes into the file: typed from a paper, or by that evaluator, who
// types their own PIN. Then it keeps that, says so in a line, and gives the desk by
// which each person is judged. Who evaluates everybody on the page notices nothing.
package voicing

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/voice"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

// Opener is the desk of whoever works, from which others are opened.
type Opener[D any] interface {
	// Signs reports whether somebody can say a thing by their own PIN.
	Signs(employee model.EmployeeID) (voice.PIN, error)
	// Voiced is the desk on which a word is said as said says it.
	Voiced(said voice.Said) (D, error)
}

// Voicing is the question, and what was answered while the page is open. Env and
// From are needed.
type Voicing[D Mover] struct {
	Env  nav.Env
	From Opener[D]

	kept   map[model.EmployeeID]kept[D] // by evaluator
	asked  word.Asked
	then   func() tea.Cmd
	next   model.EvaluationState // the step before which First asks; none: somebody is rated
	to     model.EvaluationState // before which it asked
	said   voice.Said            // that was sent, without the PIN
	own    bool                  // it was the PIN
	hears  func(word.Asked) tea.Cmd
	form   *form.Form
	pin    nav.Load[voice.PIN]
	opened nav.Load[D]
}

// kept is a desk, and how it is known whose word is said there.
type kept[D any] struct {
	desk D
	said voice.Said // without the PIN
	own  bool
}

// For is the evaluator for whom somebody is judged here; "" where it is an own
// judgement.
func (v *Voicing[D]) For(r *board.Person) model.EmployeeID {
	if whose, recorded := voice.Judge(v.Env.Me, r.Post.Evaluator, r.Staff.Employee); recorded && !r.Own {
		return whose
	}
	return ""
}

// Asks reports that it is not known yet how the judgement of somebody's evaluator
// comes here.
func (v *Voicing[D]) Asks(r *board.Person) bool {
	whose := v.For(r)
	_, known := v.kept[whose]
	return whose != "" && !known
}

// Why says why somebody is not judged here yet; "" where they are. key is what asks.
func (v *Voicing[D]) Why(r *board.Person, names map[model.EmployeeID]string, key string) string {
	if !v.Asks(r) {
		return ""
	}
	return lang.Fill(v.Env.Text.Voice.Foreign, "name", lang.Inert(names[v.For(r)]), "key", key)
}

// Desk is where somebody is judged; own is that of whoever works.
func (v *Voicing[D]) Desk(own D, r *board.Person) D {
	if k, ok := v.kept[v.For(r)]; ok {
		return k.desk
	}
	return own
}

// Line says for whom somebody is judged, and how that is known; "" where it is an
// own judgement or not known yet.
func (v *Voicing[D]) Line(r *board.Person, names map[model.EmployeeID]string) string {
	t, whose := v.Env.Text, v.For(r)
	k, ok := v.kept[whose]
	name := lang.Inert(names[whose])
	switch {
	case !ok:
		return ""
	case k.own:
		return lang.Fill(t.Voice.ForSigned, "name", name)
	}
	return lang.Fill(t.Voice.ForPaper, "name", name, "by", t.By(k.said.Document), "on", t.Date(k.said.On))
}

// Before names the step before which First asks next: it says what is being done.
func (v *Voicing[D]) Before(to model.EvaluationState) { v.next = to }

// First asks for the first of some people of whom it is not known, and then goes
// on; false where nothing is to be asked.
func (v *Voicing[D]) First(people []*board.Person, names map[model.EmployeeID]string, then func() tea.Cmd) (tea.Cmd, bool) {
	v.to, v.next = v.next, model.EvaluationDraft
	for _, r := range people {
		if !v.Asks(r) {
			continue
		}
		whose := v.For(r)
		return v.Hear(whose, names[whose], func(asked word.Asked) tea.Cmd {
			v.asked, v.then = asked, then
			look := form.Look{Keys: v.Env.Keys, Styles: v.Env.Styles, Text: v.Env.Text}
			v.form = form.New(look, asked.Fields(v.Env.Text, word.Paper(v.Env.Text, v.Env.Today())...)...)
			return nil
		}), true
	}
	return nil, false
}

// Hear finds out how the word of somebody can be known here, and goes on with that.
func (v *Voicing[D]) Hear(whose model.EmployeeID, name string, then func(word.Asked) tea.Cmd) tea.Cmd {
	v.asked, v.hears = word.Asked{Whose: whose, Name: name}, then
	from := v.From
	return v.pin.Start(func() (voice.PIN, error) { return from.Signs(whose) })
}

// Open reports that the question is on screen.
func (v *Voicing[D]) Open() bool { return v.form != nil }

// Typing reports that letters are text.
func (v *Voicing[D]) Typing() bool { return v.form != nil && v.form.Typing() }

// Dirty reports whether something was typed.
func (v *Voicing[D]) Dirty() bool { return v.form != nil && v.form.Dirty() }

// Update takes answers, and the keys of the question; false for what is not its own.
func (v *Voicing[D]) Update(msg tea.Msg) (tea.Cmd, bool) {
	switch {
	case v.pin.Take(msg):
		if v.pin.Err != nil {
			return nav.Fail(v.pin.Err), true
		}
		asked := v.asked
		asked.PIN = v.pin.Data
		return v.hears(asked), true
	case v.opened.Take(msg):
		return v.answered(), true
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok || v.form == nil {
		return nil, false
	}
	switch v.form.Press(k) {
	case form.Submit:
		return v.send(), true
	case form.Escape:
		v.form = nil
	}
	return nil, true
}

// send opens the desk, off the loop: a PIN takes its time.
func (v *Voicing[D]) send() tea.Cmd {
	if v.opened.Busy {
		return nil
	}
	said, from := v.asked.Said(v.form), v.From
	v.said, v.own = voice.Said{Document: said.Document, On: said.On}, said.Signs()
	return v.opened.Start(func() (D, error) { return from.Voiced(said) })
}

// answered keeps the desk and goes on; a PIN that was wrong is gone, and it is said
// beside its field.
func (v *Voicing[D]) answered() tea.Cmd {
	if v.form == nil {
		return nil
	}
	switch err := v.opened.Err; {
	case err != nil && word.Refused(v.Env.Text, v.Env.Now, v.form, err):
		return nil
	case err != nil:
		return nav.Fail(err)
	}
	if v.kept == nil {
		v.kept = map[model.EmployeeID]kept[D]{}
	}
	v.kept[v.asked.Whose] = kept[D]{desk: v.opened.Data, said: v.said, own: v.own}
	v.form = nil
	return v.then()
}

// View draws the question in its room.
func (v *Voicing[D]) View(width, height int) string {
	t, name := v.Env.Text.Voice, lang.Inert(v.asked.Name)
	lines := strings.Split(v.Env.Styles.Title.Render(ansi.Wrap(lang.Fill(t.ForTitle, "act", t.Acts[v.act()], "name", name), max(1, width), "")), "\n")
	lines = append(lines, strings.Split(ansi.Wrap(lang.Fill(t.ForThen, "name", name), max(1, width), ""), "\n")...)
	lines = append(lines, "")
	lines = append(lines, strings.Split(v.form.View(width, max(1, height-len(lines))), "\n")...)
	return strings.Join(lines[:min(len(lines), max(1, height))], "\n")
}

// act is what is being done, as the words have it.
func (v *Voicing[D]) act() string {
	switch v.to {
	case model.Shared:
		return "share"
	case model.Rated:
		return "withdraw"
	case model.Final:
		return "final"
	}
	return "rate"
}

// Actions are what can be done while it is asked.
func (v *Voicing[D]) Actions() []nav.Action {
	return nav.Filling(v.form, v.Env.Keys, nav.Action{Name: lang.Fill(v.Env.Text.Voice.Go, "act", v.Env.Text.Voice.Acts[v.act()]), Run: func() tea.Cmd {
		if v.form.Submit() {
			return v.send()
		}
		return nil
	}})
}
