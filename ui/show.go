package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/mattn/go-isatty"
	"github.com/muesli/termenv"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// terminal is where the program is shown, and how it is to look there; see
// Options.
type terminal struct {
	in, out *os.File
	getenv  func(string) string

	theme, glyphs string
	noColor       bool
	fps           int
}

// ErrNoTerminal: input or output is no terminal that the program can be shown
// on.
var ErrNoTerminal = noTerminalError{}

type noTerminalError struct{}

func (noTerminalError) Error() string { return "no terminal" }

// Say names what to use instead.
func (noTerminalError) Say(t *lang.Texts) string { return t.Frame.NoTerminal }

// CrashError: the program met a fault of its own and ended. The terminal is
// restored and what was saved is safe.
type CrashError struct{ Fault any }

func (e *CrashError) Error() string { return fmt.Sprint("fault: ", e.Fault) }

// Say says so plainly, without the fault's own words.
func (e *CrashError) Say(t *lang.Texts) string { return t.Frame.Crashed }

// check refuses what is no terminal that pages can be shown on.
func (t terminal) check() error {
	if !isatty.IsTerminal(t.in.Fd()) || !isatty.IsTerminal(t.out.Fd()) || t.getenv("TERM") == "dumb" {
		return ErrNoTerminal
	}
	return nil
}

// show runs r on the terminal until it ends, and leaves the terminal as it was
// found. The system's wish to stop (SIGHUP, SIGTERM) ends it in order.
func (t terminal) show(ctx context.Context, r *Router) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP, syscall.SIGTERM)
	defer stop()
	fps := t.fps
	if fps == 0 {
		fps = 60
	}
	program := tea.NewProgram(r, tea.WithAltScreen(), tea.WithInput(t.in), tea.WithOutput(t.out), tea.WithFPS(fps))
	// Not tea.WithContext: it kills, and does not wait for what reads the keys.
	defer context.AfterFunc(ctx, program.Quit)()
	_, err := program.Run()
	switch {
	case r.crash != nil:
		return &CrashError{Fault: r.crash}
	case errors.Is(err, tea.ErrProgramPanic):
		return &CrashError{Fault: err}
	case errors.Is(err, tea.ErrProgramKilled), errors.Is(err, tea.ErrInterrupted), ctx.Err() != nil:
		return fmt.Errorf("%w: %w", model.ErrStopped, errors.Join(err, ctx.Err()))
	}
	return err
}

// looks returns the looks for a ground, as settings and terminal have it.
func (t terminal) looks() func(theme.Ground) (*theme.Styles, error) {
	renderer := lipgloss.NewRenderer(t.out, termenv.WithUnsafe(), termenv.WithEnvironment(environ{t.getenv}))
	name := t.theme
	if t.noColor || t.getenv("NO_COLOR") != "" {
		// Bold and inverse are no colours: they need a profile that has them.
		name = "mono"
		renderer.SetColorProfile(termenv.ANSI)
	}
	return func(g theme.Ground) (*theme.Styles, error) {
		return theme.Make(renderer, theme.Choice{Theme: name, Ground: g, Glyphs: t.glyphs, Poor: t.poor()})
	}
}

// environ lets termenv see the environment that Options gives.
type environ struct{ getenv func(string) string }

func (e environ) Environ() []string         { return nil }
func (e environ) Getenv(name string) string { return e.getenv(name) }

// ground returns the looks to begin with, and the question that may better them.
func (t terminal) ground() (ground, *theme.Styles, error) {
	looks := t.looks()
	styles, err := looks(groundFrom(t.getenv("COLORFGBG")))
	if err != nil || !t.answers() {
		return ground{}, styles, err
	}
	return ground{out: t.out, make: func(g theme.Ground) *theme.Styles {
		if s, err := looks(g); err == nil {
			return s
		}
		return styles
	}}, styles, nil
}

// poor reports a terminal without the signs beyond its code page: the Linux
// console, and the old console of Windows.
func (t terminal) poor() bool {
	if runtime.GOOS == "windows" {
		return t.getenv("WT_SESSION") == "" && t.getenv("TERM_PROGRAM") == "" && t.getenv("ConEmuANSI") == ""
	}
	return t.getenv("TERM") == "linux"
}

// copies is where a copied text goes to; nil where the terminal would show it
// instead of taking it.
func (t terminal) copies() io.Writer {
	if term := t.getenv("TERM"); t.poor() || strings.HasPrefix(term, "vt") {
		return nil
	}
	return t.out
}

// bursts reports a terminal that hands over a paste as if it were typed.
func (t terminal) bursts() bool {
	return runtime.GOOS == "windows" || t.getenv("TERM") == "linux" || t.getenv("STY") != ""
}

// answers reports a terminal that may be asked for its background: one whose
// answer would change the looks, and that takes the question in silence if it
// cannot answer.
func (t terminal) answers() bool {
	term := t.getenv("TERM")
	return (t.theme == "" || t.theme == "auto") && !t.noColor && t.getenv("NO_COLOR") == "" &&
		groundFrom(t.getenv("COLORFGBG")) == theme.Unknown && runtime.GOOS != "windows" &&
		term != "linux" && term != "" && !strings.HasPrefix(term, "screen") && !strings.HasPrefix(term, "vt")
}
