package cabinet

import (
	"errors"

	"kinerja/model"
	"kinerja/store/ledger"
)

// Hold puts a post, and gives its plans and their cards the days on which it is
// held: a target that adds up is that of the days held. It refuses days that
// would move what was shared and is not final yet (planning.ToldError), or is
// closed (ClosedError).
func Hold(t *Tx, post model.Post) error {
	if err := Put(t, post); err != nil {
		return err
	}
	for _, year := range t.Parts(ledger.BucketPlans) {
		old, err := t.Plan(model.PlanOf(post.ID, int(year)))
		if errors.Is(err, model.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		plan := old.Spanning(post)
		if plan.From == old.From && plan.To == old.To {
			continue
		}
		cards, err := t.Recards(old, plan, true)
		if err == nil {
			err = Put(t, plan)
		}
		for _, c := range cards {
			if err == nil {
				err = Put(t, c)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
