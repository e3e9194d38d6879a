package intake

import (
	"errors"
	"iter"
	"maps"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/intake/table"
)

// field is one thing that a kind of table tells, by the name that files use.
type field struct {
	name   string
	needed bool
	also   string // synonyms, folded, with spaces between
}

// headerRows says in how many of the first rows the header is looked for.
const headerRows = 20

// The fields of each kind of table (FORMATS). "nama_nip" is a column that holds
// both in one cell.
var (
	staffFields = [...]field{
		{"nip", false, "nippppk nipnipppk nippegawai nipnippppk nipnik nippppknik nipnipppknik"},
		{"nama", true, "name namapegawai namalengkap namaasn"},
		{"nama_nip", false, "namadannip nippdannama nipnama nipdannama namanipnipppk namapegawainip"},
		{"gelar_depan", false, "gelardpn titlebefore"},
		{"gelar_belakang", false, "gelarblk titleafter"},
		{"jenis_pegawai", false, "jenisasn statuskepegawaian kind"},
		{"golongan", false, "grade golru gol golruang golonganruang pangkatgol pangkatgolruang pangkatgolongan pangkatgolonganruang"},
		{"jabatan", true, "position namajabatan skpjabatan"},
		{"jenis_jabatan", false, "positionkind"},
		{"jenjang", false, "level jenjangjabatan"},
		{"unit", false, "unitkerja unor skpunor namaunit unitorganisasi"},
		{"nip_penilai", false, "pegawaiatasannip nipatasan nippejabatpenilai nipatasanlangsung evaluator"},
		{"mulai", false, "tmt tmtjabatan from start"},
		{"selesai", false, "sampai tanggalselesai to end"},
		{"status", false, "statusaktif"},
	}
	cardFields = [...]field{
		{"nip", true, "nippppk nipnipppk nippegawai"},
		{"periode", true, "period"},
		{"kode", true, "code kodeindikator"},
		{"realisasi", true, "actual capaian"},
		{"pembilang", false, "numerator"},
		{"penyebut", false, "denominator"},
		{"catatan", false, "note keterangan"},
		{"skp", false, "plan planid"},
	}
)

// ColumnUse says what a column of the table was used for.
type ColumnUse struct {
	Index  int    // from 0
	Column string // as the table names it
	Field  string // the field or indicator code it was read as; empty: ignored
}

// header is the row that names the columns, and what they mean.
type header struct {
	row    int
	names  []string
	column map[string]int // field → column
	codes  []codeColumn   // wide cards: a column for each indicator
}

// codeColumn is the column of one indicator in a wide table.
type codeColumn struct {
	index int
	code  string
}

// col is the column of a field; -1 where the table has none.
func (h *header) col(field string) int {
	if i, ok := h.column[field]; ok {
		return i
	}
	return -1
}

// has reports whether the table has a column for the field.
func (h *header) has(field string) bool { return h.col(field) >= 0 }

// name is the column's name as the table has it.
func (h *header) name(column int) string {
	if column < 0 || column >= len(h.names) {
		return ""
	}
	return h.names[column]
}

// uses lists every column with what it was used for.
func (h *header) uses() []ColumnUse {
	list := make([]ColumnUse, len(h.names))
	for i, n := range h.names {
		list[i] = ColumnUse{Index: i, Column: n}
	}
	for f, i := range h.column {
		list[i].Field = f
	}
	for _, c := range h.codes {
		list[c.index].Field = c.code
	}
	return slices.DeleteFunc(list, func(u ColumnUse) bool { return u.Column == "" && u.Field == "" })
}

// vocabulary knows which column names a kind of table understands.
type vocabulary struct {
	fields []field
	words  map[string]string // folded name → field
	codes  map[string]string // folded name → indicator code, for cards
	mapped map[string]string // folded name → field, "" to ignore: what a person said
	told   map[string]string // what a person said, as it was said
}

