package names

import (
	"slices"
	"strings"

	"kinerja/model/nip"
)

// Directory finds people while somebody types. What is searched is one text in
// the order of names, so that a key costs one scan of it. It takes about 200
// bytes a person, and does not change.
type Directory struct {
	*Lines
	names, all text // " name titles\n", and " name titles\t number\t position unit\n"
}

// NewDirectory makes the directory of those whom p took.
func NewDirectory(p *Packer) *Directory {
	d := &Directory{Lines: p.ByName()}
	for i := range d.Len() {
		name := " " + oneLine(p.folded.line(i))
		d.names.add(name + "\n")
		d.all.add(name + "\t " + strings.ToLower(d.numbers.line(i)) + "\t " +
			d.positions.folded[d.position[i]] + " " + d.units.folded[d.unit[i]] + "\n")
	}
	return d
}

// text is many lines as one. The builder is never copied: it holds its own place.
type text struct {
	lines *strings.Builder // nil: none yet
	begin []uint32
}

func (t *text) add(line string) {
	if t.lines == nil {
		t.lines = new(strings.Builder)
	}
	t.begin = append(t.begin, uint32(t.lines.Len()))
	t.lines.WriteString(line)
}

// all is all lines, without anything between them.
func (t *text) all() string {
	if t.lines == nil {
		return ""
	}
	return t.lines.String()
}

// end is where the ith line ends.
func (t *text) end(i int) int {
	if i+1 < len(t.begin) {
		return int(t.begin[i+1])
	}
	return len(t.all())
}

func (t *text) line(i int) string { return t.all()[t.begin[i]:t.end(i)] }

// inOrder is the same lines in another order.
func (t *text) inOrder(order []uint32) text {
	sorted := text{lines: new(strings.Builder), begin: make([]uint32, 0, len(order))}
	sorted.lines.Grow(len(t.all()))
	for _, i := range order {
		sorted.add(t.line(int(i)))
	}
	return sorted
}

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

func newTable() table { return table{at: map[string]uint32{}} }

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
	all := t.all()
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
