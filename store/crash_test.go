package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
)

// firstPlan is a plan of the sample and a quarter in which nothing stands yet.
func firstPlan(d *store.Desk) (model.Plan, model.Period, error) {
	period, err := model.ParsePeriod("2026-Q4")
	if err != nil {
		return model.Plan{}, period, err
	}
	plans, err := d.Plans(2026, "")
	if err != nil {
		return model.Plan{}, period, err
	}
	return plans[0], period, nil
}

// childCells enters 1, 2, 3, … into one cell and says each when it was saved.
func childCells(path string, _ []string) error {
	s, err := store.Open(path, storetest.Options())
	if err != nil {
		return err
	}
	d := storetest.Owner(s)
	plan, period, err := firstPlan(d)
	if err != nil {
		return err
	}
	for n := int64(1); ; n++ {
		if _, err := d.Enter(plan.ID, period, []model.Entry{{Measure: plan.Measures[0].ID, Actual: model.Some(model.Int(n))}}, ""); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// TestKilledWhileSaving kills a writer at random moments: what it said was
// saved is there, and nothing is half there.
func TestKilledWhileSaving(t *testing.T) {
	path := fill(t)
	r := rand.New(rand.NewPCG(3, 4))
	for round := range rounds(20, 300) {
		saved := killAfter(t, path, 1+r.IntN(12), time.Duration(r.IntN(3000))*time.Microsecond)
		s, err := store.Open(path, storetest.Options())
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		d := storetest.Owner(s)
		plan, period, err := firstPlan(d)
		if err != nil {
			t.Fatal(err)
		}
		card, err := d.Card(plan.ID, period)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := card.Entry(plan.Measures[0].ID).Actual.Get()
		if n := int64(got) / int64(model.Int(1)); n < saved || n > saved+1 {
			t.Fatalf("round %d: %d was saved, the file says %d", round, saved, n)
		}
		verify(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killAfter lets a child save some times, then a moment more, and kills it. It
// returns the last value that the child said was saved.
func killAfter(t *testing.T, path string, saves int, more time.Duration) (saved int64) {
	t.Helper()
	c := child(t.Context(), t, "cells", path)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = c.Process.Kill() }
	for in, n := lines(out), 0; in.Scan(); {
		if _, err := fmt.Sscan(in.Text(), &saved); err != nil {
			t.Fatal(err)
		}
		if n++; n == saves {
			time.AfterFunc(more, kill)
		}
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the child was not killed")
	}
	return saved
}

// TestNothingLiesAbout: a backup or verify that was killed leaves no name that
// is taken for a backup.
func TestNothingLiesAbout(t *testing.T) {
	path := fill(t)
	s := open(t, path, storetest.Options())
	if _, err := s.Verify(context.Background(), true, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.BackupDaily(); err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{".verify*", "backup/*.part", "*.new*"} {
		found, err := filepath.Glob(filepath.Join(filepath.Dir(path), pattern))
		if err != nil || len(found) > 0 {
			t.Errorf("left behind: %v, %v", found, err)
		}
	}
}
