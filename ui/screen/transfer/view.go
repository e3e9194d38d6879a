package transfer

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/tenure"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/widget/form"
)

// Below says what follows once the form is kept: which post and plan end, when
// their part is rated and by whom, and what is made for the new post.
func (x *order) Below(p *Page, width int) (lines []string) {
	said := x.follows(p)
	if len(said) == 0 {
		return nil
	}
	s := x.env.Styles
	lines = append(lines, " "+s.Header.Render(x.env.Text.Tenure.Form.After))
	for _, text := range said {
		for i, line := range strings.Split(ansi.Wordwrap(text, max(1, width-4), ""), "\n") {
			mark := "   "
			if i == 0 {
				mark = " · "
			}
			lines = append(lines, mark+s.Text.Render(line))
		}
	}
	return lines[:max(0, min(len(lines), p.Height()-formRoom))]
}

// formRoom is how many lines the fields keep of a low screen: they come first.
const formRoom = 8

// follows are the sentences of Below; none while the form names no day.
func (x *order) follows(p *Page) (said []string) {
	t, w, l, f := x.env.Text, x.env.Text.Tenure.Form, p.Data(), p.Form()
	last, first := x.days(p)
	held, ok := model.MainPost(l.who.Posts, last, last)
	if last == 0 || !ok {
		return nil
	}
	how := f.Value(fieldHow)
	ends := last
	if how == actLong || how == actDaily {
		ends = 0
	}
	o := tenure.Foresee(held, ends, first, x.kind(l))
	position := lang.Inert(held.Position)
	switch {
	case ends == 0:
		said = append(said, lang.Fill(w.GoesOn, "position", position))
	case o.Split():
		said = append(said, lang.Fill(w.Ends, "position", position, "last", t.Date(last), "year", last.Year()),
			lang.Fill(w.Split, "period", t.Period(o.Period), "days", span.Short(t, o.First, last), "evaluator", x.name(l, held.Evaluator),
				"part", o.Part, "all", o.Days))
	default:
		said = append(said, lang.Fill(w.Ends, "position", position, "last", t.Date(last), "year", last.Year()), lang.Fill(w.Whole, "period", t.Period(o.Period)))
	}
	if how == end {
		return said
	}
	text, instrument := w.NoDraft, ""
	if at := slices.IndexFunc(l.instruments, func(in model.Instrument) bool { return string(in.ID) == f.Value(fieldInstrument) }); at >= 0 {
		text, instrument = w.Draft, lang.Inert(l.instruments[at].Name.In(t.Code))
	}
	return append(said, lang.Fill(text, "year", first.Year(), "from", t.Date(first), "instrument", instrument))
}

// kind is how long the periods are in which this person is evaluated.
func (x *order) kind(l loaded) model.PeriodKind {
	for _, r := range l.who.Results {
		if k := r.Card.Period.Kind(); r.Card.Period.Valid() && k != model.Year {
			return k
		}
	}
	return model.Quarter
}

// name is who evaluates, as people call them.
func (x *order) name(l loaded, id model.EmployeeID) string {
	for _, r := range l.people {
		if r.Employee == id && id != "" {
			return lang.Inert(r.Name)
		}
	}
	return x.env.Text.Tenure.Form.Nobody
}

func unitOptions(l loaded) (list []form.Option) {
	for id, u := range l.units {
		if !u.Void {
			list = append(list, form.Option{Value: string(id), Label: u.Name, Note: u.Code})
		}
	}
	return byLabel(list)
}

// peopleOptions are those who could evaluate: whoever works here, but oneself.
func (x *order) peopleOptions(l loaded) (list []form.Option) {
	for _, r := range l.people {
		if !r.Void && r.Employee != x.who {
			list = append(list, form.Option{Value: string(r.Employee), Label: r.Name, Note: r.Position})
		}
	}
	return byLabel(list)
}

func (x *order) instrumentOptions(l loaded) (list []form.Option) {
	for _, in := range l.instruments {
		list = append(list, form.Option{Value: string(in.ID), Label: in.Name.In(x.env.Text.Code), Note: in.Code})
	}
	return byLabel(list)
}

func byLabel(list []form.Option) []form.Option {
	slices.SortFunc(list, func(a, b form.Option) int { return strings.Compare(lang.Fold(a.Label), lang.Fold(b.Label)) })
	return list
}
