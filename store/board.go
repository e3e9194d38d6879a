package store

import (
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// Board reads everybody at or below unit ("": all) who has a plan whose post
// is held in a period, by name: also who has neither results nor ratings yet.
// The zero period is the newest in use.
func (d *Desk) Board(p model.Period, unit model.UnitID) (b model.Board, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		m := boardMaker{t: t, d: d, board: &b}
		if err := m.open(p); err != nil {
			return err
		}
		err := t.plansIn(b.Period.Year(), func(plan model.Plan) error {
			post, held, err := t.heldIn(plan, b.Period)
			if err != nil || !held || !b.Units.Within(plan.Unit, unit) {
				return err
			}
			return m.add(plan, post)
		})
		m.sort()
		return err
	})
	return b, err
}

// Scorecard reads one plan in a period, as a board of one row. The zero period
// is the newest in use.
func (d *Desk) Scorecard(id model.PlanID, p model.Period) (b model.Board, err error) {
	err = d.ofPlan(id, func(t *tx, plan model.Plan) error {
		m := boardMaker{t: t, d: d, board: &b, hidden: true}
		if err := m.open(p); err != nil {
			return err
		}
		post, _, err := t.heldIn(plan, b.Period)
		if err != nil {
			return err
		}
		return m.add(plan, post)
	})
	return b, err
}

// heldIn is the post of a plan, and whether it is held on some day of p. A
// post that is gone counts as held: nothing says otherwise.
func (t *tx) heldIn(plan model.Plan, p model.Period) (model.Post, bool, error) {
	at, err := keyed(ledger.BucketPosts, string(plan.Employee), string(plan.Post))
	if err != nil {
		return model.Post{}, false, err
	}
	post, err := get(t, postShelf, at)
	if errors.Is(err, model.ErrNotFound) {
		return model.Post{ID: plan.Post, Employee: plan.Employee, Unit: plan.Unit}, true, nil
	}
	return post, post.During(p.First(), p.Last()), err
}

// boardMaker is one run of Board.
type boardMaker struct {
	t      *tx
	d      *Desk
	board  *model.Board
	lines  map[model.EmployeeID]names.Entry
	hidden bool // people who left are shown too
}

func (m *boardMaker) open(p model.Period) (err error) {
	b := m.board
	b.Periods = m.t.offered()
	if b.Period = p; !p.Valid() {
		b.Period = newest(m.t, b.Periods)
	}
	if b.Units, err = m.t.units(); err != nil {
		return err
	}
	list, err := m.t.names.All()
	m.lines = make(map[model.EmployeeID]names.Entry, len(list))
	for _, e := range list {
		m.lines[e.Employee] = e
	}
	b.Names = map[model.EmployeeID]string{}
	return err
}

// add puts a plan on the board, unless this person may not see it.
func (m *boardMaker) add(plan model.Plan, post model.Post) error {
	ok, err := m.d.sees(m.t, model.VerbReadCard, plan.Employee)
	line, known := m.lines[plan.Employee]
	if !ok || err != nil || !known || line.Hidden && !m.hidden {
		return err
	}
	row := model.BoardRow{Staff: line.Row(), Post: post, Plan: plan.In(m.board.Period)}
	if row.Card, err = m.t.card(plan, m.board.Period); err != nil {
		return err
	}
	if row.Evaluation, err = m.t.evaluation(plan, m.board.Period); err != nil {
		return err
	}
	m.name(plan.Employee)
	m.name(post.Evaluator)
	m.name(row.Evaluation.Evaluator)
	for _, w := range slices.Concat(plan.Words, row.Evaluation.Words) {
		m.name(w.By)
		m.name(w.Whose)
	}
	m.board.Rows = append(m.board.Rows, row)
	return nil
}

func (m *boardMaker) name(id model.EmployeeID) {
	if line, ok := m.lines[id]; ok {
		m.board.Names[id] = line.Name
	}
}

// sort puts people in the order of names, and the plans of one person in that
// of their identities.
func (m *boardMaker) sort() {
	slices.SortStableFunc(m.board.Rows, func(x, y model.BoardRow) int {
		return names.Compare(m.lines[x.Staff.Employee], m.lines[y.Staff.Employee])
	})
}
