package lang

import (
	"strings"
	"unicode"
)

// Inert returns text from outside so that it can do nothing to a terminal: a
// control character, a line break or a sign that turns the direction of
// writing becomes a visible "�". Joiners inside words stay.
func Inert(s string) string {
	clean := true
	for _, r := range s {
		if harmful(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		if harmful(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// harmful reports the signs that a terminal obeys instead of showing: C0, C1,
// line and paragraph separators, bidi embeddings, overrides and isolates, and
// invisible tags. Bytes that are no UTF-8 already read as U+FFFD.
func harmful(r rune) bool {
	switch {
	case unicode.IsControl(r),
		r == '\u2028', r == '\u2029',
		r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069',
		r == '\u200e', r == '\u200f', r == '\u061c', r == '\ufeff',
		r >= 0xe0000 && r <= 0xe007f, r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return r == unicode.ReplacementChar
}
