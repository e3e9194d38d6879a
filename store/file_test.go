package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"kinerja/store"
	"kinerja/store/storetest"
)

// File names the file, and of all copies beside it the newest of its own.
func TestFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Kinerja [2026]")
	path := filepath.Join(dir, "kinerja.db")
	now := storetest.Noon
	opt := storetest.Options()
	opt.Now = func() time.Time { return now }
	s, err := store.Create(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	d := storetest.Owner(s)
	at, last, err := d.File()
	if at != path || !last.IsZero() || err != nil {
		t.Errorf("without a backup: %s, %s, %v", at, last, err)
	}
	for range 2 {
		now = now.Add(36 * time.Hour)
		if err := s.Backup(""); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"kinerja-99999999-999999-backup.db", "kinerja-20991231-235959.db", "other-20991231-235959-backup.db"} {
		if err := os.WriteFile(filepath.Join(dir, "backup", name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, last, err = d.File(); !last.Equal(now.Truncate(time.Second)) || err != nil {
		t.Errorf("last backup %s, want %s (%v)", last, now, err)
	}
}
