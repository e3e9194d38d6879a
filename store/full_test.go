//go:build linux

package store_test

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
)

// childFull fills the file up to a limit of its size, then lifts the limit.
func childFull(path string, _ []string) error {
	signal.Ignore(syscall.SIGXFSZ)
	s, err := store.Open(path, storetest.Options())
	if err != nil {
		return err
	}
	d := storetest.Owner(s)
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	var was syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		return err
	}
	limit := was
	limit.Cur = uint64(info.Size())
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	text := strings.Repeat("catatan ", 10_000)
	saved := 0
	for ; saved < 1000 && err == nil; saved++ {
		_, err = d.AddUnit(model.Unit{Name: fmt.Sprint("Unit ", saved), Code: fmt.Sprint("U", saved), NPSN: text})
	}
	saved--
	if !errors.Is(err, model.ErrFull) {
		return fmt.Errorf("after %d units: %v, want %v", saved, err, model.ErrFull)
	}
	fmt.Println(saved)
	if _, err := d.Units(); err != nil {
		return fmt.Errorf("reading a full file: %w", err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		return err
	}
	_, err = d.AddUnit(model.Unit{Name: "Setelah", Code: "S"})
	return errors.Join(err, s.Close())
}

func TestDiskFull(t *testing.T) {
	path := fill(t)
	before, err := storetest.Owner(open(t, path, storetest.Options())).Units()
	if err != nil {
		t.Fatal(err)
	}
	c := child(t.Context(), t, "full", path)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	var saved int
	if _, err := fmt.Sscan(string(out), &saved); err != nil || saved == 0 {
		t.Fatalf("%q, %v", out, err)
	}
	s := open(t, path, storetest.Options())
	after, err := storetest.Owner(s).Units()
	if err != nil || len(after) != len(before)+saved+1 {
		t.Errorf("%d units, %d were saved and one after, now %d, %v", len(before), saved, len(after), err)
	}
	verify(t, s)
}
