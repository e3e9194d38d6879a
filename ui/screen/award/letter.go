package award

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/discipline"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// The fields of a reference to a letter, as its errors name them.
const (
	fieldNumber, fieldLetterOn, fieldFrom, fieldTo, fieldLevel = "letter", "date", "from", "to", "level"
)

// LetterDesk is what the form of a letter reads and does.
type LetterDesk interface {
	LetterReader
	People() ([]model.StaffRow, error)
	Refer(l discipline.Letter) (discipline.Letter, error)
	RemoveLetter(who model.EmployeeID, id discipline.ID, reason string) error
}

// lettered is what that form needs.
type lettered struct {
	row   discipline.Row // of one that is removed
	staff []model.StaffRow
}

// LetterForm is the form of a reference to a letter.
type LetterForm = formpage.Page[lettered]

type letter struct {
	env   nav.Env
	desk  LetterDesk
	route nav.EditLetter
}

// NewLetter makes the form.
func NewLetter(env nav.Env, desk LetterDesk, route nav.EditLetter) *LetterForm {
	x := &letter{env, desk, route}
	return formpage.New(env, x, formpage.Setup[lettered]{Name: []string{"letter", string(route.ID)}, Read: x.read})
}

func (x *letter) read() (l lettered, err error) {
	if x.route.ID == "" {
		l.staff, err = x.desk.People()
		return l, err
	}
	list, err := x.desk.Letters()
	i := slices.IndexFunc(list, func(r discipline.Row) bool { return r.Employee == x.route.Employee && r.ID == x.route.ID })
	if err == nil && i < 0 {
		err = model.ErrNotFound
	}
	if err == nil {
		l.row = list[i]
	}
	return l, err
}

// Title is the page's crumb.
func (x *letter) Title() string { return x.env.Text.Award.Page.ReferTitle }

// Kind is the page that the reference is of.
func (x *letter) Kind() string { return x.env.Text.Award.Page.Letters }

// Fields are those of the form.
func (x *letter) Fields(p *LetterForm) []form.Field {
	t, w, today := x.env.Text, x.env.Text.Award.Page.Form, x.env.Today()
	if x.route.ID != "" {
		r := p.Data().row
		return []form.Field{
			{Kind: form.Head, Label: lang.Inert(r.Staff.Name) + " · " + lang.Inert(r.Number)},
			{ID: fieldReason, Label: w.Because, Kind: form.Long, Need: true, Max: 400},
		}
	}
	var people, levels []form.Option
	for _, s := range p.Data().staff {
		people = append(people, form.Option{Value: string(s.Employee), Label: lang.Inert(s.Name), Note: lang.Inert(s.Position)})
	}
	for _, level := range discipline.Words() {
		levels = append(levels, form.Option{Value: level, Label: t.Award.Letter.Levels[level]})
	}
	return []form.Field{
		{ID: fieldWho, Label: w.Person, Hint: w.PersonHint, Kind: form.Pick, Need: true, Options: people, Value: string(x.route.Employee)},
		{ID: fieldNumber, Label: w.Number, Need: true, Max: 120},
		{ID: fieldLetterOn, Label: w.LetterOn, Kind: form.Date, Need: true, Until: today},
		{ID: fieldLevel, Label: w.Level, Kind: form.Choice, Value: levels[0].Value, Options: levels},
		{ID: fieldFrom, Label: w.From, Kind: form.Date, Need: true},
		{ID: fieldTo, Label: w.To, Hint: w.ToHint, Kind: form.Date},
	}
}

// Changed follows nothing.
func (x *letter) Changed(*LetterForm, string) {}

// Below says what is kept of it.
func (x *letter) Below(_ *LetterForm, width int) []string {
	t, lines := x.env.Text, []string{""}
	text := t.Award.Letter.Reference
	if x.route.ID != "" {
		text = t.Award.Page.RemoveText
	}
	for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, width-1), ""), "\n") {
		lines = append(lines, x.env.Styles.Dim.Render(" "+line))
	}
	return lines
}

// Save keeps the reference, or takes it off the list.
func (x *letter) Save(p *LetterForm) func() (formpage.Kept, error) {
	f, d, desk, t := p.Form(), p.Data(), x.desk, x.env.Text
	if x.route.ID != "" {
		why := f.Value(fieldReason)
		kept := formpage.Kept{Said: lang.Fill(t.Award.Letter.Removed, "name", lang.Inert(d.row.Staff.Name), "number", lang.Inert(d.row.Number))}
		return func() (formpage.Kept, error) { return kept, desk.RemoveLetter(d.row.Employee, d.row.ID, why) }
	}
	l := discipline.Letter{Employee: model.EmployeeID(f.Value(fieldWho)), Number: strings.TrimSpace(f.Value(fieldNumber))}
	l.Level, _ = discipline.ParseLevel(f.Value(fieldLevel))
	l.On, _ = f.Date(fieldLetterOn) // what is no day was refused beside its field
	l.From, _ = f.Date(fieldFrom)
	l.To, _ = f.Date(fieldTo)
	name := ""
	for _, s := range d.staff {
		if s.Employee == l.Employee {
			name = s.Name
		}
	}
	kept := formpage.Kept{Said: lang.Fill(t.Award.Letter.Added, "name", lang.Inert(name), "number", lang.Inert(l.Number))}
	return func() (formpage.Kept, error) { _, err := desk.Refer(l); return kept, err }
}
