// Package exit makes an exit code out of an error: in one place, and what no
// case knows is a fault of the program.
package exit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/block"
	"kinerja/model/credit"
	"kinerja/model/distribution"
	"kinerja/model/gain"
	"kinerja/model/leave"
	"kinerja/model/misread"
	"kinerja/model/nip"
	"kinerja/model/objection"
	"kinerja/model/planning"
	"kinerja/model/round"
	"kinerja/model/rubric"
	"kinerja/model/rules"
	"kinerja/model/survey"
	"kinerja/model/user"
	"kinerja/store/config"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// The exit codes. They stand in --help too.
const (
	Done       = 0   // done
	Refused    = 1   // by a rule, the system, a full disk, a file that is there, foreign, empty or newer
	Usage      = 2   // flags, settings, no terminal
	NotFound   = 3   // also a missing file
	Several    = 4   // they are listed
	Busy       = 5   // somebody else holds the file
	Damaged    = 6   // file or chain of facts
	NotAllowed = 7   // May says no
	Fault      = 70  // of the program
	Stopped    = 130 // by a person
)

// ErrUsage is wrong use of the command line.
var ErrUsage = errors.New("wrong use")

// ErrFault is a fault of the program itself.
var ErrFault = errors.New("fault of the program")

// Of is the exit code of an error, and the word that JSON has for it.
func Of(err error) (code int, word string) {
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
		return Done, "done"
	case is(ErrFault):
		return Fault, "fault"
	case is(model.ErrStopped):
		return Stopped, "stopped"
	case is(ErrUsage, lang.ErrLanguage, theme.ErrTheme) || badSettings(err):
		return Usage, "usage"
	case is(model.ErrDamaged):
		return Damaged, "damaged"
	case is(model.ErrBusy):
		return Busy, "busy"
	case is(model.ErrNotAllowed, user.ErrWrong, user.ErrLogin, user.ErrTemporary):
		return NotAllowed, "not_allowed"
	case is(model.ErrSeveral):
		return Several, "several"
	case is(misread.ErrDecimal, misread.ErrTableKind, misread.ErrMapping):
		return Usage, "usage"
	case is(model.ErrInvalid):
		return Refused, "invalid"
	case is(model.ErrNotFound, fs.ErrNotExist, misread.ErrSheet):
		return NotFound, "not_found"
	case is(model.ErrReason):
		return Refused, "needs_reason"
	case is(model.ErrState, model.ErrLocked, model.ErrEntered):
		return Refused, "state"
	case is(model.ErrExists, fs.ErrExist):
		return Refused, "exists"
	case is(model.ErrForeign, model.ErrEmpty, model.ErrNewer):
		return Refused, "not_our_file"
	case is(model.ErrFull, model.ErrReadOnly, model.ErrOutcome) || system(err):
		return Refused, "system"
	case refused(err):
		return Refused, "refused"
	case value(err):
		return Refused, "invalid"
	}
	return Fault, "fault"
}

// Meanings are the codes with what they mean, in the order of their numbers.
func Meanings(t *lang.Texts) [][2]string {
	x := t.CLI.Codes
	var rows [][2]string
	for _, code := range []struct {
		n    int
		text string
	}{
		{Done, x.Done}, {Refused, x.Refused}, {Usage, x.Usage}, {NotFound, x.NotFound},
		{Several, x.Several}, {Busy, x.Busy}, {Damaged, x.Damaged}, {NotAllowed, x.NotAllowed},
		{Fault, x.Fault}, {Stopped, x.Stopped},
	} {
		rows = append(rows, [2]string{fmt.Sprintf("%3d", code.n), code.text})
	}
	return rows
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
		model.ErrBadNumber, model.ErrNumberRange, misread.ErrOldFormat, misread.ErrNotTable, misread.ErrTooLarge, misread.ErrHeader,
		misread.ErrQuote, model.ErrNoPlan, model.ErrNoPost, model.ErrFrozen, misread.ErrTwice, misread.ErrRowRefused, misread.ErrDisagree,
		model.ErrSameName, model.ErrUnreadable, misread.ErrNotComputed, misread.ErrDateCell, block.ErrTooMany, credit.ErrNoCredit,
		survey.ErrWhole, survey.ErrNoIndex, distribution.ErrPattern, leave.ErrOverlap, leave.ErrLong, user.ErrUnguarded, user.ErrGuarded, user.ErrLastAdmin, action.ErrNoLine, action.ErrManyLines, action.ErrTooMany,
	} {
		if errors.Is(err, target) {
			return true
		}
	}
	return false
}

// value reports a rule that a value breaks, where no model.FieldError is around
// it that names the field.
func value(err error) bool {
	for _, target := range []error{
		planning.ErrInWords, gain.ErrForm, gain.ErrFull, gain.ErrAbove, rubric.ErrScale, rubric.ErrUnseen, rubric.ErrBeforehand, rubric.ErrForm, rubric.ErrOutside,
		rubric.ErrMany, model.ErrMissing, model.ErrCircle, model.ErrNegative, model.ErrWord, model.ErrControl, model.ErrTooLong, model.ErrComputed,
		model.ErrTooLittle, model.ErrNoFormula, model.ErrOrder, model.ErrEarlier, model.ErrFuture, model.ErrZero, model.ErrPast,
		model.ErrSelf, model.ErrOnlyCheckIn, model.ErrOnlyAnswer, model.ErrAmbiguousNumber, model.ErrNumberDigits, model.ErrNPSN,
		nip.ErrLength, nip.ErrSheet, nip.ErrBirth, nip.ErrYear, nip.ErrSex, nip.ErrSerial, nip.ErrLocalNumber,
		user.ErrShort, user.ErrLong, user.ErrTrivial, user.ErrBirth, user.ErrNumber, user.ErrOwnName, user.ErrSame, user.ErrName, user.ErrRole, user.ErrTyped,
		survey.ErrAnswer, survey.ErrBlank, survey.ErrFewer, objection.ErrAsBefore, round.ErrUnguarded, round.ErrHere, round.ErrLong,
		rules.ErrParts, rules.ErrLines, rules.ErrBands, rules.ErrMatrix, rules.ErrThreshold, rules.ErrDigest, rules.ErrOther,
	} {
		if errors.Is(err, target) {
			return true
		}
	}
	return false
}
