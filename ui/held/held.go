// Package held keeps the keys that come before a page has been read, so that they
// do on it what they would have done a moment later: a person who knows the way
// types ahead, and a slow line delivers many keys at once.
//
// What it promises: keys are given back in the order in which they came, each
// after all that the one before has set off; after a failure none is.
package held

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/nav"
)

// Most is how many keys wait at the most; those that come later are lost.
const Most = 64

// Keys are the keys that wait, and how many answers they wait for. The zero Keys
// wait for nothing.
type Keys struct {
	list []tea.KeyMsg
	out  int    // answers that are on their way
	turn uint64 // numbers the waits: answers to one that was given up do not count
}

// Msg is an answer that keys wait for.
type Msg struct {
	Answer tea.Msg
	turn   uint64
}

// Await lets keys wait for the answer to a command.
func (k *Keys) Await(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	k.out++
	turn := k.turn
	return func() tea.Msg { return Msg{cmd(), turn} }
}

// Answer hands an answer on, and lets keys wait for what follows from it. After a
// failure the keys were meant for something that is not there: they are given up.
func (k *Keys) Answer(m Msg, take func(tea.Msg) tea.Cmd) tea.Cmd {
	wait := func(cmd tea.Cmd) tea.Cmd { return cmd }
	if m.turn == k.turn {
		k.out--
		wait = k.Await
		if failed(m.Answer) {
			k.list = nil
		}
	}
	switch msg := m.Answer.(type) {
	case nil:
		return nil
	case tea.QuitMsg:
		return tea.Quit
	case tea.BatchMsg:
		for i, cmd := range msg {
			msg[i] = wait(cmd)
		}
		return tea.Batch(msg...)
	default:
		return wait(take(msg))
	}
}

func failed(msg tea.Msg) bool {
	if f, ok := msg.(interface{ Failed() error }); ok {
		return f.Failed() != nil
	}
	_, failed := msg.(nav.FailMsg)
	return failed
}

// Drop gives up the keys that wait.
func (k *Keys) Drop() { k.list, k.out, k.turn = nil, 0, k.turn+1 }

// Waits reports whether keys are held now.
func (k *Keys) Waits() bool { return k.out > 0 }

// Any reports whether keys are held.
func (k *Keys) Any() bool { return len(k.list) > 0 }

// Hold takes a key if keys are held now. One that gives up, twice in a row or
// with nothing before it, is not held: it leaves a page that takes long.
func (k *Keys) Hold(m tea.KeyMsg) bool {
	if k.out == 0 {
		return false
	}
	n := len(k.list)
	if m.Type == tea.KeyCtrlC || m.Type == tea.KeyEsc && (n == 0 || k.list[n-1].Type == tea.KeyEsc) {
		k.list, k.out = nil, 0
		k.turn++
		return false
	}
	if n < Most {
		k.list = append(k.list, m)
	}
	return true
}

// Return puts a key back before all others.
func (k *Keys) Return(m tea.KeyMsg) { k.list = append([]tea.KeyMsg{m}, k.list...) }

// Next gives a key back, once nothing is awaited any more.
func (k *Keys) Next() (m tea.KeyMsg, ok bool) {
	if k.out > 0 || len(k.list) == 0 {
		return m, false
	}
	m, k.list = k.list[0], k.list[1:]
	return m, true
}
