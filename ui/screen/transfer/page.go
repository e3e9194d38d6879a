// Package transfer is the form by which somebody moves to another post (mutasi),
// acts in one beside their own (Plt, Plh), or leaves; it says what follows before
// anything is kept.
package transfer

import (
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/tenure"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// Desk is what the form reads and does.
type Desk interface {
	Units() (model.Units, error)
	// Everyone lists all people, those who left too.
	Everyone() ([]model.StaffRow, error)
	Profile(id model.EmployeeID) (model.Profile, error)
	Instruments() ([]model.Instrument, error)
	Mover
}

// Mover keeps what the form says.
type Mover interface {
	Transfer(o tenure.Order) (tenure.Moved, error)
	EndPost(who model.EmployeeID, last model.Date, letter string) (model.Post, error)
}

// The fields, as errors of model name them where one does.
const (
	fieldHow, fieldFrom, fieldLast       = "how", "mulai", "selesai"
	fieldUnit, fieldPosition, fieldAbove = "unit", "jabatan", "nip_penilai"
	fieldLetter, fieldInstrument         = "document", "instrumen"
	move, actLong, actDaily, end         = "move", "plt", "plh", "end"
)

// loaded is what one reading brings.
type loaded struct {
	units       model.Units
	people      []model.StaffRow
	who         model.Profile
	instruments []model.Instrument // the newest version of each
}

// Page is the form of one person.
type Page = formpage.Page[loaded]

// order is what the form is for.
type order struct {
	env  nav.Env
	desk Desk
	who  model.EmployeeID
	auto map[string]string // what the form filled in by itself, by field
}

// New makes the form.
func New(env nav.Env, desk Desk, route nav.Transfer) *Page {
	x := &order{env: env, desk: desk, who: route.Employee, auto: map[string]string{}}
	return formpage.New(env, x, formpage.Setup[loaded]{Name: []string{"transfer", string(route.Employee)}, Read: x.read})
}

func (x *order) read() (l loaded, err error) {
	if l.units, err = x.desk.Units(); err != nil {
		return l, err
	}
	if l.people, err = x.desk.Everyone(); err != nil {
		return l, err
	}
	if l.who, err = x.desk.Profile(x.who); err != nil {
		return l, err
	}
	all, err := x.desk.Instruments()
	l.instruments = slices.DeleteFunc(planning.NewestVersions(all), func(in model.Instrument) bool { return in.Void })
	return l, err
}

// Title is the page's crumb.
func (x *order) Title() string { return x.env.Text.Tenure.Form.Title }

// Kind is the page that the person is of.
func (x *order) Kind() string { return x.env.Text.Staff.Title }

// Fields are those of the form. It begins as a transfer from the post held today.
func (x *order) Fields(p *Page) []form.Field {
	w, l := x.env.Text.Tenure.Form, p.Data()
	held, _ := x.held(l, x.env.Today())
	ends := func(f *form.Form) bool { return f.Value(fieldHow) == end }
	begins := func(f *form.Form) bool { return !ends(f) }
	x.auto[fieldPosition] = held.Position
	x.auto[fieldInstrument] = x.fits(l, held.Position)
	return []form.Field{
		{Kind: form.Head, Label: x.head(l, held)},
		{ID: fieldHow, Label: w.How, Kind: form.Choice, Value: move, Options: []form.Option{
			{Value: move, Label: w.Move, Note: w.MoveNote}, {Value: actLong, Label: w.Plt, Note: w.PltNote},
			{Value: actDaily, Label: w.Plh, Note: w.PlhNote}, {Value: end, Label: w.End, Note: w.EndNote},
		}},
		{ID: fieldFrom, Label: w.From, Hint: w.FromHint, Kind: form.Date, Need: true, When: begins, Check: func(string) string { return x.inOrder(p) }},
		{ID: fieldLast, Label: w.Last, Hint: w.LastHint, Kind: form.Date, Need: true, When: ends, Check: func(string) string { return x.inOrder(p) }},
		{ID: fieldUnit, Label: w.Unit, Kind: form.Pick, Need: true, Options: unitOptions(l), When: begins},
		{ID: fieldPosition, Label: w.Position, Hint: w.PositionHint, Need: true, Max: 120, Value: held.Position, When: begins},
		{ID: fieldAbove, Label: w.Evaluator, Hint: w.EvaluatorHint, Kind: form.Pick, Need: true, Options: x.peopleOptions(l), When: begins},
		{ID: fieldLetter, Label: w.Letter, Hint: w.LetterHint, Need: true, Max: 120},
		{ID: fieldInstrument, Label: w.Instrument, Hint: w.InstrumentHint, Kind: form.Pick, Options: x.instrumentOptions(l), Value: x.auto[fieldInstrument], When: begins},
	}
}

// head names the person and the post held.
func (x *order) head(l loaded, held model.Post) string {
	parts := []string{lang.Inert(l.who.Employee.FullName())}
	if held.ID != "" {
		parts = append(parts, lang.Inert(held.Position), lang.Inert(l.units[held.Unit].Name))
	}
	return strings.Join(parts, " · ")
}

// held is the post that stands for the person on a day; the newest where none
// does.
func (x *order) held(l loaded, on model.Date) (model.Post, bool) {
	if p, ok := model.MainPost(l.who.Posts, on, on); ok {
		return p, true
	}
	return model.MainPost(l.who.Posts, 0, 9999_12_31)
}

// fits is the instrument that fits a position best, as a choice.
func (x *order) fits(l loaded, position string) string {
	in, _ := model.InstrumentFor(l.instruments, position)
	return string(in.ID)
}

// inOrder refuses a day on which the person holds no post that could end.
func (x *order) inOrder(p *Page) string {
	last, _ := x.days(p)
	if last == 0 {
		return ""
	}
	if _, ok := model.MainPost(p.Data().who.Posts, last, last); !ok {
		return lang.Fill(x.env.Text.Tenure.Form.NoPost, "day", x.env.Text.Date(last))
	}
	return ""
}

// days are the last day of the post held, and the first of the new one; 0 where the
// form does not say. Of an acting one the day before is as near to a last day.
func (x *order) days(p *Page) (last, first model.Date) {
	if p.Form().Value(fieldHow) == end {
		last, _ = p.Form().Date(fieldLast)
		return last, 0
	}
	first, _ = p.Form().Date(fieldFrom)
	if first == 0 {
		return 0, 0
	}
	return first.Add(-1), first
}

// Changed fills in what follows from what was just chosen, unless somebody wrote
// something else there.
func (x *order) Changed(p *Page, id string) {
	f, l := p.Form(), p.Data()
	switch id {
	case fieldHow:
		held, _ := x.held(l, x.env.Today())
		position := held.Position
		if f.Value(fieldHow) == actLong || f.Value(fieldHow) == actDaily {
			position = "" // nobody acts in their own post
		}
		x.fill(p, fieldPosition, position)
		x.fill(p, fieldInstrument, x.fits(l, f.Value(fieldPosition)))
	case fieldUnit:
		head := l.units[model.UnitID(f.Value(fieldUnit))].Head
		if head == x.who {
			head = ""
		}
		x.fill(p, fieldAbove, string(head))
	case fieldPosition:
		x.fill(p, fieldInstrument, x.fits(l, f.Value(fieldPosition)))
	}
}

// fill fills in a field that is empty or was filled in by the form.
func (x *order) fill(p *Page, id, value string) {
	if now := p.Form().Value(id); now == "" || now == x.auto[id] {
		p.Form().Fill(id, value)
		x.auto[id] = value
	}
}

// Save keeps what the form says, as one change.
func (x *order) Save(p *Page) func() (formpage.Kept, error) {
	f, desk, who, t := p.Form(), x.desk, x.who, x.env.Text
	name := lang.Inert(p.Data().who.Employee.FullName())
	letter, how := f.Value(fieldLetter), f.Value(fieldHow)
	last, errLast := f.Date(fieldLast)
	first, errFirst := f.Date(fieldFrom)
	if how == end {
		return func() (formpage.Kept, error) {
			if errLast != nil {
				return formpage.Kept{}, errLast // the form has checked it
			}
			_, err := desk.EndPost(who, last, letter)
			return formpage.Kept{Said: lang.Fill(t.Tenure.Form.EndKept, "name", name, "last", t.Date(last))}, err
		}
	}
	o := tenure.Order{
		Employee: who, Unit: model.UnitID(f.Value(fieldUnit)), Position: f.Value(fieldPosition), Evaluator: model.EmployeeID(f.Value(fieldAbove)),
		On: first, Letter: letter, Acting: how != move, Daily: how == actDaily, Instrument: model.InstrumentID(f.Value(fieldInstrument)),
	}
	units := p.Data().units
	return func() (formpage.Kept, error) {
		if errFirst != nil {
			return formpage.Kept{}, errFirst
		}
		moved, err := desk.Transfer(o)
		if err != nil {
			return formpage.Kept{}, err
		}
		text := cmp.Or(map[bool]string{true: t.Tenure.Form.KeptNoPlan}[moved.Plan.ID == ""], t.Tenure.Form.Kept)
		return formpage.Kept{Said: lang.Fill(text, "name", name, "unit", lang.Inert(units[o.Unit].Name), "from", t.Date(o.On), "year", o.On.Year())}, nil
	}
}
