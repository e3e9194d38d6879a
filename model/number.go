package model

import (
	"errors"
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// Number is a count of ten-thousandths: 94.5 is Number(945000). Everything
// entered and stored is a Number; 900 trillion rupiah fit. No score is ever
// computed in floating point.
type Number int64

// Scale is how many Numbers make one.
const Scale = 10_000

// Decimal says which sign divides the whole from the part in a written number.
type Decimal uint8

// How a written number is read.
const (
	// DecimalAuto reads what can be read in one way only and refuses the rest:
	// "1.234" may be a thousand or one and a bit.
	DecimalAuto Decimal = iota
	// DecimalComma reads 1.234,5 and takes a lone group of three after a point
	// for thousands.
	DecimalComma
	// DecimalPoint reads 1,234.5 and takes a lone group of three after a comma
	// for thousands.
	DecimalPoint
)

// Reasons why a text is not a Number.
var (
	ErrBadNumber       = errors.New("not a number")
	ErrAmbiguousNumber = errors.New("may be thousands or a fraction")
	ErrNumberRange     = errors.New("number too large")
	ErrNumberDigits    = errors.New("more than four decimals")
)

// Int returns n as a Number. It is for constants: n beyond ±900 trillion wraps.
func Int(n int64) Number { return Number(n * Scale) }

// MustNumber is ParseNumber for constants in point notation; it panics on a
// text that is none, which only a bug can write.
func MustNumber(s string) Number {
	n, err := ParseNumber(s, DecimalPoint)
	if err != nil {
		panic("model: constant " + s + ": " + err.Error())
	}
	return n
}

// ParseNumber reads a number as people write it: "1234,5", "1.234,5",
// "1,234.5", "1234.5", "86 %", with at most four decimals. Both notations are
// read whatever dec is, as long as only one reading is possible; dec decides
// only for a lone group of three digits ("1.234"). The zero Decimal refuses
// such a text with ErrAmbiguousNumber.
func ParseNumber(s string, dec Decimal) (Number, error) {
	s = strings.TrimSpace(s)
	s = strings.TrimSpace(strings.TrimSuffix(s, "%"))
	neg := false
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		neg, s = true, rest
	} else if rest, ok := strings.CutPrefix(s, "\u2212"); ok {
		neg, s = true, rest
	}
	whole, part, err := splitNumber(s, dec)
	if err != nil {
		return 0, err
	}
	if whole == "" || len(part) > 4 && strings.Trim(part[4:], "0") != "" {
		if whole == "" {
			return 0, ErrBadNumber
		}
		return 0, ErrNumberDigits
	}
	part = (part + "0000")[:4]
	sign := ""
	if neg {
		sign = "-"
	}
	n, err := strconv.ParseInt(sign+whole+part, 10, 64)
	if err != nil {
		return 0, ErrNumberRange
	}
	return Number(n), nil
}

// splitNumber parts s into the digits before and after its decimal sign.
func splitNumber(s string, dec Decimal) (whole, part string, err error) {
	for _, r := range s {
		if (r < '0' || r > '9') && r != '.' && r != ',' {
			return "", "", ErrBadNumber
		}
	}
	point, comma := strings.Count(s, "."), strings.Count(s, ",")
	sign := byte(0)
	switch {
	case point == 0 && comma == 0:
		return s, "", nil
	case point > 0 && comma > 0:
		sign = s[strings.LastIndexAny(s, ".,")]
		if strings.Count(s, string(sign)) > 1 {
			return "", "", ErrBadNumber
		}
	case point > 1 || comma > 1: // 1.234.567
	default:
		if sign, err = loneSign(s, dec); err != nil {
			return "", "", err
		}
	}
	whole = s
	if sign != 0 {
		at := strings.LastIndexByte(s, sign)
		whole, part = s[:at], s[at+1:]
		if part == "" {
			return "", "", ErrBadNumber
		}
	}
	if strings.ContainsAny(part, ".,") {
		return "", "", ErrBadNumber
	}
	if whole, err = ungroup(whole); err != nil {
		return "", "", err
	}
	return whole, part, nil
}

