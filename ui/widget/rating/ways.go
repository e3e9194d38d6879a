package rating

import "github.com/charmbracelet/bubbles/key"

// Way is one of the answers to the question that a Step asks.
type Way struct {
	ID, Name string
	Binding  key.Binding
	Take     func() Answer
}

// Ways lists what can be answered now, for the line of keys.
func (s *Step) Ways() []Way {
	k, g := s.look.Keys, s.look.Text.Evaluation.Go
	var list []Way
	switch {
	case s.Typing():
		list = append(list, Way{"saved", s.submitName(), k.Saved, s.Submit})
	case !s.Nobody():
		list = append(list, Way{"yes", g.Yes, k.Yes, func() Answer { return Yes }})
	}
	if s.form != nil && !s.writing {
		list = append(list, Way{"edit", s.editName(), k.Edit, func() Answer { s.writing = true; return Open }})
	}
	return append(list, Way{"esc", g.Cancel, k.Esc, s.Back})
}
