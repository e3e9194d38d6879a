package sight

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/names"
	"kinerja/store/talks"
)

// Conversation reads what was said about somebody, the oldest first, and by
// whom.
func (s Sight) Conversation(id model.EmployeeID) (c talk.Conversation, err error) {
	if err := s.May(model.VerbReadTalks, id); err != nil {
		return c, err
	}
	line, ok, err := s.Names.Line(id)
	if err != nil {
		return c, err
	}
	if !ok {
		return c, fmt.Errorf("%s: %w", id, model.ErrNotFound)
	}
	c, err = talks.With(s.Tx.Tx, line.Row(), s.NameOf)
	return c, err
}

// Talks says how the conversation stands with everybody at or below a unit ("":
// everywhere) whose conversation this person may read, by name. Oneself is left
// out: nobody talks to oneself.
func (s Sight) Talks(unit model.UnitID) (list []talk.Standing, err error) {
	tree, err := s.Units()
	if err != nil {
		return list, err
	}
	return talks.Standings(s.Tx.Tx, s.Names, func(e names.Entry) (bool, error) {
		if e.Hidden || e.Outside || e.Employee == s.Actor.Employee || !tree.Within(e.Unit, unit) {
			return false, nil
		}
		return s.Sees(model.VerbReadTalks, e.Employee)
	})
}
