package store

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"kinerja/model"
)

// The buckets of the file. Names are part of the format: they are never
// changed, and a name given up is never used again.
const (
	bucketMeta        = "meta"        // "meta": the file itself; "sum/PATH": count and digest of a bucket
	bucketUnits       = "units"       // unit
	bucketEmployees   = "employees"   // employee
	bucketPosts       = "posts"       // employee ‖ post
	bucketInstruments = "instruments" // instrument
	bucketPlans       = "plans"       // year: employee ‖ plan
	bucketCards       = "cards"       // period: employee ‖ plan
	bucketEvaluations = "evaluations" // period: employee ‖ plan
	bucketFacts       = "facts"       // site ‖ epoch ‖ lane ‖ number
	bucketNumbers     = "numbers"     // HMAC of a NIP: employee
	bucketNames       = "names"       // chunk: what lists of staff show
	bucketPlanOf      = "planof"      // plan: year ‖ employee
	bucketLocal       = "local"       // drafts, places: no fact, never travels
)

// topBuckets are those made with the file.
func topBuckets() []string {
	return []string{
		bucketMeta, bucketUnits, bucketEmployees, bucketPosts, bucketInstruments, bucketPlans, bucketCards,
		bucketEvaluations, bucketFacts, bucketNumbers, bucketNames, bucketPlanOf, bucketLocal,
	}
}

// nested says which buckets hold one bucket for each year or period.
func nested(bucket string) bool {
	return bucket == bucketPlans || bucket == bucketCards || bucket == bucketEvaluations
}

// place is where a value stands: a bucket, perhaps a bucket in it, a key.
type place struct {
	bucket string
	sub    []byte // 4 bytes, big-endian: a year or a period; nil for none
	key    []byte
}

// path names the bucket, for checksums and sums.
func (p place) path() []byte { return bucketPath(p.bucket, p.sub) }

func bucketPath(bucket string, sub []byte) []byte {
	path := append(make([]byte, 0, len(bucket)+1+len(sub)), bucket...)
	if sub != nil {
		path = append(append(path, '/'), sub...)
	}
	return path
}

// placeName names a place for a person to quote: no name and no NIP is in it,
// because none is in any key.
func placeName(path, key []byte) string {
	name := string(path)
	for i, b := range path {
		if b == '/' {
			name = fmt.Sprintf("%s/%d", path[:i], binary.BigEndian.Uint32(path[i+1:]))
			break
		}
	}
	return name + " " + hex.EncodeToString(key)
}

func sub(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

// ids writes identifiers as the bytes of a key.
func ids[S ~string](list ...S) ([]byte, error) {
	key := make([]byte, 0, 16*len(list))
	for _, id := range list {
		raw, ok := model.DecodeID(string(id))
		if !ok {
			return nil, fmt.Errorf("identifier %q: %w", id, model.ErrInvalid)
		}
		key = append(key, raw[:]...)
	}
	return key, nil
}

// factKey writes a fact's place as a key that sorts in order.
func factKey(k model.FactKey) ([]byte, error) {
	key, err := ids(k.Site)
	if err != nil {
		return nil, err
	}
	key = binary.BigEndian.AppendUint32(key, k.Epoch)
	key = append(key, byte(k.Lane))
	return binary.BigEndian.AppendUint64(key, k.Seq), nil
}

// factKeySize is the length of a fact's key.
const factKeySize = 16 + 4 + 1 + 8

func parseFactKey(key []byte) (model.FactKey, bool) {
	if len(key) != factKeySize {
		return model.FactKey{}, false
	}
	return model.FactKey{
		Site:  model.SiteID(model.EncodeID([16]byte(key[:16]))),
		Epoch: binary.BigEndian.Uint32(key[16:]),
		Lane:  model.Lane(key[20]),
		Seq:   binary.BigEndian.Uint64(key[21:]),
	}, true
}
