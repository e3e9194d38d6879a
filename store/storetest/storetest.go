// Package storetest gives tests a real store in a temporary folder, verified
// when the test ends.
package storetest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"kinerja/model"
	"kinerja/model/sample"
	"kinerja/store"
	"kinerja/store/secrets"
)

// Noon is the moment at which every test store lives: the sample's today.
var Noon = time.Date(2026, 10, 5, 5, 0, 0, 0, time.UTC)

// Options are those of a test store.
func Options() store.Options {
	return store.Options{Now: func() time.Time { return Noon }, Holder: "test", Machine: "test-machine", Cost: secrets.Cost{Memory: 64, Passes: 1, Threads: 1}}
}

// Open makes a new store that goes away with the test.
func Open(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Create(filepath.Join(t.TempDir(), "kinerja.db"), Options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { Close(t, s) })
	return s
}

// Close verifies the whole file and lets it go.
func Close(t testing.TB, s *store.Store) {
	t.Helper()
	if _, err := s.Verify(context.Background(), true, nil); err != nil {
		t.Errorf("verify: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// District makes a new store with the sample of people in it.
func District(t testing.TB, people int) (*store.Store, sample.District) {
	t.Helper()
	s, d := Open(t), sample.New(people)
	if _, err := Owner(s).Apply(context.Background(), model.VerbImport, sample.Records(d), nil); err != nil {
		t.Fatal(err)
	}
	return s, d
}

// Owner is the desk of somebody who keeps the file alone.
func Owner(s *store.Store) *store.Desk { return s.As(model.Owner("", "Penguji")) }
