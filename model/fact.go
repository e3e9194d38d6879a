package model

import "time"

// Lane parts facts that may travel to other sites from those that never do.
type Lane uint8

// The lanes.
const (
	LaneShared Lane = iota // may travel
	LaneLocal              // users, PINs, settings, referrals: never leaves the file
)

// FactKey is a fact's place: site, epoch, lane and number are unique for ever.
type FactKey struct {
	Site  SiteID `cbor:"1,keyasint" json:"site"`
	Epoch uint32 `cbor:"2,keyasint" json:"epoch"`
	Lane  Lane   `cbor:"3,keyasint" json:"lane"`
	Seq   uint64 `cbor:"4,keyasint" json:"seq"`
}

// Header is the part of a fact that is chained. It never holds text typed by
// people, so that it can stay when the payload must go.
type Header struct {
	Key      FactKey    `cbor:"1,keyasint" json:"key"`
	At       int64      `cbor:"2,keyasint" json:"-"` // Unix nanoseconds, UTC
	Actor    string     `cbor:"3,keyasint" json:"actor"`
	For      EmployeeID `cbor:"4,keyasint,omitempty" json:"for,omitempty"` // whose word it is, when recorded
	Document []byte     `cbor:"5,keyasint,omitempty" json:"-"`             // digest of the document's name; the name stands in the payload
	Verb     Verb       `cbor:"6,keyasint" json:"verb"`
	Kind     Kind       `cbor:"7,keyasint" json:"kind"`
	Record   string     `cbor:"8,keyasint" json:"record"`
	Change   ChangeID   `cbor:"9,keyasint" json:"change"`
	Undoes   ChangeID   `cbor:"10,keyasint,omitempty" json:"undoes,omitempty"`
	Based    []FactKey  `cbor:"11,keyasint,omitempty" json:"-"` // the record's heads as the writer saw them
	Payload  []byte     `cbor:"12,keyasint" json:"-"`           // SHA-256 of the payload
	Previous []byte     `cbor:"13,keyasint,omitempty" json:"-"` // hash of the fact before, in this lane
	Via      Via        `cbor:"14,keyasint,omitempty" json:"-"` // how the actor was known: with their own PIN, or as whoever keeps the file
	Beside   uint64     `cbor:"15,keyasint,omitempty" json:"-"` // in lane local: number of the last fact of lane shared when this was written
}

// Time is the instant of the fact, in UTC.
func (h Header) Time() time.Time { return time.Unix(0, h.At).UTC() }

// Kind names a kind of record.
type Kind string

// The kinds. Cards and evaluations are found by plan and period.
const (
	KindUnit       Kind = "unit"
	KindEmployee   Kind = "employee"
	KindPost       Kind = "post"
	KindLeave      Kind = "leave"
	KindInstrument Kind = "instrument"
	KindPlan       Kind = "plan"
	KindCard       Kind = "card"
	KindEvaluation Kind = "evaluation"
	KindFeedback   Kind = "feedback"
	KindClosing    Kind = "closing"
	KindCredit     Kind = "credit" // opening balances of credit points
	KindSurvey     Kind = "survey"
	KindUnitResult Kind = "unitresult"
	KindAction     Kind = "action" // action plans, with their evidence
	KindSituation  Kind = "situation"
	KindAssessment Kind = "assessment" // how staff see their own work
	KindUser       Kind = "user"       // who may log in
	KindObjection  Kind = "objection"
	KindCoaching   Kind = "coaching"
	KindAward      Kind = "award"
	KindDiscipline Kind = "discipline" // references to letters
	KindSession    Kind = "session"
	KindFormer     Kind = "former"     // replaced versions of evaluations
	KindReferral   Kind = "referral"   // that somebody was referred to the counsellor
	KindCounsellor Kind = "counsellor" // where the counsellor is found
	KindRound      Kind = "round"      // of anonymous feedback
	KindVoice      Kind = "voice"      // an anonymous answer
	KindChange     Kind = "change"     // brackets of a large change
)

// LaneOf is the lane in which facts about records of this kind stand.
func LaneOf(k Kind) Lane {
	if k == KindUser || k == KindReferral || k == KindCounsellor {
		return LaneLocal
	}
	return LaneShared
}

// Difference is one value that a fact changed: where, and what stood there
// before and after, as raw CBOR (nothing: absent). A path is field numbers
// ("10") and element IDs, joined by "/"; "#" is the order of a list.
type Difference struct {
	Path   string `cbor:"1,keyasint"`
	Before []byte `cbor:"2,keyasint,omitempty"`
	After  []byte `cbor:"3,keyasint,omitempty"`
}

// Payload is the part of a fact that can be sealed, withheld or destroyed
// without breaking the chain.
type Payload struct {
	Salt        []byte       `cbor:"1,keyasint"` // 32 random bytes, so that a digest tells nothing
	Differences []Difference `cbor:"2,keyasint,omitempty"`
	Reason      string       `cbor:"3,keyasint,omitempty"`
	Document    string       `cbor:"4,keyasint,omitempty"`
}

// Fact is one change of one record.
type Fact struct {
	Header  Header
	Payload Payload
	Hash    []byte // SHA-256 of previous hash and header
	Missing bool   // the payload is not here (sealed, withheld, destroyed)
}
