package names

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/nip"
)

// Directory finds people while somebody types. What is searched is one text in
// the order of names, so that a key costs one scan of it. It takes about 180
// bytes a person, and does not change.
type Directory struct {
	names, all text // " name titles\n", and " name titles\t number\t position unit\n"
	shown      text // names as they are shown
	ids        [][16]byte

	position, unit []uint32 // of each person, in the tables
	positions      table
	units          table
}

// NewDirectory makes the directory of those on list who are not hidden.
func NewDirectory(list []Entry, tree model.Units) *Directory {
	list = slices.DeleteFunc(list, func(e Entry) bool { return e.Hidden })
	slices.SortFunc(list, Compare)
	d := &Directory{positions: table{at: map[string]uint32{}}, units: table{at: map[string]uint32{}}}
	for _, e := range list {
		id, _ := model.DecodeID(string(e.Employee))
		p, u := d.positions.row(e.Position, e.Position), d.units.row(string(e.Unit), tree[e.Unit].Name)
		d.ids, d.position, d.unit = append(d.ids, id), append(d.position, p), append(d.unit, u)
		name := " " + oneLine(e.folded)
		d.shown.add(e.Name)
		d.names.add(name + "\n")
		d.all.add(name + "\t " + strings.ToLower(e.Number) + "\t " + d.positions.folded[p] + " " + d.units.folded[u] + "\n")
	}
	return d
}

// text is many lines as one.
type text struct {
	lines strings.Builder
	begin []uint32
}

func (t *text) add(line string) {
	t.begin = append(t.begin, uint32(t.lines.Len()))
	t.lines.WriteString(line)
}

// end is where the ith line ends.
func (t *text) end(i int) int {
	if i+1 < len(t.begin) {
		return int(t.begin[i+1])
	}
	return t.lines.Len()
}

func (t *text) line(i int) string { return t.lines.String()[t.begin[i]:t.end(i)] }

// at is the line in which a place lies.
func (t *text) at(place int) int {
	i, exact := slices.BinarySearch(t.begin, uint32(place))
	if !exact {
		i--
	}
	return i
}

// table holds what many people have in common once: their positions, their
// units.
type table struct {
	at            map[string]uint32
	keys          []string
	names, folded []string
}

func (t *table) row(key, name string) uint32 {
	i, ok := t.at[key]
	if !ok {
		i = uint32(len(t.keys))
		t.at[key] = i
		t.keys, t.names, t.folded = append(t.keys, key), append(t.names, name), append(t.folded, oneLine(Fold(name)))
	}
	return i
}

// oneLine makes text one that cannot be taken for two.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Len is how many people there are.
func (d *Directory) Len() int { return len(d.ids) }

// Row is the ith person by name.
func (d *Directory) Row(i int) model.StaffRow {
	number := strings.Split(d.all.line(i), "\t ")[1]
	return model.StaffRow{
		Employee: model.EmployeeID(model.EncodeID(d.ids[i])), Name: d.shown.line(i), Number: model.NIP(strings.ToUpper(number)),
		Position: d.positions.keys[d.position[i]], Unit: model.UnitID(d.units.keys[d.unit[i]]),
	}
}

// Unit is the name of the ith person's unit.
func (d *Directory) Unit(i int) string { return d.units.names[d.unit[i]] }

// Of finds somebody by identity.
func (d *Directory) Of(id model.EmployeeID) (i int, ok bool) {
	raw, ok := model.DecodeID(string(id))
	if !ok {
		return 0, false
	}
	i = slices.Index(d.ids, raw)
	return i, i >= 0
}

// Find lists those in whose line all words of a query stand, in any order: at
// most so many; more says that there are others. Those whose name has words that
// begin so come first; each by name.
func (d *Directory) Find(query string, most int) (hits []int, more bool) {
	words := queryWords(query)
	if len(words) == 0 {
		return nil, false
	}
	seen := map[int]bool{}
	take := func(i int) bool {
		if !seen[i] && len(hits) == most {
			more = true
		} else if !seen[i] {
			seen[i] = true
			hits = append(hits, i)
		}
		return !more
	}
	begins := make([]string, len(words))
	for i, w := range words {
		begins[i] = " " + w
	}
	d.names.scan(begins, take)
	if !more {
		d.all.scan(words, take)
	}
	return hits, more
}

// queryWords are the words of a query, the longest first. A number may be
// written in groups, as on forms.
func queryWords(query string) []string {
	if number := nip.Clean(query); len(number) > 8 && strings.Trim(number, "0123456789") == "" {
		return []string{number}
	}
	words := strings.Fields(Fold(strings.ReplaceAll(query, ",", " ")))
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
}

// scan calls f with each line in which all words stand, until f says stop. It
// looks for the first in the text as a whole, and at lines only where that is.
func (t *text) scan(words []string, f func(i int) bool) {
	all := t.lines.String()
	for at := 0; ; {
		found := strings.Index(all[at:], words[0])
		if found < 0 {
			return
		}
		i := t.at(at + found)
		line := t.line(i)
		at = t.end(i)
		if !slices.ContainsFunc(words[1:], func(w string) bool { return !strings.Contains(line, w) }) && !f(i) {
			return
		}
	}
}
