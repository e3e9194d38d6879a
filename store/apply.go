package store

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/credit"
	"kinerja/model/leave"
	"kinerja/model/situation"
	"kinerja/model/survey"
	"kinerja/model/talk"
	"kinerja/model/unitresult"
	"kinerja/store/book"
	"kinerja/store/bulk"
	"kinerja/store/cabinet"
	"kinerja/store/history"
	"kinerja/store/sequels"
	"kinerja/store/spans"
	"kinerja/store/takeback"
	"kinerja/store/talks"
)

// Applied says what Apply did.
type Applied = bulk.Applied

// Apply keeps many records as one change that one undo takes back. Up to 5,000
// go into one transaction; more go in chunks between an opening and a closing
// fact. When ctx ends, or a record is refused, what was kept is taken back by
// facts and the error says why. progress may be nil.
func (d *Desk) Apply(ctx context.Context, verb model.Verb, records iter.Seq[any], progress func(done int)) (Applied, error) {
	keep := func(t *tx, record any) error { return d.bring(t, verb, record) }
	return d.s.bulk(keep).Apply(ctx, d.act(verb), records, progress)
}

// Together keeps a few records as one change, for one reason, that one undo
// takes back: somebody new together with whoever evaluates them.
func (d *Desk) Together(verb model.Verb, reason string, records ...any) error {
	return d.change(verb, reason, func(t *tx) error {
		for _, r := range records {
			if err := d.bring(t, verb, r); err != nil {
				return err
			}
		}
		return nil
	})
}

// bulk is the file as changes in chunks need it; keep checks and puts a record.
func (s *Store) bulk(keep func(*tx, any) error) bulk.File {
	return bulk.File{
		Path: s.lease.Path(), Progress: s.lease.Progress,
		View: func(verb string, f func(*book.Tx) error) error {
			return s.view(verb, func(t *tx) error { return f(t.Tx) })
		},
		Change: func(a act, f func(bulk.Tx) error) error {
			return s.change(a, func(t *tx) error {
				return f(bulk.Tx{
					Tx:     t.Tx,
					Keep:   func(record any) error { return keep(t, record) },
					Revert: func(f model.Fact, info *model.ChangeInfo) error { return takeback.Revert(t, f, info) },
				})
			})
		},
	}
}

// bring keeps one record, of a kind that the verb may bring.
func (d *Desk) bring(t *tx, verb model.Verb, record any) error {
	if !access.Brings(verb, record) {
		return fmt.Errorf("%s of %T: %w", verb, record, model.ErrNotAllowed)
	}
	return d.keep(t, verb, record)
}

// keep checks and puts one record of any kind.
func (d *Desk) keep(t *tx, verb model.Verb, record any) error {
	switch r := record.(type) {
	case model.Unit:
		return d.keepUnit(t, verb, r)
	case model.Employee:
		if err := errors.Join(d.may(t, verb, r.ID), numbered(t, &r), t.CheckEmployee(r)); err != nil {
			return fmt.Errorf("%s: %w", r.Number, err)
		}
		return cabinet.Put(t, r)
	case model.Post:
		if err := errors.Join(d.may(t, verb, r.Employee), t.CheckPost(r)); err != nil {
			return fmt.Errorf("post %s: %w", r.ID, err)
		}
		return spans.Hold(t, r)
	case model.Instrument:
		if err := d.may(t, verb, ""); err != nil {
			return err
		}
		return saveInstrument(t, r)
	case model.Plan:
		return d.keepPlan(t, verb, r)
	case model.Card:
		return d.keepCard(t, verb, r)
	case model.Evaluation:
		if err := errors.Join(d.may(t, verb, r.Employee), t.StillOpen(r.Unit, r.Period)); err != nil {
			return err
		}
		return cabinet.Put(t, r)
	case survey.Survey:
		if err := errors.Join(d.may(t, verb, ""), r.Check()); err != nil {
			return fmt.Errorf("survey %s: %w", r.Period, err)
		}
		return cabinet.Put(t, r)
	case situation.Situation:
		if err := errors.Join(d.may(t, verb, ""), keepSituation(t, r)); err != nil {
			return fmt.Errorf("situation %s: %w", r.Period, err)
		}
		return nil
	case unitresult.Result:
		return d.keepResult(t, verb, r)
	case talk.Feedback:
		if err := d.may(t, verb, r.Employee); err != nil {
			return err
		}
		return talks.Keep(t.Tx, r)
	case action.Sheet:
		return d.keepSheet(t, verb, r)
	case assessment.Assessment:
		return d.sight(t).SelfView().Keep(verb, r)
	case credit.Base:
		if err := errors.Join(d.may(t, verb, r.Employee), r.Check(t.Today())); err != nil {
			return fmt.Errorf("credit %s: %w", r.ID, err)
		}
		return cabinet.Put(t, r)
	case leave.Leave:
		return d.keepLeave(t, verb, r)
	}
	return d.keepSequel(t, verb, record)
}

// keepSequel keeps what follows an evaluation.
func (d *Desk) keepSequel(t *tx, verb model.Verb, record any) error {
	if err := d.may(t, verb, history.About(record)); err != nil {
		return err
	}
	return sequels.Keep(t.Tx, record)
}

func (d *Desk) keepUnit(t *tx, verb model.Verb, u model.Unit) error {
	if err := d.may(t, verb, ""); err != nil {
		return err
	}
	if u.Name == "" {
		return &model.FieldError{Field: "nama", Value: u.Code, Err: model.ErrMissing}
	}
	// Up the tree: nobody may have moved it below u since the table was read.
	for at := u.Parent; at != ""; {
		above, err := t.Unit(at)
		if err != nil {
			return fmt.Errorf("unit %s: %w", u.Code, err)
		}
		if above.ID == u.ID {
			return &model.FieldError{Field: "induk", Value: u.Code, Err: model.ErrCircle}
		}
		at = above.Parent
	}
	return cabinet.Put(t, u)
}

func (d *Desk) keepResult(t *tx, verb model.Verb, r unitresult.Result) error {
	if err := errors.Join(d.may(t, verb, ""), t.StillOpen(r.Unit, r.Period)); err != nil {
		return fmt.Errorf("unit result %s: %w", r.Period, err)
	}
	return cabinet.Put(t, r)
}

func (d *Desk) keepPlan(t *tx, verb model.Verb, p model.Plan) error {
	if err := d.may(t, verb, p.Employee); err != nil {
		return err
	}
	in, err := t.Instrument(p.Instrument)
	if err == nil {
		err = freeze(t, in)
	}
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	if err := replan(t, p); err != nil {
		return err
	}
	return cabinet.Put(t, p)
}

// keepCard refuses what Enter would refuse.
func (d *Desk) keepCard(t *tx, verb model.Verb, c model.Card) error {
	if err := d.may(t, verb, c.Employee); err != nil {
		return err
	}
	plan, err := t.Plan(c.Plan)
	if err != nil {
		return err
	}
	if err := mayEnter(t, plan, c.Period); err != nil {
		return fmt.Errorf("%s %s: %w", c.Employee, c.Period, err)
	}
	return cabinet.Put(t, c)
}
