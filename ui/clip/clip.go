// Package clip is the clipboard of the machine that the program runs on. It
// needs no C: on Windows and macOS it is the system's own, elsewhere what
// wl-clipboard, xclip or xsel offer.
//
// It must not be used where the person sits at another machine (serve): they
// would read and overwrite a clipboard that is not theirs.
package clip

import (
	"errors"
	"strings"
	"time"

	"github.com/atotto/clipboard"
)

// patience is how long a helper program may take: one that waits for a display
// that is not there would hang.
const patience = 2 * time.Second

// ErrNone: this machine has no clipboard that can be read or written.
var ErrNone = errors.New("no clipboard")

// Machine is this machine's clipboard.
type Machine struct{}

// Read returns the text on the clipboard.
func (Machine) Read() (string, error) {
	if clipboard.Unsupported {
		return "", ErrNone
	}
	return within(clipboard.ReadAll)
}

// Write puts a text on the clipboard.
func (Machine) Write(text string) error {
	if clipboard.Unsupported {
		return ErrNone
	}
	_, err := within(func() (string, error) { return "", clipboard.WriteAll(text) })
	return err
}

// within runs f, and gives up waiting for it after a while.
func within(f func() (string, error)) (string, error) {
	type answer struct {
		text string
		err  error
	}
	done := make(chan answer, 1)
	go func() {
		text, err := f()
		done <- answer{text, err}
	}()
	select {
	case a := <-done:
		if a.err != nil {
			return "", errors.Join(ErrNone, a.err)
		}
		return strings.TrimPrefix(a.text, "\ufeff"), nil
	case <-time.After(patience):
		return "", ErrNone
	}
}
