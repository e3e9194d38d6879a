package ui

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rules"
	"kinerja/model/survey"
	"kinerja/model/user"
	"kinerja/ui/clip"
	"kinerja/ui/door"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/pages"
	"kinerja/ui/terminal"
)

// Options is all that the program needs to run.
type Options struct {
	Terminal terminal.Terminal

	Text   *lang.Texts
	Keys   *keys.Map
	Rules  rules.Book
	Survey survey.Weight // of each element of a survey
	Gain   gain.Cuts     // where the bands of a gain begin
	House  pages.House
	Me     model.Actor
	Now    func() time.Time // in the zone of the people at the keyboard

	// Stamp changes when any process changed the file; nil: nobody else does.
	Stamp func() (stamp uint64, err error)

	// Clipboard is the machine's; nil where the person sits at another one.
	Clipboard clip.Clipboard

	// Shelf is where tables are written; nil where the person sits at another
	// machine.
	Shelf over.Shelf

	Entry door.Entry

	First nav.Route // opened over the first page; nil: none
	Said  string    // shown at the beginning
}

// The errors of a terminal, and of a fault, that Run reports.
type CrashError = terminal.CrashError

// ErrNoTerminal: input or output is none.
var ErrNoTerminal = terminal.ErrNoTerminal

// Again is what Run reports when a page wishes that the program be opened anew.
type Again struct{ nav.AgainMsg }

func (*Again) Error() string { return "open again" }

// Run shows the program on a terminal until a person leaves it. It reports
// ErrNoTerminal, theme.ErrTheme, a CrashError, an Again, or model.ErrStopped when
// ctx ended or the system asked the program to stop.
func Run(ctx context.Context, o Options) error {
	if err := o.Terminal.Check(); err != nil {
		return err
	}
	g, styles, err := o.Terminal.Ground()
	if err != nil {
		return err
	}
	env := nav.Env{Text: o.Text, Keys: o.Keys, Styles: styles, Rules: o.Rules, Survey: o.Survey, Gain: o.Gain, Me: o.Me, Now: o.Now}
	r, err := o.router(env, g)
	if err != nil {
		return err
	}
	err = o.Terminal.Show(ctx, r, func() any { return r.crash })
	if r.again != nil && r.again.Guest != nil && r.again.Guest.Actor.ID == o.Me.ID { // known by a PIN from now on
		r.memory.keeper.Into(o.House.File.As(r.again.Guest.Actor))
	}
	if err := errors.Join(err, r.finish()); r.again == nil || err != nil && !errors.Is(err, user.ErrLogin) {
		return err
	}
	return &Again{*r.again}
}

// router puts together what is shown.
func (o Options) router(env nav.Env, g terminal.Ground) (*Router, error) {
	if o.Entry.Shut {
		r := NewRouter(env, door.Blank, nav.Home{}, nil)
		r.ground, r.lock.Entry = g, o.Entry
		r.shut(door.Login, "")
		return r, nil
	}
	first, err := o.House.First(o.First)
	if err != nil {
		return nil, err
	}
	r := NewRouter(env, pages.Build(env, o.House), first, o.Stamp)
	r.lock.Entry, r.ties.Desk, r.house = o.Entry, o.House.Desk, o.House
	if o.Me.Employee != "" {
		r.follow(o.House)
	}
	r.said, r.ground, r.finder, r.recaller = o.Said, g, over.NewFinder(pages.Names{Desk: o.House.Desk}), o.House.Desk
	r.board, r.burst.On, r.shelf = clip.Board{Clip: o.Clipboard, Out: o.Terminal.Copies(), Getenv: o.Terminal.Getenv}, o.Terminal.Bursts(), o.Shelf
	if o.House.Sample {
		r.label = o.Text.Frame.Sample
	}
	if first == (nav.Home{}) {
		r.restore(o.House.Desk)
	}
	if o.First != nil { // in the place of the same page that was kept: that one knows nothing of the cursor
		same := func(s open) bool { return reflect.TypeOf(s.route) == reflect.TypeOf(o.First) }
		r.stack = append(slices.DeleteFunc(r.stack, same), open{route: o.First, screen: r.build(o.First)})
	}
	if o.Entry.Code != "" {
		r.shut(door.Code, o.Entry.Code)
	}
	return r, nil
}

// follow lets the top line, and every page opened from now on, call who works
// here by the name that the record has: a list or a form may change it.
func (r *Router) follow(house pages.House) {
	me := r.env.Me.Employee
	r.build = func(route nav.Route) nav.Screen { return pages.Build(r.env, house)(route) }
	r.callMe = func() (string, error) {
		who, err := house.Desk.Profile(me)
		return who.Employee.FullName(), err
	}
}
