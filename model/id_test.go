package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
)

// These identities stand in files: they must never come out otherwise.
func TestIdentitiesNeverChange(t *testing.T) {
	q3 := period(t, "2026-Q3")
	plan := model.PlanOf("01ARZ3NDEKTSV4RRFFQ69G5FAV", 2026)
	for name, tt := range map[string]struct{ got, want string }{
		"plan":       {string(plan), "7N8ZXZWW47DKJ43B3YVNGK551Y"},
		"card":       {string(model.CardOf(plan, q3)), "4B2W431NCNZDGVDFEDHWX9WBWD"},
		"evaluation": {string(model.EvaluationOf(plan, q3)), "14AHQ6PFARXZ8GWBFWM5AGG7GH"},
		"ready":      {model.ReadyID("instrument", "BIDAN"), "2NXTD0T2N3P15R9FFCS0WJ3BKN"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s = %s, want %s", name, tt.got, tt.want)
		}
	}
}

func TestReadyIDKeepsPartsApart(t *testing.T) {
	seen := map[string]bool{}
	for _, parts := range [][]string{{"ab", "c"}, {"a", "bc"}, {"abc"}, {"abc", ""}, {"", "abc"}, {}} {
		id := model.ReadyID(parts...)
		if seen[id] {
			t.Errorf("%q has the identity of another", parts)
		}
		seen[id] = true
	}
}

func TestDecodeID(t *testing.T) {
	ulid := "01ARZ3NDEKTSV4RRFFQ69G5FAV"
	raw, ok := model.DecodeID(ulid)
	if !ok || model.EncodeID(raw) != ulid {
		t.Errorf("a ULID reads as % x, %v", raw, ok)
	}
	for _, bad := range []string{"", ulid[:25], ulid + "0", strings.ToLower(ulid), "81ARZ3NDEKTSV4RRFFQ69G5FAV", "Z" + ulid[1:], "01ARZ3NDEKTSV4RRFFQ69G5FAU", ulid[:25] + "I", ulid[:25] + "é"} {
		if raw, ok := model.DecodeID(bad); ok {
			t.Errorf("%q reads as % x", bad, raw)
		}
	}
	if got := model.EncodeID([16]byte{}); got != strings.Repeat("0", 26) {
		t.Errorf("nothing = %s", got)
	}
}

// Identifiers sort as their bytes do, and read back.
func TestIDRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a, b [16]byte
		copy(a[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "a"))
		copy(b[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "b"))
		if raw, ok := model.DecodeID(model.EncodeID(a)); !ok || raw != a {
			t.Fatalf("% x reads back as % x, %v", a, raw, ok)
		}
		if (string(a[:]) < string(b[:])) != (model.EncodeID(a) < model.EncodeID(b)) {
			t.Fatalf("% x and % x change their order", a, b)
		}
	})
}
