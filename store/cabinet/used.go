package cabinet

import (
	"slices"

	"kinerja/model"
	"kinerja/store/actions"
	"kinerja/store/assessments"
	"kinerja/store/book"
	"kinerja/store/credits"
	"kinerja/store/leaves"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/surveys"
	"kinerja/store/talks"
)

// Used reports whether something that stands refers to v.
func (t *Tx) Used(v any) (bool, error) {
	switch v := v.(type) {
	case model.Unit:
		if t.users == nil {
			t.users = map[model.UnitID]bool{}
			err := book.Each(t.Tx, postShelf, ledger.Place{Bucket: ledger.BucketPosts}, func(p model.Post) bool {
				t.users[p.Unit] = t.users[p.Unit] || !p.Void
				return true
			})
			if err != nil {
				return false, err
			}
		}
		if t.users[v.ID] {
			return true, nil
		}
		asked, err := surveys.Of(t.Tx, v.ID)
		return len(asked) > 0, err
	case model.Employee:
		posts, err := t.Posts(v.ID)
		if err != nil || len(posts) > 0 {
			return true, err
		}
		said, err := talks.Of(t.Tx, v.ID)
		if err != nil || len(said) > 0 {
			return true, err
		}
		balances, err := credits.Of(t.Tx, v.ID)
		if err != nil || len(balances) > 0 {
			return true, err
		}
		away, err := leaves.Of(t.Tx, v.ID)
		if err != nil || len(away) > 0 {
			return true, err
		}
		return sequels.About(t.Tx, v.ID)
	case model.Post:
		plans, err := t.PlansOf(v.Employee)
		return slices.ContainsFunc(plans, func(p model.Plan) bool { return p.Post == v.ID }), err
	case model.Plan:
		results, err := t.Results([]model.Plan{v})
		if err != nil || len(results) > 0 {
			return true, err
		}
		if done, err := actions.Any(t.Tx, v); err != nil || done {
			return true, err
		}
		return assessments.Any(t.Tx, v)
	case model.Card:
		ev, err := t.Evaluation(model.Plan{ID: v.Plan, Employee: v.Employee}, v.Period)
		return ev.State != model.EvaluationDraft, err
	}
	return false, nil
}

// Planned reports whether a plan that stands was made from an instrument.
func (t *Tx) Planned(id model.InstrumentID) (found bool, err error) {
	for _, year := range t.Parts(ledger.BucketPlans) {
		err := book.Each(t.Tx, planShelf, ledger.Place{Bucket: ledger.BucketPlans, Sub: ledger.Part(year)}, func(p model.Plan) bool {
			found = !p.Void && (p.Instrument == id || slices.ContainsFunc(p.Agreements, func(a model.Agreement) bool { return a.Instrument == id }))
			return !found
		})
		if found || err != nil {
			return found, err
		}
	}
	return false, nil
}
