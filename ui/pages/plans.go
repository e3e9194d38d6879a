package pages

import (
	"context"
	"slices"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
)

// planDesk lets the list of plans agree upon drafts and move them to a newer
// version of their instrument, each as one change that one undo takes back.
type planDesk struct{ *store.Desk }

// Agree records that plans were agreed upon on paper. Those that were already
// stay as they are; it returns how many were not.
func (d planDesk) Agree(ids []model.PlanID, on model.Date, document string) (int, error) {
	done, err := d.StepPlans(planning.StepOrder{Plans: ids, Step: planning.Agree, On: on, Document: document})
	return done.Done, err
}

// Renew moves drafts to the newest version of their instrument. A draft with
// results stays.
func (d planDesk) Renew(ids []model.PlanID) (done planning.Renewed, err error) {
	all, err := d.Choosable()
	if err != nil {
		return done, err
	}
	periods, err := d.Periods()
	if err != nil {
		return done, err
	}
	var list []any
	for _, id := range ids {
		row, err := d.PlanRow(id)
		if err != nil {
			return done, err
		}
		newest := planning.NewestOf(all, row.Instrument)
		if !row.Renewable(newest) {
			continue
		}
		filled, err := d.filled(row.Plan, periods)
		switch {
		case err != nil:
			return done, err
		case filled:
			done.Filled++
			continue
		}
		list = append(list, row.Renew(newest))
	}
	_, err = d.Apply(context.Background(), model.VerbEditPlan, slices.Values(list), nil)
	done.Plans = len(list)
	return done, err
}

// filled reports results in any period of a plan's year.
func (d planDesk) filled(p model.Plan, periods []model.Period) (bool, error) {
	for _, period := range periods {
		if period.Year() != p.Year {
			continue
		}
		if card, err := d.Card(p.ID, period); err != nil || card.HasValues() {
			return true, err
		}
	}
	return false, nil
}
