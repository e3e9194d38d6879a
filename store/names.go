package store

import (
	"kinerja/model"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// nameChunk reads a chunk of the index of names, to be changed or read.
func (t *tx) nameChunk(n byte) (*names.Chunk, error) {
	if c, ok := t.names[n]; ok {
		return c, nil
	}
	at := ledger.Place{Bucket: ledger.BucketNames, Key: []byte{n}}
	content, err := t.content(at)
	if err != nil {
		return nil, err
	}
	c, ok := names.Parse(content)
	if !ok {
		return nil, &model.DamageError{Where: ledger.PlaceName(at.Path(), at.Key), What: "content"}
	}
	t.names[n] = c
	return c, nil
}

// writeNames writes the chunks that changed.
func (t *tx) writeNames() error {
	for n, c := range t.names {
		if !c.Changed {
			continue
		}
		if err := t.write(ledger.Place{Bucket: ledger.BucketNames, Key: []byte{n}}, c.Encode()); err != nil {
			return err
		}
	}
	return nil
}

// byNumber finds the person who bears a number; "" for nobody.
func (t *tx) byNumber(n model.NIP) (model.EmployeeID, error) {
	content, err := t.content(ledger.Place{Bucket: ledger.BucketNumbers, Key: ledger.NumberKey(t.meta.Secret, n)})
	if err != nil || content == nil {
		return "", err
	}
	if len(content) != 16 {
		return "", &model.DamageError{Where: ledger.BucketNumbers, What: "content"}
	}
	return model.EmployeeID(model.EncodeID([16]byte(content))), nil
}

// index keeps the indexes in step with a record that was just put. old is a
// pointer to the record as it was, nil for a new one.
func (t *tx) index(old, now any) error {
	switch v := now.(type) {
	case model.Instrument:
		t.chart.Delete(v.ID)
	case model.Employee:
		return t.indexEmployee(old.(*model.Employee), v)
	case model.Post:
		t.users = nil
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
			if err := t.write(ledger.Place{Bucket: ledger.BucketNumbers, Key: ledger.NumberKey(t.meta.Secret, number)}, nil); err != nil {
				return err
			}
		}
	}
	if !gone {
		id, err := ledger.IDs(e.ID)
		if err != nil {
			return err
		}
		if err := t.write(ledger.Place{Bucket: ledger.BucketNumbers, Key: ledger.NumberKey(t.meta.Secret, e.Number)}, id); err != nil {
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
	post, _, err := t.mainPost(e.ID)
	if err != nil {
		return err
	}
	c, err := t.nameChunk(names.ChunkOf(e.ID))
	if err != nil {
		return err
	}
	c.Set(names.New(e, post))
	return nil
}
