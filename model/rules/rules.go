// Package rules holds rule sets as data: how far the aid must come before it
// suggests a rating, which predicate follows from which two ratings, what the
// steps are called, and which of these numbers are law and which are only this
// program's default.
//
// It promises that a rule set is a plain value: With returns a changed copy,
// Check says whether the copy still makes sense, and Digest and FromDigest let
// a final evaluation be read years later under the very numbers it was made
// with, whatever the settings say by then.
package rules

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/unitresult"
)

// What Check and FromDigest can find wrong.
var (
	// ErrMatrix: a better rating would lead to a worse predicate, or a cell is
	// empty.
	ErrMatrix = errors.New("matrix is not monotone")
	// ErrThreshold: meets < above ≤ cap does not hold, or a share is not
	// between 0 and 100.
	ErrThreshold = errors.New("thresholds out of order")
	// ErrDigest: the digest is of another rule set, or none.
	ErrDigest = errors.New("digest of another rule set")
)

// Limits are the numbers of the aid, in per cent. They alone may be changed by
// a setting.
type Limits struct {
	Above    model.Number // the aid suggests "above" from here on
	Meets    model.Number // and "meets" from here on
	MinShare model.Number // least share of the weight that must be present
	Cap      model.Number // most that one indicator counts, unless it has its own
}

// Enough reports whether share, in per cent of the weight, is enough for a
// suggestion. The printed share is what counts.
func (l Limits) Enough(share model.Number) bool { return share.Round() >= l.MinShare }

// Suggest says which rating the aid suggests for a value of which share of the
// weight was present. The printed value is what thresholds compare. It is
// NotRated where there is no value or too little of the weight.
func (l Limits) Suggest(value model.Amount, share model.Number) model.Rating {
	n, ok := value.Get()
	switch n = n.Round(); {
	case !ok || !l.Enough(share):
		return model.NotRated
	case n >= l.Above:
		return model.Above
	case n >= l.Meets:
		return model.Meets
	}
	return model.Below
}

// From is the least printed value for which rating is suggested; false for
// ratings that begin nowhere.
func (l Limits) From(rating model.Rating) (model.Number, bool) {
	switch rating {
	case model.Above:
		return l.Above, true
	case model.Meets:
		return l.Meets, true
	}
	return 0, false
}

// RuleSet is what one regulation says about results, in one version. Basis says
// of each part where it comes from.
type RuleSet struct {
	ID      string
	Version int
	Name    model.Text
	Source  string
	Limits

	// Matrix is the predicate by result and behaviour, each from Below (0) to
	// Above (2).
	Matrix     [3][3]model.Predicate
	Ratings    [4]model.Text // by model.Rating
	Predicates [6]model.Text // by model.Predicate
	Basis      []Basis

	// ObjectionDays is how long somebody may object; 0: ObjectionDays of the law.
	ObjectionDays int

	// Guide is its own pattern for how predicates are spread over a unit; nil:
	// that of SE MenPANRB 3/2023. It decides about nobody, so that no evaluation
	// keeps it.
	Guide *distribution.Guide `json:"-"`

	// Formula computes the predicate from numbers; nil where two ratings and
	// the matrix decide, as under the rule in force.
	Formula *Formula

	// Heads is how the result of a unit suggests the rating of results of its
	// head. It is a setting and decides nothing: no digest and no definition has
	// it, and an evaluation keeps what was suggested. The zero Fold is
	// unitresult.DefaultFold.
	Heads unitresult.Fold `json:"-"`
}

// Head is the rating of results that the result of a unit suggests for its head;
// NotRated where none is decided, and under a formula, which computes it.
func (rs RuleSet) Head(g unitresult.Grade) model.Rating {
	if rs.Computes() {
		return model.NotRated
	}
	return rs.HeadFold().Of(g)
}

// HeadFold is Heads, or the default.
func (rs RuleSet) HeadFold() unitresult.Fold {
	if rs.Heads == (unitresult.Fold{}) {
		return unitresult.DefaultFold()
	}
	return rs.Heads
}

// Basis says where one part of a rule set comes from.
type Basis struct {
	Field string // as settings name it: "above", "meets", "min_share", "cap", "matrix"; or a part of the formula
	// Default says that the value is this program's own and not law, so that
	// pages show it as such and a setting may change it.
	Default bool
	Note    model.Text
}

// Ref names the rule set with its version, as evaluations keep it:
// "permenpanrb6@1".
func (rs RuleSet) Ref() string { return rs.ID + "@" + strconv.Itoa(rs.Version) }

// With returns the rule set with other numbers, all in per cent. Check says
// whether they make sense together.
func (rs RuleSet) With(above, meets, minShare, limit model.Number) RuleSet {
	rs.Basis = slices.Clone(rs.Basis)
	rs.Limits = Limits{Above: above, Meets: meets, MinShare: minShare, Cap: limit}
	return rs
}

// IsDefault reports whether field is this program's default and not law.
func (rs RuleSet) IsDefault(field string) bool {
	return slices.ContainsFunc(rs.Basis, func(b Basis) bool { return b.Field == field && b.Default })
}

// Distribution is the pattern that a unit's predicates are held against.
func (rs RuleSet) Distribution() distribution.Guide {
	if rs.Guide == nil {
		return distribution.SE3()
	}
	return *rs.Guide
}

// Predicate is what two ratings come to; NoPredicate while one is missing.
func (rs RuleSet) Predicate(result, behaviour model.Rating) model.Predicate {
	if !rated(result) || !rated(behaviour) {
		return model.NoPredicate
	}
	return rs.Matrix[result-model.Below][behaviour-model.Below]
}

