package ui

import (
	"errors"
	"reflect"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/burst"
	"kinerja/ui/clip"
	"kinerja/ui/fault"
	"kinerja/ui/held"
	"kinerja/ui/keep"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/pages"
	"kinerja/ui/terminal"
	"kinerja/ui/tie"
)

// The smallest terminal in which pages are shown (UX 2.10).
const (
	minWidth  = 60
	minHeight = 15
)

// Router owns the pages, and is the only tea.Model of the program.
type Router struct {
	env    nav.Env
	build  func(nav.Route) nav.Screen
	places []over.Place
	stamp  func() (uint64, error) // nil: nobody else changes the file
	callMe func() (string, error) // the name of who works here; nil: it stays
	name   nav.Load[string]       // what it answered last
	ground terminal.Ground
	board  clip.Board
	burst  burst.Keys
	held   held.Keys
	label  string // stands on every page: that all this is a sample

	stack    []open                     // never empty
	left     map[reflect.Type]nav.Route // where pages were left, by kind of place
	over     over.Overlay               // nil: none
	finder   *over.Finder               // nil: nobody can be looked up
	recaller nav.Recaller               // nil: nothing is taken back
	recall   *nav.Recall                // the last of an undo or redo; nil: none
	shelf    over.Shelf                 // nil: no table is written
	memory   memory                     // of where one is and what one types
	lock     lock                       // who sits at the keyboard
	ties     tie.Ties                   // how they stand to whom a page is about
	house    pages.House                // that the pages are of; the zero House: of none

	width, height int
	said          string
	failed        bool      // said is a failure
	saved         time.Time // of the last change made here, or by oneself before
	seen          uint64    // stamp of the file as last read
	view          string
	crash         any // what a fault left behind
	again         *nav.AgainMsg
}

// open is a page on the stack, with the place it stands for.
type open struct {
	route  nav.Route
	screen nav.Screen
	draft  string // name of the draft that was asked for
}

// NewRouter returns a router with one page open. build makes the page of a
// route; stamp, if given, is asked once a second whether another process
// changed the file.
func NewRouter(env nav.Env, build func(nav.Route) nav.Screen, first nav.Route, stamp func() (uint64, error)) *Router {
	r := &Router{env: env, build: build, places: over.AllPlaces(env), stamp: stamp, left: map[reflect.Type]nav.Route{}}
	r.stack = []open{{route: first, screen: build(first)}}
	return r
}

func (r *Router) top() nav.Screen { return r.stack[len(r.stack)-1].screen }

// Init opens the first page and starts the clock.
func (r *Router) Init() tea.Cmd {
	return fault.Guard(tea.Batch(r.held.Await(r.all(nav.Screen.Init)), r.tick(), r.ground.Ask(), r.lastSaved()))
}

// Update sends each message to one place: a key to what is on top, a wish of a
// page to the router, and an answer to all pages, of which one will take it.
// A fault on the way ends the program in order.
func (r *Router) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	defer func() {
		if found := recover(); found != nil {
			m, cmd = r, r.end(found)
		}
	}()
	if cmd = r.take(msg); r.crash == nil {
		at := r.stack[len(r.stack)-1]
		cmd = tea.Batch(cmd, r.replay(r.redraft()), r.ties.Ask(at.screen, at.route))
		r.view = r.draw()
	}
	return r, fault.Guard(cmd)
}

func (r *Router) take(msg tea.Msg) tea.Cmd {
	if r.waits(msg) || r.shown() && leads(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return r.key(msg)
	case held.Msg:
		return r.held.Answer(msg, r.take)
	case burst.Msg:
		return r.burstOver(msg)
	case nav.CopyMsg:
		return r.copied(msg)
	case clip.PastedMsg:
		if r.lock.door == nil { // it was asked for before
			return r.pasted(msg.Text)
		}
	case tea.MouseMsg:
		return r.mouse(msg)
	case tea.WindowSizeMsg:
		r.width, r.height = msg.Width, msg.Height
		return r.resize()
	case nav.OpenMsg:
		return r.open(nav.Onward(msg.Route, r.left[reflect.TypeOf(msg.Route)]))
	case nav.BackMsg:
		return r.back()
	case nav.InsteadMsg:
		r.stack = r.stack[:max(1, len(r.stack)-1)]
		return r.open(msg.Route)
	case nav.AgainMsg:
		r.again = &msg
		return tea.Quit
	case nav.WriteMsg:
		return r.write(msg)
	case nav.AskMsg:
		r.ask(msg.Question, msg.Yes)
	case nav.SaidMsg:
		r.said, r.failed = msg.Text, false
	case nav.FailMsg:
		r.said, r.failed = r.env.Text.Error(msg.Err), true
	case nav.ChangedMsg:
		r.saved, r.memory.moved, r.memory.pressed = r.env.Now(), true, time.Time{} // a draft that was saved is forgotten soon
		return r.reread()
	case draftMsg:
		return r.drafted(msg)
	case keptMsg:
		r.kept(msg)
	case lastMsg:
		r.sayLast(msg)
	case leaveMsg:
		return r.drop(max(1, min(msg.n, len(r.stack))))
	case stampMsg:
		return r.stamped(msg)
	case fault.Msg:
		return r.end(msg.Fault)
	default:
		return r.answer(msg)
	}
	return nil
}

