package plan

import (
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// move is the form by which somebody is measured by another instrument, or by
// another version of theirs, from a period on. What was agreed upon is agreed
// anew; the periods before keep their frozen copy.
type move struct {
	env    nav.Env
	desk   Setter
	row    planning.Row
	told   told
	all    []model.Instrument // that can be chosen
	form   *form.Form
	saving nav.Load[planning.Revised]
}

// moveMsg: a person agreed to weights that do not sum to 100.
type moveMsg struct{ form *move }

func newMove(env nav.Env, desk Setter, row planning.Row, told told, first model.Period, all []model.Instrument) *move {
	t := env.Text
	m := &move{env: env, desk: desk, row: row, told: told}
	var options []form.Option
	for _, in := range all {
		if in.Void || in.ID == row.Plan.Instrument {
			continue
		}
		m.all = append(m.all, in)
		options = append(options, form.Option{
			Value: string(in.ID), Label: in.Name.In(t.Code), Note: in.Code + " " + lang.Fill(t.Plan.Version, "n", in.Version),
		})
	}
	slices.SortStableFunc(options, func(a, b form.Option) int {
		return strings.Compare(strings.ToLower(a.Label+a.Note), strings.ToLower(b.Label+b.Note))
	})
	value := ""
	if newest := planning.NewestOf(all, row.Instrument); newest.ID != row.Plan.Instrument {
		value = string(newest.ID)
	}
	fields := append([]form.Field{{ID: "instrument", Label: t.Plan.Instrument, Kind: form.Pick, Need: true, Options: options, Value: value}},
		told.anew(env, []planning.Row{row}, first)...)
	m.form = form.New(form.Look{Keys: env.Keys, Styles: env.Styles, Text: t}, fields...)
	return m
}

func (m *move) actions() []nav.Action {
	return nav.Filling(m.form, m.env.Keys, nav.Action{Name: m.form.SaveName(), Run: func() tea.Cmd {
		if m.form.Submit() {
			return m.sure()
		}
		return nil
	}})
}

// chosen is the instrument that was picked.
func (m *move) chosen() (model.Instrument, bool) {
	i := slices.IndexFunc(m.all, func(in model.Instrument) bool { return string(in.ID) == m.form.Value("instrument") })
	if i < 0 {
		return model.Instrument{}, false
	}
	return m.all[i], true
}

// update takes keys and the answer of the file; open is false once the form is
// done with.
func (m *move) update(msg tea.Msg) (cmd tea.Cmd, open bool) {
	if m.saving.Take(msg) {
		return m.saved()
	}
	if yes, ok := msg.(moveMsg); ok && yes.form == m {
		return m.save(), true
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil, true
	}
	switch m.form.Press(k) {
	case form.Submit:
		return m.sure(), true
	case form.Escape:
		return nil, false
	}
	return nil, true
}

// sure asks about weights that do not sum to 100 before the plan binds.
func (m *move) sure() tea.Cmd {
	t := m.env.Text
	in, _ := m.chosen() // checked by the form
	if in.Weights() == model.Int(100) {
		return m.save()
	}
	odd := lang.Fill(t.Positions.WeightsOf, "code", lang.Inert(in.Code), "n", t.Number(in.Weights()))
	return nav.Ask(lang.Fill(t.Plan.OddWeights, "list", odd), func() tea.Msg { return moveMsg{m} })
}

// save measures the person by what was chosen, off the loop.
func (m *move) save() tea.Cmd {
	if m.saving.Busy {
		return nil
	}
	in, _ := m.chosen()
	on, _ := m.form.Date("on")
	from, _ := model.ParsePeriod(m.form.Value("from")) // a draft has none
	order := planning.TargetOrder{
		Plans: []model.PlanID{m.row.Plan.ID}, Instrument: in.ID, From: from, On: on,
		Document: m.form.Value("document"), Reason: m.form.Value("reason"),
	}
	desk := m.desk
	return m.saving.Start(func() (planning.Revised, error) { return desk.SetTargets(order) })
}

// saved says what holds from when on; what was refused for a period is said
// beside it.
func (m *move) saved() (cmd tea.Cmd, open bool) {
	t := m.env.Text
	if err := m.saving.Err; err != nil {
		var entered *planning.EnteredError
		if !errors.As(err, &entered) {
			return nav.Fail(err), true
		}
		field := "from"
		if !m.form.Has(field) {
			field = "instrument"
		}
		m.form.Fail(field, lang.Fill(t.Plan.Entered, "period", t.Period(entered.Period)))
		return nil, true
	}
	in, _ := m.chosen()
	since := t.Plan.SinceStart
	if from, err := model.ParsePeriod(m.form.Value("from")); err == nil && m.form.Has("from") {
		since = lang.Fill(t.Plan.Since, "period", t.Period(from))
	}
	said := lang.Fill(t.Plan.Moved, "code", lang.Inert(in.Code), "n", in.Version, "since", since)
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said)), false
}

// note says under the title what the chosen instrument measures otherwise, and
// which periods stay as they are.
func (m *move) note() string {
	var parts []string
	if in, ok := m.chosen(); ok {
		parts = append(parts, m.env.Text.Differs(planning.Differences(m.row.Plan.Measures, m.row.Renew(in).Measures)))
	}
	parts = append(parts, m.told.note(m.env.Text, []planning.Row{m.row}, m.form.Value("from")))
	return strings.TrimSpace(strings.Join(parts, " "))
}

func (m *move) view(width, height int) string {
	return formView(m.env, m.form, lang.Inert(m.row.Staff.Name), m.note(), width, height)
}

func (m *move) unsaved() string { return m.form.Unsaved() }

// formView draws a form under whom it is about and what there is to know.
func formView(env nav.Env, f *form.Form, title, note string, width, height int) string {
	lines := strings.Split(ansi.Wordwrap(env.Styles.Title.Render(title), max(1, width), ""), "\n")
	if note != "" {
		lines = append(lines, strings.Split(ansi.Wordwrap(note, max(1, width), ""), "\n")...)
	}
	lines = append(lines, "")
	return strings.Join(append(lines, f.View(width, max(1, height-len(lines)))), "\n")
}
