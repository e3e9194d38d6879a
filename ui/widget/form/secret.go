package form

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

// Hold lets nothing be typed into a Secret for a while, and empties it: say is what
// is said beside it, new at every look, and "" once the while is over; then is what
// is said from then on, until something is typed.
func (f *Form) Hold(id string, say func() string, then string) {
	for i, fd := range f.fields {
		if fd.ID == id {
			fd.set("")
			fd.fault, fd.hold, fd.then = "", say, then
			f.focus(i)
		}
	}
}

// Whose names who types a Secret that is on screen, where that is not whoever works
// here; "" where nobody else does.
func (f *Form) Whose() string {
	if f == nil {
		return ""
	}
	for i, fd := range f.fields {
		if fd.Whose != "" && f.shown(i) {
			return fd.Whose
		}
	}
	return ""
}

// held is what is said while nothing can be typed; "" when something can.
func (fd *field) held() string {
	if fd.hold == nil {
		return ""
	}
	return fd.hold()
}

// refuses reports a key that would type into a Secret that is held.
func (fd *field) refuses(k tea.KeyMsg) bool {
	return (k.Type == tea.KeyRunes || k.Type == tea.KeySpace) && fd.held() != ""
}

// masked is the length of what a Secret holds.
func (fd *field) masked(sign string) string {
	return strings.Repeat(sign, utf8.RuneCountInString(fd.line.Text()))
}
