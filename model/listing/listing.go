// Package listing is a table as plain data, on its way from a page or the
// command line into a file: which columns, what their cells hold, and the rows
// one after the other. It knows nothing of files; ui/export writes it.
package listing

import (
	"iter"

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
	Fixed  bool // people read it with two decimals, as every computed result; files keep all
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

// Each makes rows out of items.
func Each[T any](items iter.Seq2[T, error], row func(T) []Value) iter.Seq2[[]Value, error] {
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

// Counted counts the rows that go by.
func Counted(rows iter.Seq2[[]Value, error], n *int) iter.Seq2[[]Value, error] {
	return func(yield func([]Value, error) bool) {
		for row, err := range rows {
			*n++
			if !yield(row, err) {
				return
			}
		}
	}
}

// Rating is a rating as a cell: what people read, and the word of machines.
// None is an empty cell.
func Rating(r model.Rating, name func(model.Rating) string) Value {
	if r == model.NotRated {
		return Value{}
	}
	return Value{Text: name(r), Word: r.String()}
}

// Predicate is a predicate as a cell, as Rating is.
func Predicate(p model.Predicate, name func(model.Predicate) string) Value {
	if p == model.NoPredicate {
		return Value{}
	}
	return Value{Text: name(p), Word: p.String()}
}
