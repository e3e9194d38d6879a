// Package pin asks for PINs on the command line: on the terminal, where what is
// typed is not shown, or from a file descriptor that a program hands over. A PIN
// never stands in the arguments, which everybody on the machine can read.
package pin

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/charmbracelet/x/term"

	"kinerja/model/user"
)

// Reader asks for lines, one after another.
type Reader struct {
	in       io.Reader
	terminal uintptr
	typed    bool
	out      io.Writer
	lines    *bufio.Reader

	mu    sync.Mutex
	state *term.State // of the terminal before a question that shows nothing; nil: none is asked
}

// New makes a Reader: from a file descriptor, or, with -1, from in where that is a
// terminal. Questions go to out.
func New(in io.Reader, out io.Writer, descriptor int) *Reader {
	r := &Reader{out: out}
	switch f, ok := in.(interface{ Fd() uintptr }); {
	case descriptor == 0:
		r.in = in
	case descriptor > 0:
		if file := os.NewFile(uintptr(descriptor), "pin-fd"); file != nil {
			r.in = file
		}
	case ok && term.IsTerminal(f.Fd()):
		r.in, r.terminal, r.typed = in, f.Fd(), true
	}
	switch {
	case r.typed:
		r.lines = bufio.NewReader(single{r.in})
	case r.in != nil:
		r.lines = bufio.NewReader(r.in)
	}
	return r
}

// single reads one byte at a time: what was typed ahead is for the next question,
// which may read the terminal itself.
type single struct{ io.Reader }

func (s single) Read(p []byte) (int, error) { return s.Reader.Read(p[:min(1, len(p))]) }

// Typed reports whether somebody types at a terminal.
func (r *Reader) Typed() bool { return r.typed }

// Line asks for a line that may be seen. It reports user.ErrLogin where nobody
// can answer.
func (r *Reader) Line(question string) (string, error) {
	if r.lines == nil {
		return "", user.ErrLogin
	}
	if r.typed {
		fmt.Fprint(r.out, question+" ")
	}
	line, err := r.lines.ReadString('\n')
	line = strings.TrimRight(line, "\r\n")
	if line == "" && err != nil {
		return "", user.ErrLogin
	}
	return line, nil
}

// Secret is Line for what must not be seen.
func (r *Reader) Secret(question string) (string, error) {
	if !r.typed {
		return r.Line(question)
	}
	fmt.Fprint(r.out, question+" ")
	state, err := term.GetState(r.terminal)
	if err != nil {
		return "", user.ErrLogin
	}
	r.keep(state)
	raw, err := term.ReadPassword(r.terminal)
	r.keep(nil)
	fmt.Fprintln(r.out)
	if err != nil {
		return "", user.ErrLogin
	}
	defer clear(raw)
	return strings.TrimRight(string(raw), "\r\n"), nil
}

// Again tries what is typed, and lets somebody at a terminal type it again, a few
// times, while it is wrong or too early (user.ErrWrong, *user.WaitError): tell says so
// each time.
func (r *Reader) Again(try func() error, tell func(error)) error {
	err := try()
	for n := 1; n < tries && r.typed; n++ {
		if wait := (*user.WaitError)(nil); !errors.Is(err, user.ErrWrong) && !errors.As(err, &wait) {
			break
		}
		tell(err)
		err = try()
	}
	return err
}

const tries = 6

func (r *Reader) keep(state *term.State) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state = state
}

// Restore makes the terminal show again what is typed, where a question was
// broken off.
func (r *Reader) Restore() {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.state != nil {
		_ = term.Restore(r.terminal, r.state) // there is nobody left to tell
		fmt.Fprintln(r.out)
		r.state = nil
	}
}
