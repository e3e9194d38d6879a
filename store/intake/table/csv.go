package table

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"kinerja/model/misread"
)

// csvTable is a text file of rows.
type csvTable struct {
	path string
	enc  encoding
}

// separators in the order in which they are tried; Indonesian Excel writes ";".
const separators = ";,\t"

func openCSV(path string) (*csvTable, error) {
	enc, err := findEncoding(path)
	return &csvTable{path, enc}, err
}

// Sheets is the one part of a CSV.
func (t *csvTable) Sheets() []string { return []string{""} }

// Ways lists the separators; a first line "sep=;", as Excel understands it,
// leaves one.
func (t *csvTable) Ways() []byte {
	for r, err := range t.Rows("", 0) {
		if s, ok := strings.CutPrefix(r.At(0).Text, "sep="); err == nil && ok && len(s) == 1 {
			return []byte(s)
		}
		break
	}
	return []byte(separators)
}

// Sheet is the one part of a CSV, whatever its name.
func (t *csvTable) Sheet(string) (string, error) { return "", nil }

// Close has nothing to close: each way through the rows opens the file.
func (t *csvTable) Close() error { return nil }

// Rows streams the rows of the file.
func (t *csvTable) Rows(_ string, sep byte) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		f, err := os.Open(t.path)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer f.Close()
		in := newCSVReader(t.enc.reader(f), sep)
		for {
			r, err := in.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				var table *misread.TableError
				if errors.As(err, &table) {
					table.File = filepath.Base(t.path)
				}
				yield(Row{}, err)
				return
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// csvReader cuts UTF-8 text into rows. It is lenient where people are: rows may
// be of any length, empty lines are rows, a quotation mark inside a cell that
// does not begin with one is just that. Line breaks inside quotation marks
// become "\n".
type csvReader struct {
	in   *bufio.Reader
	sep  byte
	n    int
	buf  []byte // the row's text, cells end to end
	ends []int
	bad  []int // cells with text after the closing quotation mark
	out  []Cell
}

func newCSVReader(r io.Reader, sep byte) *csvReader {
	return &csvReader{in: bufio.NewReaderSize(r, 64<<10), sep: sep}
}

// next returns the next row, or io.EOF after the last.
func (r *csvReader) next() (Row, error) {
	r.buf, r.ends, r.bad = r.buf[:0], r.ends[:0], r.bad[:0]
	r.n++
	for first := true; ; first = false {
		end, err := r.cell()
		if err == io.EOF && first && len(r.buf) == 0 && !end {
			return Row{}, io.EOF
		}
		if err != nil && err != io.EOF {
			return Row{}, err
		}
		if r.ends = append(r.ends, len(r.buf)); len(r.ends) > maxColumns {
			return Row{}, &misread.TableError{Row: r.n, Err: misread.ErrTooLarge}
		}
		if end || err == io.EOF {
			return r.row(), nil
		}
	}
}

// row makes cells of what was read, with one allocation for their text.
func (r *csvReader) row() Row {
	text, from := string(r.buf), 0
	r.out = r.out[:0]
	for _, end := range r.ends {
		r.out = append(r.out, Cell{Text: text[from:end]})
		from = end
	}
	for _, i := range r.bad {
		r.out[i].Kind = Broken
	}
	return Row{r.n, r.out}
}

// cell reads one cell with the sign that ends it; end says that the row ends
// there too.
func (r *csvReader) cell() (end bool, err error) {
	from := len(r.buf)
	b, err := r.in.ReadByte()
	if err != nil {
		return false, err
	}
	if b == '"' {
		if b, err = r.quoted(from); err != nil {
			return true, err
		}
		if b != r.sep && b != '\n' && b != '\r' {
			r.bad = append(r.bad, len(r.ends))
		}
	}
	for ; ; b, err = r.in.ReadByte() {
		switch {
		case err != nil:
			return false, err
		case b == r.sep:
			return false, nil
		case b == '\n':
			return true, nil
		case b == '\r':
			return true, r.skipNewline()
		case len(r.buf)-from > maxCell:
			return false, &misread.TableError{Row: r.n, Err: misread.ErrTooLarge}
		}
		r.buf = append(r.buf, b)
	}
}

// quoted reads to the closing quotation mark and returns the byte after it.
func (r *csvReader) quoted(from int) (byte, error) {
	for {
		b, err := r.in.ReadByte()
		if err == nil && b == '"' {
			if b, err = r.in.ReadByte(); err != nil || b != '"' {
				return b, err
			}
		} else if err == nil && b == '\r' {
			b, err = '\n', r.skipNewline()
		}
		// A mark that never closes would swallow every row after it.
		if err == io.EOF || len(r.buf)-from > maxCell {
			return 0, &misread.TableError{Row: r.n, Err: misread.ErrQuote}
		}
		if err != nil {
			return 0, err
		}
		r.buf = append(r.buf, b)
	}
}

// skipNewline takes the "\n" of a "\r\n".
func (r *csvReader) skipNewline() error {
	b, err := r.in.ReadByte()
	if err == nil && b != '\n' {
		err = r.in.UnreadByte()
	}
	if err == io.EOF {
		err = nil
	}
	return err
}

// AppendCSV writes one row so that csvReader reads the same cells back.
func AppendCSV(out []byte, sep byte, cells []string) []byte {
	for i, c := range cells {
		if i > 0 {
			out = append(out, sep)
		}
		if strings.ContainsAny(c, "\"\r\n") || strings.IndexByte(c, sep) >= 0 {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		out = append(out, c...)
	}
	return append(out, '\r', '\n')
}
