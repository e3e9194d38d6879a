package call

import (
	"errors"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/lang"
)

// actor is who works: the person of --as, else of the setting me, else the
// owner of the file. A file that asks who works lets them log in. fresh says that
// the file holds nobody yet.
func (c *Call) actor(to Access, fresh bool) (model.Actor, error) {
	if guarded, err := c.File.Guarded(); err != nil || guarded {
		if to == ToEnter || to == ToShow && c.Flag.As == "" || err != nil {
			return model.Actor{}, err
		}
		return c.login()
	}
	if c.Flag.As != "" {
		return c.standIn(c.Flag.As)
	}
	nobody := model.Owner("", c.Text.CLI.Record.Owner)
	if c.Conf.Me == "" || fresh {
		return nobody, nil
	}
	row, err := c.File.As(nobody).FindOne(c.Conf.Me)
	switch {
	case errors.Is(err, model.ErrNotFound), errors.Is(err, model.ErrSeveral):
		c.Note(lang.Fill(c.Text.CLI.NotMe, "me", lang.Inert(c.Conf.Me)))
		return nobody, nil
	case err != nil:
		return nobody, err
	}
	return model.Owner(row.Employee, row.Name), nil
}

// standIn is the person of --as, with the rights that follow from the place:
// everyone for themselves, who has staff for these, the head of a unit for its
// lists. The owner of the file (setting me) stays the owner.
func (c *Call) standIn(query string) (model.Actor, error) {
	desk := c.File.As(model.Owner("", ""))
	row, err := desk.FindOne(query)
	if err != nil {
		return model.Actor{}, c.Nobody(query, err)
	}
	if c.Conf.Me != "" {
		me, err := desk.FindOne(c.Conf.Me)
		if err == nil && me.Employee == row.Employee {
			return model.Owner(row.Employee, row.Name), nil
		}
		c.StandsIn = err == nil
	}
	place, err := desk.PlaceOf(row.Employee)
	granted := model.Roles(0)
	if place.Heads {
		granted = model.RolesOf(model.RoleManager)
	}
	return model.Actor{ID: string(row.Employee), Employee: row.Employee, Name: row.Name, Roles: user.Roles(granted, place)}, err
}

// Nobody says whom a question did not find.
func (c *Call) Nobody(query string, err error) error {
	if errors.Is(err, model.ErrNotFound) {
		return Said(lang.Fill(c.Text.CLI.Nobody, "query", lang.Inert(query)), err)
	}
	return err
}
