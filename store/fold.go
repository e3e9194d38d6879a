package store

import (
	"bytes"
	"fmt"

	"go.etcd.io/bbolt"

	"kinerja/model"
)

// FoldFacts makes records out of facts, applied in the order given: what every
// record is, by kind and identity, in canonical CBOR. Facts of the brackets of
// large changes and of kinds this program does not know are left out.
func FoldFacts(facts func(yield func(model.Fact) error) error) (map[RecordKey][]byte, error) {
	records := map[RecordKey][]byte{}
	err := facts(func(f model.Fact) error {
		if _, ok := keeperOf(f.Header.Kind); !ok {
			return nil
		}
		key := RecordKey{f.Header.Kind, f.Header.Record}
		raw, err := apply(records[key], f.Payload.Differences)
		if err != nil {
			return fmt.Errorf("%s: %w", factName(f.Header.Key), err)
		}
		records[key] = raw
		return nil
	})
	return records, err
}

// RecordKey names one record.
type RecordKey struct {
	Kind model.Kind
	ID   string
}

// keeper is a shelf without its type: what works for records of every kind.
type keeper interface {
	entry(content []byte) (id string, form []byte, heads [][]byte, err error)
	revert(t *tx, f model.Fact, info *model.ChangeInfo) error
	describe(t *tx, raw []byte, info *model.ChangeInfo)
}

// keeperOf finds the shelf of a kind.
func keeperOf(kind model.Kind) (keeper, bool) {
	switch kind {
	case model.KindUnit:
		return unitShelf, true
	case model.KindEmployee:
		return employeeShelf, true
	case model.KindPost:
		return postShelf, true
	case model.KindInstrument:
		return instrumentShelf, true
	case model.KindPlan:
		return planShelf, true
	case model.KindCard:
		return cardShelf, true
	case model.KindEvaluation:
		return evaluationShelf, true
	}
	return nil, false
}

// recordBuckets are the buckets that hold records, with the kind of these.
func recordBuckets() map[string]model.Kind {
	return map[string]model.Kind{
		bucketUnits: model.KindUnit, bucketEmployees: model.KindEmployee, bucketPosts: model.KindPost,
		bucketInstruments: model.KindInstrument, bucketPlans: model.KindPlan, bucketCards: model.KindCard,
		bucketEvaluations: model.KindEvaluation,
	}
}

// entry takes what is stored in an envelope apart.
func (s shelf[V]) entry(content []byte) (id string, form []byte, heads [][]byte, err error) {
	heads, record, ok := splitHeads(content)
	if !ok {
		return "", nil, nil, errCard
	}
	v, err := s.read(record)
	if err == nil {
		form, err = s.readForm(record)
	}
	return s.id(v), form, heads, err
}

func (s shelf[V]) revert(t *tx, f model.Fact, info *model.ChangeInfo) error {
	return revertRecord(t, s, f, info)
}

func (s shelf[V]) describe(t *tx, raw []byte, info *model.ChangeInfo) {
	var v V
	if decode(raw, &v) == nil {
		describe(t, any(v), nil, info)
	}
}

// eachRecord calls f for every record in the file.
func eachRecord(b *bbolt.Tx, f func(where string, kind model.Kind, id string, form []byte, heads [][]byte) error) error {
	for name, kind := range recordBuckets() {
		k, _ := keeperOf(kind)
		read := func(path, key, raw []byte) error {
			content, err := unwrap(path, key, raw)
			if err != nil {
				return err
			}
			id, form, heads, err := k.entry(content)
			if err != nil {
				return &model.DamageError{Where: placeName(path, key), What: "content"}
			}
			return f(placeName(path, key), kind, id, form, heads)
		}
		top := b.Bucket([]byte(name))
		if err := top.ForEach(func(key, raw []byte) error {
			if raw != nil {
				return read([]byte(name), key, raw)
			}
			return top.Bucket(key).ForEach(func(inner, raw []byte) error { return read(bucketPath(name, key), inner, raw) })
		}); err != nil {
			return err
		}
	}
	return nil
}

// heads looks whether each record's heads are facts about it.
func (v *verifier) heads() error {
	bucket := v.b.Bucket([]byte(bucketFacts))
	return eachRecord(v.b, func(where string, kind model.Kind, id string, _ []byte, heads [][]byte) error {
		v.report.Records++
		if len(heads) == 0 {
			return &model.DamageError{Where: where, What: "no fact"}
		}
		for _, h := range heads {
			raw := bucket.Get(h)
			if raw == nil {
				return &model.DamageError{Where: where, What: "fact is missing"}
			}
			content, err := unwrap([]byte(bucketFacts), h, raw)
			if err != nil {
				return err
			}
			f, err := parseFact(content)
			if err != nil {
				return err
			}
			if f.Header.Kind != kind || f.Header.Record != id {
				return &model.DamageError{Where: where, What: "fact of another record"}
			}
		}
		return nil
	})
}

// numbers looks whether each person is found by number and stands in the index
// of names.
func (v *verifier) numbers() error {
	t := &tx{Tx: v.b, meta: v.meta, names: map[byte]*nameChunk{}, sums: map[string]*sum{}}
	live := 0
	err := each(t, employeeShelf, place{bucket: bucketEmployees}, func(e model.Employee) bool {
		if e.Void || e.SameAs != "" {
			return true
		}
		live++
		holder, err := t.byNumber(e.Number)
		return err == nil && holder == e.ID
	})
	if err != nil {
		return err
	}
	if n := v.sums[bucketNumbers].count; int(n) != live {
		return &model.DamageError{Where: bucketNumbers, What: fmt.Sprintf("index: %d, should be %d", n, live)}
	}
	list, err := t.entries()
	if err == nil && len(list) != int(v.sums[bucketEmployees].count) {
		err = &model.DamageError{Where: bucketNames, What: fmt.Sprintf("index: %d, should be %d", len(list), v.sums[bucketEmployees].count)}
	}
	return err
}

// fold makes every record anew from the facts and compares. Records of which a
// payload is not here cannot be made and are left out.
func (v *verifier) fold() error {
	lost := map[RecordKey]bool{}
	made, err := FoldFacts(func(yield func(model.Fact) error) error {
		return v.b.Bucket([]byte(bucketFacts)).ForEach(func(k, raw []byte) error {
			content, err := unwrap([]byte(bucketFacts), k, raw)
			if err != nil {
				return err
			}
			f, err := parseFact(content)
			if err != nil {
				return err
			}
			if f.Missing {
				lost[RecordKey{f.Header.Kind, f.Header.Record}] = true
				return nil
			}
			return yield(f)
		})
	})
	if err != nil {
		return &model.DamageError{Where: err.Error(), What: "fold"}
	}
	err = eachRecord(v.b, func(where string, kind model.Kind, id string, form []byte, _ [][]byte) error {
		key := RecordKey{kind, id}
		if !lost[key] && !bytes.Equal(made[key], form) {
			return &model.DamageError{Where: where, What: "differs from its facts"}
		}
		delete(made, key)
		return nil
	})
	if err == nil && len(made) > 0 {
		for key := range made {
			return &model.DamageError{Where: string(key.Kind) + " " + key.ID, What: "record is missing"}
		}
	}
	return err
}
