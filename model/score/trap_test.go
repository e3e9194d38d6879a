package score_test

import (
	"bytes"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// The nine traps that other systems fall into, each with its name.

func TestTrapMissingPartIsNotZero(t *testing.T) {
	g := gauge(model.Higher, "100", "25")
	p := planOf(g, g, g, g)
	s := of(t, cardOf("95", "95", "95", "-"), p)
	if fixed(s.Value) != "95.00" {
		t.Errorf("three of four at 95 = %s, want 95.00", fixed(s.Value))
	}
	if s.Share != model.Int(75) || s.Suggested != model.NotRated {
		t.Errorf("share %v, suggested %v; want 75 and no suggestion below 80", s.Share, s.Suggested)
	}
	s = of(t, cardOf("-", "-", "-", "-"), p)
	if s.Value.Present() || s.Share != 0 || s.Suggested != model.NotRated || s.Rounding != 0 {
		t.Errorf("an empty card = %v (%v %%, %v), want no value", s.Value, s.Share, s.Suggested)
	}
	if s = of(t, cardOf("0", "-", "-", "-"), p); fixed(s.Value) != "0.00" {
		t.Errorf("a real zero = %s, want 0.00", fixed(s.Value))
	}
}

func TestTrapWeightsCount(t *testing.T) {
	p := planOf(gauge(model.Higher, "100", "75"), gauge(model.Higher, "100", "25"))
	if s := of(t, cardOf("100", "60"), p); fixed(s.Value) != "90.00" {
		t.Errorf("75 %% at 100, 25 %% at 60 = %s, want 90.00", fixed(s.Value))
	}
	none := planOf(gauge(model.Higher, "100", "0"))
	if s := of(t, cardOf("100"), none); s.Value.Present() || s.Suggested != model.NotRated {
		t.Errorf("without any weight = %v, want no value", s.Value)
	}
}

func TestTrapNoNumberBesideTheComputedOne(t *testing.T) {
	p := planOf(gauge(model.Higher, "90", "1"))
	c := cardOf("47/52")
	c.Entries[0].Actual = some("99") // typed over by hand, or by another program
	s := of(t, c, p)
	if got := s.Steps[0].Actual.String(); got != "90.3846" {
		t.Errorf("actual = %s, want 47/52 = 90.3846", got)
	}
	if fixed(s.Value) != "100.43" {
		t.Errorf("value = %s, want 100.43", fixed(s.Value))
	}
}

func TestTrapOverTargetIsPossibleAndLimited(t *testing.T) {
	p := planOf(gauge(model.Higher, "100", "1"))
	if s := of(t, cardOf("110"), p); fixed(s.Value) != "110.00" || s.Suggested != model.Above {
		t.Errorf("110 of 100 = %s, %v", fixed(s.Value), s.Suggested)
	}
	if s := of(t, cardOf("1000"), p); fixed(s.Value) != "120.00" || fixed(s.Steps[0].Reached) != "1000.00" || !s.Steps[0].Capped {
		t.Errorf("1000 of 100 = %s (reached %s), want 120.00 and 1000.00 said", fixed(s.Value), fixed(s.Steps[0].Reached))
	}
}

func TestTrapLowerIsBetter(t *testing.T) {
	p := planOf(gauge(model.Lower, "60", "1"))
	fast, slow := of(t, cardOf("50"), p), of(t, cardOf("70"), p)
	if fixed(fast.Value) != "116.67" || fixed(slow.Value) != "83.33" {
		t.Errorf("50 and 70 minutes of 60 = %s and %s, want 116.67 and 83.33", fixed(fast.Value), fixed(slow.Value))
	}
}

func TestTrapOneRounding(t *testing.T) {
	p := planOf(gauge(model.Higher, "1000", "1"))
	s := of(t, cardOf("1099.96"), p) // 109.996 %
	n, _ := s.Value.Get()
	if n.Fixed() != "110.00" || n.String() != "110" || s.Suggested != model.Above {
		t.Errorf("109.996 prints %s, is %s, suggests %v; want 110.00, 110, above", n.Fixed(), n, s.Suggested)
	}
	s = of(t, cardOf("1099.94"), p) // 109.994 %
	if fixed(s.Value) != "109.99" || s.Suggested != model.Meets {
		t.Errorf("109.994 prints %s and suggests %v; want 109.99, meets", fixed(s.Value), s.Suggested)
	}
}

func TestTrapDivisionByZero(t *testing.T) {
	p := planOf(gauge(model.Higher, "0", "20"), gauge(model.Lower, "0", "0"), gauge(model.Higher, "100", "80"))
	s := of(t, cardOf("5", "0", "90"), p)
	if fixed(s.Value) != "90.00" || s.Share != model.Int(80) || s.Suggested != model.Meets {
		t.Errorf("value %s, share %v, %v; want the 80 %% that can be divided", fixed(s.Value), s.Share, s.Suggested)
	}
}

func TestTrapFinishedScoreDoesNotMove(t *testing.T) {
	p, c := sketch()
	rs := rules.PermenPANRB6().With(num("105"), num("90"), num("80"), num("120")) // the setting of that day
	before, err := score.Of(c, p, rs)
	if err != nil || before.Suggested != model.Above {
		t.Fatalf("%v %v", before.Suggested, err)
	}
	final := model.Evaluation{ID: "e1", State: model.Final, RuleSet: before.RuleSet, Score: before.Value,
		Frozen: &model.Frozen{Measures: p.Measures, Entries: c.Entries, Rules: rs.Digest()}}
	frozen := *final.Frozen
	frozen.Measures, frozen.Entries = append([]model.Measure(nil), p.Measures...), append([]model.Entry(nil), c.Entries...)
	final.Frozen = &frozen

	// Everything outside moves: card, plan, instrument, setting.
	p.Measures[0].Gauge.Target, p.Measures[1].Gauge.Weight = num("10"), num("99")
	c.Entries[2].Actual = some("1")
	now, err := score.OfFinal(final)
	if err != nil {
		t.Fatal(err)
	}
	if now.Value != before.Value || now.Suggested != before.Suggested || now.Share != before.Share {
		t.Errorf("the final score moved from %v (%v) to %v (%v)", before.Value, before.Suggested, now.Value, now.Suggested)
	}
	if moved := of(t, c, p); moved.Value == before.Value {
		t.Error("the test moves nothing: card and plan still score the same")
	}
	final.Frozen.Rules = bytes.Repeat([]byte{1}, len(final.Frozen.Rules))
	if _, err := score.OfFinal(final); err == nil {
		t.Error("another rule set's digest was taken")
	}
	if _, err := score.OfFinal(model.Evaluation{}); err == nil {
		t.Error("an evaluation that is not final was taken")
	}
}

func TestTrapTargetZeroOrBelow(t *testing.T) {
	s := of(t, cardOf("0"), planOf(gauge(model.Zero, "0", "1")))
	if fixed(s.Value) != "100.00" {
		t.Errorf("none where none is best = %s, want 100.00", fixed(s.Value))
	}
	s = of(t, cardOf("0"), planOf(gauge(model.Lower, "0", "1")))
	if s.Value.Present() || s.Steps[0].Note.Code != score.NoteTargetZero {
		t.Errorf("target 0 = %v with note %q, want no percentage, and said so", s.Value, s.Steps[0].Note.Code)
	}
	if _, err := score.Of(cardOf("5"), planOf(gauge(model.Higher, "-5", "1")), rules.PermenPANRB6()); err == nil {
		t.Error("a negative target was taken")
	}
	// Worse than the baseline floors at 0 and says what it was.
	s = of(t, cardOf("-5"), planOf(gauge(model.Higher, "5", "1")))
	if fixed(s.Value) != "0.00" || s.Steps[0].Note.Code != score.NoteFloored || fixed(s.Steps[0].Reached) != "-100.00" {
		t.Errorf("-5 of 5 = %s, note %q, reached %s", fixed(s.Value), s.Steps[0].Note.Code, fixed(s.Steps[0].Reached))
	}
}
