package ledger

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"kinerja/store/form"
	"math/big"
	"strings"

	"github.com/oklog/ulid/v2"
	"go.etcd.io/bbolt"

	"kinerja/model"
)

// Format is the version of the file's layout that this program writes.
const Format = 7

var metaKey = []byte("meta")

// SumPrefix begins the keys of the sums of buckets.
var SumPrefix = []byte("sum/")

// File is what the file says about itself. It is written with every
// change, for it holds the end of each chain of facts.
type File struct {
	Format  int          `cbor:"1,keyasint"`
	Site    model.SiteID `cbor:"2,keyasint"`
	Epoch   uint32       `cbor:"3,keyasint"`
	Created int64        `cbor:"4,keyasint"`
	Machine string       `cbor:"5,keyasint,omitempty"` // where it was last used
	Secret  []byte       `cbor:"6,keyasint"`           // key of the HMAC over numbers
	Lanes   []LaneEnd    `cbor:"7,keyasint,omitempty"`
	Epochs  []EpochStart `cbor:"8,keyasint,omitempty"`
	Open    *OpenChange  `cbor:"9,keyasint,omitempty"` // a large change that is not closed
	Sample  bool         `cbor:"10,keyasint,omitempty"`
	Guarded bool         `cbor:"11,keyasint,omitempty"` // it asks who works: some user has a PIN
}

// LaneEnd is the last fact of a lane of this file's own site and epoch.
type LaneEnd struct {
	Lane model.Lane `cbor:"1,keyasint"`
	Seq  uint64     `cbor:"2,keyasint"`
	Hash []byte     `cbor:"3,keyasint,omitempty"`
}

// EpochStart says from which fact an epoch went on.
type EpochStart struct {
	Site     model.SiteID `cbor:"1,keyasint"`
	Epoch    uint32       `cbor:"2,keyasint"`
	Lane     model.Lane   `cbor:"3,keyasint"`
	Previous []byte       `cbor:"4,keyasint,omitempty"`
}

// OpenChange marks a large change between its first and its last fact.
type OpenChange struct {
	ID   model.ChangeID `cbor:"1,keyasint"`
	From uint64         `cbor:"2,keyasint"` // number of its first fact
	Verb model.Verb     `cbor:"3,keyasint"`
	By   string         `cbor:"4,keyasint"`
	Back model.ChangeID `cbor:"5,keyasint,omitempty"` // the change that takes it back, when that has begun
}

// Lane is the end of a lane in this file's own site and epoch.
func (m *File) Lane(l model.Lane) *LaneEnd {
	for i := range m.Lanes {
		if m.Lanes[i].Lane == l {
			return &m.Lanes[i]
		}
	}
	m.Lanes = append(m.Lanes, LaneEnd{Lane: l})
	return &m.Lanes[len(m.Lanes)-1]
}

// SeqOf is the number of the last fact of a lane; 0 for none.
func (m File) SeqOf(l model.Lane) uint64 {
	for _, end := range m.Lanes {
		if end.Lane == l {
			return end.Seq
		}
	}
	return 0
}

// NewEpoch begins another epoch, whose chains go on from where they stand. A
// copy becomes a site of its own.
func (m *File) NewEpoch(site model.SiteID, epoch uint32) {
	m.Site, m.Epoch = site, epoch
	for i := range m.Lanes {
		m.Epochs = append(m.Epochs, EpochStart{Site: site, Epoch: epoch, Lane: m.Lanes[i].Lane, Previous: m.Lanes[i].Hash})
		m.Lanes[i].Seq = 0
	}
}

