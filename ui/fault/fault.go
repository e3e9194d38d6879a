// Package fault turns a fault in a command into a message, so that the terminal
// is restored and no trace is shown.
package fault

import tea "github.com/charmbracelet/bubbletea"

// Msg brings a fault out of a command.
type Msg struct{ Fault any }

// Guard returns a command that brings a fault in cmd, or in those of which cmd is
// a batch, as a Msg.
func Guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if fault := recover(); fault != nil {
				msg = Msg{fault}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = Guard(batch[i])
			}
		}
		return msg
	}
}
