// Package misread says what can be wrong with a table that is read (CSV, XLSX): as
// a whole, in its columns and in its rows. The words stand in ui/lang.
package misread

import (
	"errors"
	"fmt"
)

// What can be wrong with a table (CSV, XLSX) as a whole: nothing of it is
// proposed.
var (
	// ErrTableKind: no table of that kind is read; see TableError.
	ErrTableKind = errors.New("no such kind of table")
	// ErrOldFormat: .xls, .ods, .xlsb, or locked by a password; it must be
	// saved as .xlsx.
	ErrOldFormat = errors.New("format is not read; save as .xlsx")
	// ErrNotTable: the bytes are no table, or a damaged one.
	ErrNotTable = errors.New("not a table")
	// ErrTooLarge: unpacked it would be larger than any honest table.
	ErrTooLarge = errors.New("too large unpacked")
	// ErrHeader: no row of the beginning names the columns needed; see TableError.
	ErrHeader = errors.New("header not found")
	// ErrSheet: the workbook has no sheet of that name; see TableError.
	ErrSheet = errors.New("no such sheet")
	// ErrMapping: a mapping names a column or field that does not exist; see TableError.
	ErrMapping = errors.New("mapping names nothing")
	// ErrDecimal: numbers of a column can be read in two ways; see DecimalError.
	ErrDecimal = errors.New("decimal sign must be told")
	// ErrQuote: a quotation mark that is opened and never closed; see TableError.
	ErrQuote = errors.New("quotation mark is not closed")
)

// What can be wrong with one row of a table: the row is refused, others are not.
var (
	// ErrTwice: another row is about the same thing; see RowsError.
	ErrTwice = errors.New("stands in the table twice")
	// ErrRowRefused: the row that this one refers to was refused; see RowsError.
	ErrRowRefused = errors.New("refers to a refused row")
	// ErrDisagree: two cells of the row say different things about one value.
	ErrDisagree = errors.New("cells contradict each other")
	// ErrNotComputed: a formula whose result the file does not hold.
	ErrNotComputed = errors.New("formula without result")
	// ErrDateCell: a spreadsheet turned what was typed ("4/5") into a date.
	ErrDateCell = errors.New("spreadsheet made a date of it")
)

// TableError says what of a table is wrong, what was seen and what is accepted.
type TableError struct {
	File     string   // its name, without folder
	Name     string   // the kind, sheet, column or field asked for, where there is one
	Row      int      // as a spreadsheet counts, where there is one
	Seen     []string // what the file holds instead: column or sheet names
	Accepted []string // what is needed or allowed
	Err      error    // why; one of the sentinels for tables
}

func (e *TableError) Error() string {
	s := e.File
	if e.Row > 0 {
		s += fmt.Sprintf(": row %d", e.Row)
	}
	if e.Name != "" {
		s += fmt.Sprintf(": %q", e.Name)
	}
	return fmt.Sprintf("%s: %v", s, e.Err)
}

// Unwrap makes the sentinel match.
func (e *TableError) Unwrap() error { return e.Err }

// DecimalError names the columns whose numbers can be read in two ways.
type DecimalError struct {
	File    string
	Columns []DecimalColumn
}

// DecimalColumn is one such column, with numbers from it.
type DecimalColumn struct {
	Name     string
	Examples []string // at most three
}

func (e *DecimalError) Error() string {
	return fmt.Sprintf("%s: %v: %v", e.File, ErrDecimal, e.Columns)
}

// Unwrap makes ErrDecimal match.
func (e *DecimalError) Unwrap() error { return ErrDecimal }

// RowsError names the rows of a table that stand in each other's way.
type RowsError struct {
	Rows []int // as a spreadsheet counts
	Err  error // ErrTwice, ErrRowRefused
}

func (e *RowsError) Error() string { return fmt.Sprintf("rows %v: %v", e.Rows, e.Err) }

// Unwrap makes the reason match.
func (e *RowsError) Unwrap() error { return e.Err }
