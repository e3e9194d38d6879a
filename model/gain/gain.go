// Package gain is the normalised gain of a class (N-gain, Hake 1998): how much of
// what could still be learnt was learnt, g = (post − pre) ÷ (maximum − pre).
//
// What it promises:
//   - A gain is exact until it is kept, as a number of four decimals, rounded once;
//     bands are found by cross-multiplication and never from a rounded number.
//   - The gain of the class means and the mean of the pupils' gains are different
//     numbers; which of the two a value is, is kept with it.
//   - Who had the maximum before the lessons has no gain: left out, and counted.
//   - Of a class list only means and counts are kept, never a pupil's mark.
package gain

import (
	"errors"
	"strconv"
	"strings"

	"kinerja/model"
)

// Reasons why there is no gain.
var (
	// ErrFull: all there was to learn was known before.
	ErrFull = errors.New("the pretest is at the maximum: no gain can be computed")
	// ErrAbove: a mark is above the maximum.
	ErrAbove = errors.New("above the maximum")
	// ErrForm: a text is not written as a gain is.
	ErrForm = errors.New("not written as pre:post[/max][@pupils[-left out]][=mean of gains]")
)

// Which says what a gain was computed from.
type Which uint8

// The ways, with the words that files use.
const (
	Class  Which = iota // kelas: from the means of the class, as Hake did
	Pupils              // murid: the mean of the gains of the pupils, one by one
)

// String is the word that files use.
func (w Which) String() string { return [...]string{"kelas", "murid"}[min(w, Pupils)] }

// ParseWhich reads the word that files use.
func ParseWhich(s string) (Which, bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "kelas":
		return Class, true
	case "murid":
		return Pupils, true
	}
	return Class, false
}

// Marks are at most this much, and a class has at most so many pupils.
const (
	MostMark   = 1_000_000
	MostPupils = 100_000
	// UsualMax is the maximum where nobody says another.
	UsualMax = 100 * model.Scale
)

// Detail is what a gain was computed from. Pupils is how many it stands on, 0
// where nobody said; LeftOut how many more were left out.
type Detail struct {
	Pre, Post, Max  model.Number
	Pupils, LeftOut int
	Which           Which
	Mean            model.Number // of the pupils' gains; 0 unless Which is Pupils
}

// Check refuses a detail that gives no gain; a FieldError names what is wrong
// with it: pretes, postes, maksimum, murid.
func (d Detail) Check() error {
	fault := func(field, value string, err error) error {
		return &model.FieldError{Field: field, Value: value, Err: err}
	}
	switch {
	case d.Max <= 0:
		return fault("maksimum", d.Max.String(), model.ErrZero)
	case d.Max > model.Int(MostMark):
		return fault("maksimum", d.Max.String(), model.ErrNumberRange)
	case d.Pre < 0:
		return fault("pretes", d.Pre.String(), model.ErrNegative)
	case d.Post < 0:
		return fault("postes", d.Post.String(), model.ErrNegative)
	case d.Pre > d.Max:
		return fault("pretes", d.Pre.String(), ErrAbove)
	case d.Post > d.Max:
		return fault("postes", d.Post.String(), ErrAbove)
	case d.Pre == d.Max:
		return fault("pretes", d.Pre.String(), ErrFull)
	case d.Pupils < 0 || d.LeftOut < 0:
		return fault("murid", strconv.Itoa(min(d.Pupils, d.LeftOut)), model.ErrNegative)
	case d.Pupils > MostPupils || d.LeftOut > MostPupils:
		return fault("murid", strconv.Itoa(max(d.Pupils, d.LeftOut)), model.ErrNumberRange)
	case d.Which == Pupils && d.Mean > model.Scale:
		return fault("gain", d.Mean.String(), ErrAbove)
	}
	return nil
}

// Value is the gain, to four decimals, rounded half away from zero.
func (d Detail) Value() model.Number {
	if d.Which == Pupils {
		return d.Mean
	}
	n, _ := model.MulDiv(d.Post-d.Pre, model.Scale, d.Max-d.Pre) // Check: above 0, and it fits
	return n
}

// Entry is what a card keeps: the value, and beside it where it comes from.
func (d Detail) Entry() model.Entry {
	return model.Entry{Actual: model.Some(d.Value()), Source: d.origin()}
}

const mark = "ngain"

// origin is how a detail stands in an entry: "ngain kelas 45 78 100 32 1 0.6".
// One text holds it all: its parts belong together, and two people who change
// different ones at once have contradicted each other.
func (d Detail) origin() string {
	return strings.Join([]string{mark, d.Which.String(), d.Pre.String(), d.Post.String(), d.Max.String(),
		strconv.Itoa(d.Pupils), strconv.Itoa(d.LeftOut), d.Value().String()}, " ")
}

// Of is what the value of an entry was computed from; false where it was typed as
// one number, or typed over since.
func Of(e model.Entry) (Detail, bool) {
	part := strings.Split(e.Source, " ")
	if len(part) != 8 || part[0] != mark {
		return Detail{}, false
	}
	var d Detail
	which, ok := ParseWhich(part[1])
	d.Which = which
	var errs [6]error
	d.Pre, errs[0] = model.ParseNumber(part[2], model.DecimalPoint)
	d.Post, errs[1] = model.ParseNumber(part[3], model.DecimalPoint)
	d.Max, errs[2] = model.ParseNumber(part[4], model.DecimalPoint)
	d.Pupils, errs[3] = strconv.Atoi(part[5])
	d.LeftOut, errs[4] = strconv.Atoi(part[6])
	value, err := model.ParseNumber(part[7], model.DecimalPoint)
	errs[5] = err
	if d.Which == Pupils {
		d.Mean = value
	}
	if !ok || errors.Join(errs[:]...) != nil || d.Check() != nil || d.origin() != e.Source {
		return Detail{}, false
	}
	return d, e.Actual == model.Some(value) && !e.Num.Present()
}
