package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"

	"kinerja/model"
)

// refused reports whether an error is the answer of May.
func refused(err error) bool { return errors.Is(err, model.ErrNotAllowed) }

// factAt reads one fact.
func (t *tx) factAt(k model.FactKey) (model.Fact, error) {
	key, err := factKey(k)
	if err != nil {
		return model.Fact{}, err
	}
	content, err := t.content(place{bucket: bucketFacts, key: key})
	if err != nil {
		return model.Fact{}, err
	}
	if content == nil {
		return model.Fact{}, &model.DamageError{Where: factName(k), What: "missing"}
	}
	return parseFact(content)
}

// parseFact takes a stored fact apart. A payload that is not what the header
// says is damage; one that is not there at all is Missing.
func parseFact(content []byte) (model.Fact, error) {
	var f model.Fact
	var parts [][]byte
	if err := decode(content, &parts); err != nil || len(parts) != 2 {
		return f, &model.DamageError{Where: "fact", What: "content"}
	}
	if err := decode(parts[0], &f.Header); err != nil {
		return f, &model.DamageError{Where: "fact", What: "header"}
	}
	f.Hash = chainHash(f.Header.Previous, parts[0])
	if len(parts[1]) == 0 {
		f.Missing = true
		return f, nil
	}
	digest := sha256.Sum256(parts[1])
	if !bytes.Equal(digest[:], f.Header.Payload) {
		return f, &model.DamageError{Where: factName(f.Header.Key), What: "payload"}
	}
	if err := decode(parts[1], &f.Payload); err != nil {
		return f, &model.DamageError{Where: factName(f.Header.Key), What: "payload"}
	}
	return f, nil
}

// factName names a fact for a person to quote.
func factName(k model.FactKey) string {
	site := string(k.Site)
	if len(site) > 6 {
		site = site[len(site)-6:]
	}
	return fmt.Sprintf("fact %s/%d/%d", site, k.Epoch, k.Seq)
}

// FactMark is the short name of a fact on paper and screen: the first 80 bits
// of its hash.
func FactMark(f model.Fact) string {
	return base32.StdEncoding.EncodeToString(f.Hash[:min(10, len(f.Hash))])
}

// eachFact reads facts from the newest to the oldest, all lanes of all epochs
// in the order of their keys backwards, until f says stop.
func (t *tx) eachFact(f func(model.Fact) (bool, error)) error {
	c := t.Bucket([]byte(bucketFacts)).Cursor()
	for k, raw := c.Last(); k != nil; k, raw = c.Prev() {
		content, err := unwrap([]byte(bucketFacts), k, raw)
		if err != nil {
			return err
		}
		fact, err := parseFact(content)
		if err != nil {
			return err
		}
		more, err := f(fact)
		if err != nil || !more {
			return err
		}
	}
	return nil
}

// history reads the facts of one record, newest first, by walking from its
// heads to what each was based on.
func (t *tx) history(heads [][]byte, f func(model.Fact) bool) error {
	var todo []model.FactKey
	for _, h := range heads {
		if k, ok := parseFactKey(h); ok {
			todo = append(todo, k)
		}
	}
	seen := map[model.FactKey]bool{}
	for len(todo) > 0 {
		k := todo[0]
		todo = todo[1:]
		if seen[k] {
			continue
		}
		seen[k] = true
		fact, err := t.factAt(k)
		if err != nil {
			return err
		}
		if !f(fact) {
			return nil
		}
		todo = append(todo, fact.Header.Based...)
	}
	return nil
}
