package assessment_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/rules"
	"kinerja/model/score"
)

var q3, _ = model.ParsePeriod("2026-Q3")

func plan() model.Plan {
	m := func(id, code string) model.Measure {
		return model.Measure{ID: model.ElementID(id), Gauge: model.Gauge{Code: code, Target: 90_0000, Weight: 50_0000}}
	}
	return model.Plan{ID: "p1", Employee: "e1", Unit: "u1", Year: 2026, Measures: []model.Measure{m("m1", "IDL"), m("m2", "K6")}}
}

func rated(state model.EvaluationState) model.Evaluation {
	e := model.Evaluation{State: state}
	if state >= model.Rated {
		e.Result, e.Behaviour, e.Notes = model.Meets, model.Above, []model.ValueNote{{Value: "loyal", Text: "catatan"}}
	}
	return e
}

var whole = assessment.Content{Result: model.Above, Behaviour: model.Above, Helped: "kader"}

func word(via model.Via) model.Word {
	return model.Word{ID: "w", Whose: "e1", Via: via, Document: "F-1", On: 2026_10_02}
}

// written is an assessment as far as a name says.
func written(t *testing.T, how string) assessment.Assessment {
	t.Helper()
	a := assessment.New(plan(), q3)
	var err error
	switch how {
	case "new":
	case "draft", "handed":
		if a, err = a.Write(whole, plan(), rated(model.EvaluationDraft)); err == nil && how == "handed" {
			a, err = a.Submit(word(model.Signed), rated(model.EvaluationDraft))
		}
	case "recorded":
		a, err = a.Record(whole, word(model.Recorded), plan(), rated(model.Rated))
	}
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Which step leads from where, beside which state of the evaluation.
func TestSteps(t *testing.T) {
	for _, tt := range []struct {
		how                           string
		state                         model.EvaluationState
		write, submit, reopen, record error
	}{
		{"new", model.EvaluationDraft, nil, model.ErrMissing, model.ErrNothing, assessment.ErrNotRated},
		{"draft", model.EvaluationDraft, nil, nil, model.ErrNothing, assessment.ErrNotRated},
		{"draft", model.Rated, nil, nil, model.ErrNothing, nil},
		{"draft", model.Shared, model.ErrLocked, model.ErrLocked, model.ErrNothing, model.ErrLocked},
		{"handed", model.EvaluationDraft, assessment.ErrHandedIn, assessment.ErrHandedIn, nil, assessment.ErrNotRated},
		{"handed", model.Rated, assessment.ErrBoth, assessment.ErrBoth, assessment.ErrBoth, assessment.ErrBoth},
		{"handed", model.Final, assessment.ErrBoth, assessment.ErrBoth, assessment.ErrBoth, model.ErrLocked},
		{"recorded", model.Rated, assessment.ErrBoth, assessment.ErrBoth, assessment.ErrBoth, nil},
		{"recorded", model.EvaluationDraft, assessment.ErrHandedIn, assessment.ErrHandedIn, model.ErrNotAllowed, assessment.ErrNotRated},
	} {
		a, e := written(t, tt.how), rated(tt.state)
		_, write := a.Write(whole, plan(), e)
		_, submit := a.Submit(word(model.Own), e)
		_, reopen := a.Reopen(word(model.Own), e)
		_, record := a.Record(whole, word(model.Recorded), plan(), e)
		for what, got := range map[string][2]error{"write": {write, tt.write}, "submit": {submit, tt.submit}, "reopen": {reopen, tt.reopen}, "record": {record, tt.record}} {
			if !errors.Is(got[0], got[1]) {
				t.Errorf("%s beside %s: %s: %v, want %v", tt.how, tt.state, what, got[0], got[1])
			}
		}
	}
	a := written(t, "handed")
	if back, err := a.Reopen(word(model.Own), rated(model.EvaluationDraft)); err != nil || back.State != assessment.Draft || len(back.Words) != 2 || back.Content.Helped != "kader" || len(a.Words) != 1 {
		t.Errorf("taken back: %+v, %v", back, err)
	}
}

// Who sees what: all states of both, for the person and for others.
func TestWhoSeesWhat(t *testing.T) {
	for _, how := range []string{"new", "draft", "handed"} {
		for state := model.EvaluationDraft; state <= model.Final; state++ {
			a, e := written(t, how), rated(state)
			own, other := assessment.For(a, plan(), e, true), assessment.For(a, plan(), e, false)
			both := how == "handed" && state >= model.Rated
			if own.Assessment.Content.Helped != a.Content.Helped || other.Handed != (how == "handed") || other.Open != both {
				t.Errorf("%s beside %s: own %+v, other %+v", how, state, own, other)
			}
			if hidden := other.Assessment.Content.Empty() && len(other.Assessment.Words) == 0; hidden == both {
				t.Errorf("%s beside %s: others see %+v", how, state, other.Assessment)
			}
			if shown := own.Evaluation.Result != model.NotRated || len(own.Evaluation.Notes) > 0; shown != (state >= model.Shared) {
				t.Errorf("%s beside %s: the person sees %+v", how, state, own.Evaluation)
			}
			if own.Open != (both && state >= model.Shared) {
				t.Errorf("%s beside %s: open %v", how, state, own.Open)
			}
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		c    assessment.Content
		want error
	}{
		"a measure of nobody":  {assessment.Content{Measures: []assessment.Remark{{ID: "m9", Rating: model.Meets}}}, model.ErrNotFound},
		"an eighth value":      {assessment.Content{Values: []assessment.Remark{{ID: "rajin", Rating: model.Meets}}}, model.ErrNotFound},
		"a sentence too long":  {assessment.Content{Measures: []assessment.Remark{{ID: "m1", Text: strings.Repeat("x", assessment.MostLine+1)}}}, model.ErrTooLong},
		"a text too long":      {assessment.Content{Wished: strings.Repeat("x", assessment.MostText+1)}, model.ErrTooLong},
		"control characters":   {assessment.Content{Helped: "a\x1b[2J"}, model.ErrControl},
		"a rating that is not": {assessment.Content{Values: []assessment.Remark{{ID: "loyal", Rating: 9}}}, model.ErrWord},
	} {
		if _, err := assessment.New(plan(), q3).Write(tt.c, plan(), model.Evaluation{}); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := assessment.New(plan(), q3).Record(whole, model.Word{Document: "  "}, plan(), rated(model.Rated)); !errors.Is(err, model.ErrMissing) {
		t.Errorf("no paper: %v", err)
	}
	a := written(t, "handed")
	if err := a.Check(plan()); err != nil {
		t.Error(err)
	}
	a.Words = nil
	if err := a.Check(plan()); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("handed in by nobody: %v", err)
	}
}

// What is said stands in the order of plan and values, and nothing empty is kept.
func TestOrder(t *testing.T) {
	a, err := assessment.New(plan(), q3).Write(assessment.Content{
		Measures: []assessment.Remark{{ID: "m2", Text: " dua "}, {ID: "m1", Rating: model.Below}},
		Values:   []assessment.Remark{{ID: "kolaboratif", Rating: model.Meets}, {ID: "loyal"}, {ID: "pelayanan", Text: "ramah"}},
	}, plan(), model.Evaluation{})
	if err != nil {
		t.Fatal(err)
	}
	c := a.Content
	if len(c.Measures) != 2 || c.Measures[0].ID != "m1" || c.Measures[1].Text != "dua" || len(c.Values) != 2 || c.Values[0].ID != "pelayanan" {
		t.Errorf("%+v", c)
	}
}

// Both sides stand beside each other, and what differs is counted; before they are
// open there is one side.
func TestRows(t *testing.T) {
	a := written(t, "draft")
	a.Content.Measures = []assessment.Remark{{ID: "m1", Rating: model.Above}, {ID: "m2", Rating: model.Meets}}
	a, _ = a.Submit(word(model.Own), model.Evaluation{})
	card := model.Card{Entries: []model.Entry{{Measure: "m1", Actual: model.Some(94_0000)}, {Measure: "m2", Actual: model.Some(90_0000)}}}
	rs := rules.PermenPANRB6()
	s, err := score.Of(card, plan(), rs)
	if err != nil {
		t.Fatal(err)
	}
	rows := assessment.For(a, plan(), rated(model.Rated), false).Rows(s, rs)
	if len(rows) != 2+2+7 || assessment.Differing(rows) != 2 {
		t.Fatalf("%d differ: %+v", assessment.Differing(rows), rows)
	}
	if r := rows[0]; r.Own.Rating != model.Above || r.Other != model.Meets || !r.Differs() {
		t.Errorf("results: %+v", r)
	}
	if r := rows[2]; r.ID != "m1" || r.Other != model.Meets || r.Reached.Or(0).Round() != 104_4400 || !r.Differs() {
		t.Errorf("IDL: %+v", r)
	}
	if r := rows[3]; r.Differs() || r.Other != model.Meets {
		t.Errorf("K6: %+v", r)
	}
	if r := rows[8]; r.ID != "loyal" || r.Note != "catatan" || r.Differs() {
		t.Errorf("a value: %+v", r)
	}
	for _, r := range assessment.For(a, plan(), rated(model.Rated), true).Rows(s, rs) {
		if r.Other != model.NotRated || r.Note != "" || r.Differs() {
			t.Errorf("before it is shared the person sees %+v", r)
		}
	}
}
