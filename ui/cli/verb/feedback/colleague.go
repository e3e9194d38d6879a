package feedback

import (
	"errors"
	"strings"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
)

// someone finds the one person that the words mean: also a colleague, whom whoever
// works here knows by name and may give feedback to.
func someone(c *call.Call, d *store.Desk, words []string) (model.StaffRow, error) {
	row, err := pick.Person(c, d, words)
	if err == nil || !errors.Is(err, model.ErrNotFound) && !errors.Is(err, model.ErrNotAllowed) {
		return row, err
	}
	mates, failed := follow.Desk{Desk: d}.Colleagues()
	if failed != nil {
		return row, err
	}
	asked := strings.Fields(strings.ToLower(strings.Join(words, " ")))
	var fit []model.StaffRow
	for _, m := range mates {
		name, all := strings.ToLower(m.Staff.Name), len(asked) > 0
		for _, w := range asked {
			all = all && strings.Contains(name, w)
		}
		if all || c.Flag.ID != "" && strings.EqualFold(c.Flag.ID, string(m.Staff.Employee)) {
			fit = append(fit, m.Staff)
		}
	}
	switch len(fit) {
	case 0:
		return row, err
	case 1:
		return fit[0], nil
	}
	several := &model.AmbiguousError{Query: strings.Join(words, " ")}
	for _, r := range fit {
		several.Candidates = append(several.Candidates, model.Candidate{ID: string(r.Employee), Name: r.Name, Detail: r.Position})
	}
	return row, several
}
