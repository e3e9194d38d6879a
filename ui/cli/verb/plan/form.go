package plan

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/known"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
	"kinerja/ui/lang/turn"
	"kinerja/ui/widget/ruleset"
)

func planShow(c *call.Call) *cobra.Command {
	cmd := c.Verb("plan show", "show QUERY [--year Y] [--plan ID]", nil, func(args []string) error { return showPlan(c, args) })
	planFlags(c, cmd)
	return cmd
}

// planFlags gives cmd the flags by which it finds somebody's plan of a year.
func planFlags(c *call.Call, cmd *cobra.Command) {
	f, t := cmd.Flags(), c.Text.CLI.Flags
	f.StringVar(&c.Flag.Year, "year", "", t["year"])
	f.StringVar(&c.Flag.Plan, "plan", "", t["plan"])
	f.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
}

func showPlan(c *call.Call, args []string) error {
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	s, err := pick.OfYear(c, d, args)
	if err != nil {
		return err
	}
	names, err := known.Instruments(d)
	if err != nil {
		return err
	}
	f, err := d.PlanForm(s.Plan.ID)
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		return c.Object(planObject(c, s, f, names))
	}
	head(c, s, names)
	formLines(c, f)
	return nil
}

func planObject(c *call.Call, s pick.Subject, f planning.Form, names map[model.InstrumentID]model.Instrument) answer.Plan {
	in := names[s.Plan.Instrument]
	own := rules.Own(s.Plan)
	ref := own
	if rs, err := pick.Rules(c, s); err == nil {
		ref = rs.Ref()
	}
	words := answer.Words(s.Plan.Words)
	for i, w := range words {
		words[i].WhoseName, words[i].ByName = f.Names[w.Whose], f.Names[w.By]
	}
	return answer.Plan{
		RuleSet: ref, RuleSetOwn: own != "",
		Schema: answer.Schema, ID: s.Plan.ID, Employee: s.Who(), Year: s.Plan.Year, Instrument: in.Code, Version: s.Plan.Version,
		State: s.Plan.State.String(), Agreements: answer.Agreements(s.Plan, names, c.Text.Code), Measures: answer.Gauges(s.Plan, c.Text.Code), Words: words,
		Outline: answer.OutlineOf(f),
	}
}

// head says whose plan it is, of which year, and what was agreed when.
func head(c *call.Call, s pick.Subject, names map[model.InstrumentID]model.Instrument) {
	t := c.Text
	in := names[s.Plan.Instrument]
	c.Line(lang.Inert(s.Person.Employee.FullName()) + " · " + s.Person.Employee.Number.Grouped())
	c.Line(lang.Inert(s.Post.Position) + " · " + lang.Inert(s.Unit.Name))
	c.Line(lang.Fill(t.CLI.Plan.Title, "year", s.Plan.Year, "instrument", lang.Inert(in.Code), "name", lang.Inert(in.Name.In(t.Code)),
		"version", s.Plan.Version, "state", t.PlanState(s.Plan.State)))
	if special := ruleset.Special(t, c.Book(), s.Plan, s.Person.Employee.Kind); special != "" {
		c.Line(special)
	}
	for i, a := range s.Plan.Agreements {
		text := t.Agreement(t.Plan.Agreement, i+1, a, planning.Said(s.Plan, a))
		if planning.Moved(s.Plan) {
			text += " · " + lang.Inert(names[a.Instrument].Code) + " " + lang.Fill(t.Plan.Version, "n", a.Version)
		}
		c.Line(text)
	}
}

