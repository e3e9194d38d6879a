package store_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/sample"
	"kinerja/store"
	"kinerja/store/form"
	"kinerja/store/storetest"
)

// Other processes are this test binary again, told by the environment to work
// on a file instead of running tests.
const childKey = "KINERJA_STORE_CHILD"

var children = map[string]func(path string, args []string) error{
	"flips": childFlips,
	"cells": childCells,
	"share": childShare,
	"large": childLarge,
	"full":  childFull,
}

func TestMain(m *testing.M) {
	work, ok := children[os.Getenv(childKey)]
	if !ok {
		code := m.Run()
		for _, dir := range bigFolders {
			_ = os.RemoveAll(dir)
		}
		os.Exit(code)
	}
	if err := work(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child is another process that does work on the file at path.
func child(ctx context.Context, t testing.TB, work, path string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(ctx, self, append([]string{path}, args...)...)
	c.Env = append(os.Environ(), childKey+"="+work)
	return c
}

// rounds is how often a random test goes on: more when there is time.
func rounds(short, long int) int {
	if os.Getenv("KINERJA_LONG") != "" {
		return long
	}
	return short
}

// fill makes a file with the sample of 120 people and closes it.
func fill(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kinerja.db")
	s, err := store.Create(path, storetest.Options())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := storetest.Owner(s).Apply(context.Background(), model.VerbImport, sample.Records(sample.New(120)), nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// open opens a file and lets it go with the test, without verifying it.
func open(t testing.TB, path string, opt store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func verify(t testing.TB, s *store.Store) store.VerifyReport {
	t.Helper()
	report, err := s.Verify(context.Background(), true, nil)
	if err != nil {
		t.Fatalf("verify: %v", err)
	}
	return report
}

func copyOf(t testing.TB, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(to, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}
func rate(t testing.TB, d *store.Desk, plan model.PlanID, p model.Period) {
	t.Helper()
	if _, err := d.Rate(plan, p, store.Rating{
		Result: model.Meets, Behaviour: model.Above, Reason: "dibahas bersama", Rules: rules.PermenPANRB6(),
	}); err != nil {
		t.Fatal(err)
	}
}

// readAll reads everything that pages show, as one digest.
func readAll(s *store.Store) (string, error) {
	h := sha256.New()
	add := func(v any) error {
		raw, err := form.Encode(v)
		h.Write(raw)
		return err
	}
	d := storetest.Owner(s)
	people, err := d.People()
	if err != nil {
		return "", err
	}
	if err := add(people); err != nil {
		return "", err
	}
	r, err := d.Roster(store.RosterQuery{Gone: true})
	if err != nil {
		return "", err
	}
	for i := range r.Len() {
		if err := add(r.Row(i)); err != nil {
			return "", err
		}
	}
	for _, p := range people {
		pr, err := d.Profile(p.Employee.ID)
		if err := errors.Join(err, add(pr)); err != nil {
			return "", err
		}
	}
	facts, err := d.Record("", 0)
	if err != nil {
		return "", err
	}
	for _, f := range facts {
		if err := add(f.Fact); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// lines reads a child's output as it comes.
func lines(r interface{ Read([]byte) (int, error) }) *bufio.Scanner { return bufio.NewScanner(r) }

// difference lists where two maps of cells are not the same.
func difference(got, want cells) string {
	var b strings.Builder
	for at, v := range want {
		if got[at] != v {
			fmt.Fprintf(&b, "%s: got %q, want %q\n", at, got[at], v)
		}
	}
	for at, v := range got {
		if _, ok := want[at]; !ok {
			fmt.Fprintf(&b, "%s: got %q, want none\n", at, v)
		}
	}
	return b.String()
}
