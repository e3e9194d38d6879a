package store

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/big"
	"strings"

	"github.com/oklog/ulid/v2"
	"go.etcd.io/bbolt"

	"kinerja/model"
)

// Format is the version of the file's layout that this program writes.
const Format = 1

var (
	metaKey   = []byte("meta")
	sumPrefix = []byte("sum/")
)

// fileMeta is what the file says about itself. It is written with every
// change, for it holds the end of each chain of facts.
type fileMeta struct {
	Format  int          `cbor:"1,keyasint"`
	Site    model.SiteID `cbor:"2,keyasint"`
	Epoch   uint32       `cbor:"3,keyasint"`
	Created int64        `cbor:"4,keyasint"`
	Machine string       `cbor:"5,keyasint,omitempty"` // where it was last used
	Secret  []byte       `cbor:"6,keyasint"`           // key of the HMAC over numbers
	Lanes   []laneEnd    `cbor:"7,keyasint,omitempty"`
	Epochs  []epochStart `cbor:"8,keyasint,omitempty"`
	Open    *openChange  `cbor:"9,keyasint,omitempty"` // a large change that is not closed
	Sample  bool         `cbor:"10,keyasint,omitempty"`
}

// laneEnd is the last fact of a lane of this file's own site and epoch.
type laneEnd struct {
	Lane model.Lane `cbor:"1,keyasint"`
	Seq  uint64     `cbor:"2,keyasint"`
	Hash []byte     `cbor:"3,keyasint,omitempty"`
}

// epochStart says from which fact an epoch went on.
type epochStart struct {
	Site     model.SiteID `cbor:"1,keyasint"`
	Epoch    uint32       `cbor:"2,keyasint"`
	Lane     model.Lane   `cbor:"3,keyasint"`
	Previous []byte       `cbor:"4,keyasint,omitempty"`
}

// openChange marks a large change between its first and its last fact.
type openChange struct {
	ID   model.ChangeID `cbor:"1,keyasint"`
	From uint64         `cbor:"2,keyasint"` // number of its first fact
	Verb model.Verb     `cbor:"3,keyasint"`
	By   string         `cbor:"4,keyasint"`
}

func (m *fileMeta) lane(l model.Lane) *laneEnd {
	for i := range m.Lanes {
		if m.Lanes[i].Lane == l {
			return &m.Lanes[i]
		}
	}
	m.Lanes = append(m.Lanes, laneEnd{Lane: l})
	return &m.Lanes[len(m.Lanes)-1]
}

// newEpoch begins another epoch, whose chains go on from where they stand. A
// copy becomes a site of its own.
func (m *fileMeta) newEpoch(site model.SiteID, epoch uint32) {
	m.Site, m.Epoch = site, epoch
	for i := range m.Lanes {
		m.Epochs = append(m.Epochs, epochStart{Site: site, Epoch: epoch, Lane: m.Lanes[i].Lane, Previous: m.Lanes[i].Hash})
		m.Lanes[i].Seq = 0
	}
}

func readMeta(b *bbolt.Tx) (fileMeta, error) {
	var m fileMeta
	bucket := b.Bucket([]byte(bucketMeta))
	if bucket == nil {
		return m, model.ErrForeign
	}
	raw := bucket.Get(metaKey)
	if raw == nil {
		return m, model.ErrForeign
	}
	content, err := unwrap([]byte(bucketMeta), metaKey, raw)
	if err != nil {
		return m, err
	}
	if err := decode(content, &m); err != nil {
		return m, fmt.Errorf("meta: %w", &model.DamageError{Where: "meta", What: "content"})
	}
	if m.Format > Format {
		return m, fmt.Errorf("format %d, this program knows %d: %w", m.Format, Format, model.ErrNewer)
	}
	return m, nil
}

func writeMeta(b *bbolt.Tx, m fileMeta) error {
	content, err := encode(m)
	if err != nil {
		return fmt.Errorf("meta: %w", err)
	}
	return b.Bucket([]byte(bucketMeta)).Put(metaKey, wrap([]byte(bucketMeta), metaKey, content))
}

// newFileMeta makes the identity of a new file.
func newFileMeta(at int64, machine string) (fileMeta, error) {
	secret := make([]byte, 32)
	if _, err := rand.Read(secret); err != nil {
		return fileMeta{}, fmt.Errorf("random key: %w", err)
	}
	m := fileMeta{Format: Format, Epoch: 1, Created: at, Machine: machine, Secret: secret}
	m.Site = model.SiteID(mintID())
	m.Epochs = []epochStart{{Site: m.Site, Epoch: 1, Lane: model.LaneShared}}
	return m, nil
}

// mintID makes an identifier that no other machine makes.
func mintID() string {
	return ulid.MustNew(ulid.Now(), rand.Reader).String()
}

// sum is a bucket's count and digest: the sum, modulo 2²⁵⁶, of SHA-256 over
// key and value of each entry. It is adjusted on every put, so an entry that
// vanished or came from elsewhere is noticed.
type sum struct {
	count int64
	total [32]byte
}

func entryDigest(key, raw []byte) [32]byte {
	h := sha256.New()
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(key)))
	h.Write(n[:])
	h.Write(key)
	h.Write(raw)
	return [32]byte(h.Sum(nil))
}

// replace takes the entry as it was out of the sum (nil: there was none) and
// puts in the entry as it is (nil: none any more).
func (s *sum) replace(key, before, after []byte) {
	if before != nil {
		d := entryDigest(key, before)
		s.subtract(d)
		s.count--
	}
	if after != nil {
		d := entryDigest(key, after)
		s.add(d)
		s.count++
	}
}

func (s *sum) add(d [32]byte) {
	carry := uint16(0)
	for i := 31; i >= 0; i-- {
		carry += uint16(s.total[i]) + uint16(d[i])
		s.total[i], carry = byte(carry), carry>>8
	}
}

func (s *sum) subtract(d [32]byte) {
	borrow := int16(0)
	for i := 31; i >= 0; i-- {
		v := int16(s.total[i]) - int16(d[i]) - borrow
		borrow = 0
		if v < 0 {
			v, borrow = v+256, 1
		}
		s.total[i] = byte(v)
	}
}

func (s sum) encode() []byte {
	return append(binary.BigEndian.AppendUint64(nil, uint64(s.count)), s.total[:]...)
}

func parseSum(raw []byte) (s sum, ok bool) {
	if len(raw) != 8+32 {
		return s, false
	}
	s.count = int64(binary.BigEndian.Uint64(raw))
	s.total = [32]byte(raw[8:])
	return s, true
}

// String writes the digest in short, for messages.
func (s sum) String() string {
	return strings.ToUpper(new(big.Int).SetBytes(s.total[:8]).Text(36)) + fmt.Sprintf("/%d", s.count)
}

func sumKey(path []byte) []byte { return append(append([]byte(nil), sumPrefix...), path...) }

func readSum(b *bbolt.Tx, path []byte) (sum, error) {
	key := sumKey(path)
	raw := b.Bucket([]byte(bucketMeta)).Get(key)
	if raw == nil {
		return sum{}, nil
	}
	content, err := unwrap([]byte(bucketMeta), key, raw)
	if err != nil {
		return sum{}, err
	}
	s, ok := parseSum(content)
	if !ok {
		return sum{}, &model.DamageError{Where: placeName([]byte(bucketMeta), key), What: "content"}
	}
	return s, nil
}