// ReadFile reads what the file says about itself. It reports ErrForeign where
// there is nothing, and ErrNewer for a format this program does not know.
func ReadFile(b *bbolt.Tx) (File, error) {
	var m File
	bucket := b.Bucket([]byte(BucketMeta))
	if bucket == nil {
		return m, model.ErrForeign
	}
	raw := bucket.Get(metaKey)
	if raw == nil {
		return m, model.ErrForeign
	}
	content, err := Unwrap([]byte(BucketMeta), metaKey, raw)
	if err != nil {
		return m, err
	}
	if err := form.Decode(content, &m); err != nil {
		return m, fmt.Errorf("meta: %w", &model.DamageError{Where: "meta", What: "content"})
	}
	if m.Format > Format {
		return m, fmt.Errorf("format %d, this program knows %d: %w", m.Format, Format, model.ErrNewer)
	}
	return m, nil
}

// WriteFile writes what the file says about itself.
func WriteFile(b *bbolt.Tx, m File) error {
	content, err := form.Encode(m)
	if err != nil {
		return fmt.Errorf("meta: %w", err)
	}
	return b.Bucket([]byte(BucketMeta)).Put(metaKey, Wrap([]byte(BucketMeta), metaKey, content))
}

// NewFile makes the identity of a new file.
func NewFile(at int64, machine string) (File, error) {
	secret := make([]byte, 32)
	if _, err := rand.Read(secret); err != nil {
		return File{}, fmt.Errorf("random key: %w", err)
	}
	m := File{Format: Format, Epoch: 1, Created: at, Machine: machine, Secret: secret}
	m.Site = model.SiteID(MintID())
	m.Epochs = []EpochStart{{Site: m.Site, Epoch: 1, Lane: model.LaneShared}}
	return m, nil
}

// MintID makes an identifier that no other machine makes.
func MintID() string {
	return ulid.MustNew(ulid.Now(), rand.Reader).String()
}

// Sum is a bucket's count and digest: the sum, modulo 2²⁵⁶, of SHA-256 over
// key and value of each entry. It is adjusted on every put, so an entry that
// vanished or came from elsewhere is noticed.
type Sum struct {
	Count int64
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

// Replace takes the entry as it was out of the sum (nil: there was none) and
// puts in the entry as it is (nil: none any more).
func (s *Sum) Replace(key, before, after []byte) {
	if before != nil {
		d := entryDigest(key, before)
		s.subtract(d)
		s.Count--
	}
	if after != nil {
		d := entryDigest(key, after)
		s.add(d)
		s.Count++
	}
}

func (s *Sum) add(d [32]byte) {
	carry := uint16(0)
	for i := 31; i >= 0; i-- {
		carry += uint16(s.total[i]) + uint16(d[i])
		s.total[i], carry = byte(carry), carry>>8
	}
}

func (s *Sum) subtract(d [32]byte) {
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

// Encode writes the sum as it stands in the file.
func (s Sum) Encode() []byte {
	return append(binary.BigEndian.AppendUint64(nil, uint64(s.Count)), s.total[:]...)
}

func parseSum(raw []byte) (s Sum, ok bool) {
	if len(raw) != 8+32 {
		return s, false
	}
	s.Count = int64(binary.BigEndian.Uint64(raw))
	s.total = [32]byte(raw[8:])
	return s, true
}

// String writes the digest in short, for messages.
func (s Sum) String() string {
	return strings.ToUpper(new(big.Int).SetBytes(s.total[:8]).Text(36)) + fmt.Sprintf("/%d", s.Count)
}

// SumKey is where the sum of a bucket stands.
func SumKey(path []byte) []byte { return append(append([]byte(nil), SumPrefix...), path...) }

// ReadSum reads what was written about a bucket; the zero Sum where nothing was.
func ReadSum(b *bbolt.Tx, path []byte) (Sum, error) {
	key := SumKey(path)
	raw := b.Bucket([]byte(BucketMeta)).Get(key)
	if raw == nil {
		return Sum{}, nil
	}
	content, err := Unwrap([]byte(BucketMeta), key, raw)
	if err != nil {
		return Sum{}, err
	}
	s, ok := parseSum(content)
	if !ok {
		return Sum{}, &model.DamageError{Where: PlaceName([]byte(BucketMeta), key), What: "content"}
	}
	return s, nil
}
