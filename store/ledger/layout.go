package ledger

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"kinerja/model"
)

// The buckets of the file. Names are part of the format: they are never
// changed, and a name given up is never used again.
const (
	BucketMeta        = "meta"        // "meta": the file itself; "sum/PATH": count and digest of a bucket
	BucketUnits       = "units"       // unit
	BucketEmployees   = "employees"   // employee
	BucketPosts       = "posts"       // employee ‖ post
	BucketInstruments = "instruments" // instrument
	BucketPlans       = "plans"       // year: employee ‖ plan
	BucketCards       = "cards"       // period: employee ‖ plan
	BucketEvaluations = "evaluations" // period: employee ‖ plan
	BucketFeedback    = "feedback"    // employee ‖ feedback; since format 2
	BucketClosings    = "closings"    // period: unit; since format 3
	BucketCredit      = "credit"      // employee ‖ opening balance; since format 3
	BucketSurveys     = "surveys"     // unit ‖ survey; since format 3
	BucketUnitResults = "unitresults" // period: unit; since format 3
	BucketActions     = "actions"     // period: employee ‖ plan; since format 4
	BucketLeave       = "leave"       // employee ‖ leave; since format 5
	BucketSituations  = "situations"  // period: unit; since format 6
	BucketUsers       = "users"       // user; since format 7
	BucketAssessments = "assessments" // period: employee ‖ plan; since format 7
	BucketSecrets     = "secrets"     // what tells that a PIN is right, and failed tries: no fact, never travels; since format 7
	BucketObjections  = "objections"  // employee ‖ objection; since format 7, as what follows
	BucketCoachings   = "coachings"   // employee ‖ plan of coaching
	BucketAwards      = "awards"      // employee ‖ award
	BucketDiscipline  = "discipline"  // employee ‖ letter
	BucketSessions    = "sessions"    // session
	BucketFormer      = "former"      // employee ‖ replaced version
	BucketReferrals   = "referrals"   // referral to the counsellor: its key says nothing of whom
	BucketCounsellors = "counsellors" // where the counsellor is found
	BucketRounds      = "rounds"      // round
	BucketVoices      = "voices"      // round ‖ answer
	BucketFacts       = "facts"       // site ‖ epoch ‖ lane ‖ number
	BucketNumbers     = "numbers"     // HMAC of a NIP: employee
	BucketNames       = "names"       // chunk: what lists of staff show
	BucketPlanOf      = "planof"      // plan: year ‖ employee
	BucketLocal       = "local"       // drafts, places: no fact, never travels
)

// Buckets are those made with the file.
func Buckets() []string {
	return []string{
		BucketMeta, BucketUnits, BucketEmployees, BucketPosts, BucketInstruments, BucketPlans, BucketCards,
		BucketEvaluations, BucketFeedback, BucketClosings, BucketSurveys, BucketCredit, BucketUnitResults, BucketActions, BucketLeave, BucketSituations,
		BucketUsers, BucketAssessments, BucketSecrets, BucketObjections, BucketCoachings, BucketAwards, BucketDiscipline, BucketSessions, BucketFormer, BucketReferrals, BucketCounsellors,
		BucketRounds, BucketVoices,
		BucketFacts, BucketNumbers, BucketNames, BucketPlanOf, BucketLocal,
	}
}

// Nested says which buckets hold one bucket for each year or period.
func Nested(bucket string) bool {
	switch bucket {
	case BucketPlans, BucketCards, BucketEvaluations, BucketClosings, BucketUnitResults, BucketActions, BucketSituations, BucketAssessments:
		return true
	}
	return false
}

// Place is where a value stands: a bucket, perhaps a bucket in it, a key.
type Place struct {
	Bucket string
	Sub    []byte // 4 bytes, big-endian: a year or a period; nil for none
	Key    []byte
}

// Path names the bucket, for checksums and sums.
func (p Place) Path() []byte { return Path(p.Bucket, p.Sub) }

// Path names a bucket, and perhaps the bucket in it.
func Path(bucket string, part []byte) []byte {
	path := append(make([]byte, 0, len(bucket)+1+len(part)), bucket...)
	if part != nil {
		path = append(append(path, '/'), part...)
	}
	return path
}

// PlaceName names a place for a person to quote: no name and no NIP is in it,
// because none is in any key.
func PlaceName(path, key []byte) string {
	name := string(path)
	for i, b := range path {
		if b == '/' && len(path) == i+5 {
			name = fmt.Sprintf("%s/%d", path[:i], binary.BigEndian.Uint32(path[i+1:]))
			break
		}
	}
	return name + " " + hex.EncodeToString(key)
}

// Part writes a year or a period as the name of a bucket.
func Part(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

// IDs writes identifiers as the bytes of a key.
func IDs[S ~string](list ...S) ([]byte, error) {
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

// FactKey writes a fact's place as a key that sorts in order.
func FactKey(k model.FactKey) ([]byte, error) {
	key, err := IDs(k.Site)
	if err != nil {
		return nil, err
	}
	key = binary.BigEndian.AppendUint32(key, k.Epoch)
	key = append(key, byte(k.Lane))
	return binary.BigEndian.AppendUint64(key, k.Seq), nil
}

// AtSeq writes the key of a fact by its lane, as keys begin, and its number.
func AtSeq(lane []byte, seq uint64) []byte {
	return binary.BigEndian.AppendUint64(append(make([]byte, 0, FactKeySize), lane...), seq)
}

// FactKeySize is the length of a fact's key.
const FactKeySize = 16 + 4 + 1 + 8

// ParseFactKey reads what FactKey writes.
func ParseFactKey(key []byte) (model.FactKey, bool) {
	if len(key) != FactKeySize {
		return model.FactKey{}, false
	}
	return model.FactKey{
		Site:  model.SiteID(model.EncodeID([16]byte(key[:16]))),
		Epoch: binary.BigEndian.Uint32(key[16:]),
		Lane:  model.Lane(key[20]),
		Seq:   binary.BigEndian.Uint64(key[21:]),
	}, true
}

// NumberKey finds a person by number without the number standing in a key:
// half of its HMAC with the file's secret.
func NumberKey(secret []byte, n model.NIP) []byte {
	h := hmac.New(sha256.New, secret)
	h.Write([]byte(n))
	return h.Sum(nil)[:16]
}
