package table

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
)

// Plain writes the number of a spreadsheet in point notation with at most
// four decimals, per cent as shown (0.86 shown as 86 % is 86). rounded says that
// the sheet held more decimals than are kept.
func (c Cell) Plain() (s string, rounded bool, err error) {
	if c.Kind == Day {
		return "", false, misread.ErrDateCell
	}
	f, err := strconv.ParseFloat(c.Text, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return "", false, model.ErrBadNumber
	}
	if c.Kind == Percent {
		f *= 100
	}
	s = strconv.FormatFloat(f, 'f', 4, 64)
	kept, _ := strconv.ParseFloat(s, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	// What a float cannot hold exactly (94.5 as 94.499999999999996) is no
	// rounding of ours.
	return s, math.Abs(f-kept) > 1e-9*max(1, math.Abs(f)), nil
}

// Ballot finds out how the numbers of one column are written: every number that
// can be read in one way only is a vote for the column.
type Ballot struct {
	comma, point bool     // some number can only be read so
	Open         []string // numbers that can be read in two ways, at most three
}

// Count takes the numbers of a cell into account; "47/52" holds two.
func (b *Ballot) Count(c Cell) {
	if c.Kind != Text || model.NoValue(c.Text) {
		return
	}
	for s := range strings.SplitSeq(c.Text, "/") {
		s = Trim(strings.TrimSuffix(Trim(s), "%"))
		_, err := model.ParseNumber(s, model.DecimalAuto)
		switch {
		case errors.Is(err, model.ErrAmbiguousNumber):
			if len(b.Open) < 3 {
				b.Open = append(b.Open, s)
			}
		case err == nil || errors.Is(err, model.ErrNumberDigits):
			switch decimalSign(s) {
			case ',':
				b.comma = true
			case '.':
				b.point = true
			}
		}
	}
}

// Decimal is the reading of the column; ok is false when it must be told.
func (b *Ballot) Decimal(told model.Decimal) (model.Decimal, bool) {
	switch {
	case told != model.DecimalAuto:
		return told, true
	case b.comma != b.point && b.comma:
		return model.DecimalComma, true
	case b.comma != b.point:
		return model.DecimalPoint, true
	}
	// Nothing decides, or the column itself is in two minds.
	return model.DecimalAuto, len(b.Open) == 0
}

// decimalSign is the sign that must be the decimal one in a number that reads
// in one way; 0 when the number says nothing.
func decimalSign(s string) byte {
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	switch {
	case commas > 0 && points > 0:
		return s[strings.LastIndexAny(s, ".,")]
	case commas > 1: // 1,234,567
		return '.'
	case points > 1:
		return ','
	case commas == 1:
		return ','
	case points == 1:
		return '.'
	}
	return 0
}