// answer opens the choice of a period, or offers a message to what lies over the page and to every page; the one
// that holds the ticket takes it.
func (r *Router) answer(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(nav.PeriodMsg); ok {
		r.over = over.NewPeriods(r.env, m)
		return nil
	}
	if r.recall != nil {
		if _, cmd, ok := r.recall.Take(msg); ok {
			return cmd
		}
	}
	r.ties.Take(msg)
	if r.name.Take(msg) && r.name.Err == nil {
		r.env.Me.Name = r.name.Data
	}
	var cmd tea.Cmd
	if r.lock.door != nil {
		cmd = r.atDoor(r.lock.door.Take(msg))
	}
	if t, ok := r.over.(over.Taker); ok {
		cmd = tea.Batch(cmd, r.done(t.Take(msg)))
	} else {
		r.finder.Take(msg)
	}
	return tea.Batch(cmd, r.all(func(s nav.Screen) tea.Cmd { return s.Update(msg) }))
}

// reread reads every page again after the data changed.
func (r *Router) reread() tea.Cmd {
	r.finder.Changed()
	r.ties.Changed()
	var name tea.Cmd
	if r.callMe != nil {
		name = r.name.Start(r.callMe)
	}
	return tea.Batch(name, r.all(nav.Screen.Init))
}

// leads reports a wish that leads away from the page: late ones are not granted
// while somebody else looks on.
func leads(msg tea.Msg) bool {
	switch msg.(type) {
	case nav.OpenMsg, nav.BackMsg, nav.InsteadMsg, nav.AskMsg, nav.PeriodMsg, nav.WriteMsg, nav.AgainMsg, leaveMsg:
		return true
	}
	return false
}

// shown reports whether the page on top is shown to the person it is about.
func (r *Router) shown() bool {
	_, alone := r.over.(*over.Alone)
	return alone
}

// ask puts a question over the page.
func (r *Router) ask(text string, yes tea.Cmd) {
	if !r.shown() {
		r.over = over.Ask(r.env, text, yes)
	}
}

// done does what came of a key to an overlay.
func (r *Router) done(d over.Done) tea.Cmd {
	if d.Close {
		r.over = nil
	}
	if d.Run != nil {
		return tea.Batch(d.Cmd, d.Run())
	}
	return d.Cmd
}

// View is what the last message left to be seen.
func (r *Router) View() string { return r.view }

// all calls f with every page, the top one first.
func (r *Router) all(f func(nav.Screen) tea.Cmd) tea.Cmd {
	var list []tea.Cmd
	for i := len(r.stack) - 1; i >= 0; i-- {
		list = append(list, f(r.stack[i].screen))
	}
	return tea.Batch(list...)
}

// open puts the page of a route on top.
func (r *Router) open(route nav.Route) tea.Cmd {
	screen := r.build(route)
	r.stack = append(r.stack, open{route: route, screen: screen})
	r.over = nil
	return r.held.Await(tea.Batch(r.resize(), screen.Init(), r.ties.Ask(screen, route)))
}

// visit goes to a place of the list of pages: back to it where it is open
// already, its cursor where it was, else on to it.
func (r *Router) visit(route nav.Route) tea.Cmd {
	for i := len(r.stack) - 1; i >= 0; i-- {
		if reflect.TypeOf(r.stack[i].route) == reflect.TypeOf(route) {
			return r.leave(i + 1)
		}
	}
	if place, ok := r.left[reflect.TypeOf(route)]; ok {
		route = place
	}
	return r.open(route)
}

// back leaves the page on top; at the root it asks whether to quit.
func (r *Router) back() tea.Cmd {
	if len(r.stack) == 1 {
		return r.quit()
	}
	return r.leave(len(r.stack) - 1)
}

// leave takes the pages from n on off the stack, if need be after asking.
func (r *Router) leave(n int) tea.Cmd {
	drop := func() tea.Msg { return leaveMsg{n} }
	if what := r.unsaved(n); what != "" {
		r.ask(fill(r.env.Text.Frame.LeaveUnsaved, "what", what), drop)
		return nil
	}
	return r.drop(n)
}

// drop takes the pages from n on off the stack, and keeps where they were.
func (r *Router) drop(n int) tea.Cmd {
	r.gather()
	for _, o := range r.stack[n:] {
		if p, ok := o.screen.(nav.Placer); ok {
			r.left[reflect.TypeOf(o.route)] = p.Place()
		}
	}
	r.stack, r.memory.moved = r.stack[:n], true
	return tea.Batch(r.resize(), r.store())
}

// quit asks whether to end the program.
func (r *Router) quit() tea.Cmd {
	text := r.env.Text.Frame.Quit
	if what := r.unkept(); what != "" {
		text = fill(r.env.Text.Frame.QuitUnsaved, "what", what)
	}
	r.ask(text, tea.Quit)
	return nil
}

// unsaved names what would be lost with the pages from n on.
func (r *Router) unsaved(n int) string {
	for _, o := range r.stack[min(n, len(r.stack)):] {
		if c, ok := o.screen.(nav.Closer); ok && c.Unsaved() != "" {
			return c.Unsaved()
		}
	}
	return ""
}

// unkept names what would be lost with the program: of pages, of drafts, of a round.
func (r *Router) unkept() string {
	if what := r.unsaved(0); what != "" {
		return what
	}
	var lost *keep.LostError
	if errors.As(r.memory.keeper.Fault(), &lost) && lost.Draft {
		return r.env.Text.Over.Draft
	}
	return r.house.Unwritten(r.env.Text)
}
