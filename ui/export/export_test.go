package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/nip"
	"kinerja/ui/export"
)

// small holds one cell of each kind, and one row of nothing.
func small() export.Table {
	return export.Table{
		Sheet: "staff",
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true},
			{Name: "nip", Field: "nip", Kind: export.Identifier, Width: 21},
			{Name: "nama", Field: "name", Width: 30},
			{Name: "nilai", Field: "score", Kind: export.Number},
			{Name: "mulai", Field: "from", Kind: export.Date},
		},
		Rows: listing.All([][]export.Value{
			{{Text: "01X"}, {Text: "198705152010012003"}, {Text: "Rina Hartati", Word: "rina"}, {Number: model.Some(94_5000)}, {Date: 2026_10_05}},
			{{}, {}, {}, {}, {}},
		}),
	}
}

func write(t *testing.T, f func(io.Writer) error) string {
	t.Helper()
	var out bytes.Buffer
	if err := f(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCSV(t *testing.T) {
	got := write(t, func(w io.Writer) error { return export.CSV(w, small(), false) })
	want := "\ufeffnip;nama;nilai;mulai\r\n19870515 201001 2 003;Rina Hartati;94,5;2026-10-05\r\n;;;\r\n"
	if got != want {
		t.Errorf("for Excel: got %q\nwant %q", got, want)
	}
	got = write(t, func(w io.Writer) error { return export.CSV(w, small(), true) })
	want = "nip,nama,nilai,mulai\n198705152010012003,Rina Hartati,94.5,2026-10-05\n,,,\n"
	if got != want {
		t.Errorf("plain: got %q\nwant %q", got, want)
	}
}

func TestJSON(t *testing.T) {
	first := `{"id":"01X","nip":"198705152010012003","name":"rina","score":94.5,"from":"2026-10-05"}`
	second := `{"id":null,"nip":null,"name":null,"score":null,"from":null}`
	for _, tt := range []struct {
		name  string
		table export.Table
		lines bool
		want  string
	}{
		{"array", small(), false, "[" + first + ",\n" + second + "]\n"},
		{"lines", small(), true, first + "\n" + second + "\n"},
		{"empty array", export.Table{Rows: listing.All[[]export.Value](nil)}, false, "[]\n"},
		{"empty lines", export.Table{Rows: listing.All[[]export.Value](nil)}, true, ""},
	} {
		got := write(t, func(w io.Writer) error { return export.JSON(w, tt.table, tt.lines) })
		if got != tt.want {
			t.Errorf("%s: got %q\nwant %q", tt.name, got, tt.want)
		}
		if !tt.lines && !json.Valid([]byte(got)) {
			t.Errorf("%s: no JSON", tt.name)
		}
	}
}

// open reads a written sheet back.
func open(t *testing.T, table export.Table) *excelize.File {
	t.Helper()
	raw := write(t, func(w io.Writer) error { return export.XLSX(w, table) })
	f, err := excelize.OpenReader(strings.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestXLSX(t *testing.T) {
	f := open(t, small())
	rows, err := f.GetRows("staff")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"01X", "198705152010012003", "Rina Hartati", "94.5", "2026-10-05"}
	if len(rows) != 2 || strings.Join(rows[1], "|") != strings.Join(want, "|") {
		t.Errorf("rows = %q, want %q under the header alone", rows, want)
	}
	for cell, kind := range map[string]excelize.CellType{
		"B2": excelize.CellTypeInlineString, "D2": excelize.CellTypeUnset, "E2": excelize.CellTypeUnset,
	} {
		if got, _ := f.GetCellType("staff", cell); got != kind {
			t.Errorf("%s is of type %v, want %v", cell, got, kind)
		}
	}
	if raw, _ := f.GetCellValue("staff", "E2", excelize.Options{RawCellValue: true}); raw != "46300" {
		t.Errorf("5 October 2026 is day %s, want 46300", raw)
	}
	if shown, _ := f.GetColVisible("staff", "A"); shown {
		t.Error("the identity is not hidden")
	}
	panes, _ := f.GetPanes("staff")
	if !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("header not frozen: %+v", panes)
	}
	if w, _ := f.GetColWidth("staff", "B"); w != 21 {
		t.Errorf("width %v, want 21", w)
	}
}

// What a spreadsheet would run must arrive as text, and a negative number must
// stay a number.
func TestNothingRuns(t *testing.T) {
	for _, evil := range []string{`=HYPERLINK("http://x","y")`, "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1"} {
		table := export.Table{
			Sheet:   "x",
			Columns: []export.Column{{Name: "nama", Field: "name"}, {Name: "kode", Field: "code", Kind: export.Identifier}, {Name: "n", Field: "n", Kind: export.Number}},
			Rows:    listing.All([][]export.Value{{{Text: evil}, {Text: evil}, {Number: model.Some(-1_5000)}}}),
		}
		f := open(t, table)
		for _, cell := range []string{"A2", "B2"} {
			if formula, _ := f.GetCellFormula("x", cell); formula != "" {
				t.Errorf("%q is a formula", evil)
			}
			if kind, _ := f.GetCellType("x", cell); kind != excelize.CellTypeInlineString {
				t.Errorf("%q is of type %v", evil, kind)
			}
		}
		for _, plain := range []bool{true, false} {
			got := write(t, func(w io.Writer) error { return export.CSV(w, table, plain) })
			line := strings.Split(got, "\n")[1]
			if !strings.HasPrefix(strings.TrimPrefix(line, `"`), "'") {
				t.Errorf("CSV runs %q: %q", evil, line)
			}
			if !strings.Contains(line, "-1.5") && !strings.Contains(line, ";-1,5") {
				t.Errorf("the negative number is gone: %q", line)
			}
		}
	}
}

func TestIdentifiersSurviveASpreadsheet(t *testing.T) {
	for _, tt := range []struct{ id, want string }{
		{"198705152010012003", "19870515 201001 2 003"},
		{"1234567890123456", "'1234567890123456"},
		{"007", "'007"},
		{"123456", "123456"},
		{"NON-0001", "NON-0001"},
		{"2026-Q3", "2026-Q3"},
		{"2026-07", "'2026-07"},
		{"4/5", "'4/5"},
		{"0", "0"},
	} {
		table := export.Table{
			Columns: []export.Column{{Name: "nip", Kind: export.Identifier}},
			Rows:    listing.All([][]export.Value{{{Text: tt.id}}}),
		}
		got := write(t, func(w io.Writer) error { return export.CSV(w, table, false) })
		if want := "\ufeffnip\r\n" + tt.want + "\r\n"; got != want {
			t.Errorf("%s: got %q, want %q", tt.id, got, want)
		}
		if nip.Clean(tt.want) != tt.id {
			t.Errorf("%s is read back as %s", tt.want, nip.Clean(tt.want))
		}
	}
}

// A number keeps its digits: what a sheet's 15 digits cannot hold is text.
func TestLargeNumbers(t *testing.T) {
	for _, n := range []model.Number{94_5000, 1, -1, 999_999_999_999_999, 9_000_000_000_000_000_000, 1_234_567_890_123_456_789, 0} {
		f := open(t, export.Table{
			Sheet:   "x",
			Columns: []export.Column{{Name: "n", Kind: export.Number}},
			Rows:    listing.All([][]export.Value{{{Number: model.Some(n)}}}),
		})
		if got, _ := f.GetCellValue("x", "A2", excelize.Options{RawCellValue: true}); got != n.String() {
			t.Errorf("got %s, want %s", got, n)
		}
	}
}

// many gives n rows of eight cells.
func many(n int) export.Table {
	t := export.Table{Sheet: "x", Columns: []export.Column{
		{Name: "nip", Kind: export.Identifier, Width: 21}, {Name: "nama"}, {Name: "jabatan"}, {Name: "unit"},
		{Name: "a", Kind: export.Number}, {Name: "b", Kind: export.Number}, {Name: "c", Kind: export.Number}, {Name: "d", Kind: export.Date},
	}}
	t.Rows = func(yield func([]export.Value, error) bool) {
		for i := range n {
			number := model.Some(model.Number(i) * 37)
			row := []export.Value{
				{Text: fmt.Sprintf("19870515201001%04d", i%10000)}, {Text: "Pegawai Contoh"}, {Text: "Bidan Terampil"}, {Text: "Puskesmas Tanjung Raya"},
				{Number: number}, {Number: number}, {Number: number}, {Date: 2026_01_01},
			}
			if !yield(row, nil) {
				return
			}
		}
	}
	return t
}

func TestTenThousandRows(t *testing.T) {
	const n = 10_000
	f := open(t, many(n))
	rows, err := f.Rows("x")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for rows.Next() {
		count++
	}
	if err := rows.Close(); err != nil || count != n+1 {
		t.Errorf("%d rows, %v; want %d", count, err, n+1)
	}
	if last, _ := f.GetCellValue("x", "E10001"); last != model.Number((n-1)*37).String() {
		t.Errorf("last number %s", last)
	}
	if got := strings.Count(write(t, func(w io.Writer) error { return export.CSV(w, many(n), true) }), "\n"); got != n+1 {
		t.Errorf("CSV has %d lines", got)
	}
}

// A row that cannot be read must not end in a file that looks whole.
func TestAnErrorEndsTheTable(t *testing.T) {
	broken := small()
	broken.Rows = func(yield func([]export.Value, error) bool) { yield(nil, model.ErrDamaged) }
	for name, f := range map[string]func(io.Writer) error{
		"csv":  func(w io.Writer) error { return export.CSV(w, broken, false) },
		"xlsx": func(w io.Writer) error { return export.XLSX(w, broken) },
		"json": func(w io.Writer) error { return export.JSON(w, broken, true) },
	} {
		if err := f(io.Discard); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("%s: %v, want %v", name, err, model.ErrDamaged)
		}
	}
}

func BenchmarkXLSX(b *testing.B) {
	const n = 100_000
	b.Run("export", func(b *testing.B) {
		for b.Loop() {
			if err := export.XLSX(io.Discard, many(n)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("excelize alone", func(b *testing.B) {
		for b.Loop() {
			if err := alone(many(n).Rows); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// alone writes the same cells with nothing of ours in between (PERF P19).
func alone(rows iter.Seq2[[]export.Value, error]) error {
	f := excelize.NewFile()
	defer f.Close()
	sheet, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	cells, at := make([]any, 8), 0
	for row := range rows {
		at++
		for i, v := range row {
			cells[i] = v.Text
			if n, ok := v.Number.Get(); ok {
				cells[i] = float64(n) / model.Scale
			}
		}
		if err := sheet.SetRow(fmt.Sprintf("A%d", at), cells); err != nil {
			return err
		}
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	_, err = f.WriteTo(io.Discard)
	return err
}
