package table

import (
	"math"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/written"
)

// Date reads 2026-12-31, 31/12/2026, 31-12-2026, 31.12.2026, 31 Desember
// 2026, and the serial number of a spreadsheet; see written.Date.
func (c Cell) Date() (model.Date, error) {
	s := Trim(c.Text)
	if c.Kind == Number || c.Kind == Serial {
		return serialDate(s, c.Kind == Serial)
	}
	if day, clock, ok := strings.Cut(strings.Replace(s, "T", " ", 1), " "); ok && strings.Trim(clock, "0:.Z") == "" {
		s = day // a date with midnight behind it
	}
	if len(s) == 5 && AllDigits(s) {
		return serialDate(s, false)
	}
	return written.Date(s)
}

// serialDate reads days since 1899-12-30, as spreadsheets count (from 1904 in
// some old workbooks); a time of day is left out. Days before March 1900, which
// spreadsheets count wrongly, are refused.
func serialDate(s string, early bool) (model.Date, error) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || f > 2_958_465 {
		return 0, model.ErrBadDate
	}
	days := int(math.Floor(f))
	if early {
		days += 1462
	}
	if days < 61 {
		return 0, model.ErrBadDate
	}
	return model.Date(18991230).Add(days), nil
}
