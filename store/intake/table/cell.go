package table

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kinerja/model"
	"kinerja/model/misread"
)

// MaxText is how long a text may be, and maxNote one of several lines, in
// characters.
const (
	MaxText = 250
	maxNote = 4000
)

// Clean returns the text of the cell as it will be kept: as typed, after NFC
// and trimming. Line breaks become spaces unless lines are wanted; a formula is
// text like any other; nothing that could hide or reorder what is read passes.
func (c Cell) Clean(lines bool) (string, error) {
	switch c.Kind {
	case Formula:
		return "", misread.ErrNotComputed
	case Broken:
		return "", misread.ErrQuote
	case Number, Serial:
		if f, err := strconv.ParseFloat(c.Text, 64); err == nil {
			c.Text = strconv.FormatFloat(f, 'f', -1, 64)
		}
	case Percent:
		if s, _, err := c.Plain(); err == nil {
			c.Text = s + "%"
		}
	}
	s, limit := c.Text, MaxText
	if lines {
		limit = maxNote
	}
	if !plainASCII(s) {
		var err error
		if s, err = unusual(s, lines); err != nil {
			return "", err
		}
	}
	s = Unprotect(Trim(s))
	if len(s) > limit && utf8.RuneCountInString(s) > limit {
		return "", model.ErrTooLong
	}
	return s, nil
}

// plainASCII reports whether s needs no second look.
func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// unusual is the second look.
func unusual(s string, lines bool) (string, error) {
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t':
		case r == utf8.RuneError:
			return "", model.ErrUnreadable
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co):
			return "", model.ErrControl
		}
	}
	if !lines {
		s = strings.NewReplacer(" \n", " ", "\n", " ", "\t", " ").Replace(Trim(s))
	}
	return norm.NFC.String(s), nil
}

// Unprotect takes off the apostrophe that keeps a spreadsheet from running or
// changing a cell: '=1+1, '0123.
func Unprotect(s string) string {
	if len(s) > 1 && s[0] == '\'' && (strings.IndexByte("=+-@", s[1]) >= 0 || s[1] >= '0' && s[1] <= '9') {
		return s[1:]
	}
	return s
}

// Protect puts that apostrophe before what a spreadsheet would run as a formula,
// round (a NIP), strip of zeros (007) or turn into a date (4/5, 2026-07).
func Protect(s string) string {
	if s == "" {
		return s
	}
	first, rest := s[0], s[1:]
	switch {
	case strings.IndexByte("=@\t", first) >= 0,
		(first == '+' || first == '-') && rest != "" && strings.Trim(rest, "0123456789.,% ") != "",
		AllDigits(s) && (len(s) >= 12 || len(s) > 1 && first == '0'):
		return "'" + s
	}
	if parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' }); len(parts) == 2 &&
		AllDigits(Trim(parts[0])) && AllDigits(Trim(parts[1])) {
		return "'" + s
	}
	return s
}

// Trim takes off the space around s.
func Trim(s string) string { return strings.TrimSpace(s) }

// AllDigits reports whether s is nothing but digits, and some.
func AllDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Fold makes names comparable: lower case, letters and digits only.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// FoldWords makes texts comparable: lower case, one space between words.
func FoldWords(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(s)), " "))
}

// Written is the cell as a person would type it into a CSV with decimal comma,
// so that Read takes it the same way again.
func (c Cell) Written() string {
	switch c.Kind {
	case Number, Serial, Percent:
		s, _, err := c.Plain()
		if err != nil || len(strings.TrimLeft(s, "-")) > 15 {
			return Protect(c.Text) // a ruined NIP stays one
		}
		whole, part, fraction := strings.Cut(s, ".")
		if fraction {
			// Three decimals alone would read as thousands.
			if whole += "," + part; len(part) == 3 {
				whole += "0"
			}
		}
		if c.Kind == Percent {
			whole += " %"
		}
		return Protect(whole)
	}
	return Protect(c.Text)
}
