// Package written reads what people write by hand in many ways, where only one
// is meant.
package written

import (
	"strconv"
	"strings"

	"kinerja/model"
)

// months are the names of months, in full; three letters are enough.
var months = [...][2]string{
	{"januari", "january"}, {"februari", "february"}, {"maret", "march"}, {"april", "april"},
	{"mei", "may"}, {"juni", "june"}, {"juli", "july"}, {"agustus", "august"},
	{"september", "september"}, {"oktober", "october"}, {"november", "november"}, {"desember", "december"},
}

// Date reads a day as people write it: 2026-12-31, 31/12/2026, 31-12-2026,
// 31.12.2026, 31 Desember 2026. A day comes before its month; a year has four
// digits; the months' names are read in both languages.
func Date(s string) (model.Date, error) {
	s = strings.TrimSpace(s)
	if d, err := model.ParseDate(s); err == nil {
		return d, nil
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" /-.\u00a0", r) })
	if len(parts) != 3 || len(parts[0]) > 2 || len(parts[2]) != 4 {
		return 0, model.ErrBadDate
	}
	day, err1 := strconv.ParseUint(parts[0], 10, 8)
	year, err2 := strconv.ParseUint(parts[2], 10, 16)
	month := monthOf(parts[1])
	if err1 != nil || err2 != nil || month == 0 {
		return 0, model.ErrBadDate
	}
	return model.NewDate(int(year), month, int(day))
}

// monthOf reads a month as number or name; 0 for none.
func monthOf(s string) int {
	if n, err := strconv.ParseUint(s, 10, 8); err == nil && len(s) <= 2 {
		return int(n)
	}
	s = strings.ToLower(s)
	for i, names := range months {
		if len(s) >= 3 && (strings.HasPrefix(names[0], s) || strings.HasPrefix(names[1], s)) {
			return i + 1
		}
	}
	switch s {
	case "agt", "ags":
		return 8
	case "nop", "nopember":
		return 11
	}
	return 0
}
