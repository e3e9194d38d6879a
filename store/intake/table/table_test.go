package table_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"kinerja/model/misread"
	"kinerja/store/intake/table"
)

func file(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// line is one row as the tests compare it.
type line struct {
	n     int
	cells []string
}

// lines reads every row of a table in its first sheet.
func lines(t testing.TB, path string, way byte) ([]line, error) {
	t.Helper()
	f, err := table.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []line
	for r, err := range f.Rows(f.Sheets()[0], way) {
		if err != nil {
			return list, err
		}
		l := line{n: r.N}
		for _, c := range r.Cells {
			l.cells = append(l.cells, c.Text)
		}
		list = append(list, l)
	}
	return list, nil
}

func same(a, b []line) bool {
	return slices.EqualFunc(a, b, func(a, b line) bool { return a.n == b.n && slices.Equal(a.cells, b.cells) })
}

func TestCSV(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		want          []line
		err           error
	}{
		{name: "plain", content: "a;b\nc;d", want: []line{{1, []string{"a", "b"}}, {2, []string{"c", "d"}}}},
		{name: "empty lines are rows", content: "a\r\n\r\nb\r\n", want: []line{{1, []string{"a"}}, {2, []string{""}}, {3, []string{"b"}}}},
		{name: "old line breaks", content: "a\rb\r", want: []line{{1, []string{"a"}}, {2, []string{"b"}}}},
		{name: "quoted", content: "\"a;\"\"b\"\"\r\nc\";d;\n", want: []line{{1, []string{"a;\"b\"\nc", "d", ""}}}},
		{name: "mark inside", content: "5\" pipa;x\n", want: []line{{1, []string{"5\" pipa", "x"}}}},
		{name: "empty marks at the end", content: `a;""`, want: []line{{1, []string{"a", ""}}}},
		{name: "mark never closed", content: "a;\"b\nc;d\n", err: misread.ErrQuote},
		{name: "too many columns", content: strings.Repeat(";", 5000), err: misread.ErrTooLarge},
		{name: "too long a cell", content: strings.Repeat("x", 200_000), err: misread.ErrTooLarge},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := lines(t, file(t, "a.csv", []byte(tt.content)), ';')
			if !errors.Is(err, tt.err) || err == nil && !same(got, tt.want) {
				t.Errorf("rows %v, %v, want %v, %v", got, err, tt.want, tt.err)
			}
		})
	}
}

func TestCSVEncodings(t *testing.T) {
	const text = "nama;kota\nJosé Ñ;Bukit\nRenée;Köln\n"
	want := []line{{1, []string{"nama", "kota"}}, {2, []string{"José Ñ", "Bukit"}}, {3, []string{"Renée", "Köln"}}}
	encode := func(b []byte, err error) []byte {
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	far := strings.Repeat("Siti;Bukit\n", 60_000) // an accent far behind decides as well
	for name, raw := range map[string][]byte{
		"UTF-8":          []byte(text),
		"UTF-8 with BOM": []byte("\ufeff" + text),
		"UTF-16 LE":      encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))),
		"UTF-16 BE":      encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))),
		"Windows-1252":   encode(charmap.Windows1252.NewEncoder().Bytes([]byte(text))),
		"far behind":     encode(charmap.Windows1252.NewEncoder().Bytes([]byte(text + far + "Renée;x\n"))),
		"UTF-8 far":      []byte(text + far + "Renée;x\n"),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := lines(t, file(t, "a.csv", raw), ';')
			if err != nil || !same(got[:3], want) {
				t.Fatalf("rows %v, %v, want %v", got[:min(3, len(got))], err, want)
			}
			if last := got[len(got)-1].cells[0]; last != "Renée" {
				t.Errorf("last row begins with %q, want Renée", last)
			}
		})
	}
}

func TestSeparators(t *testing.T) {
	f, err := table.Open(file(t, "a.csv", []byte("sep=|\na|b\n")))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(f.Ways()); got != "|" {
		t.Errorf("ways %q, want |", got)
	}
}

