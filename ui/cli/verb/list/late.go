package list

import (
	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// listLate lists who holds a post in a period and has no plan for it, lacks
// results, or has not been rated.
func listLate(c *call.Call, d *store.Desk, p model.Period, lines bool) error {
	unit, err := pick.Unit(c, d)
	if err != nil {
		return err
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	a, err := d.Agenda(store.AgendaQuery{Period: p, Unit: unit, Rules: c.Book()})
	if err != nil {
		return err
	}
	if !c.Flag.JSON && !lines {
		c.Note(lang.Fill(c.Text.CLI.ForPeriod, "period", c.Text.Period(p)))
	}
	return c.List(lists.LateTable(c.Text, units, lists.Late(a.Obstacles), p), lines, c.Text.CLI.NobodyLate)
}
