package planning_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/planning"
)

// whole is a draft that can be handed in: one main result with a measure.
func whole() model.Plan {
	return model.Plan{
		ID: "plan", Employee: "citra", Year: 2026, Instrument: "bidan", Version: 1,
		Measures: []model.Measure{
			{ID: "idl", Indicator: "idl", Gauge: model.Gauge{Code: "IDL", Target: model.Int(90), Weight: model.Int(60)}},
			{ID: "k6", Indicator: "k6", Gauge: model.Gauge{Code: "K6", Target: model.Int(100), Weight: model.Int(40)}},
		},
		Outline: model.Outline{
			Outcomes:   []model.Outcome{{ID: "rhk", Text: "Bayi mendapat imunisasi lengkap"}},
			Yardsticks: []model.Yardstick{{ID: "idl", Outcome: "rhk"}},
		},
	}
}

// mint gives identities that can be read.
func mint() func() model.ElementID {
	n := 0
	return func() model.ElementID { n++; return model.ElementID(fmt.Sprintf("new%d", n)) }
}

func period(t *testing.T, s string) model.Period {
	t.Helper()
	p, err := model.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every step that the table has is taken, and every other one refused.
func TestEveryStep(t *testing.T) {
	allowed := map[model.PlanState]string{ // as DOMAIN 10.2 has it
		model.PlanDraft:     "submitted agreed",
		model.PlanSubmitted: "agreed returned",
		model.PlanAgreed:    "revised closed",
		model.PlanReturned:  "submitted agreed",
		model.PlanRevised:   "submitted agreed",
		model.PlanClosed:    "",
	}
	states := map[string]model.PlanState{
		"submitted": model.PlanSubmitted, "agreed": model.PlanAgreed, "returned": model.PlanReturned, "revised": model.PlanRevised, "closed": model.PlanClosed,
	}
	for from, names := range allowed {
		for name, to := range states {
			p := whole()
			p.State = from
			got, err := planning.Take(p, name, 0, model.Word{ID: "w", Reason: "sebab"})
			if !strings.Contains(names, name) {
				var state *planning.StateError
				if !errors.Is(err, model.ErrState) || !errors.As(err, &state) || got.State != from {
					t.Errorf("%v, %s: %v %v, want it refused", from, name, got.State, err)
				}
				continue
			}
			if err != nil || got.State != to || got.Words[len(got.Words)-1].Act != name {
				t.Errorf("%v, %s: %v %v", from, name, got.State, err)
			}
		}
	}
}

// What gives a plan back, opens it again or closes it needs a reason.
func TestStepsThatNeedAReason(t *testing.T) {
	for name, from := range map[string]model.PlanState{planning.Return: model.PlanSubmitted, planning.Reopen: model.PlanAgreed, planning.Conclude: model.PlanAgreed} {
		p := whole()
		p.State = from
		if _, err := planning.Take(p, name, 0, model.Word{ID: "w", Reason: " "}); !errors.Is(err, model.ErrReason) {
			t.Errorf("%s without a reason: %v", name, err)
		}
	}
}

// Each thing that is missing is named.
func TestLacks(t *testing.T) {
	p := whole()
	p.Outline.Outcomes = []model.Outcome{{ID: "extra", Text: "Panitia HUT", Additional: true}, {ID: "two", Text: "Laporan", Additional: true}}
	p.Outline.Yardsticks = []model.Yardstick{{ID: "k6", Outcome: "two"}}
	p.Measures[0].Gauge.Weight, p.Measures[1].Gauge.Weight, p.Measures[1].Gauge.Target = 0, 0, 0
	_, err := planning.Take(p, planning.Submit, 0, model.Word{ID: "w"})
	var lack *planning.LackError
	if !errors.As(err, &lack) {
		t.Fatalf("handed in: %v", err)
	}
	if got := fmt.Sprint(lack.Lacks); got != "[{no-main-outcome } {no-measure Panitia HUT} {no-target K6} {no-weight }]" {
		t.Errorf("lacks %s", got)
	}
	p.Outline.Approach = model.Qualitative // in words, a target is none
	p.Outline.Yardsticks[0].Text = "Laporan diterima tanpa perbaikan"
	if got := fmt.Sprint(planning.Lacks(p)); strings.Contains(got, "no-target") {
		t.Errorf("in words it lacks %s", got)
	}
	if got := planning.Lacks(whole()); got != nil {
		t.Errorf("a whole plan lacks %v", got)
	}
}

// While a plan is changed its periods are measured by what was agreed; when it
// is agreed anew, from the period said on.
func TestOpenedAgain(t *testing.T) {
	take := func(p model.Plan, name string, from model.Period, id model.ElementID) model.Plan {
		t.Helper()
		p, err := planning.Take(p, name, from, model.Word{ID: id, Reason: "sebab"})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	second, third := period(t, "2026-Q2"), period(t, "2026-Q3")
	p := take(take(whole(), planning.Submit, 0, "w1"), planning.Agree, 0, "w2")
	p = take(p, planning.Reopen, 0, "w3")
	p, err := planning.Write(p, mint(), planning.PutOutcome(model.Outcome{Text: "Ibu hamil diperiksa enam kali"}, []model.ElementID{"k6"}))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(p.In(third).Outline.Outcomes); n != 1 || !p.Holds() {
		t.Errorf("while it is changed %d results hold, want the 1 agreed", n)
	}
	p = take(take(p, planning.Submit, 0, "w4"), planning.Agree, third, "w5")
	if a, b := len(p.In(second).Outline.Outcomes), len(p.In(third).Outline.Outcomes); a != 1 || b != 2 {
		t.Errorf("results in Q2 and Q3: %d %d, want 1 2", a, b)
	}
	if list := planning.Agreed(p); len(list) != 2 || list[0].ID != "w2" || list[1].ID != "w5" {
		t.Errorf("agreements %+v", list)
	}
	if _, err := planning.Take(take(p, planning.Reopen, 0, "w6"), planning.Agree, period(t, "2025-Q1"), model.Word{ID: "w7"}); !errors.Is(err, model.ErrBadPeriod) {
		t.Errorf("from another year: %v", err)
	}
}
