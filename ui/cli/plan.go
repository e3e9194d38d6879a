package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/known"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/page"
	"kinerja/ui/lang"
)

func (c *call) planVerb() *cobra.Command {
	return c.group("plan", c.planMake(), c.planShow(), c.planList())
}

func (c *call) planMake() *cobra.Command {
	var on string
	cmd := c.verb("plan make", "make --year Y [--unit U] [--on DATE]", c.want(0, 0), func([]string) error { return c.makePlans(on) })
	cmd.Flags().StringVar(&c.flag.year, "year", "", c.text.CLI.Flags["year"])
	cmd.Flags().StringVar(&c.flag.unit, "unit", "", c.text.CLI.Flags["unit"])
	cmd.Flags().StringVar(&on, "on", "", c.text.CLI.Flags["plan-on"])
	return cmd
}

func (c *call) makePlans(on string) error {
	if c.flag.year == "" {
		return c.misuse(c.text.CLI.Usage.Missing, "verb", "kinerja plan make", "what", "--year")
	}
	year, err := c.yearFlag()
	if err != nil {
		return err
	}
	date, err := c.dateFlag("--on", on)
	if err != nil {
		return err
	}
	d, err := c.open(toMake)
	if err != nil {
		return err
	}
	unit, err := c.unitFlag(d)
	if err != nil {
		return err
	}
	made, err := d.MakePlans(planning.Order{Year: year, Unit: unit, On: date})
	if err != nil {
		return err
	}
	return c.plansMade(d, year, made)
}

// plansMade says how many plans were made from which instrument, and for whom
// none could be.
func (c *call) plansMade(d *store.Desk, year int, made planning.Made) error {
	names, err := known.Instruments(d)
	if err != nil {
		return err
	}
	o := answer.PlansMade{Schema: answer.Schema, Year: year, Made: len(made.Plans), Kept: made.Kept, By: map[string]int{}, NoPost: []string{}}
	for _, p := range made.Plans {
		o.By[names[p.Instrument].Code]++
	}
	for _, row := range made.NoPost {
		o.NoPost = append(o.NoPost, string(row.Employee))
	}
	if c.flag.json {
		return c.object(o)
	}
	t := c.text
	c.line(t.Plural(t.CLI.Plan.Made, o.Made, "year", year))
	var codes []string
	for code := range o.By {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		c.line("  " + code + "  " + t.Count(o.By[code]))
	}
	if o.Kept > 0 {
		c.line(t.Plural(t.CLI.Plan.Kept, o.Kept))
	}
	for _, row := range made.NoPost {
		c.note(lang.Fill(t.CLI.Plan.NoPost, "name", lang.Inert(row.Name), "year", year))
	}
	return nil
}

func (c *call) planShow() *cobra.Command {
	cmd := c.verb("plan show", "show QUERY [--year Y] [--plan ID]", nil, func(args []string) error { return c.showPlan(args) })
	cmd.Flags().StringVar(&c.flag.year, "year", "", c.text.CLI.Flags["year"])
	cmd.Flags().StringVar(&c.flag.plan, "plan", "", c.text.CLI.Flags["plan"])
	cmd.Flags().StringVar(&c.flag.id, "id", "", c.text.CLI.Flags["id"])
	return cmd
}

func (c *call) showPlan(args []string) error {
	d, err := c.open(toRead)
	if err != nil {
		return err
	}
	s, err := c.planOf(d, args)
	if err != nil {
		return err
	}
	names, err := known.Instruments(d)
	if err != nil {
		return err
	}
	in := names[s.plan.Instrument]
	if c.flag.json {
		return c.object(c.planObject(s, names))
	}
	c.planLines(s, in)
	return nil
}

// planOf finds the plan of somebody in a year: the one that --year names, this
// one, else the newest with a plan.
func (c *call) planOf(d *store.Desk, words []string) (s subject, err error) {
	year, err := c.yearFlag()
	if err != nil {
		return s, err
	}
	row, err := c.person(d, words)
	if err != nil {
		return s, err
	}
	if s.person, err = d.Profile(row.Employee); err != nil {
		return s, err
	}
	if c.flag.year == "" && len(s.person.Plans) > 0 && !slices.ContainsFunc(s.person.Plans, func(p model.Plan) bool { return p.Year == year }) {
		year = s.person.Plans[0].Year // newest first
	}
	if s.period, err = model.NewPeriod(model.Year, year, 1); err != nil {
		return s, err
	}
	if s.plan, err = c.pickPlan(d, s.person, s.period); err != nil {
		return s, err
	}
	return s, c.fill(d, &s)
}

