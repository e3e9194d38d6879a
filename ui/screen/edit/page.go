// Package edit holds the forms by which people, posts, units, opening balances
// and surveys are added and corrected, and a unit's result is decided. What is
// typed stays until it is saved or given up, over a power cut too (nav.Drafter); a
// change made elsewhere meanwhile only brings new choices.
package edit

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/model/survey"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// Reader is what every form reads.
type Reader interface {
	Units() (model.Units, error)
	// Everyone lists all people, those who left too.
	Everyone() ([]model.StaffRow, error)
	Profile(id model.EmployeeID) (model.Profile, error)
}

// loaded is what one reading brings.
type loaded struct {
	units   model.Units
	people  []model.StaffRow
	who     model.Profile  // of the person in hand
	account credit.Account // of the form of an opening balance
	survey  survey.Survey  // of the form that corrects one
}

// task is what one form is for.
type task interface {
	title() string
	// fields are those of the form, filled in from what was read.
	fields(p *Page) []form.Field
	// changed follows a field that was just changed.
	changed(p *Page, id string)
	// save returns what keeps the form, to be run off the loop.
	save(p *Page) func() (kept, error)
}

// kept names what was kept.
type kept struct {
	name   string
	said   string           // a sentence of its own about what was kept
	who    model.EmployeeID // somebody new
	plan   planned          // what they could be measured by
	period model.Period     // of a survey
}

// refusal is what was refused, said beside its field in words of its own.
type refusal struct{ field, why string }

func (r refusal) Error() string { return r.field + ": " + r.why }

// Page is one form.
type Page struct {
	env  nav.Env
	desk Reader
	who  model.EmployeeID // "": nobody in particular
	task task
	also func(*loaded) error // reads what only this form needs; nil: nothing
	name string              // of the draft

	data   nav.Load[loaded]
	saving nav.Load[kept]
	form   *form.Form
	field  string // that has the cursor at first; "": the first of the form
	draft  string // came back before the form was there
	done   bool   // it was kept, or given up

	width, height int
}

// newPage makes the page of a form; name tells its draft from those of others.
func newPage(env nav.Env, desk Reader, who model.EmployeeID, t task, name ...string) *Page {
	return &Page{env: env, desk: desk, who: who, task: t, name: "edit/" + strings.Join(name, "/")}
}

// Init reads what can be chosen, and what is there.
func (p *Page) Init() tea.Cmd {
	desk, who, also := p.desk, p.who, p.also
	return p.data.Start(func() (l loaded, err error) {
		if l.units, err = desk.Units(); err != nil {
			return l, err
		}
		if l.people, err = desk.Everyone(); err != nil {
			return l, err
		}
		if who != "" {
			l.who, err = desk.Profile(who)
		}
		if err == nil && also != nil {
			err = also(&l)
		}
		return l, err
	})
}

// Update takes answers, and the keys of the form.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.fill()
		return nil
	case p.saving.Take(msg):
		return p.saved()
	case msg == tea.Msg(dropMsg{p}):
		p.done = true
		return nav.Back
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok || p.saving.Busy:
		return nil
	case p.form == nil:
		if k.Type == tea.KeyEsc {
			return nav.Back
		}
		return nil
	}
	on := p.form.Focused()
	switch p.form.Press(k) {
	case form.Submit:
		return p.save()
	case form.Escape:
		return p.giveUp()
	case form.Changed:
		p.task.changed(p, on)
	}
	return nil
}

// dropMsg: a person gave up what was typed.
type dropMsg struct{ page *Page }

// giveUp goes back; where something would be lost, after a question. What was
// given up does not come back as a draft.
func (p *Page) giveUp() tea.Cmd {
	what := p.Unsaved()
	if what == "" {
		return nav.Back
	}
	return nav.Ask(lang.Fill(p.env.Text.Frame.LeaveUnsaved, "what", what), func() tea.Msg { return dropMsg{p} })
}

// fill makes the form of what was read; one that is there gets the new choices,
// and what was typed stays.
func (p *Page) fill() {
	if p.data.Err != nil {
		return
	}
	fields := p.task.fields(p)
	if p.form == nil {
		p.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}, fields...)
		if p.field != "" {
			p.form.Focus(p.field)
		}
		p.retype()
		return
	}
	for _, f := range fields {
		if f.Kind == form.Pick {
			p.form.SetOptions(f.ID, f.Options)
		}
	}
}

func (p *Page) submit() tea.Cmd {
	if p.form != nil && !p.saving.Busy && p.form.Submit() {
		return p.save()
	}
	return nil
}

func (p *Page) save() tea.Cmd { return p.saving.Start(p.task.save(p)) }

