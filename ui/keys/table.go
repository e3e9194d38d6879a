package keys

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"

	"kinerja/ui/lang"
)

// line is one line of the table: an action, its keys, and whether this
// version of the program does it. A reserved letter is bound to nothing else,
// so that it keeps its one meaning.
type line struct {
	id       string
	keys     []string
	field    func(*Map) *key.Binding
	reserved bool
}

// table returns UX 2.3 in the order in which help lists it.
func table() []line {
	return []line{
		{id: "help", keys: []string{"?", "f1"}, field: func(m *Map) *key.Binding { return &m.Help }},
		{id: "pages", keys: []string{"g"}, field: func(m *Map) *key.Binding { return &m.Pages }},
		{id: "quit", keys: []string{"q"}, field: func(m *Map) *key.Binding { return &m.Quit }},
		{id: "saved", keys: []string{"ctrl+s"}, field: func(m *Map) *key.Binding { return &m.Saved }},
		{id: "yes", keys: []string{"y"}, field: func(m *Map) *key.Binding { return &m.Yes }},

		{id: "enter", keys: []string{"enter"}, field: func(m *Map) *key.Binding { return &m.Enter }},
		{id: "esc", keys: []string{"esc"}, field: func(m *Map) *key.Binding { return &m.Esc }},
		{id: "up", keys: []string{"up"}, field: func(m *Map) *key.Binding { return &m.Up }},
		{id: "down", keys: []string{"down"}, field: func(m *Map) *key.Binding { return &m.Down }},
		{id: "left", keys: []string{"left"}, field: func(m *Map) *key.Binding { return &m.Left }},
		{id: "right", keys: []string{"right"}, field: func(m *Map) *key.Binding { return &m.Right }},
		{id: "pageup", keys: []string{"pgup"}, field: func(m *Map) *key.Binding { return &m.PageUp }},
		{id: "pagedown", keys: []string{"pgdown"}, field: func(m *Map) *key.Binding { return &m.PageDown }},
		{id: "home", keys: []string{"home"}, field: func(m *Map) *key.Binding { return &m.Home }},
		{id: "end", keys: []string{"end"}, field: func(m *Map) *key.Binding { return &m.End }},
		{id: "tab", keys: []string{"tab"}, field: func(m *Map) *key.Binding { return &m.Tab }},
		{id: "backtab", keys: []string{"shift+tab"}, field: func(m *Map) *key.Binding { return &m.BackTab }},
		{id: "select", keys: []string{" "}, field: func(m *Map) *key.Binding { return &m.Space }},

		{id: "filter", keys: []string{"l"}, field: func(m *Map) *key.Binding { return &m.Filter }},
		{id: "order", keys: []string{"o"}, field: func(m *Map) *key.Binding { return &m.Order }},
		{id: "period", keys: []string{"t"}, field: func(m *Map) *key.Binding { return &m.Period }},
		{id: "previous", keys: []string{"["}, field: func(m *Map) *key.Binding { return &m.Previous }},
		{id: "next", keys: []string{"]"}, field: func(m *Map) *key.Binding { return &m.Next }},
		{id: "find", keys: []string{"/", "ctrl+f"}, field: func(m *Map) *key.Binding { return &m.Find }},
		{id: "write", keys: []string{"w"}, field: func(m *Map) *key.Binding { return &m.Write }},
		{id: "palette", keys: []string{":", "ctrl+k"}, field: func(m *Map) *key.Binding { return &m.Palette }},

		{id: "edit", keys: []string{"e", "f2"}, field: func(m *Map) *key.Binding { return &m.Edit }},
		{id: "undo", keys: []string{"u", "ctrl+z"}, field: func(m *Map) *key.Binding { return &m.Undo }},
		{id: "redo", keys: []string{"ctrl+y"}, field: func(m *Map) *key.Binding { return &m.Redo }},
		{id: "filldown", keys: []string{"d", "ctrl+d"}, field: func(m *Map) *key.Binding { return &m.FillDown }},
		{id: "fillright", keys: []string{"r"}, field: func(m *Map) *key.Binding { return &m.FillRight }},
		{id: "copy", keys: []string{"c", "ctrl+c"}, field: func(m *Map) *key.Binding { return &m.Copy }},
		{id: "paste", keys: []string{"ctrl+v"}, field: func(m *Map) *key.Binding { return &m.Paste }},
		{id: "range", keys: []string{"v"}, field: func(m *Map) *key.Binding { return &m.Range }},
		{id: "detail", keys: []string{"i"}, field: func(m *Map) *key.Binding { return &m.Detail }},
		{id: "note", keys: []string{"n"}, field: func(m *Map) *key.Binding { return &m.Note }},

		{id: "why", keys: []string{"x"}, field: func(m *Map) *key.Binding { return &m.Why }},
		{id: "history", keys: []string{"h"}, field: func(m *Map) *key.Binding { return &m.History }},
		{id: "share", keys: []string{"s"}, field: func(m *Map) *key.Binding { return &m.Share }},
		{id: "add", keys: []string{"a"}, field: func(m *Map) *key.Binding { return &m.Add }},
		{id: "remove", keys: []string{"delete"}, field: func(m *Map) *key.Binding { return &m.Remove }},
		{id: "coach", keys: []string{"b"}, field: func(m *Map) *key.Binding { return &m.Coach }},
		{id: "feedback", keys: []string{"f"}, field: func(m *Map) *key.Binding { return &m.Feedback }},
		{id: "praise", keys: []string{"+"}, field: func(m *Map) *key.Binding { return &m.Praise }},
		{id: "remark", keys: []string{"="}, field: func(m *Map) *key.Binding { return &m.Remark }},
		{id: "improve", keys: []string{"!"}, field: func(m *Map) *key.Binding { return &m.Improve }},
		{id: "starter", keys: []string{"f4"}, field: func(m *Map) *key.Binding { return &m.Starter }},
		{id: "object", keys: []string{"k"}, field: func(m *Map) *key.Binding { return &m.Object }},
		{id: "print", keys: []string{"p"}, field: func(m *Map) *key.Binding { return &m.Print }},
	}
}

