package store_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
)

// childShare enters 50 values, each into a cell that is its own.
func childShare(path string, args []string) error {
	who, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	s, err := store.Open(path, storetest.Options())
	if err != nil {
		return err
	}
	defer s.Close()
	d := s.As(model.Owner("", "Penguji "+args[0]))
	plans, err := d.Plans(2026, "")
	if err != nil {
		return err
	}
	period, err := model.ParsePeriod("2026-Q4")
	if err != nil {
		return err
	}
	for n := range 50 {
		p := plans[(who*50+n)/4]
		e := model.Entry{Measure: p.Measures[(who*50+n)%4].ID, Actual: model.Some(model.Int(int64(100*who + n)))}
		if _, err := d.Enter(p.ID, period, []model.Entry{e}, ""); err != nil {
			return fmt.Errorf("change %d: %w", n, err)
		}
	}
	return nil
}

func TestFourProcessesLoseNothing(t *testing.T) {
	path := fill(t)
	s := open(t, path, storetest.Options())
	stamp, err := s.Stamp()
	if err != nil {
		t.Fatal(err)
	}
	var running []*exec.Cmd
	for who := range 4 {
		c := child(t.Context(), t, "share", path, strconv.Itoa(who))
		c.Stderr = os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, c)
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := s.Backup(backup); err != nil {
		t.Errorf("backup while others write: %v", err)
	}
	for who, c := range running {
		if err := c.Wait(); err != nil {
			t.Errorf("process %d: %v", who, err)
		}
	}
	if now, err := s.Stamp(); err != nil || now <= stamp {
		t.Errorf("stamp was %d, is %d, %v", stamp, now, err)
	}
	d := storetest.Owner(s)
	plans, err := d.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	period, _ := model.ParsePeriod("2026-Q4")
	for who := range 4 {
		for n := range 50 {
			p := plans[(who*50+n)/4]
			c, err := d.Card(p.ID, period)
			want := model.Some(model.Int(int64(100*who + n)))
			if got := c.Entry(p.Measures[(who*50+n)%4].ID).Actual; err != nil || got != want {
				t.Errorf("change %d of process %d: got %v, want %v, %v", n, who, got, want, err)
			}
		}
	}
	verify(t, s)
	verify(t, open(t, backup, storetest.Options()))
}

// TestInstrumentsOfAnotherProcess: what one process read is not kept longer
// than it is true.
func TestInstrumentsOfAnotherProcess(t *testing.T) {
	path := fill(t)
	a, b := open(t, path, storetest.Options()), open(t, path, storetest.Options())
	if _, err := storetest.Owner(a).Plans(2026, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := storetest.Owner(b).Undo(); err != nil {
		t.Fatal(err)
	}
	d := storetest.Owner(a)
	ready, err := d.Instruments()
	if err != nil || len(ready) != 0 {
		t.Fatalf("%d instruments after the undo, %v", len(ready), err)
	}
	fresh := fill(t)
	list, err := storetest.Owner(open(t, fresh, storetest.Options())).Instruments()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Apply(context.Background(), model.VerbImport, func(yield func(any) bool) {
		for _, in := range list {
			if !yield(in) {
				return
			}
		}
	}, nil); err != nil {
		t.Fatal(err)
	}
	if again, err := d.Instruments(); err != nil || len(again) != len(list) {
		t.Errorf("%d of %d instruments are back, %v", len(again), len(list), err)
	}
}