// newVocabulary adds what a person said (--map) to the names of the kind. A
// field may be an indicator code too; "-" says that a column is to be ignored.
func newVocabulary(file string, fields []field, codes []string, mapping map[string]string) (*vocabulary, error) {
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
			return nil, &model.TableError{File: file, Name: to, Accepted: append(names, codes...), Err: model.ErrMapping}
		}
	}
	return v, nil
}

// read makes a header of a row, as far as its names are known. Two columns of
// one field: what a person mapped wins, then the name that files use, then the
// first.
func (v *vocabulary) read(r table.Row) *header {
	h := &header{row: r.N, column: map[string]int{}}
	rank := map[string]int{}
	codes := map[string]int{}
	for i, c := range r.Cells {
		name := strings.Join(strings.Fields(c.Text), " ")
		h.names = append(h.names, name)
		key := table.Fold(name)
		if key == "" {
			continue
		}
		f, told := v.mapped[key]
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
				h.codes = append(h.codes, codeColumn{i, f})
			}
		}
	}
	return h
}

func (v *vocabulary) isField(name string) bool {
	return slices.ContainsFunc(v.fields, func(f field) bool { return f.name == name })
}

// known counts the columns that the header understands.
func (h *header) known() int { return len(h.column) + len(h.codes) }

// missing lists the fields that a table needs and the header lacks. One cell
// may hold name and number; a fraction serves for its value; and a column for
// each indicator serves for code and value.
func (v *vocabulary) missing(h *header) []string {
	var list []string
	for _, f := range v.fields {
		switch {
		case !f.needed || h.has(f.name):
		case f.name == "nama" && h.has("nama_nip"):
		case f.name == "realisasi" && h.has("pembilang") && h.has("penyebut"):
		case (f.name == "kode" || f.name == "realisasi") && len(h.codes) > 0 && !h.has("kode"):
		default:
			list = append(list, f.name)
		}
	}
	return list
}

// place is where in a file the header was found.
type place struct {
	*header
	sheet string
	way   byte
}

// find looks for the header in every sheet, with every separator. It takes the
// first sheet that has all columns needed, there the separator with which most
// are understood; else it says what it saw and what it misses.
func (v *vocabulary) find(file string, t table.File, sheet string) (place, error) {
	sheets := t.Sheets()
	if sheet != "" {
		name, err := t.Sheet(sheet)
		if err != nil {
			return place{}, err
		}
		sheets = []string{name}
	}
	var best place
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
			if best.header == nil || ok && !found || ok == found && h.better(best.header) {
				best = place{h, s, way}
			}
			found = found || ok
		}
		if found {
			return best, v.unmapped(file, best.header)
		}
	}
	if best.header == nil || best.known() == 0 && errors.Is(failed, model.ErrNotTable) {
		if failed != nil {
			return place{}, failed
		}
		return place{}, &model.TableError{File: file, Accepted: v.needed(), Err: model.ErrEmpty}
	}
	seen := slices.DeleteFunc(slices.Clone(best.names), func(s string) bool { return s == "" })
	return place{}, &model.TableError{File: file, Row: best.row, Seen: seen, Accepted: v.needed(), Err: model.ErrHeader}
}

// better prefers the header that understands more, then the one that parts more.
func (h *header) better(other *header) bool {
	if h.known() != other.known() {
		return h.known() > other.known()
	}
	return len(h.names) > len(other.names)
}

// search goes through the first rows: the first with all columns needed, else
// the one most understood. It is nil when there is no row.
func (v *vocabulary) search(rows iter.Seq2[table.Row, error]) (*header, error) {
	var best *header
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

// unmapped refuses a mapping of a column that the table does not have.
func (v *vocabulary) unmapped(file string, h *header) error {
	for _, column := range slices.Sorted(maps.Keys(v.told)) {
		if !slices.ContainsFunc(h.names, func(n string) bool { return table.Fold(n) == table.Fold(column) }) {
			return &model.TableError{File: file, Name: column, Row: h.row, Seen: h.names, Err: model.ErrMapping}
		}
	}
	return nil
}
