package follow

import (
	"cmp"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/followup"
	"kinerja/model/objection"
)

// FollowUps lists what is still open, of every kind, by its day.
func (d Desk) FollowUps(q Asked) (list []followup.Row, err error) {
	q.Open = true
	me := d.Actor().Employee
	add := func(r followup.Row) {
		r.Mine = me != "" && r.Actor == me
		list = append(list, r)
	}
	objections, err := d.Objections(q)
	if err != nil {
		return nil, err
	}
	for _, o := range objections {
		r := followup.Row{Kind: followup.Objection, ID: string(o.ID), Staff: o.Staff, Plan: o.Plan, Period: o.Period, State: o.State.String(), Until: o.Expected(), By: followup.BySuperior, Actor: o.Superior}
		if o.State == objection.Filed {
			r.By, r.Actor = followup.ByEvaluator, o.Evaluator
		}
		add(r)
	}
	plans, err := d.Coachings(q)
	if err != nil {
		return nil, err
	}
	for _, p := range plans {
		r := followup.Row{Kind: followup.Coaching, ID: string(p.ID), Staff: p.Staff, Plan: p.SKP, Period: p.Period, State: p.State.String(), About: p.Code + p.Behaviour, By: followup.ByEvaluator, Actor: p.By}
		r.Until, _ = p.Next()
		if p.State == coaching.Proposed {
			r.By, r.Actor, r.Until = followup.ByStaff, p.Employee, 0
		}
		add(r)
	}
	if err := d.checkIns(q, add); err != nil {
		return nil, err
	}
	awards, err := d.Awards(q)
	if err != nil {
		return nil, err
	}
	for _, a := range awards {
		r := followup.Row{Kind: followup.Award, ID: string(a.ID), Staff: a.Staff, Period: a.Period, State: a.State.String(), About: a.Kind, By: followup.ByTeam}
		if a.State == award.Checked {
			r.By = followup.BySuperior
		}
		add(r)
	}
	sessions, err := d.Sessions(q)
	if err != nil {
		return nil, err
	}
	for _, s := range sessions {
		add(followup.Row{Kind: followup.Session, ID: string(s.ID), Staff: model.StaffRow{Name: s.Topic, Unit: s.Unit}, State: s.State.String(), About: s.Session.Kind.String(), By: followup.ByTeam, Until: s.To})
	}
	followup.Sort(list)
	return list, nil
}

// checkIns adds the conversations that both agreed to go on with on a day.
func (d Desk) checkIns(q Asked, add func(followup.Row)) error {
	list, err := d.CheckInsDue(model.Date(9999_12_31), q.Unit)
	for _, x := range list {
		if q.Employee == "" || q.Employee == x.Staff.Employee {
			add(followup.Row{
				Kind: followup.CheckIn, ID: string(x.Due.ID), Staff: x.Staff, Plan: x.Due.Plan, State: followup.Arranged,
				About: cmp.Or(x.Due.Code, x.Due.Value), By: followup.ByEvaluator, Actor: x.Due.Word.Whose, Until: x.Due.Next,
			})
		}
	}
	return err
}