func rated(r model.Rating) bool { return r >= model.Below && r <= model.Above }

// PredicateName is what the regulation calls p; empty for none yet.
func (rs RuleSet) PredicateName(p model.Predicate) model.Text {
	if int(p) >= len(rs.Predicates) {
		return model.Text{}
	}
	return rs.Predicates[p]
}

// RatingName is what the regulation calls r; empty for not rated.
func (rs RuleSet) RatingName(r model.Rating) model.Text {
	if int(r) >= len(rs.Ratings) {
		return model.Text{}
	}
	return rs.Ratings[r]
}

// Check refuses a rule set that contradicts itself: thresholds out of order, a
// better rating with a worse predicate, a step without a name.
func (rs RuleSet) Check() error {
	switch {
	case rs.ID == "" || rs.Version < 1 || strings.Contains(rs.ID, "@"):
		return &model.FieldError{Field: "ruleset", Value: rs.Ref(), Err: model.ErrMissing}
	case rs.Meets <= 0:
		return &model.FieldError{Field: "meets", Value: rs.Meets.String(), Err: ErrThreshold}
	case rs.Above <= rs.Meets:
		return &model.FieldError{Field: "above", Value: rs.Above.String(), Err: ErrThreshold}
	case rs.Cap < rs.Above || rs.Cap > model.Int(10_000):
		return &model.FieldError{Field: "cap", Value: rs.Cap.String(), Err: ErrThreshold}
	case rs.MinShare <= 0 || rs.MinShare > model.Int(100):
		return &model.FieldError{Field: "min_share", Value: rs.MinShare.String(), Err: ErrThreshold}
	}
	for _, t := range slices.Concat(rs.Ratings[model.Below:], rs.Predicates[model.VeryPoor:], []model.Text{rs.Name}) {
		if t.ID == "" || t.EN == "" {
			return &model.FieldError{Field: "name", Value: t.ID + t.EN, Err: model.ErrMissing}
		}
	}
	if rs.Guide != nil {
		if err := rs.Guide.Check(); err != nil {
			return err
		}
	}
	if rs.Formula == nil {
		return rs.checkMatrix()
	}
	if rs.Matrix != [3][3]model.Predicate{} { // two ways to one predicate
		return &model.FieldError{Field: "matrix", Value: rs.Ref(), Err: ErrMatrix}
	}
	return rs.Formula.check()
}

func (rs RuleSet) checkMatrix() error {
	for i, row := range rs.Matrix {
		for j, p := range row {
			if p == model.NoPredicate || p > model.VeryGood ||
				i > 0 && p < rs.Matrix[i-1][j] || j > 0 && p < row[j-1] {
				return &model.FieldError{Field: "matrix", Value: fmt.Sprintf("%d,%d", i+1, j+1), Err: ErrMatrix}
			}
		}
	}
	return nil
}

// bytes is the formula as the digest reads it: nothing for none.
func (f *Formula) bytes() []byte {
	if f == nil {
		return nil
	}
	text, err := json.Marshal(f)
	if err != nil {
		panic("rules: a formula is plain data: " + err.Error())
	}
	return text
}

// Digest is SHA-256 over everything that decides, followed by the four numbers
// that a setting may change (big-endian, eight bytes each). Names and notes do
// not decide and are left out, so that a better wording changes no digest.
func (rs RuleSet) Digest() []byte {
	var numbers []byte
	for _, n := range []model.Number{rs.Above, rs.Meets, rs.MinShare, rs.Cap} {
		numbers = binary.BigEndian.AppendUint64(numbers, uint64(n))
	}
	all := append([]byte(rs.Ref()+"\x00"), numbers...)
	for _, row := range rs.Matrix {
		for _, p := range row {
			all = append(all, byte(p))
		}
	}
	all = append(all, rs.Formula.bytes()...)
	if rs.ObjectionDays > 0 {
		all = binary.BigEndian.AppendUint32(all, uint32(rs.ObjectionDays))
	}
	sum := sha256.Sum256(all)
	return append(sum[:], numbers...)
}

// FromDigest returns the rule set ref with the very numbers it had when digest
// was taken. It refuses a digest that does not belong to ref (ErrDigest) and a
// ref that nobody knows (model.ErrNotFound).
func FromDigest(ref string, digest []byte) (RuleSet, error) {
	rs, ok := Find(ref)
	if !ok {
		return RuleSet{}, fmt.Errorf("rule set %s: %w", ref, model.ErrNotFound)
	}
	if len(digest) != sha256.Size+4*8 {
		return RuleSet{}, fmt.Errorf("rule set %s: %w", ref, ErrDigest)
	}
	n := func(i int) model.Number {
		return model.Number(binary.BigEndian.Uint64(digest[sha256.Size+8*i:]))
	}
	rs = rs.With(n(0), n(1), n(2), n(3))
	if !slices.Equal(rs.Digest(), digest) {
		return RuleSet{}, fmt.Errorf("rule set %s: %w", ref, ErrDigest)
	}
	return rs, nil
}

// All returns every rule set that the program knows, newest version of each
// first.
func All() []RuleSet {
	return []RuleSet{PermenPANRB6(), PermenPANRB8(), PermenPANRB8Peers(), PP30(), PP30Peers(), PP46()}
}

// Find returns the rule set that ref names: "permenpanrb6@1", or without a
// version the newest.
func Find(ref string) (RuleSet, bool) {
	for _, rs := range All() {
		if ref == rs.ID || ref == rs.Ref() {
			return rs, true
		}
	}
	return RuleSet{}, false
}