func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for _, name := range []string{"Rahasia", "Data"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	percent, err2 := f.NewStyle(&excelize.Style{NumFmt: 9})
	err = errors.Join(err, err2,
		f.SetSheetVisible("Rahasia", false),
		f.SetSheetRow("Data", "B3", &[]any{"teks\nbaris", 94.5, 46387, 0.86, "_x0041_", true}),
		f.SetCellStyle("Data", "D3", "D3", day), f.SetCellStyle("Data", "E3", "E3", percent),
		f.SetCellFormula("Data", "B5", "1+1"),
	)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := errors.Join(err, f.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
	b, err := table.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if got := b.Sheets(); !slices.Equal(got, []string{"Sheet1", "Data"}) {
		t.Errorf("sheets %q", got)
	}
	if s, err := b.Sheet("rahasia"); err != nil || s != "Rahasia" {
		t.Errorf("Sheet(rahasia) = %q, %v", s, err)
	}
	if _, err := b.Sheet("Lain"); !errors.Is(err, misread.ErrSheet) {
		t.Errorf("Sheet(Lain) = %v, want ErrSheet", err)
	}
	var got []table.Cell
	for r, err := range b.Rows("Data", 0) {
		if err != nil {
			t.Fatal(err)
		}
		switch r.N {
		case 3:
			got = slices.Clone(r.Cells)
		case 5:
			if k := r.At(1).Kind; k != table.Formula {
				t.Errorf("formula without result is of kind %v", k)
			}
		}
	}
	want := []table.Cell{{}, {Text: "teks\nbaris"}, {Text: "94.5", Kind: table.Number}, {Text: "2026-12-31", Kind: table.Day}, {Text: "0.86", Kind: table.Percent}, {Text: "A"}, {Text: "TRUE"}}
	if !slices.Equal(got, want) {
		t.Errorf("cells %+v, want %+v", got, want)
	}
}

// parts makes a zip of the given parts.
func parts(t *testing.T, list map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range list {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbookRefused(t *testing.T) {
	const (
		book  = `<workbook xmlns:r="x"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`
		rels  = `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/></Relationships>`
		begin = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`
	)
	workbook := func(sheet string) []byte {
		return parts(t, map[string]string{"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels, "xl/sheet.xml": sheet})
	}
	if got, err := lines(t, file(t, "a.xlsx", workbook(begin+`</sheetData></worksheet>`)), 0); err != nil || len(got) != 1 {
		t.Fatalf("a whole workbook: %v, %v", got, err)
	}
	bomb := parts(t, map[string]string{"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels})
	// The directory claims 4 GiB for the first part: bytes 24-27 of its entry.
	at := bytes.Index(bomb, []byte("PK\x01\x02"))
	copy(bomb[at+24:], "\xf0\xff\xff\xff")
	for name, tt := range map[string]struct {
		raw []byte
		err error
	}{
		"bomb":               {bomb, misread.ErrTooLarge},
		"no workbook":        {parts(t, map[string]string{"word/document.xml": "<a/>"}), misread.ErrNotTable},
		"other office":       {parts(t, map[string]string{"mimetype": "x", "content.xml": "<a/>"}), misread.ErrOldFormat},
		"cut off":            {workbook(begin), misread.ErrNotTable},
		"broken XML":         {workbook(begin + `<row r=`), misread.ErrNotTable},
		"no such text":       {workbook(strings.Replace(begin, `r="A1"`, `r="A1" t="s"`, 1) + `</sheetData></worksheet>`), misread.ErrNotTable},
		"column beyond all":  {workbook(strings.Replace(begin, `r="A1"`, `r="ZZZ1"`, 1) + `</sheetData></worksheet>`), misread.ErrTooLarge},
		"no zip, by content": {[]byte("PK\x03\x04" + strings.Repeat("x", 100)), misread.ErrNotTable},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := lines(t, file(t, "a.xlsx", tt.raw), 0); !errors.Is(err, tt.err) {
				t.Errorf("err = %v, want %v", err, tt.err)
			}
		})
	}
}

// FuzzCSV: whatever the bytes, nothing panics; and rows that were read and
// written are read again the same.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a;b\nc;d", "\"a;\"\"b\r\nc\";d", "\r\n\n;;", "\xff\xfea\x00", "\ufeffx", "\"", "\"a\"b;c", "a\x00b", "5\" x;\r"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) == 0 || bytes.HasPrefix(raw, []byte("PK\x03\x04")) || bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0")) {
			return
		}
		path := file(t, "a.csv", raw)
		for _, sep := range []byte(";,\t") {
			first, err := lines(t, path, sep)
			if err != nil || len(first) == 0 {
				continue
			}
			// The mark keeps the encoding from being found out a second time.
			out := []byte("\ufeff")
			for _, l := range first {
				out = table.AppendCSV(out, sep, l.cells)
			}
			again, err := lines(t, file(t, "b.csv", out), sep)
			if err != nil || !same(first, again) {
				t.Fatalf("%v\nagain %v, %v\nfrom %q", first, again, err, out)
			}
		}
	})
}
