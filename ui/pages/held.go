package pages

import (
	"kinerja/model"
	gaps "kinerja/model/coverage"
	"kinerja/store"
	"kinerja/ui/nav"
	"kinerja/ui/screen/coverage"
	"kinerja/ui/screen/leave"
	"kinerja/ui/screen/transfer"
)

// heldOf makes the pages about who holds which post from when to when.
func heldOf(env nav.Env, house House, route nav.Route) nav.Screen {
	switch route := route.(type) {
	case nav.Transfer:
		return transfer.New(env, formDesk{house.Desk}, route)
	case nav.Leave:
		return leave.NewList(env, house.Desk, route)
	case nav.AddLeave:
		return leave.NewForm(env, house.Desk, route, house.LeaveReduces)
	case nav.Coverage:
		return coverage.New(env, coverageDesk{house.Desk, house.Unit}, route)
	}
	return nil
}

// coverageDesk gives the list of coverage the unit that is shown.
type coverageDesk struct {
	*store.Desk
	unit model.UnitID
}

// Coverage lists what is found in a period.
func (d coverageDesk) Coverage(p model.Period) (gaps.List, error) { return d.Desk.Coverage(p, d.unit) }
