package feedback

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/talk"
	"kinerja/model/voice"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/timeline"
	"kinerja/ui/widget/word"
)

// writing is an item on its way: the form, and what it is to become.
type writing struct {
	env    nav.Env
	desk   Desk
	who    string // whom it is about, by name
	voice  string // whose word it is
	item   talk.Feedback
	refer  []string // what is answered or corrected, or was agreed on to talk about
	agenda string   // of this check-in, as the last one agreed
	own    bool     // it is for somebody whose conversation is not the writer's to read
	form   *form.Form
	asked  word.Asked // whose word it is, where another types it

	saving nav.Load[talk.Feedback]
}

// The fields of the form, as model's errors name them.
const (
	fieldAbout, fieldText, fieldAgreed  = "about", "text", "agreed"
	fieldNext, fieldDocument, fieldDate = "next", "document", "date"
	fieldOther, fieldAgenda             = "other", "agenda"
)

// write opens the form for an item: a new one of a kind, an answer, or another
// wording of one that stands.
func (p *Page) write(f talk.Feedback) tea.Cmd {
	said := p.data.Data.talk
	f.Employee, f.Word.By, f.Word.Whose, f.Word.Via = p.route.Employee, p.env.Me.Employee, p.env.Me.Employee, p.env.Me.Via
	f, err := talk.Voice(f, said.Items)
	if err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	w := &writing{env: p.env, desk: p.desk, who: said.Staff.Name, voice: p.env.Me.Name, item: f, own: said.Own}
	if f.Word.Whose == f.Employee {
		w.voice = w.who
		w.asked = word.Asked{Whose: f.Employee, Name: w.who, PIN: p.data.Data.pin}
		if f.Word.Via != model.Recorded {
			w.asked.PIN = voice.NoPIN
		}
	}
	for _, id := range []model.FeedbackID{f.To, f.Corrects} {
		if i := slices.IndexFunc(said.Items, func(x talk.Feedback) bool { return x.ID == id }); id != "" && i >= 0 {
			old := said.Items[i]
			w.refer = append(w.refer, lang.Fill(p.env.Text.Feedback.ToWhat, "kind", p.env.Text.FeedbackKind(old.Kind),
				"date", p.env.Text.Date(old.Word.On), "text", old.Text))
		}
	}
	if f.Kind == talk.CheckIn && f.Corrects == "" {
		if w.agenda = agendaOf(said); w.agenda != "" {
			w.refer = append(w.refer, lang.Fill(p.env.Text.Talk.LastTime, "text", w.agenda))
		}
	}
	about := aboutValue(f)
	if f.Corrects == "" {
		about, w.item.Period = p.routeAbout(), p.route.Period
	}
	w.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}, w.fields(p.aboutOptions(), about)...)
	w.form.Focus(fieldText)
	p.form = w
	return nil
}

// What an item is about, as the value of an option: "m" and plan and measure,
// "v" and a code, or "p" for the person.
const aboutPerson = "p"

func aboutValue(f talk.Feedback) string {
	switch {
	case f.Measure != "":
		return "m/" + string(f.Plan) + "/" + string(f.Measure)
	case f.Value != "":
		return "v/" + f.Value
	}
	return aboutPerson
}

// routeAbout is what the route says a new item is about.
func (p *Page) routeAbout() string {
	if list := rules.Behaviours(); p.route.Value > 0 && p.route.Value <= len(list) {
		return "v/" + list[p.route.Value-1].Code
	}
	for _, plan := range p.data.Data.plans {
		for _, m := range plan.Measures {
			if p.route.Measure != "" && m.ID == p.route.Measure && (p.route.Period == 0 || p.route.Period.Year() == plan.Year) {
				return "m/" + string(plan.ID) + "/" + string(m.ID)
			}
		}
	}
	return aboutPerson
}

