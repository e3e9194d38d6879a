package objection

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/model/voice"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/lang/objecting"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/word"
)

// The fields of the forms, as errors about objections name them.
const (
	fieldReason, fieldPapers   = "reason", "papers"
	fieldAsks, fieldOutcome    = "asks", "outcome"
	fieldStaff, fieldEvaluator = "staff", "evaluator"
	yes, no                    = "yes", "no"
)

// roomy is the height from which a form has room to say how an objection goes.
const roomy = 16

// asked is what one reading brings: the evaluation with its objections, which of them
// is meant, and whose word the form is.
type asked struct {
	read
	row  objection.Row
	word word.Asked
	own  bool
}

// Form is a page by which one thing about an objection is written.
type Form = formpage.Page[asked]

// task is what the form is for.
type task struct {
	env  nav.Env
	desk Desk
	at   nav.EditObjection
}

// NewForm makes the form of the step that the route names.
func NewForm(env nav.Env, desk Desk, at nav.EditObjection) *Form {
	x := &task{env, desk, at}
	return formpage.New(env, x, formpage.Setup[asked]{
		Name: []string{"objection", string(at.Do), string(at.Plan), at.Period.String()}, Read: x.read,
		Alias: map[string]string{"grounds": fieldReason, "explanation": fieldReason},
	})
}

// read finds out whose word it is, and how it can be known here.
func (x *task) read() (a asked, err error) {
	if a.read, err = readAll(x.desk, x.at.Plan, x.at.Period); err != nil {
		return a, err
	}
	a.row, _ = objecting.Pending(a.list)
	me := x.env.Me
	switch x.at.Do {
	case objection.VerbFile, objection.VerbWithdraw:
		a.word = word.Asked{Whose: a.who.ID, Name: a.who.FullName()}
		a.own = me.Employee == a.who.ID
	case objection.VerbExplain:
		_, recorded := voice.Judge(me, a.row.Evaluator, a.who.ID)
		a.word, a.own = word.Asked{Whose: a.row.Evaluator, Name: a.row.EvaluatorName}, !recorded
	case objection.VerbDecide:
		a.word = word.Asked{Whose: a.row.Superior, Name: cmp.Or(a.row.SuperiorName, x.env.Text.Objection.Somebody)}
		a.own = me.Employee != "" && me.Employee == a.row.Superior
	default:
		a.own = true
	}
	if !a.own && a.word.Whose != "" {
		a.word.PIN, err = x.desk.Signs(a.word.Whose)
	}
	return a, err
}

// Title is the page's crumb.
func (x *task) Title() string {
	g := x.env.Text.Objection.Go
	return map[model.Verb]string{
		objection.VerbFile: g.File, objection.VerbExplain: g.Explain, objection.VerbHear: g.Hear, objection.VerbDecide: g.Decide, objection.VerbWithdraw: g.Withdraw,
	}[x.at.Do]
}

// Kind is the page that the objection is of.
func (x *task) Kind() string { return x.env.Text.Objection.Title }

// Fields are those of the step, and below them whose word it is.
func (x *task) Fields(p *Form) []form.Field {
	t, w, a := x.env.Text, x.env.Text.Objection.Form, p.Data()
	head := lang.Fill(t.Objection.For, "name", lang.Inert(a.who.FullName()), "period", t.Period(x.at.Period))
	list := []form.Field{{Kind: form.Head, Label: head}}
	long := func(id, label, hint string, need bool) {
		list = append(list, form.Field{ID: id, Label: label, Hint: hint, Kind: form.Long, Need: need, Max: objection.Most})
	}
	switch x.at.Do {
	case objection.VerbFile:
		long(fieldReason, w.Reason, w.ReasonHint, true)
		long(fieldPapers, w.Papers, w.PapersHint, false)
		list = append(list, form.Field{ID: fieldAsks, Label: w.Asks, Kind: form.Choice, Value: no, Options: []form.Option{{Value: no, Label: w.AsksNo}, {Value: yes, Label: w.AsksYes}}})
		list = append(list, rating.Fields(t, a.eval.Result, a.eval.Behaviour, func(f *form.Form) bool { return f.Value(fieldAsks) == yes })...)
	case objection.VerbExplain:
		long(fieldReason, w.Account, w.AccountHint, true)
	case objection.VerbHear:
		long(fieldStaff, w.Staff, w.HeardHint, false)
		long(fieldEvaluator, w.Evaluator, w.HeardHint, false)
		today := x.env.Today()
		return append(list, form.Field{ID: word.Date, Label: w.HeardOn, Kind: form.Date, Value: t.Date(today), Need: true, Until: today})
	case objection.VerbDecide:
		list = append(list, x.outcome(a))
		list = append(list, rating.Fields(t, a.row.Old.Result, a.row.Old.Behaviour, func(f *form.Form) bool { return f.Value(fieldOutcome) == objection.Changed.String() })...)
		long(fieldReason, w.Grounds, w.GroundsHint, true)
	case objection.VerbWithdraw:
		long(fieldReason, w.Back, w.BackHint, true)
	}
	if a.own {
		return append(list, form.Field{Kind: form.Head, Label: w.Own})
	}
	whose := map[model.Verb]string{objection.VerbExplain: w.OfEvaluator, objection.VerbDecide: w.OfSuperior}[x.at.Do]
	list = append(list, form.Field{Kind: form.Head, Label: lang.Fill(cmp.Or(whose, w.OfStaff), "name", lang.Inert(a.word.Name))})
	return append(list, a.word.Fields(t, word.Paper(t, x.env.Today())...)...)
}

