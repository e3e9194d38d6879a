package columns

import (
	"maps"
	"slices"
	"strings"

	"kinerja/model/misread"
	"kinerja/store/intake/table"
)

// vocabulary knows which column names a kind of table understands.
type vocabulary struct {
	fields []Field
	words  map[string]string // folded name → field
	codes  map[string]string // folded name → indicator code, for cards
	mapped map[string]string // folded name → field, "" to ignore: what a person said
	told   map[string]string // what a person said, as it was said
}

// newVocabulary adds what a person said (--map) to the names of the kind. A
// field may be an indicator code too; "-" says that a column is to be ignored.
func newVocabulary(file string, fields []Field, codes []string, mapping map[string]string) (*vocabulary, error) {
	v := &vocabulary{fields: fields, words: map[string]string{}, codes: map[string]string{}, mapped: map[string]string{}, told: mapping}
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
		v.words[table.Fold(f.name)] = f.name
		for a := range strings.FieldsSeq(f.also) {
			v.words[a] = f.name
		}
	}
	for _, c := range codes {
		v.codes[table.Fold(c)] = c
	}
	for column, to := range mapping {
		name, ok := v.words[table.Fold(to)]
		code, isCode := v.codes[table.Fold(to)]
		switch {
		case ok:
			v.mapped[table.Fold(column)] = name
		case isCode:
			v.mapped[table.Fold(column)] = code
		case to == "-" || to == "":
			v.mapped[table.Fold(column)] = ""
		default:
			return nil, &misread.TableError{File: file, Name: to, Accepted: append(names, codes...), Err: misread.ErrMapping}
		}
	}
	return v, nil
}

// read makes a header of a row, as far as its names are known. Two columns of
// one field: what a person mapped wins, then the name that files use, then the
// first.
func (v *vocabulary) read(r table.Row) *Header {
	h := &Header{Row: r.N, column: map[string]int{}, told: map[int]bool{}}
	rank := map[string]int{}
	codes := map[string]int{}
	for i, c := range r.Cells {
		name := strings.Join(strings.Fields(c.Text), " ")
		h.Names = append(h.Names, name)
		key := table.Fold(name)
		if key == "" {
			continue
		}
		f, told := v.mapped[key]
		h.told[i] = told
		worth := 3
		if !told {
			f, worth = v.words[key], 1
			if table.Fold(f) == key {
				worth = 2
			}
			if f == "" {
				f = v.codes[key]
			}
		}
		switch {
		case f == "":
		case v.isField(f):
			if worth > rank[f] {
				rank[f], h.column[f] = worth, i
			}
		default:
			if _, twice := codes[f]; !twice {
				codes[f] = i
				h.Codes = append(h.Codes, Code{i, f})
			}
		}
	}
	return h
}

func (v *vocabulary) isField(name string) bool {
	return slices.ContainsFunc(v.fields, func(f Field) bool { return f.name == name })
}

// missing lists the fields that a table needs and the header lacks. One cell
// may hold name and number; a fraction or two means of a gain serve for their value; and a column for
// each indicator serves for code and value.
func (v *vocabulary) missing(h *Header) []string {
	var list []string
	for _, f := range v.fields {
		switch {
		case !f.needed || h.Has(f.name):
		case f.name == "nama" && h.Has("nama_nip"):
		case f.name == "realisasi" && h.Has("pembilang") && h.Has("penyebut"):
		case f.name == "realisasi" && h.Has("pretes") && h.Has("postes"), f.name == "realisasi" && h.Has("observasi"):
		case (f.name == "kode" || f.name == "realisasi") && len(h.Codes) > 0 && !h.Has("kode"):
		default:
			list = append(list, f.name)
		}
	}
	return list
}

// needed lists the names of the fields that the kind cannot do without, and the
// codes that may stand in their place.
func (v *vocabulary) needed() []string {
	var list []string
	for _, f := range v.fields {
		if f.needed {
			list = append(list, f.name)
		}
	}
	return append(list, slices.Sorted(maps.Values(v.codes))...)
}
