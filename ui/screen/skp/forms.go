package skp

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

// What a form is for, as drafts name it.
const (
	forOutcome   = "outcome"
	forMeasure   = "measure"
	forBehaviour = "behaviour"
	forLine      = "line"
	forStep      = "step"
)

// filling is a form that is open on the page.
type filling struct {
	what  string // forOutcome, …
	id    string // of what; "": of something new
	part  planning.Part
	title string
	form  *form.Form
	save  func() tea.Cmd
}

// add opens the form of a new result, or of a new line of the annex.
func (p *Page) add() tea.Cmd {
	if at := p.lines.Chosen(); at.kind == onLine || at.kind == onPart {
		p.openForm(forLine, "", at.part)
	} else {
		p.openForm(forOutcome, "", 0)
	}
	return nil
}

// edit opens the form of what the cursor is on.
func (p *Page) edit() tea.Cmd {
	at := p.lines.Chosen()
	what := map[kind]string{onOutcome: forOutcome, onMeasure: forMeasure, onBehaviour: forBehaviour, onPart: forLine, onLine: forLine}[at.kind]
	p.openForm(what, string(at.id), at.part)
	return nil
}

func (p *Page) openForm(what, id string, part planning.Part) {
	f := &filling{what: what, id: id, part: part}
	switch what {
	case forOutcome:
		p.outcomeForm(f)
	case forMeasure:
		p.measureForm(f)
	case forBehaviour:
		p.behaviourForm(f)
	case forLine:
		p.lineForm(f)
	case forStep:
		p.stepForm(f)
	}
	if f.form != nil {
		p.open = f
	}
}

func (p *Page) fields(list ...form.Field) *form.Form {
	return form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}, list...)
}

// maxText is how long a text of a plan may be.
const maxText = 2000

// outcomeForm is the form of a result.
func (p *Page) outcomeForm(f *filling) {
	t, w, plan := p.env.Text, p.env.Text.SKP.Page, p.form()
	old, _ := plan.Plan.Outline.Outcome(model.ElementID(f.id))
	f.title = w.AddOutcome
	if f.id != "" {
		f.title = w.EditOutcome
	}
	section := map[bool]string{false: "main", true: "additional"}
	var codes []string
	for _, m := range planning.MeasuresOf(plan.Plan, old.ID) {
		if old.ID != "" {
			codes = append(codes, m.Gauge.Code)
		}
	}
	var all []string
	for _, m := range plan.Plan.Measures {
		all = append(all, lang.Inert(m.Gauge.Code+" "+m.Gauge.Name.In(t.Code)))
	}
	options, serves := p.superiors(old)
	f.form = p.fields(
		form.Field{ID: "rhk", Label: w.Text, Hint: w.TextHint, Need: true, Max: maxText, Value: old.Text},
		form.Field{ID: "section", Label: w.Section, Kind: form.Choice, Value: section[old.Additional], Options: []form.Option{
			{Value: "main", Label: w.Sections[0]}, {Value: "additional", Label: w.Sections[1], Note: w.AdditionalHint},
		}},
		form.Field{ID: "measures", Label: w.Measures, Hint: lang.Fill(w.MeasuresHint, "codes", strings.Join(all, "; ")), Value: strings.Join(codes, ", "), Check: func(s string) string {
			_, unknown := measuresOf(plan.Plan, s)
			if unknown != "" {
				return lang.Fill(w.NoMeasure, "code", lang.Inert(unknown))
			}
			return ""
		}},
		form.Field{ID: "rhk_atasan", Label: w.Serves, Hint: w.ServesHint, Kind: form.Pick, Value: serves, Options: options, Add: w.ServesOwn, Max: maxText},
	)
	f.save = func() tea.Cmd {
		x := old
		x.Text, x.Additional = f.form.Value("rhk"), f.form.Value("section") == "additional"
		switch value := f.form.Value("rhk_atasan"); {
		case f.form.Added("rhk_atasan") != "":
			x.Serves = model.Served{Text: f.form.Added("rhk_atasan")}
		case value == serves: // as it was, also where it is several
		case value == none:
			x.Serves = model.Served{}
		default:
			x.Serves = model.Served{Plan: plan.Superior.Plan, Outcomes: []model.ElementID{model.ElementID(value)}}
		}
		measures, _ := measuresOf(plan.Plan, f.form.Value("measures"))
		return p.write(lang.Fill(t.SKP.Page.Kept, "what", lang.Inert(x.Text)), planning.PutOutcome(x, measures))
	}
}

// none is the choice of no result of the superior, written that of a text.
const none, written = "none", "written"

