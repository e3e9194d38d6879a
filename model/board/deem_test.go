package board_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/board"
)

// Silence counts from the day after the last day to object, over month ends and leap
// days, only of what was received, and only by a rule that is named.
func TestDeemable(t *testing.T) {
	for _, c := range []struct {
		name            string
		state           model.EvaluationState
		received, today model.Date
		source          string
		want            error
	}{
		{"the last day", model.Received, 2026_01_30, 2026_02_13, "Perbup 7/2025", model.ErrInvalid},
		{"the day after", model.Received, 2026_01_30, 2026_02_14, "Perbup 7/2025", nil},
		{"a leap day is the last", model.Received, 2028_02_15, 2028_02_29, "Perbup 7/2025", model.ErrInvalid},
		{"after a leap day", model.Received, 2028_02_15, 2028_03_01, "Perbup 7/2025", nil},
		{"no rule", model.Received, 2026_01_30, 2026_03_01, " ", model.ErrMissing},
		{"shared and not received", model.Shared, 0, 2026_03_01, "Perbup 7/2025", model.ErrState},
		{"objected to", model.Objected, 2026_01_30, 2026_03_01, "Perbup 7/2025", model.ErrState},
		{"accepted", model.Accepted, 2026_01_30, 2026_03_01, "Perbup 7/2025", model.ErrState},
	} {
		e := model.Evaluation{State: c.state}
		if c.received != 0 {
			e.Words = []model.Word{{Act: string(model.VerbReceive), On: c.received}}
		}
		if err := board.Deemable(e, c.source, c.today); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}
