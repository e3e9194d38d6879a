// Package account holds the words of who works here: what can be wrong with a
// login or a PIN, and what the command line says of users.
package account

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/lang/words"
)

// Words holds the words of who works here.
type Words struct {
	Fault struct { // whole sentences; none repeats a PIN
		Wrong, WrongPIN, Login, Temporary, Unguarded, Guarded, Typed, LastAdmin string
		Short, Long, Trivial, Birth, Number, OwnName, Same, Name, Role          string
		Seconds, Minutes                                                        words.Plural // how long nobody tries again
	}
	Ask struct { // questions of the command line
		Name, Again, Differs, New, Second, Code, Unguard string
		PIN, NewFor, First                               string // {name}
	}
	Said struct { // what was done
		Added            string // {name} {user}
		Edited           string // {user} {roles}
		Closed           string // {name} {user}
		Reset            string // {name}
		On               string // {users}
		TurnsOn          string // {name}
		NoUser           string // {user}
		Recovered        string // {user}
		Changed, Off     string
		Code, KeepCode   string
		Nobody, WhoFirst string
	}
	Columns struct{ User, Roles, State, Last, Failed string }
	States  struct{ Active, Temporary, Closed string }
	Me      struct { // whoami
		As          string // {name} {user}
		Roles       string // {roles}
		Last        string // {at}
		May         string // {list}
		Own, Signed string
		First       string
		Failed      words.Plural
	}
	Rights [8]string // what a role may, in the order of model's
}

// Why says what is wrong with a login, a PIN or a user: "" for any other error.
func (w Words) Why(err error) string {
	if wait := (*user.WaitError)(nil); errors.As(err, &wait) {
		return w.wait(wait.Left)
	}
	f := w.Fault
	if wrong := (*user.WrongError)(nil); errors.As(err, &wrong) {
		said := f.WrongPIN
		if wrong.Named {
			said = f.Wrong
		}
		if wrong.Left > 0 {
			said += " " + w.wait(wrong.Left)
		}
		return said
	}
	for _, s := range []struct {
		err  error
		text string
	}{
		{user.ErrWrong, f.Wrong}, {user.ErrLogin, f.Login}, {user.ErrTemporary, f.Temporary},
		{user.ErrUnguarded, f.Unguarded}, {user.ErrGuarded, f.Guarded}, {user.ErrTyped, f.Typed}, {user.ErrLastAdmin, f.LastAdmin},
		{user.ErrShort, f.Short}, {user.ErrLong, f.Long}, {user.ErrTrivial, f.Trivial}, {user.ErrBirth, f.Birth},
		{user.ErrNumber, f.Number}, {user.ErrOwnName, f.OwnName}, {user.ErrSame, f.Same}, {user.ErrName, f.Name}, {user.ErrRole, f.Role},
	} {
		if errors.Is(err, s.err) {
			return s.text
		}
	}
	return ""
}

// RightsOf says what somebody with some roles may, in one sentence.
func (w Words) RightsOf(roles model.Roles) string {
	var list []string
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		if roles.Has(r) {
			list = append(list, w.Rights[r])
		}
	}
	return strings.Join(list, "; ")
}

// wait says how long nobody may try, in whole seconds or minutes, rounded up.
func (w Words) wait(left time.Duration) string {
	unit, text := time.Second, w.Fault.Seconds
	if left > 2*time.Minute {
		unit, text = time.Minute, w.Fault.Minutes
	}
	n := max(1, int((left+unit-1)/unit))
	if n == 1 {
		return strings.ReplaceAll(text.One, "{n}", "1")
	}
	return strings.ReplaceAll(text.Many, "{n}", strconv.Itoa(n))
}
