package lease

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"syscall"

	"kinerja/model"
)

// Explain says which file an error of the system is about, and adds the
// sentinel of model that it means: model.ErrFull, ErrReadOnly, ErrNotFound or
// ErrBusy. Other errors get the path alone, nil stays nil.
func Explain(path string, err error) error {
	var errno syscall.Errno
	errors.As(err, &errno)
	var kind error
	switch {
	case err == nil:
		return nil
	case slices.Contains(fullErrors, errno):
		kind = model.ErrFull
	case slices.Contains(sharedErrors, errno):
		kind = model.ErrBusy
	case slices.Contains(readOnlyErrors, errno), errors.Is(err, fs.ErrPermission):
		kind = model.ErrReadOnly
	case errors.Is(err, fs.ErrNotExist):
		kind = model.ErrNotFound
	}
	if kind == nil || errors.Is(err, kind) {
		return fmt.Errorf("%s: %w", path, err)
	}
	return fmt.Errorf("%s: %w: %w", path, kind, err)
}
