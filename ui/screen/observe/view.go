package observe

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model/rubric"
	"kinerja/ui/lang"
	"kinerja/ui/lang/lesson"
	"kinerja/ui/widget/form"
)

// Fields are those of the form: which lesson, what is known of it, and the
// behaviours by focus.
func (x *lessons) Fields(p *Page) []form.Field {
	t, w, l := x.env.Text, x.env.Text.Observe.Form, p.Data()
	v := x.values(p)
	head := lang.Fill(w.Head, "name", lang.Inert(l.name), "code", lang.Inert(l.measure.Gauge.Code), "period", t.Period(x.at.Period))
	fields := []form.Field{
		{Kind: form.Head, Label: head},
		{ID: fieldWhich, Label: w.Which, Hint: w.WhichHint, Kind: form.Pick, Need: true, Value: fresh, Options: x.kept(l.lessons), When: func(*form.Form) bool { return len(p.Data().lessons) > 0 }},
		{ID: fieldOn, Label: w.On, Kind: form.Date, Need: true, Value: v[fieldOn], Check: x.inside(p)},
		{ID: fieldBy, Label: w.By, Need: true, Max: rubric.MostName, Value: v[fieldBy]},
		{ID: fieldStage, Label: w.Stage, Hint: w.StageHint, Kind: form.Choice, Value: v[fieldStage], Options: x.stages()},
		{ID: fieldFocus, Label: w.Focus, Hint: w.FocusHint, Kind: form.Pick, Need: true, Value: v[fieldFocus], Options: x.focuses(), When: seen},
	}
	for f := range rubric.Focus(rubric.Focuses) {
		show := func(of *form.Form) bool {
			on := of.Value(fieldFocus)
			return seen(of) && (on == everything || on == f.String())
		}
		fields = append(fields, form.Field{Kind: form.Head, Label: t.Observe.Focuses[f], When: show})
		for n := range rubric.Behaviours {
			name, id := lesson.Behaviour(t, f, n), fieldScore(f, n)
			fields = append(fields, form.Field{
				ID: id, Label: name, Hint: lang.Fill(w.ScoreHint, "behaviour", name), Kind: form.Number, Max: 1, Value: v[id], Check: x.why, When: show,
			})
		}
	}
	return append(fields, form.Field{ID: fieldNote, Label: w.Note, Max: rubric.MostWords, Value: v[fieldNote]})
}

// seen reports whether the lesson was observed: before that there are no scores.
func seen(f *form.Form) bool { return f.Value(fieldStage) != rubric.Agreed.String() }

// values are those of the observation that is in the form, by field. A new one is
// of today, of whoever is at the keyboard, and by the focus of the last one.
func (x *lessons) values(p *Page) map[string]string {
	t, l := x.env.Text, p.Data()
	o, focus := rubric.Observation{Stage: rubric.Observed}, everything
	if x.env.Me.Employee != "" { // a file's owner is nobody by name
		o.By = x.env.Me.Name
	}
	if today := x.env.Today(); x.at.Period.Has(today) {
		o.On = today
	}
	if len(l.lessons) > 0 {
		focus = focusOf(l.lessons[len(l.lessons)-1])
	}
	if n, err := strconv.Atoi(x.shown); err == nil && n <= len(l.lessons) {
		o = l.lessons[n-1]
		focus = focusOf(o)
	}
	v := map[string]string{fieldBy: o.By, fieldStage: o.Stage.String(), fieldFocus: focus, fieldNote: o.Note, fieldOn: ""}
	if !o.On.IsZero() {
		v[fieldOn] = t.Date(o.On)
	}
	for f := range rubric.Focus(rubric.Focuses) {
		for n, score := range o.Scores[f] {
			id := fieldScore(f, n)
			if v[id] = ""; score > 0 {
				v[id] = strconv.Itoa(int(score))
			}
		}
	}
	return v
}

// focusOf is the one focus of which behaviours were seen; everything where these
// are several or none.
func focusOf(o rubric.Observation) string {
	focus := everything
	for f := range rubric.Focus(rubric.Focuses) {
		switch {
		case o.Scores.Seen(f) == 0:
		case focus != everything:
			return everything
		default:
			focus = f.String()
		}
	}
	return focus
}

// kept are the observations to choose from, a new one first.
func (x *lessons) kept(d rubric.Detail) []form.Option {
	t := x.env.Text
	list := []form.Option{{Value: fresh, Label: t.Observe.Form.Fresh}}
	for i, o := range d {
		list = append(list, form.Option{Value: strconv.Itoa(i + 1), Label: lesson.Session(t, o), Note: t.Amount(o.Mean())})
	}
	return list
}

func (x *lessons) stages() (list []form.Option) {
	for i, word := range rubric.StageWords() {
		list = append(list, form.Option{Value: word, Label: x.env.Text.Observe.Stages[i]})
	}
	return list
}

func (x *lessons) focuses() []form.Option {
	list := []form.Option{{Value: everything, Label: x.env.Text.Observe.Form.AllFocuses}}
	for i, word := range rubric.FocusWords() {
		list = append(list, form.Option{Value: word, Label: x.env.Text.Observe.Focuses[i]})
	}
	return list
}

// Below says what this observation comes to, and the value with it.
func (x *lessons) Below(p *Page, width int) []string {
	t, w := x.env.Text, x.env.Text.Observe.Form
	o, err := x.observation(p.Form())
	if err != nil {
		return nil
	}
	all := x.others(p).With(o)
	text := lang.Fill(w.Value, "value", lesson.Count(t, all)) + " · " + t.Observe.Scale
	if n := o.Seen(); n > 0 {
		text = lang.Fill(w.This, "value", t.Plural(t.Observe.Seen, n, "mean", t.Amount(o.Mean()))) + " · " + text
	}
	lines := []string{""}
	for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, width-1), ""), "\n") {
		lines = append(lines, " "+x.env.Styles.Text.Render(line))
	}
	return lines
}
