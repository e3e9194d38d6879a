package coaching_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/coaching"
)

// What a plan holds is one list; adding to it and marking a thing leave the plan that
// was there as it was.
func TestItems(t *testing.T) {
	p := coaching.Coaching{Steps: make([]coaching.Task, 1, 4)}
	p.Steps[0] = coaching.Task{ID: "s", Text: "satu", Due: 2026_05_01}
	more := p.With(coaching.Item{Part: coaching.Step, Text: "dua", Due: 2026_06_01}).With(coaching.Item{Part: coaching.Support, Text: "motor", Who: "Dinas", Due: 2026_05_02}).
		With(coaching.Item{Part: coaching.Look, Due: 2026_07_01})
	other := p.With(coaching.Item{Part: coaching.Step, Text: "lain", Due: 2026_06_01})
	if len(p.Steps) != 1 || more.Steps[1].Text != "dua" || other.Steps[1].Text != "lain" {
		t.Errorf("one plan was written over another: %+v %+v", more.Steps, other.Steps)
	}
	more.Promises[0].ID, more.Reviews[0].ID = "p", "r"
	var parts []coaching.Part
	for _, x := range more.Items() {
		parts = append(parts, x.Part)
		if word, ok := coaching.ParsePart(x.Part.String()); !ok || word != x.Part {
			t.Errorf("%v is not read back", x.Part)
		}
	}
	if len(parts) != 4 || parts[0] != coaching.Step || parts[2] != coaching.Support || parts[3] != coaching.Look {
		t.Errorf("the items: %v", parts)
	}
	for _, id := range []model.ElementID{"s", "p", "r"} {
		done, err := more.Done(id, 2026_05_03, "catatan")
		if err != nil {
			t.Fatal(err)
		}
		for i, x := range done.Items() {
			if (x.ID == id) != (x.Done == 2026_05_03) || !more.Items()[i].Done.IsZero() {
				t.Errorf("%s done: %+v", id, x)
			}
		}
		if id == "r" && done.Reviews[0].Note != "catatan" {
			t.Error("the note of a review is lost")
		}
	}
	if _, err := more.Done("none", 2026_05_03, ""); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("nothing was done: %v", err)
	}
}