// loneSign decides what the one sign in s is: the decimal sign, or (0) the
// sign between thousands.
func loneSign(s string, dec Decimal) (byte, error) {
	at := strings.IndexAny(s, ".,")
	sign := s[at]
	group := len(s)-at-1 == 3 && at >= 1 && at <= 3 && s[0] != '0'
	if !group {
		return sign, nil
	}
	switch {
	case dec == DecimalAuto:
		return 0, ErrAmbiguousNumber
	case (dec == DecimalComma) == (sign == ','):
		return sign, nil
	}
	return 0, nil
}

// ungroup takes the signs between thousands out of s, if they stand where
// they must.
func ungroup(s string) (string, error) {
	groups := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == ',' })
	if strings.Contains(s, ".") && strings.Contains(s, ",") {
		return "", ErrBadNumber
	}
	joined := strings.Join(groups, "")
	if len(groups) > 1 {
		if len(groups[0]) > 3 || len(s) != len(joined)+len(groups)-1 {
			return "", ErrBadNumber
		}
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return "", ErrBadNumber
			}
		}
	} else if len(s) != len(joined) {
		return "", ErrBadNumber
	}
	return joined, nil
}

// String writes n in point notation without needless zeros: "94.5". ParseNumber
// with DecimalPoint reads it back.
func (n Number) String() string {
	abs, sign := n.abs()
	s := sign + strconv.FormatUint(abs/Scale, 10)
	if rest := abs % Scale; rest != 0 {
		s += "." + strings.TrimRight(strconv.FormatUint(Scale+rest, 10)[1:], "0")
	}
	return s
}

// Fixed writes n with two decimals in point notation, rounded half away from
// zero: the one rounding of results for screen, paper, sheet and JSON.
func (n Number) Fixed() string {
	abs, sign := n.Round().abs()
	return sign + strconv.FormatUint(abs/Scale, 10) + "." + strconv.FormatUint(100+abs%Scale/100, 10)[1:]
}

// Round returns n rounded to two decimals, half away from zero: what Fixed
// prints, and therefore what thresholds compare.
func (n Number) Round() Number {
	switch {
	case n > math.MaxInt64-50 || n < math.MinInt64+50:
		return n / 100 * 100
	case n < 0:
		return (n - 50) / 100 * 100
	}
	return (n + 50) / 100 * 100
}

func (n Number) abs() (uint64, string) {
	if n < 0 {
		return uint64(-(n + 1)) + 1, "-"
	}
	return uint64(n), ""
}

// MarshalJSON writes n as a JSON number, as String does.
func (n Number) MarshalJSON() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalJSON reads what MarshalJSON writes.
func (n *Number) UnmarshalJSON(raw []byte) (err error) {
	*n, err = ParseNumber(string(raw), DecimalPoint)
	return err
}

// MulDiv returns n × m ÷ d, rounded half away from zero, computed in 128 bits.
// It reports false when d is zero or the result does not fit.
func MulDiv(n, m, d Number) (Number, bool) {
	if d == 0 {
		return 0, false
	}
	a, sa := n.abs()
	b, sb := m.abs()
	c, sc := d.abs()
	hi, lo := bits.Mul64(a, b)
	lo, carry := bits.Add64(lo, c/2, 0)
	hi += carry
	if hi >= c {
		return 0, false
	}
	q, _ := bits.Div64(hi, lo, c)
	if q > math.MaxInt64 {
		return 0, false
	}
	if (sa != sb) != (sc != "") {
		return -Number(q), true
	}
	return Number(q), true
}

// Add returns n + m and reports false when the sum does not fit.
func (n Number) Add(m Number) (Number, bool) {
	sum := n + m
	return sum, (sum > n) == (m > 0)
}
