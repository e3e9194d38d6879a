package survey

import (
	"math/big"
	"strings"

	"kinerja/model"
)

// Weight is the weight of each element. The regulation is printed with 0.11;
// only 1/9 lets nine answers of 4 come to 100 (DOMAIN 5.4).
type Weight uint8

// The weights, with the words of settings.
const (
	Ninth  Weight = iota // 1/9
	Eleven               // 0.11
)

// String is the word of settings: "1/9" or "0.11".
func (w Weight) String() string { return [...]string{"1/9", "0.11"}[min(w, Eleven)] }

// ParseWeight reads the word of settings; 0,11 is read too.
func ParseWeight(s string) (Weight, bool) {
	switch strings.Replace(strings.TrimSpace(s), ",", ".", 1) {
	case "1/9":
		return Ninth, true
	case "0.11":
		return Eleven, true
	}
	return Ninth, false
}

// exact is the weight as a fraction.
func (w Weight) exact() *big.Rat {
	if w == Eleven {
		return big.NewRat(11, 100)
	}
	return big.NewRat(1, 9)
}

// Grade is the quality of the service (mutu pelayanan).
type Grade uint8

// The grades, the best first.
const (
	NoGrade Grade = iota
	GradeA        // sangat baik
	GradeB        // baik
	GradeC        // kurang baik
	GradeD        // tidak baik
)

// String is the letter.
func (g Grade) String() string { return [...]string{"", "A", "B", "C", "D"}[min(g, GradeD)] }

// Cut is the least index of a grade; of D, the least there can be.
type Cut struct {
	Grade Grade
	From  model.Number // index (NIK)
	Mean  model.Number // average of the elements (NI)
}

// Cuts are the grades of PermenPANRB 14/2017, the best first. The lower part of
// NI is not verified (DOMAIN 5.5).
func Cuts() []Cut {
	return []Cut{
		{GradeA, model.MustNumber("88.31"), model.MustNumber("3.5324")},
		{GradeB, model.MustNumber("76.61"), model.MustNumber("3.0644")},
		{GradeC, model.MustNumber("65"), model.MustNumber("2.6")},
		{GradeD, model.MustNumber("25"), model.MustNumber("1")},
	}
}

// GradeOf is the grade of an index that was rounded to two decimals.
func GradeOf(index model.Number) Grade {
	for _, c := range Cuts() {
		if index.Round() >= c.From {
			return c.Grade
		}
	}
	return GradeD // with the weight 0.11 nine answers of 1 come to 24.75
}
