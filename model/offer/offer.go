// Package offer is what a table that somebody keeps offers, before anything of
// it is taken: where it may lie, which of its columns are understood, and what
// each row would change. It is plain data between those who read tables and the
// page that shows them.
package offer

import (
	"context"
	"sync/atomic"
	"time"

	"kinerja/model"
	"kinerja/model/misread"
)

// Place says what a folder is to people.
type Place uint8

// The places, in the order in which they are looked through.
const (
	Plain     Place = iota // a folder like any other
	Stick                  // something that was plugged in
	Downloads              // Unduhan
	Desktop
	Documents
	Here // where the program was started
	Home
	Drive // of Windows: C:
	Above // the folder above the one listed
)

// Entry is a folder or a table that can be chosen.
type Entry struct {
	Path    string
	Name    string // of a stick its label
	Place   Place  // of a folder; of a table found in a place, that place
	Folder  bool
	Changed time.Time
	Size    int64
}

// Order says which table is read, and how.
type Order struct {
	Kind    string
	Path    string
	Sheet   string            // of a workbook; "": the first that fits
	Map     map[string]string // column → field; "-": ignored
	Decimal model.Decimal     // where a column does not tell by itself
	NonASN  bool              // of staff: who has no number is no ASN
}

// Column is a column of a table and what it is read as; "" is ignored.
type Column struct{ Name, Field string }

// Mark says what a row does.
type Mark uint8

// The marks.
const (
	Refused Mark = iota
	Warned       // taken, and worth a look
	Changed
	New
)

// Line is one row, or one cell of it, in words.
type Line struct {
	Row  int // as a spreadsheet counts
	Mark Mark
	Name string
	Text string
}

// Found is what a table offers.
type Found struct {
	File      string
	Sheet     string
	Sheets    []string // of the workbook that are shown
	HeaderRow int
	Columns   []Column
	Fields    []string // what a column can be

	// Missing are the fields without which nothing can be read: columns have to
	// be named first. Undecided are columns whose numbers can be read in two
	// ways. With either, the rest is empty.
	Missing   []string
	Undecided []misread.DecimalColumn

	// RefusedTo is where the rows that are refused would be written.
	RefusedTo string

	Rows, New, Changed, Same, Refused int
	Lines                             []Line // refused first, then warned, changed, new

	// Astray is the column for which most refused rows are refused: it names
	// units that nobody knows; "": they are refused for something else.
	Astray string

	// Unnumbered counts the rows that are refused because they have no number and
	// nothing says that the person is no ASN: Order.NonASN takes them.
	Unnumbered int

	// Take takes all good rows as one change, after a backup; the refused ones
	// are written to a file of their own. It counts what is done. nil: there is
	// nothing to take.
	Take func(ctx context.Context, done *atomic.Int64) (Taken, error)
}

// Taken is what was taken.
type Taken struct {
	Records int
	Backup  string // where the file is kept as it was; "": it had nobody to keep
	Refused string // where the refused rows are; "": there were none
}
