package rules

import (
	"errors"
	"slices"

	"kinerja/model"
)

// What Check can find wrong in a formula.
var (
	// ErrParts: the weights of results and behaviour are not 100 together.
	ErrParts = errors.New("weights of the parts are not 100")
	// ErrLines: a better capaian would lead to a smaller value, or there is no
	// line for some capaian.
	ErrLines = errors.New("lines fall or have a gap")
	// ErrBands: the bands do not go down to 0 in the order of the predicates.
	ErrBands = errors.New("bands out of order")
)

// Kind is how the value of one indicator comes from its capaian, the per cent
// of the target that was reached.
type Kind uint8

// The kinds, with the words that files use.
const (
	// Reached is the capaian itself, between 0 and the cap.
	Reached Kind = iota
	// Lined reads the value off the formula's own lines.
	Lined
	// Efficient is the rule for time and cost of PP 46/2011, for indicators of
	// which less is better: on target counts 76, up to 24 % less counts more,
	// beyond that less and less. Others count as Reached.
	Efficient
)

var kinds = [...]string{"capaian", "lines", "efficiency"}

// String is the word that files use.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// ParseKind reads the word that files use.
func ParseKind(s string) (Kind, bool) {
	i := slices.Index(kinds[:], s)
	return Kind(max(i, 0)), i >= 0
}

// Kinds lists the words that files use.
func Kinds() []string { return slices.Clone(kinds[:]) }

// Line is a straight line: from a capaian on (After: only beyond it), the value
// is Base + (capaian − From) × Rise ÷ Run.
type Line struct {
	From  model.Number
	After bool
	Base  model.Number
	Rise  model.Number
	Run   model.Number // above 0
}

// Band is the range of values that a predicate has: from From on, and only
// with a new idea where Idea says so.
type Band struct {
	Predicate model.Predicate
	From      model.Number
	Idea      bool
}

// Formula is how a rule set computes: the value of each indicator, their mean
// by weight, that and the value of behaviour by the weights of the parts, and
// the band in which the sum lies.
type Formula struct {
	Kinds [4]Kind // by model.Aspect
	Whole bool    // capaian is rounded to a whole per cent first, half up
	Lines []Line  // for Lined, by From, the first at 0
	// Maximum is the value at capaian 100 where the target is the most that can
	// be reached; 0: no such rule.
	Maximum model.Number

	Results       model.Number // weight of the results, in per cent
	Behaviour     model.Number // weight of behaviour, in per cent
	MostBehaviour model.Number // behaviour is a number from 0 to this
	Bands         []Band       // best first
}

// Efficiency returns the lines of PP 46/2011 for time and cost. With RW and TW
// the capaian is (2 − RW/TW) × 100, so (1.76·TW − RW)/TW × 100 is the capaian
// less 24, an efficiency of 24 % is a capaian of 124, and beyond it
// 76 − ((1.76·TW − RW)/TW × 100 − 100) is 200 less the capaian.
func Efficiency() []Line {
	one := model.Int(1)
	return []Line{
		{Base: model.Int(-24), Rise: one, Run: one},
		{From: model.Int(124), After: true, Base: model.Int(76), Rise: -one, Run: one},
	}
}

// Computes reports whether the rule set has a formula, so that the predicate is
// computed and not given by the matrix.
func (rs RuleSet) Computes() bool { return rs.Formula != nil }

// KindOf is how the formula values an indicator.
func (f Formula) KindOf(g model.Gauge) Kind {
	k := f.Kinds[min(int(g.Aspect), len(f.Kinds)-1)]
	if k == Efficient && g.Direction != model.Lower {
		return Reached
	}
	return k
}

// Band is the band of a value: the best whose printed bound it reaches and
// whose condition is met. It is false for a value below all of them.
func (f Formula) Band(value model.Number, idea bool) (Band, bool) {
	i := slices.IndexFunc(f.Bands, func(b Band) bool {
		return value.Round() >= b.From && (idea || !b.Idea)
	})
	if i < 0 {
		return Band{}, false
	}
	return f.Bands[i], true
}

// AsksIdea reports whether a new idea changes anything.
func (f Formula) AsksIdea() bool {
	return slices.ContainsFunc(f.Bands, func(b Band) bool { return b.Idea })
}

func (f Formula) check() error {
	switch {
	case f.Results < 0 || f.Behaviour < 0 || f.Results+f.Behaviour != model.Int(100):
		return &model.FieldError{Field: "parts", Value: f.Results.String() + " + " + f.Behaviour.String(), Err: ErrParts}
	case f.MostBehaviour <= 0 || f.MostBehaviour > model.Int(10_000):
		return &model.FieldError{Field: "behaviour_max", Value: f.MostBehaviour.String(), Err: ErrThreshold}
	case f.Maximum < 0 || f.Maximum > model.Int(10_000):
		return &model.FieldError{Field: "maximum", Value: f.Maximum.String(), Err: ErrThreshold}
	}
	if err := f.checkLines(); err != nil {
		return err
	}
	return f.checkBands()
}

// checkLines refuses lines by which a better capaian could count less. A
// line's end is compared with the next one's beginning in whole numbers, so
// that nothing is rounded.
func (f Formula) checkLines() error {
	if !slices.Contains(f.Kinds[:], Lined) && len(f.Lines) == 0 {
		return nil
	}
	if len(f.Lines) == 0 || f.Lines[0].From != 0 || f.Lines[0].After {
		return &model.FieldError{Field: "lines", Value: "0", Err: ErrLines}
	}
	for i, l := range f.Lines {
		bad := l.Run <= 0 || l.Rise < 0 || l.Base < 0 || max(l.From, l.Base, l.Rise, l.Run) > model.Int(10_000)
		if i > 0 && !bad {
			before := f.Lines[i-1]
			far := l.From - before.From
			end, ok := model.MulDiv(far, before.Rise, before.Run)
			bad = far <= 0 || !ok || !f.Whole && before.Base+end > l.Base
			if f.Whole && !bad { // the last whole per cent before the line
				end, _ = model.MulDiv(far-model.Scale, before.Rise, before.Run)
				bad = before.Base+end > l.Base
			}
		}
		if bad {
			return &model.FieldError{Field: "lines", Value: l.From.String(), Err: ErrLines}
		}
	}
	if last := f.Lines[len(f.Lines)-1]; f.Maximum > 0 && f.Maximum < last.Base {
		return &model.FieldError{Field: "maximum", Value: f.Maximum.String(), Err: ErrLines}
	}
	return nil
}

func (f Formula) checkBands() error {
	for i, b := range f.Bands {
		if b.Predicate == model.NoPredicate || b.Predicate > model.VeryGood || b.From < 0 ||
			i > 0 && (b.Predicate >= f.Bands[i-1].Predicate || b.From >= f.Bands[i-1].From) {
			return &model.FieldError{Field: "bands", Value: b.From.String(), Err: ErrBands}
		}
	}
	if n := len(f.Bands); n == 0 || f.Bands[n-1].From != 0 || f.Bands[n-1].Idea {
		return &model.FieldError{Field: "bands", Value: "0", Err: ErrBands}
	}
	return nil
}
