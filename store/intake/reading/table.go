package reading

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/known"
	"kinerja/store/intake/table"
)

// Table is one table being read. A kind of table embeds it, names its fields
// (Begin), and takes the rows one by one (Each).
type Table struct {
	*Proposal
	Snap  Snapshot
	Opt   Options
	Place columns.Place
	Row   table.Row
	Bad   bool // the row at hand is refused

	ctx      context.Context
	file     table.File
	decimals map[int]model.Decimal // by column: how its numbers are written
}

// Read reads the table at path by the rules of its kind and says what it would
// change. The error is about the table as a whole; what is wrong with single
// rows stands in the Proposal.
func Read(ctx context.Context, path, kind string, rules func(*Table) error, snap Snapshot, opt Options) (*Proposal, error) {
	stamp, err := stampOf(path)
	if err != nil {
		return nil, err
	}
	f, err := table.Open(path)
	if err != nil {
		return nil, err
	}
	p := &Proposal{Kind: kind, File: filepath.Base(path), path: path, stamp: stamp}
	err = rules(&Table{ctx: ctx, file: f, Snap: snap, Opt: opt, Proposal: p})
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	p.sort()
	if opt.Strict && len(p.Refused) > 0 {
		p.Records = nil
	}
	return p, nil
}

// stampOf tells one state of a file from another.
func stampOf(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if info.IsDir() {
		return "", &misread.TableError{File: filepath.Base(path), Err: misread.ErrNotTable}
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano()), nil
}

// Begin finds the header.
func (t *Table) Begin(fields []columns.Field, codes []string) (err error) {
	if t.Place, err = columns.Find(t.File, t.file, t.Opt.Sheet, fields, codes, t.Opt.Map); err != nil {
		return err
	}
	t.place = t.Place
	t.Sheet, t.Separator = t.Place.Sheet, t.Place.Way
	t.HeaderRow, t.Header, t.Columns = t.Place.Row, t.Place.Names, t.Place.Uses()
	return nil
}

// Each goes through the rows below the header.
func (t *Table) Each(progress func(int), f func()) error {
	for row, err := range t.Place.Below(t.ctx, t.file.Rows(t.Place.Sheet, t.Place.Way), progress) {
		if err != nil {
			return fmt.Errorf("%s: %w", t.File, err)
		}
		t.Row, t.Bad = row, false
		f()
	}
	return nil
}

// Cell is the cell of a field in the row at hand.
func (t *Table) Cell(field string) table.Cell { return t.Row.At(t.Place.Col(field)) }

// Text is what the cell of a field says, clean; nothing for "no value". What
// cannot be kept refuses the row.
func (t *Table) Text(field string) string {
	s, err := t.Cell(field).Clean(field == "catatan")
	if err != nil {
		t.Refuse(field, t.Cell(field).Text, err)
		return ""
	}
	if model.NoValue(s) {
		return ""
	}
	return s
}

// Need is Text of a cell that must say something.
func (t *Table) Need(field string, accepted ...string) string {
	bad := t.Bad
	t.Bad = false
	s := t.Text(field)
	if s == "" && !t.Bad {
		t.Refuse(field, "", model.ErrMissing, accepted...)
	}
	t.Bad = t.Bad || bad
	return s
}

// Date reads the cell of a date; 0 where it says nothing.
func (t *Table) Date(field string) model.Date {
	c := t.Cell(field)
	if c.Kind != table.Number && c.Kind != table.Serial {
		text := t.Text(field)
		if text == "" {
			return 0
		}
		c = table.Cell{Text: text}
	}
	d, err := c.Date()
	if err != nil {
		t.Refuse(field, c.Text, err, "2026-12-31", "31/12/2026")
	}
	return d
}

// Who finds whom the row at hand is about; nil, and the row refused, for nobody.
func (t *Table) Who(people *known.People) *known.Person {
	at := t.Cell("nip")
	text, err := at.Clean(true)
	if err == nil && model.NoValue(text) {
		err = model.ErrMissing
	}
	if err == nil {
		var number model.NIP
		if number, err = people.AnyNumber(at, t.Opt.Today); err == nil {
			if p := people.ByNumber(number); p != nil {
				return p
			}
			err = model.ErrNotFound
		}
	}
	t.Refuse("nip", at.Text, err)
	return nil
}

// Refuse refuses the row at hand for the cell of a field.
func (t *Table) Refuse(field, value string, why error, accepted ...string) {
	t.Bad = true
	t.RefuseRow(t.Row.N, field, value, why, accepted...)
}

// RefuseRow refuses any row.
func (t *Table) RefuseRow(n int, field, value string, why error, accepted ...string) {
	t.Refused = append(t.Refused, Refusal{n, t.column(field), value, why, strings.Join(accepted, ", ")})
}

// Warn says that something about the row at hand is odd.
func (t *Table) Warn(field, value string, code WarningCode, accepted string) {
	t.WarnRow(t.Row.N, field, value, code, accepted)
}

// WarnRow says that something about any row is odd.
func (t *Table) WarnRow(n int, field, value string, code WarningCode, accepted string) {
	t.Warnings = append(t.Warnings, Warning{n, t.column(field), value, code, accepted})
}

// WarnCell says that a cell of the row at hand is odd, whatever its column is
// read as. A column without a name is called by its letter, as a spreadsheet
// does.
func (t *Table) WarnCell(column int, value string, code WarningCode) {
	name := t.Place.Name(column)
	if name == "" {
		name = letter(column)
	}
	t.Warnings = append(t.Warnings, Warning{t.Row.N, name, value, code, ""})
}

// letter is what a spreadsheet calls a column: A … Z, AA ….
func letter(column int) string {
	name := string(rune('A' + column%26))
	if column >= 26 {
		name = letter(column/26-1) + name
	}
	return name
}

// DropWarnings leaves out what was odd about rows that are refused: there is
// more to be said of them.
func (t *Table) DropWarnings() {
	refused := map[int]bool{}
	for _, r := range t.Refused {
		refused[r.Row] = true
	}
	t.Warnings = slices.DeleteFunc(t.Warnings, func(w Warning) bool { return refused[w.Row] })
}

// Fresh says that a row brings somebody or something new.
func (t *Table) Fresh(row int, name, number, detail string) {
	t.Added = append(t.Added, Line{row, name, number, detail})
}

// Change says that a row changes a value; nothing where it does not.
func (t *Table) Change(row int, name, field, before, after string) {
	if before != after {
		t.Changes = append(t.Changes, Change{row, name, field, before, after})
	}
}

// column is how the table names a field, or the code of an indicator.
func (t *Table) column(field string) string {
	if i := t.Place.Col(field); i >= 0 {
		return t.Place.Name(i)
	}
	for _, k := range t.Place.Codes {
		if k.Code == field {
			return t.Place.Name(k.Index)
		}
	}
	return field
}

// Mint returns id, or a new one where there is none.
func (t *Table) Mint(id string) string {
	if id != "" {
		return id
	}
	return t.Opt.NewID()
}

// Set puts a value in the place of another, unless there is none: an empty cell
// erases nothing.
func Set[T comparable](at *T, value T) {
	var none T
	if value != none {
		*at = value
	}
}
