package model

import (
	"errors"
	"strconv"
	"strings"
)

// NIP is the number of a civil servant (NIP, PNS) or of an employee with a
// work agreement (NI PPPK): 18 digits as text. Staff who are not ASN have a
// local number of 6 to 16 digits, or NON-0001 and on. It has no check digit.
type NIP string

// Reasons why a text is no NIP; each is a sentence in ui/lang.
var (
	ErrNIPLength   = errors.New("NIP needs 18 digits")
	ErrNIPSheet    = errors.New("NIP was ruined by a spreadsheet")
	ErrNIPBirth    = errors.New("NIP digits 1-8 are no birth date")
	ErrNIPYear     = errors.New("NIP digits 9-12 do not fit the birth date")
	ErrNIPSex      = errors.New("NIP digit 15 is neither 1 nor 2")
	ErrNIPSerial   = errors.New("NIP serial is 000")
	ErrLocalNumber = errors.New("local number needs 6 to 16 digits")
)

// Sex as digit 15 of a NIP tells it.
type Sex uint8

// The values of digit 15.
const (
	Male   Sex = 1
	Female Sex = 2
)

// NIPInfo is what a NIP tells about its holder (Perka BKN 22/2007; NI PPPK:
// DOMAIN 6.2, not verified for the meaning of the contract code).
type NIPInfo struct {
	Born      Date
	Year      int // of first appointment
	Month     int // of first appointment; 0 for PPPK
	Contract  int // digits 13-14 of an NI PPPK; 0 for PNS
	Sex       Sex
	Serial    int
	Temporary bool // an NI PPPK
}

// NIPWarning is something odd about a valid NIP: worth a look, no obstacle.
type NIPWarning uint8

// The warnings.
const (
	// WarnYoung: younger than 18 in the year of appointment.
	WarnYoung NIPWarning = iota + 1
	// WarnContract: a contract code that has not been seen in practice.
	WarnContract
	// WarnKind: the number is of another kind than the person's record says.
	WarnKind
)

// CleanNIP takes off what people and spreadsheets put around a number: spaces,
// dots, a leading apostrophe.
func CleanNIP(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "'")
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '.' || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
}

// ParseNIP reads an 18-digit NIP or NI PPPK. today bounds the year of
// appointment. It refuses what cannot be one; it never guesses a digit.
func ParseNIP(s string, today Date) (NIP, NIPInfo, error) {
	if sheetNumber(s) {
		return "", NIPInfo{}, ErrNIPSheet
	}
	s = CleanNIP(s)
	if len(s) != 18 || !digits(s) {
		return "", NIPInfo{}, ErrNIPLength
	}
	at := func(from, to int) int { n, _ := strconv.Atoi(s[from:to]); return n }
	info := NIPInfo{Year: at(8, 12), Sex: Sex(at(14, 15)), Serial: at(15, 18)}
	var err error
	if info.Born, err = NewDate(at(0, 4), at(4, 6), at(6, 8)); err != nil || info.Born.Year() < 1940 {
		return "", NIPInfo{}, ErrNIPBirth
	}
	if info.Year < info.Born.Year()+17 || !today.IsZero() && info.Year > today.Year()+1 {
		return "", NIPInfo{}, ErrNIPYear
	}
	if m := at(12, 14); m >= 1 && m <= 12 {
		info.Month = m
	} else {
		info.Contract, info.Temporary = m, true
	}
	switch {
	case info.Sex != Male && info.Sex != Female:
		return "", NIPInfo{}, ErrNIPSex
	case info.Serial == 0: // also what is left of one that a sheet rounded to 15 digits
		return "", NIPInfo{}, ErrNIPSerial
	}
	return NIP(s), info, nil
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
func (i NIPInfo) Warnings(kind EmployeeKind) []NIPWarning {
	var w []NIPWarning
	if i.Year < i.Born.Year()+18 {
		w = append(w, WarnYoung)
	}
	if i.Temporary && i.Contract != 21 && i.Contract != 24 {
		w = append(w, WarnContract)
	}
	if kind == PNS && i.Temporary || (kind == PPPK || kind == PPPKPartTime) && !i.Temporary {
		w = append(w, WarnKind)
	}
	return w
}

// Kind is the kind of employee that the number says.
func (i NIPInfo) Kind() EmployeeKind {
	if i.Temporary {
		return PPPK
	}
	return PNS
}

// ParseLocalNumber reads the number of somebody who is not ASN.
func ParseLocalNumber(s string) (NIP, error) {
	if sheetNumber(s) {
		return "", ErrNIPSheet
	}
	s = strings.ToUpper(CleanNIP(s))
	if rest, ok := strings.CutPrefix(s, "NON-"); ok && len(rest) >= 4 && len(s) <= 16 && digits(rest) {
		return NIP(s), nil
	}
	if len(s) < 6 || len(s) > 16 || !digits(s) {
		return "", ErrLocalNumber
	}
	return NIP(s), nil
}

// Grouped writes a NIP as on forms, YYYYMMDD YYYYMM S NNN; others as they are.
func (n NIP) Grouped() string {
	if len(n) != 18 {
		return string(n)
	}
	return string(n[:8] + " " + n[8:14] + " " + n[14:15] + " " + n[15:])
}
