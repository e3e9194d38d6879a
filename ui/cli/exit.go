package cli

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"kinerja/model"
	"kinerja/store/config"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// The exit codes. They stand in --help too.
const (
	exitDone       = 0   // done
	exitRefused    = 1   // by a rule, the system, a full disk, a file that is there, foreign, empty or newer
	exitUsage      = 2   // flags, settings, no terminal
	exitNotFound   = 3   // also a missing file
	exitSeveral    = 4   // they are listed
	exitBusy       = 5   // somebody else holds the file
	exitDamaged    = 6   // file or chain of facts
	exitNotAllowed = 7   // May says no
	exitFault      = 70  // of the program
	exitStopped    = 130 // by a person
)

// exit is the one place where an error becomes an exit code, and the word that
// JSON has for it. What no case knows is a fault of the program.
func exit(err error) (code int, word string) {
	is := func(list ...error) bool {
		for _, target := range list {
			if errors.Is(err, target) {
				return true
			}
		}
		return false
	}
	switch {
	case err == nil:
		return exitDone, "done"
	case is(errFault):
		return exitFault, "fault"
	case is(model.ErrStopped):
		return exitStopped, "stopped"
	case is(errUsage, lang.ErrLanguage, theme.ErrTheme) || badSettings(err):
		return exitUsage, "usage"
	case is(model.ErrDamaged):
		return exitDamaged, "damaged"
	case is(model.ErrBusy):
		return exitBusy, "busy"
	case is(model.ErrNotAllowed):
		return exitNotAllowed, "not_allowed"
	case is(model.ErrSeveral):
		return exitSeveral, "several"
	case is(model.ErrDecimal, model.ErrTableKind, model.ErrMapping):
		return exitUsage, "usage"
	case is(model.ErrInvalid):
		return exitRefused, "invalid"
	case is(model.ErrNotFound, fs.ErrNotExist, model.ErrSheet):
		return exitNotFound, "not_found"
	case is(model.ErrReason):
		return exitRefused, "needs_reason"
	case is(model.ErrState, model.ErrLocked):
		return exitRefused, "state"
	case is(model.ErrExists, fs.ErrExist):
		return exitRefused, "exists"
	case is(model.ErrForeign, model.ErrEmpty, model.ErrNewer):
		return exitRefused, "not_our_file"
	case is(model.ErrFull, model.ErrReadOnly, model.ErrOutcome) || system(err):
		return exitRefused, "system"
	case refused(err):
		return exitRefused, "refused"
	}
	return exitFault, "fault"
}

// badSettings reports the mistakes that a person makes in settings.
func badSettings(err error) bool {
	var setting *config.Error
	var action *keys.ActionError
	var key *keys.KeyError
	var clash *keys.ClashError
	return errors.As(err, &setting) || errors.As(err, &action) || errors.As(err, &key) || errors.As(err, &clash)
}

// system reports what the operating system refuses.
func system(err error) bool {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	var number syscall.Errno
	return errors.As(err, &path) || errors.As(err, &link) || errors.As(err, &call) || errors.As(err, &number)
}

// refused reports the other answers that are no fault of anybody.
func refused(err error) bool {
	for _, target := range []error{
		model.ErrChanged, model.ErrNothing, model.ErrNoUndo, model.ErrElsewhere, model.ErrBadPeriod, model.ErrBadDate,
		model.ErrBadNumber, model.ErrNumberRange, model.ErrOldFormat, model.ErrNotTable, model.ErrTooLarge, model.ErrHeader,
		model.ErrQuote, model.ErrNoPlan,
	} {
		if errors.Is(err, target) {
			return true
		}
	}
	return false
}
