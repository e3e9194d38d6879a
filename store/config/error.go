package config

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/BurntSushi/toml"

	"kinerja/model"
)

// Why a file of settings is refused.
var (
	// ErrUnknown: no setting has that key.
	ErrUnknown = errors.New("unknown setting")
	// ErrValue: the setting cannot have that value.
	ErrValue = errors.New("value not allowed")
	// ErrSyntax: the file is not TOML.
	ErrSyntax = errors.New("not TOML")
)

// Error is one mistake in a file of settings.
type Error struct {
	File    string
	Line    int      // from 1; 0: not known
	Key     string   // with its section; empty in some errors of syntax
	Value   string   // as given
	Allowed []string // the values, or bounds such as "< 110"
	Near    string   // what was probably meant: a key, or the line set right
	Detail  string   // of an error of syntax, in English
	Err     error    // ErrUnknown, ErrValue or ErrSyntax
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": ")
	if e.Key != "" {
		b.WriteString(e.Key)
		if e.Value != "" && e.Err == ErrValue {
			fmt.Fprintf(&b, " = %q", e.Value)
		}
		b.WriteString(": ")
	}
	b.WriteString(e.Err.Error())
	if e.Detail != "" {
		b.WriteString(": " + e.Detail)
	}
	if len(e.Allowed) > 0 {
		b.WriteString("; allowed: " + strings.Join(e.Allowed, ", "))
	}
	if e.Near != "" {
		b.WriteString("; did you mean " + e.Near + "?")
	}
	return b.String()
}

// Unwrap makes model.ErrInvalid and the reason match.
func (e *Error) Unwrap() []error { return []error{model.ErrInvalid, e.Err} }

// Locate returns the line of key in the file at path, for who refuses a value
// that this package cannot judge ("keys.undo"); 0: it is not there.
func Locate(path, key string) int {
	data, err := os.ReadFile(path)
	if err != nil || len(data) > maxSize {
		return 0
	}
	return locate(string(data))[key]
}

// Syntax says where a file is not TOML, and, of the commonest mistakes, what was
// meant: a path of Windows between quotes, a decimal with a comma.
func Syntax(file, data string, err error) *Error {
	e := &Error{File: file, Detail: err.Error(), Err: ErrSyntax}
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return e
	}
	e.Line, e.Key, e.Detail = parse.Position.Line, parse.LastKey, parse.Message
	lines := strings.Split(data, "\n")
	if e.Line < 1 || e.Line > len(lines) {
		return e
	}
	key, value, ok := strings.Cut(strings.TrimSpace(lines[e.Line-1]), "=")
	value = strings.TrimSpace(value)
	if ok && len(value) > 1 && strings.HasPrefix(value, `"`) && strings.HasSuffix(value, `"`) &&
		strings.Contains(value, `\`) && !strings.Contains(value, "'") {
		e.Key, e.Near = strings.TrimSpace(key), strings.TrimSpace(key)+" = '"+strings.Trim(value, `"`)+"'"
	}
	if whole, part, comma := strings.Cut(value, ","); ok && comma && digits(whole) && digits(part) {
		e.Key, e.Near = strings.TrimSpace(key), strings.TrimSpace(key)+" = "+whole+"."+part
	}
	return e
}

// digits reports a text of digits alone.
func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// near returns the known key that key was probably meant to be: the same word
// in another section, or up to two letters off, but not more than a third.
func near(key string, known []setting) string {
	best, least := "", 3
	key = strings.ToLower(strings.ReplaceAll(key, "-", "_"))
	for _, s := range known {
		d := min(distance(key, s.Key), distance(last(key), last(s.Key)))
		if d < least && d*3 <= len(last(s.Key)) {
			best, least = s.Key, d
		}
	}
	return best
}

// last is what stands after the section.
func last(key string) string { return key[strings.LastIndex(key, ".")+1:] }

// distance is how many letters must be added, taken or changed to make b of a.
// Words that are far too long are far.
func distance(a, b string) int {
	if len(a) > 2*len(b)+3 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before, row[j+1] = row[j+1], min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
