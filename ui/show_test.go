//go:build !windows

package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/screen/staff"
	"kinerja/ui/terminal"
	"kinerja/ui/uitest"
)

// screen is the whole program on a terminal of 80×24 that answers no query.
type screen struct {
	t      *testing.T
	master *os.File
	vt     *vt.Emulator
	wrote  strings.Builder
	chunks chan []byte // what the program writes
	ended  chan error
	stop   context.CancelFunc
}

func show(t *testing.T, getenv func(string) string) *screen {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pty: ", err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	s := &screen{t: t, master: master, vt: vt.NewEmulator(80, 24), ended: make(chan error, 1), stop: stop, chunks: make(chan []byte, 1000)}
	drained := make(chan struct{})
	go func() { // what the emulator would answer goes nowhere
		defer close(drained)
		io.Copy(io.Discard, s.vt)
	}()
	go func() {
		defer close(s.chunks)
		for {
			buf := make([]byte, 4096)
			n, err := master.Read(buf)
			if err != nil {
				return
			}
			s.chunks <- buf[:n]
		}
	}()
	t.Cleanup(func() { stop(); s.vt.InputPipe().(io.Closer).Close(); <-drained; tty.Close(); master.Close() })

	term := terminal.Terminal{In: tty, Out: tty, Getenv: getenv, FPS: 120, Mouse: true}
	g, styles, err := term.Ground()
	if err != nil {
		t.Fatal(err)
	}
	env := uitest.Env(t, "id")
	env.Styles = styles
	r := NewRouter(env, func(nav.Route) nav.Screen { return staff.New(env, thirtyEight(), nav.Staff{}) }, nav.Staff{}, nil)
	r.ground = g
	gone := make(chan struct{}) // closed when nothing uses tty any more
	go func() { defer close(gone); s.ended <- term.Show(ctx, r, func() any { return r.crash }) }()
	t.Cleanup(func() { stop(); <-gone })
	return s
}

// sees reads what the program writes until text is on the screen.
func (s *screen) sees(text string) {
	s.t.Helper()
	patience := time.After(5 * time.Second)
	for !strings.Contains(s.vt.String(), text) {
		select {
		case chunk, ok := <-s.chunks:
			if !ok {
				s.t.Fatalf("ended without %q", text)
			}
			s.wrote.Write(chunk)
			s.vt.Write(chunk)
		case <-patience:
			s.t.Fatalf("no %q on screen:\n%s", text, s.vt.String())
		}
	}
}

func (s *screen) types(keys string) {
	s.t.Helper()
	if _, err := s.master.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

func xterm(name string) string {
	if name == "TERM" {
		return "xterm-256color"
	}
	return ""
}

// A whole journey: list, filter in one read, question, end. No query is
// answered, and nothing waits for one.
func TestWholeProgramOnASilentTerminal(t *testing.T) {
	begin := time.Now()
	s := show(t, xterm)
	s.sees("38 orang")
	if took := time.Since(begin); took > 3*time.Second {
		t.Errorf("the first frame took %v", took)
	}
	s.types("lmahir") // one read: a key, then text
	s.sees("8 dari 38 orang")
	s.sees("MENGETIK")
	s.types("\x1bq") // one read: Esc takes the filter away, q asks
	s.sees("Keluar?")
	s.types("y")
	if err := <-s.ended; err != nil {
		t.Errorf("ended with %v", err)
	}
}

// The terminal's answer turns the looks, and is no key.
func TestTerminalAnswers(t *testing.T) {
	s := show(t, xterm)
	s.sees("38 orang")
	if !strings.Contains(s.wrote.String(), "\x1b]11;?") {
		t.Error("the terminal is not asked for its ground")
	}
	s.types("\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\")
	s.types("?")
	s.sees("Di halaman ini")
	if !strings.Contains(s.wrote.String(), "38;5;") {
		t.Errorf("no colour after the answer: %q", s.wrote.String())
	}
}

func TestNoColor(t *testing.T) {
	s := show(t, func(name string) string { return map[string]string{"TERM": "xterm-256color", "NO_COLOR": "0"}[name] })
	s.sees("38 orang")
	for _, colour := range []string{"38;", "48;", "[3", "\x1b]11;?"} {
		if strings.Contains(strings.ReplaceAll(s.wrote.String(), "[3J", ""), colour) {
			t.Errorf("NO_COLOR and %q: %q", colour, s.wrote.String())
		}
	}
	if !strings.Contains(s.wrote.String(), "\x1b[1m") {
		t.Error("nothing is bold without colour")
	}
}

// The system's wish to stop ends the program in order.
func TestStopFromOutside(t *testing.T) {
	s := show(t, xterm)
	s.sees("38 orang")
	s.stop()
	if err := <-s.ended; !errors.Is(err, model.ErrStopped) {
		t.Errorf("ended with %v", err)
	}
}

func TestNoTerminal(t *testing.T) {
	f, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := (terminal.Terminal{In: f, Out: f, Getenv: xterm}).Check(); !errors.Is(err, ErrNoTerminal) {
		t.Errorf("into nothing: %v", err)
	}
}
