package leave

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// The fields of the form, as leave's errors name them.
const (
	fieldKind, fieldFrom, fieldTo = "jenis_cuti", "mulai", "selesai"
	fieldLetter, fieldReduces     = "document", "reduces"
	yes, no                       = "yes", "no"
)

// Form is the page by which a leave is recorded.
type Form = formpage.Page[model.Profile]

// entry is what the form is for.
type entry struct {
	env     nav.Env
	desk    Desk
	who     model.EmployeeID
	reduces bool // what the setting says
}

// NewForm makes the form; reduces is whether leave is taken off targets that add
// up unless it is said otherwise.
func NewForm(env nav.Env, desk Desk, route nav.AddLeave, reduces bool) *Form {
	x := &entry{env, desk, route.Employee, reduces}
	return formpage.New(env, x, formpage.Setup[model.Profile]{
		Name: []string{"leave", string(route.Employee)}, Read: func() (model.Profile, error) { return desk.Profile(route.Employee) },
	})
}

// Title is the page's crumb.
func (x *entry) Title() string { return x.env.Text.Tenure.Leave.Form.Title }

// Kind is the page that the person is of.
func (x *entry) Kind() string { return x.env.Text.Staff.Title }

// Fields are those of the form.
func (x *entry) Fields(p *Form) []form.Field {
	w := x.env.Text.Tenure.Leave
	var kinds []form.Option
	for _, k := range leave.Kinds() {
		kinds = append(kinds, form.Option{Value: k.String(), Label: w.Kinds[k.String()]})
	}
	reduces := no
	if x.reduces {
		reduces = yes
	}
	return []form.Field{
		{Kind: form.Head, Label: lang.Inert(p.Data().Employee.FullName())},
		{ID: fieldKind, Label: w.Form.Kind, Kind: form.Pick, Need: true, Options: kinds},
		{ID: fieldFrom, Label: w.Form.From, Kind: form.Date, Need: true},
		{ID: fieldTo, Label: w.Form.To, Kind: form.Date, Need: true, Check: func(string) string {
			from, _ := p.Form().Date(fieldFrom)
			if to, err := p.Form().Date(fieldTo); err == nil && from != 0 && to != 0 && to < from {
				return x.env.Text.Why(model.ErrOrder)
			}
			return ""
		}},
		{ID: fieldLetter, Label: w.Form.Letter, Hint: w.Form.LetterHint, Need: true, Max: 120},
		{ID: fieldReduces, Label: w.Form.Reduces, Hint: w.Form.ReducesHint, Kind: form.Choice, Value: reduces, Options: []form.Option{
			{Value: no, Label: w.Form.ReducesNo}, {Value: yes, Label: w.Form.ReducesYes},
		}},
	}
}

// Changed follows nothing.
func (x *entry) Changed(*Form, string) {}

// leave is what the form says; false where it says no days yet.
func (x *entry) leave(f *form.Form) (leave.Leave, bool) {
	l := leave.Leave{Employee: x.who, Letter: strings.TrimSpace(f.Value(fieldLetter)), Reduces: f.Value(fieldReduces) == yes}
	l.Kind, _ = leave.ParseKind(f.Value(fieldKind))
	from, errFrom := f.Date(fieldFrom)
	to, errTo := f.Date(fieldTo)
	l.From, l.To = from, to
	return l, errFrom == nil && errTo == nil && from != 0 && from <= to && l.Days() <= leave.Longest
}

// Below says how many days that is, and what it does to targets.
func (x *entry) Below(p *Form, width int) (lines []string) {
	t, w := x.env.Text, x.env.Text.Tenure.Leave
	l, ok := x.leave(p.Form())
	if !ok {
		return nil
	}
	text := lang.Fill(w.Form.Comes, "days", span.Short(t, l.From, l.To), "n", t.Count(l.Days())) + " "
	if l.Reduces {
		text += w.Unverified
	} else {
		text += w.Form.Nothing
	}
	lines = append(lines, "")
	for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, width-1), ""), "\n") {
		lines = append(lines, " "+x.env.Styles.Text.Render(line))
	}
	return lines
}

// Save keeps the leave.
func (x *entry) Save(p *Form) func() (formpage.Kept, error) {
	l, _ := x.leave(p.Form()) // what is missing is refused beside its field
	desk, t, name := x.desk, x.env.Text, lang.Inert(p.Data().Employee.FullName())
	return func() (formpage.Kept, error) {
		l, err := desk.AddLeave(l)
		w := t.Tenure.Leave
		return formpage.Kept{Said: lang.Fill(w.Added, "name", name, "kind", w.Kinds[l.Kind.String()], "days", span.Short(t, l.From, l.To), "letter", lang.Inert(l.Letter))}, err
	}
}
