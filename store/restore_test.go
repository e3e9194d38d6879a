package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
)

// rename gives the first person another name.
func rename(t testing.TB, s *store.Store, name string) {
	t.Helper()
	d := storetest.Owner(s)
	people, err := d.People()
	if err != nil {
		t.Fatal(err)
	}
	e := people[0].Employee
	e.Name = name
	if err := d.EditEmployee(e, ""); err != nil {
		t.Fatal(err)
	}
}

func firstName(t testing.TB, s *store.Store) string {
	t.Helper()
	people, err := storetest.Owner(s).People()
	if err != nil {
		t.Fatal(err)
	}
	return people[0].Employee.Name
}

func TestRestoreBringsBackTheOldState(t *testing.T) {
	s := open(t, fill(t), storetest.Options())
	rename(t, s, "Sebelum")
	backup := filepath.Join(t.TempDir(), "b.db")
	if err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	rename(t, s, "Sesudah")
	before, err := s.Meta()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := store.Restore(s.Path(), backup, storetest.Options())
	if err != nil {
		t.Fatal(err)
	}
	if got := firstName(t, s); got != "Sebelum" { // the opening of before goes on
		t.Errorf("after the restore: %q", got)
	}
	if got := firstName(t, open(t, kept, storetest.Options())); got != "Sesudah" {
		t.Errorf("the replaced file says %q", got)
	}
	after, err := s.Meta()
	if err != nil || after.Epoch <= before.Epoch || after.Site != before.Site {
		t.Errorf("epoch %d of %s, then %d of %s, %v", before.Epoch, before.Site, after.Epoch, after.Site, err)
	}
	rename(t, s, "Lagi")
	verify(t, s)
	if _, err := storetest.Owner(s).Undo(); err != nil || firstName(t, s) != "Sebelum" {
		t.Errorf("undo in the new epoch: %q, %v", firstName(t, s), err)
	}
	// Once more within the same second: names do not collide.
	if second, err := store.Restore(s.Path(), backup, storetest.Options()); err != nil || second == kept {
		t.Errorf("second restore kept %s, %v", second, err)
	}
	again, err := s.Meta()
	if err != nil || again.Epoch <= after.Epoch {
		t.Errorf("epoch %d after %d, %v", again.Epoch, after.Epoch, err)
	}
	verify(t, s)
}

func TestRestoreOfWhatIsLostOrDamaged(t *testing.T) {
	path := fill(t)
	backup := copyOf(t, path)
	for name, ruin := range map[string]func() error{
		"gone":  func() error { return os.Remove(path) },
		"empty": func() error { return os.Truncate(path, 0) },
		"cut":   func() error { return os.Truncate(path, 100_000) },
	} {
		if err := ruin(); err != nil {
			t.Fatal(err)
		}
		kept, err := store.Restore(path, backup, storetest.Options())
		if err != nil || (kept == "") != (name == "gone") {
			t.Fatalf("%s: kept %q, %v", name, kept, err)
		}
		s := open(t, path, storetest.Options())
		verify(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRestoreRefusesABadBackup(t *testing.T) {
	path := fill(t)
	bad := copyOf(t, path)
	if err := store.Tamper(bad, func(b *bbolt.Tx) error {
		c := b.Bucket([]byte("facts")).Cursor()
		c.First()
		return c.Delete()
	}); err != nil {
		t.Fatal(err)
	}
	want, _ := os.ReadFile(path)
	for _, from := range []string{bad, filepath.Join(t.TempDir(), "none.db"), path} {
		if kept, err := store.Restore(path, from, storetest.Options()); err == nil || kept != "" {
			t.Errorf("restored from %s, kept %q", from, kept)
		}
	}
	if got, _ := os.ReadFile(path); string(got) != string(want) {
		t.Error("the file was changed")
	}
	if left, _ := filepath.Glob(path + ".restore*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFileFromAnotherMachine(t *testing.T) {
	path := fill(t)
	other := storetest.Options()
	other.Machine = "other-machine"
	for _, c := range []struct {
		answer store.Answer
		same   bool
	}{{store.Moved, true}, {store.Copied, false}} {
		s := open(t, copyOf(t, path), other)
		if !s.Elsewhere() || firstName(t, s) == "" {
			t.Fatal("reading a file from elsewhere")
		}
		people, _ := storetest.Owner(s).People()
		if err := storetest.Owner(s).EditEmployee(people[0].Employee, ""); !errors.Is(err, model.ErrElsewhere) {
			t.Errorf("writing before anybody answered: %v", err)
		}
		if err := storetest.Owner(s).SetPlace("x", []byte("y")); !errors.Is(err, model.ErrElsewhere) {
			t.Errorf("a place before anybody answered: %v", err)
		}
		before, _ := s.Meta()
		if err := s.Accept(c.answer); err != nil {
			t.Fatal(err)
		}
		rename(t, s, "Di sini")
		after, err := s.Meta()
		if err != nil || (after.Site == before.Site) != c.same || after.Machine != other.Machine {
			t.Errorf("answer %d: site %s, then %s on %s, %v", c.answer, before.Site, after.Site, after.Machine, err)
		}
		verify(t, s)
		if _, err := storetest.Owner(s).Undo(); err != nil {
			t.Errorf("undo here: %v", err)
		}
		if info, err := storetest.Owner(s).Undo(); err != nil || info.Count < 700 {
			t.Errorf("undo of what was done there: %+v, %v", info, err)
		}
		verify(t, s)
		if s := open(t, s.Path(), other); s.Elsewhere() {
			t.Error("asked again")
		}
	}
}

// TestCopyNamedByASlowClock: the name of a copy's site sorts before that of the
// file it came from.
func TestCopyNamedByASlowClock(t *testing.T) {
	path := fill(t)
	if err := store.RenameSite(path, "01000000000000000000000000"); err != nil {
		t.Fatal(err)
	}
	s := open(t, path, storetest.Options())
	rename(t, s, "Satu")
	rename(t, s, "Dua")
	verify(t, s)
	if _, err := storetest.Owner(s).Undo(); err != nil || firstName(t, s) != "Satu" {
		t.Errorf("undo gave %q, %v", firstName(t, s), err)
	}
	facts, err := storetest.Owner(s).Record("", 1)
	if err != nil || facts[0].Fact.Header.Verb != model.VerbUndo {
		t.Errorf("newest fact: %+v, %v", facts, err)
	}
}

func TestBackupsOfOneSecondAndOneDay(t *testing.T) {
	opt := storetest.Options()
	now := storetest.Noon
	opt.Now = func() time.Time { return now }
	s := open(t, fill(t), opt)
	first, err1 := s.BackupTo("", "backup")
	second, err2 := s.BackupTo("", "backup")
	if err1 != nil || err2 != nil || first == second || !strings.HasSuffix(second, "-2.db") {
		t.Fatalf("%s, %v; %s, %v", first, err1, second, err2)
	}
	if err := s.Backup(first); !errors.Is(err, model.ErrExists) {
		t.Errorf("over an existing file: %v", err)
	}
	if daily, err := s.BackupDaily(); err != nil || daily != "" {
		t.Errorf("there was one today, and another: %q, %v", daily, err)
	}
	now = now.Add(24 * time.Hour)
	daily, err := s.BackupDaily()
	if err != nil || daily == "" {
		t.Fatalf("next day: %q, %v", daily, err)
	}
	if again, err := s.BackupDaily(); err != nil || again != "" {
		t.Errorf("twice a day: %q, %v", again, err)
	}
	for _, path := range []string{first, second, daily} {
		verify(t, open(t, path, opt))
	}
}
