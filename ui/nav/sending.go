package nav

import tea "github.com/charmbracelet/bubbletea"

// Outbox holds what a page has yet to bring into the file, in order, one at a
// time on its way. What failed waits for Retry.
type Outbox[J any] interface {
	Next() (J, bool)
	Done() J
	Fail(error)
	Retry()
	Len() int
}

// Sending brings what waits in an outbox into the file, one thing after the
// other, off the event loop.
type Sending[J, T any] struct {
	Box Outbox[J]
	// Put returns what brings one thing into the file. That must not touch the
	// page.
	Put func(J) func() (T, error)
	// Refused reports an error that a rule makes: trying again would not mend it.
	Refused func(error) bool
	// Kept takes what the file has now, before anything that waited goes on.
	Kept func(T)

	load  Load[T]
	later func() tea.Cmd // waits until everything is in the file
}

// Run sends the next thing, unless one is on its way. When all are in the file,
// what waited for that goes on.
func (s *Sending[J, T]) Run() tea.Cmd {
	if j, ok := s.Box.Next(); ok {
		return s.load.Start(s.Put(j))
	}
	if later := s.later; later != nil && s.Box.Len() == 0 {
		s.later = nil
		return later()
	}
	return nil
}

// WhenSaved does something once everything is in the file, and tries what was
// not taken again.
func (s *Sending[J, T]) WhenSaved(do func() tea.Cmd) tea.Cmd {
	s.later = do
	s.Box.Retry()
	return s.Run()
}

// Take takes an answer, and reports whether it was one. What a rule refuses is
// taken away and said, and every page reads itself anew; what the file cannot
// take now stays, with the reason, and what waited for it is given up.
func (s *Sending[J, T]) Take(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	if !s.load.Take(msg) {
		return nil, false
	}
	changed := func() tea.Msg { return ChangedMsg{} }
	if err := s.load.Err; err != nil {
		fail := func() tea.Msg { return FailMsg{Err: err} }
		if !s.Refused(err) {
			s.Box.Fail(err)
			s.later = nil
			return fail, true
		}
		s.Box.Done()
		return tea.Batch(fail, s.Run(), changed), true
	}
	s.Box.Done()
	s.Kept(s.load.Data)
	if s.Box.Len() > 0 {
		return s.Run(), true
	}
	return tea.Batch(s.Run(), changed), true
}
