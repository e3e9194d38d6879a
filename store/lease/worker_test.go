package lease_test

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/lease"
)

// Other processes are this test binary again, told by the environment to work
// on a file instead of running tests. They end when their input does.
const workKey, pathKey = "LEASE_TEST_WORK", "LEASE_TEST_PATH"

var works = map[string]func(l *lease.Lease) error{
	"add":      addFifty,
	"turns":    addInTurns,
	"readonly": readOnly,
	"hold":     hold,
	"progress": progress,
	"idle":     idle,
	"loop":     loop,
}

func TestMain(m *testing.M) {
	work, ok := works[os.Getenv(workKey)]
	if !ok {
		os.Exit(m.Run())
	}
	becomeNobody()
	l, err := lease.Open(os.Getenv(pathKey), lease.Options{Holder: "Kinerja (Rina Hartati)"})
	if err == nil {
		err = work(l)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func addFifty(l *lease.Lease) error {
	for range 50 {
		if err := l.Use("add", add); err != nil {
			return err
		}
	}
	return nil
}

// addInTurns lets the others in after each change.
func addInTurns(l *lease.Lease) error {
	for range 50 {
		if err := l.Use("add", add); err != nil {
			return err
		}
		l.Drop()
	}
	return nil
}

// readOnly is somebody who may read the file and write nothing.
func readOnly(l *lease.Lease) error {
	for _, refused := range []error{
		l.Use("add", add),
		l.Exclusive("compact", func(string) error { return nil }),
	} {
		if !errors.Is(refused, model.ErrReadOnly) {
			return fmt.Errorf("got %v, want %v", refused, model.ErrReadOnly)
		}
	}
	reader, err := lease.Open(l.Path(), lease.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	for range 2 {
		if err := reader.Use("read", func(db *bbolt.DB) error { return db.View(func(*bbolt.Tx) error { return nil }) }); err != nil {
			return err
		}
	}
	fmt.Println("holding") // nothing any more: who writes must not be kept waiting
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

func hold(l *lease.Lease) error {
	return l.Use("import", func(*bbolt.DB) error {
		l.Progress(12_000, 100_000)
		fmt.Println("holding")
		_, err := io.Copy(io.Discard, os.Stdin)
		return err
	})
}

// progress works for longer than its watchers are patient.
func progress(l *lease.Lease) error {
	return l.Use("import", func(*bbolt.DB) error {
		fmt.Println("holding")
		tick := time.NewTicker(50 * time.Millisecond)
		defer tick.Stop()
		for i := range 30 {
			l.Progress(i, 30)
			<-tick.C
		}
		return nil
	})
}

func idle(l *lease.Lease) error {
	if err := l.Use("add", add); err != nil {
		return err
	}
	fmt.Println("holding")
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

func loop(l *lease.Lease) error {
	done := make(chan struct{})
	go func() { _, _ = io.Copy(io.Discard, os.Stdin); close(done) }()
	for n := 0; ; n++ {
		select {
		case <-done:
			return nil
		default:
		}
		if err := l.Use("add", add); err != nil {
			return err
		}
		if n == 0 {
			fmt.Println("holding")
		}
	}
}

// worker is one other process.
type worker struct {
	*exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func start(t *testing.T, work, path string, env ...string) *worker {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), workKey+"="+work, pathKey+"="+path), env...)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return &worker{Cmd: cmd, in: in, out: bufio.NewReader(out)}
}

// ready waits until the worker says that it holds, or held, the file.
func (w *worker) ready(t *testing.T) {
	t.Helper()
	line, err := w.out.ReadString('\n')
	if err != nil || line != "holding\n" {
		t.Fatalf("worker said %q, %v", line, err)
	}
}

// end tells the worker to stop and checks that all went well for it.
func (w *worker) end(t *testing.T) {
	t.Helper()
	must(t, w.in.Close())
	if err := w.Wait(); err != nil {
		t.Errorf("worker: %v", err)
	}
}

var bucket, counter = []byte("test"), []byte("count")

// add is a change that loses something whenever two run at once.
func add(db *bbolt.DB) error {
	return db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucket)
		n := binary.BigEndian.Uint64(b.Get(counter))
		return b.Put(counter, binary.BigEndian.AppendUint64(nil, n+1))
	})
}

// makeFile makes a database whose counter stands at n.
func makeFile(t testing.TB, path string, n uint64) {
	t.Helper()
	db, err := bbolt.Open(path, 0o644, &bbolt.Options{Timeout: time.Second})
	must(t, err)
	must(t, db.Update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(bucket)
		if err != nil {
			return err
		}
		return b.Put(counter, binary.BigEndian.AppendUint64(nil, n))
	}))
	must(t, db.Close())
}

func tempFile(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kinerja.db")
	makeFile(t, path, 0)
	return path
}

func openLease(t testing.TB, path string, opt lease.Options) *lease.Lease {
	t.Helper()
	l, err := lease.Open(path, opt)
	must(t, err)
	t.Cleanup(func() { must(t, l.Close()) })
	return l
}

// wantCount reads the counter through a lease of its own.
func wantCount(t *testing.T, path string, want uint64) {
	t.Helper()
	l := openLease(t, path, lease.Options{})
	must(t, l.Use("read", func(db *bbolt.DB) error {
		return db.View(func(tx *bbolt.Tx) error {
			if got := binary.BigEndian.Uint64(tx.Bucket(bucket).Get(counter)); got != want {
				t.Errorf("count = %s, want %d", strconv.FormatUint(got, 10), want)
			}
			return nil
		})
	}))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
