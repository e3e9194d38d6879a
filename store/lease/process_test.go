package lease_test

import (
	"errors"
	"os"
	"runtime"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/lease"
)

func TestFourProcesses(t *testing.T) {
	for _, work := range []string{"add", "turns"} {
		t.Run(work, func(t *testing.T) {
			path := tempFile(t)
			var workers []*worker
			for range 4 {
				workers = append(workers, start(t, work, path))
			}
			for _, w := range workers {
				w.end(t)
			}
			wantCount(t, path, 200)
		})
	}
}

// A window that has nothing to do is gone in no time when somebody asks.
func TestIdleHolderLeaves(t *testing.T) {
	path := tempFile(t)
	w := start(t, "idle", path)
	w.ready(t)
	l := openLease(t, path, lease.Options{})
	began := time.Now()
	must(t, l.Use("add", add))
	if took := time.Since(began); took > time.Second {
		t.Errorf("took %v, want some 20 ms", took)
	} else {
		t.Logf("took %v", took)
	}
	w.end(t)
	wantCount(t, path, 2)
}

// Left alone, it closes by itself: bbolt's own lock, which no queue reaches,
// becomes free.
func TestIdleHolderClosesUnasked(t *testing.T) {
	path := tempFile(t)
	w := start(t, "idle", path)
	w.ready(t)
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: 10 * time.Second})
	must(t, err)
	must(t, db.Close())
	w.end(t)
}

// A process that works without a pause lets others in between.
func TestLoopingHolderLetsOthersIn(t *testing.T) {
	path := tempFile(t)
	w := start(t, "loop", path)
	w.ready(t)
	l := openLease(t, path, lease.Options{})
	for range 10 {
		must(t, l.Use("add", add))
		l.Drop()
	}
	w.end(t)
}

func TestWaiterGivesUp(t *testing.T) {
	path := tempFile(t)
	w := start(t, "hold", path)
	w.ready(t)
	l := openLease(t, path, lease.Options{Timeout: 300 * time.Millisecond})
	err := l.Use("add", add)
	var busy *model.BusyError
	if !errors.As(err, &busy) {
		t.Fatalf("err = %v, want busy", err)
	}
	want := model.BusyError{Holder: "Kinerja (Rina Hartati)", PID: w.Process.Pid, Verb: "import", Progress: "12000/100000"}
	if *busy != want {
		t.Errorf("busy = %+v, want %+v", *busy, want)
	}
	if err := l.Exclusive("compact", func(string) error { return nil }); !errors.Is(err, model.ErrBusy) {
		t.Errorf("Exclusive: %v, want %v", err, model.ErrBusy)
	}
	w.end(t)
	must(t, l.Use("add", add))
}

// As long as the holder gets on, a waiter waits longer than its patience.
func TestWaiterWaitsWhileThereIsProgress(t *testing.T) {
	path := tempFile(t)
	w := start(t, "progress", path)
	w.ready(t)
	l := openLease(t, path, lease.Options{Timeout: time.Second})
	began := time.Now()
	must(t, l.Use("add", add))
	t.Logf("waited %v", time.Since(began))
	w.end(t)
}

func TestKilledHolderLeavesTheFileFree(t *testing.T) {
	path := tempFile(t)
	w := start(t, "hold", path)
	w.ready(t)
	must(t, w.Process.Kill())
	_ = w.Wait()
	must(t, openLease(t, path, lease.Options{}).Use("add", add))
	wantCount(t, path, 1)
}

func TestExclusiveKeepsOtherProcessesOut(t *testing.T) {
	path := tempFile(t)
	l := openLease(t, path, lease.Options{})
	var w *worker
	must(t, l.Exclusive("restore", func(path string) error {
		w = start(t, "idle", path)
		makeFile(t, path+".new", 41)
		return os.Rename(path+".new", path)
	}))
	w.ready(t)
	w.end(t)
	wantCount(t, path, 42)
}

// Who waits while the file is replaced saves into the file that is at the path.
func TestFileRenamedUnderAWaiter(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows refuses to replace an open file, so it cannot happen there")
	}
	path := tempFile(t)
	makeFile(t, path+".new", 10)
	old, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second})
	must(t, err)

	opened := make(chan struct{}, 9)
	l := openLease(t, path, lease.Options{Bolt: &bbolt.Options{
		OpenFile: func(name string, flag int, perm os.FileMode) (*os.File, error) {
			defer func() { opened <- struct{}{} }()
			return os.OpenFile(name, flag, perm)
		},
	}})
	saved := make(chan error)
	go func() { saved <- l.Use("add", add) }()
	<-opened // it has the old file in hand and waits for bbolt's lock
	must(t, os.Rename(path+".new", path))
	must(t, old.Close())
	must(t, <-saved)
	wantCount(t, path, 11)
}

// Also who holds the file open and idle notices.
func TestFileRenamedUnderAHolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows refuses to replace an open file, so it cannot happen there")
	}
	path := tempFile(t)
	makeFile(t, path+".new", 10)
	l := openLease(t, path, lease.Options{})
	must(t, l.Use("add", add))
	must(t, os.Rename(path, path+".old"))
	must(t, os.Rename(path+".new", path))
	// bbolt's lock on the old file becomes free sooner than an idle one would.
	old, err := bbolt.Open(path+".old", 0o600, &bbolt.Options{Timeout: time.Second})
	must(t, err)
	must(t, old.Close())
	must(t, l.Use("add", add))
	wantCount(t, path, 11)
}

func TestFileOfAProgramWithoutLease(t *testing.T) {
	path := tempFile(t)
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second})
	must(t, err)
	l := openLease(t, path, lease.Options{Timeout: 100 * time.Millisecond})
	if err := l.Use("add", add); !errors.Is(err, model.ErrBusy) {
		t.Errorf("err = %v, want %v", err, model.ErrBusy)
	}
	must(t, db.Close())
	must(t, l.Use("add", add))
}
