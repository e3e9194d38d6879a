package pick

import (
	"kinerja/model"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/lang"
)

// Signed is the desk of whoever's word an act is, who types their own PIN now; the
// same desk where they have said who they are already.
func Signed(c *call.Call, d *store.Desk, whose model.EmployeeID, name string) (*store.Desk, error) {
	if me := d.Actor(); me.Employee == whose && me.Via == model.Signed {
		return d, nil
	}
	secret, err := c.PIN(lang.Fill(c.Text.Account.Ask.PIN, "name", lang.Inert(name)))
	if err != nil {
		return nil, err
	}
	return d.Voiced(voice.Said{Whose: whose, Secret: secret})
}

// NameOf is the full name of somebody whose profile may be read; else nothing.
func NameOf(d *store.Desk, id model.EmployeeID) string {
	who, err := d.Profile(id)
	if err != nil {
		return ""
	}
	return who.Employee.FullName()
}
