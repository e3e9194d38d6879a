package intake

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/known"
	"kinerja/store/intake/table"
)

// The kinds of tables that are read.
const (
	Staff = "staff"
	Cards = "cards"
)

// Kinds lists the kinds of tables that Read understands.
func Kinds() []string { return []string{Staff, Cards} }

// Snapshot is what is known already, and Person one of those known.
type (
	Snapshot = known.Snapshot
	Person   = known.Person
)

// Options say how a table is read.
type Options struct {
	Map       map[string]string // column → field or indicator code; "-": ignore the column
	Decimal   model.Decimal     // for columns that do not say by themselves
	Sheet     string            // of a workbook; empty: the first shown one with a header
	Today     model.Date
	Unit      model.UnitID     // of new people whose row names none
	Evaluator model.EmployeeID // of new people whose row names none
	Strict    bool             // one refused row: no Records
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

	// People (staff) or values (cards): how many are new, changed, as they are.
	New, Changed, Same int

	Added    []Line    // who or what is new, by row
	Changes  []Change  // field by field, by row
	Refused  []Refusal // cell by cell, by row; one row may have several
	Warnings []Warning // worth a look, no obstacle; by row

	// Records are the values to be put, as one change: model.Employee before
	// model.Post, or model.Card. Empty under Options.Strict when a row is refused.
	Records []any

	path  string
	stamp string // size and time of the file as it was read
	place columns.Place
}

// Line is one row that brings something new.
type Line struct {
	Row    int
	Name   string
	Number string // NIP or local number
	Detail string // position; period of a card
}

// Change is one value that would change. Numbers are in point notation, dates
// ISO, units their code, people their number.
type Change struct {
	Row           int
	Name          string // of the person
	Field         string // as files name it, or the indicator's code
	Before, After string
}

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
	WarnYoung     WarningCode = iota + 1 // younger than 18 when appointed
	WarnContract                         // NI PPPK with a contract code not seen in practice
	WarnKind                             // the number is of another kind than jenis_pegawai says
	WarnOtherName                        // a number that is known under quite another name
	WarnRounded                          // more than four decimals: rounded
	WarnRange                            // outside the range that is plausible for the indicator
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

// Read reads the table at path as a table of kind and says what it would
// change. The error is about the table as a whole (the sentinels for tables in
// model, often as TableError or DecimalError; ErrStopped when ctx was); what is
// wrong with single rows stands in the Proposal.
func Read(ctx context.Context, path, kind string, snap Snapshot, opt Options) (*Proposal, error) {
	file := filepath.Base(path)
	read, ok := map[string]func(*reading) error{Staff: readStaff, Cards: readCards}[kind]
	if !ok {
		return nil, &model.TableError{File: file, Name: kind, Accepted: Kinds(), Err: model.ErrTableKind}
	}
	stamp, err := stampOf(path)
	if err != nil {
		return nil, err
	}
	t, err := table.Open(path)
	if err != nil {
		return nil, err
	}
	p := &Proposal{Kind: kind, File: file, path: path, stamp: stamp}
	err = read(&reading{ctx: ctx, file: t, snap: snap, opt: opt, Proposal: p})
	if err = errors.Join(err, t.Close()); err != nil {
		return nil, err
	}
	p.sort()
	if opt.Strict && len(p.Refused) > 0 {
		p.Records = nil
	}
	return p, nil
}

// sort puts everything in the order of the table.
func (p *Proposal) sort() {
	slices.SortStableFunc(p.Added, func(a, b Line) int { return a.Row - b.Row })
	slices.SortStableFunc(p.Changes, func(a, b Change) int { return a.Row - b.Row })
	slices.SortStableFunc(p.Refused, func(a, b Refusal) int { return a.Row - b.Row })
	slices.SortStableFunc(p.Warnings, func(a, b Warning) int { return a.Row - b.Row })
}

// stampOf tells one state of a file from another.
func stampOf(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if info.IsDir() {
		return "", &model.TableError{File: filepath.Base(path), Err: model.ErrNotTable}
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano()), nil
}

// reading is one table being read.
type reading struct {
	*Proposal
	ctx  context.Context
	file table.File
	snap Snapshot
	opt  Options
	row  table.Row
	bad  bool // the row at hand is refused
}

// begin finds the header.
func (r *reading) begin(fields []columns.Field, codes []string) (err error) {
	if r.place, err = columns.Find(r.File, r.file, r.opt.Sheet, fields, codes, r.opt.Map); err != nil {
		return err
	}
	r.Sheet, r.Separator = r.place.Sheet, r.place.Way
	r.HeaderRow, r.Header, r.Columns = r.place.Row, r.place.Names, r.place.Uses()
	return nil
}

// each goes through the rows below the header.
func (r *reading) each(progress func(int), f func()) error {
	for row, err := range r.place.Below(r.ctx, r.file.Rows(r.place.Sheet, r.place.Way), progress) {
		if err != nil {
			return fmt.Errorf("%s: %w", r.File, err)
		}
		r.row, r.bad = row, false
		f()
	}
	return nil
}

// cell is the cell of a field in the row at hand.
func (r *reading) cell(field string) table.Cell { return r.row.At(r.place.Col(field)) }

// text is what the cell of a field says, clean; nothing for "no value". What
// cannot be kept refuses the row.
func (r *reading) text(field string) string {
	s, err := r.cell(field).Clean(field == "catatan")
	if err != nil {
		r.refuse(field, r.cell(field).Text, err)
		return ""
	}
	if model.NoValue(s) {
		return ""
	}
	return s
}

// refuse refuses the row at hand for the cell of a field.
func (r *reading) refuse(field, value string, why error, accepted ...string) {
	r.bad = true
	r.refuseRow(r.row.N, field, value, why, accepted...)
}

// refuseRow refuses any row.
func (r *reading) refuseRow(n int, field, value string, why error, accepted ...string) {
	column := field
	if i := r.place.Col(field); i >= 0 {
		column = r.place.Name(i)
	}
	r.Refused = append(r.Refused, Refusal{n, column, value, why, strings.Join(accepted, ", ")})
}

// warn says that something about the row at hand is odd.
func (r *reading) warn(field, value string, code WarningCode, accepted string) {
	column := field
	if i := r.place.Col(field); i >= 0 {
		column = r.place.Name(i)
	}
	r.Warnings = append(r.Warnings, Warning{r.row.N, column, value, code, accepted})
}