// IDs lists every action that settings can name.
func IDs() []string {
	var list []string
	for _, l := range table() {
		list = append(list, l.id)
	}
	return list
}

// Entry is one line of the list of keys.
type Entry struct {
	ID   string // as in settings
	Keys string // labels: "u · Ctrl+Z"
	Name string // in the reader's language
}

// Labels are the labels of all keys of a binding: "u · Ctrl+Z". A capital is
// the same key as its small letter.
func (m *Map) Labels(b key.Binding) string {
	var labels []string
	for _, k := range b.Keys() {
		if len(k) > 1 || strings.ToLower(k) == k {
			labels = append(labels, Label(m.text, k))
		}
	}
	return strings.Join(labels, " · ")
}

// Now is the label of the first key of b that acts: while typing, letters are
// text, so it is the first that is none.
func (m *Map) Now(b key.Binding, typing bool) string {
	for _, k := range b.Keys() {
		if typing && utf8.RuneCountInString(k) > 1 {
			return Label(m.text, k)
		}
	}
	return b.Help().Key
}

// Table lists the actions that this version of the program does, with the keys
// they have in m.
func (m *Map) Table() []Entry {
	var list []Entry
	for _, l := range m.table {
		if l.reserved {
			continue
		}
		var labels []string
		for _, k := range l.keys {
			labels = append(labels, Label(m.text, k))
		}
		list = append(list, Entry{ID: l.id, Keys: strings.Join(labels, " · "), Name: m.text.Keys.Names[l.id]})
	}
	return list
}

// Table lists the actions with the keys they have when no setting moves them.
func Table(t *lang.Texts) []Entry { return (&Map{text: t, table: table()}).Table() }

// Markdown writes m's table for the README and the command line.
func (m *Map) Markdown() string {
	var b strings.Builder
	h := m.text.Keys
	b.WriteString("| " + h.ColumnKey + " | " + h.ColumnAction + " | " + h.ColumnID + " |\n|---|---|---|\n")
	for _, e := range m.Table() {
		b.WriteString("| " + markdownKeys(e.Keys) + " | " + e.Name + " | `" + e.ID + "` |\n")
	}
	return b.String()
}

// markdownKeys sets each key apart as code.
func markdownKeys(labels string) string {
	parts := strings.Split(labels, " · ")
	return "`" + strings.Join(parts, "` `") + "`"
}
