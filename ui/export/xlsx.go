package export

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
)

// maxRows is how many rows a sheet holds, the header among them.
const maxRows = excelize.TotalRows

// sheetDigits is the first ten-thousandth that a spreadsheet, which keeps 15
// digits, could round; larger fractions are written as text.
const sheetDigits = 1_000_000_000_000_000

// XLSX writes the table as a sheet: identifiers and words as text cells that
// stay text when they are edited, numbers and dates as such, the header frozen.
// A table longer than a sheet is an error.
func XLSX(w io.Writer, t Table) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	name := sheetName(t.Sheet)
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	sheet, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	look, err := newLook(f)
	if err != nil {
		return err
	}
	if err := header(sheet, t.Columns, look); err != nil {
		return err
	}
	if err := body(sheet, t, look); err != nil {
		return err
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	_, err = f.WriteTo(w)
	return err
}

// look holds the cell styles of one file.
type look struct{ head, text, date int }

func newLook(f *excelize.File) (l look, err error) {
	iso := "yyyy-mm-dd" // reads back the same on every machine
	for _, s := range []struct {
		at    *int
		style excelize.Style
	}{
		{&l.head, excelize.Style{NumFmt: 49, Font: &excelize.Font{Bold: true}}},
		{&l.text, excelize.Style{NumFmt: 49}}, // "@": text, also when edited
		{&l.date, excelize.Style{CustomNumFmt: &iso}},
	} {
		if *s.at, err = f.NewStyle(&s.style); err != nil {
			return l, err
		}
	}
	return l, nil
}

func header(sheet *excelize.StreamWriter, columns []Column, l look) error {
	cells := make([]any, len(columns))
	for i, c := range columns {
		cells[i] = excelize.Cell{StyleID: l.head, Value: c.Name}
		if c.Width > 0 {
			if err := sheet.SetColWidth(i+1, i+1, float64(min(c.Width, excelize.MaxColumnWidth))); err != nil {
				return err
			}
		}
		if c.Hidden {
			if err := sheet.SetColVisible(i+1, i+1, false); err != nil {
				return err
			}
		}
	}
	if err := sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return sheet.SetRow("A1", cells)
}

func body(sheet *excelize.StreamWriter, t Table, l look) error {
	cells, at := make([]any, len(t.Columns)), 1
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		if at++; at > maxRows {
			return fmt.Errorf("%d rows: %w", at, model.ErrTooLong)
		}
		for i, c := range t.Columns {
			cells[i] = sheetCell(c.Kind, row[i], l)
		}
		if err := sheet.SetRow(fmt.Sprintf("A%d", at), cells); err != nil {
			return err
		}
	}
	return nil
}

// sheetCell gives a cell as a sheet holds it; nil leaves it empty.
func sheetCell(kind Kind, v Value, l look) any {
	switch kind {
	case Number:
		n, ok := v.Number.Get()
		switch {
		case !ok:
			return nil
		case n <= -sheetDigits || n >= sheetDigits:
			return excelize.Cell{StyleID: l.text, Value: n.String()}
		case n%model.Scale == 0:
			return int64(n / model.Scale)
		}
		// The nearest float prints as the same decimals again.
		return float64(n) / model.Scale
	case Date:
		if v.Date.IsZero() {
			return nil
		}
		return excelize.Cell{StyleID: l.date, Value: epoch.Until(v.Date)}
	}
	if v.Text == "" {
		return nil
	}
	return excelize.Cell{StyleID: l.text, Value: clean(v.Text)}
}

// epoch is the day 0 of sheets, for days after February 1900.
const epoch = model.Date(1899_12_30)

// sheetName fits s to what a sheet may be called.
func sheetName(s string) string {
	name := []rune{}
	for _, r := range clean(s) {
		switch r {
		case ':', '\\', '/', '?', '*', '[', ']', '\'', '\n':
			r = ' '
		}
		if name = append(name, r); len(name) == excelize.MaxSheetNameLength {
			break
		}
	}
	if len(name) == 0 {
		return "kinerja"
	}
	return string(name)
}
