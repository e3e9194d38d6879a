package cabinet

import (
	"errors"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Card reads what a plan reached in a period; the empty card where nothing was
// entered, or where what was entered is gone again.
func (t *Tx) Card(plan model.Plan, p model.Period) (model.Card, error) {
	at, err := inPart(ledger.BucketCards, uint32(p), plan.Employee, plan.ID)
	if err != nil {
		return model.Card{}, err
	}
	c, err := book.Get(t.Tx, cardShelf, at)
	if err == nil && !c.Void && c.HasValues() {
		return c, nil
	}
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return c, err
	}
	plan = plan.In(p)
	in, err := t.Instrument(plan.Instrument)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return model.Card{}, err
	}
	return model.CardFor(plan, in, p), nil
}

// Results reads every period in which any of somebody's plans has a card or an
// evaluation.
func (t *Tx) Results(plans []model.Plan) ([]model.Result, error) {
	var list []model.Result
	periods := t.Periods()
	for _, plan := range plans {
		for _, p := range periods {
			if p.Year() != plan.Year {
				continue
			}
			r := model.Result{Plan: plan.In(p)}
			var err error
			if r.Card, err = t.Card(plan, p); err != nil {
				return nil, err
			}
			if r.Evaluation, err = t.Evaluation(plan, p); err != nil {
				return nil, err
			}
			if r.Card.HasValues() || r.Evaluation.Begun() {
				list = append(list, r)
			}
		}
	}
	model.SortResults(list)
	return list, nil
}

// Standing is how somebody stands in a period by one plan: its results and its
// evaluation, with the plan as it holds then.
func (t *Tx) Standing(plan model.Plan, p model.Period) (st model.Standing, err error) {
	st = model.Standing{Employee: plan.Employee, Period: p, Plan: plan.In(p)}
	if st.Card, err = t.Card(plan, p); err != nil {
		return st, err
	}
	st.Evaluation, err = t.Evaluation(plan, p)
	return st, err
}

// FactsOfCard reads what changed a card, newest first.
func (t *Tx) FactsOfCard(plan model.Plan, p model.Period) ([]model.Fact, error) {
	at, err := inPart(ledger.BucketCards, uint32(p), plan.Employee, plan.ID)
	if err != nil {
		return nil, err
	}
	return t.About([]ledger.Place{at}, 0)
}

// Recards are the cards of a plan that becomes another, by the targets that hold
// in their periods then. It refuses to move what was shared (ToldError), and
// what is closed (ClosedError). With past, periods whose evaluation is final stay
// as they are: it holds what it was made from.
func (t *Tx) Recards(old, plan model.Plan, past bool) ([]model.Card, error) {
	var cards []model.Card
	for _, p := range t.Periods() {
		if p.Year() != plan.Year || planning.ContentOf(old.In(p)).Same(planning.ContentOf(plan.In(p))) {
			continue
		}
		ev, err := t.Evaluation(old, p)
		if err != nil {
			return nil, err
		}
		if past && ev.State == model.Final {
			continue
		}
		if err := t.StillOpen(plan.Unit, p); err != nil {
			return nil, err
		}
		if told, is := planning.ToldBy(ev); is {
			return nil, &planning.ToldError{Employee: plan.Employee, Told: told}
		}
		card, err := t.Card(old, p)
		if err != nil {
			return nil, err
		}
		if !card.HasValues() {
			continue
		}
		in, err := t.Instrument(plan.In(p).Instrument)
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return nil, err
		}
		if card, err = planning.Recard(card, plan, in); err != nil {
			return nil, err
		}
		cards = append(cards, card)
	}
	return cards, nil
}
