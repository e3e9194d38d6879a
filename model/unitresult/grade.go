// Package unitresult is the performance of a unit as a whole in one period
// (capaian kinerja organisasi, SE MenPANRB 3/2023): which of five it is, on what
// basis, and by whose decision; and how it folds into the rating of the unit's
// head.
//
// It promises that nothing here rates anybody: a result is a basis that is shown
// beside the rating of the head and beside the distribution of the unit, and
// people decide.
package unitresult

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Grade is one of the five results of a unit. The zero Grade is "not set".
type Grade uint8

// The grades, worst to best. NeedsImprovement is also called "Cukup".
const (
	NoGrade          Grade = iota
	VeryPoor               // Sangat Kurang
	Poor                   // Kurang
	NeedsImprovement       // Butuh Perbaikan
	Good                   // Baik
	Outstanding            // Istimewa
)

var grades = [...]string{"", "very_poor", "poor", "needs_improvement", "good", "outstanding"}

// String is the word of the command line; nothing for none.
func (g Grade) String() string { return grades[min(int(g), len(grades)-1)] }

// ParseGrade reads the word of the command line, or that of the forms.
func ParseGrade(s string) (Grade, bool) {
	word := strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), "_")
	if g, ok := onForms[word]; ok {
		return g, true
	}
	i := slices.Index(grades[1:], word)
	return Grade(i + 1), i >= 0
}

// onForms are the words of SE MenPANRB 3/2023 and of e-Kinerja.
var onForms = map[string]Grade{
	"istimewa": Outstanding, "baik": Good, "butuh_perbaikan": NeedsImprovement, "cukup": NeedsImprovement,
	"kurang": Poor, "sangat_kurang": VeryPoor,
}

// Grades lists the five, best to worst, as the forms do.
func Grades() []Grade { return []Grade{Outstanding, Good, NeedsImprovement, Poor, VeryPoor} }

// Fold says which rating of results a head is given by the grade of the unit,
// by Grade. That it is so folded is the practice that SE MenPANRB 3/2023 is
// reported with; how five steps become three is not said there: it is this
// program's default, and a setting.
type Fold [Outstanding + 1]model.Rating

// DefaultFold is the fold where no setting says another: outstanding is above,
// good meets, the rest is below expectations. Not verified.
func DefaultFold() Fold {
	return Fold{VeryPoor: model.Below, Poor: model.Below, NeedsImprovement: model.Below, Good: model.Meets, Outstanding: model.Above}
}

// FoldFrom is the fold by which a grade from above on is above expectations, one
// from meets on meets them, and a worse one is below.
func FoldFrom(above, meets Grade) Fold {
	var f Fold
	for g := VeryPoor; g <= Outstanding; g++ {
		switch {
		case g >= above:
			f[g] = model.Above
		case g >= meets:
			f[g] = model.Meets
		default:
			f[g] = model.Below
		}
	}
	return f
}

// Of is the rating that a grade folds into; NotRated for no grade.
func (f Fold) Of(g Grade) model.Rating { return f[min(int(g), len(f)-1)] }

// Check refuses a fold in which a grade has no rating, or a better grade leads
// to a worse rating.
func (f Fold) Check() error {
	for g := VeryPoor; g <= Outstanding; g++ {
		switch {
		case f[g] == model.NotRated:
			return &model.FieldError{Field: "fold", Value: g.String(), Err: model.ErrMissing}
		case f[g] > model.Above:
			return &model.FieldError{Field: "fold", Value: g.String(), Err: model.ErrWord}
		case g > VeryPoor && f[g] < f[g-1]:
			return &model.FieldError{Field: "fold", Value: g.String(), Err: model.ErrOrder}
		}
	}
	return nil
}
