package coaching

import (
	"errors"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/lang/aided"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

// The fields of the form of one step, beside those of whose word it is.
const (
	fieldPart, fieldText, fieldWho, fieldOn = "part", "text", "who", "on"
	fieldNote, fieldOutcome, fieldReason    = "note", "outcome", "reason"
)

// taken is what the form of one step needs.
type taken struct {
	who   model.Profile
	plan  coaching.Row
	asked word.Asked // the zero Asked: it is the word of whoever works
}

// ActForm is the form of one step of a plan.
type ActForm = formpage.Page[taken]

// act is what that form is for.
type act struct {
	env   nav.Env
	desk  Desk
	route nav.CoachingAct
}

// NewAct makes the form.
func NewAct(env nav.Env, desk Desk, route nav.CoachingAct) *ActForm {
	x := &act{env, desk, route}
	return formpage.New(env, x, formpage.Setup[taken]{
		Name: []string{"coaching-act", string(route.ID), route.Act, string(route.Item)}, Read: x.read,
		Alias: map[string]string{"review": fieldOn, "step": fieldText, "promise": fieldText},
	})
}

func (x *act) read() (r taken, err error) {
	if r.who, err = x.desk.Profile(x.route.Employee); err != nil {
		return r, err
	}
	list, err := x.desk.Coachings(x.route.Employee)
	if err != nil {
		return r, err
	}
	i := slices.IndexFunc(list, func(c coaching.Row) bool { return c.ID == x.route.ID })
	if i < 0 {
		return r, model.ErrNotFound
	}
	r.plan = list[i]
	r.asked, err = x.desk.Whose(x.route.Employee, x.route.Act)
	return r, err
}

// item is the thing that is marked; false for another act.
func (x *act) item(r coaching.Row) (coaching.Item, bool) {
	list := r.Items()
	i := slices.IndexFunc(list, func(i coaching.Item) bool { return i.ID == x.route.Item })
	if i < 0 || x.route.Act != nav.DoneItem {
		return coaching.Item{}, false
	}
	return list[i], true
}

// Title is the page's crumb.
func (x *act) Title() string { return x.env.Text.Coaching.Form.Titles[x.route.Act] }

// Kind is the page that the plan is of.
func (x *act) Kind() string { return x.env.Text.Coaching.Title }

// Fields are those of the form.
func (x *act) Fields(p *ActForm) []form.Field {
	t, w, today := x.env.Text, x.env.Text.Coaching.Form, x.env.Today()
	list := []form.Field{{Kind: form.Head, Label: lang.Inert(p.Data().who.Employee.FullName())}}
	switch x.route.Act {
	case nav.AddItem:
		return append(list, x.adding()...)
	case nav.DoneItem:
		list = append(list, form.Field{ID: fieldOn, Label: w.On, Kind: form.Date, Value: t.Date(today), Need: true, Until: today})
		if i, ok := x.item(p.Data().plan); ok && i.Part == coaching.Look {
			list = append(list, form.Field{ID: fieldNote, Label: w.Note, Hint: w.NoteHint, Kind: form.Long, Max: coaching.Most})
		}
		return list
	case coaching.Close:
		var outcomes []form.Option
		for _, o := range coaching.Outcomes() {
			outcomes = append(outcomes, form.Option{Value: o.String(), Label: t.Coaching.Outcomes[o.String()]})
		}
		list = append(list, form.Field{ID: fieldOutcome, Label: w.Outcome, Kind: form.Pick, Need: true, Options: outcomes},
			form.Field{ID: fieldNote, Label: w.Note, Kind: form.Long, Max: coaching.Most})
	case coaching.Cancel:
		list = append(list, form.Field{ID: fieldReason, Label: w.Reason, Need: true, Max: 400})
	}
	if p.Data().asked.Whose != "" {
		return append(list, p.Data().asked.Fields(t, word.Paper(t, today)...)...)
	}
	return append(list, form.Field{ID: fieldOn, Label: w.On, Kind: form.Date, Value: t.Date(today), Need: true, Until: today})
}

// adding are the fields of one more step, promise or review.
func (x *act) adding() []form.Field {
	w := x.env.Text.Coaching
	var parts []form.Option
	for _, part := range []coaching.Part{coaching.Step, coaching.Support, coaching.Look} {
		parts = append(parts, form.Option{Value: part.String(), Label: w.Parts[part.String()]})
	}
	is := func(f *form.Form, part coaching.Part) bool { return f.Value(fieldPart) == part.String() }
	return []form.Field{
		{ID: fieldPart, Label: w.Form.Part, Kind: form.Choice, Value: coaching.Step.String(), Options: parts},
		{ID: fieldText, Label: w.Form.Text, Need: true, Max: 400, When: func(f *form.Form) bool { return !is(f, coaching.Look) }},
		{ID: fieldWho, Label: w.Form.Who, Hint: w.Form.WhoHint, Need: true, Max: 200, When: func(f *form.Form) bool { return is(f, coaching.Support) }},
		{ID: fieldOn, Label: w.Form.Day, Kind: form.Date, Need: true},
	}
}

// Changed follows nothing.
func (x *act) Changed(*ActForm, string) {}

// Below says what the step is about, and what it means.
func (x *act) Below(p *ActForm, width int) []string {
	t, s, lines := x.env.Text, x.env.Styles, []string{""}
	text := t.Coaching.Form.Texts[x.route.Act]
	if i, ok := x.item(p.Data().plan); ok {
		text = aided.Item(t, p.Data().plan, i, x.env.Today()) + "\n" + text
	}
	for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, width-1), ""), "\n") {
		lines = append(lines, s.Dim.Render(" "+line))
	}
	return lines
}

// Save takes the step.
func (x *act) Save(p *ActForm) func() (formpage.Kept, error) {
	f, r, desk, name := p.Form(), p.Data(), x.desk, x.route.Act
	kept := formpage.Kept{Said: lang.Fill(x.env.Text.Coaching.Kept.Acts[name], "name", lang.Inert(r.who.Employee.FullName()))}
	on, _ := f.Date(fieldOn) // what is no day was refused beside its field
	switch name {
	case nav.AddItem:
		part, _ := coaching.ParsePart(f.Value(fieldPart))
		plan := r.plan.With(coaching.Item{Part: part, Text: f.Value(fieldText), Who: f.Value(fieldWho), Due: on})
		return func() (formpage.Kept, error) { _, err := desk.WriteCoaching(plan); return kept, err }
	case nav.DoneItem:
		plan, err := r.plan.Done(x.route.Item, on, f.Value(fieldNote))
		return func() (formpage.Kept, error) {
			if err != nil {
				return kept, err
			}
			_, err := desk.WriteCoaching(plan)
			return kept, err
		}
	}
	said := voice.Said{On: on}
	if r.asked.Whose != "" {
		said = r.asked.Said(f)
	}
	out, _ := coaching.ParseOutcome(f.Value(fieldOutcome))
	because, note, t := f.Value(fieldReason), f.Value(fieldNote), x.env.Text
	return func() (formpage.Kept, error) {
		_, err := desk.StepCoaching(said, r.plan.Coaching, name, because, out, note)
		var wait *user.WaitError
		if errors.Is(err, user.ErrWrong) || errors.As(err, &wait) {
			err = formpage.Refuse(t, word.Secret, err)
		}
		return kept, err
	}
}
