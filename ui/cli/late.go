package cli

import (
	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/lists"
	"kinerja/ui/lang"
)

// listLate lists who holds a post in a period and has no plan for it, lacks
// results, or has not been rated.
func (c *call) listLate(d *store.Desk, p model.Period, lines bool) error {
	unit, err := c.unitFlag(d)
	if err != nil {
		return err
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	a, err := d.Agenda(store.AgendaQuery{Period: p, Unit: unit, Rules: c.rules()})
	if err != nil {
		return err
	}
	if !c.flag.json && !lines {
		c.note(lang.Fill(c.text.CLI.ForPeriod, "period", c.text.Period(p)))
	}
	return c.list(lists.LateTable(c.text, units, lists.Late(a.Obstacles), p), lines, c.text.CLI.NobodyLate)
}
