// Package keys makes the key bindings of the program from one table (UX 2.3):
// one letter means one thing on every page, small or capital, in both
// languages. Settings may move an action to other keys; a clash, an unknown
// action and a key that some terminal keeps for itself are refused.
package keys

import (
	"slices"
	"sort"
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"kinerja/ui/lang"
)

// Map is every binding of the program, by what it does. Its help holds the
// key's label and the action's name in the reader's language. It is read,
// never changed.
type Map struct {
	// Moving.
	Up, Down, Left, Right, PageUp, PageDown, Home, End key.Binding
	Tab, BackTab, Enter, Esc, Space                    key.Binding
	// The program.
	Pages, Find, Help, Palette, Saved, Quit, Yes key.Binding
	// Lists.
	Filter, Order, Period, Previous, Next, Write key.Binding
	// Entering.
	Edit, Undo, Redo, FillDown, FillRight, Copy, Paste, Range, Detail, Note, Remove key.Binding
	// People and their results.
	Why, Share, Add, Coach, Feedback, History, Object, Print key.Binding
	// The conversation about somebody's work: three kinds with a key each.
	Praise, Remark, Improve key.Binding
	// How a text begins, while it is written.
	Starter key.Binding

	text  *lang.Texts
	table []line
}

// New makes the bindings in the language of t. overrides gives actions other
// keys, by the action's ID: {"undo": "ctrl+z f5"}; several keys are parted by
// spaces. The errors are *ActionError, *KeyError and *ClashError.
func New(t *lang.Texts, overrides map[string]string) (*Map, error) {
	m := &Map{text: t, table: table()}
	for _, id := range sortedKeys(overrides) {
		at := slices.IndexFunc(m.table, func(l line) bool { return l.id == id })
		if at < 0 {
			return nil, &ActionError{Action: id, Allowed: IDs()}
		}
		list, err := parse(overrides[id])
		if err != nil {
			err.Action = t.Keys.Names[id]
			return nil, err
		}
		m.table[at].keys = list
	}
	if err := m.clash(); err != nil {
		return nil, err
	}
	for _, l := range m.table {
		*l.field(m) = key.NewBinding(key.WithKeys(bothCases(l.keys)...),
			key.WithHelp(Label(t, l.keys[0]), t.Keys.Names[l.id]))
	}
	return m, nil
}

// clash finds two actions on one key.
func (m *Map) clash() error {
	owner := map[string]string{}
	for _, l := range m.table {
		for _, k := range l.keys {
			k = strings.ToLower(k)
			if first, taken := owner[k]; taken && first != l.id {
				names := m.text.Keys.Names
				return &ClashError{Key: Label(m.text, k), First: names[first], Second: names[l.id]}
			}
			owner[k] = l.id
		}
	}
	return nil
}

// bothCases adds the capital of every letter: Caps Lock is often on.
func bothCases(list []string) []string {
	var both []string
	for _, k := range list {
		both = append(both, k)
		if up := strings.ToUpper(k); len(k) == 1 && up != k {
			both = append(both, up)
		}
	}
	return both
}

func sortedKeys(m map[string]string) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	sort.Strings(list)
	return list
}
