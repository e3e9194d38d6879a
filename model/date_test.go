package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"kinerja/model"
)

func date(t testing.TB, s string) model.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	for text, ok := range map[string]bool{
		"2026-12-31": true, "2024-02-29": true, "2000-02-29": true, "0001-01-01": true, "9999-12-31": true,
		"2023-02-29": false, "1900-02-29": false, "2026-04-31": false, "2026-13-01": false, "2026-00-10": false, "2026-01-00": false,
		"0000-01-01": false, "": false, "2026-1-1": false, "2026/01/01": false, "31-12-2026": false, "2026-12-3x": false,
		"+026-12-31": false, "2026-+1-01": false, " 026-12-31": false, "2026-12-31 ": false,
	} {
		d, err := model.ParseDate(text)
		if (err == nil) != ok || ok && d.String() != text {
			t.Errorf("ParseDate(%q) = %v, %v", text, d, err)
		}
	}
}

func TestDateArithmetic(t *testing.T) {
	for _, tt := range []struct {
		from string
		days int
		to   string
	}{
		{"2026-01-30", 14, "2026-02-13"}, // G12: received, last day to object
		{"2024-02-28", 1, "2024-02-29"},
		{"2023-02-28", 1, "2023-03-01"},
		{"2026-12-31", 1, "2027-01-01"},
		{"2026-03-01", -1, "2026-02-28"},
		{"1900-01-01", 73_049, "2100-01-01"},
		{"2026-05-05", 0, "2026-05-05"},
	} {
		from, to := date(t, tt.from), date(t, tt.to)
		if got := from.Add(tt.days); got != to {
			t.Errorf("%s + %d = %v, want %s", tt.from, tt.days, got, tt.to)
		}
		if got := from.Until(to); got != tt.days {
			t.Errorf("%s until %s = %d, want %d", tt.from, tt.to, got, tt.days)
		}
	}
	var none model.Date
	if none.Add(5) != 0 || none.Until(date(t, "2026-01-01")) != 0 || none.String() != "" || !none.IsZero() {
		t.Error("no date must stay no date")
	}
	if first, last := date(t, "0001-01-01"), date(t, "9999-12-31"); first.Until(last) != 3_652_058 {
		t.Errorf("all days = %d, want 3652058", first.Until(last))
	}
}

// What day it is depends on the zone, near midnight.
func TestDateOf(t *testing.T) {
	at := time.Date(2026, 3, 31, 16, 30, 0, 0, time.UTC)
	for zone, want := range map[model.Zone]string{model.WIB: "2026-03-31", model.WITA: "2026-04-01", model.WIT: "2026-04-01"} {
		if got := model.DateOf(at, zone).String(); got != want {
			t.Errorf("%v: %s, want %s", zone, got, want)
		}
	}
	jakarta := time.FixedZone("anything", -5*3600)
	if got := model.DateOf(at.In(jakarta), model.WIB).String(); got != "2026-03-31" {
		t.Errorf("the zone of the instant counted: %s", got)
	}
	if model.Zone(9).Offset() != model.WIT.Offset() || model.Zone(9).String() != "WIT" {
		t.Error("a zone that does not exist is not held at the last")
	}
}

func TestDateProperties(t *testing.T) {
	day := rapid.Custom(func(t *rapid.T) model.Date {
		return model.Date(19000101).Add(rapid.IntRange(0, 80_000).Draw(t, "day"))
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := day.Draw(t, "a"), day.Draw(t, "b")
		if got := a.Add(a.Until(b)); got != b {
			t.Fatalf("%v and the days until %v = %v", a, b, got)
		}
		if (a < b) != (a.Until(b) > 0) {
			t.Fatalf("%v and %v are not ordered as numbers", a, b)
		}
		if back, err := model.ParseDate(a.String()); err != nil || back != a {
			t.Fatalf("%v reads back as %v, %v", a, back, err)
		}
	})
}
