package ui

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/door"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// lock is what the router has to do with who sits at the keyboard.
type lock struct {
	door.Entry

	door  *door.Door // shut before everything else; nil: none
	last  time.Time  // of the last key
	waits []tea.Msg  // what pages wished while it was shut
}

// lies is what lies over the page and takes its keys; nil: nothing.
func (r *Router) lies() over.Overlay {
	if r.lock.door != nil {
		return r.lock.door
	}
	return r.over
}

// shut puts the door before everything, after what is typed was kept. Keys that
// are on their way to a page do not get there any more.
func (r *Router) shut(mode door.Mode, code string) (cmd tea.Cmd) {
	if r.lock.door != nil || r.lock.House == nil {
		return nil
	}
	r.gather()
	r.burst.Drop()
	r.held.Drop()
	own := door.Person{User: r.lock.User, ID: r.env.Me.ID, Name: r.env.Me.Name, Roles: r.env.Me.Roles}
	r.lock.door, cmd = door.New(r.lock.House, door.Setup{
		Env: r.env, For: mode, Own: own, Code: code, Anew: r.lock.Anew, Quit: tea.Quit,
		In: func(g nav.Guest) tea.Cmd { return r.letIn(mode, g) },
	})
	return tea.Batch(cmd, r.store())
}

// atDoor takes what came of a key to the door, or of an answer.
func (r *Router) atDoor(d over.Done) tea.Cmd {
	if d.Close {
		r.lock.door, r.lock.last = nil, r.env.Now()
	}
	list := []tea.Cmd{d.Cmd}
	if d.Run != nil {
		list = append(list, d.Run())
	}
	if r.lock.door == nil { // what pages wished meanwhile
		for _, msg := range r.lock.waits {
			list = append(list, func() tea.Msg { return msg })
		}
		r.lock.waits = nil
	}
	return tea.Batch(list...)
}

// letIn goes on with whoever came in: the same person where they were; somebody
// else on pages of their own, unless what the first one typed would be lost.
func (r *Router) letIn(mode door.Mode, g nav.Guest) tea.Cmd {
	w := r.env.Text.Door
	if mode == door.Login {
		r.again = &nav.AgainMsg{Guest: &g, Said: door.Welcome(r.env, g)}
		return tea.Quit
	}
	if g.Actor.ID == r.env.Me.ID {
		r.said, r.failed = w.Unlocked, false
		if alone, ok := r.over.(*over.Alone); ok && mode == door.Show {
			alone.End()
			r.over, r.said = nil, ""
		}
		return nil
	}
	in := func() tea.Cmd {
		r.again = &nav.AgainMsg{Guest: &g, Said: door.Welcome(r.env, g)}
		return tea.Quit
	}
	name := lang.Inert(r.env.Me.Name)
	if !r.unkeepable() && r.memory.keeper.Fault() == nil {
		return in()
	}
	cmd := r.shut(door.Lock, "")
	if r.memory.keeper.Fault() != nil { // longer texts are in no file: they are not given up for anybody
		r.lock.door.Say(lang.Fill(w.HeldBack, "name", name))
	} else {
		r.lock.door.Ask(lang.Fill(w.GiveUp, "name", name), over.Done{Close: true, Run: in})
	}
	return cmd
}

// unkeepable reports something typed on a page that would be gone with it: half a
// value. What it is is not for whoever stands before a locked screen.
func (r *Router) unkeepable() bool {
	return slices.ContainsFunc(r.stack, func(o open) bool { return door.Lost(o.screen, r.memory.keeper != nil) })
}

// idle locks the screen of somebody who went away. A clock that was put back
// begins anew.
func (r *Router) idle() tea.Cmd {
	now := r.env.Now()
	if r.lock.last.IsZero() || now.Before(r.lock.last) {
		r.lock.last = now
	}
	if r.lock.Idle <= 0 || now.Sub(r.lock.last) < r.lock.Idle {
		return nil
	}
	return r.shut(door.Lock, "")
}

// waits keeps what a page wishes until the door is open again. What was to be
// pasted is not.
func (r *Router) waits(msg tea.Msg) bool {
	if r.lock.door == nil || !leads(msg) {
		return false
	}
	r.lock.waits = append(r.lock.waits, msg)
	return true
}
