package columns

import (
	"slices"

	"kinerja/store/intake/table"
)

// Use says what a column of the table was used for.
type Use struct {
	Index  int    // from 0
	Column string // as the table names it
	Field  string // the field or indicator code it was read as; empty: ignored
}

// Header is the row that names the columns, and what they mean.
type Header struct {
	Row    int            // of the table, from 1
	Names  []string       // of all columns, clean
	Codes  []Code         // wide cards: a column for each indicator
	column map[string]int // field → column
	told   map[int]bool   // columns that a person mapped, or left out
}

// Code is the column of one indicator in a wide table.
type Code struct {
	Index int
	Code  string
}

// Col is the column of a field; -1 where the table has none.
func (h *Header) Col(field string) int {
	if i, ok := h.column[field]; ok {
		return i
	}
	return -1
}

// Has reports whether the table has a column for the field.
func (h *Header) Has(field string) bool { return h.Col(field) >= 0 }

// Name is the column's name as the table has it.
func (h *Header) Name(column int) string {
	if column < 0 || column >= len(h.Names) {
		return ""
	}
	return h.Names[column]
}

// Uses lists every column with what it was used for.
func (h *Header) Uses() []Use {
	list := make([]Use, len(h.Names))
	for i, n := range h.Names {
		list[i] = Use{Index: i, Column: n}
	}
	for f, i := range h.column {
		list[i].Field = f
	}
	for _, c := range h.Codes {
		list[c.Index].Field = c.Code
	}
	return slices.DeleteFunc(list, func(u Use) bool { return u.Column == "" && u.Field == "" })
}

// Ignore leaves the columns of some fields unused.
func (h *Header) Ignore(fields ...string) {
	for _, f := range fields {
		delete(h.column, f)
	}
}

// Unread reports whether there are columns with a name that nothing is read from.
func (h *Header) Unread() bool {
	return slices.ContainsFunc(h.Uses(), func(u Use) bool { return u.Field == "" })
}

// Learn reads columns that were not understood as those of more indicators.
func (h *Header) Learn(codes []string) {
	for _, u := range h.Uses() {
		if u.Field != "" || h.told[u.Index] {
			continue
		}
		for _, c := range codes {
			known := slices.ContainsFunc(h.Codes, func(k Code) bool { return table.Fold(k.Code) == table.Fold(c) })
			if !known && table.Fold(c) == table.Fold(u.Column) {
				h.Codes = append(h.Codes, Code{u.Index, c})
				break
			}
		}
	}
}

// known counts the columns that the header understands.
func (h *Header) known() int { return len(h.column) + len(h.Codes) }

// better prefers the header that understands more, then the one that parts more.
func (h *Header) better(other *Header) bool {
	if h.known() != other.known() {
		return h.known() > other.known()
	}
	return len(h.Names) > len(other.Names)
}
