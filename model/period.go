package model

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Period is a month, quarter, semester or year: year × 100 + a code, so that
// it is one comparable integer that also serves in keys. The zero Period is
// "none". Measurement periods: PP 30/2019 (bulanan, triwulanan, semesteran,
// tahunan).
type Period uint32

// PeriodKind says how long a period is.
type PeriodKind uint8

// The kinds, short to long.
const (
	Month PeriodKind = iota + 1
	Quarter
	Semester
	Year
)

// The codes under the year: 1–12 months, 21–24 quarters, 31–32 semesters,
// 40 the whole year.
const (
	codeQuarter  = 20
	codeSemester = 30
	codeYear     = 40
)

// ErrBadPeriod is the answer to a text that names no period.
var ErrBadPeriod = errors.New("not a period")

// NewPeriod returns the nth period of its kind in year; n counts from 1 and is
// 1 for a year.
func NewPeriod(kind PeriodKind, year, n int) (Period, error) {
	limit := map[PeriodKind]int{Month: 12, Quarter: 4, Semester: 2, Year: 1}[kind]
	if year < 1900 || year > 2999 || n < 1 || n > limit {
		return 0, fmt.Errorf("period %d of %d: %w", n, year, ErrBadPeriod)
	}
	code := map[PeriodKind]int{Month: n, Quarter: codeQuarter + n, Semester: codeSemester + n, Year: codeYear}[kind]
	return Period(year*100 + code), nil
}

// ParsePeriod reads 2026-Q3, 2026-07, 2026-S1, 2026, and what people write:
// "TW III 2026", "triwulan III tahun 2026", "semester II 2026", "Q3 2026".
func ParsePeriod(s string) (Period, error) {
	words := strings.FieldsFunc(strings.Replace(strings.ToUpper(s), " TAHUN ", " ", 1), func(r rune) bool {
		return r == ' ' || r == '-' || r == '/' || r == '_' || r == '.'
	})
	bad := fmt.Errorf("%q: %w", s, ErrBadPeriod)
	if len(words) == 0 || len(words) > 3 {
		return 0, bad
	}
	year, rest := words[0], words[1:]
	if len(year) != 4 || !digits(year) {
		year, rest = words[len(words)-1], words[:len(words)-1]
	}
	if len(year) != 4 || !digits(year) {
		return 0, bad
	}
	y, _ := strconv.Atoi(year)
	kind, n := Year, 1
	if len(rest) > 0 {
		var ok bool
		if kind, n, ok = periodPart(strings.Join(rest, "")); !ok {
			return 0, bad
		}
	}
	p, err := NewPeriod(kind, y, n)
	if err != nil {
		return 0, bad
	}
	return p, nil
}

// periodPart reads what stands beside the year: "Q3", "TWIII", "S1", "07".
func periodPart(s string) (PeriodKind, int, bool) {
	kind := Month
	for _, p := range []struct {
		prefix string
		kind   PeriodKind
	}{
		{"TRIWULAN", Quarter}, {"QUARTER", Quarter}, {"TW", Quarter}, {"Q", Quarter},
		{"SEMESTER", Semester}, {"SEM", Semester}, {"S", Semester},
		{"BULAN", Month}, {"MONTH", Month}, {"M", Month},
	} {
		if rest, ok := strings.CutPrefix(s, p.prefix); ok {
			kind, s = p.kind, rest
			break
		}
	}
	if n, ok := map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4}[s]; ok && kind != Month {
		return kind, n, true
	}
	if len(s) < 1 || len(s) > 2 || !digits(s) {
		return 0, 0, false
	}
	n, _ := strconv.Atoi(s)
	return kind, n, true
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// Year is the calendar year that p lies in.
func (p Period) Year() int { return int(p / 100) }

// Kind is how long p is; 0 for a Period that is none.
func (p Period) Kind() PeriodKind {
	switch c := p.code(); {
	case c >= 1 && c <= 12:
		return Month
	case c > codeQuarter && c <= codeQuarter+4:
		return Quarter
	case c > codeSemester && c <= codeSemester+2:
		return Semester
	case c == codeYear:
		return Year
	}
	return 0
}

