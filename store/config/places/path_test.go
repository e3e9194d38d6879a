package places

import (
	"os"
	"path/filepath"
	"testing"
)

// A file that an earlier version made stays in use; a new one goes to the new
// place, and wins where both exist.
func TestTheOldPlaceGoesOn(t *testing.T) {
	dir := t.TempDir()
	now, before := filepath.Join(dir, "Documents", "kinerja.db"), filepath.Join(dir, "Local", "kinerja.db")
	if got := sooner(now, before); got != now {
		t.Errorf("with neither: %s", got)
	}
	for _, step := range []struct{ made, want string }{{before, before}, {now, now}} {
		if err := os.MkdirAll(filepath.Dir(step.made), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(step.made, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := sooner(now, before); got != step.want {
			t.Errorf("with %s: %s", step.made, got)
		}
	}
}

func TestDocuments(t *testing.T) {
	got, err := documents()
	if err != nil || !filepath.IsAbs(got) {
		t.Errorf("%q, %v", got, err)
	}
}
