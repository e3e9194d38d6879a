// Package formpage is a page that is one form: it reads what can be chosen, shows
// the fields, keeps what was typed until it is saved or given up, over a power
// cut too (nav.Drafter), and says what was refused beside its field. What the
// form is for is its Task.
package formpage

import (
	"cmp"
	"encoding/json"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

// Task is what a form is for. One reading of what it needs brings a T.
type Task[T any] interface {
	Title() string
	// Kind names the page that the record in hand is of.
	Kind() string
	// Fields are those of the form, filled in from what was read.
	Fields(p *Page[T]) []form.Field
	// Changed follows the field id that was just changed.
	Changed(p *Page[T], id string)
	// Save takes what the form says and returns what keeps it, to be run off the
	// loop.
	Save(p *Page[T]) func() (Kept, error)
}

// Foot is a Task that says something below its fields: lines of at most the
// page's width.
type Foot[T any] interface {
	Below(p *Page[T], width int) []string
}

// Paster is a Task that takes a pasted block as a whole; false leaves it to the
// field that has the cursor.
type Paster[T any] interface {
	Paste(p *Page[T], text string) bool
	// PasteName is what the menu calls it.
	PasteName() string
}

// Actor is a Task with actions of its own, once there is a form.
type Actor[T any] interface {
	Actions(p *Page[T]) []nav.Action
}

// Kept says what was kept.
type Kept struct {
	Name string  // of the record
	Said string  // a sentence of its own about it; "": the usual one with Name
	Then tea.Cmd // what follows; nil: nothing
}

// Refusal is what was refused, said beside its field in words of its own.
type Refusal struct {
	Field, Why string
	Err        error // of a PIN: how long nobody tries again
}

// Refuse is what was wrong with a PIN, beside its field.
func Refuse(t *lang.Texts, field string, err error) Refusal { return Refusal{field, t.Error(err), err} }

func (r Refusal) Error() string { return r.Field + ": " + r.Why }

// Setup says where a form reads from, and what its parts are called.
type Setup[T any] struct {
	Name  []string          // tells the draft from those of other forms
	Read  func() (T, error) // what can be chosen, and what is there; off the loop
	Field string            // that has the cursor at first; "": the first of the form
	Alias map[string]string // fields of the form by what errors of model call them
}

// Page is one form.
type Page[T any] struct {
	Env   nav.Env
	task  Task[T]
	setup Setup[T]

	data   nav.Load[T]
	saving nav.Load[Kept]
	form   *form.Form
	draft  string // came back before the form was there
	done   bool   // it was kept, or given up

	width, height int
}

// New makes the page of a form.
func New[T any](env nav.Env, t Task[T], s Setup[T]) *Page[T] {
	return &Page[T]{Env: env, task: t, setup: s}
}

// Data is what was read last.
func (p *Page[T]) Data() T { return p.data.Data }

// Form is the form itself; nil before anything was read.
func (p *Page[T]) Form() *form.Form { return p.form }

// Init reads what can be chosen, and what is there.
func (p *Page[T]) Init() tea.Cmd { return p.data.Start(p.setup.Read) }

// Update takes answers, and the keys of the form.
func (p *Page[T]) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.fill()
		return nil
	case p.saving.Take(msg):
		return p.saved()
	case msg == tea.Msg(dropMsg[T]{p}):
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
	case k.Paste && p.pasted(string(k.Runes)):
		return nil
	}
	on := p.form.Focused()
	switch p.form.Press(k) {
	case form.Submit:
		return p.save()
	case form.Escape:
		return p.giveUp()
	case form.Changed:
		p.task.Changed(p, on)
	}
	return nil
}

func (p *Page[T]) pasted(text string) bool {
	t, ok := p.task.(Paster[T])
	return ok && t.Paste(p, text)
}

// dropMsg: a person gave up what was typed.
type dropMsg[T any] struct{ page *Page[T] }

// giveUp goes back; where something would be lost, after a question. What was
// given up does not come back as a draft.
func (p *Page[T]) giveUp() tea.Cmd {
	what := p.Unsaved()
	if what == "" {
		return nav.Back
	}
	return nav.Ask(lang.Fill(p.Env.Text.Frame.LeaveUnsaved, "what", what), func() tea.Msg { return dropMsg[T]{p} })
}

