// Package list is the verb list: who and what the file holds, one thing a line.
package list

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/followup"
	"kinerja/model/listing"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/pick"
	"kinerja/ui/cli/verb/plan"
	"kinerja/ui/export"
	"kinerja/ui/known"
	"kinerja/ui/lang"
)

// listKinds are what list can list.
func listKinds() []string {
	return []string{"staff", "units", "instruments", "plans", "evaluations", "late", "coverage", "objections", "followup"}
}

// Command is `kinerja list`.
func Command(c *call.Call) *cobra.Command {
	var lines, open bool
	var only followUp
	cmd := c.Verb("list", "list "+strings.Join(listKinds(), "|")+" [--unit U] [--period P] [--open] [--kind K] [--late]",
		c.Want(1, 1, strings.Join(listKinds(), " | ")), func(args []string) error { return listKind(c, args[0], only, lines, open) })
	cmd.ValidArgs = listKinds()
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["unit"])
	cmd.Flags().StringVar(&c.Flag.Period, "period", "", c.Text.CLI.Flags["list-period"])
	cmd.Flags().StringVar(&only.kind, "kind", "", c.Text.CLI.Flags["followup-kind"])
	cmd.Flags().BoolVar(&only.late, "late", false, c.Text.CLI.Flags["followup-late"])
	pick.CompleteFlag(c, cmd, "kind", func(*store.Desk, []string) []string { return followup.Words() })
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	cmd.Flags().BoolVar(&open, "open", false, c.Text.CLI.Flags["list-open"])
	return cmd
}

func listKind(c *call.Call, given string, only followUp, lines, open bool) error {
	kind, err := c.Word("list", given, listKinds())
	if err != nil {
		return err
	}
	period, err := c.PeriodFlag()
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	switch kind {
	case "staff":
		return listStaff(c, d, lines)
	case "followup":
		return listFollowUps(c, d, only, lines)
	case "units":
		return listUnits(c, d, lines)
	case "instruments":
		return listInstruments(c, d, lines)
	case "plans":
		year := c.Today().Year()
		if period.Valid() {
			year = period.Year()
		}
		return plan.List(c, d, year, lines)
	case "objections":
		return listObjections(c, d, period, lines, open)
	}
	if !period.Valid() {
		if period, err = pick.LastPeriod(c, d); err != nil {
			return err
		}
	}
	switch kind {
	case "late":
		return listLate(c, d, period, lines)
	case "coverage":
		return listCoverage(c, d, period, lines)
	}
	return listEvaluations(c, d, period, lines)
}

func listStaff(c *call.Call, d *store.Desk, lines bool) error {
	unit, err := pick.Unit(c, d)
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
	return c.List(lists.Staff(c.Text, roster, units), lines, c.Text.CLI.Empty)
}

func listUnits(c *call.Call, d *store.Desk, lines bool) error {
	tree, err := d.Units()
	if err != nil {
		return err
	}
	top, err := pick.Unit(c, d)
	if err != nil {
		return err
	}
	return c.List(lists.Units(c.Text, tree, top), lines, c.Text.CLI.Empty)
}

func listInstruments(c *call.Call, d *store.Desk, lines bool) error {
	list, err := d.Instruments()
	if err != nil {
		return err
	}
	return c.List(lists.Instruments(c.Text, list), lines, c.Text.CLI.Empty)
}

// listEvaluations lists how everybody was rated in a period; the aid stands
// beside it.
func listEvaluations(c *call.Call, d *store.Desk, p model.Period, lines bool) error {
	unit, err := pick.Unit(c, d)
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
	t := export.Evaluations(c.Text, c.Book(), w.Units, w.People, listing.All(list))
	if !c.Flag.JSON && !lines {
		t = lists.OnScreen(c.Text, t)
		c.Note(lang.Fill(c.Text.CLI.ForPeriod, "period", c.Text.Period(p)))
	}
	return c.List(t, lines, c.Text.CLI.Empty)
}
