package pages

import (
	"cmp"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/session"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/nav"
	"kinerja/ui/screen/sessions"
)

// sessionOf makes the pages about briefings and trainings.
func sessionOf(env nav.Env, house House, route nav.Route) nav.Screen {
	desk := sessionDesk{follow.Desk{Desk: house.Desk, Terms: env.Terms}, house.Unit}
	switch route := route.(type) {
	case nav.Session:
		return sessions.New(env, desk, route)
	case nav.EditSession:
		return sessions.NewForm(env, desk, route)
	case nav.Suggested:
		return sessions.NewSuggested(env, desk, route)
	case nav.Learners:
		return sessions.NewLearners(env, desk, route)
	}
	return sessions.NewList(env, desk)
}

// sessionDesk gives these pages what stands in the file.
type sessionDesk struct {
	follow.Desk
	unit model.UnitID
}

// Sessions lists all of them: those that an office above holds are for its units,
// too.
func (d sessionDesk) Sessions() ([]session.Row, error) { return d.Desk.Sessions(follow.Asked{}) }

// Session is one of them.
func (d sessionDesk) Session(id session.ID) (session.Row, error) {
	list, err := d.Sessions()
	for _, r := range list {
		if r.ID == id {
			return r, nil
		}
	}
	if err == nil {
		err = model.ErrNotFound
	}
	return session.Row{}, err
}

// Own is the unit that is shown.
func (d sessionDesk) Own() model.UnitID { return d.unit }

// Learners lists those of a unit; of none, of the one that is shown.
func (d sessionDesk) Learners(unit model.UnitID, p model.Period) ([]session.Learner, error) {
	return d.Desk.Learners(cmp.Or(unit, d.unit), p)
}

// Weak lists the measures that several people do not reach, with their names, the
// weakest first.
func (d sessionDesk) Weak(p model.Period, book rules.Book) (list []session.Weak, names map[model.EmployeeID]string, err error) {
	if list, err = d.Desk.Weak(d.unit, p, book, model.Int(session.WeakBelow), session.WeakLeast); err != nil {
		return nil, nil, err
	}
	people, err := d.People()
	names = map[model.EmployeeID]string{}
	for _, s := range people {
		names[s.Employee] = s.Name
	}
	return list, names, err
}

// People lists everybody who can be on a list.
func (d sessionDesk) People() (list []model.StaffRow, err error) {
	roster, err := d.Roster(store.RosterQuery{})
	if err != nil {
		return nil, err
	}
	for i := range roster.Len() {
		list = append(list, roster.Row(i))
	}
	return list, nil
}

// Voiced is the desk on which a word is said as said says it.
func (d sessionDesk) Voiced(said voice.Said) (sessions.Speaker, error) {
	own, err := d.Desk.Voiced(said)
	return follow.Desk{Desk: own}, err
}
