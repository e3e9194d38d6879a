package model

import (
	"errors"
	"fmt"
	"time"
)

// Date is a day of the civil calendar, written yyyymmdd as one integer. Legal
// dates are Dates, never instants. The zero Date is "no date".
type Date int32

// ErrBadDate is the answer to a text or a triple that is no day.
var ErrBadDate = errors.New("not a date")

// NewDate returns the day y-m-d; it refuses days that do not exist.
func NewDate(y, m, d int) (Date, error) {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return 0, fmt.Errorf("%04d-%02d-%02d: %w", y, m, d, ErrBadDate)
	}
	return Date(y*10000 + m*100 + d), nil
}

// ParseDate reads an ISO date, 2026-12-31.
func ParseDate(s string) (Date, error) {
	var y, m, d int
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, fmt.Errorf("%q: %w", s, ErrBadDate)
	}
	if _, err := fmt.Sscanf(s, "%04d-%02d-%02d", &y, &m, &d); err != nil {
		return 0, fmt.Errorf("%q: %w", s, ErrBadDate)
	}
	date, err := NewDate(y, m, d)
	if err == nil && date.String() != s {
		err = fmt.Errorf("%q: %w", s, ErrBadDate)
	}
	return date, err
}

// DateOf returns the day that it is at t in zone: what "today" means there.
func DateOf(t time.Time, zone Zone) Date {
	y, m, d := t.UTC().Add(zone.Offset()).Date()
	return Date(y*10000 + int(m)*100 + d)
}

// Year, Month and Day are the parts of d.
func (d Date) Year() int { return int(d) / 10000 }

// Month is 1 to 12.
func (d Date) Month() int { return int(d) / 100 % 100 }

// Day is 1 to 31.
func (d Date) Day() int { return int(d) % 100 }

// Add returns the day that is days after d (before it, when negative). No date
// stays no date.
func (d Date) Add(days int) Date {
	if d == 0 {
		return 0
	}
	y, m, day := d.time().AddDate(0, 0, days).Date()
	return Date(y*10000 + int(m)*100 + day)
}

// Until returns the number of days from d to e; negative when e is earlier, 0
// when one of them is no date.
func (d Date) Until(e Date) int {
	if d == 0 || e == 0 {
		return 0
	}
	return int((e.time().Unix() - d.time().Unix()) / (24 * 60 * 60))
}

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d == 0 }

// String writes d as ISO, or nothing for no date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
}

// MarshalJSON writes the ISO date in quotes, or null.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

func (d Date) time() time.Time {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
}

func daysIn(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Zone is one of Indonesia's three times. It decides what day it is at a unit.
type Zone uint8

// The zones, west to east; the zero Zone is WIB.
const (
	WIB  Zone = iota // UTC+7
	WITA             // UTC+8
	WIT              // UTC+9
)

// Offset is how far the zone's clock is ahead of UTC.
func (z Zone) Offset() time.Duration { return time.Duration(7+min(z, WIT)) * time.Hour }

// String is the zone's own name.
func (z Zone) String() string { return [...]string{"WIB", "WITA", "WIT"}[min(z, WIT)] }
