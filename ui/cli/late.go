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
	w, err := c.who(d)
	if err != nil {
		return err
	}
	people, err := d.People()
	if err != nil {
		return err
	}
	plans, err := d.Plans(p.Year(), "")
	if err != nil {
		return err
	}
	standings, err := d.Standings(p, "")
	if err != nil {
		return err
	}
	late := lists.FindLate(w.names(), people, plans, standings, p, unit)
	byName(w, late, func(l lists.Late) model.EmployeeID { return l.Employee })
	if !c.flag.json && !lines {
		c.note(lang.Fill(c.text.CLI.ForPeriod, "period", c.text.Period(p)))
	}
	return c.list(lists.LateTable(c.text, w.names(), late, p), lines, c.text.CLI.NobodyLate)
}
