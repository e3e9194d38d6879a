package store_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"testing"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
)

const tooMany = 2*store.ChunkSize + 10

// many are n people of a unit, with a post each.
func many(n int) iter.Seq[any] {
	return func(yield func(any) bool) {
		unit := model.Unit{ID: model.UnitID(model.ReadyID("large", "unit")), Name: "Dinas Besar"}
		if !yield(unit) {
			return
		}
		for i := range n / 2 {
			id := model.EmployeeID(model.ReadyID("large", strconv.Itoa(i)))
			number := model.NIP(fmt.Sprintf("19800101%06d1%03d", 200001+i/900, 1+i%900))
			post := model.Post{ID: model.PostID(model.ReadyID("large post", strconv.Itoa(i))), Employee: id, Unit: unit.ID, Position: "Bidan"}
			if !yield(model.Employee{ID: id, Number: number, Name: fmt.Sprintf("Orang %d", i)}) || !yield(post) {
				return
			}
		}
	}
}

func people(t testing.TB, s *store.Store) int {
	t.Helper()
	r, err := storetest.Owner(s).Roster(store.RosterQuery{Gone: false})
	if err != nil {
		t.Fatal(err)
	}
	return r.Len()
}

func notOpen(t testing.TB, s *store.Store) {
	t.Helper()
	if open, err := s.IsOpen(); err != nil || open {
		t.Errorf("a large change is still marked open: %v, %v", open, err)
	}
}

func TestLargeChangeUndoRedoUndo(t *testing.T) {
	s := storetest.Open(t)
	d := storetest.Owner(s)
	done, err := d.Apply(context.Background(), model.VerbImport, many(tooMany), nil)
	if err != nil || done.Records != tooMany+1 {
		t.Fatalf("%+v, %v", done, err)
	}
	for _, step := range []struct {
		name string
		do   func() (model.ChangeInfo, error)
		want int
	}{{"undo", d.Undo, 0}, {"redo", d.Redo, tooMany / 2}, {"undo again", d.Undo, 0}, {"redo again", d.Redo, tooMany / 2}} {
		info, err := step.do()
		if err != nil || info.Count != tooMany+1 || people(t, s) != step.want {
			t.Fatalf("%s: %+v, %d people, %v", step.name, info, people(t, s), err)
		}
		notOpen(t, s)
	}
	if _, err := d.Redo(); !errors.Is(err, model.ErrNothing) {
		t.Errorf("a third redo: %v", err)
	}
}

// TestLargeChangeWithOthersBetween: another opening writes between the chunks,
// takes nothing back, and the undo still finds all.
func TestLargeChangeWithOthersBetween(t *testing.T) {
	s := storetest.Open(t)
	d := storetest.Owner(s)
	var other model.Unit
	progress := func(int) {
		between := open(t, s.Path(), storetest.Options())
		u, err := between.As(model.Actor{ID: "lain", Roles: model.RolesOf(model.RoleManager)}).AddUnit(model.Unit{Name: "Unit lain"})
		if err != nil {
			t.Error(err)
		}
		if other.ID != "" {
			u.ID = other.ID
		}
		other = u
		if err := between.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := d.Apply(context.Background(), model.VerbImport, many(tooMany), progress); err != nil {
		t.Fatal(err)
	}
	if got := people(t, s); got != tooMany/2 {
		t.Fatalf("%d people", got)
	}
	if info, err := d.Undo(); err != nil || info.Count != tooMany+1 || people(t, s) != 0 {
		t.Fatalf("undo: %+v, %d people left, %v", info, people(t, s), err)
	}
	if tree, err := d.Units(); err != nil || len(tree) != 3 {
		t.Errorf("%d units of others, %v", len(tree), err)
	}
}

func TestLargeChangeStopped(t *testing.T) {
	s := storetest.Open(t)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := storetest.Owner(s).Apply(ctx, model.VerbImport, many(tooMany), func(int) { cancel() })
	if !errors.Is(err, model.ErrStopped) || people(t, s) != 0 {
		t.Fatalf("%d people, %v", people(t, s), err)
	}
	notOpen(t, s)
}

func TestLargeChangeRefusedAtItsEnd(t *testing.T) {
	s := storetest.Open(t)
	bad := func(yield func(any) bool) {
		for r := range many(tooMany) {
			if !yield(r) {
				return
			}
		}
		yield(model.Employee{ID: model.EmployeeID(store.NewID())})
	}
	_, err := storetest.Owner(s).Apply(context.Background(), model.VerbImport, bad, nil)
	if !errors.Is(err, model.ErrInvalid) || people(t, s) != 0 {
		t.Fatalf("%d people, %v", people(t, s), err)
	}
	notOpen(t, s)
}

// TestLargeUndoRefusedMidway: somebody built on what came in the first chunk.
func TestLargeUndoRefusedMidway(t *testing.T) {
	s := storetest.Open(t)
	d := storetest.Owner(s)
	if _, err := d.Apply(context.Background(), model.VerbImport, many(tooMany), nil); err != nil {
		t.Fatal(err)
	}
	id := model.EmployeeID(model.ReadyID("large", "3"))
	pr, err := d.Profile(id)
	if err != nil {
		t.Fatal(err)
	}
	pr.Employee.Name = "Orang Lain"
	other := s.As(model.Actor{ID: "lain", Roles: model.RolesOf(model.RoleManager)})
	if err := other.EditEmployee(pr.Employee, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Undo(); !errors.Is(err, model.ErrChanged) {
		t.Errorf("undo: %v", err)
	}
	if got := people(t, s); got != tooMany/2 {
		t.Errorf("%d of %d people after the refused undo", got, tooMany/2)
	}
	notOpen(t, s)
}

// childLarge applies a large change and says each chunk.
func childLarge(path string, args []string) error {
	s, err := store.Open(path, storetest.Options())
	if err != nil {
		return err
	}
	d := storetest.Owner(s)
	said := func(n int) { fmt.Println(n) }
	if args[0] == "undo" {
		if _, err := d.Apply(context.Background(), model.VerbImport, many(tooMany), nil); err != nil {
			return err
		}
		said(0)
		_, err := d.Undo()
		return err
	}
	_, err = d.Apply(context.Background(), model.VerbImport, many(tooMany), said)
	return err
}

// TestLargeChangeKilled: the next opening takes back what was cut off, and goes
// on with an undo that was.
func TestLargeChangeKilled(t *testing.T) {
	for _, c := range []struct {
		what string
		want int
	}{{"apply", 0}, {"undo", 0}} {
		t.Run(c.what, func(t *testing.T) {
			s := storetest.Open(t)
			cmd := child(t.Context(), t, "large", s.Path(), c.what)
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			lines(out).Scan()
			if c.what == "undo" {
				for open := false; !open; { // its first chunk is on the disk
					if open, err = s.IsOpen(); err != nil {
						t.Fatal(err)
					}
					if people(t, s) == 0 {
						break
					}
				}
			}
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			again := open(t, s.Path(), storetest.Options())
			if got := people(t, again); got != c.want {
				t.Errorf("%d people after the next opening", got)
			}
			notOpen(t, again)
			if c.what == "undo" {
				if _, err := storetest.Owner(again).Redo(); err != nil || people(t, again) != tooMany/2 {
					t.Errorf("redo: %d people, %v", people(t, again), err)
				}
			}
		})
	}
}
