// Package storetest gives tests a real store in a temporary folder, verified
// when the test ends.
package storetest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
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

// District makes a new store with the sample of people in it. The sample is put into
// a file once for all tests of a package; each test has a copy.
func District(t testing.TB, people int) (*store.Store, sample.District) {
	t.Helper()
	d := sample.New(people)
	path := filepath.Join(t.TempDir(), "kinerja.db")
	if err := os.WriteFile(path, filled(t, people), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, Options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { Close(t, s) })
	return s, d
}

// filled is a file with the sample of so many people, made once for each number.
var filled = once(fill)

func once(fill func(testing.TB, int) []byte) func(testing.TB, int) []byte {
	var mu sync.Mutex
	kept := map[int][]byte{}
	return func(t testing.TB, people int) []byte {
		t.Helper()
		mu.Lock()
		defer mu.Unlock()
		if kept[people] == nil {
			kept[people] = fill(t, people)
		}
		return kept[people]
	}
}

func fill(t testing.TB, people int) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.db")
	s, err := store.Create(path, Options())
	if err != nil {
		t.Fatal(err)
	}
	_, err = Owner(s).Apply(context.Background(), model.VerbImport, sample.Records(sample.New(people)), nil)
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// Owner is the desk of somebody who keeps the file alone.
func Owner(s *store.Store) *store.Desk { return s.As(model.Owner("", "Penguji")) }
