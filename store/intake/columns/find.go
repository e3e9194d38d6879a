package columns

import (
	"errors"
	"iter"
	"maps"
	"slices"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/table"
)

// headerRows says in how many of the first rows the header is looked for.
const headerRows = 20

// Place is where in a file the header was found.
type Place struct {
	*Header
	Sheet string
	Way   byte // the separator; 0 for a workbook
}

// Find looks for the header of a table, file being its name in errors. mapping
// is what a person said (column → field or indicator code; "-": to be ignored),
// codes are those of indicators, each of which may have a column. It looks in
// every sheet, or in the one named, with every separator; it takes the first
// sheet that has all columns needed, there the separator with which most are
// understood; else the TableError says what it saw and what it misses.
func Find(file string, t table.File, sheet string, fields []Field, codes []string, mapping map[string]string) (Place, error) {
	v, err := newVocabulary(file, fields, codes, mapping)
	if err != nil {
		return Place{}, err
	}
	return v.find(file, t, sheet)
}

func (v *vocabulary) find(file string, t table.File, sheet string) (Place, error) {
	sheets := t.Sheets()
	if sheet != "" {
		name, err := t.Sheet(sheet)
		if err != nil {
			return Place{}, err
		}
		sheets = []string{name}
	}
	var best Place
	var failed error
	for _, s := range sheets {
		found := false
		for _, way := range t.Ways() {
			h, err := v.search(t.Rows(s, way))
			if err != nil {
				failed = err
			}
			if h == nil {
				continue
			}
			ok := len(v.missing(h)) == 0
			if best.Header == nil || ok && !found || ok == found && h.better(best.Header) {
				best = Place{h, s, way}
			}
			found = found || ok
		}
		if found {
			return best, v.unmapped(file, best.Header)
		}
	}
	if best.Header == nil || best.known() == 0 && errors.Is(failed, misread.ErrNotTable) {
		if failed != nil {
			return Place{}, failed
		}
		return Place{}, &misread.TableError{File: file, Accepted: v.needed(), Err: model.ErrEmpty}
	}
	seen := slices.DeleteFunc(slices.Clone(best.Names), func(s string) bool { return s == "" })
	return Place{}, &misread.TableError{File: file, Row: best.Row, Seen: seen, Accepted: v.needed(), Err: misread.ErrHeader}
}

// search goes through the first rows: the first with all columns needed, else
// the one most understood. It is nil when there is no row.
func (v *vocabulary) search(rows iter.Seq2[table.Row, error]) (*Header, error) {
	var best *Header
	for r, err := range rows {
		if err != nil {
			return best, err
		}
		if r.N > headerRows {
			break
		}
		if r.Empty() {
			continue
		}
		h := v.read(r)
		if len(v.missing(h)) == 0 {
			return h, nil
		}
		if best == nil || h.better(best) {
			best = h
		}
	}
	return best, nil
}

// unmapped refuses a mapping of a column that the table does not have.
func (v *vocabulary) unmapped(file string, h *Header) error {
	for _, column := range slices.Sorted(maps.Keys(v.told)) {
		if !slices.ContainsFunc(h.Names, func(n string) bool { return table.Fold(n) == table.Fold(column) }) {
			return &misread.TableError{File: file, Name: column, Row: h.Row, Seen: h.Names, Err: misread.ErrMapping}
		}
	}
	return nil
}