// fill makes the form of what was read; one that is there gets the new choices,
// and what was typed stays.
func (p *Page[T]) fill() {
	if p.data.Err != nil {
		return
	}
	fields := p.task.Fields(p)
	if p.form == nil {
		p.form = form.New(form.Look{Keys: p.Env.Keys, Styles: p.Env.Styles, Text: p.Env.Text}, fields...)
		if p.setup.Field != "" {
			p.form.Focus(p.setup.Field)
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

func (p *Page[T]) submit() tea.Cmd {
	if p.form != nil && !p.saving.Busy && p.form.Submit() {
		return p.save()
	}
	return nil
}

func (p *Page[T]) save() tea.Cmd { return p.saving.Start(p.task.Save(p)) }

// saved says what was kept and goes back; what was refused is said beside its
// field.
func (p *Page[T]) saved() tea.Cmd {
	if p.saving.Err != nil {
		return p.refused(p.saving.Err)
	}
	p.done = true
	k := p.saving.Data
	said := cmp.Or(k.Said, lang.Fill(p.Env.Text.Edit.Saved, "name", lang.Inert(k.Name)))
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Back, nav.Say(said), k.Then)
}

func (p *Page[T]) refused(err error) tea.Cmd {
	var said Refusal
	if errors.As(err, &said) && p.form.Has(said.Field) {
		word.Fail(p.Env.Text, p.Env.Now, p.form, said.Field, said.Why, said.Err)
		return nil
	}
	var field *model.FieldError
	if errors.As(err, &field) {
		if id := cmp.Or(p.setup.Alias[field.Field], field.Field); p.form.Has(id) {
			p.form.Fail(id, p.Env.Text.Why(field.Err))
			return nil
		}
	}
	return nav.Fail(err)
}

// View draws the form in its room, and below it what its task says.
func (p *Page[T]) View() string {
	switch {
	case p.data.Err != nil && p.form == nil:
		return ansi.Wordwrap(p.Env.Text.Error(p.data.Err), max(1, p.width), "")
	case p.form == nil:
		return p.Env.Text.Edit.Reading
	}
	var below []string
	if t, ok := p.task.(Foot[T]); ok {
		below = t.Below(p, max(1, p.width))
	}
	if len(below) == 0 {
		return p.form.View(p.width, p.height)
	}
	body := strings.Split(p.form.View(p.width, max(1, p.height-len(below))), "\n")
	return strings.Join(append(body, below...), "\n")
}

// Actions says how the form is sent and given up.
func (p *Page[T]) Actions() []nav.Action {
	if p.form == nil {
		return nil
	}
	list := nav.Filling(p.form, p.Env.Keys, nav.Action{Name: p.form.SaveName(), Run: p.submit})
	if t, ok := p.task.(Paster[T]); ok {
		list = append(list, nav.Action{ID: "paste", Name: t.PasteName(), Binding: p.Env.Keys.Paste, Main: true})
	}
	if t, ok := p.task.(Actor[T]); ok {
		list = append(list, t.Actions(p)...)
	}
	return list
}

// Drop gives the form up without a question: what it was about is gone.
func (p *Page[T]) Drop() tea.Msg { return dropMsg[T]{p} }

// Resize gives the page its room.
func (p *Page[T]) Resize(width, height int) { p.width, p.height = width, height }

// Height is how many lines the page has.
func (p *Page[T]) Height() int { return p.height }

// Title is the page's crumb.
func (p *Page[T]) Title() string {
	title := p.task.Title()
	first, n := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(first)) + title[n:]
}

// Kind is the page that the record is of.
func (p *Page[T]) Kind() string { return p.task.Kind() }

// Typing says that letters go into the form.
func (p *Page[T]) Typing() bool { return p.form != nil && p.form.Typing() }

// Pastes says that a whole block can be put down here.
func (p *Page[T]) Pastes() bool {
	_, ok := p.task.(Paster[T])
	return ok && p.form != nil && !p.saving.Busy
}

// Draft is what was typed and is not kept yet.
func (p *Page[T]) Draft() (name, text string) {
	name = strings.Join(p.setup.Name, "/")
	switch {
	case p.done:
		return name, ""
	case p.form == nil:
		return name, p.draft
	}
	typed := p.form.Typed()
	if typed == nil {
		return name, ""
	}
	raw, err := json.Marshal(typed)
	if err != nil {
		return name, "" // strings alone always become JSON
	}
	return name, string(raw)
}

// Redraft puts back what was typed before.
func (p *Page[T]) Redraft(text string) {
	p.draft = text
	p.retype()
}

// retype brings a draft into the form, once there is one.
func (p *Page[T]) retype() {
	if p.form == nil || p.draft == "" {
		return
	}
	var typed map[string]string
	if json.Unmarshal([]byte(p.draft), &typed) == nil {
		p.form.Retype(typed, func(id string) { p.task.Changed(p, id) })
	}
	p.draft = ""
}

// Unsaved names what was typed.
func (p *Page[T]) Unsaved() string {
	if p.form == nil || p.done {
		return ""
	}
	return p.form.Unsaved()
}
