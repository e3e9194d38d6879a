package names

import (
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Index finds people by name and by number, in one transaction. What changes
// in it is written by [Index.Write], at the end.
type Index struct {
	t      *book.Tx
	chunks map[byte]*Chunk // changed, or read so far
}

// Of returns the index as a transaction sees it.
func Of(t *book.Tx) *Index { return &Index{t: t, chunks: map[byte]*Chunk{}} }

func (x *Index) chunk(n byte) (*Chunk, error) {
	if c, ok := x.chunks[n]; ok {
		return c, nil
	}
	c, err := x.read(n)
	if err == nil {
		x.chunks[n] = c
	}
	return c, err
}

func (x *Index) read(n byte) (*Chunk, error) {
	at := ledger.Place{Bucket: ledger.BucketNames, Key: []byte{n}}
	content, err := x.t.Content(at)
	if err != nil {
		return nil, err
	}
	c, ok := Parse(content)
	if !ok {
		return nil, &model.DamageError{Where: ledger.PlaceName(at.Path(), at.Key), What: "content"}
	}
	return c, nil
}

// All reads everybody's line.
func (x *Index) All() (list []Entry, err error) {
	err = x.Each(func(e Entry) error {
		list = append(list, e)
		return nil
	})
	return list, err
}

// Each reads everybody's line, one after another. It remembers nothing of a
// chunk that did not change, so that to go through 100,000 people takes no more
// memory than what f keeps.
func (x *Index) Each(f func(Entry) error) error {
	stored := x.t.Bucket([]byte(ledger.BucketNames))
	c := stored.Cursor()
	for k, _ := c.First(); len(k) > 0; k, _ = c.Next() {
		n := k[0]
		chunk, known := x.chunks[n]
		if !known {
			var err error
			if chunk, err = x.read(n); err != nil {
				return err
			}
		}
		for _, e := range chunk.Entries {
			if err := f(e); err != nil {
				return err
			}
		}
	}
	// Chunks made in this change are not in the bucket yet.
	for n, chunk := range x.chunks {
		if !chunk.Changed || stored.Get([]byte{n}) != nil {
			continue
		}
		for _, e := range chunk.Entries {
			if err := f(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// Line reads one person's line; it reports false where there is none.
func (x *Index) Line(id model.EmployeeID) (Entry, bool, error) {
	chunk, err := x.chunk(ChunkOf(id))
	if err != nil {
		return Entry{}, false, err
	}
	for _, e := range chunk.Entries {
		if e.Employee == id {
			return e, true, nil
		}
	}
	return Entry{}, false, nil
}

// Find answers a question for a person: an identity or a number, as typed or
// scanned, else what [Match] finds.
func (x *Index) Find(query string) ([]Entry, error) {
	query = strings.TrimSpace(query)
	ids := []model.EmployeeID{model.EmployeeID(strings.ToUpper(query))}
	if number := strings.ToUpper(nip.Clean(query)); number != "" {
		id, err := x.ByNumber(model.NIP(number))
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	for _, id := range ids {
		if e, ok, err := x.Line(id); ok || err != nil {
			return []Entry{e}, err
		}
	}
	list, err := x.All()
	if err != nil {
		return nil, err
	}
	return Match(list, query), nil
}

// SetLine keeps a person's line in step with their record and main post.
func (x *Index) SetLine(e model.Employee, post model.Post) error {
	chunk, err := x.chunk(ChunkOf(e.ID))
	if err == nil {
		chunk.Set(New(e, post))
	}
	return err
}

// Unborne is the first of the numbers that this program gives (NON-0001) which
// nobody bears.
func (x *Index) Unborne() (model.NIP, error) {
	for n := 1; ; n++ {
		number := model.NIP(fmt.Sprintf("NON-%04d", n))
		if holder, err := x.ByNumber(number); err != nil || holder == "" {
			return number, err
		}
	}
}

// ByNumber finds the person who bears a number; "" for nobody.
func (x *Index) ByNumber(n model.NIP) (model.EmployeeID, error) {
	content, err := x.t.Content(x.number(n))
	if err != nil || content == nil {
		return "", err
	}
	if len(content) != 16 {
		return "", &model.DamageError{Where: ledger.BucketNumbers, What: "content"}
	}
	return model.EmployeeID(model.EncodeID([16]byte(content))), nil
}

// SetNumber keeps the numbers in step with a person's record; old is nil for a
// new one.
func (x *Index) SetNumber(old *model.Employee, e model.Employee) error {
	gone := e.Void || e.SameAs != ""
	if old != nil && old.Number != e.Number || gone {
		number := e.Number
		if old != nil {
			number = old.Number
		}
		if holder, err := x.ByNumber(number); err != nil {
			return err
		} else if holder == e.ID {
			if err := x.t.Write(x.number(number), nil); err != nil {
				return err
			}
		}
	}
	if gone {
		return nil
	}
	id, err := ledger.IDs(e.ID)
	if err != nil {
		return err
	}
	return x.t.Write(x.number(e.Number), id)
}

func (x *Index) number(n model.NIP) ledger.Place {
	return ledger.Place{Bucket: ledger.BucketNumbers, Key: ledger.NumberKey(x.t.Meta.Secret, n)}
}

// Write writes the chunks that changed.
func (x *Index) Write() error {
	for n, c := range x.chunks {
		if !c.Changed {
			continue
		}
		if err := x.t.Write(ledger.Place{Bucket: ledger.BucketNames, Key: []byte{n}}, c.Encode()); err != nil {
			return err
		}
	}
	return nil
}
