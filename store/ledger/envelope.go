// Package ledger is what every value and every fact of the file has: its place,
// its envelope, the sums of buckets, the keys and the chain of facts, and what
// the file says about itself.
package ledger

import (
	"encoding/binary"
	"hash/crc32"

	"kinerja/model"
)

// An envelope is a format byte, a CRC-32C over bucket path, key and content,
// and the content. A value that was moved to another key, or of which a bit
// flipped, is found when it is read and never shown as data.
const (
	formatPlain  = 1
	envelopeHead = 1 + crc32.Size
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Wrap puts content into an envelope for its place.
func Wrap(path, key, content []byte) []byte {
	raw := make([]byte, envelopeHead, envelopeHead+len(content))
	raw[0] = formatPlain
	binary.BigEndian.PutUint32(raw[1:], checksum(path, key, content))
	return append(raw, content...)
}

// Unwrap returns the content of an envelope found at path and key. It is a part
// of raw: copy it before the transaction ends.
func Unwrap(path, key, raw []byte) ([]byte, error) {
	if len(raw) < envelopeHead || raw[0] != formatPlain {
		return nil, &model.DamageError{Where: PlaceName(path, key), What: "envelope"}
	}
	content := raw[envelopeHead:]
	if binary.BigEndian.Uint32(raw[1:]) != checksum(path, key, content) {
		return nil, &model.DamageError{Where: PlaceName(path, key), What: "checksum"}
	}
	return content, nil
}

func checksum(path, key, content []byte) uint32 {
	sum := crc32.Update(0, castagnoli, path)
	sum = crc32.Update(sum, castagnoli, []byte{0})
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, content)
}