// aboutOptions are the person, the measures of the newest year's plans, and the
// seven values. What an item that is corrected was about stays among them.
func (p *Page) aboutOptions() []form.Option {
	t := p.env.Text
	options := []form.Option{{Value: aboutPerson, Label: t.Feedback.Person}}
	year := 0
	for _, plan := range p.data.Data.plans {
		year = max(year, plan.Year)
	}
	if p.route.Period != 0 {
		year = p.route.Period.Year()
	}
	for _, plan := range p.data.Data.plans {
		for _, m := range plan.Measures {
			if plan.Year == year {
				options = append(options, form.Option{Value: "m/" + string(plan.ID) + "/" + string(m.ID), Label: m.Gauge.Code, Note: m.Gauge.Name.In(t.Code)})
			}
		}
	}
	for _, b := range rules.Behaviours() {
		options = append(options, form.Option{Value: "v/" + b.Code, Label: timeline.About(t, talk.Feedback{Value: b.Code}), Note: b.Guides[0].In(t.Code)})
	}
	for _, f := range p.items() {
		known := func(o form.Option) bool { return o.Value == aboutValue(f) }
		if !slices.ContainsFunc(options, known) {
			options = append(options, form.Option{Value: aboutValue(f), Label: timeline.About(t, f)})
		}
	}
	return options
}

func (w *writing) actions() []nav.Action {
	k := w.env.Keys
	list := []nav.Action{
		{ID: "saved", Name: w.form.SaveName(), Binding: k.Saved, Main: true, By: w.form.Whose(), Run: func() tea.Cmd {
			if w.form.Submit() {
				return w.save()
			}
			return nil
		}},
		{ID: "esc", Name: w.form.CancelName(), Binding: k.Esc, Main: true},
	}
	if w.form.Focused() == fieldText {
		list = append(list, w.startAction())
	}
	if w.form.Lines() {
		t := w.env.Text.Form
		list = append(list, nav.Action{ID: "enter", Name: t.NewLine, Binding: k.Enter, Main: true},
			nav.Action{ID: "tab", Name: t.Next, Binding: k.Tab, Main: true})
	}
	return list
}

// update takes keys and the answer of the file; open is false once the form is
// done with.
func (w *writing) update(msg tea.Msg) (cmd tea.Cmd, open bool) {
	if w.saving.Take(msg) {
		if err := w.saving.Err; err != nil {
			return w.failed(err), true
		}
		t := w.env.Text
		said := lang.Fill(t.Feedback.GivenTo, "kind", t.Feedback.Give[w.item.Kind], "name", lang.Inert(w.who))
		if w.item.Kind == talk.Answer {
			said = lang.Fill(t.Feedback.AnswerKept, "name", lang.Inert(w.voice))
		}
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said)), false
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil, true
	}
	switch w.form.Press(k) {
	case form.Submit:
		return w.save(), true
	case form.Escape:
		if !w.form.Dirty() {
			return nil, false
		}
		return nav.Ask(w.env.Text.Feedback.Discard, func() tea.Msg { return givenUp{w} }), true
	}
	return nil, true
}

// givenUp says that an item is not written after all.
type givenUp struct{ what *writing }

// failed puts what was refused beside its field; what was typed stays.
func (w *writing) failed(err error) tea.Cmd {
	var field *model.FieldError
	if word.Refused(w.env.Text, w.env.Now, w.form, err) {
		return nil
	}
	if errors.As(err, &field) {
		w.form.Fail(field.Field, w.env.Text.Why(field.Err))
	}
	return func() tea.Msg { return nav.FailMsg{Err: err} }
}

