package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/storetest"
)

// What was saved last is said with its value, as it was typed, whoever else
// wrote since.
func TestLastSaved(t *testing.T) {
	s, _ := storetest.District(t, 40)
	desk := storetest.Owner(s)
	sari := s.As(model.Actor{ID: "sari", Name: "Sari", Roles: desk.Actor().Roles})
	if _, err := sari.LastSaved(); !errors.Is(err, model.ErrNothing) {
		t.Fatalf("who saved nothing: %v", err)
	}
	q4, _ := model.ParsePeriod("2026-Q4")
	plans, err := desk.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	plan := plans[0]
	profile, err := desk.Profile(plan.Employee)
	if err != nil {
		t.Fatal(err)
	}
	enter := func(d int, text string) {
		n, err := model.ParseNumber(text, model.DecimalComma)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := sari.Enter(plan.ID, q4, []model.Entry{{Measure: plan.Measures[d].ID, Actual: model.Some(n)}}, ""); err != nil {
			t.Fatal(err)
		}
	}
	for i, text := range []string{"92", "88,5", "93"} { // the first makes the card, the last changes a value
		at := i % 2
		enter(at, text)
		n, _ := model.ParseNumber(text, model.DecimalComma)
		got, err := sari.LastSaved()
		if err != nil || got.What != profile.Employee.FullName() || got.Detail != plan.Measures[at].Gauge.Code || got.After != model.Some(n) ||
			got.Count != 1 || got.Verb != model.VerbEnter || got.Measure != plan.Measures[at].ID || got.At != storetest.Noon.UnixNano() {
			t.Errorf("after %s: %+v, %v", text, got, err)
		}
	}
	// Of a conversation, with whom.
	said := talk.Feedback{Employee: plan.Employee, Kind: talk.Appreciation, Text: "Cakupan naik tiga bulan berturut-turut."}
	if _, err := sari.Give(said); err != nil {
		t.Fatal(err)
	}
	if got, err := sari.LastSaved(); err != nil || got.What != profile.Employee.FullName() || got.Measure != "" || got.Count != 1 {
		t.Errorf("after feedback: %+v, %v", got, err)
	}
	enter(0, "94")
	// Another's change does not hide it.
	e := profile.Employee
	e.Before = "dr."
	if err := desk.EditEmployee(e, ""); err != nil {
		t.Fatal(err)
	}
	if got, err := sari.LastSaved(); err != nil || got.Verb != model.VerbEnter {
		t.Errorf("after another's change: %+v, %v", got, err)
	}
	if got, err := desk.LastSaved(); err != nil || got.Verb != model.VerbEditEmployee || got.What != profile.Employee.FullName() || got.Measure != "" {
		t.Errorf("the other's own: %+v, %v", got, err)
	}
}
