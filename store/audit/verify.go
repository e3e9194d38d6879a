// Package audit proves that a file is what was written: every envelope, the
// count and digest of every bucket, every chain of facts, the heads of every
// record, the indexes, and that records are what their facts say.
package audit

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/ledger"
)

// Report says what was looked at.
type Report struct {
	Values  int // envelopes opened
	Facts   int // links of the chains followed
	Missing int // facts whose payload is not here
	Records int // records; with deep: compared with what their facts say
	Deep    bool
}

// verifier is one run.
type verifier struct {
	keeper func(model.Kind) (Keeper, bool)
	b      *bbolt.Tx
	meta   ledger.File
	report Report
	tick   func(done, total int) error
	total  int
	sums   map[string]ledger.Sum // as counted
}

// Keeper takes what is stored of one kind of record apart.
type Keeper interface {
	// Entry reads the content of an envelope: the record's identity and form,
	// and the keys of the facts that it stands on.
	Entry(content []byte) (id string, form []byte, heads [][]byte, err error)
}

// Run verifies the file that b looks at. keeper finds the Keeper of a kind;
// tick is told of values read and in all, and stops the run with an error.
func Run(b *bbolt.Tx, deep bool, keeper func(model.Kind) (Keeper, bool), tick func(done, total int) error) (Report, error) {
	m, err := ledger.ReadFile(b)
	if err != nil {
		return Report{}, err
	}
	v := verifier{keeper: keeper, b: b, meta: m, tick: tick, sums: map[string]ledger.Sum{}}
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
	path := ledger.Path(name, part)
	var s ledger.Sum
	err := b.ForEach(func(k, raw []byte) error {
		if raw == nil {
			return v.bucket(name, bytes.Clone(k), b.Bucket(k))
		}
		if _, err := ledger.Unwrap(path, k, raw); err != nil {
			return err
		}
		// A branch page may lead past an entry that reading in order comes to.
		if !bytes.Equal(b.Get(k), raw) {
			return &model.DamageError{Where: ledger.PlaceName(path, k), What: "lookup"}
		}
		s.Replace(k, nil, raw)
		v.report.Values++
		if v.tick != nil && v.report.Values%1000 == 0 {
			return v.tick(v.report.Values, v.total)
		}
		return nil
	})
	if name != ledger.BucketMeta && (part != nil || !ledger.Nested(name)) {
		v.sums[string(path)] = s
	}
	return err
}

// counts compares each bucket with what was written about it.
func (v *verifier) counts() error {
	for path, counted := range v.sums {
		kept, err := ledger.ReadSum(v.b, []byte(path))
		if err != nil {
			return err
		}
		if kept != counted {
			return &model.DamageError{
				Where: ledger.PlaceName([]byte(path), nil), What: fmt.Sprintf("count %d, should be %d", counted.Count, kept.Count),
			}
		}
	}
	c := v.b.Bucket([]byte(ledger.BucketMeta)).Cursor()
	for k, _ := c.Seek(ledger.SumPrefix); k != nil && bytes.HasPrefix(k, ledger.SumPrefix); k, _ = c.Next() {
		path := k[len(ledger.SumPrefix):]
		if _, ok := v.sums[string(path)]; !ok {
			return &model.DamageError{Where: ledger.PlaceName(path, nil), What: "bucket is gone"}
		}
	}
	return nil
}

// chains follows each chain from its first fact: numbers without a gap, each
// fact built on the hash before it, the last one as meta says.
func (v *verifier) chains() error {
	var at model.FactKey
	var hash []byte
	ends := map[string]bool{"": true} // hashes on which an epoch may build
	err := v.b.Bucket([]byte(ledger.BucketFacts)).ForEach(func(k, raw []byte) error {
		content, err := ledger.Unwrap([]byte(ledger.BucketFacts), k, raw)
		if err != nil {
			return err
		}
		f, err := ledger.ParseFact(content)
		if err != nil {
			return err
		}
		key, ok := ledger.ParseFactKey(k)
		if !ok || key != f.Header.Key {
			return &model.DamageError{Where: ledger.FactName(f.Header.Key), What: "key"}
		}
		same := key.Site == at.Site && key.Epoch == at.Epoch && key.Lane == at.Lane
		if !same {
			ends[string(hash)] = true
			hash, at = v.startOf(key), model.FactKey{Site: key.Site, Epoch: key.Epoch, Lane: key.Lane}
		}
		if key.Seq != at.Seq+1 || !bytes.Equal(f.Header.Previous, hash) {
			return &model.DamageError{Where: ledger.FactName(key), What: "chain"}
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
	ends[string(hash)] = true
	for _, e := range v.meta.Epochs {
		if !ends[string(e.Previous)] {
			return &model.DamageError{Where: ledger.FactName(model.FactKey{Site: e.Site, Epoch: e.Epoch}), What: "chain"}
		}
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
func (v *verifier) end(end ledger.LaneEnd) error {
	key := model.FactKey{Site: v.meta.Site, Epoch: v.meta.Epoch, Lane: end.Lane, Seq: end.Seq}
	where, err := ledger.FactKey(key)
	if err != nil {
		return err
	}
	binary.BigEndian.PutUint64(where[len(where)-8:], end.Seq+1)
	bucket := v.b.Bucket([]byte(ledger.BucketFacts))
	if bucket.Get(where) != nil {
		return &model.DamageError{Where: ledger.FactName(key), What: "more facts than meta says"}
	}
	if end.Seq == 0 {
		return nil
	}
	binary.BigEndian.PutUint64(where[len(where)-8:], end.Seq)
	raw := bucket.Get(where)
	if raw == nil {
		return &model.DamageError{Where: ledger.FactName(key), What: "missing"}
	}
	content, err := ledger.Unwrap([]byte(ledger.BucketFacts), where, raw)
	if err != nil {
		return err
	}
	f, err := ledger.ParseFact(content)
	if err == nil && !bytes.Equal(f.Hash, end.Hash) {
		err = &model.DamageError{Where: ledger.FactName(key), What: "chain"}
	}
	return err
}
