package sight

import (
	"slices"

	"kinerja/model"
	"kinerja/store/names"
)

// Board reads everybody at or below unit ("": all) who has a plan whose post
// is held in a period, by name: also who has neither results nor ratings yet.
// The zero period is the newest in use.
func (s Sight) Board(p model.Period, unit model.UnitID) (b model.Board, err error) {
	m := boardMaker{s: s, board: &b}
	if err := m.open(p); err != nil {
		return b, err
	}
	err = s.PlansIn(b.Period.Year(), func(plan model.Plan) error {
		post, held, err := s.HeldIn(plan, b.Period)
		if err != nil || !held || !b.Units.Within(plan.Unit, unit) {
			return err
		}
		return m.add(plan, post)
	})
	m.sort()
	if err != nil {
		return b, err
	}
	return b, m.close()
}

// Scorecard reads one plan in a period, as a board of one row. The zero period
// is the newest in use.
func (s Sight) Scorecard(id model.PlanID, p model.Period) (b model.Board, err error) {
	plan, err := s.ByID(id)
	if err != nil {
		return b, err
	}
	m := boardMaker{s: s, board: &b, hidden: true}
	if err := m.open(p); err != nil {
		return b, err
	}
	post, _, err := s.HeldIn(plan, b.Period)
	if err != nil {
		return b, err
	}
	if err := m.add(plan, post); err != nil {
		return b, err
	}
	return b, m.close()
}

// boardMaker is one run of Board.
type boardMaker struct {
	s      Sight
	board  *model.Board
	lines  map[model.EmployeeID]names.Entry
	hidden bool // people who left are shown too
}

func (m *boardMaker) open(p model.Period) (err error) {
	b := m.board
	b.Periods = m.s.Offered()
	if b.Period = p; !p.Valid() {
		b.Period = m.s.Usual(b.Periods)
	}
	if b.Units, err = m.s.Units(); err != nil {
		return err
	}
	list, err := m.s.Names.All()
	m.lines = make(map[model.EmployeeID]names.Entry, len(list))
	for _, e := range list {
		m.lines[e.Employee] = e
	}
	b.Names = map[model.EmployeeID]string{}
	return err
}

// add puts a plan on the board, unless this person may not see it.
func (m *boardMaker) add(plan model.Plan, post model.Post) error {
	ok, err := m.s.Sees(model.VerbReadCard, plan.Employee)
	line, known := m.lines[plan.Employee]
	if !ok || err != nil || !known || line.Hidden && !m.hidden {
		return err
	}
	row := model.BoardRow{Staff: line.Row(), Post: post, Plan: plan.In(m.board.Period)}
	if row.Card, err = m.s.Card(plan, m.board.Period); err != nil {
		return err
	}
	if row.Evaluation, err = m.s.Evaluation(plan, m.board.Period); err != nil {
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

// close says whether all of it is closed.
func (m *boardMaker) close() (err error) {
	var units []model.UnitID
	for _, r := range m.board.Rows {
		if !slices.Contains(units, r.Plan.Unit) {
			units = append(units, r.Plan.Unit)
		}
	}
	m.board.Closed, err = m.s.ClosedFor(units, m.board.Period)
	return err
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
