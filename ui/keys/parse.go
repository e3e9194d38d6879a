package keys

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kinerja/ui/lang"
)

// ClashError: two actions would have one key.
type ClashError struct {
	Key           string // its label
	First, Second string // the actions' names
}

func (e *ClashError) Error() string { return e.Key + ": " + e.First + ", " + e.Second }

// Say names the key and both actions.
func (e *ClashError) Say(t *lang.Texts) string {
	return lang.Fill(t.Keys.Clash, "key", e.Key, "first", e.First, "second", e.Second)
}

// ActionError: settings name an action that does not exist.
type ActionError struct {
	Action  string // as written
	Allowed []string
}

func (e *ActionError) Error() string { return "no action " + strconv.Quote(e.Action) }

// Say names the action, and those there are.
func (e *ActionError) Say(t *lang.Texts) string {
	return lang.Fill(t.Keys.NoAction, "action", lang.Inert(e.Action), "allowed", strings.Join(e.Allowed, " "))
}

// KeyError: settings give an action a key that is none, or that is never bound
// because a terminal, tmux or screen keeps it for itself.
type KeyError struct {
	Action string // its name
	Key    string // as written
	Never  bool
}

func (e *KeyError) Error() string { return e.Action + ": " + strconv.Quote(e.Key) }

// Say names the key and why it cannot be had.
func (e *KeyError) Say(t *lang.Texts) string {
	text := t.Keys.NoKey
	if e.Never {
		text = t.Keys.Never
	}
	return lang.Fill(text, "key", lang.Inert(e.Key), "action", e.Action)
}

// parse reads the keys that settings give an action.
func parse(s string) ([]string, *KeyError) {
	var list []string
	for _, word := range strings.Fields(s) {
		k := strings.ToLower(word)
		switch {
		case never(k):
			return nil, &KeyError{Key: word, Never: true}
		case k == "space":
			k = " "
		case !possible(k):
			return nil, &KeyError{Key: word}
		}
		list = append(list, k)
	}
	if len(list) == 0 {
		return nil, &KeyError{Key: s}
	}
	return list, nil
}

// never reports the keys of UX 2.3 that are not bound at all: multiplexers,
// flow control and window managers take them first.
func never(k string) bool {
	if rest, ok := strings.CutPrefix(k, "ctrl+"); ok && slices.Contains([]string{"a", "b", "q", `\`, "enter", "pgup", "pgdown"}, rest) {
		return true
	}
	for _, mod := range []string{"ctrl+", "alt+"} {
		if rest, ok := strings.CutPrefix(k, mod); ok && len(rest) == 1 && rest[0] >= '0' && rest[0] <= '9' {
			return true
		}
	}
	return k == "f10" || k == "f11"
}

// possible reports whether k names a key that a terminal sends and that is not
// another key in disguise (Ctrl+I is Tab, Ctrl+M Enter, Ctrl+H Backspace,
// Ctrl+[ Esc). A digit is never a key of an action: it starts typing.
func possible(k string) bool {
	if r, size := utf8.DecodeRuneInString(k); size == len(k) && size > 0 {
		return unicode.IsPrint(r) && !unicode.IsDigit(r) && r != ','
	}
	if rest, ok := strings.CutPrefix(k, "ctrl+"); ok {
		return len(rest) == 1 && rest[0] >= 'a' && rest[0] <= 'z' && !strings.Contains("himj", rest)
	}
	if rest, ok := strings.CutPrefix(k, "f"); ok {
		n, err := strconv.Atoi(rest)
		return err == nil && n >= 1 && n <= 12
	}
	return slices.Contains([]string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "tab",
		"shift+tab", "enter", "esc", "insert", "delete", "backspace"}, k)
}

// Label is a key as people call it: "Ctrl+Z", "Spasi", "u".
func Label(t *lang.Texts, k string) string {
	if name, ok := t.Keys.Labels[strings.TrimSpace(k)]; ok && k != "" {
		return name
	}
	if k == " " {
		return t.Keys.Labels["space"]
	}
	parts := strings.Split(k, "+")
	if len(k) > 1 {
		for i, p := range parts {
			if p != "" {
				parts[i] = strings.ToUpper(p[:1]) + p[1:]
			}
		}
	}
	return strings.Join(parts, "+")
}
