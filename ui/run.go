package ui

import (
	"context"
	"os"
	"time"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// Options is all that the program needs to run.
type Options struct {
	In, Out *os.File // the terminal
	Getenv  func(string) string
	Theme   string // one of theme.Names; "" is auto
	Glyphs  string // one of theme.GlyphNames; "" is auto
	NoColor bool   // --no-color; NO_COLOR is seen besides
	FPS     int    // frames a second; 0: 60

	Text  *lang.Texts
	Keys  *keys.Map
	Rules rules.RuleSet
	Desk  *store.Desk
	Me    model.Actor
	Now   func() time.Time // in the zone of the people at the keyboard

	// Stamp changes when any process changed the file; nil: nobody else does.
	Stamp func() (stamp uint64, err error)

	// Clipboard is the machine's; nil where the person sits at another one.
	Clipboard Clipboard

	Unit   model.UnitID // the results of this unit and those below; "": of all
	Sample bool         // the file is the sample, and every page says so

	File  *store.Store // the file itself, for backups and where it is
	House House        // what stands outside of the file
	First nav.Route    // opened over the first page; nil: none
	Said  string       // shown at the beginning
}

// House is what pages may read and change outside of the data file.
type House struct {
	Settings string                        // where the file of settings is
	Keep     func(key, value string) error // writes one setting
}

// Again is what Run reports when a page wishes that the program be opened anew.
type Again struct{ nav.AgainMsg }

func (*Again) Error() string { return "open again" }

// Run shows the program on a terminal until a person leaves it. It reports
// ErrNoTerminal, theme.ErrTheme, a CrashError, an Again, or model.ErrStopped when
// ctx ended or the system asked the program to stop.
func Run(ctx context.Context, o Options) error {
	term := terminal{in: o.In, out: o.Out, getenv: o.Getenv, theme: o.Theme, glyphs: o.Glyphs, noColor: o.NoColor, fps: o.FPS}
	if err := term.check(); err != nil {
		return err
	}
	g, styles, err := term.ground()
	if err != nil {
		return err
	}
	env := nav.Env{Text: o.Text, Keys: o.Keys, Styles: styles, Rules: o.Rules, Me: o.Me, Now: o.Now}
	first, err := o.first()
	if err != nil {
		return err
	}
	r := NewRouter(env, build(env, o), first, o.Stamp)
	r.said = o.Said
	if o.First != nil && first != o.First {
		r.stack = append(r.stack, open{o.First, r.build(o.First)})
	}
	r.ground, r.finder, r.recaller = g, over.NewFinder(findDesk{o.Desk}), o.Desk
	r.board = board{clip: o.Clipboard, out: term.copies(), getenv: o.Getenv}
	r.burst.on = term.bursts()
	if o.Sample {
		r.label = o.Text.Frame.Sample
	}
	if err := term.show(ctx, r); err != nil || r.again == nil {
		return err
	}
	return &Again{*r.again}
}

// first is the page at the bottom: the first run in a file of one's own that has
// nobody.
func (o Options) first() (nav.Route, error) {
	people, err := o.Desk.Roster(store.RosterQuery{Gone: true})
	if err != nil || people.Len() > 0 || o.Sample {
		return nav.Home{}, err
	}
	if at, ok := o.First.(nav.Welcome); ok {
		return at, nil
	}
	return nav.Welcome{}, nil
}
