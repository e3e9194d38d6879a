// Package call is one run of the program on the command line, from beginning to
// end: language and settings, the file and who works at it, flags, what stands on
// stdout and stderr, and how it ends. A verb is given its Call and does its work
// with it.
//
// What it promises: results stand on stdout only when the verb succeeded; every
// failure is one sentence and one exit code; a verb ends at once on Ctrl+C.
package call

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/charmbracelet/x/term"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/config"
	"kinerja/store/secrets"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pin"
	"kinerja/ui/lang"
)

// Env is what the program is given from outside.
type Env struct {
	Args     []string // without the name of the program
	In       io.Reader
	Out, Err io.Writer
	Lookup   func(name string) (string, bool) // environment
	Now      func() time.Time
	Cost     secrets.Cost // how much work it is to look at a PIN; zero: the usual

	// Clicked reports whether the program was started by a double click, so
	// that its window goes with it; nil: the system is asked.
	Clicked func() bool
}

// Call is one run of the program.
type Call struct {
	Env  Env
	Now  func() time.Time // Env.Now, or the day on which the sample stands still
	Text *lang.Texts      // nil until the language is known
	Flag Flags

	Conf     config.Config
	ConfPath string        // where the settings are, whether there are any or not
	realPath string        // of the settings that the demonstration has a copy of; "": it has none
	rules    rules.RuleSet // that the settings name
	book     rules.Book    // made once it is asked for
	confErr  error         // the settings cannot be read; every verb that needs them fails

	Out    bytes.Buffer // results, until the verb has succeeded
	File   *store.Store // nil until a verb opens it
	Login  Login        // how somebody logged in, in a file that asks who works
	folder string       // of the demonstration, removed at the end
	// StandsIn: --as names somebody else than who works here, and no PIN was asked for.
	StandsIn bool
	pins     *pin.Reader // made when the first PIN is asked for
	left     bool        // a verb was left while it worked; the end of the process frees the file
}

// Run runs the program once and returns its exit code. The language and the
// settings are known when execute begins.
func Run(env Env, execute func(c *Call) error) (code int) {
	c := &Call{Env: env, Now: env.Now}
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

// close lets the file go and removes the demonstration.
func (c *Call) close() {
	c.pins.Restore()
	if c.File != nil && !c.left {
		_ = c.File.Close() // everything is on the disk by now
	}
	if c.folder != "" {
		_ = os.RemoveAll(c.folder)
	}
}

// Anew makes ready to open a file again, with the settings as they are now.
// kept says whether what was done in the demonstration stays for its next
// opening.
func (c *Call) Anew(kept bool) {
	folder := ""
	if kept {
		folder, c.folder = c.folder, ""
	}
	c.close()
	c.File, c.folder, c.Now = nil, folder, c.Env.Now
	if kept && c.realPath != "" {
		c.Conf, c.confErr = config.Load(c.ConfPath)
		return
	}
	c.realPath = ""
	env, _ := c.Env.Lookup("KINERJA_CONFIG")
	c.Conf, c.ConfPath, c.confErr = config.Open(c.Flag.Config, env)
}

// Terminal reports whether a stream is somebody's terminal.
func Terminal(stream any) bool {
	f, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(f.Fd())
}

// Today is the day it is where the file's people work.
func (c *Call) Today() model.Date { return model.DateOf(c.Now(), c.Conf.Zone) }
