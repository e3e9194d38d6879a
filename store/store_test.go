package store_test

import (
	"context"
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/storetest"
)

func TestSampleDistrictIsKeptWhole(t *testing.T) {
	s, d := storetest.District(t, 120)
	desk := storetest.Owner(s)
	people := 0
	for want := range d.People() {
		people++
		got, err := desk.Profile(want.Employee.ID)
		if err != nil {
			t.Fatal(err)
		}
		if got.Employee != want.Employee || len(got.Posts) != len(want.Posts) || len(got.Plans) != len(want.Plans) {
			t.Errorf("%s: got %+v", want.Employee.Name, got.Employee)
		}
		for _, p := range want.Plans {
			plan, err := desk.Plan(p.ID)
			if err != nil || len(plan.Measures) != len(p.Measures) {
				t.Errorf("plan of %s: %d measures, %v", want.Employee.Name, len(plan.Measures), err)
			}
		}
		for _, c := range want.Cards {
			card, err := desk.Card(c.Plan, c.Period)
			if err != nil || len(card.Entries) != len(c.Entries) {
				t.Errorf("card of %s in %s: %+v, %v", want.Employee.Name, c.Period, card, err)
			}
		}
	}
	report, err := s.Verify(context.Background(), true, nil)
	if err != nil || people != 120 || report.Records < 120*6 || report.Facts < report.Records {
		t.Errorf("%d people, %+v, %v", people, report, err)
	}
}

func TestSampleOneUndoTakesAllBack(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk := storetest.Owner(s)
	info, err := desk.Undo()
	if err != nil || info.Verb != model.VerbImport || info.Count < 700 {
		t.Fatalf("undo: %+v, %v", info, err)
	}
	if r, err := desk.Roster(store.RosterQuery{}); err != nil || r.Len() != 0 {
		t.Errorf("still %d people, %v", r.Len(), err)
	}
	if _, err := desk.Undo(); !errors.Is(err, model.ErrNothing) {
		t.Errorf("second undo: %v", err)
	}
	if info, err = desk.Redo(); err != nil || info.Count < 700 {
		t.Fatalf("redo: %+v, %v", info, err)
	}
	if r, err := desk.Roster(store.RosterQuery{}); err != nil || r.Len() < 115 {
		t.Errorf("%d people back, %v", r.Len(), err)
	}
}

func TestEveryStepOfAnEvaluation(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk := storetest.Owner(s)
	rina, err := desk.FindOne("rina hartati")
	if err != nil {
		t.Fatal(err)
	}
	pr, err := desk.Profile(rina.Employee)
	if err != nil {
		t.Fatal(err)
	}
	plan, q3, rs := pr.Plans[0].ID, pr.Results[0].Card.Period, rules.PermenPANRB6()
	if q3.String() != "2026-Q3" || pr.Results[0].Evaluation.State != model.Rated {
		t.Fatalf("%s is %s", q3, pr.Results[0].Evaluation.State)
	}
	if _, err := desk.Rate(plan, q3, store.Rating{Result: model.Above, Behaviour: model.Above, Rules: rs}); !errors.Is(err, model.ErrReason) {
		t.Errorf("departed without a reason: %v", err)
	}
	word := model.Word{On: 20261005, Document: "800/12/2026"}
	if _, err := desk.Move(plan, q3, model.Final, word, rs); !errors.Is(err, model.ErrState) {
		t.Errorf("final at once: %v", err)
	}
	for _, to := range []model.EvaluationState{model.Shared, model.Received, model.Accepted, model.Final} {
		e, err := desk.Move(plan, q3, to, word, rs)
		if err != nil || e.State != to {
			t.Fatalf("to %s: %s, %v", to, e.State, err)
		}
		if to == model.Received {
			if w := e.Words[len(e.Words)-1]; w.Via != model.Recorded || w.Whose != rina.Employee || w.Document == "" {
				t.Errorf("receipt is kept as %+v", w)
			}
		}
	}
	m := pr.Plans[0].Measures[0].ID
	_, err = desk.Enter(plan, q3, []model.Entry{{Measure: m, Actual: model.Some(model.Int(50))}}, "")
	if !errors.Is(err, model.ErrLocked) {
		t.Errorf("entered under a final evaluation: %v", err)
	}
	if _, err := desk.Undo(); !errors.Is(err, model.ErrNoUndo) {
		t.Errorf("undid a final evaluation: %v", err)
	}
}

// The day on a letter is neither to come nor before the step it follows.
func TestDatesOfWords(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk := storetest.Owner(s)
	rina, err := desk.FindOne("rina hartati")
	if err != nil {
		t.Fatal(err)
	}
	pr, err := desk.Profile(rina.Employee)
	if err != nil {
		t.Fatal(err)
	}
	plan, q3, rs := pr.Plans[0].ID, pr.Results[0].Card.Period, rules.PermenPANRB6()
	if _, err := desk.Move(plan, q3, model.Shared, model.Word{On: 20261005}, rs); err != nil {
		t.Fatal(err)
	}
	for on, want := range map[model.Date]error{20271005: model.ErrFuture, 20261006: model.ErrFuture, 20261004: model.ErrEarlier} {
		if _, err := desk.Move(plan, q3, model.Received, model.Word{On: on, Document: "TT-1"}, rs); !errors.Is(err, want) {
			t.Errorf("received on %s: %v, want %v", on, err, want)
		}
	}
	if _, err := desk.Move(plan, q3, model.Received, model.Word{On: 20261005, Document: "TT-1"}, rs); err != nil {
		t.Error(err)
	}
}
