// Package spans gives plans, and the targets on their cards that add up, the days on
// which a post is held and leave is taken.
package spans

import (
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/store/cabinet"
	"kinerja/store/leaves"
	"kinerja/store/ledger"
)

// Hold puts a post, and gives its plans and their cards the days on which it is
// held: a target that adds up is that of the days held. It refuses days that
// would move what was shared and is not final yet (planning.ToldError), or is
// closed (ClosedError).
func Hold(t *cabinet.Tx, post model.Post) error {
	if err := cabinet.Put(t, post); err != nil {
		return err
	}
	for _, year := range t.Parts(ledger.BucketPlans) {
		plan, err := t.Plan(model.PlanOf(post.ID, int(year)))
		if errors.Is(err, model.ErrNotFound) {
			continue
		}
		if err == nil {
			err = respan(t, plan, plan.Spanning(post))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// BeAway puts a leave, or marks it void, and gives the plans of its holder and
// their cards the days of leave. It refuses days that would move what was shared
// and is not final yet, or is closed, as Hold does; a leave that takes nothing off
// a target moves nothing.
func BeAway(t *cabinet.Tx, l leave.Leave) error {
	if err := cabinet.Put(t, l); err != nil {
		return err
	}
	all, err := leaves.Of(t.Tx, l.Employee)
	if err != nil {
		return err
	}
	plans, err := t.PlansOf(l.Employee)
	if err != nil {
		return err
	}
	for _, old := range plans {
		plan := old
		plan.Away = leave.Within(all, plan.Year)
		if err := respan(t, old, plan); err != nil {
			return err
		}
	}
	return nil
}

// respan keeps a plan with other days, and its cards with what they come to.
func respan(t *cabinet.Tx, old, plan model.Plan) error {
	if plan.From == old.From && plan.To == old.To && slices.Equal(plan.Away, old.Away) {
		return nil
	}
	cards, err := t.Recards(old, plan, true)
	if err == nil {
		err = cabinet.Put(t, plan)
	}
	for _, c := range cards {
		if err == nil {
			err = cabinet.Put(t, c)
		}
	}
	return err
}

// Respan gives the plans of a file that was written before plans kept days those
// of their posts. What cannot be moved any more, because it was shared or closed,
// stays as it was told: the list of coverage names it, and once it is final
// keeping the post again gives it its days.
func Respan(t *cabinet.Tx) error {
	years := map[int]bool{}
	for _, year := range t.Parts(ledger.BucketPlans) {
		years[int(year)] = true
	}
	var moved []model.Post
	if err := t.EachPost(nil, func(p model.Post) {
		if years[p.From.Year()] || years[p.To.Year()] {
			moved = append(moved, p)
		}
	}); err != nil {
		return err
	}
	for _, post := range moved {
		for _, year := range slices.Compact([]int{post.From.Year(), post.To.Year()}) {
			old, err := t.Plan(model.PlanOf(post.ID, year))
			if errors.Is(err, model.ErrNotFound) {
				continue
			}
			if err == nil {
				err = respan(t, old, old.Spanning(post))
			}
			if err != nil && !errors.Is(err, model.ErrLocked) {
				return err
			}
		}
	}
	return nil
}
