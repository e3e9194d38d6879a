package gain

import (
	"strconv"
	"strings"

	"kinerja/model"
)

// Read reads what a person types for an indicator: a number or a fraction, as
// model.ParseEntry does, and for a gain also what it is computed from:
//
//	45:78                  means of pretest and posttest, of 100
//	18:31/40@32-2          of 40, on 32 pupils, 2 left out
//	45:78/100@32=0,58      the mean of the pupils' gains is 0,58
//
// Marks are never thousands: point and comma both part the decimals.
func Read(text string, g model.Gauge, dec model.Decimal) (model.Entry, error) {
	if g.Direction == model.Gain && strings.Contains(text, ":") {
		d, err := Parse(text)
		if err != nil {
			return model.Entry{}, err
		}
		return d.Entry(), nil
	}
	var e model.Entry
	var err error
	e.Actual, e.Num, e.Den, err = model.ParseEntry(text, dec)
	return e, err
}

// Parse reads a detail as Read describes it, and checks it.
func Parse(text string) (Detail, error) {
	d := Detail{Max: UsualMax}
	rest, mean, own := strings.Cut(text, "=")
	rest, pupils, counted := strings.Cut(rest, "@")
	rest, most, scaled := strings.Cut(rest, "/")
	pre, post, ok := strings.Cut(rest, ":")
	if !ok {
		return d, &model.FieldError{Field: "realisasi", Value: text, Err: ErrForm}
	}
	var r reader
	d.Pre, d.Post = r.mark("pretes", pre), r.mark("postes", post)
	if scaled {
		d.Max = r.mark("maksimum", most)
	}
	if counted {
		n, out, some := strings.Cut(pupils, "-")
		d.Pupils = r.count(n)
		if some {
			d.LeftOut = r.count(out)
		}
	}
	if own {
		d.Which, d.Mean = Pupils, r.mark("gain", mean)
	}
	if r.err != nil {
		return d, r.err
	}
	return d, d.Check()
}

// reader reads numbers and keeps the first fault.
type reader struct{ err error }

func (r *reader) mark(field, text string) model.Number {
	n, err := Mark(text)
	if err != nil && r.err == nil {
		r.err = &model.FieldError{Field: field, Value: text, Err: err}
	}
	return n
}

func (r *reader) count(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil && r.err == nil {
		r.err = &model.FieldError{Field: "murid", Value: text, Err: model.ErrBadNumber}
	}
	return n
}

// Mark reads a mark, a mean of marks or a gain: point and comma both part the
// decimals.
func Mark(text string) (model.Number, error) {
	return model.ParseNumber(strings.Replace(text, ",", ".", 1), model.DecimalPoint)
}

// Write is d as Parse reads it, with numbers written by number.
func (d Detail) Write(number func(model.Number) string) string {
	s := number(d.Pre) + ":" + number(d.Post)
	if d.Max != UsualMax {
		s += "/" + number(d.Max)
	}
	if d.Pupils > 0 || d.LeftOut > 0 {
		s += "@" + strconv.Itoa(d.Pupils)
	}
	if d.LeftOut > 0 {
		s += "-" + strconv.Itoa(d.LeftOut)
	}
	if d.Which == Pupils {
		s += "=" + number(d.Mean)
	}
	return s
}

// String is d as Parse reads it, with points: "45:78/100@32-2".
func (d Detail) String() string { return d.Write(model.Number.String) }
