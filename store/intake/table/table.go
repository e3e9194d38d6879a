// Package table reads the rows of files that people keep, CSV and XLSX, and says
// what their cells hold. It knows no kind of table and no field of one.
//
// It promises rows one by one, counted as a spreadsheet counts them; cells whose
// text is what was typed, or who say that they are something else (a number, a
// date, a formula without its result); and that what AppendCSV writes is read
// back the same.
//
// The XLSX reader is our own, on archive/zip and encoding/xml: the streaming
// reader of excelize tells no cell types, so that a NIP kept as a number could
// not be told from text, and it ends silently where the XML is broken.
package table

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
)

// The bounds of an honest table.
const (
	maxColumns = 4096
	maxCell    = 128 << 10 // bytes; a spreadsheet's own bound is 32,767 characters
)

// Kind says where a cell's text comes from.
type Kind uint8

// The kinds of cells.
const (
	Text    Kind = iota // typed as text; every cell of a CSV
	Number              // a number of a spreadsheet, in point notation
	Serial              // the same in a workbook whose dates count from 1904
	Percent             // a number shown as per cent: 0.86 is 86 %
	Day                 // a number shown as a date: ISO already
	Formula             // a formula without its result
	Broken              // text after a closing quotation mark
)

// Cell is one cell as it stands in the table.
type Cell struct {
	Text string
	Kind Kind
}

// Row is one row: its number as a spreadsheet counts, from 1, and its cells,
// which hold until the next row is read.
type Row struct {
	N     int
	Cells []Cell
}

// At returns the cell of a column; an empty one where the row ends before it.
func (r Row) At(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Empty reports whether no cell of the row holds anything.
func (r Row) Empty() bool {
	for _, c := range r.Cells {
		if c.Kind != Text || Trim(c.Text) != "" {
			return false
		}
	}
	return true
}

// File is a file of rows that can be gone through more than once.
type File interface {
	// Sheets names the parts of the file that hold rows and are shown, in their
	// order. A CSV has one, without a name.
	Sheets() []string
	// Sheet finds a part by its name, shown or hidden; misread.ErrSheet.
	Sheet(name string) (string, error)
	// Ways lists how the rows can be read: the separators of a CSV.
	Ways() []byte
	// Rows goes through the rows of a part; a row holds until the next.
	Rows(sheet string, way byte) iter.Seq2[Row, error]
	io.Closer
}

// Open opens a table; its first bytes tell what it is, before its name. The
// error is the system's, or a misread.TableError.
func Open(path string) (File, error) {
	file, ext := filepath.Base(path), strings.ToLower(filepath.Ext(path))
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	magic := make([]byte, 8)
	n, err := io.ReadFull(f, magic)
	if cerr := f.Close(); cerr != nil {
		return nil, cerr
	}
	switch {
	case n == 0:
		return nil, &misread.TableError{File: file, Err: model.ErrEmpty}
	case err != nil && err != io.ErrUnexpectedEOF:
		return nil, fmt.Errorf("%s: %w", file, err)
	case bytes.HasPrefix(magic, []byte("PK\x03\x04")):
		return openBook(path)
	case bytes.HasPrefix(magic, []byte("\xd0\xcf\x11\xe0")), ext == ".xls", ext == ".ods", ext == ".xlsb":
		return nil, &misread.TableError{File: file, Accepted: []string{".xlsx", ".csv"}, Err: misread.ErrOldFormat}
	case ext == ".xlsx", ext == ".xlsm":
		return nil, &misread.TableError{File: file, Accepted: []string{".xlsx", ".csv"}, Err: misread.ErrNotTable}
	}
	return openCSV(path)
}
