package list

import (
	"slices"

	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/pick"
)

// listObjections lists objections, the newest first: all of them, those of one
// period, or those that are not decided yet.
func listObjections(c *call.Call, d *store.Desk, p model.Period, lines, open bool) error {
	unit, err := pick.Unit(c, d)
	if err != nil {
		return err
	}
	list, err := follow.Desk{Desk: d, Terms: c.Conf.Terms}.Objections(follow.Asked{Unit: unit, Open: open})
	if err != nil {
		return err
	}
	if p.Valid() {
		list = slices.DeleteFunc(list, func(r objection.Row) bool { return r.Period != p })
	}
	return c.List(lists.Objections(c.Text, list), lines, c.Text.Objection.Nothing)
}
