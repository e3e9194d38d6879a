package lease_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/lease"
)

func TestManyGoroutines(t *testing.T) {
	path := tempFile(t)
	l := openLease(t, path, lease.Options{})
	other := openLease(t, path, lease.Options{})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for range 10 {
				use := []*lease.Lease{l, other}[i%2]
				if err := use.Use("add", add); err != nil {
					t.Error(err)
				}
				if i == 3 {
					l.Drop()
				}
			}
		})
	}
	group.Wait()
	wantCount(t, path, 80)
}

func TestTwoLeasesShareTheHandle(t *testing.T) {
	path := tempFile(t)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("this file system or account makes no symbolic links:", err)
	}
	a, b := openLease(t, path, lease.Options{}), openLease(t, link, lease.Options{ReadOnly: true})
	if a.Path() != b.Path() {
		t.Errorf("paths %q and %q, want the same", a.Path(), b.Path())
	}
	must(t, a.Use("add", func(first *bbolt.DB) error {
		return b.Use("read", func(second *bbolt.DB) error {
			if first != second {
				t.Error("two handles of one file")
			}
			return nil
		})
	}))
	must(t, a.Close())
	must(t, b.Use("read", func(*bbolt.DB) error { return nil }))
	if err := a.Use("add", add); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("after Close: %v, want %v", err, fs.ErrClosed)
	}
}

// A handle that can only read makes way for one that can write.
func TestReadOnlyThenWrite(t *testing.T) {
	path := tempFile(t)
	reader, writer := openLease(t, path, lease.Options{ReadOnly: true}), openLease(t, path, lease.Options{})
	must(t, reader.Use("read", func(db *bbolt.DB) error {
		if !db.IsReadOnly() {
			t.Error("opened to write, want to read only")
		}
		return nil
	}))
	must(t, writer.Use("add", add))
	wantCount(t, path, 1)
}

func TestExclusive(t *testing.T) {
	path := tempFile(t)
	l := openLease(t, path, lease.Options{})
	must(t, l.Use("add", add))
	used := make(chan error, 1)
	must(t, l.Exclusive("restore", func(real string) error {
		if real != path {
			t.Errorf("path = %q, want %q", real, path)
		}
		go func() { used <- l.Use("add", add) }()
		// The database is closed: bbolt would wait for its lock otherwise.
		makeFile(t, path+".new", 41)
		select {
		case err := <-used:
			t.Errorf("Use ran beside Exclusive: %v", err)
		default:
		}
		return os.Rename(path+".new", path)
	}))
	must(t, <-used)
	wantCount(t, path, 42)
}

// Exclusive makes a file; Use never does.
func TestMissingAndEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.db")
	l := openLease(t, path, lease.Options{})
	if err := l.Use("read", add); !errors.Is(err, model.ErrNotFound) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v, want %v", err, model.ErrNotFound)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 0 {
		t.Errorf("a missing file left %v", files)
	}
	must(t, os.WriteFile(path, nil, 0o600))
	if err := l.Use("read", add); !errors.Is(err, model.ErrEmpty) {
		t.Errorf("empty: %v, want %v", err, model.ErrEmpty)
	}
	if info, err := os.Stat(path); err != nil || info.Size() != 0 {
		t.Errorf("an empty file was filled: %v, %v", info, err)
	}
	must(t, l.Exclusive("create", func(path string) error { makeFile(t, path, 6); return nil }))
	must(t, l.Use("add", add))
	wantCount(t, path, 7)
	if err := openLease(t, filepath.Dir(path), lease.Options{}).Use("read", add); !errors.Is(err, model.ErrForeign) {
		t.Errorf("folder: %v, want %v", err, model.ErrForeign)
	}
	if _, err := lease.Open(filepath.Join(path, "no", "such.db"), lease.Options{}); err == nil {
		t.Error("a folder that is not there was taken")
	}
}

func TestDamaged(t *testing.T) {
	path := tempFile(t)
	raw, err := os.ReadFile(path)
	must(t, err)
	for name, change := range map[string]func([]byte) []byte{
		"no meta page": func(raw []byte) []byte { clear(raw[:2*os.Getpagesize()]); return raw },
		"cut":          func(raw []byte) []byte { return raw[:2*os.Getpagesize()] },
		"no free list": func(raw []byte) []byte { clear(raw[2*os.Getpagesize():]); return raw },
		"short":        func(raw []byte) []byte { return raw[:100] },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "bad.db")
			must(t, os.WriteFile(path, change(append([]byte(nil), raw...)), 0o600))
			l := openLease(t, path, lease.Options{Timeout: time.Second})
			for range 2 { // the second time shows that the locks were given back
				if err := l.Use("read", add); !errors.Is(err, model.ErrDamaged) {
					t.Errorf("err = %v, want %v", err, model.ErrDamaged)
				}
			}
		})
	}
}

func TestCheckRunsBeforeOpening(t *testing.T) {
	path := tempFile(t)
	refuse, checked := model.ErrNewer, 0
	l := openLease(t, path, lease.Options{Check: func(string) error { checked++; return refuse }})
	if err := l.Use("read", add); err != model.ErrNewer {
		t.Errorf("err = %v, want it as it is", err)
	}
	refuse = nil
	must(t, l.Use("add", add))
	must(t, l.Use("add", add))
	if checked != 2 {
		t.Errorf("checked %d times, want 2: refused, opened, kept open", checked)
	}
	l.Drop()
	must(t, l.Use("add", add))
	if checked != 3 {
		t.Errorf("checked %d times, want 3: Drop opens again", checked)
	}
}

// An error or panic inside leaves the lease usable.
func TestFailingWork(t *testing.T) {
	path := tempFile(t)
	l := openLease(t, path, lease.Options{})
	if err := l.Use("add", func(*bbolt.DB) error { return model.ErrState }); err != model.ErrState {
		t.Errorf("err = %v, want it as it is", err)
	}
	for _, work := range []func(){
		func() { _ = l.Use("add", func(*bbolt.DB) error { l.Drop(); panic("bug") }) },
		func() { _ = l.Exclusive("compact", func(string) error { panic("bug") }) },
	} {
		func() {
			defer func() { _ = recover() }()
			work()
		}()
	}
	must(t, l.Use("add", add))
	wantCount(t, path, 1)
}

// Work inside work waits for itself; it must end, and say who is in the way.
func TestNestedExclusiveEnds(t *testing.T) {
	l := openLease(t, tempFile(t), lease.Options{Holder: "Kinerja", Timeout: 50 * time.Millisecond})
	err := l.Use("import", func(*bbolt.DB) error {
		return l.Exclusive("compact", func(string) error { return nil })
	})
	var busy *model.BusyError
	if !errors.As(err, &busy) || busy.PID != os.Getpid() || busy.Verb != "import" {
		t.Errorf("err = %v, want busy with import here", err)
	}
	must(t, l.Use("add", add))
}

func BenchmarkUse(b *testing.B) {
	l := openLease(b, tempFile(b), lease.Options{})
	work := func(*bbolt.DB) error { return nil }
	must(b, l.Use("read", work))
	b.ReportAllocs()
	for b.Loop() {
		_ = l.Use("read", work)
	}
}

func BenchmarkReopen(b *testing.B) {
	l := openLease(b, tempFile(b), lease.Options{})
	for b.Loop() {
		_ = l.Use("read", func(*bbolt.DB) error { return nil })
		l.Drop()
	}
}
