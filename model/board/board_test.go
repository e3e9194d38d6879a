package board_test

import (
	"fmt"
	"testing"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/rules"
)

var q3, _ = model.ParsePeriod("2026-Q3")

// me rates everybody, and is one of them.
var me = model.Owner("E2", "")

// made builds a board of people with one indicator of target 100; "" is no value.
func made(states []model.EvaluationState, values ...string) *board.Board {
	raw := model.Board{Period: q3}
	for i, v := range values {
		m := model.Measure{ID: "A", Gauge: model.Gauge{Code: "A", Target: model.Int(100), Weight: model.Int(1)}}
		plan := model.Plan{ID: model.PlanID(fmt.Sprint("P", i)), Year: 2026, Measures: []model.Measure{m}}
		row := model.BoardRow{Plan: plan, Staff: model.StaffRow{Employee: model.EmployeeID(fmt.Sprint("E", i)), Name: fmt.Sprint("N", i)}, Evaluation: model.Evaluation{Plan: plan.ID, Period: q3, State: states[i]}}
		if v != "" {
			row.Card = row.Card.With(model.Entry{Measure: "A", Actual: model.Some(model.MustNumber(v))})
		}
		raw.Rows = append(raw.Rows, row)
	}
	return board.Build(raw, rules.Only(rules.PermenPANRB6()), me)
}

func TestSorted(t *testing.T) {
	b := made([]model.EvaluationState{model.Shared, model.EvaluationDraft, model.Rated, model.EvaluationDraft}, "95", "", "80", "112")
	for _, tt := range []struct {
		by   board.Order
		keep func(int) bool
		want string
	}{
		{board.ByName, nil, "[0 1 2 3]"}, {board.UnratedFirst, nil, "[1 3 2 0]"}, {board.ByScore, nil, "[2 0 3 1]"},
		{board.ByScore, func(i int) bool { return i != 0 }, "[2 3 1]"},
	} {
		if got := fmt.Sprint(b.Sorted(tt.by, tt.keep)); got != tt.want {
			t.Errorf("%d: %s, want %s", tt.by, got, tt.want)
		}
	}
	if n, of := b.Rated(); n != 2 || of != 4 || b.People[1].Missing != 1 || b.People[0].Missing != 0 {
		t.Errorf("%d of %d rated, missing %d and %d", n, of, b.People[1].Missing, b.People[0].Missing)
	}
	if board.ByScore.Next() != board.ByName {
		t.Error("the orders do not go around")
	}
}

// A board read anew keeps the order that was on screen, with new people last.
func TestFollow(t *testing.T) {
	states := make([]model.EvaluationState, 4)
	old := made(states, "95", "90", "80", "")
	old.Shown = old.Sorted(board.ByScore, func(i int) bool { return i != 1 })
	now := made(states, "10", "20", "30", "40")
	now.Board.Rows, now.People = now.Board.Rows[:3], now.People[:3]
	now.People[1].Plan.ID = "new"
	now.At = map[model.PlanID]int{"P0": 0, "new": 1, "P2": 2}
	now.Follow(old)
	if got := fmt.Sprint(now.Shown); got != "[2 0 1]" {
		t.Errorf("shown %s, want [2 0 1]", got)
	}
}

// Every state says what is next and who acts, and the step that it names is one
// that the table of states has.
func TestNext(t *testing.T) {
	for state := model.EvaluationDraft; state <= model.Final; state++ {
		n := board.NextOf(model.Evaluation{State: state})
		if n.To != model.EvaluationDraft {
			step, ok := model.StepTo(state, n.To)
			if !ok || step.Whose != n.Who {
				t.Errorf("%s: %+v, the table says %+v, %v", state, n, step, ok)
			}
		}
		if (n.Task == board.Done) != (state == model.Final) {
			t.Errorf("%s: %+v", state, n)
		}
	}
	half := model.Evaluation{Behaviour: model.Meets}
	if n := board.NextOf(half); n.Task != board.RateOther {
		t.Errorf("half: %+v", n)
	}
	words := []model.Word{{Act: string(model.VerbReceive), On: 20260130}}
	if n := board.NextOf(model.Evaluation{State: model.Received, Words: words}); n.Until != 20260213 { // DOMAIN G12
		t.Errorf("until %s", n.Until)
	}
}

// Who takes a step and who does not; what was shared goes back, and one's own
// work is judged by somebody else.
func TestSplit(t *testing.T) {
	states := []model.EvaluationState{model.Rated, model.EvaluationDraft, model.Shared, model.Reviewed, model.Accepted}
	for _, tt := range []struct {
		to        model.EvaluationState
		own, want string
	}{
		{model.Shared, "", "[0 3] [1 2 4]"},
		{model.Rated, "", "[2] [0 1 3 4]"}, // a draft is rated, and not withdrawn
		{model.Received, "", "[2] [0 1 3 4]"},
		{model.Final, "", "[4] [0 1 2 3]"},
		{model.Shared, "E0", "[3] [0 1 2 4]"},
		{model.Final, "E4", "[] [0 1 2 3 4]"},
		{model.Received, "E2", "[2] [0 1 3 4]"}, // to receive is one's own act
		{model.Rated, "E2", "[] [0 1 2 3 4]"},   // what is withdrawn, whoever gave it withdraws
	} {
		b := made(states, "95", "", "80", "112", "90")
		for i := range b.People {
			b.People[i].Own = string(b.People[i].Staff.Employee) == tt.own
		}
		if ready, not := b.Split([]int{0, 1, 2, 3, 4}, tt.to); fmt.Sprint(ready, not) != tt.want {
			t.Errorf("%s, own %q: %v, %v; want %s", tt.to, tt.own, ready, not, tt.want)
		}
	}
}

// One's own evaluation is waited for only when somebody else has rated it.
func TestRatedLeavesOnesOwnOut(t *testing.T) {
	for state, want := range map[model.EvaluationState][2]int{model.EvaluationDraft: {1, 2}, model.Rated: {2, 3}} {
		b := made([]model.EvaluationState{model.Rated, model.EvaluationDraft, state}, "95", "", "80")
		if n, of := b.Rated(); n != want[0] || of != want[1] || !b.People[2].Own || b.People[1].Own {
			t.Errorf("%s: %d of %d, want %v", state, n, of, want)
		}
	}
}

// A rating without enough of the weight behind it is told from one with it, and
// from what is not rated.
func TestThin(t *testing.T) {
	b := made([]model.EvaluationState{model.Rated, model.Rated, model.EvaluationDraft}, "95", "", "")
	for i, want := range []bool{false, true, false} {
		if got := b.People[i].Thin(); got != want {
			t.Errorf("%d: thin %v", i, got)
		}
	}
}

// Results that changed after the rating are told from those that did not.
func TestMoved(t *testing.T) {
	b := made([]model.EvaluationState{model.Rated, model.Rated, model.Final}, "95", "95", "95")
	for i, then := range []string{"95", "90", "90"} {
		p := &b.People[i]
		p.Evaluation.Result, p.Evaluation.Score = model.Meets, model.Some(model.MustNumber(then))
		if got := p.Moved(); got != (i == 1) {
			t.Errorf("%d: moved %v", i, got)
		}
	}
}
