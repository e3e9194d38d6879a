package rounds

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/round"
	"kinerja/model/rules"
	"kinerja/model/talk"
	"kinerja/model/written"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/timeline"
)

// The fields of both forms, as round's errors name them.
const (
	fieldWho, fieldAsk, fieldUntil, fieldQuestion = "pegawai", "ask", "until", "question"
	fieldKind, fieldAbout, fieldText              = "kind", "about", "text"
)

// OpenForm is the form of a new round.
type OpenForm = formpage.Page[[]model.StaffRow]

// opening is what that form is for.
type opening struct {
	env  nav.Env
	desk OpenDesk
}

// NewOpen makes the form of a new round.
func NewOpen(env nav.Env, desk OpenDesk) *OpenForm {
	return formpage.New(env, opening{env, desk}, formpage.Setup[[]model.StaffRow]{Name: []string{"round"}, Read: desk.People})
}

func (o opening) Title() string { return o.env.Text.Round.Add }

func (o opening) Kind() string { return o.env.Text.Round.Title }

// Fields are those of the form.
func (o opening) Fields(p *OpenForm) []form.Field {
	t, w := o.env.Text, o.env.Text.Round
	var people, ask []form.Option
	for _, row := range p.Data() {
		people = append(people, form.Option{Value: string(row.Employee), Label: lang.Inert(row.Name), Note: lang.Inert(row.Position)})
	}
	for _, g := range round.Groups() {
		ask = append(ask, form.Option{Value: g, Label: w.Groups[g]})
	}
	today := o.env.Today()
	return []form.Field{
		{ID: fieldWho, Label: w.Form.Who, Hint: w.Form.WhoHow, Kind: form.Pick, Need: true, Options: people},
		{ID: fieldAsk, Label: w.Form.Ask, Hint: lang.Fill(w.Form.AskHow, "n", round.Least), Kind: form.Choice, Value: round.Reports.String(), Options: ask},
		{ID: fieldUntil, Label: w.Form.Until, Hint: w.Form.UntilHow, Kind: form.Date, Need: true, Value: t.Date(today.Add(14)), Check: func(value string) string {
			if d, err := written.Date(value); err == nil && d < today {
				return t.Why(model.ErrPast)
			}
			return ""
		}},
		{ID: fieldQuestion, Label: w.Form.Question, Hint: w.Form.QuestionHow, Kind: form.Long, Max: talk.Most},
	}
}

func (o opening) Changed(*OpenForm, string) {}

// Save opens the round.
func (o opening) Save(p *OpenForm) func() (formpage.Kept, error) {
	f := p.Form()
	r := round.Round{About: model.EmployeeID(f.Value(fieldWho)), Question: f.Value(fieldQuestion)}
	r.Group, _ = round.ParseGroup(f.Value(fieldAsk))
	r.Until, _ = f.Date(fieldUntil) // what is missing is refused beside its field
	name := ""
	if i := slices.IndexFunc(p.Data(), func(x model.StaffRow) bool { return x.Employee == r.About }); i >= 0 {
		name = lang.Inert(p.Data()[i].Name)
	}
	desk, t := o.desk, o.env.Text
	return func() (formpage.Kept, error) {
		r, err := desk.Open(r)
		return formpage.Kept{Said: lang.Fill(t.Round.Opened, "name", name, "day", t.Date(r.Until))}, err
	}
}

// answering is what the form of an answer is for.
type answering struct {
	env  nav.Env
	desk Desk
	id   round.ID
}

// Give is the form of an answer. It is not a nav.Drafter: nothing of it is kept
// anywhere before it is written with others.
type Give struct{ form *formpage.Page[round.Row] }

// NewGive makes the form of an answer.
func NewGive(env nav.Env, desk Desk, route nav.GiveRound) *Give {
	a := answering{env, desk, route.ID}
	return &Give{formpage.New(env, a, formpage.Setup[round.Row]{Field: fieldText, Read: a.read})}
}

