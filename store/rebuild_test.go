package store_test

import (
	"bytes"
	"testing"

	"kinerja/model"
	"kinerja/store/storetest"
)

func TestRecordsAreWhatTheirFactsSay(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk := storetest.Owner(s)
	if _, err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.Redo(); err != nil {
		t.Fatal(err)
	}
	kept, err := s.Forms()
	if err != nil {
		t.Fatal(err)
	}
	made, err := s.Rebuild()
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) < 120*6 || len(made) != len(kept) {
		t.Errorf("%d records from the facts, %d kept", len(made), len(kept))
	}
	for key, want := range kept {
		if !bytes.Equal(made[key], want) {
			t.Errorf("%s %s: made %x, kept %x", key.Kind, key.ID, made[key], want)
		}
	}
	report := verify(t, s)
	if report.Records != len(kept) || report.Facts < 3*len(kept) || report.Missing != 0 || !report.Deep {
		t.Errorf("%+v for %d records", report, len(kept))
	}
}

// TestRecordShowsEveryFactOnce holds what people read against what is chained.
func TestRecordShowsEveryFactOnce(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk := storetest.Owner(s)
	row, err := desk.FindOne("rina hartati")
	if err != nil {
		t.Fatal(err)
	}
	pr, err := desk.Profile(row.Employee)
	if err != nil {
		t.Fatal(err)
	}
	plan := pr.Plans[0]
	q4, _ := model.ParsePeriod("2026-Q4")
	for _, v := range []int64{3, 4} {
		if _, err := desk.Enter(plan.ID, q4, []model.Entry{{Measure: plan.Measures[0].ID, Actual: model.Some(model.Int(v))}}, "dihitung lagi"); err != nil {
			t.Fatal(err)
		}
	}
	all, err := desk.Record("", 0)
	if err != nil {
		t.Fatal(err)
	}
	// The inspectorate reads of every fact that it is there.
	every, err := s.As(model.Actor{ID: "a", Roles: model.RolesOf(model.RoleAuditor)}).Record("", 0)
	if err != nil {
		t.Fatal(err)
	}
	if report := verify(t, s); report.Facts != len(every) || len(every) != len(all)+2 { // two see their own work, and are not rated
		t.Errorf("%d facts read, %d by the inspectorate, %d in the chain", len(all), len(every), report.Facts)
	}
	newest := all[0]
	if newest.Fact.Payload.Reason != "dihitung lagi" || len(newest.Changes) != 1 {
		t.Fatalf("newest: %+v", newest)
	}
	c := newest.Changes[0]
	if c.Code != plan.Measures[0].Gauge.Code || c.Before != model.Some(model.Int(3)) || c.After != model.Some(model.Int(4)) {
		t.Errorf("got %+v", c)
	}
	own, err := desk.Record(row.Employee, 0)
	if err != nil || len(own) < len(pr.Results) || own[0].Fact.Header.Key != newest.Fact.Header.Key {
		t.Errorf("%d facts about one person, newest %+v, %v", len(own), own[0].Fact.Header, err)
	}
	if _, err := desk.Enter(plan.ID, q4, nil, ""); err != nil {
		t.Error(err)
	}
	if again, err := desk.Record("", 1); err != nil || again[0].Fact.Header.Key != newest.Fact.Header.Key {
		t.Errorf("an entry of nothing left a fact: %+v, %v", again, err)
	}
}
