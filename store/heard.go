package store

import (
	"kinerja/model"
	"kinerja/store/heard"
	"kinerja/store/sight"
)

// Words reads every word on an evaluation with the facts that show it, the oldest
// first.
func (d *Desk) Words(id model.PlanID, p model.Period) ([]heard.Word, error) {
	return Look(d, model.VerbReadFacts, func(s sight.Sight) ([]heard.Word, error) {
		plan, err := s.ByID(id)
		if err != nil {
			return nil, err
		}
		return heard.On(s, plan, p)
	})
}
