//go:build !windows

package cli_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a terminal waits for what it should see: much longer
// than any machine takes, so that only a text that never comes fails.
const patience = 60 * time.Second

// terminal is the whole program as a person has it: a screen of cells that is
// read, and keys that are pressed and counted.
type terminal struct {
	t      *testing.T
	cmd    *exec.Cmd
	master *os.File
	screen *vt.Emulator
	chunks chan []byte
	keys   int           // pressed so far
	log    *bytes.Buffer // of all that the program writes; nil: none is kept
}

// sit opens the program on a terminal of 80×24 that answers no query.
func sit(t *testing.T, env []string, args ...string) *terminal {
	t.Helper()
	p := &terminal{t: t, cmd: exec.Command("kinerja", args...), screen: vt.NewEmulator(80, 24), chunks: make(chan []byte, 4096)}
	p.cmd.Env = env
	var err error
	if p.master, err = pty.StartWithSize(p.cmd, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Skip("no pty: ", err)
	}
	drained := make(chan struct{})
	go func() { // what the emulator would answer goes nowhere
		defer close(drained)
		_, _ = io.Copy(io.Discard, p.screen)
	}()
	go func() {
		defer close(p.chunks)
		for {
			buf := make([]byte, 8192)
			n, err := p.master.Read(buf)
			if err != nil {
				return
			}
			p.chunks <- buf[:n]
		}
	}()
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		_ = p.screen.InputPipe().(io.Closer).Close()
		<-drained
		_ = p.master.Close()
	})
	return p
}

// text is the screen as it stands.
func (p *terminal) text() string { return p.screen.String() }

// draws takes what the program wrote.
func (p *terminal) draws(chunk []byte) {
	if p.log != nil {
		p.log.Write(chunk)
	}
	_, _ = p.screen.Write(chunk)
}

// wait reads what the program writes until ok says that the screen is as it
// should be.
func (p *terminal) wait(what string, ok func(screen string) bool) {
	p.t.Helper()
	late := time.After(patience)
	for !ok(p.text()) {
		select {
		case chunk, open := <-p.chunks:
			if !open {
				p.t.Fatalf("ended before %s:\n%s", what, p.text())
			}
			p.draws(chunk)
		case <-late:
			p.t.Fatalf("never %s:\n%s\n%s", what, p.text(), p.stuck())
		}
	}
}

// stuck is what the program was doing, after it was asked to say so and end.
func (p *terminal) stuck() string {
	_ = p.cmd.Process.Signal(syscall.SIGQUIT)
	var said strings.Builder
	for {
		select {
		case chunk, open := <-p.chunks:
			if !open {
				return said.String()
			}
			said.Write(chunk)
		case <-time.After(2 * time.Second):
			return said.String()
		}
	}
}

// sees waits until every text is on the screen at once.
func (p *terminal) sees(texts ...string) {
	p.t.Helper()
	p.wait("saw "+strings.Join(texts, " and "), func(screen string) bool {
		flat := strings.Join(strings.Fields(screen), " ") // a sentence may be broken over lines
		for _, text := range texts {
			if !strings.Contains(screen, text) && !strings.Contains(flat, text) {
				return false
			}
		}
		return true
	})
}

// line is the line of the screen that holds a text; "" for none.
func (p *terminal) line(text string) string {
	for _, line := range strings.Split(p.text(), "\n") {
		if strings.Contains(line, text) {
			return line
		}
	}
	return ""
}

// gone waits until a text is no longer on the screen.
func (p *terminal) gone(text string) {
	p.t.Helper()
	p.wait("lost "+text, func(screen string) bool { return !strings.Contains(screen, text) })
}

// names of keys as they arrive from a terminal.
var keyNames = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "delete": "\x1b[3~", "backspace": "\x7f",
	"ctrl+c": "\x03", "ctrl+d": "\x04", "ctrl+f": "\x06", "ctrl+k": "\x0b", "ctrl+s": "\x13", "ctrl+v": "\x16", "ctrl+y": "\x19", "ctrl+z": "\x1a",
	"shift+down": "\x1b[1;2B", "shift+right": "\x1b[1;2C", "shift+tab": "\x1b[Z", "f1": "\x1bOP", "f2": "\x1bOQ",
}

// press presses keys by name, one write each; a name of one letter is that key.
func (p *terminal) press(names ...string) {
	p.t.Helper()
	for _, name := range names {
		raw, named := keyNames[name]
		if !named {
			raw = name
		}
		p.keys++
		if name == "esc" { // alone in its read, or it is the beginning of another key
			p.settle()
		}
		p.send(raw)
		if name == "esc" {
			p.settle()
		}
	}
}

// types types a text, as one fast hand: many letters in one read.
func (p *terminal) types(text string) {
	p.t.Helper()
	p.keys += len([]rune(text))
	p.send(text)
}

// pastes hands a text over as terminals do with bracketed paste.
func (p *terminal) pastes(text string) {
	p.t.Helper()
	p.keys++
	p.send("\x1b[200~" + strings.ReplaceAll(text, "\n", "\r") + "\x1b[201~")
}

func (p *terminal) send(raw string) {
	p.t.Helper()
	if _, err := p.master.WriteString(raw); err != nil {
		p.t.Fatal(err)
	}
}

// settle reads until the program has nothing more to draw for a moment: only
// before and after an Escape, which a terminal tells from a key by time.
func (p *terminal) settle() {
	for {
		select {
		case chunk, open := <-p.chunks:
			if !open {
				return
			}
			p.draws(chunk)
		case <-time.After(80 * time.Millisecond):
			return
		}
	}
}

// kill ends the program as a power cut does.
func (p *terminal) kill() {
	p.t.Helper()
	if err := p.cmd.Process.Kill(); err != nil {
		p.t.Fatal(err)
	}
	for range p.chunks { // until the terminal is closed
	}
	_ = p.cmd.Wait()
}

// leave quits the program the way a person does.
func (p *terminal) leave() {
	p.t.Helper()
	p.press("q")
	p.sees("Keluar")
	p.press("y")
	for range p.chunks {
	}
	if err := p.cmd.Wait(); err != nil {
		p.t.Errorf("ended with %v", err)
	}
}
