// Package export writes a table as bytes: CSV for spreadsheets and for
// machines, XLSX, JSON. It promises that what was written can be read back by
// store/intake under the same column names, that identifiers survive a
// spreadsheet, that no cell is run as a formula, and that a table of any length
// is never held in memory as a whole.
package export

import (
	"iter"
	"strings"
	"unicode"

	"kinerja/model"
)

// Kind says what the cells of a column hold.
type Kind uint8

// The kinds.
const (
	Text       Kind = iota // words
	Identifier             // digits that are no number: NIP, code, period
	Number
	Date
)

// Column is one column of a table.
type Column struct {
	Name   string // as tables name it (FORMATS): "gelar_depan"
	Field  string // as JSON names it: "title_before"
	Kind   Kind
	Width  int  // in characters, for sheets; 0: the sheet's own
	Hidden bool // only for reading back: hidden in a sheet, absent from CSV
}

// Value is one cell. Its column's Kind says which field counts; the zero Value
// is "none".
type Value struct {
	Text   string // for people: "sesuai ekspektasi"
	Word   string // for machines, where it differs: "meets"
	Number model.Amount
	Date   model.Date
}

// Table is what is written. An error among the rows ends the table: whoever
// writes it gets that error and no half table.
type Table struct {
	Sheet   string // name of the sheet
	Columns []Column
	Rows    iter.Seq2[[]Value, error]
}

// All gives the elements of a list as rows that cannot fail.
func All[T any](list []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, x := range list {
			if !yield(x, nil) {
				return
			}
		}
	}
}

// each makes rows out of items.
func each[T any](items iter.Seq2[T, error], row func(T) []Value) iter.Seq2[[]Value, error] {
	return func(yield func([]Value, error) bool) {
		for item, err := range items {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(row(item), nil) {
				return
			}
		}
	}
}

// clean takes out what would act on a terminal or turn text around: control
// characters and marks of writing direction. Line breaks stay.
func clean(s string) string {
	if strings.IndexFunc(s, acts) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if acts(r) {
			return -1
		}
		return r
	}, s)
}

func acts(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}
