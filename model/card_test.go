package model_test

import (
	"errors"
	"testing"

	"kinerja/model"
)

func TestParseEntry(t *testing.T) {
	for _, tt := range []struct {
		text             string
		dec              model.Decimal
		actual, num, den string
		err              error
	}{
		{"94,5", model.DecimalAuto, "94.5", "-", "-", nil},
		{"47/52", model.DecimalAuto, "90.3846", "47", "52", nil},
		{" 47 / 52 ", model.DecimalAuto, "90.3846", "47", "52", nil},
		{"0/52", model.DecimalAuto, "0", "0", "52", nil},
		{"1.000/2.000", model.DecimalComma, "50", "1000", "2000", nil},
		{"60/52", model.DecimalAuto, "115.3846", "60", "52", nil},
		{"0", model.DecimalAuto, "0", "-", "-", nil},
		{"-3", model.DecimalAuto, "-3", "-", "-", nil},
		{"", model.DecimalAuto, "-", "-", "-", nil},
		{"-", model.DecimalAuto, "-", "-", "-", nil},
		{" – ", model.DecimalAuto, "-", "-", "-", nil},
		{"—", model.DecimalAuto, "-", "-", "-", nil},
		{"\u2212", model.DecimalAuto, "-", "-", "-", nil},
		{"N/A", model.DecimalAuto, "-", "-", "-", nil},
		{"47/0", model.DecimalAuto, "-", "-", "-", model.ErrZero},
		{"47/-5", model.DecimalAuto, "-", "-", "-", model.ErrZero},
		{"47/", model.DecimalAuto, "-", "-", "-", model.ErrBadNumber},
		{"/52", model.DecimalAuto, "-", "-", "-", model.ErrBadNumber},
		{"/", model.DecimalAuto, "-", "-", "-", model.ErrBadNumber},
		{"1/2/3", model.DecimalAuto, "-", "-", "-", model.ErrBadNumber},
		{"tiga", model.DecimalAuto, "-", "-", "-", model.ErrBadNumber},
		{"1.234", model.DecimalAuto, "-", "-", "-", model.ErrAmbiguousNumber},
		{"1.234/2.000", model.DecimalAuto, "-", "-", "-", model.ErrAmbiguousNumber},
		{"900000000000000/0,0001", model.DecimalAuto, "-", "-", "-", model.ErrNumberRange},
	} {
		actual, num, den, err := model.ParseEntry(tt.text, tt.dec)
		if !errors.Is(err, tt.err) || actual.String() != tt.actual || num.String() != tt.num || den.String() != tt.den {
			t.Errorf("ParseEntry(%q) = %v, %v, %v, %v; want %s, %s, %s, %v", tt.text, actual, num, den, err, tt.actual, tt.num, tt.den, tt.err)
		}
		if err != nil && !errors.Is(err, model.ErrInvalid) {
			t.Errorf("ParseEntry(%q): %v is no field error", tt.text, err)
		}
	}
}

func TestCardWith(t *testing.T) {
	a := model.Card{}.With(model.Entry{Measure: "a", Actual: model.Some(1)}).With(model.Entry{Measure: "b", Actual: model.Some(2)})
	b := a.With(model.Entry{Measure: "a", Actual: model.Some(9)})
	if a.Entry("a").Actual != model.Some(1) {
		t.Error("With changed the card it was called on")
	}
	if b.Entry("a").Actual != model.Some(9) || b.Entry("b").Actual != model.Some(2) || len(b.Entries) != 2 {
		t.Errorf("with another value: %+v", b.Entries)
	}
	if e := b.Entry("c"); e.Measure != "c" || e.Actual.Present() {
		t.Errorf("a measure nothing was entered for: %+v", e)
	}
}

// A plan made from an instrument copies it; a card carries own targets only
// where they differ.
func TestPlanAndCardFromInstrument(t *testing.T) {
	in := model.Instrument{ID: "i", Version: 2, Indicators: []model.Indicator{
		{ID: "x", Gauge: model.Gauge{Code: "X", Target: model.Int(90)}},
		{ID: "y", Gauge: model.Gauge{Code: "Y", Target: model.Int(80)}},
	}}
	post := model.Post{ID: "p", Employee: "e", Unit: "u"}
	plan := model.PlanFrom(in, post, 2026)
	if plan.ID != model.PlanOf("p", 2026) || plan.Version != 2 || plan.RuleSet != model.DefaultRuleSet || len(plan.Measures) != 2 {
		t.Fatalf("plan %+v", plan)
	}
	plan.Measures[1].Gauge.Target = model.Int(70)
	if in.Indicators[1].Gauge.Target != model.Int(80) {
		t.Error("the plan's target moved the instrument's")
	}
	q3 := period(t, "2026-Q3")
	card := model.CardFor(plan, in, q3)
	if card.ID != model.CardOf(plan.ID, q3) || card.Employee != "e" || card.Unit != "u" || card.Version != 2 {
		t.Errorf("card %+v", card)
	}
	if len(card.Entries) != 1 || card.Entries[0].Measure != "y" || card.Entries[0].Target != model.Some(model.Int(70)) || card.Entries[0].Actual.Present() {
		t.Errorf("own targets: %+v", card.Entries)
	}
	if m, ok := plan.Measure("y"); !ok || m.ID != "y" {
		t.Error("a measure is not found by its code in small letters")
	}
	if _, ok := plan.Measure("z"); ok {
		t.Error("a measure that is not there was found")
	}
	agreed, err := plan.Agree(model.Word{Whose: "e"})
	if err != nil || agreed.State != model.PlanAgreed || len(agreed.Words) != 1 || plan.State != model.PlanDraft || len(plan.Words) != 0 {
		t.Errorf("agreed %v %v, before %v", agreed.State, err, plan.State)
	}
	if _, err := agreed.Agree(model.Word{}); !errors.Is(err, model.ErrState) {
		t.Errorf("agreed twice: %v", err)
	}
}
