package outbox_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"kinerja/model"
	"kinerja/ui/widget/outbox"
)

var errNo = errors.New("no")

func value(cell, n int) outbox.Job {
	return outbox.Job{
		Cell:  outbox.Cell{Plan: model.PlanID(fmt.Sprint(cell)), Measure: "A"},
		Entry: model.Entry{Measure: "A", Actual: model.Some(model.Int(int64(n)))},
	}
}

// Whatever fails and is tried again, and in whatever order: in the end the
// file holds the newest value of every cell, and there never were two on their
// way.
func TestNewestStays(t *testing.T) {
	for seed := range uint64(300) {
		dice := rand.New(rand.NewPCG(seed, 1))
		var q outbox.Queue
		file, want := map[outbox.Cell]model.Amount{}, map[outbox.Cell]model.Amount{}
		for n := range 60 {
			switch dice.IntN(5) {
			case 0, 1:
				j := value(dice.IntN(3), n)
				q.Add(j)
				want[j.Cell] = j.Entry.Actual
			case 2:
				if j := q.Next(); j != nil && q.Next() != nil {
					t.Fatal("two on their way")
				}
			case 3:
				if q.Busy() != nil && dice.IntN(2) == 0 {
					q.Fail(errNo)
				} else if q.Busy() != nil {
					j := q.Done()
					file[j.Cell] = j.Entry.Actual
				}
			case 4:
				q.Retry()
			}
		}
		if q.Busy() != nil {
			j := q.Done()
			file[j.Cell] = j.Entry.Actual
		}
		for q.Retry(); q.Next() != nil; q.Retry() {
			j := q.Done()
			file[j.Cell] = j.Entry.Actual
		}
		if fmt.Sprint(file) != fmt.Sprint(want) || q.Values() != 0 {
			t.Fatalf("seed %d: the file holds %v, want %v", seed, file, want)
		}
	}
}

func TestFailedUndoTakesTheRestAlong(t *testing.T) {
	var q outbox.Queue
	q.Add(value(1, 1))
	q.Add(outbox.Job{Kind: outbox.Undo})
	q.Next()
	q.Fail(errNo)
	if q.Next() != nil {
		t.Error("an undo goes on though the value it was to undo did not")
	}
	if n, why := q.Unsaved(); n != 1 || why != errNo {
		t.Errorf("%d unsaved because %v", n, why)
	}
	if j, ok := q.Drop(); !ok || j.Cell.Plan != "1" || q.Values() != 0 {
		t.Errorf("dropped %v, %v", j, ok)
	}
}
