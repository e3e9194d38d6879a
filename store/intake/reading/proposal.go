package reading

import (
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/known"
)

// Snapshot is what is known already.
type Snapshot = known.Snapshot

// Options say how a table is read.
type Options struct {
	Map       map[string]string // column → field or indicator code; "-": ignore the column
	Decimal   model.Decimal     // for columns that do not say by themselves
	Sheet     string            // of a workbook; empty: the first shown one with a header
	Today     model.Date
	Unit      model.UnitID     // of new people whose row names none
	Evaluator model.EmployeeID // of new people whose row names none
	By        model.EmployeeID // who records an agreement; empty: the file's owner
	Zone      model.Zone       // of new units without a parent
	Strict    bool             // one refused row: no Records
	NonASN    bool             // who has no number, and of whose kind nothing is said, is no ASN
	NewID     func() string    // mints the identity of somebody or a post that is new
	Progress  func(rows int)   // told every thousand rows and at the end; may be nil
}

// Proposal is what a table would change.
type Proposal struct {
	Kind      string
	File      string // name, without folder
	Sheet     string // of a workbook
	Separator byte   // of a CSV; 0 for a workbook
	HeaderRow int    // as a spreadsheet counts
	Header    []string
	Columns   []columns.Use // used, and ignored
	Rows      int           // below the header, without empty ones

	// People (staff), values (cards), units, versions of instruments, or plans:
	// how many are new, changed, as they are.
	New, Changed, Same int

	Added    []Line    // who or what is new, by row
	Changes  []Change  // field by field, by row
	Refused  []Refusal // cell by cell, by row; one row may have several
	Warnings []Warning // worth a look, no obstacle; by row

	// Records are the values to be put, as one change, each after those that it
	// names (a post after its holder, a unit after its parent). Empty under Options.Strict when a row is refused.
	Records []any

	path  string
	stamp string        // size and time of the file as it was read
	place columns.Place // of the header
}

// Line is one row that brings something new.
type Line struct {
	Row    int
	Name   string
	Number string // NIP or local number; code of a unit or an instrument
	Detail string // position; period of a card; kind of a unit
}

// Change is one value that would change. Numbers are in point notation, dates
// ISO, units their code, people their number.
type Change struct {
	Row           int
	Name          string // of the person, unit or instrument
	Field         string // as files name it, or the indicator's code
	Before, After string
}

// ErrUnnumbered says that a row has no number, and that nothing says that the
// person is none of those who have one: Options.NonASN would take it.
var ErrUnnumbered = fmt.Errorf("%w: no number, and not said to be no ASN", model.ErrMissing)

// Refusal is one cell for which its row is refused.
type Refusal struct {
	Row      int
	Column   string // as the table names it; a field's name where it has none
	Value    string
	Err      error  // a sentinel of model, perhaps wrapped
	Accepted string // what would be, as data: codes, units, words; may be empty
}

// Warning is something odd about a row that is taken nevertheless.
type Warning struct {
	Row           int
	Column, Value string
	Code          WarningCode
	Accepted      string // the range that is plausible, the name that is known
}

// WarningCode says what is odd.
type WarningCode uint8

// The warnings.
const (
	WarnYoung      WarningCode = iota + 1 // younger than 18 when appointed
	WarnContract                          // NI PPPK with a contract code not seen in practice
	WarnKind                              // the number is of another kind than jenis_pegawai says
	WarnOtherName                         // a number that is known under quite another name
	WarnRounded                           // more than four decimals: rounded
	WarnRange                             // outside the range that is plausible for the indicator
	WarnNobody                            // nobody is known by this number: left out
	WarnVersion                           // the version named by none is in use: this becomes the next
	WarnWeights                           // the weights of an instrument or a plan do not come to 100
	WarnBlank                             // an answer sheet without any answer: left out
	WarnUnanswered                        // answers that respondents left out
	WarnAside                             // one cell and nobody: what stands under a list, left out
)

// RefusedRows is how many rows are refused.
func (p *Proposal) RefusedRows() int {
	n, last := 0, 0
	for _, r := range p.Refused {
		if r.Row != last {
			n, last = n+1, r.Row
		}
	}
	return n
}

// sort puts everything in the order of the table.
func (p *Proposal) sort() {
	slices.SortStableFunc(p.Added, func(a, b Line) int { return a.Row - b.Row })
	slices.SortStableFunc(p.Changes, func(a, b Change) int { return a.Row - b.Row })
	slices.SortStableFunc(p.Refused, func(a, b Refusal) int { return a.Row - b.Row })
	slices.SortStableFunc(p.Warnings, func(a, b Warning) int { return a.Row - b.Row })
}
