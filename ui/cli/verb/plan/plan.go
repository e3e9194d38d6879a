// Package plan is the verb plan: plans are made, written, moved from draft to
// agreed, shown and listed.
package plan

import (
	"slices"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/pick"
	"kinerja/ui/known"
	"kinerja/ui/lang"
)

// Command is `kinerja plan` with its verbs.
func Command(c *call.Call) *cobra.Command {
	list := []*cobra.Command{planMake(c), planTarget(c), planInstrument(c), planRuleSet(c), planShow(c), planList(c), planOutcome(c), planExpectation(c), planAnnex(c), planApproach(c)}
	list = append(list, planSteps(c)...)
	return c.Group("plan", append(list, planCopy(c), planMatrix(c))...)
}

func planMake(c *call.Call) *cobra.Command {
	var f making
	cmd := c.Verb("plan make", "make --year Y [--unit U] [--on DATE] [--document D] [--draft] [--yes]", c.Want(0, 0), func([]string) error { return makePlans(c, f) })
	t := c.Text.CLI.Flags
	cmd.Flags().StringVar(&c.Flag.Year, "year", "", t["year"])
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	cmd.Flags().StringVar(&f.on, "on", "", t["plan-on"])
	cmd.Flags().StringVar(&f.document, "document", "", t["document"])
	cmd.Flags().BoolVar(&f.draft, "draft", false, t["plan-draft"])
	cmd.Flags().BoolVar(&f.yes, "yes", false, t["yes"])
	return cmd
}

// making is how plans are made: agreed upon on paper, or as drafts.
type making struct {
	on, document string
	draft, yes   bool
}

func makePlans(c *call.Call, f making) error {
	if c.Flag.Year == "" {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan make", "what", "--year")
	}
	switch {
	case f.draft && f.on != "":
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--draft", "b", "--on")
	case f.draft && f.document != "":
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--draft", "b", "--document")
	}
	order := planning.Order{Document: f.document, Draft: f.draft}
	var err error
	if order.Year, err = c.YearFlag(); err != nil {
		return err
	}
	if order.On, err = c.DateFlag("--on", f.on); err != nil {
		return err
	}
	d, err := c.Open(call.ToMake)
	if err != nil {
		return err
	}
	if order.Unit, err = pick.Unit(c, d); err != nil {
		return err
	}
	found, err := d.Positions(order.Year, order.Who)
	if err != nil {
		return err
	}
	if err := sure(c, c.Text.Positions.OddWeights, found.Proposed(), f.yes); err != nil {
		return err
	}
	made, err := d.MakePlans(order)
	if err != nil {
		return err
	}
	return plansMade(c, d, order, made)
}

// plansMade says how many plans were made from which instrument, and for whom
// none could be.
func plansMade(c *call.Call, d *store.Desk, order planning.Order, made planning.Made) error {
	year := order.Year
	names, err := known.Instruments(d)
	if err != nil {
		return err
	}
	o := answer.PlansMade{Schema: answer.Schema, Year: year, Made: len(made.Plans), Kept: made.Kept, By: map[string]int{}, NoPost: []string{}}
	for _, p := range made.Plans {
		if p.State == model.PlanDraft {
			o.Drafts++
		}
		o.By[names[p.Instrument].Code]++
	}
	for _, row := range made.NoPost {
		o.NoPost = append(o.NoPost, string(row.Employee))
	}
	if c.Flag.JSON {
		return c.Object(o)
	}
	t := c.Text
	said := t.CLI.Plan.Made
	if order.Draft && o.Made > 0 {
		said = t.CLI.Plan.MadeDrafts
	}
	c.Line(t.Plural(said, o.Made, "year", year))
	var codes []string
	for code := range o.By {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		c.Line("  " + code + "  " + t.Count(o.By[code]))
	}
	if made.Early > 0 {
		c.Line(t.Plural(t.Positions.Early, made.Early))
	}
	if o.Kept > 0 {
		c.Line(t.Plural(t.CLI.Plan.Kept, o.Kept))
	}
	for _, row := range made.NoPost {
		c.Note(lang.Fill(t.CLI.Plan.NoPost, "name", lang.Inert(row.Name), "year", year))
	}
	return nil
}

func planList(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("plan list", "list [--year Y] [--unit U]", c.Want(0, 0), func([]string) error {
		year, err := c.YearFlag()
		if err != nil {
			return err
		}
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		return List(c, d, year, lines)
	})
	cmd.Flags().StringVar(&c.Flag.Year, "year", "", c.Text.CLI.Flags["year"])
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["unit"])
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

// List lists the plans of a year.
func List(c *call.Call, d *store.Desk, year int, lines bool) error {
	unit, err := pick.Unit(c, d)
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
	if !c.Flag.JSON && !lines {
		c.Note(lang.Fill(c.Text.CLI.Plan.ForYear, "year", year))
	}
	return c.List(lists.Plans(c.Text, w, names, plans), lines, c.Text.CLI.Empty)
}
