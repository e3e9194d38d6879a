package pages

import (
	"errors"

	"kinerja/model/action"
	"kinerja/store"
	"kinerja/ui/digest"
	screen "kinerja/ui/screen/action"
)

// actionDesk lets the page and the forms of an action plan look at files.
type actionDesk struct{ *store.Desk }

// Check looks whether a piece of evidence is still what it was.
func (actionDesk) Check(e action.Evidence) (action.Found, error) { return digest.Check(e) }

// File is a piece of evidence made of a file.
func (actionDesk) File(path string) (action.Evidence, error) {
	e, err := digest.Of(path)
	if errors.Is(err, digest.ErrFolder) {
		err = screen.ErrFolder
	}
	return e, err
}
