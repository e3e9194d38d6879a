package unitview

import (
	"errors"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/store/sight"
	"kinerja/store/unitresults"
)

// Open adds to an agenda what is open about its unit as a whole ("": the only
// one at the top): nothing where there are several, or nobody is evaluated, or the
// unit may not be seen. People are counted only where there is a pattern to hold
// the counts against.
func Open(s sight.Sight, a agenda.Agenda, id model.UnitID, g distribution.Guide) (agenda.Agenda, error) {
	top, err := s.Top(id)
	if errors.Is(err, model.ErrSeveral) || errors.Is(err, model.ErrNotFound) || err == nil && a.Cases == 0 {
		return a, nil
	}
	if err != nil {
		return a, err
	}
	if ok, err := s.Sees(model.VerbReadUnit, top.Head); err != nil || !ok {
		return a, err
	}
	st := overview.Standing{Unit: top, Period: a.Period, Closed: a.Closed != nil}
	if st.Result, err = unitresults.Of(s.Tx.Tx, top.ID, a.Period); err != nil {
		return a, err
	}
	if st.Result.Decided() {
		counted, err := Counts(s, top.ID, a.Period)
		if err != nil {
			return a, err
		}
		show(s, &st, counted)
	}
	head, leader := model.StaffRow{Employee: top.Head, Name: known(s, top.Head)}, model.StaffRow{}
	if top.Head != "" {
		post, _, err := s.MainPost(top.Head)
		if err != nil {
			return a, err
		}
		leader = model.StaffRow{Employee: post.Evaluator, Name: known(s, post.Evaluator)}
	}
	return a.WithUnit(st, g, s.Actor, head, leader), nil
}
