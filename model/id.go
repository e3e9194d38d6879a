package model

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
)

// Identifiers are ULIDs (26 characters) minted once by store, except those of
// plans, cards, evaluations and results of units: these are hashes of what they belong to, so
// that two sites which make the same one make one, not two.
type (
	EmployeeID   string
	UnitID       string
	PostID       string
	InstrumentID string
	PlanID       string
	CardID       string
	EvaluationID string
	FeedbackID   string
	UnitResultID string
	// ElementID names one element of a list inside a record: an outcome, a
	// measure, an indicator. It is given at birth and never reused.
	ElementID string
	// ChangeID names one change: all facts that one act of one person made.
	ChangeID string
	// SiteID names one file as a place where facts are made.
	SiteID string
)

// PlanOf returns the identity of the plan of post in year.
func PlanOf(post PostID, year int) PlanID {
	return PlanID(hashID("plan", string(post), strconv.Itoa(year)))
}

// CardOf returns the identity of the card of plan in period.
func CardOf(plan PlanID, period Period) CardID {
	return CardID(hashID("card", string(plan), period.String()))
}

// EvaluationOf returns the identity of the evaluation of plan in period.
func EvaluationOf(plan PlanID, period Period) EvaluationID {
	return EvaluationID(hashID("evaluation", string(plan), period.String()))
}

// UnitResultOf returns the identity of the result of a unit in a period.
func UnitResultOf(unit UnitID, period Period) UnitResultID {
	return UnitResultID(hashID("unitresult", string(unit), period.String()))
}

// crockford is the alphabet of ULIDs, so that all identifiers look alike.
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// ReadyID returns the identity of a thing that the program brings along (a
// ready instrument, a person of the sample), so that two sites have the same.
func ReadyID(parts ...string) string { return hashID(append([]string{"ready"}, parts...)...) }

// hashID folds parts into 26 characters that are a valid ULID. Parts are
// separated by a byte that none of them can hold.
func hashID(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	raw := h.Sum(nil)[:16]
	return EncodeID([16]byte(raw))
}

// EncodeID writes 16 bytes as the 26 characters of a ULID.
func EncodeID(raw [16]byte) string {
	// 26 characters hold 130 bits; a ULID's two spare bits stand in front.
	var wide [17]byte
	carry := byte(0)
	for i, b := range raw {
		wide[i] = carry | b>>2
		carry = b << 6
	}
	wide[16] = carry
	return crockford.EncodeToString(wide[:])[:26]
}

// DecodeID reads the 16 bytes of an identifier; it reports false for anything
// that EncodeID does not write.
func DecodeID(id string) (raw [16]byte, ok bool) {
	if len(id) != 26 {
		return raw, false
	}
	wide, err := crockford.DecodeString(id + "00")
	if err != nil || len(wide) != 17 || wide[0]&0xC0 != 0 {
		return raw, false
	}
	for i := range raw {
		raw[i] = wide[i]<<2 | wide[i+1]>>6
	}
	return raw, EncodeID(raw) == id
}
