// Package export writes a table as bytes: CSV for spreadsheets and for
// machines, XLSX, JSON. It promises that what was written can be read back by
// store/intake under the same column names, that identifiers survive a
// spreadsheet, that no cell is run as a formula, and that a table of any length
// is never held in memory as a whole.
package export

import (
	"strings"
	"unicode"

	"kinerja/model/listing"
)

// The table is model/listing's, under the names that writing it uses.
type (
	Table  = listing.Table
	Column = listing.Column
	Value  = listing.Value
	Kind   = listing.Kind
)

// The kinds of columns.
const (
	Text       = listing.Text
	Identifier = listing.Identifier
	Number     = listing.Number
	Date       = listing.Date
)

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
