package credit

import (
	"strconv"

	"kinerja/model"
)

// Points are credit points in twelfths of a ten-thousandth: exact for every
// level, predicate and number of months.
type Points int64

// perPoint is how many of these make one point.
const perPoint = 12 * model.Scale

// Whole returns n points.
func Whole(n int64) Points { return Points(n * perPoint) }

// Typed returns points that were typed or printed on a document.
func Typed(n model.Number) Points { return Points(n) * 12 }

// Earned is what months (1 to 12) at a level with a predicate bring. Twelve of
// them are a year.
func Earned(l Level, p model.Predicate, months int) Points {
	return Points(int64(l.Coefficient()) * int64(Percent(p)) / 100 * int64(months))
}

// MovedIn is what a person brings who comes from an administrative post: the
// coefficient for each year in rank, months of it proportionally (Peraturan BKN
// 3/2023).
func MovedIn(l Level, months int) Points { return Points(int64(l.Coefficient()) * int64(months)) }

// Number returns the points rounded to two decimals, half up: what is printed
// and compared.
func (p Points) Number() model.Number { return p.rounded(100) }

// Three returns the points rounded to three decimals, half up, as some forms
// print them (not verified).
func (p Points) Three() model.Number { return p.rounded(10) }

func (p Points) rounded(unit int64) model.Number {
	by := unit * 12
	n, half := int64(p), by/2
	if n < 0 {
		half = -half
	}
	return model.Number((n + half) / by * unit)
}

// String prints the points with two decimals: "20.83".
func (p Points) String() string { return p.Number().Fixed() }

// MarshalJSON writes the points as they are printed.
func (p Points) MarshalJSON() ([]byte, error) { return []byte(p.String()), nil }

// Exact writes the points without rounding, as a fraction where they are no
// whole number: "25/12".
func (p Points) Exact() string {
	n, d := int64(p), int64(perPoint)
	for _, f := range []int64{2, 3, 5} {
		for n%f == 0 && d%f == 0 {
			n, d = n/f, d/f
		}
	}
	if d == 1 {
		return strconv.FormatInt(n, 10)
	}
	return strconv.FormatInt(n, 10) + "/" + strconv.FormatInt(d, 10)
}

// MonthsOf reads years in rank, such as 3.5, as whole months; false where they
// are none, or not from one month to fifty years.
func MonthsOf(years model.Number) (int, bool) {
	months := int64(years) * 12
	if years < 0 || years > model.Int(50) {
		return 0, false
	}
	// A third of a year cannot be typed exactly: 3.3333 means 40 months.
	n := (months + model.Scale/2) / model.Scale
	off := months - n*model.Scale
	return int(n), n >= 1 && off >= -12 && off <= 12
}
