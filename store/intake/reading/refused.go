package reading

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/store/intake/table"
)

// RefusedPath is where the refused rows of a table go: NAME.refused.csv beside
// it, NAME.refused-2.csv for those of that file itself, and on.
func RefusedPath(path string) string {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	base, number, ok := cutLast(stem, ".refused")
	switch n, err := strconv.Atoi(strings.TrimPrefix(number, "-")); {
	case ok && number == "":
		return base + ".refused-2.csv"
	case ok && err == nil && number[0] == '-':
		return fmt.Sprintf("%s.refused-%d.csv", base, n+1)
	}
	return stem + ".refused.csv"
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if at := strings.LastIndex(s, sep); at >= 0 {
		return s[:at], s[at+len(sep):], true
	}
	return s, "", false
}

// WriteRefused writes the refused rows with their original cells and, in a last
// column of the given name, their reasons, so that they can be mended and read
// again: a CSV with ";" and byte order mark, as Indonesian spreadsheets open it.
// What a spreadsheet would run, round or turn into a date has an apostrophe in
// front, which Read takes off again. reason puts a refusal into words.
//
// The rows are taken from the table itself; ErrChanged says that it is no longer
// the one that was read. A file at path is replaced, and only by a whole one.
func (p *Proposal) WriteRefused(path, column string, reason func(Refusal) string) (err error) {
	reasons := map[int][]string{}
	for _, r := range p.Refused {
		reasons[r.Row] = append(reasons[r.Row], reason(r))
	}
	stamp, err := stampOf(p.path)
	if err != nil {
		return err
	}
	if stamp != p.stamp {
		return fmt.Errorf("%s: %w", p.File, model.ErrChanged)
	}
	t, err := table.Open(p.path)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".refused-*")
	if err != nil {
		return errors.Join(err, t.Close())
	}
	err = p.copyRefused(f, t, column, reasons)
	err = errors.Join(err, t.Close(), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// copyRefused writes the header and the rows that have reasons.
func (p *Proposal) copyRefused(f *os.File, t table.File, column string, reasons map[int][]string) error {
	out := bufio.NewWriter(f)
	line := append([]byte("\xef\xbb\xbf"), table.AppendCSV(nil, ';', append(append([]string(nil), p.Header...), column))...)
	if _, err := out.Write(line); err != nil {
		return err
	}
	for r, err := range t.Rows(p.place.Sheet, p.place.Way) {
		if err != nil {
			return err
		}
		why := reasons[r.N]
		if why == nil {
			continue
		}
		cells := make([]string, len(p.Header), len(p.Header)+1)
		for i := range cells {
			cells[i] = r.At(i).Written()
		}
		cells = append(cells, table.Protect(strings.Join(why, "; ")))
		if _, err := out.Write(table.AppendCSV(line[:0], ';', cells)); err != nil {
			return err
		}
	}
	return out.Flush()
}
