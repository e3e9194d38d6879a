package follow

import (
	"slices"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/support"
	"kinerja/model/talk"
	"kinerja/store"
	"kinerja/store/sequels"
	"kinerja/store/sight"
)

// SupportSuggested reports whether this person may be told that there is support: in a
// file in which everybody has a login of their own, and about nobody but themselves. It
// is found out anew each time and kept nowhere.
func (d Desk) SupportSuggested() (bool, error) {
	return store.Look(d.Desk, model.VerbReadStaff, func(s sight.Sight) (bool, error) {
		me := s.Actor.Employee
		if !s.Meta.Guarded || s.Actor.Via != model.Signed || me == "" {
			return false, nil
		}
		h, err := historyOf(s, me)
		return err == nil && support.Suggest(h, s.Today()), err
	})
}

// historyOf is what was said to somebody: shared evaluations, remarks that stand, and
// what was agreed with them.
func historyOf(s sight.Sight, me model.EmployeeID) (h support.History, err error) {
	plans, err := s.PlansOf(me)
	if err != nil {
		return h, err
	}
	results, err := s.Results(plans)
	if err != nil {
		return h, err
	}
	for _, r := range results {
		if e := r.Evaluation; e.State >= model.Shared {
			h.Seen = append(h.Seen, support.Seen{Period: e.Period, Predicate: e.Predicate, Behaviour: e.Behaviour})
		}
	}
	c, err := s.Conversation(me)
	if err != nil {
		return h, err
	}
	for _, f := range c.Items {
		mended := slices.ContainsFunc(c.Items, func(x talk.Feedback) bool { return x.Corrects == f.ID })
		if f.Kind == talk.Improve && !mended {
			h.Remarks = append(h.Remarks, support.Sign{On: f.Word.On, Value: f.Value})
		}
	}
	coached, err := sequels.Coachings().Of(s.Tx.Tx, me)
	for _, p := range coached {
		if p.State != coaching.Proposed && p.State != coaching.Cancelled {
			h.Coached = true
			h.Personal = h.Personal || slices.Contains(p.Causes, coaching.Person)
		}
	}
	return h, err
}
