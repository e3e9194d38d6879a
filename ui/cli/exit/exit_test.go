package exit_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

// sentinels are the errors of model, with the exit code of each.
func sentinels() map[error]int {
	return map[error]int{
		nil:                               exit.Done,
		model.ErrNotFound:                 exit.NotFound,
		model.ErrSeveral:                  exit.Several,
		model.ErrExists:                   exit.Refused,
		model.ErrNotAllowed:               exit.NotAllowed,
		model.ErrState:                    exit.Refused,
		model.ErrLocked:                   exit.Refused,
		model.ErrReason:                   exit.Refused,
		model.ErrInvalid:                  exit.Refused,
		model.ErrChanged:                  exit.Refused,
		model.ErrNothing:                  exit.Refused,
		model.ErrNoUndo:                   exit.Refused,
		model.ErrBusy:                     exit.Busy,
		model.ErrDamaged:                  exit.Damaged,
		model.ErrForeign:                  exit.Refused,
		model.ErrEmpty:                    exit.Refused,
		model.ErrNewer:                    exit.Refused,
		model.ErrFull:                     exit.Refused,
		model.ErrReadOnly:                 exit.Refused,
		model.ErrElsewhere:                exit.Refused,
		model.ErrOutcome:                  exit.Refused,
		model.ErrStopped:                  exit.Stopped,
		misread.ErrTableKind:              exit.Usage,
		misread.ErrOldFormat:              exit.Refused,
		misread.ErrNotTable:               exit.Refused,
		misread.ErrTooLarge:               exit.Refused,
		misread.ErrHeader:                 exit.Refused,
		misread.ErrSheet:                  exit.NotFound,
		misread.ErrMapping:                exit.Usage,
		misread.ErrDecimal:                exit.Usage,
		misread.ErrQuote:                  exit.Refused,
		model.ErrNoPlan:                   exit.Refused,
		model.ErrBadPeriod:                exit.Refused,
		model.ErrBadDate:                  exit.Refused,
		model.ErrBadNumber:                exit.Refused,
		model.ErrNumberRange:              exit.Refused,
		exit.ErrUsage:                     exit.Usage,
		lang.ErrLanguage:                  exit.Usage,
		exit.ErrFault:                     exit.Fault,
		errors.New("nobody"):              exit.Fault,
		fs.ErrNotExist:                    exit.NotFound,
		&fs.PathError{Err: fs.ErrInvalid}: exit.Refused,
		&model.BusyError{Holder: "x"}:     exit.Busy,
		&model.DamageError{}:              exit.Damaged,
		&model.StateError{}:               exit.Refused,
		&model.AmbiguousError{}:           exit.Several,
		&model.FieldError{Err: model.ErrNotFound}: exit.Refused,
		&misread.TableError{Err: model.ErrEmpty}:  exit.Refused,
		&misread.DecimalError{}:                   exit.Usage,
	}
}

func TestExitCodes(t *testing.T) {
	for err, want := range sentinels() {
		wrapped := err
		if err != nil {
			wrapped = fmt.Errorf("somewhere: %w", err)
		}
		got, word := exit.Of(wrapped)
		if got != want || word == "" {
			t.Errorf("Of(%v) = %d %q, want %d", err, got, word, want)
		}
	}
}
