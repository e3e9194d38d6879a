// Package nip reads the number of a civil servant (NIP), of an employee with a
// work agreement (NI PPPK) or of staff who are not ASN, and says what it tells
// about its holder. It never guesses a digit (DOMAIN 6.1, 6.2).
package nip

import (
	"errors"
	"strconv"
	"strings"

	"kinerja/model"
)

// Reasons why a text is no NIP; each is a sentence in ui/lang.
var (
	ErrLength      = errors.New("NIP needs 18 digits")
	ErrSheet       = errors.New("NIP was ruined by a spreadsheet")
	ErrBirth       = errors.New("NIP digits 1-8 are no birth date")
	ErrYear        = errors.New("NIP digits 9-12 do not fit the birth date")
	ErrSex         = errors.New("NIP digit 15 is neither 1 nor 2")
	ErrSerial      = errors.New("NIP serial is 000")
	ErrLocalNumber = errors.New("local number needs 6 to 16 digits")
)

// Sex as digit 15 of a NIP tells it.
type Sex uint8

// The values of digit 15.
const (
	Male   Sex = 1
	Female Sex = 2
)

// Info is what a NIP tells about its holder (Perka BKN 22/2007; NI PPPK:
// DOMAIN 6.2, not verified for the meaning of the contract code).
type Info struct {
	Born      model.Date
	Year      int // of first appointment
	Month     int // of first appointment; 0 for PPPK
	Contract  int // digits 13-14 of an NI PPPK; 0 for PNS
	Sex       Sex
	Serial    int
	Temporary bool // an NI PPPK
}

// Warning is something odd about a valid NIP: worth a look, no obstacle.
type Warning uint8

// The warnings.
const (
	// WarnYoung: younger than 18 in the year of appointment.
	WarnYoung Warning = iota + 1
	// WarnContract: a contract code that has not been seen in practice.
	WarnContract
	// WarnKind: the number is of another kind than the person's record says.
	WarnKind
)

// Clean takes off what people and spreadsheets put around a number: spaces,
// dots, a leading apostrophe.
func Clean(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "'")
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '.' || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
}

// Parse reads an 18-digit NIP or NI PPPK. today bounds the year of
// appointment. It refuses what cannot be one; it never guesses a digit.
func Parse(s string, today model.Date) (model.NIP, Info, error) {
	if sheetNumber(s) {
		return "", Info{}, ErrSheet
	}
	s = Clean(s)
	if len(s) != 18 || !digits(s) {
		return "", Info{}, ErrLength
	}
	at := func(from, to int) int { n, _ := strconv.Atoi(s[from:to]); return n }
	info := Info{Year: at(8, 12), Sex: Sex(at(14, 15)), Serial: at(15, 18)}
	var err error
	if info.Born, err = model.NewDate(at(0, 4), at(4, 6), at(6, 8)); err != nil || info.Born.Year() < 1940 {
		return "", Info{}, ErrBirth
	}
	if info.Year < info.Born.Year()+17 || !today.IsZero() && info.Year > today.Year()+1 {
		return "", Info{}, ErrYear
	}
	if m := at(12, 14); m >= 1 && m <= 12 {
		info.Month = m
	} else {
		info.Contract, info.Temporary = m, true
	}
	switch {
	case info.Sex != Male && info.Sex != Female:
		return "", Info{}, ErrSex
	case info.Serial == 0: // also what is left of one that a sheet rounded to 15 digits
		return "", Info{}, ErrSerial
	}
	return model.NIP(s), info, nil
}

// sheetNumber reports whether s is a number as a spreadsheet ruins it:
// 1.97E+17, 1,97001E+17, or with decimals behind, 197001012000121000,00.
func sheetNumber(s string) bool {
	up := strings.ToUpper(strings.TrimSpace(s))
	if at := strings.LastIndexAny(up, ".,"); at >= 15 && digits(up[:at]) && up[at+1:] != "" && strings.Trim(up[at+1:], "0") == "" {
		return true
	}
	mantissa, exponent, ok := strings.Cut(up, "E")
	if !ok {
		return false
	}
	return digits(strings.Map(keepDigits, mantissa)) && digits(strings.TrimLeft(exponent, "+")) &&
		strings.Trim(mantissa, "0123456789.,") == ""
}

func keepDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

// Warnings says what is odd about a valid NIP of a person recorded as kind.
func (i Info) Warnings(kind model.EmployeeKind) []Warning {
	var w []Warning
	if i.Year < i.Born.Year()+18 {
		w = append(w, WarnYoung)
	}
	if i.Temporary && i.Contract != 21 && i.Contract != 24 {
		w = append(w, WarnContract)
	}
	if kind == model.PNS && i.Temporary || (kind == model.PPPK || kind == model.PPPKPartTime) && !i.Temporary {
		w = append(w, WarnKind)
	}
	return w
}

// Kind is the kind of employee that the number says.
func (i Info) Kind() model.EmployeeKind {
	if i.Temporary {
		return model.PPPK
	}
	return model.PNS
}

// ParseLocal reads the number of somebody who is not ASN.
func ParseLocal(s string) (model.NIP, error) {
	if sheetNumber(s) {
		return "", ErrSheet
	}
	s = strings.ToUpper(Clean(s))
	if rest, ok := strings.CutPrefix(s, "NON-"); ok && len(rest) >= 4 && len(s) <= 16 && digits(rest) {
		return model.NIP(s), nil
	}
	if len(s) < 6 || len(s) > 16 || !digits(s) {
		return "", ErrLocalNumber
	}
	return model.NIP(s), nil
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
