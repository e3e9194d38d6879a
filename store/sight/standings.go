package sight

import (
	"errors"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store/cardfile"
	"kinerja/store/ledger"
)

// LastRated tells how some people stand in the newest period in which they were
// rated; who never was, in the newest with values. Others are left out.
func (s Sight) LastRated(people []model.EmployeeID) (map[model.EmployeeID]model.Standing, error) {
	found := map[model.EmployeeID]model.Standing{}
	for _, id := range people {
		ok, err := s.Sees(model.VerbReadCard, id)
		if err != nil {
			return found, err
		}
		if !ok {
			continue
		}
		plans, err := s.PlansOf(id)
		if err != nil {
			return found, err
		}
		results, err := s.Results(plans)
		if st, stands := model.LastRated(results); stands {
			found[id] = st
		}
		if err != nil {
			return found, err
		}
	}
	return found, nil
}

// RollUp reads all cards of a period and scores them, by unit, in the order of
// units' identities.
func (s Sight) RollUp(p model.Period, rs rules.RuleSet) (list []cardfile.UnitFigures, err error) {
	if err := s.May(model.VerbReadCard, ""); err != nil {
		return list, err
	}
	roll := cardfile.NewRollUp(rs, s.Instrument, s.ToldIn(p))
	if err := s.rollUp(p, roll); err != nil {
		return list, err
	}
	list = roll.Units()
	return list, nil
}

func (s Sight) rollUp(p model.Period, roll *cardfile.RollUp) error {
	in := ledger.Place{Bucket: ledger.BucketCards, Sub: ledger.Part(uint32(p))}
	return s.Scan(in, func(key, content []byte) (bool, error) {
		err := cardfile.ErrLayout
		if len(content) > 0 { // no list of heads is made: they are only skipped
			err = roll.Add(content[min(len(content), 1+int(content[0])*ledger.FactKeySize):])
		}
		if errors.Is(err, cardfile.ErrLayout) {
			err = &model.DamageError{Where: ledger.PlaceName(in.Path(), key), What: "content"}
		}
		return true, err
	})
}

// Standings reads how everybody at or below unit stands in a period: each plan
// that has a card or an evaluation there, in the order of employees.
func (s Sight) Standings(p model.Period, unit model.UnitID) (list []model.Standing, err error) {
	tree, err := s.Units()
	if err != nil {
		return list, err
	}
	err = s.PlansIn(p.Year(), func(plan model.Plan) error {
		ok, err := s.Sees(model.VerbReadCard, plan.Employee)
		if !ok || err != nil || !tree.Within(plan.Unit, unit) {
			return err
		}
		st, err := s.Standing(plan, p)
		if err == nil && (st.Card.HasValues() || st.Evaluation.State != model.EvaluationDraft) {
			list = append(list, st)
		}
		return err
	})
	return list, err
}

// Latest reads how some people stand in a period, by their main post's plan;
// who has no plan then is left out. The zero period is the newest in use.
func (s Sight) Latest(people []model.EmployeeID, p model.Period) (map[model.EmployeeID]model.Standing, error) {
	found := map[model.EmployeeID]model.Standing{}
	if !p.Valid() {
		p = s.Usual(nil)
	}
	for _, id := range people {
		ok, err := s.Sees(model.VerbReadCard, id)
		if err != nil {
			return found, err
		}
		posts, err := s.Posts(id)
		if err != nil {
			return found, err
		}
		post, held := model.MainPost(posts, p.First(), p.Last())
		if !ok || !held {
			continue
		}
		plan, err := s.Plan(model.PlanOf(post.ID, p.Year()))
		if errors.Is(err, model.ErrNotFound) {
			continue
		}
		if err != nil {
			return found, err
		}
		if found[id], err = s.Standing(plan, p); err != nil {
			return found, err
		}
	}
	return found, nil
}
