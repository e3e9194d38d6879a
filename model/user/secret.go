package user

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"kinerja/model"
)

// What is wrong with a PIN or passphrase that somebody chose. None of these
// repeats it.
var (
	ErrShort   = errors.New("a PIN has 6 to 12 digits, a passphrase 8 characters or more")
	ErrLong    = errors.New("is longer than 200 characters")
	ErrTrivial = errors.New("is among the first that anybody tries") // 000000, 123456, 121212
	ErrBirth   = errors.New("is the date of birth")
	ErrNumber  = errors.New("is the NIP, or a part of it")
	ErrOwnName = errors.New("is the own name")
	ErrSame    = errors.New("is the one before")
)

// What is wrong with a login.
var (
	// ErrWrong: name or PIN are wrong, or nobody logs in by that name any more.
	// Which of these it is, is never said.
	ErrWrong = errors.New("name or PIN is wrong")
	// ErrLogin: the file asks who works here, and nobody has said so.
	ErrLogin = errors.New("the file asks who works here")
	// ErrTemporary: the PIN was set by somebody else and must be changed first.
	ErrTemporary = errors.New("the PIN must be changed first")
	// ErrUnguarded: the file asks nobody for a PIN.
	ErrUnguarded = errors.New("the file asks nobody for a PIN")
	// ErrGuarded: the file asks for a PIN already.
	ErrGuarded = errors.New("the file asks for a PIN already")
)

// WrongError is ErrWrong, and how long nobody tries again because of it.
type WrongError struct {
	Named bool          // a name was typed too, and may be what is wrong
	Left  time.Duration // from the moment of the try; 0: not at all
}

func (e *WrongError) Error() string { return ErrWrong.Error() }

// Unwrap makes ErrWrong match.
func (e *WrongError) Unwrap() error { return ErrWrong }

// Left is how long no PIN is tried any more after what an error says; 0: one may.
func Left(err error) time.Duration {
	var wrong *WrongError
	var wait *WaitError
	switch {
	case errors.As(err, &wait):
		return wait.Left
	case errors.As(err, &wrong):
		return wrong.Left
	}
	return 0
}

// WaitError says until when no PIN is tried, after too many that were wrong.
type WaitError struct {
	Until time.Time
	Left  time.Duration // from the moment of the try
}

func (e *WaitError) Error() string { return "too many wrong tries: wait until " + e.Until.String() }

// Unwrap makes ErrNotAllowed match.
func (e *WaitError) Unwrap() error { return model.ErrNotAllowed }

// How long a secret may be. PINs are digits alone, the rest are passphrases.
const (
	minPIN, maxPIN               = 6, 12
	minPassphrase, maxPassphrase = 8, 200
)

// CheckSecret refuses a PIN or passphrase that others guess: u is whose it is,
// shown their name, number their NIP ("" for none).
func CheckSecret(secret string, u User, shown string, number model.NIP) error {
	n := utf8.RuneCountInString(secret)
	digits := secret != "" && strings.Trim(secret, "0123456789") == ""
	switch folded := strings.ToLower(strings.Join(strings.Fields(secret), "")); {
	case n > maxPassphrase:
		return ErrLong
	case number != "" && len(secret) >= minPIN && strings.Contains(string(number), secret) && !born(secret, number):
		return ErrNumber
	case born(secret, number):
		return ErrBirth
	case digits && (n < minPIN || n > maxPIN), !digits && n < minPassphrase:
		return ErrShort
	case trivial(secret):
		return ErrTrivial
	case folded == u.Name, folded == strings.ToLower(strings.Join(strings.Fields(shown), "")), folded == u.Name+u.Name:
		return ErrOwnName
	}
	return nil
}

// born reports a date of birth as people write one, by the first eight digits of
// the NIP (DOMAIN 6.1).
func born(secret string, number model.NIP) bool {
	if len(number) != 18 {
		return false
	}
	y, m, d := string(number[:4]), string(number[4:6]), string(number[6:8])
	for _, s := range []string{y + m + d, d + m + y, m + d + y, d + m + y[2:], y[2:] + m + d, m + d + y[2:]} {
		if secret == s {
			return true
		}
	}
	return false
}

// trivial reports one sign or a short block said over and over, digits that count
// up or down, and a few words that everybody tries.
func trivial(secret string) bool {
	for _, block := range []int{1, 2, 3} {
		if len(secret)%block == 0 && len(secret) > block && strings.Repeat(secret[:block], len(secret)/block) == secret {
			return true
		}
	}
	up, down := true, true
	for i := 1; i < len(secret); i++ {
		step := (int(secret[i]) - int(secret[i-1]) + 10) % 10
		up, down = up && step == 1, down && step == 9
	}
	if up || down {
		return true
	}
	switch strings.ToLower(secret) {
	case "password", "passw0rd", "p@ssw0rd", "password1", "password123", "rahasia1", "rahasia123", "kinerja1", "kinerja123", "qwertyui", "qwertyuiop", "12341234":
		return true
	}
	return false
}

// The growing delay after wrong tries.
const (
	freeTries = 3
	maxDelay  = 15 * time.Minute
)

// Delay is how long nobody tries again after n wrong tries in a row: not at all
// after three, then 2, 4, 8 … seconds, at most 15 minutes.
func Delay(n int) time.Duration {
	if n <= freeTries {
		return 0
	}
	if n-freeTries > 9 {
		return maxDelay
	}
	return min(time.Second<<(n-freeTries), maxDelay)
}
