package score_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// print writes proposals as "IDL 94>98, K6 90>98 = 110.54".
func printed(list []score.Proposal) string {
	var lines []string
	for _, p := range list {
		var parts []string
		for _, w := range p.Values {
			s := w.Code + " " + w.From.String() + ">" + w.To.String()
			if w.Num.Present() {
				s += " (" + w.Num.String() + "/" + w.Den.String() + ")"
			}
			parts = append(parts, s)
		}
		lines = append(lines, strings.Join(parts, ", ")+" = "+p.Score.Fixed())
	}
	return strings.Join(lines, "; ")
}

func TestChange(t *testing.T) {
	sketched, sketchedCard := sketch()
	percent := func(target, weight, c string, more ...func(*model.Gauge)) model.Gauge {
		return gauge(model.Higher, target, weight, append(more, code(c), unit("%"))...)
	}
	for _, tt := range []struct {
		name string
		plan model.Plan
		card model.Card
		to   model.Rating
		want string
	}{
		{"no single one suffices, two do", sketched, sketchedCard, model.Above, "K6 90>100, IKM 84.2>90.9 = 110.00"},
		{"there already", sketched, sketchedCard, model.Meets, ""},
		{"nothing begins below", sketched, sketchedCard, model.Below, ""},
		{"the nearest one, in whole numbers",
			planOf(percent("100", "50", "A"), percent("90", "50", "B")), cardOf("80", "81"), model.Meets,
			"A 80>90 = 90.00"},
		{"the heavier one moves less",
			planOf(percent("100", "30", "A"), percent("100", "70", "B")), cardOf("85", "85"), model.Meets,
			"B 85>93 = 90.60"},
		{"two decimals where values have parts",
			planOf(percent("100", "30", "A"), percent("100", "70", "B")), cardOf("85", "85.5"), model.Meets,
			"B 85.5>92.14 = 90.00"},
		{"a percentage stops at 100",
			planOf(percent("80", "50", "A"), percent("100", "50", "B", limited("100"))), cardOf("70", "80"), model.Above,
			"A 70>96, B 80>100 = 110.00"},
		{"lower", planOf(gauge(model.Lower, "60", "1", code("W"))), cardOf("80"), model.Meets, "W 80>66 = 90.00"},
		{"lower, from far below nothing", planOf(gauge(model.Lower, "60", "1", code("W"))), cardOf("500"), model.Meets, "W 500>66 = 90.00"},
		{"range, from above", planOf(gauge(model.Range, "36", "1", high("37.5"), code("R"))), cardOf("45"), model.Meets, "R 45>41.25 = 90.00"},
		{"range, from below", planOf(gauge(model.Range, "36", "1", high("37"), code("R"))), cardOf("30"), model.Meets, "R 30>33 = 91.67"},
		{"range never comes above 100", planOf(gauge(model.Range, "36", "1", high("37"), code("R"))), cardOf("30"), model.Above, ""},
		{"zero", planOf(gauge(model.Zero, "0", "1", limit("10"), code("Z"))), cardOf("3"), model.Meets, "Z 3>1 = 90.00"},
		{"a fraction by whole numerators",
			planOf(percent("90", "1", "IDL")), cardOf("40/52"), model.Meets, "IDL 76.9231>82.6923 (43/52) = 91.88"},
		{"plausible range is not left",
			planOf(gauge(model.Higher, "10", "1", code("H"), plausible("0", "8"))), cardOf("5"), model.Meets, ""},
		{"own cap is too low", planOf(percent("80", "1", "A", limited("105"))), cardOf("70"), model.Above, ""},
		{"too little data to suggest",
			planOf(percent("100", "50", "A"), percent("100", "50", "B")), cardOf("50", "-"), model.Meets, ""},
		{"two where three could share it",
			planOf(percent("100", "1", "A"), percent("100", "1", "B"), percent("100", "1", "C")), cardOf("70", "70", "70"), model.Meets,
			"A 70>100, B 70>100 = 90.00"},
		{"really three",
			planOf(percent("100", "1", "A"), percent("100", "1", "B"), percent("100", "1", "C")), cardOf("60", "60", "60"), model.Meets,
			"A 60>90, B 60>90, C 60>90 = 90.00"},
		{"four would be needed",
			planOf(percent("100", "1", "A"), percent("100", "1", "B"), percent("100", "1", "C"), percent("100", "1", "D")), cardOf("40", "40", "40", "40"), model.Meets, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := printed(score.Change(tt.card, tt.plan, rules.PermenPANRB6(), tt.to))
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// What is proposed suffices, is minimal (one place less of any value does
// not), stays in the plausible range, and is the same every time.
func TestChangeHolds(t *testing.T) {
	rs := rules.PermenPANRB6()
	rapid.Check(t, func(t *rapid.T) {
		p, c := anyCase(t)
		to := rapid.SampledFrom([]model.Rating{model.Meets, model.Above}).Draw(t, "to")
		list := score.Change(c, p, rs, to)
		if again := score.Change(c, p, rs, to); printed(again) != printed(list) {
			t.Fatalf("%s, then %s", printed(list), printed(again))
		}
		for _, proposal := range list {
			d := c
			d.Entries = slices.Clone(c.Entries)
			for _, w := range proposal.Values {
				i := slices.IndexFunc(d.Entries, func(e model.Entry) bool { return e.Measure == w.Measure })
				if d.Entries[i].Actual != model.Some(w.From) || w.To < 0 {
					t.Fatalf("%s from %v to %v; entered %v", w.Code, w.From, w.To, d.Entries[i].Actual)
				}
				d.Entries[i].Actual = model.Some(w.To)
			}
			s := scored(t, d, p)
			if s.Value != model.Some(proposal.Score) || s.Suggested < to {
				t.Fatalf("%s; really %v, %v", printed(list), s.Value, s.Suggested)
			}
		}
	})
}
