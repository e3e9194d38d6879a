package cli_test

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"
	"github.com/gofrs/flock"
	"github.com/rogpeppe/go-internal/testscript"
	"go.etcd.io/bbolt"

	"kinerja/store/lease"
	"kinerja/store/secrets"
	"kinerja/ui/cli"
	"kinerja/ui/cli/call"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"kinerja": kinerja, "holding": holding, "stopping": stopping, "newer": newer, "flip": flip, "shorten": shorten})
}

func TestScripts(t *testing.T) {
	data, err := filepath.Abs("../../store/intake/testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true, UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, "settings"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("TABLES", data)
			e.Setenv("BEGUN", strconv.FormatInt(time.Now().UnixNano(), 10))
			return nil
		},
		Condition: func(name string) (bool, error) { return name == "root" && os.Getuid() == 0, nil },
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"lines": lines, "code": code, "item": item, "found": found, "holds": holds},
	})
}

// clock shows the day of the sample; a script begins at ten in the morning.
func clock() time.Time {
	begun, err := strconv.ParseInt(os.Getenv("BEGUN"), 10, 64)
	if err != nil {
		fail(err)
	}
	return time.Date(2026, 10, 5, 3, 0, 0, 0, time.UTC).Add(time.Since(time.Unix(0, begun)))
}

func kinerja() {
	os.Exit(cli.Main(call.Env{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Lookup: os.LookupEnv, Now: clock,
		Cost: secrets.Cost{Memory: 64, Passes: 1, Threads: 1}, // what a PIN costs is measured elsewhere
	}))
}

// holding FILE COMMAND…: runs a command while another process holds the file.
func holding() {
	l, err := lease.Open(os.Args[1], lease.Options{Holder: "kinerja (Sari)"})
	if err != nil {
		fail(err)
	}
	status := 0
	err = l.Use("import", func(*bbolt.DB) error {
		cmd := exec.Command(os.Args[2], os.Args[3:]...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			status = cmd.ProcessState.ExitCode()
		}
		return nil
	})
	if err != nil {
		fail(err)
	}
	os.Exit(status)
}

// stopping FILE COMMAND…: holds the file, and interrupts the command as soon as
// it waits for it.
func stopping() {
	l, err := lease.Open(os.Args[1], lease.Options{})
	if err != nil {
		fail(err)
	}
	status := 0
	err = l.Use("import", func(*bbolt.DB) error {
		cmd := exec.Command(os.Args[2], os.Args[3:]...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Start(); err != nil {
			return err
		}
		queue := flock.New(os.Args[1] + ".queue")
		for tick := time.Tick(5 * time.Millisecond); ; <-tick {
			free, err := queue.TryLock()
			if err != nil {
				return err
			}
			if !free {
				break
			}
			if err := queue.Unlock(); err != nil {
				return err
			}
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return err
		}
		if err := cmd.Wait(); err != nil {
			status = cmd.ProcessState.ExitCode()
		}
		return nil
	})
	if err != nil {
		fail(err)
	}
	os.Exit(status)
}

// newer FILE: makes it one that a later version of the program wrote.
func newer() {
	err := edit(os.Args[1], func(content []byte) []byte {
		var meta map[int]any
		if err := cbor.Unmarshal(content, &meta); err != nil {
			fail(err)
		}
		meta[1] = 99
		content, err := cbor.Marshal(meta)
		if err != nil {
			fail(err)
		}
		return content
	})
	if err != nil {
		fail(err)
	}
}

// edit rewrites what the file says about itself, in an envelope that holds.
func edit(path string, f func([]byte) []byte) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Update(func(tx *bbolt.Tx) error {
		const bucket, key = "meta", "meta"
		b := tx.Bucket([]byte(bucket))
		content := f(b.Get([]byte(key))[5:])
		sum := crc32.Checksum(append([]byte(bucket+"\x00"+key), content...), crc32.MakeTable(crc32.Castagnoli))
		raw := binary.BigEndian.AppendUint32([]byte{1}, sum)
		return b.Put([]byte(key), append(raw, content...))
	})
}

// flip FILE BUCKET: flips one bit in the last value of a bucket.
func flip() {
	db, err := bbolt.Open(os.Args[1], 0o600, &bbolt.Options{Timeout: time.Second})
	if err != nil {
		fail(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte(os.Args[2]))
		k, v := b.Cursor().Last()
		bad := append([]byte(nil), v...)
		bad[len(bad)/2] ^= 1
		return b.Put(append([]byte(nil), k...), bad)
	})
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		fail(err)
	}
}

// shorten FILE: cuts the file in half, as a copy that was stopped.
func shorten() {
	info, err := os.Stat(os.Args[1])
	if err == nil {
		err = os.Truncate(os.Args[1], info.Size()/2)
	}
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(99)
}

// lines MOST WIDTH: the last stdout has at most so many lines, none wider.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	var most, width int
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines MOST WIDTH")
	}
	fmt.Sscan(args[0]+" "+args[1], &most, &width)
	out := strings.Split(strings.TrimSuffix(ts.ReadFile("stdout"), "\n"), "\n")
	if len(out) > most {
		ts.Fatalf("%d lines, want at most %d", len(out), most)
	}
	for _, l := range out {
		if n := len([]rune(l)); n > width {
			ts.Fatalf("%d cells, want at most %d: %s", n, width, l)
		}
	}
}

// item KIND: puts the end of the identity of the newest item of a kind, out of
// the last stdout of feedback --json, into $ITEM.
func item(ts *testscript.TestScript, neg bool, args []string) {
	var said struct{ Items []struct{ ID, Kind string } }
	if neg || len(args) != 1 || json.Unmarshal([]byte(ts.ReadFile("stdout")), &said) != nil {
		ts.Fatalf("usage: item KIND, after feedback --json")
	}
	for _, i := range slices.Backward(said.Items) {
		if i.Kind == args[0] {
			ts.Setenv("ITEM", i.ID[len(i.ID)-6:])
			return
		}
	}
	ts.Fatalf("no item of kind %s", args[0])
}

// code N COMMAND…: the command fails with that exit code, and says nothing on
// stdout.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := err.(*exec.ExitError); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
	if out := ts.ReadFile("stdout"); out != "" && got != 0 {
		ts.Fatalf("failed, and said on stdout: %s", out)
	}
}
