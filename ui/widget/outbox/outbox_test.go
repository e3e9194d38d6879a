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
	return block(n, cell)
}

// block enters one number into several cells.
func block(n int, cells ...int) (j outbox.Job) {
	for _, cell := range cells {
		j.Changes = append(j.Changes, outbox.Change{
			Cell:  outbox.Cell{Plan: model.PlanID(fmt.Sprint(cell)), Measure: "A"},
			Entry: model.Entry{Measure: "A", Actual: model.Some(model.Int(int64(n)))},
		})
	}
	return j
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
				if dice.IntN(3) == 0 {
					j = block(n, dice.IntN(2), 2)
				}
				q.Add(j)
				keep(want, j)
			case 2:
				if j := q.Next(); j != nil && q.Next() != nil {
					t.Fatal("two on their way")
				}
			case 3:
				if q.Busy() != nil && dice.IntN(2) == 0 {
					q.Fail(errNo)
				} else if q.Busy() != nil {
					keep(file, q.Done())
				}
			case 4:
				q.Retry()
			}
		}
		if q.Busy() != nil {
			keep(file, q.Done())
		}
		for q.Retry(); q.Next() != nil; q.Retry() {
			keep(file, q.Done())
		}
		if fmt.Sprint(file) != fmt.Sprint(want) || q.Values() != 0 {
			t.Fatalf("seed %d: the file holds %v, want %v", seed, file, want)
		}
	}
}

// keep is what the file does with a job.
func keep(file map[outbox.Cell]model.Amount, j outbox.Job) {
	for _, c := range j.Changes {
		file[c.Cell] = c.Entry.Actual
	}
}

// A block fails and is tried again as a whole; a value typed over one of its
// cells meanwhile stays, and what stood there before both is remembered.
func TestBlocksGoTogether(t *testing.T) {
	var q outbox.Queue
	q.Add(block(1, 1, 2, 3))
	q.Next()
	q.Add(value(2, 7))
	q.Fail(errNo)
	if n, _ := q.Unsaved(); n != 3 || q.Values() != 4 {
		t.Errorf("%d unsaved of %d, want 3 of 4", n, q.Values())
	}
	q.Retry()
	if j := q.Next(); len(j.Changes) != 3 {
		t.Errorf("first goes %v, want the block", j.Changes)
	}
	q.Done()
	q.Next()
	if j := q.Done(); len(j.Changes) != 1 || j.Changes[0].Entry.Actual != model.Some(model.Int(7)) {
		t.Errorf("then goes %v, want the value", j.Changes)
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
	if j, ok := q.Drop(); !ok || j.Changes[0].Cell.Plan != "1" || q.Values() != 0 {
		t.Errorf("dropped %v, %v", j, ok)
	}
}
