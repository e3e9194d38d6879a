package ui

import (
	"reflect"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/keep"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// quiet is how long no key comes before it is kept where one is and what one
// types (UX 2.4).
const quiet = 2 * time.Second

type (
	// keptMsg says what was written, and the file's stamp before and after.
	keptMsg struct {
		written       keep.Written
		before, after uint64
	}
	// draftMsg brings a draft to a page; sure says that it may replace what
	// stands there.
	draftMsg struct {
		screen nav.Screen
		read   keep.Read
		sure   bool
	}
	// lastMsg brings what was saved last.
	lastMsg struct {
		info model.ChangeInfo
		err  error
	}
)

// memory is what the router has to do with keeping.
type memory struct {
	keeper  *keep.Keeper                     // nil: nothing is kept
	last    func() (model.ChangeInfo, error) // what was saved last; nil: not asked
	moved   bool                             // since it was last kept where one is
	pressed time.Time                        // when the last key came
}

// Rememberer is what things are kept in, and what says how one left it.
type Rememberer interface {
	keep.Memory
	LastSaved() (model.ChangeInfo, error)
}

// restore opens the pages that were open, as they were left. A place that
// cannot be read is said so; one begins at the beginning then.
func (r *Router) restore(m Rememberer) {
	r.memory.keeper = keep.New(m)
	state, err := r.memory.keeper.State()
	if err != nil {
		r.said, r.failed = r.env.Text.Error(err), true
		return
	}
	if r.finder != nil {
		r.finder.Remember(state.Recent...)
	}
	if len(state.Stack) == 0 {
		return
	}
	r.stack = nil
	for _, route := range state.Stack {
		r.stack = append(r.stack, open{route: route, screen: r.build(route)})
	}
	r.memory.last = m.LastSaved
}

// gather tells the keeper where one is, and what is being typed.
func (r *Router) gather() {
	if r.memory.keeper == nil {
		return
	}
	r.memory.moved = false
	state := keep.State{Recent: slices.Clone(r.finder.Recent())}
	for i := range r.stack {
		o := &r.stack[i]
		r.gatherDraft(o)
		route := o.route
		if p, ok := o.screen.(nav.Placer); ok {
			route = p.Place()
		}
		state.Stack = append(state.Stack, route)
	}
	// The first run is no place to come back to: it ends by itself.
	if !slices.ContainsFunc(state.Stack, func(x nav.Route) bool { return reflect.TypeOf(x) == reflect.TypeFor[nav.Welcome]() }) {
		r.memory.keeper.Be(state)
	}
}

// gatherDraft tells the keeper what a page holds. A page whose draft has
// another name now, or none, has no more use for the one before.
func (r *Router) gatherDraft(o *open) {
	d, ok := o.screen.(nav.Drafter)
	if !ok {
		return
	}
	name, text := d.Draft()
	if o.draft != name {
		r.memory.keeper.Draft(o.draft, "")
	}
	r.memory.keeper.Draft(name, text)
}

// rest keeps what changed once no key came for a while; what failed is tried
// again.
func (r *Router) rest() tea.Cmd {
	if r.memory.keeper == nil || !r.memory.moved && r.memory.keeper.Fault() == nil || r.env.Now().Sub(r.memory.pressed) < quiet {
		return nil
	}
	r.gather()
	return r.store()
}

// store writes what is not kept.
func (r *Router) store() tea.Cmd {
	write, stamp := r.memory.keeper.Writing(), r.stamp
	if write == nil {
		return nil
	}
	return func() tea.Msg {
		var msg keptMsg
		if stamp != nil {
			msg.before, _ = stamp()
		}
		if msg.written = write(); stamp != nil {
			msg.after, _ = stamp()
		}
		return msg
	}
}

// kept notes what was written. It changed the file, but nothing that a page
// shows: unless another process wrote meanwhile, nothing is read again.
func (r *Router) kept(msg keptMsg) {
	r.memory.keeper.Wrote(msg.written)
	if r.seen == msg.before && r.seen != 0 && msg.after == msg.before+uint64(msg.written.Count()) {
		r.seen = msg.after
	}
}

// finish keeps where one is at the end of the program.
func (r *Router) finish() (err error) {
	if r.crash != nil {
		return nil // the pages cannot be asked; what was kept stands
	}
	r.gather()
	return r.memory.keeper.Finish()
}

// redraft asks for the draft of the page on top, once for each name.
func (r *Router) redraft() tea.Cmd {
	o := &r.stack[len(r.stack)-1]
	d, ok := o.screen.(nav.Drafter)
	if !ok || r.memory.keeper == nil {
		return nil
	}
	name, _ := d.Draft()
	if name == o.draft {
		return nil
	}
	r.memory.keeper.Draft(o.draft, "")
	o.draft = name
	read, screen := r.memory.keeper.Reading(name), o.screen
	if read == nil {
		return nil
	}
	return func() tea.Msg { return draftMsg{screen: screen, read: read()} }
}

// drafted hands a draft to the page that asked for it. Where something else
// was typed meanwhile, the person decides.
func (r *Router) drafted(msg draftMsg) tea.Cmd {
	r.memory.keeper.Took(msg.read)
	if msg.read.Err != nil {
		r.said, r.failed = r.env.Text.Error(msg.read.Err), true
		return nil
	}
	i := slices.IndexFunc(r.stack, func(o open) bool { return o.screen == msg.screen })
	if i < 0 || msg.read.Text == "" {
		return nil
	}
	d := msg.screen.(nav.Drafter)
	switch name, text := d.Draft(); {
	case name != msg.read.Name || text == msg.read.Text:
	case text == "" || msg.sure:
		d.Redraft(msg.read.Text)
		r.said, r.failed = r.env.Text.Over.Redrafted, false
	default:
		msg.sure = true
		r.ask(r.env.Text.Over.RedraftAsk, func() tea.Msg { return msg })
	}
	return nil
}

// lastSaved asks what was saved last, where one comes back.
func (r *Router) lastSaved() tea.Cmd {
	if r.memory.last == nil {
		return nil
	}
	last := r.memory.last
	return func() tea.Msg {
		info, err := last()
		return lastMsg{info, err}
	}
}

// sayLast says what was saved last, unless there is something newer to say.
func (r *Router) sayLast(msg lastMsg) {
	if msg.err != nil {
		return
	}
	t, at := r.env.Text, time.Unix(0, msg.info.At).In(r.env.Now().Location())
	if r.saved.IsZero() {
		r.saved = at
	}
	if r.said != "" || r.memory.moved {
		return
	}
	what := t.Change(msg.info)
	if msg.info.Count == 1 && msg.info.Measure != "" {
		what = fill(t.Over.LastValue, "code", lang.Inert(msg.info.Detail), "name", lang.Inert(msg.info.What), "value", t.Amount(msg.info.After))
	}
	r.said = fill(t.Over.Last, "at", t.Moment(at, r.env.Now()), "what", what)
}
