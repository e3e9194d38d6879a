// Package names is the index behind lists of staff and the quick lookup: what a
// list shows, in 256 chunks, so that a list of 100,000 people is one short scan
// and one person's change rewrites little.
package names

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"kinerja/model"
)

// Entry is one person's line.
type Entry struct {
	Employee model.EmployeeID
	Unit     model.UnitID // of the main post
	Kind     model.EmployeeKind
	Hidden   bool // left, or the making was undone
	Outside  bool // of the main post
	Number   string
	Position string
	Name     string // with titles
	folded   string // the bare name, a line feed, the titles: as they are searched
}

// New makes the line of a person in their main post; the zero Post for none.
func New(e model.Employee, post model.Post) Entry {
	return Entry{
		Employee: e.ID, Unit: post.Unit, Number: string(e.Number), Position: post.Position, Name: e.FullName(),
		Kind: e.Kind, Outside: post.Outside, Hidden: e.Void || e.SameAs != "" || !e.Left.IsZero(),
		folded: Fold(e.Name) + "\n" + Fold(e.Before+" "+e.After),
	}
}

// Row is the line as lists take it.
func (e Entry) Row() model.StaffRow {
	return model.StaffRow{
		Employee: e.Employee, Name: e.Name, Number: model.NIP(e.Number), Position: e.Position, Unit: e.Unit, Kind: e.Kind, Void: e.Hidden, Outside: e.Outside,
	}
}

// Fold writes text as it is searched: lower case, without accents and marks.
func Fold(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	if folded, _, err := transform.String(t, s); err == nil {
		s = folded
	}
	return strings.ToLower(s)
}

// Has reports whether every folded word stands somewhere in what the line
// shows.
func (e Entry) Has(words []string) bool {
	for _, w := range words {
		if !strings.Contains(e.folded, w) && !strings.Contains(strings.ToLower(e.Number), w) &&
			!strings.Contains(strings.ToLower(e.Position), w) {
			return false
		}
	}
	return true
}

// Whole reports whether a folded name without titles is this person's.
func (e Entry) Whole(name string) bool {
	bare, _, _ := strings.Cut(e.folded, "\n")
	return bare == name
}

// Compare orders lines by name without titles, then by identity.
func Compare(a, b Entry) int {
	if c := strings.Compare(a.folded, b.folded); c != 0 {
		return c
	}
	return strings.Compare(string(a.Employee), string(b.Employee))
}

// ChunkOf is the chunk of a person. People are spread evenly: identifiers
// begin with a time.
func ChunkOf(id model.EmployeeID) byte {
	h := sha256.Sum256([]byte(id))
	return h[0]
}

// Chunk is the lines of one chunk in the order of employees.
type Chunk struct {
	Entries []Entry
	Changed bool // since it was read
}

// Set puts a line into its place.
func (c *Chunk) Set(e Entry) {
	at, found := slices.BinarySearchFunc(c.Entries, e.Employee, func(x Entry, id model.EmployeeID) int {
		return strings.Compare(string(x.Employee), string(id))
	})
	c.Changed = true
	if found {
		c.Entries[at] = e
	} else {
		c.Entries = slices.Insert(c.Entries, at, e)
	}
}

// Encode writes a chunk: lines one after another, each with its length.
func (c *Chunk) Encode() []byte {
	var content []byte
	for _, e := range c.Entries {
		content = appendPart(content, e.encode())
	}
	return content
}

// Parse reads a chunk; it reports false for bytes that Encode does not write.
func Parse(content []byte) (*Chunk, bool) {
	c := &Chunk{}
	for len(content) > 0 {
		var raw []byte
		if raw, content = cutPart(content); raw == nil {
			return nil, false
		}
		e, ok := parseEntry(raw)
		if !ok {
			return nil, false
		}
		c.Entries = append(c.Entries, e)
	}
	return c, true
}

// The flags of a line; the kind of staff stands above them.
const (
	flagHidden  = 1
	flagOutside = 2
	kindAt      = 2 // bits up
	kindMask    = 3 // two bits
)

// A line: employee, unit, the flags, and four texts, each with its length.
func (e Entry) encode() []byte {
	var raw []byte
	for _, id := range []string{string(e.Employee), string(e.Unit)} {
		b, _ := model.DecodeID(id)
		raw = append(raw, b[:]...)
	}
	raw = append(raw, e.flag())
	for _, s := range []string{e.Number, e.Position, e.Name, e.folded} {
		raw = appendPart(raw, []byte(s))
	}
	return raw
}

func (e Entry) flag() (flag byte) {
	if e.Hidden {
		flag |= flagHidden
	}
	if e.Outside {
		flag |= flagOutside
	}
	return flag | byte(e.Kind)<<kindAt
}

func kindIn(flags byte) model.EmployeeKind { return model.EmployeeKind(flags >> kindAt & kindMask) }

func parseEntry(raw []byte) (e Entry, ok bool) {
	if len(raw) < 33 {
		return e, false
	}
	e.Employee = model.EmployeeID(model.EncodeID([16]byte(raw[:16])))
	if unit := [16]byte(raw[16:32]); unit != [16]byte{} {
		e.Unit = model.UnitID(model.EncodeID(unit))
	}
	e.Hidden, e.Outside, e.Kind = raw[32]&flagHidden != 0, raw[32]&flagOutside != 0, kindIn(raw[32])
	raw = raw[33:]
	texts := string(raw) // one piece of memory for all four
	for _, s := range []*string{&e.Number, &e.Position, &e.Name, &e.folded} {
		var part []byte
		if part, raw = cutPart(raw); part == nil {
			return e, false
		}
		end := len(texts) - len(raw)
		*s = texts[end-len(part) : end]
	}
	return e, len(raw) == 0
}

func appendPart(raw, part []byte) []byte {
	raw = binary.AppendUvarint(raw, uint64(len(part)))
	return append(raw, part...)
}

// cutPart takes one part with its length off raw; nil when raw holds none.
func cutPart(raw []byte) (part, rest []byte) {
	n, size := binary.Uvarint(raw)
	if size <= 0 || n > uint64(len(raw)-size) {
		return nil, nil
	}
	end := size + int(n)
	return raw[size:end:end], raw[end:]
}

// Match picks whom a query means: those whose whole name it is, else everybody
// in whose line all its words stand. Who is hidden is never meant.
func Match(list []Entry, query string) []Entry {
	_, bare, _ := model.SplitName(query)
	whole, parts := []Entry(nil), []Entry(nil)
	name, words := Fold(bare), strings.Fields(Fold(query))
	for _, e := range list {
		switch {
		case e.Hidden || len(words) == 0 || !e.Has(words):
		case e.Whole(name):
			whole = append(whole, e)
		default:
			parts = append(parts, e)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return parts
}
