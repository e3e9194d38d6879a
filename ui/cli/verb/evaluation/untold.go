package evaluation

import (
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// warn says beside a rating that nobody explained the instrument to the person.
func warn(c *call.Call, d *store.Desk, s pick.Subject) error {
	code, err := follow.Desk{Desk: d, Terms: c.Conf.Terms}.Untold(s.Plan.ID, s.Period)
	if code != "" {
		c.Note(lang.Fill(c.Text.Session.WarnCLI, "code", lang.Inert(code), "name", lang.Inert(s.Person.Employee.FullName())))
	}
	return err
}
