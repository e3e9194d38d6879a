package answer

import (
	"kinerja/model"
	"kinerja/model/planning"
)

// Outline is what a plan says beside its measures.
type Outline struct {
	Approach     string        `json:"approach"`
	Outcomes     []Outcome     `json:"outcomes"` // as the form numbers them
	Unplaced     []string      `json:"unplaced"` // codes of measures of no result
	Expectations []Expectation `json:"expectations"`
	Annex        model.Annex   `json:"annex"`
	Lacks        []Lack        `json:"lacks"` // what is missing before it can be handed in
	Hints        []string      `json:"hints"`
}

// Outcome is one planned result (RHK).
type Outcome struct {
	Number     int             `json:"number"`
	ID         model.ElementID `json:"id"`
	Text       string          `json:"text"`
	Additional bool            `json:"additional"`
	Serves     []string        `json:"serves"` // texts of the superior's results
	Measures   []Success       `json:"measures"`
}

// Success is a measure of a result, with its aspect and what success is in words.
type Success struct {
	Code   string `json:"code"`
	Aspect string `json:"aspect"`
	Words  string `json:"words"`
}

// Expectation is what the leader expects in particular of a value of behaviour.
type Expectation struct {
	Behaviour string `json:"behaviour"`
	Text      string `json:"text"`
}

// Lack is one thing that is missing.
type Lack struct {
	Code string `json:"code"`
	Of   string `json:"of,omitempty"`
}

// OutlineOf is the outline of a form.
func OutlineOf(f planning.Form) Outline {
	o := f.Plan.Outline
	out := Outline{
		Approach: o.Approach.String(), Outcomes: []Outcome{}, Unplaced: []string{}, Expectations: []Expectation{}, Annex: o.Annex, Lacks: []Lack{}, Hints: []string{},
	}
	for i, x := range planning.InOrder(o.Outcomes) {
		one := Outcome{Number: i + 1, ID: x.ID, Text: x.Text, Additional: x.Additional, Serves: append([]string{}, f.Serves(x)...), Measures: []Success{}}
		for _, m := range planning.MeasuresOf(f.Plan, x.ID) {
			one.Measures = append(one.Measures, Success{m.Gauge.Code, m.Gauge.Aspect.String(), o.Yardstick(m.ID).Text})
		}
		out.Outcomes = append(out.Outcomes, one)
	}
	for _, m := range planning.MeasuresOf(f.Plan, "") {
		out.Unplaced = append(out.Unplaced, m.Gauge.Code)
	}
	for _, e := range o.Expectations {
		out.Expectations = append(out.Expectations, Expectation{string(e.ID), e.Text})
	}
	for _, l := range planning.Lacks(f.Plan) {
		out.Lacks = append(out.Lacks, Lack{l.Code.String(), l.Of})
	}
	for _, h := range f.Hints() {
		out.Hints = append(out.Hints, h.String())
	}
	return out
}

// Stepped is what became of plans that took a step, or were copied.
type Stepped struct {
	Schema  int            `json:"schema"`
	Step    string         `json:"step"`
	Done    int            `json:"done"`
	Plans   []model.PlanID `json:"plans"`
	Skipped []Skipped      `json:"skipped"`
}

// Skipped is a plan that was passed over, and why.
type Skipped struct {
	Employee model.EmployeeID `json:"employee"`
	Plan     model.PlanID     `json:"plan"`
	Why      string           `json:"why"`
}

// Matrix is the matrix of roles and results of a leader.
type Matrix struct {
	Schema   int          `json:"schema"`
	Leader   string       `json:"leader"`
	Plan     model.PlanID `json:"plan"`
	Year     int          `json:"year"`
	Rows     []MatrixRow  `json:"rows"`
	Unlinked []string     `json:"unlinked"` // whom the leader evaluates and who contributes to nothing
	Team     int          `json:"team"`
}

// MatrixRow is one result of the leader with who contributes to it.
type MatrixRow struct {
	Number int            `json:"number"`
	Text   string         `json:"text"`
	By     []Contribution `json:"by"`
}

// Contribution is a result of somebody of the team.
type Contribution struct {
	Employee model.EmployeeID `json:"employee"`
	Name     string           `json:"name"`
	Outcome  string           `json:"outcome"`
}

// MatrixOf is a matrix for programs.
func MatrixOf(m planning.Matrix) Matrix {
	out := Matrix{Schema: Schema, Leader: m.Leader.Staff.Name, Plan: m.Leader.Plan.ID, Year: m.Leader.Plan.Year, Rows: []MatrixRow{}, Unlinked: []string{}, Team: m.Team}
	for i, r := range m.Rows {
		row := MatrixRow{Number: i + 1, Text: r.Outcome.Text, By: []Contribution{}}
		for _, b := range r.By {
			row.By = append(row.By, Contribution{b.Staff.Employee, b.Staff.Name, b.Outcome.Text})
		}
		out.Rows = append(out.Rows, row)
	}
	for _, r := range m.Unlinked {
		out.Unlinked = append(out.Unlinked, r.Staff.Name)
	}
	return out
}
