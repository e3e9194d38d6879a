package ledger

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"fmt"

	"kinerja/model"
	"kinerja/store/form"
)

// PackFact makes what is stored of a fact, and its hash. It completes the header
// with digests: of the payload, to which it adds random bytes so that nobody can
// guess a payload that was destroyed, and of the document.
func PackFact(h model.Header, p model.Payload) (content, hash []byte, err error) {
	p.Salt = make([]byte, 32)
	if _, err := rand.Read(p.Salt); err != nil {
		return nil, nil, fmt.Errorf("random salt: %w", err)
	}
	payload, err := form.Encode(p)
	if err != nil {
		return nil, nil, err
	}
	digest := sha256.Sum256(payload)
	h.Payload = digest[:]
	if p.Document != "" {
		d := sha256.Sum256(append(bytes.Clone(p.Salt), p.Document...))
		h.Document = d[:]
	}
	header, err := form.Encode(h)
	if err != nil {
		return nil, nil, err
	}
	content, err = form.Encode([][]byte{header, payload})
	return content, ChainHash(h.Previous, header), err
}

// ParseFact takes a stored fact apart. A payload that is not what the header
// says is damage; one that is not there at all is Missing.
func ParseFact(content []byte) (model.Fact, error) {
	var f model.Fact
	var parts [][]byte
	if err := form.Decode(content, &parts); err != nil || len(parts) != 2 {
		return f, &model.DamageError{Where: "fact", What: "content"}
	}
	if err := form.Decode(parts[0], &f.Header); err != nil {
		return f, &model.DamageError{Where: "fact", What: "header"}
	}
	f.Hash = ChainHash(f.Header.Previous, parts[0])
	if len(parts[1]) == 0 {
		f.Missing = true
		return f, nil
	}
	digest := sha256.Sum256(parts[1])
	if !bytes.Equal(digest[:], f.Header.Payload) {
		return f, &model.DamageError{Where: FactName(f.Header.Key), What: "payload"}
	}
	if err := form.Decode(parts[1], &f.Payload); err != nil {
		return f, &model.DamageError{Where: FactName(f.Header.Key), What: "payload"}
	}
	return f, nil
}

// FactName names a fact for a person to quote.
func FactName(k model.FactKey) string {
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

// ChainHash is a fact's hash: SHA-256 of the hash before it and its header.
func ChainHash(previous, header []byte) []byte {
	h := sha256.New()
	h.Write(previous)
	h.Write(header)
	return h.Sum(nil)
}
