package lang

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"kinerja/model"
	"kinerja/model/written"
)

// None is written where there is no value. It is never a zero.
const None = "–"

// Decimal is how typed numbers are read in this language where "1.234" alone
// could be two things.
func (t *Texts) Decimal() model.Decimal {
	if t.Code == "en" {
		return model.DecimalPoint
	}
	return model.DecimalComma
}

// Number writes n in full without needless zeros: 1.234,5 or 1,234.5.
func (t *Texts) Number(n model.Number) string { return t.group(n.String()) }

// Fixed writes n with two decimals, as results are printed: 105,31.
func (t *Texts) Fixed(n model.Number) string { return t.group(n.Fixed()) }

// Amount writes a as Number does, or None.
func (t *Texts) Amount(a model.Amount) string {
	if n, ok := a.Get(); ok {
		return t.Number(n)
	}
	return None
}

// FixedAmount writes a as Fixed does, or None.
func (t *Texts) FixedAmount(a model.Amount) string {
	if n, ok := a.Get(); ok {
		return t.Fixed(n)
	}
	return None
}

// Reached writes what was reached: as it was typed, of a fraction with two
// decimals as every computed result, or None.
func (t *Texts) Reached(e model.Entry) string {
	if written.Fraction(e) {
		return t.FixedAmount(e.Actual)
	}
	return t.Amount(e.Actual)
}

// Typed writes n as one would type it into a field: no thousands, so that it
// can be edited: 1234,5.
func (t *Texts) Typed(n model.Number) string {
	if t.Code == "en" {
		return n.String()
	}
	return strings.Replace(n.String(), ".", ",", 1)
}

// Count writes a number of things: 1.204.
func (t *Texts) Count(n int) string { return t.group(strconv.Itoa(n)) }

// group turns point notation into this language's, with signs between
// thousands.
func (t *Texts) group(s string) string {
	decimal, thousand := ",", "."
	if t.Code == "en" {
		decimal, thousand = ".", ","
	}
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = "-", rest
	}
	whole, part, fraction := strings.Cut(s, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(thousand)
		}
		b.WriteRune(r)
	}
	if fraction {
		b.WriteString(decimal + part)
	}
	return b.String()
}

// Date writes a day: "24 Oktober 2026".
func (t *Texts) Date(d model.Date) string {
	if d.IsZero() {
		return None
	}
	return fmt.Sprintf("%d %s %d", d.Day(), t.Common.Months[d.Month()-1], d.Year())
}

// Clock writes the time of day of at, in at's own zone: "14.03" or "14:03".
func (t *Texts) Clock(at time.Time) string {
	if t.Code == "en" {
		return at.Format("15:04")
	}
	return at.Format("15.04")
}

// Time writes day and time of at, in at's own zone: "5 Oktober 2026 14.03".
func (t *Texts) Time(at time.Time) string {
	return fmt.Sprintf("%d %s %d %s", at.Day(), t.Common.Months[at.Month()-1], at.Year(), t.Clock(at))
}

// Moment writes a moment as one says it now: the time of day, before today with
// the day.
func (t *Texts) Moment(at, now time.Time) string {
	if at.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return t.Clock(at)
	}
	return t.Time(at)
}

// Period writes a period: "TW III 2026", "Juli 2026"; "Q3 2026", "July 2026".
func (t *Texts) Period(p model.Period) string {
	c := t.Common.Periods
	switch p.Kind() {
	case model.Month:
		return Fill(c.Month, "month", t.Common.Months[p.N()-1], "year", p.Year())
	case model.Quarter:
		return Fill(c.Quarter, "n", c.Numerals[p.N()-1], "year", p.Year())
	case model.Semester:
		return Fill(c.Semester, "n", c.Numerals[p.N()-1], "year", p.Year())
	case model.Year:
		return strconv.Itoa(p.Year())
	}
	return None
}
