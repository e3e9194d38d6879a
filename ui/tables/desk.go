package tables

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync/atomic"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/offer"
	"kinerja/store"
	"kinerja/store/intake"
	"kinerja/store/intake/columns"
	"kinerja/ui/lang"
	"kinerja/ui/tables/places"
)

// Desk takes tables into one file for one person. New people whose row names
// no unit or evaluator get those of this person.
type Desk struct {
	Text   *lang.Texts
	File   *store.Store
	Person *store.Desk
	Unit   model.UnitID
	Sample bool // a demonstration: nobody needs a backup of it
}

// Kinds lists the kinds of tables that can be taken.
func (d Desk) Kinds() []string { return intake.Kinds() }

// Tables lists the tables in the usual places, and the places.
func (Desk) Tables() ([]offer.Entry, error) { return places.Tables(places.System()), nil }

// Folder lists what is in a folder.
func (Desk) Folder(path string) ([]offer.Entry, error) { return places.Folder(path) }

// Look reads a table and says what it offers. It changes nothing.
func (d Desk) Look(ctx context.Context, o offer.Order, rows *atomic.Int64) (offer.Found, error) {
	found := offer.Found{File: filepath.Base(o.Path), Sheet: o.Sheet}
	var err error
	if found.Sheets, err = intake.Sheets(o.Path); err != nil {
		return found, err
	}
	if found.Fields, err = d.fields(o.Kind); err != nil {
		return found, err
	}
	opt, err := d.options(o)
	if err != nil {
		return found, err
	}
	opt.Progress = func(n int) { rows.Store(int64(n)) }
	p, err := intake.Read(ctx, o.Path, o.Kind, By(d.Person, nil), opt)
	var header *misread.TableError
	var decimal *misread.DecimalError
	switch {
	case errors.As(err, &header) && errors.Is(err, misread.ErrHeader):
		found.HeaderRow, found.Missing = header.Row, header.Accepted
		for _, name := range header.Seen {
			found.Columns = append(found.Columns, offer.Column{Name: name, Field: o.Map[name]})
		}
		return found, nil
	case errors.As(err, &decimal):
		found.Undecided = decimal.Columns
		return found, nil
	case err != nil:
		return found, err
	}
	d.describe(&found, o.Path, p)
	if len(p.Records) > 0 || len(p.Refused) > 0 {
		found.Take = func(ctx context.Context, done *atomic.Int64) (offer.Taken, error) {
			return d.take(ctx, o.Path, p, done)
		}
	}
	return found, nil
}

// fields are what a column can be: those of the kind and, of results, the codes
// of the indicators.
func (d Desk) fields(kind string) ([]string, error) {
	list, err := intake.Fields(kind)
	if err != nil || kind != intake.Cards {
		return list, err
	}
	instruments, err := d.Person.Instruments()
	for _, in := range instruments {
		for _, i := range in.Indicators {
			if !slices.Contains(list, i.Gauge.Code) {
				list = append(list, i.Gauge.Code)
			}
		}
	}
	return list, err
}

func (d Desk) options(o offer.Order) (intake.Options, error) {
	me := d.Person.Actor().Employee
	opt := intake.Options{
		Map: o.Map, Decimal: o.Decimal, Sheet: o.Sheet, NonASN: o.NonASN, Today: d.File.Today(), Unit: d.Unit,
		Evaluator: me, By: me, NewID: store.NewID,
	}
	units, err := d.Person.Units()
	if opt.Unit == "" && len(units) == 1 {
		for id := range units {
			opt.Unit = id
		}
	}
	opt.Zone = units[opt.Unit].Zone
	return opt, err
}

// describe puts a proposal into words.
func (d Desk) describe(found *offer.Found, path string, p *intake.Proposal) {
	found.Sheet, found.HeaderRow, found.RefusedTo = p.Sheet, p.HeaderRow, intake.RefusedPath(path)
	for _, u := range p.Columns {
		found.Columns = append(found.Columns, offer.Column{Name: u.Column, Field: u.Field})
	}
	found.Rows, found.New, found.Changed, found.Same, found.Refused = p.Rows, p.New, p.Changed, p.Same, p.RefusedRows()
	add := func(row int, mark offer.Mark, name, text string) {
		found.Lines = append(found.Lines, offer.Line{Row: row, Mark: mark, Name: name, Text: text})
	}
	astray := 0
	for _, r := range p.Refused {
		add(r.Row, offer.Refused, "", Reason(d.Text, r))
		if errors.Is(r.Err, intake.ErrUnnumbered) {
			found.Unnumbered++
		}
		if i := slices.IndexFunc(p.Columns, func(u columns.Use) bool { return u.Column == r.Column && u.Field == "unit" }); i >= 0 && errors.Is(r.Err, model.ErrNotFound) {
			astray++
			found.Astray = r.Column
		}
	}
	if p.Kind != intake.Staff || astray*2 < len(p.Refused) {
		found.Astray = ""
	}
	for _, w := range p.Warnings {
		add(w.Row, offer.Warned, "", Warning(d.Text, w))
	}
	for _, c := range p.Changes {
		add(c.Row, offer.Changed, c.Name, d.Text.Field(c.Field)+": "+d.value(c.Field, c.Before)+" → "+d.value(c.Field, c.After))
	}
	for _, a := range p.Added {
		add(a.Row, offer.New, a.Name, a.Number+" · "+a.Detail)
	}
}

// value is a value of a field as people read it.
func (d Desk) value(field, s string) string {
	kind, isKind := model.ParseEmployeeKind(s)
	date, noDate := model.ParseDate(s)
	switch {
	case s == "":
		return lang.None
	case field == "jenis_pegawai" && isKind:
		return d.Text.EmployeeKind(kind)
	case (field == "mulai" || field == "selesai") && noDate == nil:
		return d.Text.Date(date)
	}
	return s
}

// take writes what was refused, keeps a backup, and takes the rest.
func (d Desk) take(ctx context.Context, path string, p *intake.Proposal, done *atomic.Int64) (t offer.Taken, err error) {
	if len(p.Refused) > 0 {
		if t.Refused, err = d.refused(path, p); err != nil {
			return t, err
		}
	}
	if len(p.Records) == 0 {
		return t, nil
	}
	if !d.Sample {
		if t.Backup, err = Backup(d.File, d.Person); err != nil {
			return t, fmt.Errorf("%s: %w", d.File.Path(), err)
		}
	}
	applied, err := d.Person.Apply(ctx, model.VerbImport, slices.Values(p.Records), func(n int) { done.Store(int64(n)) })
	t.Records = applied.Records
	return t, err
}

// refused writes the refused rows beside the table; where nobody may write, as
// on a locked stick, beside the data file.
func (d Desk) refused(path string, p *intake.Proposal) (string, error) {
	reason := func(r intake.Refusal) string { return Reason(d.Text, r) }
	to := intake.RefusedPath(path)
	err := p.WriteRefused(to, d.Text.CLI.Import.Reason, reason)
	if err == nil || errors.Is(err, model.ErrChanged) {
		return to, err
	}
	to = filepath.Join(filepath.Dir(d.File.Path()), filepath.Base(to))
	return to, p.WriteRefused(to, d.Text.CLI.Import.Reason, reason)
}