// superiors are the results of the superior that can be chosen, and which is.
func (p *Page) superiors(x model.Outcome) (list []form.Option, at string) {
	w, plan := p.env.Text.SKP.Page, p.form()
	list = append(list, form.Option{Value: none, Label: w.ServesNone})
	for _, y := range planning.InOrder(plan.Superior.Outcomes) {
		list = append(list, form.Option{Value: string(y.ID), Label: lang.Inert(y.Text)})
	}
	switch s := x.Serves; {
	case len(s.Outcomes) > 0:
		at = string(s.Outcomes[0])
		if !slices.ContainsFunc(list, func(o form.Option) bool { return o.Value == at }) {
			list = append(list, form.Option{Value: at, Label: lang.Inert(plan.Served[s.Outcomes[0]])})
		}
	case s.Text != "":
		at = written
		list = append(list, form.Option{Value: written, Label: lang.Inert(s.Text)})
	default:
		at = none
	}
	return list, at
}

// measuresOf finds the measures of some codes; unknown is the first that is none.
func measuresOf(p model.Plan, codes string) (list []model.ElementID, unknown string) {
	for _, code := range strings.FieldsFunc(codes, func(r rune) bool { return strings.ContainsRune(",; ", r) }) {
		m, ok := p.Measure(code)
		if !ok {
			return nil, code
		}
		list = append(list, m.ID)
	}
	return list, ""
}

// measureForm is the form of what success on a measure is, in words.
func (p *Page) measureForm(f *filling) {
	w, plan := p.env.Text.SKP.Page, p.form().Plan
	for _, m := range plan.Measures {
		if string(m.ID) == f.id {
			f.title = lang.Inert(m.Gauge.Code + " · " + m.Gauge.Name.In(p.env.Text.Code))
		}
	}
	f.form = p.fields(form.Field{ID: "indikator", Label: w.Words, Hint: w.WordsHint, Kind: form.Long, Max: maxText, Value: plan.Outline.Yardstick(model.ElementID(f.id)).Text})
	f.save = func() tea.Cmd {
		return p.write(lang.Fill(w.Kept, "what", f.title), planning.InWords(model.ElementID(f.id), f.form.Value("indikator")))
	}
}

// behaviourForm is the form of what the leader expects of a value of behaviour.
func (p *Page) behaviourForm(f *filling) {
	t, w := p.env.Text, p.env.Text.SKP.Page
	var fields []form.Field
	for _, b := range rules.Behaviours() {
		if b.Code != f.id {
			continue
		}
		f.title = b.Name.In(t.Code)
		for _, g := range b.Guides {
			fields = append(fields, form.Field{Kind: form.Head, Label: "· " + g.In(t.Code)})
		}
	}
	f.form = p.fields(append(fields, form.Field{ID: "ekspektasi", Label: w.Expectation, Hint: w.ExpectationHint, Kind: form.Long, Max: maxText, Value: planning.Behaviour(p.form().Plan.Outline, f.id)})...)
	f.save = func() tea.Cmd {
		return p.write(lang.Fill(w.Kept, "what", f.title), planning.Expect(f.id, f.form.Value("ekspektasi")))
	}
}

// lineForm is the form of a line of the annex.
func (p *Page) lineForm(f *filling) {
	w := p.env.Text.SKP.Page
	f.title = p.env.Text.SKP.Parts[f.part]
	value := ""
	annex := p.form().Plan.Outline.Annex
	for _, l := range *planning.List(&annex, f.part) {
		if string(l.ID) == f.id {
			value = l.Text
		}
	}
	f.form = p.fields(form.Field{ID: "lampiran", Label: w.Line, Need: true, Max: maxText, Value: value})
	f.save = func() tea.Cmd {
		return p.write(lang.Fill(w.Kept, "what", f.title), planning.PutLine(f.part, model.Line{ID: model.ElementID(f.id), Text: f.form.Value("lampiran")}))
	}
}

// openStep opens the form of a step.
func (p *Page) openStep(step string) { p.openForm(forStep, step, 0) }

