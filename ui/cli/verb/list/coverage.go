package list

import (
	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/found"
)

// listCoverage lists who would be evaluated twice for some days of a period, not at
// all, or by nobody; and who was on leave.
func listCoverage(c *call.Call, d *store.Desk, p model.Period, lines bool) error {
	unit, err := pick.Unit(c, d)
	if err != nil {
		return err
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	l, err := d.Coverage(p, unit)
	if err != nil {
		return err
	}
	if !c.Flag.JSON && !lines {
		c.Note(lang.Fill(c.Text.CLI.ForPeriod, "period", c.Text.Period(p)))
	}
	return c.List(found.Table(c.Text, units, l), lines, lang.Fill(c.Text.Tenure.Coverage.Clear, "period", c.Text.Period(p)))
}