// N is which month, quarter or semester of its year p is, counted from 1.
func (p Period) N() int {
	switch p.Kind() {
	case Month:
		return p.code()
	case Year:
		return 1
	}
	return p.code() % 10
}

func (p Period) code() int { return int(p % 100) }

// Valid reports whether p names a period.
func (p Period) Valid() bool { return p.Kind() != 0 && p.Year() >= 1900 && p.Year() <= 2999 }

// months is p's length in months; 0 for a Period that is none.
func (p Period) months() int { return [...]int{0, 1, 3, 6, 12}[p.Kind()] }

// First is the first day of p.
func (p Period) First() Date {
	if !p.Valid() {
		return 0
	}
	return Date(p.Year()*10000 + ((p.N()-1)*p.months()+1)*100 + 1)
}

// Last is the last day of p.
func (p Period) Last() Date {
	if !p.Valid() {
		return 0
	}
	m := p.N() * p.months()
	return Date(p.Year()*10000 + m*100 + daysIn(p.Year(), m))
}

// Days is how many days p has; 0 for a Period that is none.
func (p Period) Days() int {
	if !p.Valid() {
		return 0
	}
	return p.First().Until(p.Last()) + 1
}

// Contains reports whether every day of q is a day of p; p contains itself.
func (p Period) Contains(q Period) bool {
	return p.Valid() && q.Valid() && p.First() <= q.First() && q.Last() <= p.Last()
}

// Has reports whether d is a day of p.
func (p Period) Has(d Date) bool { return p.Valid() && p.First() <= d && d <= p.Last() }

// Compare orders periods by their first day, the longer first where these are
// the same: 2026, 2026-S1, 2026-Q1, 2026-01, 2026-02.
func (p Period) Compare(q Period) int {
	if a, b := p.First(), q.First(); a != b {
		return int(a) - int(b)
	}
	return q.months() - p.months()
}

// Next and Prev are the neighbours of the same length.
func (p Period) Next() Period { return p.shift(1) }

// Prev is the period before p.
func (p Period) Prev() Period { return p.shift(-1) }

func (p Period) shift(by int) Period {
	if !p.Valid() {
		return 0
	}
	per := 12 / p.months()
	i := p.Year()*per + p.N() - 1 + by
	q, err := NewPeriod(p.Kind(), i/per, i%per+1)
	if err != nil {
		return 0
	}
	return q
}

// PeriodAt is the period of kind that d lies in.
func PeriodAt(kind PeriodKind, d Date) Period {
	per := map[PeriodKind]int{Month: 1, Quarter: 3, Semester: 6, Year: 12}[kind]
	if per == 0 || d.IsZero() {
		return 0
	}
	p, _ := NewPeriod(kind, d.Year(), (d.Month()-1)/per+1)
	return p
}

// String writes p as ParsePeriod reads it: 2026-Q3, 2026-07, 2026-S1, 2026.
func (p Period) String() string {
	switch p.Kind() {
	case Month:
		return fmt.Sprintf("%04d-%02d", p.Year(), p.N())
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", p.Year(), p.N())
	case Semester:
		return fmt.Sprintf("%04d-S%d", p.Year(), p.N())
	case Year:
		return fmt.Sprintf("%04d", p.Year())
	}
	return ""
}

// MarshalJSON writes p in quotes, or null.
func (p Period) MarshalJSON() ([]byte, error) {
	if !p.Valid() {
		return []byte("null"), nil
	}
	return []byte(`"` + p.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (p *Period) UnmarshalJSON(raw []byte) (err error) {
	if *p = 0; string(raw) != "null" {
		*p, err = ParsePeriod(strings.Trim(string(raw), `"`))
	}
	return err
}

// Usual picks the period that people mean when they name none: the newest
// quarter in use, else the newest of all. One stray month must not move
// everybody's work to it.
func Usual(used []Period) (Period, bool) {
	var best Period
	for _, p := range used {
		quarter := p.Kind() == Quarter
		if !best.Valid() || quarter && best.Kind() != Quarter || quarter == (best.Kind() == Quarter) && p.Compare(best) > 0 {
			best = p
		}
	}
	return best, best.Valid()
}
