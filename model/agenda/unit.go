package agenda

import (
	"slices"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
)

// WithUnit adds what is open about the unit that the agenda is about, as a
// whole: its result, which the leader above decides, and after that a
// distribution that does not fit it, for which the head gives the reason. No rule gives a date for either. head is
// whoever heads the unit, leader who evaluates them. a itself is left as it was.
func (a Agenda) WithUnit(s overview.Standing, g distribution.Guide, actor model.Actor, head, leader model.StaffRow) Agenda {
	o := Obstacle{Staff: model.StaffRow{Name: s.Unit.Name}, Unit: s.Unit.ID, Head: true}
	switch s.Verdict(g) {
	case overview.NoResult:
		o.Kind, o.By, o.Actor, o.Name = UnitUndecided, BySuperior, leader.Employee, leader.Name
		if leader.Employee == "" {
			o.By = ByAbove
		}
	case overview.NeedReason:
		o.Kind, o.By, o.Actor, o.Name = UnitSpread, ByEvaluator, head.Employee, head.Name
		if head.Employee == "" {
			o.By = ByTeam
		}
	default:
		return a
	}
	item := Item{Kind: o.Kind, By: o.By, Mine: Mine(actor, o), Count: 1, Name: o.Name, First: o}
	if item.Mine {
		item.By = 0
	}
	a.Units = append(slices.Clone(a.Units), o)
	a.Items = append(slices.Clone(a.Items), item)
	slices.SortStableFunc(a.Items, compareItems)
	return a
}
