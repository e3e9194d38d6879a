package nav

import (
	"sync/atomic"

	tea "github.com/charmbracelet/bubbletea"
)

// Load holds what a page reads from the store. Only the answer to its latest
// question counts: one that comes late, or that another page asked for, is not
// taken. The zero Load is ready to use.
type Load[T any] struct {
	Data T
	Err  error
	Busy bool
	Have bool // an answer came at least once

	ticket uint64
}

// tickets numbers the questions of this process; it is a counter, not state.
var tickets atomic.Uint64

type loaded[T any] struct {
	ticket uint64
	data   T
	err    error
}

// Failed is why there is no answer; nil where there is one.
func (l loaded[T]) Failed() error { return l.err }

// Start returns the command that runs read, off the event loop. read must not
// touch the page.
func (l *Load[T]) Start(read func() (T, error)) tea.Cmd {
	ticket := tickets.Add(1)
	l.ticket, l.Busy = ticket, true
	return func() tea.Msg {
		data, err := read()
		return loaded[T]{ticket, data, err}
	}
}

// Forget lets an answer that is on its way not count: something was saved
// since it was asked for, and it would show what the file had before.
func (l *Load[T]) Forget() { l.ticket, l.Busy = 0, false }

// Take reports whether msg is the awaited answer, and keeps it if so. After an
// error the data stay as they were.
func (l *Load[T]) Take(msg tea.Msg) bool {
	m, ok := msg.(loaded[T])
	if !ok || m.ticket != l.ticket {
		return false
	}
	l.Err, l.Busy = m.err, false
	if m.err == nil {
		l.Data, l.Have = m.data, true
	}
	return true
}
