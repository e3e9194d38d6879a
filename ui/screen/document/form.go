package document

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/document"
	"kinerja/model/edition"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/model/voice"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/word"
)

// The fields of the form, as errors about versions name them.
const (
	fieldReason, fieldRates = "reason", "rates"
	yes, no                 = "yes", "no"
)

// roomy is the height from which the form has room to say what becomes of the version
// before.
const roomy = 16

// asked is what one reading brings: the document, and whose word the new version is.
type asked struct {
	document.Sheet
	own  bool // of who works here
	team bool // which needs no letter
}

// Form is the page by which a final evaluation gets a new version.
type Form = formpage.Page[asked]

type task struct {
	env  nav.Env
	desk Desk
	at   nav.EditEdition
}

// NewForm makes the form.
func NewForm(env nav.Env, desk Desk, at nav.EditEdition) *Form {
	x := &task{env, desk, at}
	return formpage.New(env, x, formpage.Setup[asked]{
		Name: []string{"edition", string(at.Plan), at.Period.String()}, Read: x.read,
		Alias: map[string]string{"ratings": rating.FieldResult},
	})
}

// read finds out whose word it is, and how it can be known here.
func (x *task) read() (a asked, err error) {
	if a.Sheet, err = x.desk.Document(x.at.Plan, x.at.Period); err != nil {
		return a, err
	}
	me, e := x.env.Me, a.Now
	a.team = me.Roles.Has(model.RoleTeam)
	_, recorded := voice.Judge(me, e.Evaluator, e.Employee)
	a.own = a.team || !recorded
	return a, nil
}

// Title is the page's crumb.
func (x *task) Title() string { return x.env.Text.Document.Go.Replace }

// Kind is the page that the version is of.
func (x *task) Kind() string { return x.env.Text.Document.Title }

// Fields are the reason, other ratings, and whose word it is with its letter.
func (x *task) Fields(p *Form) []form.Field {
	t, a := x.env.Text, p.Data()
	w, e := t.Document.Form, a.Now
	head := lang.Fill(w.For, "name", lang.Inert(a.Person.Name), "period", t.Period(x.at.Period), "version", e.Edition()+1)
	list := []form.Field{
		{Kind: form.Head, Label: head},
		{ID: fieldReason, Label: w.Reason, Hint: w.ReasonHint, Kind: form.Long, Need: true, Max: edition.MostReason},
	}
	if !e.Computed.Present() {
		list = append(list, form.Field{
			ID: fieldRates, Label: w.Rates, Hint: w.RatesHint, Kind: form.Choice, Value: no,
			Options: []form.Option{{Value: no, Label: w.RatesNo}, {Value: yes, Label: w.RatesYes}},
		})
		list = append(list, rating.Fields(t, e.Result, e.Behaviour, rates)...)
	}
	paper := word.Paper(t, x.env.Today())
	for i := range paper {
		if paper[i].ID == word.Document && a.team {
			paper[i].Need = false
		}
	}
	whose := lang.Fill(w.OfEvaluator, "name", lang.Inert(a.Evaluator.Name))
	switch {
	case a.team:
		whose = w.Team
	case a.own:
		whose = w.Own
	}
	return append(append(list, form.Field{Kind: form.Head, Label: whose}), paper...)
}

// Changed follows nothing.
func (x *task) Changed(*Form, string) {}

// chosen are the new ratings; none where they stay as they are.
func chosen(f *form.Form) (to objection.Ratings) {
	if rates(f) {
		to = rating.Given(f)
	}
	return to
}

// rates reports that new ratings come with the version.
func rates(f *form.Form) bool { return f.Value(fieldRates) == yes }

// Below says what becomes of the version before, and which predicate new ratings
// lead to.
func (x *task) Below(p *Form, width int) (lines []string) {
	t, a := x.env.Text, p.Data()
	e := a.Now
	var texts []string
	if to := chosen(p.Form()); to.Given() {
		if rs, err := rules.Of(e, x.env.Rules.File); err == nil {
			texts = append(texts, lang.Fill(t.Document.Form.Comes, "old", t.Predicate(e.Predicate), "new", t.Predicate(rs.Predicate(to.Result, to.Behaviour))))
		}
	}
	if p.Height() >= roomy {
		texts = append(texts, lang.Fill(t.Document.Form.Below, "old", e.Edition(), "version", e.Edition()+1))
	}
	for _, text := range texts {
		lines = append(lines, "")
		for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, width-1), ""), "\n") {
			lines = append(lines, " "+x.env.Styles.Text.Render(line))
		}
	}
	return lines
}

// Save makes the new version, as the word of whoever's it is.
func (x *task) Save(p *Form) func() (formpage.Kept, error) {
	f, a, t := p.Form(), p.Data(), x.env.Text
	w := model.Word{Reason: f.Value(fieldReason), Document: f.Value(word.Document)}
	w.On, _ = f.Date(word.Date) // the form checked it
	to, at, desk, rs := chosen(f), x.at, x.desk, x.env.Rules.File
	kept := lang.Fill(t.Document.Form.Kept, "name", lang.Inert(a.Person.Name), "version", a.Now.Edition()+1)
	return func() (formpage.Kept, error) {
		_, err := desk.Replace(at.Plan, at.Period, to, w, rs)
		return formpage.Kept{Said: kept}, err
	}
}
