//go:build !windows

package cli_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"kinerja/model"
	"kinerja/model/sample"
	"kinerja/store"
	"kinerja/store/storetest"
)

// window is the program on a terminal of 80×24 that answers no query.
type window struct {
	t      *testing.T
	master *os.File
	cmd    *exec.Cmd
	chunks chan []byte
	seen   bytes.Buffer
}

// opened starts the program on a file, in Indonesian.
func opened(t *testing.T, env []string, args ...string) *window {
	t.Helper()
	w := &window{t: t, cmd: exec.Command("kinerja", args...), chunks: make(chan []byte, 4096)}
	w.cmd.Env = env
	var err error
	w.master, err = pty.StartWithSize(w.cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Skip("no pty: ", err)
	}
	go func() {
		defer close(w.chunks)
		for {
			buf := make([]byte, 8192)
			n, err := w.master.Read(buf)
			if err != nil {
				return
			}
			w.chunks <- buf[:n]
		}
	}()
	return w
}

// until reads what the program writes until text is in it, from now on.
func (w *window) until(text string) {
	w.t.Helper()
	late := time.After(60 * time.Second)
	for !bytes.Contains(w.seen.Bytes(), []byte(text)) {
		select {
		case chunk, ok := <-w.chunks:
			if !ok {
				w.t.Fatalf("ended before %q; last seen: %q", text, tail(w.seen.String()))
			}
			w.seen.Write(chunk)
		case <-late:
			w.t.Fatalf("no %q; last seen: %q", text, tail(w.seen.String()))
		}
	}
	w.seen.Reset()
}

func tail(s string) string { return s[max(0, len(s)-2000):] }

// keys types, in one write: what a fast hand or a slow line gives the program.
func (w *window) keys(s string) {
	w.t.Helper()
	if _, err := w.master.WriteString(s); err != nil {
		w.t.Fatal(err)
	}
}

// quit leaves the program the way a person does.
func (w *window) quit() {
	w.t.Helper()
	w.keys("q")
	w.until("Keluar?")
	w.keys("y")
	for range w.chunks { // until the terminal is closed
	}
	if err := w.cmd.Wait(); err != nil {
		w.t.Errorf("ended with %v", err)
	}
}

// districtFile makes a file with the sample in it, and the environment in which
// the head of the clinic works on it.
func districtFile(t *testing.T) (path string, env []string, d sample.District) {
	t.Helper()
	dir := t.TempDir()
	path = filepath.Join(dir, "kinerja.db")
	opt := storetest.Options()
	opt.Machine = ""
	s, err := store.Create(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	d = sample.New(120)
	if _, err := storetest.Owner(s).Apply(context.Background(), model.VerbImport, sample.Records(d), nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(settings, fmt.Appendf(nil, "me = %q\nbackup_daily = false\n", d.Head()), 0o600); err != nil {
		t.Fatal(err)
	}
	env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir, "KINERJA_CONFIG="+settings,
		"BEGUN="+strconv.FormatInt(time.Now().UnixNano(), 10), "TERM=tmux-256color", "LANG=id_ID.UTF-8")
	return path, env, d
}

// value is what the journey enters for row r in column c, within what is to be
// expected of every indicator.
func value(r, c int) string {
	return fmt.Sprintf([...]string{"%d,25", "%d,5", "%d,75", "4%d", "%d", "%d"}[c], [...]int{70 + r, 71 + r, 72 + r, r % 10, r % 3, 73 + r}[c])
}

// Twenty people by six indicators are typed cell by cell in one window while a
// second window types into another sheet and the command line enters too: all
// on one file, nothing lost, nobody refused.
func TestTwoWindowsAndTheCommandLineOnOneFile(t *testing.T) {
	path, env, d := districtFile(t)
	first := opened(t, env, "--db", path)
	first.until("Beranda")
	second := opened(t, env, "--db", path)
	second.until("Beranda")
	for _, w := range []*window{first, second} {
		w.keys("g")
		w.until("Realisasi")
		w.keys("3")
		w.until("gabungan")
	}
	before := sheet(t, path, "BIDAN")
	refused := make(chan error, 1)
	go func() { refused <- enterMany(env, path, before, 20) }()
	first.keys("]") // the sheets come by code: ADMIN, BIDAN, …
	first.until("K6")
	for r := range 20 {
		for c := range 6 {
			end := "\t"
			if c == 5 {
				end = "\r"
			}
			first.keys(value(r, c) + end)
		}
		if r < 2 { // the other sheet has two people
			second.keys("95\t88\t5\t80\t0\t96\r")
		}
	}
	for _, w := range []*window{first, second} {
		w.keys("\x13") // Ctrl+S
		w.until("Semua sudah tersimpan")
	}
	if err := <-refused; err != nil {
		t.Error(err)
	}
	first.quit()
	second.quit()
	compare(t, path, d)
}

// enterMany enters the last indicator of n people by command, one call each.
func enterMany(env []string, path string, sh model.Sheet, n int) error {
	for _, row := range sh.Rows[:n] {
		cmd := exec.Command("kinerja", "enter", string(row.Staff.Number), "JP=7", "--period", "2026-Q3", "--db", path)
		cmd.Env = env
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("enter %s: %w: %s", row.Staff.Name, err, out)
		}
	}
	return nil
}

// sheet reads one sheet of the head's clinic as the page shows it.
func sheet(t *testing.T, path, code string) model.Sheet {
	t.Helper()
	s, err := store.Open(path, storetest.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	desk := storetest.Owner(s)
	q3, _ := model.ParsePeriod("2026-Q3")
	me, err := desk.FindOne("sari wulandari")
	if err != nil {
		t.Fatal(err)
	}
	list, err := desk.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range list {
		if in.Code == code {
			sh, err := desk.Sheet(q3, in.ID, me.Unit)
			if err != nil {
				t.Fatal(err)
			}
			return sh
		}
	}
	t.Fatalf("no instrument %s", code)
	return model.Sheet{}
}

// compare looks at every cell, the record and the chain.
func compare(t *testing.T, path string, d sample.District) {
	t.Helper()
	sh := sheet(t, path, "BIDAN")
	for r, row := range sh.Rows[:20] {
		for c, i := range sh.Instrument.Indicators[:6] {
			want := model.MustNumber(strings.Replace(value(r, c), ",", ".", 1))
			if got, ok := row.Card.Entry(i.ID).Actual.Get(); !ok || got != want {
				t.Errorf("%s %s is %v, typed %v", row.Staff.Name, i.Gauge.Code, got, want)
			}
		}
		if m, _ := row.Plan.Measure("JP"); row.Card.Entry(m.ID).Actual != model.Some(model.Int(7)) {
			t.Errorf("%s JP is %v, entered 7 by command", row.Staff.Name, row.Card.Entry(m.ID).Actual)
		}
	}
	s, err := store.Open(path, storetest.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer storetest.Close(t, s) // verifies that records are what their facts say
	entered := 0
	list, err := storetest.Owner(s).Record("", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Fact.Header.Verb == model.VerbEnter && e.Fact.Header.Actor == string(d.Head()) {
			entered++
		}
	}
	// A cell that held the value already leaves no fact.
	if entered < 120 {
		t.Errorf("the record shows %d entries by the head", entered)
	}
}
