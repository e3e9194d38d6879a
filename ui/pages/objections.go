package pages

import (
	"cmp"

	"kinerja/model"
	contested "kinerja/model/objection"
	visited "kinerja/model/visit"
	"kinerja/model/voice"
	"kinerja/store/editions"
	"kinerja/store/follow"
	"kinerja/store/visits"
	"kinerja/ui/nav"
	"kinerja/ui/screen/document"
	"kinerja/ui/screen/objection"
	"kinerja/ui/screen/visit"
)

// followOf makes the pages about what follows an evaluation.
func followOf(env nav.Env, house House, route nav.Route) nav.Screen {
	own := objectionDesk{follow.Desk{Desk: house.Desk, Terms: env.Terms}}
	switch route := route.(type) {
	case nav.Objection:
		return objection.New(env, own, route)
	case nav.EditObjection:
		return objection.NewForm(env, own, route)
	case nav.Visit:
		route.Unit = cmp.Or(route.Unit, house.Unit)
		return visit.New(env, visitDesk{own.Desk, env}, route)
	case nav.Document:
		return document.New(env, editions.Desk{Desk: house.Desk}, route, house.Silence)
	case nav.EditEdition:
		return document.NewForm(env, editions.Desk{Desk: house.Desk}, route)
	}
	return nil
}

// objectionDesk gives the pages of objections one person's, and the desk on which
// another's word is said.
type objectionDesk struct{ follow.Desk }

// visitDesk puts a visit together by the rule sets in force.
type visitDesk struct {
	follow.Desk
	env nav.Env
}

// Visit reads a visit to a unit in a period.
func (d visitDesk) Visit(unit model.UnitID, p model.Period) (visited.Sheet, error) {
	return visits.Read(d.Desk, unit, p, d.env.Rules, d.env.Today())
}

// ObjectionsOf lists those of one person, the newest first.
func (d objectionDesk) ObjectionsOf(who model.EmployeeID) ([]contested.Row, error) {
	return d.Objections(follow.Asked{Employee: who})
}

// Voiced is the desk on which a word is said as said says it.
func (d objectionDesk) Voiced(said voice.Said) (objection.Keeper, error) {
	desk, err := d.Desk.Voiced(said)
	return follow.Desk{Desk: desk}, err
}
