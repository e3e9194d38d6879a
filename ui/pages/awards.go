package pages

import (
	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/discipline"
	"kinerja/model/voice"
	"kinerja/store/follow"
	"kinerja/ui/nav"
	screen "kinerja/ui/screen/award"
	"kinerja/ui/widget/word"
)

// awardOf makes the pages about awards and letters of discipline.
func awardOf(env nav.Env, house House, route nav.Route) nav.Screen {
	desk := awardDesk{sessionDesk{follow.Desk{Desk: house.Desk, Terms: env.Terms}, house.Unit}}
	switch route := route.(type) {
	case nav.Proposals:
		return screen.NewProposals(env, desk, route)
	case nav.Award:
		return screen.NewOne(env, desk, route)
	case nav.AwardAct:
		return screen.NewAct(env, desk, route)
	case nav.Letters:
		return screen.NewLetters(env, desk)
	case nav.EditLetter:
		return screen.NewLetter(env, desk, route)
	}
	return screen.NewList(env, desk)
}

// awardDesk gives these pages what stands in the file of the unit that is shown.
type awardDesk struct{ sessionDesk }

// Awards lists nominations, the newest first.
func (d awardDesk) Awards() ([]award.Row, error) {
	return d.Desk.Awards(follow.Asked{Unit: d.unit})
}

// Propose examines everybody over periods, oldest first.
func (d awardDesk) Propose(periods []model.Period, rule award.Rule) ([]award.Proposal, error) {
	return d.Desk.Propose(d.unit, periods, rule)
}

// Letters lists references to letters of discipline, the newest first.
func (d awardDesk) Letters() ([]discipline.Row, error) {
	return d.Desk.Letters(follow.Asked{Unit: d.unit})
}

// WhoseAward is whose word a step is, and whether they can say it by their own PIN.
func (d awardDesk) WhoseAward(who model.EmployeeID, step string) (asked word.Asked, err error) {
	if asked.Whose, asked.Name, err = d.Desk.WhoseAward(who, step); err != nil || asked.Whose == "" {
		return asked, err
	}
	asked.PIN, err = d.Signs(asked.Whose)
	return asked, err
}

// StepAward takes a step, on the desk of whoever's word it is where they typed their
// PIN.
func (d awardDesk) StepAward(said voice.Said, who model.EmployeeID, id award.ID, name string, w model.Word) (award.Award, error) {
	desk := d.Desk
	if said.Signs() {
		own, err := d.Desk.Desk.Voiced(said)
		if err != nil {
			return award.Award{}, err
		}
		desk.Desk = own
	}
	return desk.StepAward(who, id, name, w)
}
