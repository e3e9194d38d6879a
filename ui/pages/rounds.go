package pages

import (
	"errors"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/round"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/rounds"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/screen/colleagues"
	screen "kinerja/ui/screen/rounds"
)

// givenOf makes the pages of feedback from colleagues, with a name and without one.
func givenOf(env nav.Env, house House, route nav.Route) nav.Screen {
	desk := house.rounds()
	switch route := route.(type) {
	case nav.Rounds:
		return screen.NewList(env, desk)
	case nav.Round:
		return screen.New(env, desk, route)
	case nav.OpenRound:
		return screen.NewOpen(env, openRound{desk, env.Me})
	case nav.GiveRound:
		return screen.NewGive(env, desk, route)
	}
	return colleagues.New(env, follow.Desk{Desk: house.Desk})
}

// Unwritten names the answers without a name that go with the program: too few to be
// written yet; "" for none.
func (h House) Unwritten(t *lang.Texts) string {
	if h.Urn == nil || h.Urn.Waiting() == 0 {
		return ""
	}
	return t.Plural(t.Round.Unwritten, h.Urn.Waiting())
}

// rounds are the verbs of anonymous rounds in this run of the program.
func (h House) rounds() rounds.Desk {
	urn := h.Urn
	if urn == nil {
		urn = &rounds.Urn{}
	}
	return rounds.Desk{Desk: h.Desk, Urn: urn}
}

// openRound gives the form of a new round those about whom one may be opened.
type openRound struct {
	rounds.Desk
	me model.Actor
}

// People lists them by name.
func (d openRound) People() (list []model.StaffRow, err error) {
	roster, err := d.Roster(store.RosterQuery{})
	if err != nil && !errors.Is(err, model.ErrNotAllowed) {
		return nil, err
	}
	for i := 0; err == nil && i < roster.Len(); i++ {
		row := roster.Row(i)
		rels, err := d.Stands(row.Employee)
		if err != nil {
			return nil, err
		}
		if row.Employee != d.me.Employee && access.MayAny(d.me, round.VerbOpen, rels) {
			list = append(list, row)
		}
	}
	return list, nil
}