// save reads the form and keeps the item, off the loop.
func (w *writing) save() tea.Cmd {
	switch {
	case w.saving.Busy:
		return nil
	case w.item.Corrects != "" && !w.form.Dirty():
		return func() tea.Msg { return givenUp{w} } // the wording stays as it is
	}
	f := talk.Feedback{
		Employee: w.item.Employee, Kind: w.item.Kind, Period: w.item.Period, To: w.item.To, Corrects: w.item.Corrects,
		Text: w.filled(w.form.Value(fieldText)), Agreed: w.form.Value(fieldAgreed), Agenda: w.form.Value(fieldAgenda), Other: w.form.Value(fieldOther), Word: model.Word{Document: w.form.Value(fieldDocument)},
	}
	// The fields have said so if these are no days.
	f.Next, _ = w.form.Date(fieldNext)
	f.Word.On, _ = w.form.Date(fieldDate)
	switch kind, rest, _ := strings.Cut(w.form.Value(fieldAbout), "/"); kind {
	case "m":
		plan, measure, _ := strings.Cut(rest, "/")
		f.Plan, f.Measure = model.PlanID(plan), model.ElementID(measure)
	case "v":
		f.Value = rest
	}
	desk, said := w.desk, voice.Said{}
	if word.Signing(w.form) {
		f.Word, said = model.Word{}, w.asked.Said(w.form)
	}
	return w.saving.Start(func() (talk.Feedback, error) {
		give := Giver(desk)
		if said.Signs() {
			var err error
			if give, err = desk.Voiced(said); err != nil {
				return f, err
			}
		}
		return give.Give(f)
	})
}

// view draws the form under what it is about.
func (w *writing) view(width, height int) string {
	t, s := w.env.Text, w.env.Styles
	title := lang.Fill(t.Feedback.OfWhom, "kind", t.Feedback.Give[w.item.Kind], "name", lang.Inert(w.who))
	switch {
	case w.item.Corrects != "":
		title = lang.Fill(t.Feedback.CorrectOf, "kind", t.Feedback.Give[w.item.Kind], "name", lang.Inert(w.who))
	case w.item.Kind == talk.Answer:
		title = lang.Fill(t.Feedback.Answer, "name", lang.Inert(w.voice))
	}
	title = w.item.Kind.Sign() + " " + title
	lines := []string{s.Title.Render(ansi.Truncate(title, width, s.Glyphs.Ellipsis))}
	for _, text := range w.refer {
		text = strings.Join(strings.Fields(text), " ")
		lines = append(lines, s.Dim.Render(ansi.Truncate(lang.Inert(text), width, s.Glyphs.Ellipsis)))
	}
	if begun := w.startLine(); begun != "" {
		lines = append(lines, s.Text.Render(ansi.Truncate(lang.Fill(t.Talk.StartLine, "name", begun), width, s.Glyphs.Ellipsis)))
	}
	lines = append(lines, "")
	return strings.Join(append(lines, w.form.View(width, max(1, height-len(lines)))), "\n")
}

// draft is what is typed so far, as it is kept.
type draft struct {
	Kind     talk.Kind         `json:"kind"`
	To       model.FeedbackID  `json:"to,omitempty"`
	Corrects model.FeedbackID  `json:"corrects,omitempty"`
	Fields   map[string]string `json:"fields"`
}

// Draft is the item that is being written.
func (p *Page) Draft() (name, text string) {
	name = "feedback/" + string(p.route.Employee)
	if p.form == nil || !p.form.form.Dirty() {
		return name, p.draft // one that still waits for the conversation
	}
	d := draft{Kind: p.form.item.Kind, To: p.form.item.To, Corrects: p.form.item.Corrects, Fields: map[string]string{}}
	for _, id := range []string{fieldAbout, fieldText, fieldAgreed, fieldAgenda, fieldNext, fieldOther, fieldDocument, fieldDate} {
		if v := p.form.form.Value(id); v != "" {
			d.Fields[id] = v
		}
	}
	raw, err := json.Marshal(d)
	if err != nil {
		return name, "" // strings alone always become JSON
	}
	return name, string(raw)
}

// Redraft opens the form again with what was typed before.
func (p *Page) Redraft(text string) {
	if !p.data.Have {
		p.draft = text
		return
	}
	p.redraft(text)
}

func (p *Page) redraft(text string) {
	var d draft
	if json.Unmarshal([]byte(text), &d) != nil || d.Kind == talk.NoKind || d.Kind > talk.Answer {
		return
	}
	f := talk.Feedback{Kind: d.Kind, To: d.To}
	for _, old := range p.items() {
		if d.Corrects != "" && old.ID == d.Corrects {
			f = old
			f.Corrects, f.Word.On = old.ID, 0
		}
	}
	if p.write(f); p.form == nil {
		return
	}
	for id, value := range d.Fields {
		p.form.form.Fill(id, value)
	}
}
