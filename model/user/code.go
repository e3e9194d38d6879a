package user

import (
	"crypto/sha256"
	"errors"
	"strings"

	"kinerja/model"
)

// ErrTyped: a recovery code that was mistyped: its last two signs do not fit the
// others, so it is nobody's.
var ErrTyped = errors.New("the recovery code is mistyped")

// The signs of a recovery code: those of identifiers, without the ones that look
// like others.
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// CodeOf writes 128 random bits as a recovery code: seven groups of four signs, of
// which the last two tell a typing error from a wrong code.
func CodeOf(raw [16]byte) string {
	text := model.EncodeID(raw)
	text += check(text)
	var groups []string
	for ; text != ""; text = text[4:] {
		groups = append(groups, text[:4])
	}
	return strings.Join(groups, "-")
}

// ParseCode reads a recovery code as people type it: small or capital, with or
// without what stands between the groups, O for 0, I and L for 1. It returns it as
// CodeOf writes it, or ErrTyped.
func ParseCode(typed string) (string, error) {
	text := CodeSigns(typed)
	if len(text) != 28 || check(text[:26]) != text[26:] {
		return "", ErrTyped
	}
	raw, ok := model.DecodeID(text[:26])
	if !ok {
		return "", ErrTyped
	}
	return CodeOf(raw), nil
}

// CodeSigns is what was typed of a code, or of a group of one, as its signs alone:
// capital, without what stands between groups, and what is easily mistaken for
// another sign as that one.
func CodeSigns(typed string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '\t', '\n', '\r', '.', '–':
			return -1
		case 'O':
			return '0'
		case 'I', 'L':
			return '1'
		}
		return r
	}, strings.ToUpper(typed))
}

// check is two signs that nearly every typing error makes others of: one in a
// thousand slips through, and is a wrong code then.
func check(text string) string {
	sum := sha256.Sum256([]byte("kinerja recovery " + text))
	return string([]byte{signs[sum[0]>>3], signs[sum[1]>>3]})
}
