package pages

import (
	"kinerja/model"
	contested "kinerja/model/objection"
	"kinerja/model/voice"
	"kinerja/store/editions"
	"kinerja/store/follow"
	"kinerja/ui/nav"
	"kinerja/ui/screen/document"
	"kinerja/ui/screen/objection"
)

// followOf makes the pages about what follows an evaluation.
func followOf(env nav.Env, house House, route nav.Route) nav.Screen {
	own := objectionDesk{follow.Desk{Desk: house.Desk}}
	switch route := route.(type) {
	case nav.Objection:
		return objection.New(env, own, route)
	case nav.EditObjection:
		return objection.NewForm(env, own, route)
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

// ObjectionsOf lists those of one person, the newest first.
func (d objectionDesk) ObjectionsOf(who model.EmployeeID) ([]contested.Row, error) {
	return d.Objections(follow.Asked{Employee: who})
}

// Voiced is the desk on which a word is said as said says it.
func (d objectionDesk) Voiced(said voice.Said) (objection.Keeper, error) {
	desk, err := d.Desk.Voiced(said)
	return follow.Desk{Desk: desk}, err
}
