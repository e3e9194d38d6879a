package intake

import (
	"errors"

	"kinerja/model/misread"
	"kinerja/store/intake/table"
)

// Sheets names the sheets of a workbook that are shown, in their order; a CSV
// has none.
func Sheets(path string) (names []string, err error) {
	t, err := table.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, t.Close()) }()
	for _, s := range t.Sheets() {
		if s != "" {
			names = append(names, s)
		}
	}
	return names, nil
}

// Fields lists what a column of a kind of table can be read as, by the names
// that files use. Of results each indicator's code is one too.
func Fields(kind string) ([]string, error) {
	for _, k := range kinds() {
		if k.name != kind {
			continue
		}
		var names []string
		for _, f := range k.fields() {
			names = append(names, f.Name())
		}
		return names, nil
	}
	return nil, &misread.TableError{File: kind, Name: kind, Accepted: Kinds(), Err: misread.ErrTableKind}
}
