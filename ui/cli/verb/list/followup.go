package list

import (
	"slices"

	"kinerja/model/followup"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/rounds"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang/due"
)

// followUp is what of all that is open is listed.
type followUp struct {
	kind string
	late bool
}

// listFollowUps lists what is open after evaluations, by its day.
func listFollowUps(c *call.Call, d *store.Desk, only followUp, lines bool) error {
	kind := followup.Kind(0)
	if only.kind != "" {
		word, err := c.Word("--kind", only.kind, followup.Words())
		if err != nil {
			return err
		}
		kind, _ = followup.ParseKind(word)
	}
	unit, err := pick.Unit(c, d)
	if err != nil {
		return err
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	rows, err := follow.Desk{Desk: d, Terms: c.Conf.Terms}.FollowUps(follow.Asked{Unit: unit})
	if err != nil {
		return err
	}
	waiting, err := rounds.Desk{Desk: d, Urn: &rounds.Urn{}}.Waiting()
	if err != nil {
		return err
	}
	rows = append(rows, waiting...)
	followup.Sort(rows)
	rows = slices.DeleteFunc(rows, func(r followup.Row) bool {
		return kind != 0 && r.Kind != kind || only.late && !r.Late(c.Today())
	})
	return c.List(due.Table(c.Text, units, rows, c.Today()), lines, c.Text.FollowUp.None)
}
