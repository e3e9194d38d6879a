package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// CheckText refuses a text of more than most characters (ErrTooLong), one whose
// characters were lost (ErrUnreadable), and one with control characters other
// than those allowed, which could act on a terminal (ErrControl).
func CheckText(s string, most int, allowed string) error {
	switch {
	case !utf8.ValidString(s):
		return ErrUnreadable
	case utf8.RuneCountInString(s) > most:
		return ErrTooLong
	case strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune(allowed, r) }):
		return ErrControl
	}
	return nil
}

// Text is a name that is data (of an instrument, an indicator, a predicate of
// a rule set) in the two languages of the program.
type Text struct {
	ID string `cbor:"1,keyasint,omitempty" json:"id"`
	EN string `cbor:"2,keyasint,omitempty" json:"en,omitempty"`
}

// In returns the text in language ("id", "en"); where one is missing, the
// other serves.
func (t Text) In(language string) string {
	if language == "en" && t.EN != "" || t.ID == "" {
		return t.EN
	}
	return t.ID
}