func (a answering) read() (round.Row, error) {
	list, err := a.desk.Rounds()
	if i := slices.IndexFunc(list, func(r round.Row) bool { return r.ID == a.id }); err == nil && i >= 0 {
		return list[i], nil
	}
	if err == nil {
		err = model.ErrNotFound
	}
	return round.Row{}, err
}

func (a answering) Title() string { return a.env.Text.Round.Answer }

func (a answering) Kind() string { return a.env.Text.Round.Title }

// Fields are those of the form.
func (a answering) Fields(p *formpage.Page[round.Row]) []form.Field {
	t, w := a.env.Text, a.env.Text.Round
	about := []form.Option{{Value: "-", Label: t.Feedback.Person}}
	for _, b := range rules.Behaviours() {
		about = append(about, form.Option{Value: b.Code, Label: timeline.About(t, talk.Feedback{Value: b.Code}), Note: b.Guides[0].In(t.Code)})
	}
	var kinds []form.Option
	for _, k := range round.Kinds() {
		kinds = append(kinds, form.Option{Value: k.String(), Label: k.Sign() + " " + t.FeedbackKind(k)})
	}
	return []form.Field{
		{Kind: form.Head, Label: lang.Fill(w.About, "name", lang.Inert(p.Data().Staff.Name))},
		{ID: fieldKind, Label: w.Form.Kind, Kind: form.Choice, Value: talk.Appreciation.String(), Options: kinds},
		{ID: fieldAbout, Label: t.Feedback.About, Kind: form.Pick, Value: "-", Need: true, Options: about},
		{ID: fieldText, Label: t.Feedback.Text, Hint: w.Form.TextHow, Kind: form.Long, Need: true, Max: talk.Most},
	}
}

func (a answering) Changed(*formpage.Page[round.Row], string) {}

// Below says what is asked, and what becomes of the answer.
func (a answering) Below(p *formpage.Page[round.Row], width int) []string {
	w, s := a.env.Text.Round, a.env.Styles
	text := lang.Fill(w.PromiseForm, "n", round.Least)
	if q := p.Data().Question; q != "" {
		text = lang.Inert(q) + "\n" + text
	}
	lines := []string{""}
	for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, width-1), ""), "\n") {
		lines = append(lines, " "+s.Text.Render(line))
	}
	return lines
}

// Save puts the answer beside the others that wait.
func (a answering) Save(p *formpage.Page[round.Row]) func() (formpage.Kept, error) {
	f, w := p.Form(), a.env.Text.Round
	v := round.Voice{Text: f.Value(fieldText), Value: f.Value(fieldAbout)}
	if v.Value == "-" {
		v.Value = ""
	}
	v.Kind, _ = talk.ParseKind(f.Value(fieldKind))
	desk, id := a.desk, a.id
	return func() (formpage.Kept, error) {
		wrote, err := desk.Give(id, v)
		said := lang.Fill(w.Given, "n", round.Least)
		if wrote {
			said = w.Written
		}
		return formpage.Kept{Said: said}, err
	}
}

// Init reads the round.
func (g *Give) Init() tea.Cmd { return g.form.Init() }

// Update takes answers, and the keys of the form.
func (g *Give) Update(msg tea.Msg) tea.Cmd { return g.form.Update(msg) }

// Resize gives the page its room.
func (g *Give) Resize(width, height int) { g.form.Resize(width, height) }

// View draws the form.
func (g *Give) View() string { return g.form.View() }

// Title is the page's crumb.
func (g *Give) Title() string { return g.form.Title() }

// Kind is what the page is.
func (g *Give) Kind() string { return g.form.Kind() }

// Actions says how the form is sent and given up.
func (g *Give) Actions() []nav.Action { return g.form.Actions() }

// Typing says that letters go into the form.
func (g *Give) Typing() bool { return g.form.Typing() }

// Unsaved names what was typed.
func (g *Give) Unsaved() string { return g.form.Unsaved() }

// Place is the list of rounds: that somebody was answering is kept nowhere.
func (g *Give) Place() nav.Route { return nav.Rounds{} }
