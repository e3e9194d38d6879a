package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/config"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

// Env is what the program is given from outside.
type Env struct {
	Args     []string // without the name of the program
	In       io.Reader
	Out, Err io.Writer
	Lookup   func(name string) (string, bool) // environment
	Now      func() time.Time

	// Clicked reports whether the program was started by a double click, so
	// that its window goes with it; nil: the system is asked.
	Clicked func() bool
}

// call is one run of the program.
type call struct {
	env  Env
	now  func() time.Time // Env.Now, or the day on which the sample stands still
	text *lang.Texts
	flag flags

	conf     config.Config
	confPath string
	confErr  error // the settings cannot be read; every verb that needs them fails

	out    bytes.Buffer // results, until the verb has succeeded
	file   *store.Store
	folder string // of the demonstration, removed at the end
	left   bool   // a verb was left while it worked; the end of the process frees the file
}

// flags are those that every verb knows.
type flags struct {
	db, config, lang, as         string
	json, noColor, plain, demo   bool
	moved, copied                bool
	period, plan, unit, id, year string // of the verbs that have them
}

// said is an error whose sentence is known where it happened.
type said struct {
	text string
	err  error
}

func (e *said) Error() string            { return e.err.Error() }
func (e *said) Unwrap() error            { return e.err }
func (e *said) Say(_ *lang.Texts) string { return e.text }

// run runs the program once and returns its exit code. The language and the
// settings are known when execute begins.
func run(env Env, execute func(c *call) error) (code int) {
	c := &call{env: env, now: env.Now}
	defer func() { c.hold(code) }()
	defer func() {
		if p := recover(); p != nil {
			code = c.end(fmt.Errorf("%w: %v", exit.ErrFault, p))
		}
	}()
	defer c.close()
	if err := c.start(); err != nil {
		return c.end(err)
	}
	return c.end(execute(c))
}

// end writes what there is to say and returns the exit code.
func (c *call) end(err error) int {
	if err == nil {
		if _, err = c.env.Out.Write(c.out.Bytes()); err == nil {
			return 0
		}
		err = &said{c.text.CLI.NoOutput, err}
	}
	code, word := exit.Of(err)
	switch {
	case c.text == nil:
		fmt.Fprintf(c.env.Err, "kinerja: %s\n", word)
	case c.flag.json:
		c.failJSON(word, err)
	default:
		c.complain("kinerja: " + c.text.Error(err))
		c.candidates(err)
	}
	return code
}

// candidates lists what a question could have meant.
func (c *call) candidates(err error) {
	var several *model.AmbiguousError
	if !errors.As(err, &several) {
		return
	}
	const few = 20
	for i, x := range several.Candidates {
		if i == few {
			fmt.Fprintf(c.env.Err, "  %s\n", c.text.Plural(c.text.CLI.More, len(several.Candidates)-few))
			return
		}
		name := x.Number
		if name == "" {
			name = x.ID
		}
		fmt.Fprintf(c.env.Err, "  %s  %s  %s\n", name, lang.Inert(x.Name), lang.Inert(x.Detail))
	}
}

// note says something that is no result. Under --json it is left out, so that
// stderr holds one object or nothing.
func (c *call) note(text string) {
	if text != "" && !c.flag.json {
		c.complain(text)
	}
}

// complain writes to stderr; whatever a name or a path holds can do nothing to
// the terminal.
func (c *call) complain(text string) {
	for l := range strings.Lines(text) {
		fmt.Fprintln(c.env.Err, lang.Inert(strings.TrimSuffix(l, "\n")))
	}
}

// close lets the file go and removes the demonstration.
func (c *call) close() {
	if c.file != nil && !c.left {
		_ = c.file.Close() // everything is on the disk by now
	}
	if c.folder != "" {
		_ = os.RemoveAll(c.folder)
	}
}

// anew makes ready to open a file again, with the settings as they are now.
// kept says whether what was done in the demonstration stays for its next
// opening.
func (c *call) anew(kept bool) {
	folder := ""
	if kept {
		folder, c.folder = c.folder, ""
	}
	c.close()
	c.file, c.folder, c.now = nil, folder, c.env.Now
	env, _ := c.env.Lookup("KINERJA_CONFIG")
	c.conf, c.confPath, c.confErr = config.Open(c.flag.config, env)
}

// watch runs a verb so that Ctrl+C ends it. A verb that takes back what it
// wrote is waited for, until Ctrl+C comes again; of the others every change is
// kept whole or not at all, whenever they end.
func (c *call) watch(takesBack bool, verb func(context.Context) error) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stop := make(chan os.Signal, 2)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)
	done := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- fmt.Errorf("%w: %v", exit.ErrFault, p)
			}
		}()
		done <- verb(ctx)
	}()
	select {
	case err := <-done:
		return err
	case <-stop:
	}
	cancel()
	if takesBack {
		c.note(c.text.CLI.Stopping)
		select {
		case err := <-done:
			return err
		case <-stop:
		}
	}
	c.left = true
	return &said{c.text.CLI.Stopped, model.ErrStopped}
}

// terminal reports whether a stream is somebody's terminal.
func terminal(stream any) bool {
	f, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(f.Fd())
}

// today is the day it is where the file's people work.
func (c *call) today() model.Date { return model.DateOf(c.now(), c.conf.Zone) }
