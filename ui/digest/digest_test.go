package digest_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"kinerja/model/action"
	"kinerja/ui/digest"
)

func TestAFileIsKnownAgain(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "kohort.txt")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("test")
	e, err := digest.Of(path)
	if err != nil || e.Name != "kohort.txt" || e.Place != path || e.Size != 4 ||
		e.Digest != "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" {
		t.Fatalf("%+v, %v", e, err)
	}
	check := func(when string, e action.Evidence, want action.Found) {
		t.Helper()
		if got, err := digest.Check(e); got != want || err != nil {
			t.Errorf("%s: %v, %v, want %v", when, got, err, want)
		}
	}
	check("as it was", e, action.Same)
	write("tesT")
	check("of the same size", e, action.Changed)
	write("test")
	check("as it was again", e, action.Same)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	check("gone", e, action.Missing)
	check("a link", action.Evidence{Name: "Foto", Place: "https://contoh.id/foto"}, action.NoFile)
	if _, err := digest.Of(dir); !errors.Is(err, digest.ErrFolder) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := digest.Of(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}