// outcome is the choice of what is decided: only what can be.
func (x *task) outcome(a asked) form.Field {
	w := x.env.Text.Objection
	f := form.Field{ID: fieldOutcome, Label: w.Form.Outcome, Kind: form.Choice, Need: true}
	for _, o := range objection.Outcomes() {
		if o == objection.Rejected || !a.computes() && (o == objection.Changed || a.row.Asked.Given()) {
			f.Options = append(f.Options, form.Option{Value: o.String(), Label: w.Outcomes[o.String()]})
		}
	}
	if a.computes() {
		f.Hint = w.Form.ComputedOnly
	}
	return f
}

// computes reports that the predicate was computed by a formula.
func (a asked) computes() bool { return a.eval.Computed.Present() }

// Changed follows nothing.
func (x *task) Changed(*Form, string) {}

// to are the ratings that the form leads to: those of the choice, those that were
// asked for, or the old ones.
func (x *task) to(f *form.Form, a asked) (out objection.Outcome, r objection.Ratings) {
	out, _ = objection.ParseOutcome(f.Value(fieldOutcome))
	switch out {
	case objection.Rejected:
		return out, a.row.Old
	case objection.Upheld:
		return out, a.row.Asked
	}
	return out, rating.Given(f)
}

// Below says which predicate a decision leads to, and that who decides is the
// superior.
func (x *task) Below(p *Form, width int) (lines []string) {
	t, a := x.env.Text, p.Data()
	text := t.Objection.About
	if x.at.Do == objection.VerbDecide {
		out, to := x.to(p.Form(), a)
		rs, err := rules.Of(a.eval, x.env.Rules.File)
		if out != objection.NoOutcome && err == nil && !a.computes() && to.Given() {
			then := rs.Predicate(to.Result, to.Behaviour)
			text = lang.Fill(t.Objection.Form.Comes, "old", objecting.Predicate(t, a.row.Old.Predicate), "new", objecting.Predicate(t, then))
		}
	}
	if text == t.Objection.About && p.Height() < roomy {
		return nil
	}
	lines = append(lines, "")
	for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, width-1), ""), "\n") {
		lines = append(lines, " "+x.env.Styles.Text.Render(line))
	}
	return lines
}

// Save keeps what the form says, as the word of whoever's it is.
func (x *task) Save(p *Form) func() (formpage.Kept, error) {
	f, a := p.Form(), p.Data()
	var said voice.Said
	if !a.own {
		said = a.word.Said(f)
	}
	w := model.Word{Document: said.Document, On: said.On}
	put, kept := x.put(f, a), x.kept()
	desk, t := x.desk, x.env.Text
	return func() (formpage.Kept, error) {
		keeper := Keeper(desk)
		if said.Signs() {
			var err error
			if keeper, err = desk.Voiced(said); err != nil {
				return formpage.Kept{}, formpage.Refuse(t, word.Secret, err)
			}
		}
		err := put(keeper, w)
		if field, why := objecting.Refused(t, err); field != "" {
			err = formpage.Refusal{Field: field, Why: why}
		}
		return formpage.Kept{Said: lang.Fill(kept, "name", lang.Inert(a.who.FullName()))}, err
	}
}

// kept is what is said afterwards.
func (x *task) kept() string {
	w := x.env.Text.Objection.Form
	return map[model.Verb]string{
		objection.VerbFile: w.Filed, objection.VerbExplain: w.Explained, objection.VerbHear: w.Heard, objection.VerbDecide: w.Decided, objection.VerbWithdraw: w.Withdrawn,
	}[x.at.Do]
}

// put is what keeps the step, with what the form says now.
func (x *task) put(f *form.Form, a asked) func(Keeper, model.Word) error {
	reason, at, rs := f.Value(fieldReason), x.at, x.env.Rules.File
	switch at.Do {
	case objection.VerbFile:
		said := objection.Objection{Reason: reason, Papers: objection.Papers(f.Value(fieldPapers))}
		if f.Value(fieldAsks) == yes {
			said.Asked = rating.Given(f)
		}
		return func(k Keeper, w model.Word) error { _, err := k.FileObjection(at.Plan, at.Period, said, w); return err }
	case objection.VerbExplain:
		return func(k Keeper, w model.Word) error {
			_, err := k.ExplainObjection(a.who.ID, a.row.ID, reason, w)
			return err
		}
	case objection.VerbHear:
		h := objection.Hearing{Staff: f.Value(fieldStaff), Evaluator: f.Value(fieldEvaluator)}
		h.On, _ = f.Date(word.Date) // the form checked it
		return func(k Keeper, _ model.Word) error { _, err := k.HearObjection(a.who.ID, a.row.ID, h); return err }
	case objection.VerbDecide:
		out, to := x.to(f, a)
		return func(k Keeper, w model.Word) error {
			_, err := k.DecideObjection(a.who.ID, a.row.ID, out, to, reason, w, rs)
			return err
		}
	}
	return func(k Keeper, w model.Word) error {
		w.Reason = reason
		_, err := k.WithdrawObjection(a.who.ID, a.row.ID, w)
		return err
	}
}
