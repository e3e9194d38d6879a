package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/store"
	"kinerja/ui/cli/known"
	"kinerja/ui/cli/lists"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// listKinds are what list can list.
func listKinds() []string {
	return []string{"staff", "units", "instruments", "plans", "evaluations", "late"}
}

func (c *call) listVerb() *cobra.Command {
	var lines bool
	cmd := c.verb("list", "list "+strings.Join(listKinds(), "|")+" [--unit U] [--period P]",
		c.want(1, 1, strings.Join(listKinds(), " | ")), func(args []string) error { return c.listKind(args[0], lines) })
	cmd.ValidArgs = listKinds()
	cmd.Flags().StringVar(&c.flag.unit, "unit", "", c.text.CLI.Flags["unit"])
	cmd.Flags().StringVar(&c.flag.period, "period", "", c.text.CLI.Flags["list-period"])
	cmd.Flags().BoolVar(&lines, "lines", false, c.text.CLI.Flags["lines"])
	return cmd
}

func (c *call) listKind(given string, lines bool) error {
	kind, err := c.word("list", given, listKinds())
	if err != nil {
		return err
	}
	period, err := c.periodFlag()
	if err != nil {
		return err
	}
	d, err := c.open(toRead)
	if err != nil {
		return err
	}
	switch kind {
	case "staff":
		return c.listStaff(d, lines)
	case "units":
		return c.listUnits(d, lines)
	case "instruments":
		return c.listInstruments(d, lines)
	case "plans":
		year := c.today().Year()
		if period.Valid() {
			year = period.Year()
		}
		return c.listPlans(d, year, lines)
	}
	if !period.Valid() {
		if period, err = c.lastPeriod(d); err != nil {
			return err
		}
	}
	if kind == "late" {
		return c.listLate(d, period, lines)
	}
	return c.listEvaluations(d, period, lines)
}

// lastPeriod is the newest period with values, else the quarter that ended
// last.
func (c *call) lastPeriod(d *store.Desk) (model.Period, error) {
	used, err := d.Periods()
	if err != nil || len(used) == 0 {
		return model.PeriodAt(model.Quarter, c.today()).Prev(), err
	}
	return used[len(used)-1], nil
}

func (c *call) listStaff(d *store.Desk, lines bool) error {
	unit, err := c.unitFlag(d)
	if err != nil {
		return err
	}
	roster, err := d.Roster(store.RosterQuery{Unit: unit})
	if err != nil {
		return err
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	return c.list(lists.Staff(c.text, roster, units), lines, c.text.CLI.Empty)
}

func (c *call) listUnits(d *store.Desk, lines bool) error {
	tree, err := d.Units()
	if err != nil {
		return err
	}
	top, err := c.unitFlag(d)
	if err != nil {
		return err
	}
	return c.list(lists.Units(c.text, tree, top), lines, c.text.CLI.Empty)
}

func (c *call) listInstruments(d *store.Desk, lines bool) error {
	list, err := d.Instruments()
	if err != nil {
		return err
	}
	return c.list(lists.Instruments(c.text, list), lines, c.text.CLI.Empty)
}

// listEvaluations lists how everybody was rated in a period; the aid stands
// beside it.
func (c *call) listEvaluations(d *store.Desk, p model.Period, lines bool) error {
	unit, err := c.unitFlag(d)
	if err != nil {
		return err
	}
	list, err := d.Standings(p, unit)
	if err != nil {
		return err
	}
	w, err := known.Read(d)
	if err != nil {
		return err
	}
	known.Sort(w, list, func(s model.Standing) model.EmployeeID { return s.Employee })
	t := export.Evaluations(c.text, c.rules(), w.Units, w.People, listing.All(list))
	if !c.flag.json && !lines {
		t = lists.OnScreen(c.text, t)
		c.note(lang.Fill(c.text.CLI.ForPeriod, "period", c.text.Period(p)))
	}
	return c.list(t, lines, c.text.CLI.Empty)
}