// saved says what was kept and goes back; what was refused is said beside its
// field.
func (p *Page) saved() tea.Cmd {
	err := p.saving.Err
	if err == nil {
		p.done = true
		k := p.saving.Data
		said := cmp.Or(k.said, lang.Fill(p.env.Text.Edit.Saved, "name", lang.Inert(k.name)))
		var added tea.Cmd
		if k.who != "" || k.period != 0 {
			added = func() tea.Msg { return nav.AddedMsg{Employee: k.who, Period: k.period} }
		}
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Back, nav.Say(said), added, p.askPlan(k.plan))
	}
	var said refusal
	if errors.As(err, &said) && p.form.Has(said.field) {
		p.form.Fail(said.field, said.why)
		return nil
	}
	var field *model.FieldError
	if errors.As(err, &field) {
		if id := fieldOf(field.Field); p.form.Has(id) {
			p.form.Fail(id, p.env.Text.Why(field.Err))
			return nil
		}
	}
	return func() tea.Msg { return nav.FailMsg{Err: err} }
}

// fieldOf is the field of a form that an error names.
func fieldOf(name string) string {
	switch name {
	case "nama":
		return "name"
	case "nip":
		return "number"
	case "jabatan":
		return "position"
	case "nip_penilai":
		return "evaluator"
	case "mulai":
		return "from"
	case "selesai":
		return "to"
	case "induk":
		return "parent"
	case "kode":
		return "code"
	}
	return name
}

// today is the day it is here.
func (p *Page) today() model.Date {
	now := p.env.Now()
	d, _ := model.NewDate(now.Year(), int(now.Month()), now.Day())
	return d
}

// unitOptions lists the units by name.
func (p *Page) unitOptions() (list []form.Option) {
	for id, u := range p.data.Data.units {
		if !u.Void {
			list = append(list, form.Option{Value: string(id), Label: u.Name, Note: u.Code})
		}
	}
	byLabel(list)
	return list
}

// peopleOptions lists who works here, and whoever is chosen already.
func (p *Page) peopleOptions(chosen model.EmployeeID) (list []form.Option) {
	for _, r := range p.data.Data.people {
		if !r.Void || r.Employee == chosen {
			list = append(list, form.Option{Value: string(r.Employee), Label: r.Name, Note: string(r.Number)})
		}
	}
	byLabel(list)
	return list
}

func byLabel(list []form.Option) {
	slices.SortFunc(list, func(a, b form.Option) int { return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
}

// View draws the form in its room.
func (p *Page) View() string {
	switch {
	case p.data.Err != nil && p.form == nil:
		return ansi.Wordwrap(p.env.Text.Error(p.data.Err), max(1, p.width), "")
	case p.form == nil:
		return p.env.Text.Edit.Reading
	}
	return p.form.View(p.width, p.height)
}

// Actions says how the form is sent and given up.
func (p *Page) Actions() []nav.Action {
	if p.form == nil {
		return nil
	}
	return nav.Filling(p.form, p.env.Keys, nav.Action{Name: p.form.SaveName(), Run: p.submit})
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string {
	first, n := utf8.DecodeRuneInString(p.task.title())
	return string(unicode.ToUpper(first)) + p.task.title()[n:]
}

// Kind is the page that the record is of.
func (p *Page) Kind() string {
	switch p.task.(type) {
	case *unit:
		return p.env.Text.Edit.Units
	case *unitResult:
		return p.env.Text.Workplace.Title
	case *base:
		return p.env.Text.Credit.Title
	case *poll:
		return p.env.Text.Survey.Title
	}
	return p.env.Text.Staff.Title
}

// Typing says that letters go into the form.
func (p *Page) Typing() bool { return p.form != nil && p.form.Typing() }

// Draft is what was typed and is not kept yet.
func (p *Page) Draft() (name, text string) {
	switch {
	case p.done:
		return p.name, ""
	case p.form == nil:
		return p.name, p.draft
	}
	typed := p.form.Typed()
	if typed == nil {
		return p.name, ""
	}
	raw, err := json.Marshal(typed)
	if err != nil {
		return p.name, "" // strings alone always become JSON
	}
	return p.name, string(raw)
}

// Redraft puts back what was typed before.
func (p *Page) Redraft(text string) {
	p.draft = text
	p.retype()
}

// retype brings a draft into the form, once there is one.
func (p *Page) retype() {
	if p.form == nil || p.draft == "" {
		return
	}
	var typed map[string]string
	if json.Unmarshal([]byte(p.draft), &typed) == nil {
		p.form.Retype(typed, func(id string) { p.task.changed(p, id) })
	}
	p.draft = ""
}

// Unsaved names what was typed.
func (p *Page) Unsaved() string {
	if p.form == nil || p.done {
		return ""
	}
	return p.form.Unsaved()
}
