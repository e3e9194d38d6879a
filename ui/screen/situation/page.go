// Package situation is the form of what a unit worked under in a period: posts that
// are vacant, people needed and present, how it is reached, days of disaster. What
// the file itself counts stands beside what is typed.
package situation

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/situation"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/around"
	"kinerja/ui/widget/form"
)

// Desk is what this form reads and does.
type Desk interface {
	Units() (model.Units, error)
	Situation(unit model.UnitID, p model.Period) (situation.Beside, error)
	SetSituation(s situation.Situation, reason string) error
}

// The fields, as situation's errors name them; the own words beside the class of
// access have a field of theirs.
const (
	fieldVacancies, fieldNeeded, fieldPresent = "formasi_kosong", "kebutuhan", "yang_ada"
	fieldAccess, fieldWords, fieldDisaster    = "akses", "keterangan_akses", "hari_bencana"
	fieldNote, fieldSource                    = "catatan", "sumber"
	unsaid                                    = "unsaid"
)

// loaded is what one reading brings.
type loaded struct {
	unit string // its name
	now  situation.Beside
}

// Page is the form of one unit in one period.
type Page = formpage.Page[loaded]

// under is what the form is for.
type under struct {
	env  nav.Env
	desk Desk
}

// New makes the form of what a unit worked under in a period.
func New(env nav.Env, desk Desk, at nav.Situation) *Page {
	return formpage.New(env, &under{env, desk}, formpage.Setup[loaded]{
		Name: []string{"situation", string(at.Unit), at.Period.String()},
		Read: func() (l loaded, err error) {
			if l.now, err = desk.Situation(at.Unit, at.Period); err != nil {
				return l, err
			}
			units, err := desk.Units()
			l.unit = units[l.now.Unit].Name
			return l, err
		},
	})
}

// Title is the page's crumb.
func (x *under) Title() string { return x.env.Text.Situation.Form.Title }

// Kind is the page that the unit is of.
func (x *under) Kind() string { return x.env.Text.Workplace.Title }

// Fields are those of the form, filled in with what was said so far.
func (x *under) Fields(p *Page) []form.Field {
	t, w, l := x.env.Text, x.env.Text.Situation.Form, p.Data()
	s := l.now.Situation
	number := func(id, label, hint string, n model.Amount, most int64) form.Field {
		value := ""
		if v, ok := n.Get(); ok {
			value = strconv.FormatInt(int64(v/model.Scale), 10)
		}
		return form.Field{ID: id, Label: label, Hint: hint, Kind: form.Number, Value: value, Check: func(value string) string { return x.why(value, most) }}
	}
	text := func(id, label, hint, value string) form.Field {
		return form.Field{ID: id, Label: label, Hint: hint, Value: value, Max: situation.MostWords}
	}
	return []form.Field{
		{Kind: form.Head, Label: lang.Fill(w.Head, "unit", lang.Inert(l.unit), "period", t.Period(s.Period))},
		number(fieldVacancies, w.Vacancies, w.VacanciesHint, s.Vacancies, situation.MostPeople),
		number(fieldNeeded, w.Needed, w.NeededHint, s.Needed, situation.MostPeople),
		number(fieldPresent, w.Present, lang.Fill(w.PresentHint, "counted", around.Counted(t, l.now)), s.Present, situation.MostPeople),
		{ID: fieldAccess, Label: w.Access, Kind: form.Choice, Value: accessOf(s.Access), Options: x.accesses()},
		text(fieldWords, w.Words, w.WordsHint, s.AccessWords),
		number(fieldDisaster, w.Disaster, w.DisasterHint, s.DisasterDays, int64(s.Period.Days())),
		text(fieldNote, w.Note, "", s.Note),
		text(fieldSource, w.Source, w.SourceHint, s.Source),
	}
}

// accessOf is an option of the choice.
func accessOf(a situation.Access) string {
	if a == situation.NotSaid {
		return unsaid
	}
	return a.String()
}

func (x *under) accesses() []form.Option {
	t := x.env.Text.Situation
	list := []form.Option{{Value: unsaid, Label: t.Form.AccessUnsaid}}
	for i, word := range situation.AccessWords() {
		list = append(list, form.Option{Value: word, Label: t.Accesses[i+1]})
	}
	return list
}

// why is the reason for which a number is refused, beside its field.
func (x *under) why(value string, most int64) string {
	n, err := model.ParseNumber(value, x.env.Text.Decimal())
	if err == nil {
		err = situation.Count(model.Some(n), most)
	}
	if err != nil {
		return lang.Fill(x.env.Text.Situation.Whole, "most", x.env.Text.Count(int(most)))
	}
	return ""
}

// Changed has nothing to follow.
func (x *under) Changed(*Page, string) {}

// Below says that nothing is computed from it.
func (x *under) Below(_ *Page, width int) []string {
	lines := []string{""}
	for line := range strings.SplitSeq(ansi.Wordwrap(x.env.Text.Situation.Unused, max(1, width-1), ""), "\n") {
		lines = append(lines, " "+x.env.Styles.Dim.Render(line))
	}
	return lines
}

// Save keeps what the form says.
func (x *under) Save(p *Page) func() (formpage.Kept, error) {
	f, t, l := p.Form(), x.env.Text, p.Data()
	s := situation.New(l.now.Unit, l.now.Period)
	for id, to := range map[string]*model.Amount{fieldVacancies: &s.Vacancies, fieldNeeded: &s.Needed, fieldPresent: &s.Present, fieldDisaster: &s.DisasterDays} {
		*to, _ = f.Number(id) // the form checked it
	}
	s.Access, _ = situation.ParseAccess(f.Value(fieldAccess)) // one of its options, or unsaid
	s.AccessWords, s.Note, s.Source = f.Value(fieldWords), f.Value(fieldNote), f.Value(fieldSource)
	said := t.Situation.Form.Kept
	if !s.Said() {
		said = t.Situation.Form.Cleared
	}
	desk, words := x.desk, lang.Fill(said, "unit", lang.Inert(l.unit), "period", t.Period(s.Period))
	return func() (formpage.Kept, error) { return formpage.Kept{Said: words}, desk.SetSituation(s, "") }
}
