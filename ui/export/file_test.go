package export_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"kinerja/model"
	"kinerja/ui/export"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// holds checks that dir holds one file, and with that text.
func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("file holds %q, %v; want %q", got, err, want)
	}
	if list, _ := os.ReadDir(filepath.Dir(path)); len(list) != 1 {
		t.Errorf("the folder holds %v", list)
	}
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "staff.csv")
	if err := export.WriteFile(path, false, text("one")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "one")
	if err := export.WriteFile(path, false, text("two")); !errors.Is(err, model.ErrExists) {
		t.Errorf("an existing file: %v, want %v", err, model.ErrExists)
	}
	holds(t, path, "one")
	if err := export.WriteFile(path, true, text("two")); err != nil {
		t.Errorf("by force: %v", err)
	}
	holds(t, path, "two")
}

// A report that breaks in the middle must leave the old file and nothing else.
func TestWriteFileFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "staff.csv")
	if err := export.WriteFile(path, false, text("one")); err != nil {
		t.Fatal(err)
	}
	err := export.WriteFile(path, true, func(w io.Writer) error {
		_ = text("half")(w)
		return model.ErrDamaged
	})
	if !errors.Is(err, model.ErrDamaged) {
		t.Errorf("err = %v, want %v", err, model.ErrDamaged)
	}
	holds(t, path, "one")
}

func TestWriteFileMadeMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "staff.csv")
	err := export.WriteFile(path, false, func(io.Writer) error {
		return os.WriteFile(path, []byte("of another"), 0o600)
	})
	if !errors.Is(err, model.ErrExists) {
		t.Errorf("err = %v, want %v", err, model.ErrExists)
	}
	holds(t, path, "of another")
}

func TestWriteFileOddPlaces(t *testing.T) {
	dir := t.TempDir()
	if err := export.WriteFile(dir, true, text("x")); !errors.Is(err, model.ErrExists) {
		t.Errorf("over a folder: %v, want %v", err, model.ErrExists)
	}
	if err := export.WriteFile(filepath.Join(dir, "none", "x.csv"), false, text("x")); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("in no folder: %v, want %v", err, model.ErrNotFound)
	}
	real, link := filepath.Join(dir, "real.csv"), filepath.Join(dir, "link.csv")
	if err := os.WriteFile(real, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no links here")
	}
	if err := export.WriteFile(link, true, text("new")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(real); string(got) != "new" {
		t.Errorf("behind the link stands %q", got)
	}
}
