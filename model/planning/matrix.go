package planning

import (
	"slices"

	"kinerja/model"
)

// Matrix is the matrix of roles and results (matriks peran hasil) of a leader:
// each of the leader's results with who contributes to it by which of theirs.
type Matrix struct {
	Leader Row
	Rows   []MatrixRow // in the order of the leader's plan
	// Unlinked are those whom the leader evaluates and of whose results none
	// contributes to one of the leader's; without a plan: Plan.ID is "".
	Unlinked []Row
	Team     int // whom the leader evaluates
}

// MatrixRow is one result of the leader.
type MatrixRow struct {
	Outcome model.Outcome
	By      []Contribution // by name; none: nobody contributes
}

// Contribution is a result of somebody that contributes to one of the leader's.
type Contribution struct {
	Staff   model.StaffRow
	Plan    model.PlanID
	Outcome model.Outcome
}

// Lacks reports a result to which nobody contributes although the leader has
// staff who could: who evaluates nobody lacks nobody.
func (m Matrix) Lacks(r MatrixRow) bool { return len(r.By) == 0 && m.Team > 0 }

// Alone counts the results that lack somebody.
func (m Matrix) Alone() (n int) {
	for _, r := range m.Rows {
		if m.Lacks(r) {
			n++
		}
	}
	return n
}

// MatrixOf puts the matrix of a leader together; team are whom the leader
// evaluates, by name. A link to a result that the leader's plan does not have
// any more is none.
func MatrixOf(leader Row, team []Row) Matrix {
	m := Matrix{Leader: leader, Team: len(team)}
	for _, x := range leader.Plan.Outline.Outcomes {
		m.Rows = append(m.Rows, MatrixRow{Outcome: x})
	}
	for _, r := range team {
		linked := false
		for _, x := range r.Plan.Outline.Outcomes {
			if x.Serves.Plan == "" || x.Serves.Plan != leader.Plan.ID {
				continue
			}
			for i := range m.Rows {
				if slices.Contains(x.Serves.Outcomes, m.Rows[i].Outcome.ID) {
					linked = true
					m.Rows[i].By = append(m.Rows[i].By, Contribution{Staff: r.Staff, Plan: r.Plan.ID, Outcome: x})
				}
			}
		}
		if !linked {
			m.Unlinked = append(m.Unlinked, r)
		}
	}
	return m
}
