package store

import (
	"crypto/hmac"
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

// The names index: what a list of staff shows, in 256 chunks, so that a list
// of 100,000 people is one short scan and one person's change rewrites little.
// A chunk is entries one after another, each: its length, employee, unit, a
// flag, and number, position, name and the folded name, each with its length.
type nameEntry struct {
	employee model.EmployeeID
	unit     model.UnitID
	hidden   bool
	number   string
	position string
	name     string
	folded   string
}

// nameChunk is one chunk in memory, in the order of employees.
type nameChunk struct {
	entries []nameEntry
	dirty   bool
}

// chunkOf spreads people evenly: identifiers begin with a time.
func chunkOf(id model.EmployeeID) byte {
	h := sha256.Sum256([]byte(id))
	return h[0]
}

// Fold writes text as it is searched: lower case, without accents and marks.
func Fold(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	if folded, _, err := transform.String(t, s); err == nil {
		s = folded
	}
	return strings.ToLower(s)
}

func (t *tx) nameChunk(n byte) (*nameChunk, error) {
	if c, ok := t.names[n]; ok {
		return c, nil
	}
	content, err := t.content(place{bucket: bucketNames, key: []byte{n}})
	if err != nil {
		return nil, err
	}
	c := &nameChunk{}
	for len(content) > 0 {
		var raw []byte
		if raw, content = cutBytes(content); raw == nil {
			return nil, &model.DamageError{Where: placeName([]byte(bucketNames), []byte{n}), What: "content"}
		}
		e, ok := parseName(raw)
		if !ok {
			return nil, &model.DamageError{Where: placeName([]byte(bucketNames), []byte{n}), What: "content"}
		}
		c.entries = append(c.entries, e)
	}
	t.names[n] = c
	return c, nil
}

// setName puts one person's line into the index.
func (t *tx) setName(e nameEntry) error {
	c, err := t.nameChunk(chunkOf(e.employee))
	if err != nil {
		return err
	}
	at, found := slices.BinarySearchFunc(c.entries, e.employee, func(x nameEntry, id model.EmployeeID) int {
		return strings.Compare(string(x.employee), string(id))
	})
	c.dirty = true
	if found {
		c.entries[at] = e
	} else {
		c.entries = slices.Insert(c.entries, at, e)
	}
	return nil
}

// writeNames writes the chunks that changed.
func (t *tx) writeNames() error {
	for n, c := range t.names {
		if !c.dirty {
			continue
		}
		var content []byte
		for _, e := range c.entries {
			content = appendBytes(content, e.encode())
		}
		if err := t.write(place{bucket: bucketNames, key: []byte{n}}, content); err != nil {
			return err
		}
	}
	return nil
}

func (e nameEntry) encode() []byte {
	var raw []byte
	for _, id := range []string{string(e.employee), string(e.unit)} {
		b, _ := model.DecodeID(id)
		raw = append(raw, b[:]...)
	}
	flag := byte(0)
	if e.hidden {
		flag = 1
	}
	raw = append(raw, flag)
	for _, s := range []string{e.number, e.position, e.name, e.folded} {
		raw = appendBytes(raw, []byte(s))
	}
	return raw
}

func parseName(raw []byte) (e nameEntry, ok bool) {
	if len(raw) < 33 {
		return e, false
	}
	e.employee = model.EmployeeID(model.EncodeID([16]byte(raw[:16])))
	if unit := [16]byte(raw[16:32]); unit != [16]byte{} {
		e.unit = model.UnitID(model.EncodeID(unit))
	}
	e.hidden = raw[32] != 0
	raw = raw[33:]
	for _, s := range []*string{&e.number, &e.position, &e.name, &e.folded} {
		var part []byte
		if part, raw = cutBytes(raw); part == nil {
			return e, false
		}
		*s = string(part)
	}
	return e, len(raw) == 0
}

func (e nameEntry) row() model.StaffRow {
	return model.StaffRow{
		Employee: e.employee, Name: e.name, Number: model.NIP(e.number), Position: e.position, Unit: e.unit, Void: e.hidden,
	}
}

func appendBytes(raw, part []byte) []byte {
	raw = binary.AppendUvarint(raw, uint64(len(part)))
	return append(raw, part...)
}

// cutBytes takes one part with its length off raw; nil when raw holds none.
func cutBytes(raw []byte) (part, rest []byte) {
	n, size := binary.Uvarint(raw)
	if size <= 0 || n > uint64(len(raw)-size) {
		return nil, nil
	}
	end := size + int(n)
	return raw[size:end:end], raw[end:]
}

// numberKey finds a person by number without the number standing in a key.
func (t *tx) numberKey(n model.NIP) []byte {
	h := hmac.New(sha256.New, t.meta.Secret)
	h.Write([]byte(n))
	return h.Sum(nil)[:16]
}

// byNumber finds the person who bears a number; "" for nobody.
func (t *tx) byNumber(n model.NIP) (model.EmployeeID, error) {
	content, err := t.content(place{bucket: bucketNumbers, key: t.numberKey(n)})
	if err != nil || content == nil {
		return "", err
	}
	if len(content) != 16 {
		return "", &model.DamageError{Where: bucketNumbers, What: "content"}
	}
	return model.EmployeeID(model.EncodeID([16]byte(content))), nil
}

// index keeps the indexes in step with a record that was just put. old is a
// pointer to the record as it was, nil for a new one.
func (t *tx) index(old, now any) error {
	switch v := now.(type) {
	case model.Employee:
		return t.indexEmployee(old.(*model.Employee), v)
	case model.Post:
		return t.indexPost(v)
	case model.Plan:
		return t.indexPlan(old.(*model.Plan), v)
	}
	return nil
}

// indexEmployee keeps numbers and names in step with a person's record.
func (t *tx) indexEmployee(old *model.Employee, e model.Employee) error {
	gone := e.Void || e.SameAs != ""
	if old != nil && old.Number != e.Number || gone {
		number := e.Number
		if old != nil {
			number = old.Number
		}
		if holder, err := t.byNumber(number); err != nil {
			return err
		} else if holder == e.ID {
			if err := t.write(place{bucket: bucketNumbers, key: t.numberKey(number)}, nil); err != nil {
				return err
			}
		}
	}
	if !gone {
		id, err := ids(e.ID)
		if err != nil {
			return err
		}
		if err := t.write(place{bucket: bucketNumbers, key: t.numberKey(e.Number)}, id); err != nil {
			return err
		}
	}
	return t.indexName(e)
}

// indexPost keeps the names index in step with a person's posts.
func (t *tx) indexPost(p model.Post) error {
	e, err := t.employee(p.Employee)
	if err != nil {
		return err
	}
	return t.indexName(e)
}

func (t *tx) indexName(e model.Employee) error {
	entry := nameEntry{
		employee: e.ID, number: string(e.Number), name: e.FullName(), folded: Fold(e.FullName()),
		hidden: e.Void || e.SameAs != "" || !e.Left.IsZero(),
	}
	post, ok, err := t.mainPost(e.ID)
	if err != nil {
		return err
	}
	if ok {
		entry.unit, entry.position = post.Unit, post.Position
	}
	return t.setName(entry)
}
