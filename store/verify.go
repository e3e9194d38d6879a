package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"kinerja/model"
)

// VerifyReport says what was looked at.
type VerifyReport struct {
	Values  int // envelopes opened
	Facts   int // links of the chains followed
	Missing int // facts whose payload is not here
	Records int // records; with deep: compared with what their facts say
	Deep    bool
}

// Verify reads everything: each envelope, the count and digest of each bucket,
// each chain of facts, the heads of each record, the indexes. deep also makes
// every record anew from its facts and compares. The first break is returned as
// a DamageError. It works on a copy, so that nobody waits for it. progress may
// be nil; it is told of values read.
func (s *Store) Verify(ctx context.Context, deep bool, progress func(done int)) (report VerifyReport, err error) {
	dir, err := os.MkdirTemp(filepath.Dir(s.path), ".verify")
	if err != nil {
		if dir, err = os.MkdirTemp("", "kinerja-verify"); err != nil {
			return report, fmt.Errorf("copy to verify: %w", err)
		}
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	copied := filepath.Join(dir, "copy")
	if err := s.view("verify", func(t *tx) error { return copyTo(t.Tx, copied) }); err != nil {
		return report, err
	}
	db, err := openCopy(copied)
	if err != nil {
		return report, err
	}
	err = guard(func() error {
		return db.View(func(b *bbolt.Tx) error {
			report, err = verifyTx(b, deep, func(done, total int) error {
				if progress != nil {
					progress(done)
				}
				if ctx.Err() != nil {
					return fmt.Errorf("%w: %w", model.ErrStopped, context.Cause(ctx))
				}
				return nil
			})
			return err
		})
	})
	return report, errors.Join(err, db.Close())
}

// verifier is one run.
type verifier struct {
	b      *bbolt.Tx
	meta   fileMeta
	report VerifyReport
	tick   func(done, total int) error
	total  int
	sums   map[string]sum // as counted
}

func verifyTx(b *bbolt.Tx, deep bool, tick func(done, total int) error) (VerifyReport, error) {
	m, err := readMeta(b)
	if err != nil {
		return VerifyReport{}, err
	}
	v := verifier{b: b, meta: m, tick: tick, sums: map[string]sum{}}
	v.report.Deep = deep
	for _, step := range []func() error{v.values, v.counts, v.chains, v.heads, v.numbers} {
		if err := step(); err != nil {
			return v.report, err
		}
	}
	if deep {
		err = v.fold()
	}
	return v.report, err
}

// values opens every envelope.
func (v *verifier) values() error {
	err := v.b.ForEach(func(_ []byte, b *bbolt.Bucket) error {
		v.total += b.Stats().KeyN
		return nil
	})
	if err != nil {
		return err
	}
	return v.b.ForEach(func(name []byte, b *bbolt.Bucket) error { return v.bucket(string(name), nil, b) })
}

func (v *verifier) bucket(name string, part []byte, b *bbolt.Bucket) error {
	path := bucketPath(name, part)
	var s sum
	err := b.ForEach(func(k, raw []byte) error {
		if raw == nil {
			return v.bucket(name, bytes.Clone(k), b.Bucket(k))
		}
		if _, err := unwrap(path, k, raw); err != nil {
			return err
		}
		s.replace(k, nil, raw)
		v.report.Values++
		if v.tick != nil && v.report.Values%1000 == 0 {
			return v.tick(v.report.Values, v.total)
		}
		return nil
	})
	if name != bucketMeta && (part != nil || !nested(name)) {
		v.sums[string(path)] = s
	}
	return err
}

// counts compares each bucket with what was written about it.
func (v *verifier) counts() error {
	for path, counted := range v.sums {
		kept, err := readSum(v.b, []byte(path))
		if err != nil {
			return err
		}
		if kept != counted {
			return &model.DamageError{
				Where: placeName([]byte(path), nil), What: fmt.Sprintf("count %d, should be %d", counted.count, kept.count),
			}
		}
	}
	c := v.b.Bucket([]byte(bucketMeta)).Cursor()
	for k, _ := c.Seek(sumPrefix); k != nil && bytes.HasPrefix(k, sumPrefix); k, _ = c.Next() {
		path := k[len(sumPrefix):]
		if _, ok := v.sums[string(path)]; !ok {
			return &model.DamageError{Where: placeName(path, nil), What: "bucket is gone"}
		}
	}
	return nil
}

// chains follows each chain from its first fact: numbers without a gap, each
// fact built on the hash before it, the last one as meta says.
func (v *verifier) chains() error {
	var at model.FactKey
	var hash []byte
	err := v.b.Bucket([]byte(bucketFacts)).ForEach(func(k, raw []byte) error {
		content, err := unwrap([]byte(bucketFacts), k, raw)
		if err != nil {
			return err
		}
		f, err := parseFact(content)
		if err != nil {
			return err
		}
		key, ok := parseFactKey(k)
		if !ok || key != f.Header.Key {
			return &model.DamageError{Where: factName(f.Header.Key), What: "key"}
		}
		same := key.Site == at.Site && key.Epoch == at.Epoch && key.Lane == at.Lane
		if !same {
			hash, at = v.startOf(key), model.FactKey{Site: key.Site, Epoch: key.Epoch, Lane: key.Lane}
		}
		if key.Seq != at.Seq+1 || !bytes.Equal(f.Header.Previous, hash) {
			return &model.DamageError{Where: factName(key), What: "chain"}
		}
		at, hash = key, f.Hash
		v.report.Facts++
		if f.Missing {
			v.report.Missing++
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, end := range v.meta.Lanes {
		if err := v.end(end); err != nil {
			return err
		}
	}
	return nil
}

// startOf is the hash that the first fact of an epoch must build on.
func (v *verifier) startOf(k model.FactKey) []byte {
	for _, e := range v.meta.Epochs {
		if e.Site == k.Site && e.Epoch == k.Epoch && e.Lane == k.Lane {
			return e.Previous
		}
	}
	return nil
}

// end compares the last fact of a lane with what meta says: a chain that was
// cut at its end has no break of its own.
func (v *verifier) end(end laneEnd) error {
	key := model.FactKey{Site: v.meta.Site, Epoch: v.meta.Epoch, Lane: end.Lane, Seq: end.Seq}
	where, err := factKey(key)
	if err != nil {
		return err
	}
	binary.BigEndian.PutUint64(where[len(where)-8:], end.Seq+1)
	bucket := v.b.Bucket([]byte(bucketFacts))
	if bucket.Get(where) != nil {
		return &model.DamageError{Where: factName(key), What: "more facts than meta says"}
	}
	if end.Seq == 0 {
		return nil
	}
	binary.BigEndian.PutUint64(where[len(where)-8:], end.Seq)
	raw := bucket.Get(where)
	if raw == nil {
		return &model.DamageError{Where: factName(key), What: "missing"}
	}
	content, err := unwrap([]byte(bucketFacts), where, raw)
	if err != nil {
		return err
	}
	f, err := parseFact(content)
	if err == nil && !bytes.Equal(f.Hash, end.Hash) {
		err = &model.DamageError{Where: factName(key), What: "chain"}
	}
	return err
}
