package evaluation

import (
	"kinerja/model"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
)

// signed is the desk of whoever's word it is, who types their own PIN now: the
// employee's of a receipt or an acceptance, else the evaluator's.
func signed(c *call.Call, d *store.Desk, s pick.Subject, w wishes) (*store.Desk, error) {
	whose, name := s.Plan.Employee, s.Person.Employee.FullName()
	if !w.move || w.to != model.Received && w.to != model.Accepted {
		var other bool
		if whose, other = voice.Judge(d.Actor(), s.Post.Evaluator, s.Plan.Employee); !other {
			return d, nil // of whoever works here already
		}
		above, err := d.Profile(whose)
		if err != nil {
			return nil, err
		}
		name = above.Employee.FullName()
	}
	return pick.Signed(c, d, whose, name)
}