// stepForm is the form of a step: its reason, the paper and the day, and, of what
// is agreed upon anew, from when on it holds.
func (p *Page) stepForm(f *filling) {
	t, w, plan := p.env.Text, p.env.Text.SKP.Page, p.form().Plan
	step, ok := planning.StepOf(f.id, plan.State)
	if !ok {
		return
	}
	for _, s := range append(p.menu(), stepName{planning.Submit, w.Submit}) {
		if s.step == f.id {
			f.title = s.name + " · " + lang.Inert(p.form().Staff.Name)
		}
	}
	var fields []form.Field
	if step.Reason {
		fields = append(fields, form.Field{ID: "reason", Label: t.Plan.Reason, Need: true, Max: maxText})
	}
	if f.id == planning.Agree && len(plan.Agreements) > 0 {
		fields = append(fields, p.fromField())
	}
	asked := p.asked(step)
	fields = append(fields, asked.Fields(t,
		form.Field{ID: word.Document, Label: t.Plan.Document, Hint: w.DocumentHint, Need: !p.own(step), Max: 120},
		form.Field{ID: word.Date, Label: t.Plan.On, Kind: form.Date, Need: true, Value: t.Date(p.env.Today()), Until: p.env.Today()},
	)...)
	f.form = p.fields(fields...)
	f.save = func() tea.Cmd {
		from, _ := model.ParsePeriod(f.form.Value("from"))
		said := asked.Said(f.form)
		return p.stepAs(planning.StepOrder{Step: f.id, Reason: f.form.Value("reason"), Document: said.Document, On: said.On, From: from}, said)
	}
}

// fromField asks from when on what is agreed upon anew holds: as it is offered,
// from now on, and not before. What was told to the person stays.
func (p *Page) fromField() form.Field {
	t, r := p.env.Text, p.data.Data
	field := form.Field{ID: "from", Label: t.Plan.From, Hint: t.Plan.FromHint, Kind: form.Choice, Need: true}
	for _, s := range r.starts {
		field.Options = append(field.Options, form.Option{Value: s.String(), Label: t.Period(s)})
	}
	if from, ok := planning.FirstFree(r.starts, planning.StartAt(r.starts, p.env.Today()), r.told); ok {
		field.Value = from.String()
	}
	return field
}

func (f *filling) actions(p *Page) []nav.Action {
	return nav.Filling(f.form, p.env.Keys, nav.Action{Name: f.form.SaveName(), Run: func() tea.Cmd {
		if !p.saving.Busy && f.form.Submit() {
			return f.save()
		}
		return nil
	}})
}

// press takes a key of the form.
func (f *filling) press(p *Page, k tea.KeyMsg) tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	switch f.form.Press(k) {
	case form.Submit:
		return f.save()
	case form.Escape:
		if what := f.form.Unsaved(); what != "" {
			return nav.Ask(lang.Fill(p.env.Text.Frame.LeaveUnsaved, "what", what), func() tea.Msg { return doMsg{p, "drop"} })
		}
		p.open = nil
	}
	return nil
}

// failed says beside its field what was refused; false where it has none.
func (f *filling) failed(env nav.Env, err error) bool {
	var field *model.FieldError
	if word.Refused(env.Text, env.Now, f.form, err) {
		return true
	}
	if !errors.As(err, &field) || !f.form.Has(field.Field) {
		return false
	}
	f.form.Fail(field.Field, env.Text.Why(field.Err))
	return true
}

func (f *filling) view(width, height int) string {
	first, n := utf8.DecodeRuneInString(f.title)
	title := string(unicode.ToUpper(first)) + f.title[n:]
	lines := append(strings.Split(ansi.Wordwrap(title, max(1, width), ""), "\n"), "")
	return strings.Join(append(lines, f.form.View(width, max(1, height-len(lines)))), "\n")
}

// typed is a form with what was typed, as a draft keeps it.
type typed struct {
	What, ID string
	Part     planning.Part
	Fields   map[string]string
}

// Unsaved names what was typed and is not kept.
func (p *Page) Unsaved() string {
	if p.open == nil {
		return ""
	}
	return p.open.form.Unsaved()
}

// Draft is what was typed and is not kept yet.
func (p *Page) Draft() (name, text string) {
	name = "skp/" + string(p.id)
	switch {
	case p.open == nil:
		return name, p.draft
	case p.open.form.Typed() == nil:
		return name, ""
	}
	raw, err := json.Marshal(typed{p.open.what, p.open.id, p.open.part, p.open.form.Typed()})
	if err != nil {
		return name, "" // strings alone always become JSON
	}
	return name, string(raw)
}

// Redraft puts back what was typed before.
func (p *Page) Redraft(text string) {
	p.draft = text
	p.reopen()
}

// reopen brings a draft back, once the plan is there and can still be written.
func (p *Page) reopen() {
	if p.draft == "" || !p.data.Have {
		return
	}
	var d typed
	if json.Unmarshal([]byte(p.draft), &d) == nil && (d.What == forStep || p.writes() == "") {
		p.openForm(d.What, d.ID, d.Part)
		if p.open != nil {
			p.open.form.Retype(d.Fields, func(string) {})
		}
	}
	p.draft = ""
}
