// Package nav is what the router and the pages say to each other: places to
// go, things that can be done, and answers that find the page that asked.
//
// Calls go down and return values come up; a message is sent only for time,
// input and output, and for navigation. Pages import this package and never
// one another.
package nav

import (
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/gain"
	"kinerja/model/listing"
	"kinerja/model/rules"
	"kinerja/model/survey"
	"kinerja/model/terms"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Screen is one page of the program. The router owns it: it alone calls these.
type Screen interface {
	// Init returns the command that loads the page. It is called when the
	// page is opened, and again whenever the data has changed.
	Init() tea.Cmd

	// Update takes keys while the page is on top, and at any time the answers
	// to the commands it returned.
	Update(tea.Msg) tea.Cmd

	// Resize gives the page its room, in cells. Pages do not see
	// tea.WindowSizeMsg.
	Resize(width, height int)

	View() string

	// Title is what the page is about: "Staff", "Rina Hartati".
	Title() string

	// Actions says what can be done here and now, in the order of importance.
	// Keys, help and bottom line read this alone.
	Actions() []Action

	// Typing says that printable characters are text now, and not actions.
	Typing() bool
}

// Closer is a page with something unsaved: the router asks before it leaves.
type Closer interface {
	// Unsaved names what would be lost, in the reader's language; "" if
	// nothing would be.
	Unsaved() string
}

// Crumber is a page that knows more about its place: what stands at the right
// of the top line ("TW III 2026 · 4/38").
type Crumber interface{ Crumb() string }

// Kinder is a page about one thing, which its title names: the top line says its
// kind first ("Evaluation › Rina Hartati").
type Kinder interface{ Kind() string }

// Signer is a page with signs that the help explains.
type Signer interface{ Signs() []lang.Sign }

// SignsOf are those of a page; none where it has none to explain.
func SignsOf(s Screen) []lang.Sign {
	if p, ok := s.(Signer); ok {
		return p.Signs()
	}
	return nil
}

// Placer is a page that one comes back to where it was left: the period and the
// sheet, say. The router opens that place when the page is chosen from the list.
type Placer interface{ Place() Route }

// Abouter is a page that is about somebody else than its route says, as one goes on
// from person to person. What can be done there depends on whom (Env.Asked).
type Abouter interface{ About() Route }

// Paster is a page that takes blocks of values. Where a terminal hands a paste
// over as keys, the router collects them while the page says so.
type Paster interface{ Pastes() bool }

// Drafter is a page with a longer text that is not kept yet. The router keeps
// it as a draft when no key was pressed for a while, and hands it back (UX 2.4).
type Drafter interface {
	// Draft names the draft ("feedback/ID") and is what was typed so far. An
	// empty text is none: what was kept under the name is forgotten. A page has
	// one draft at a time: under another name, or none, the one before is
	// forgotten too.
	Draft() (name, text string)
	// Redraft brings back what was kept under the name that Draft has now.
	Redraft(text string)
}

// Shower is a page about one person that can be shown to that person: it then
// names nobody else, does not say how many others there are, and leads to none
// of them (UX 2.11). The router turns it on, and off again for the evaluator.
type Shower interface{ ShowAlone(on bool) }

// Action is one thing that can be done: its key, its name, and why not.
type Action struct {
	ID      string      // stable, as in settings: "undo"
	Name    string      // in the reader's language
	Binding key.Binding // from Env.Keys
	Why     string      // why it cannot be done now, in the reader's language; "" when it can
	Main    bool        // shown in the bottom line
	By      string      // who does it by their own PIN, where that is not whoever works
	Run     func() tea.Cmd
}

// By names who sits at the keyboard for a moment, to do something by their own PIN;
// "" where it is whoever works.
func By(actions []Action) string {
	for _, a := range actions {
		if a.By != "" {
			return a.By
		}
	}
	return ""
}

// Press runs the first enabled action whose binding is k. done is false when
// no action has that key; why is set when the action exists and cannot be done.
func Press(actions []Action, k tea.KeyMsg) (cmd tea.Cmd, done bool, why string) {
	for _, a := range actions {
		if !key.Matches(k, a.Binding) {
			continue
		}
		if a.Why != "" {
			return nil, true, a.Why
		}
		if a.Run == nil {
			return nil, false, ""
		}
		return a.Run(), true, ""
	}
	return nil, false, ""
}

// Once is the actions as they are listed: two with one name are one thing that
// has two keys, and stand where the first stands.
func Once(actions []Action) []Action {
	var list []Action
	at := map[string]int{}
	for _, a := range actions {
		i, listed := at[a.Name]
		if !listed {
			at[a.Name] = len(list)
			list = append(list, a)
			continue
		}
		b := list[i].Binding
		list[i].Binding = key.NewBinding(key.WithKeys(append(append([]string(nil), b.Keys()...), a.Binding.Keys()...)...), key.WithHelp(b.Help().Key, b.Help().Desc))
	}
	return list
}

// Filled is a form as its page names what can be done with it.
type Filled interface {
	Lines() bool   // Enter makes a new line where the cursor is
	Chooses() bool // the arrows to the sides change the answer there
	Whose() string // who types their PIN there, where that is not whoever works
	FilledNames
}

// FilledNames are what it calls its ways.
type FilledNames interface {
	NextName() string
	ChooseName() string
	CancelName() string
}

// Filling lists what can be done while a form is filled in: send it, go on, choose
// another answer, give it up. What the form does itself has no Run.
func Filling(f Filled, k *keys.Map, send Action) []Action {
	send.ID, send.Binding, send.Main, send.By = "saved", k.Saved, true, f.Whose()
	list := []Action{send}
	if !f.Lines() {
		list = append(list, Action{ID: "enter", Name: f.NextName(), Binding: k.Enter, Main: true})
	}
	if f.Chooses() {
		list = append(list, Action{ID: "right", Name: f.ChooseName(), Binding: k.Right, Main: true})
	}
	return append(list, Action{ID: "esc", Name: f.CancelName(), Binding: k.Esc, Main: true})
}

// Env is what every page gets. It is read, never changed.
type Env struct {
	Text   *lang.Texts
	Keys   *keys.Map
	Styles *theme.Styles
	Rules  rules.Book    // which rule set holds for whom; an evaluation names its own
	Survey survey.Weight // of each element of a survey, as set
	Gain   gain.Cuts     // where the bands of a gain begin, as set
	Terms  terms.Terms   // what is asked for after an evaluation, as set
	Me     model.Actor
	Now    func() time.Time
}

// RoleName is the name of the role in which whoever is at the keyboard works; ""
// for none.
func (e Env) RoleName() string {
	for _, role := range []model.Role{
		model.RoleEvaluator, model.RoleSuperior, model.RoleManager, model.RoleTeam,
		model.RoleCounsellor, model.RoleAuditor, model.RoleAdmin, model.RoleStaff,
	} {
		if e.Me.Roles.Has(role) {
			return e.Text.Role(role)
		}
	}
	return ""
}

// Today is the day it is for the people at the keyboard.
func (e Env) Today() model.Date {
	now := e.Now()
	return model.Date(now.Year()*10000 + int(now.Month())*100 + now.Day())
}

// What a page asks of the router. Only the router takes these.
type (
	// OpenMsg goes to a place.
	OpenMsg struct{ Route Route }
	// BackMsg goes back the way one came.
	BackMsg struct{}
	// FailMsg says that something a person wished did not happen.
	FailMsg struct{ Err error }
	// SaidMsg shows a sentence in the line above the keys.
	SaidMsg struct{ Text string }
	// ChangedMsg says that the data changed: every page loads itself again.
	ChangedMsg struct{}
	// CopyMsg puts a text on the clipboard, and says so.
	CopyMsg struct{ Text, Said string }
	// WriteMsg asks for the name of a file and writes the table on screen into
	// it. Read runs off the event loop: it must not touch the page.
	WriteMsg struct {
		Name string // proposed for the file, without its ending
		Read func() (listing.Table, error)
	}
	// PeriodMsg lets a person choose one of a list of periods, oldest first,
	// beginning with At. Choose is run on the event loop with another one.
	PeriodMsg struct {
		List   []model.Period
		At     model.Period
		Choose func(model.Period) tea.Cmd
	}
	// AskMsg puts a question over the page. Yes is run when it is answered
	// with y; any other key takes it away.
	AskMsg struct {
		Question string
		Yes      tea.Cmd
	}
)

// AddedMsg tells every page who is new: a list of people puts its cursor there;
// or of which period something is, and a page with several shows it.
type AddedMsg struct {
	Employee model.EmployeeID
	Period   model.Period
}

// NoWriting says why the table on screen cannot be written into a file: nothing
// is why there is none ("" where there is one), and not everybody may.
func (e Env) NoWriting(nothing string) string {
	if nothing == "" && !access.May(e.Me, model.VerbExport, model.RelNone) {
		return e.Text.Error(model.ErrNotAllowed)
	}
	return nothing
}

// Write asks for the name of a file and writes a table into it.
func Write(name string, read func() (listing.Table, error)) tea.Cmd {
	return func() tea.Msg { return WriteMsg{Name: name, Read: read} }
}

// Open returns the command that goes to a place.
func Open(r Route) tea.Cmd { return func() tea.Msg { return OpenMsg{Route: r} } }

// Back goes back the way one came.
func Back() tea.Msg { return BackMsg{} }

// Fail says that something a person wished did not happen.
func Fail(err error) tea.Cmd { return func() tea.Msg { return FailMsg{Err: err} } }

// Say shows a sentence in the line above the keys.
func Say(text string) tea.Cmd { return func() tea.Msg { return SaidMsg{Text: text} } }

// ChoosePeriod opens the choice of a period: the same on every page that has
// several.
func ChoosePeriod(list []model.Period, at model.Period, choose func(model.Period) tea.Cmd) tea.Cmd {
	return func() tea.Msg { return PeriodMsg{List: list, At: at, Choose: choose} }
}

// PeriodOf is the action that chooses another of the periods in use, with the reason
// where there is none to choose.
func (e Env) PeriodOf(list []model.Period, at model.Period, choose func(model.Period) tea.Cmd) Action {
	why := ""
	switch len(list) {
	case 0:
		why = e.Text.Home.NeedsPeriod
	case 1:
		why = e.Text.Home.OnePeriod
	}
	return Action{ID: "period", Name: e.Keys.Period.Help().Desc, Binding: e.Keys.Period, Why: why, Main: true, Run: func() tea.Cmd { return ChoosePeriod(list, at, choose) }}
}

// Ask puts a yes-or-no question over the page.
func Ask(question string, yes tea.Cmd) tea.Cmd {
	return func() tea.Msg { return AskMsg{Question: question, Yes: yes} }
}
