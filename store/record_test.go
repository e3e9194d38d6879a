package store_test

import (
	"testing"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
)

// The record read page by page is the record read at once, and that of a thing is
// what the whole record has about it.
func TestRecordByPages(t *testing.T) {
	s, district := storetest.District(t, 120)
	d := storetest.Owner(s)
	all, err := d.RecordOf(store.RecordQuery{})
	if err != nil {
		t.Fatal(err)
	}
	head, err := d.Profile(district.Head())
	if err != nil {
		t.Fatal(err)
	}
	plan := head.Plans[0]
	q3, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		where store.Where
		has   func(store.Where) bool
	}{
		"file":       {store.Where{}, func(store.Where) bool { return true }},
		"person":     {store.Where{Employee: head.Employee.ID}, func(w store.Where) bool { return w.Employee == head.Employee.ID }},
		"plan":       {store.Where{Plan: plan.ID}, func(w store.Where) bool { return w.Plan == plan.ID }},
		"evaluation": {store.Where{Plan: plan.ID, Period: q3}, func(w store.Where) bool { return w.Plan == plan.ID && w.Period == q3 }},
		"unit":       {store.Where{Unit: head.Unit.ID}, func(w store.Where) bool { return w.Unit == head.Unit.ID }},
		"instrument": {store.Where{Instrument: plan.Instrument}, func(w store.Where) bool { return w.Instrument == plan.Instrument }},
	} {
		want := map[model.FactKey]bool{}
		for _, e := range all {
			if tt.has(e.Where) {
				want[e.Fact.Header.Key] = true
			}
		}
		got, size := 0, max(7, len(want)/3)
		var after model.FactKey
		for {
			list, err := d.RecordOf(store.RecordQuery{Where: tt.where, After: after, Limit: size})
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range list {
				if after = e.Fact.Header.Key; !want[after] {
					t.Fatalf("%s: %+v is twice, or not about it", name, e.Where)
				}
				delete(want, after)
				got++
			}
			if len(list) < size {
				break
			}
		}
		if len(want) > 0 || got == 0 {
			t.Errorf("%s: %d read, %d not", name, got, len(want))
		}
	}
}