func (c *call) planObject(s subject, names map[model.InstrumentID]model.Instrument) answer.Plan {
	in := names[s.plan.Instrument]
	return answer.Plan{
		Schema: answer.Schema, ID: s.plan.ID, Employee: s.who(), Year: s.plan.Year, Instrument: in.Code, Version: s.plan.Version,
		State: s.plan.State.String(), Agreements: answer.Agreements(s.plan, names, c.text.Code), Measures: answer.Gauges(s.plan, c.text.Code), Words: answer.Words(s.plan.Words),
	}
}

func (c *call) planLines(s subject, in model.Instrument) {
	t := c.text
	c.line(lang.Inert(s.person.Employee.FullName()) + " · " + s.person.Employee.Number.Grouped())
	c.line(lang.Inert(s.post.Position) + " · " + lang.Inert(s.unit.Name))
	c.line(lang.Fill(t.CLI.Plan.Title, "year", s.plan.Year, "instrument", lang.Inert(in.Code), "name", lang.Inert(in.Name.In(t.Code)),
		"version", s.plan.Version, "state", t.PlanState(s.plan.State)))
	for i, a := range s.plan.Agreements {
		c.line(t.Agreement(t.Plan.Agreement, i+1, a, planning.Said(s.plan, a)))
	}
	for _, w := range s.plan.Words {
		if len(s.plan.Agreements) == 0 {
			c.line(lang.Fill(t.CLI.Plan.Agreed, "on", t.Date(w.On)))
		}
	}
	var rows [][]string
	for _, m := range s.plan.Measures {
		g := m.Gauge
		target := t.Number(g.Target)
		if high, ok := g.TargetHigh.Get(); ok {
			target += "–" + t.Number(high)
		}
		rows = append(rows, []string{lang.Inert(g.Code), lang.Inert(g.Name.In(t.Code)), target, t.Unit(g.Unit), t.Number(g.Weight), t.Direction(g.Direction)})
	}
	h := t.CLI.Columns
	c.line("")
	c.columns([]page.Column{{Head: h.Code, Whole: true}, {Head: h.Indicator, Last: true}, {Head: h.Target, Right: true}, {Head: h.Measure},
		{Head: h.Weight, Right: true}, {Head: h.Direction}}, rows)
}

func (c *call) planList() *cobra.Command {
	var lines bool
	cmd := c.verb("plan list", "list [--year Y] [--unit U]", c.want(0, 0), func([]string) error {
		year, err := c.yearFlag()
		if err != nil {
			return err
		}
		d, err := c.open(toRead)
		if err != nil {
			return err
		}
		return c.listPlans(d, year, lines)
	})
	cmd.Flags().StringVar(&c.flag.year, "year", "", c.text.CLI.Flags["year"])
	cmd.Flags().StringVar(&c.flag.unit, "unit", "", c.text.CLI.Flags["unit"])
	cmd.Flags().BoolVar(&lines, "lines", false, c.text.CLI.Flags["lines"])
	return cmd
}

// listPlans lists the plans of a year.
func (c *call) listPlans(d *store.Desk, year int, lines bool) error {
	unit, err := c.unitFlag(d)
	if err != nil {
		return err
	}
	plans, err := d.Plans(year, unit)
	if err != nil {
		return err
	}
	w, err := known.Read(d)
	if err != nil {
		return err
	}
	names, err := known.Instruments(d)
	if err != nil {
		return err
	}
	known.Sort(w, plans, func(p model.Plan) model.EmployeeID { return p.Employee })
	if !c.flag.json && !lines {
		c.note(lang.Fill(c.text.CLI.Plan.ForYear, "year", year))
	}
	return c.list(lists.Plans(c.text, w, names, plans), lines, c.text.CLI.Empty)
}
