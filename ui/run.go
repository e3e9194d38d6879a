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
	"kinerja/ui/pages"
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
	House pages.House
	Me    model.Actor
	Now   func() time.Time // in the zone of the people at the keyboard

	// Stamp changes when any process changed the file; nil: nobody else does.
	Stamp func() (stamp uint64, err error)

	// Clipboard is the machine's; nil where the person sits at another one.
	Clipboard Clipboard

	// Shelf is where tables are written; nil where the person sits at another
	// machine.
	Shelf over.Shelf

	First nav.Route // opened over the first page; nil: none
	Said  string    // shown at the beginning
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
	r := NewRouter(env, pages.Build(env, o.House), first, o.Stamp)
	r.said = o.Said
	if o.First != nil && first != o.First {
		r.stack = append(r.stack, open{o.First, r.build(o.First)})
	}
	r.ground, r.finder, r.recaller = g, over.NewFinder(findDesk{o.House.Desk}), o.House.Desk
	r.board = board{clip: o.Clipboard, out: term.copies(), getenv: o.Getenv}
	r.burst.on, r.shelf = term.bursts(), o.Shelf
	if o.House.Sample {
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
	people, err := o.House.Desk.Roster(store.RosterQuery{Gone: true})
	if err != nil || people.Len() > 0 || o.House.Sample {
		return nav.Home{}, err
	}
	if at, ok := o.First.(nav.Welcome); ok {
		return at, nil
	}
	return nav.Welcome{}, nil
}

// findDesk gives the lookup its directory.
type findDesk struct{ *store.Desk }

// Directory reads everybody's name.
func (d findDesk) Directory() (over.Directory, error) { return d.Desk.Directory() }