// formLines writes the plan as the form has it.
func formLines(c *call.Call, f planning.Form) {
	t, o := c.Text, f.Plan.Outline
	table := newMeasures(c, f)
	c.Line("")
	if len(o.Outcomes) == 0 {
		c.Line(t.SKP.NoOutcomes)
	} else {
		c.Line(t.SKP.Approaches[o.Approach])
	}
	if table.head != "" {
		c.Line(table.head)
	}
	number := 0
	mains, additional := planning.Split(o.Outcomes)
	for _, part := range []struct {
		title string
		list  []model.Outcome
	}{{t.SKP.Main, mains}, {t.SKP.Additional, additional}} {
		if len(part.list) > 0 {
			c.Line(part.title)
		}
		for _, x := range part.list {
			number++
			c.Line(strconv.Itoa(number) + ". " + lang.Inert(x.Text))
			if serves := f.Serves(x); len(serves) > 0 {
				c.Line("   " + lang.Fill(t.SKP.Serves, "text", lang.Inert(strings.Join(serves, "; "))))
			} else if !x.Additional {
				c.Line("   " + t.SKP.ServesNothing)
			}
			table.say(planning.MeasuresOf(f.Plan, x.ID), t.SKP.NoMeasures)
		}
	}
	unplaced := planning.MeasuresOf(f.Plan, "")
	if len(o.Outcomes) > 0 && len(unplaced) > 0 {
		c.Line(t.SKP.Unplaced)
	}
	table.say(unplaced, "")
	if len(o.Expectations) > 0 {
		c.Line(t.SKP.Behaviour)
		for _, b := range rules.Behaviours() {
			if text := planning.Behaviour(o, b.Code); text != "" {
				c.Line(b.Name.In(t.Code) + ": " + lang.Fill(t.SKP.Expects, "text", lang.Inert(text)))
			}
		}
	}
	annexLines(c, o.Annex)
	if len(f.Plan.Words) > 0 {
		c.Line("")
		c.Line(t.SKP.States)
		for _, w := range f.Plan.Words {
			c.Line("  " + said.PlanAct(t, w, f.Names))
		}
	}
	c.Line(turn.Of(t, f))
	for _, h := range f.Hints() {
		if h != planning.NoOutcomes {
			c.Note(t.SKP.Hints[h.String()])
		}
	}
}

func annexLines(c *call.Call, a model.Annex) {
	said := false
	for part := range planning.Parts {
		list := *planning.List(&a, part)
		if len(list) > 0 && !said {
			c.Line(c.Text.SKP.Annex)
			said = true
		}
		for i, l := range list {
			c.Line(c.Text.SKP.Parts[part] + " " + strconv.Itoa(i+1) + ". " + lang.Inert(l.Text))
		}
	}
}

// measures is the table of all measures of a plan, whose lines stand below their
// results.
type measures struct {
	c     *call.Call
	form  planning.Form
	head  string
	lines map[model.ElementID]string
}

func newMeasures(c *call.Call, f planning.Form) measures {
	t, h := c.Text, c.Text.CLI.Columns
	m := measures{c: c, form: f, lines: map[model.ElementID]string{}}
	var rows [][]string
	for _, x := range f.Plan.Measures {
		g := x.Gauge
		target, unit := t.Target(g), t.Unit(g.Unit)
		if f.Plan.Outline.InWords(x.ID) {
			target, unit = t.SKP.Qualitative, ""
		}
		rows = append(rows, []string{lang.Inert(g.Code), lang.Inert(g.Name.In(t.Code)), t.Aspect(g.Aspect), target, unit, t.Number(g.Weight), t.Direction(g.Direction)})
	}
	heads := []page.Column{{Head: h.Code, Whole: true}, {Head: h.Indicator, Last: true}, {Head: h.Aspect}, {Head: h.Target, Right: true}, {Head: h.Measure},
		{Head: h.Weight, Right: true}, {Head: h.Direction}}
	list := page.Table(heads, rows, max(0, c.Width()-2), c.Styles().Glyphs.Ellipsis)
	if c.Flag.Plain {
		list = []string{""}
		for _, r := range rows {
			list = append(list, strings.Join(r, "\t"))
		}
	}
	if len(list) == len(rows)+1 {
		m.head = "  " + list[0]
		for i, x := range f.Plan.Measures {
			m.lines[x.ID] = list[i+1]
		}
	}
	return m
}

// say writes the lines of some measures, with what success is in words.
func (m measures) say(list []model.Measure, none string) {
	if len(list) == 0 && none != "" {
		m.c.Line("  " + none)
	}
	for _, x := range list {
		m.c.Line("  " + m.lines[x.ID])
		if text := m.form.Plan.Outline.Yardstick(x.ID).Text; text != "" {
			m.c.Line("    " + lang.Fill(m.c.Text.SKP.InWords, "text", lang.Inert(text)))
		}
	}
}
