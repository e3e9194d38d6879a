package follow

import (
	"errors"

	"kinerja/model"
	"kinerja/model/session"
	"kinerja/store"
	"kinerja/store/sequels"
	"kinerja/store/sight"
)

// Untold is the code of the instrument by which somebody is to be rated under a plan in
// a period, where it was not explained to them; "" where it was, where their result was
// told already, and where a setting keeps the warning away. It never stands in the way
// of a rating.
func (d Desk) Untold(id model.PlanID, p model.Period) (code string, err error) {
	if !d.terms().Warns {
		return "", nil
	}
	code, err = store.Look(d.Desk, session.VerbRead, func(s sight.Sight) (string, error) {
		plan, err := s.Plan(id)
		if err != nil {
			return "", err
		}
		e, err := s.Evaluation(plan, p)
		if err != nil || e.State >= model.Shared {
			return "", err
		}
		all, err := sequels.Sessions().All(s.Tx.Tx)
		if err != nil {
			return "", err
		}
		in, err := s.Instrument(plan.In(p).Instrument)
		if err != nil {
			return "", err
		}
		m := session.Measured{Employee: plan.Employee, Instrument: in.ID, Version: in.Version}
		if len(session.Untold([]session.Measured{m}, all, min(p.Last(), s.Today()))) == 0 {
			return "", nil
		}
		return in.Code, nil
	})
	return code, quiet(err)
}

// UntoldOn names those on a board who are not rated, or were not told so, and to whom
// the instrument by which they are was not explained, in the board's order; as Untold.
func (d Desk) UntoldOn(b model.Board, unit model.UnitID) (names []string, err error) {
	if !d.terms().Warns {
		return nil, nil
	}
	list, err := d.Learners(unit, b.Period)
	untold := map[model.EmployeeID]bool{}
	for _, l := range list {
		untold[l.Staff.Employee] = !l.Told
	}
	for _, r := range b.Rows {
		if untold[r.Staff.Employee] && r.Evaluation.State < model.Shared {
			names = append(names, r.Staff.Name)
		}
	}
	return names, quiet(err)
}

// quiet is no error where there is nothing to warn of: the instrument is not at hand, or
// what was explained to whom is not for whoever works.
func quiet(err error) error {
	if errors.Is(err, model.ErrNotFound) || errors.Is(err, model.ErrNotAllowed) {
		return nil
	}
	return err
}
