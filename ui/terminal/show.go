// Package terminal is where the program is shown: what the terminal can do, how
// it is to look there, and that it is left as it was found.
package terminal

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

// Terminal is where the program is shown, and how it is to look there.
type Terminal struct {
	In, Out *os.File
	Getenv  func(string) string
	Theme   string // one of theme.Names; "" is auto
	Glyphs  string // one of theme.GlyphNames; "" is auto
	NoColor bool   // --no-color; NO_COLOR is seen besides
	FPS     int    // frames a second; 0: 60
	Mouse   bool   // clicks and the wheel come to the program
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

// Check refuses what is no terminal that pages can be shown on.
func (t Terminal) Check() error {
	if !isatty.IsTerminal(t.In.Fd()) || !isatty.IsTerminal(t.Out.Fd()) || t.Getenv("TERM") == "dumb" {
		return ErrNoTerminal
	}
	return nil
}

// Show runs m on the terminal until it ends, and leaves the terminal as it was
// found. fault is asked what a fault of the program left behind; nil: none. The system's wish to stop (SIGHUP, SIGTERM) ends it in order.
func (t Terminal) Show(ctx context.Context, m tea.Model, fault func() any) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP, syscall.SIGTERM)
	defer stop()
	fps := t.FPS
	if fps == 0 {
		fps = 60
	}
	options := []tea.ProgramOption{tea.WithAltScreen(), tea.WithInput(t.In), tea.WithOutput(t.Out), tea.WithFPS(fps)}
	if t.Mouse {
		options = append(options, tea.WithMouseCellMotion())
	}
	program := tea.NewProgram(m, options...)
	// Not tea.WithContext: it kills, and does not wait for what reads the keys.
	defer context.AfterFunc(ctx, program.Quit)()
	_, err := program.Run()
	switch {
	case fault() != nil:
		return &CrashError{Fault: fault()}
	case errors.Is(err, tea.ErrProgramPanic):
		return &CrashError{Fault: err}
	case errors.Is(err, tea.ErrProgramKilled), errors.Is(err, tea.ErrInterrupted), ctx.Err() != nil:
		return fmt.Errorf("%w: %w", model.ErrStopped, errors.Join(err, ctx.Err()))
	}
	return err
}

// looks returns the looks for a ground, as settings and terminal have it.
func (t Terminal) looks() func(theme.Ground) (*theme.Styles, error) {
	renderer := lipgloss.NewRenderer(t.Out, termenv.WithUnsafe(), termenv.WithEnvironment(environ{t.Getenv}))
	name := t.Theme
	if t.NoColor || t.Getenv("NO_COLOR") != "" {
		// Bold and inverse are no colours: they need a profile that has them.
		name = "mono"
		renderer.SetColorProfile(termenv.ANSI)
	}
	return func(g theme.Ground) (*theme.Styles, error) {
		return theme.Make(renderer, theme.Choice{Theme: name, Ground: g, Glyphs: t.Glyphs, Poor: t.poor()})
	}
}

// environ lets termenv see the environment that Options gives.
type environ struct{ getenv func(string) string }

func (e environ) Environ() []string         { return nil }
func (e environ) Getenv(name string) string { return e.getenv(name) }

// Ground returns the looks to begin with, and the question that may better them.
func (t Terminal) Ground() (Ground, *theme.Styles, error) {
	looks := t.looks()
	styles, err := looks(groundFrom(t.Getenv("COLORFGBG")))
	if err != nil || !t.answers() {
		return Ground{}, styles, err
	}
	return NewGround(t.Out, func(g theme.Ground) *theme.Styles {
		if s, err := looks(g); err == nil {
			return s
		}
		return styles
	}), styles, nil
}

// poor reports a terminal without the signs beyond its code page: the Linux
// console, and the old console of Windows.
func (t Terminal) poor() bool {
	if runtime.GOOS == "windows" {
		return t.Getenv("WT_SESSION") == "" && t.Getenv("TERM_PROGRAM") == "" && t.Getenv("ConEmuANSI") == ""
	}
	return t.Getenv("TERM") == "linux"
}

// Copies is where a copied text goes to; nil where the terminal would show it
// instead of taking it.
func (t Terminal) Copies() io.Writer {
	if term := t.Getenv("TERM"); t.poor() || strings.HasPrefix(term, "vt") {
		return nil
	}
	return t.Out
}

// Bursts reports a terminal that hands over a paste as if it were typed.
func (t Terminal) Bursts() bool {
	return runtime.GOOS == "windows" || t.Getenv("TERM") == "linux" || t.Getenv("STY") != ""
}

// answers reports a terminal that may be asked for its background: one whose
// answer would change the looks, and that takes the question in silence if it
// cannot answer.
func (t Terminal) answers() bool {
	term := t.Getenv("TERM")
	return (t.Theme == "" || t.Theme == "auto") && !t.NoColor && t.Getenv("NO_COLOR") == "" &&
		groundFrom(t.Getenv("COLORFGBG")) == theme.Unknown && runtime.GOOS != "windows" &&
		term != "linux" && term != "" && !strings.HasPrefix(term, "screen") && !strings.HasPrefix(term, "vt")
}
