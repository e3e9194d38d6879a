// Package distribution compares how the predicates of a unit are spread with
// the pattern that belongs to the unit's result (pola distribusi predikat
// kinerja, SE MenPANRB 3/2023).
//
// It promises that a pattern is a plain value, that shares are compared as
// integers (count × 100 against limit × people), and that nothing is blocked or
// changed: what does not fit is named, with the number of people it is about,
// and people give a reason or look again.
package distribution

import (
	"errors"
	"slices"
	"strconv"

	"kinerja/model"
	"kinerja/model/unitresult"
)

// Counts is how many people have each predicate, by model.Predicate; those
// with none yet stand at model.NoPredicate and are in no share.
type Counts [model.VeryGood + 1]int

// People is how many have a predicate.
func (c Counts) People() (n int) {
	for p := model.VeryPoor; p <= model.VeryGood; p++ {
		n += c[p]
	}
	return n
}

// Everybody is how many are rated or still to be.
func (c Counts) Everybody() int { return c.People() + c[model.NoPredicate] }

// Open reports that not everybody is rated: the pattern is one of all people of a
// unit, and the first few say nothing about it.
func (c Counts) Open() bool { return c[model.NoPredicate] > 0 }

// Rated is the counts without those who have no predicate yet, worst to best,
// as an exception keeps them.
func (c Counts) Rated() []int { return append([]int(nil), c[model.VeryPoor:]...) }

// Kind is how a limit bounds a group.
type Kind uint8

// The kinds of limits.
const (
	AtMost  Kind = iota // at most so many per cent
	AtLeast             // at least so many per cent
	Someone             // at least one person
	Largest             // the largest single group ("sebagian besar")
)

var kinds = [...]string{"at_most", "at_least", "someone", "largest"}

// String is the word of the command line.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// Kinds are the words of the kinds, as files of rule sets write them.
func Kinds() []string { return kinds[:] }

// ParseKind reads a word of Kinds.
func ParseKind(s string) (Kind, bool) {
	i := slices.Index(kinds[:], s)
	return Kind(max(i, 0)), i >= 0
}

// Bounded reports a kind that needs a share in per cent.
func (k Kind) Bounded() bool { return k == AtMost || k == AtLeast }

// Limit bounds how many people may have one of some predicates, taken
// together.
type Limit struct {
	Of      []model.Predicate
	Kind    Kind
	Percent int // of those with a predicate; for AtMost and AtLeast
	// Assumed says that the source does not settle how to read it, so that this
	// program's reading stands: a default, shown as not verified.
	Assumed bool
}

// Pattern is what is expected of a unit with one result. Predicates that no
// limit names are free.
type Pattern []Limit

// Guide is the patterns of the five results, with where they come from.
type Guide struct {
	Name     string // with Version what an exception is kept under
	Version  int
	Source   string
	Patterns [unitresult.Outstanding + 1]Pattern
}

// ID is name and version: "se3-2023@1".
func (g Guide) ID() string { return g.Name + "@" + strconv.Itoa(g.Version) }

// Of is the pattern of a result; nil for none.
func (g Guide) Of(grade unitresult.Grade) Pattern {
	return g.Patterns[min(int(grade), len(g.Patterns)-1)]
}

// ErrPattern: no distribution of people could keep a pattern.
var ErrPattern = errors.New("no distribution keeps this pattern")

// Check refuses a pattern that nobody could keep: shares asked for that come to
// more than everybody, or to more than the same group may have. It names the
// result.
func (g Guide) Check() error {
	for _, grade := range unitresult.Grades() {
		if p := g.Of(grade); !p.possible() {
			return &model.FieldError{Field: "limit", Value: grade.String(), Err: ErrPattern}
		}
	}
	return nil
}

func (p Pattern) possible() bool {
	sum := 0
	for i, l := range p {
		if l.Kind != AtLeast {
			continue
		}
		// Of groups that overlap the larger share may hold both.
		apart := !slices.ContainsFunc(p[:i], func(m Limit) bool {
			return m.Kind == AtLeast && slices.ContainsFunc(m.Of, l.Names)
		})
		if apart {
			sum += l.Percent
		}
		most, all := 0, true
		for _, of := range l.Of {
			share, bound := p.most(of)
			most, all = most+share, all && bound
		}
		if all && most < l.Percent {
			return false
		}
	}
	return sum <= 100
}

// most is the largest share that one predicate alone may have.
func (p Pattern) most(of model.Predicate) (percent int, bound bool) {
	percent = 100
	for _, l := range p {
		if l.Kind == AtMost && len(l.Of) == 1 && l.Of[0] == of {
			percent, bound = min(percent, l.Percent), true
		}
	}
	return percent, bound
}

// SE3 is the guide of SE MenPANRB 3/2023 (31 January 2023). Its percentages are
// as reported in public sources. That "sebagian besar" is the largest single
// group, and how shares of a small unit are rounded, is not said there.
func SE3() Guide {
	sb, b, bp, k, sk := model.VeryGood, model.Good, model.NeedsImprovement, model.Poor, model.VeryPoor
	of := func(p ...model.Predicate) []model.Predicate { return p }
	g := Guide{Name: "se3-2023", Version: 1, Source: "SE MenPANRB 3/2023"}
	g.Patterns[unitresult.Outstanding] = Pattern{
		{Of: of(sb), Kind: Largest, Assumed: true},
		{Of: of(sb), Kind: AtMost, Percent: 70},
	}
	g.Patterns[unitresult.Good] = Pattern{
		{Of: of(b), Kind: Largest, Assumed: true},
		{Of: of(b), Kind: AtMost, Percent: 70},
		{Of: of(bp, k), Kind: Someone},
	}
	g.Patterns[unitresult.NeedsImprovement] = Pattern{
		{Of: of(sb), Kind: AtMost, Percent: 10},
		{Of: of(bp), Kind: AtLeast, Percent: 60},
	}
	g.Patterns[unitresult.Poor] = Pattern{
		{Of: of(sb), Kind: AtMost, Percent: 10},
		{Of: of(bp), Kind: AtLeast, Percent: 10},
		{Of: of(k), Kind: AtLeast, Percent: 60},
	}
	g.Patterns[unitresult.VeryPoor] = Pattern{
		{Of: of(sb), Kind: AtMost, Percent: 0},
		{Of: of(bp, k), Kind: AtLeast, Percent: 10},
		{Of: of(sk), Kind: AtLeast, Percent: 60},
	}
	return g
}
