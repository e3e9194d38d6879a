package coaching_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/coaching"
)

const day = model.Date(2026_10_05)

func plan(change func(*coaching.Coaching)) coaching.Coaching {
	p := coaching.Coaching{
		ID: "1", Employee: "budi", Kind: coaching.Guidance, Problem: "Imunisasi dasar 71,5 %, target 90 %",
		Causes: []coaching.Cause{coaching.Tool}, Aim: "IDL 85 % pada TW IV",
		Steps:    []coaching.Task{{ID: "s", Text: "Sweeping dua desa", Due: 2026_10_20}},
		Promises: []coaching.Promise{{ID: "p", Text: "Kotak vaksin kedua", Who: "Dinas Kesehatan", Due: 2026_10_12}},
		Reviews:  []coaching.Review{{ID: "r", Due: 2026_11_02}},
	}
	change(&p)
	return p
}

// Every step from every state: the table says which are taken, all others are
// refused and leave the plan as it was.
func TestStates(t *testing.T) {
	allowed := map[string]coaching.State{
		"proposed agreed": coaching.Agreed, "agreed begun": coaching.Running, "agreed closed": coaching.Closed, "running closed": coaching.Closed,
		"proposed cancelled": coaching.Cancelled, "agreed cancelled": coaching.Cancelled, "running cancelled": coaching.Cancelled,
	}
	word := model.Word{On: day, Reason: "pindah tugas"}
	for state := coaching.Proposed; state <= coaching.Cancelled; state++ {
		for _, name := range append(coaching.Steps().Names(), "nonsense") {
			p := plan(func(p *coaching.Coaching) { p.State = state })
			got, err := p.Take(name, word, coaching.Better, "")
			to, ok := allowed[state.String()+" "+name]
			switch {
			case ok && (err != nil || got.State != to || len(got.Words) != 1 || got.Words[0].Act != name):
				t.Errorf("%s %s: %v, %v", state, name, got.State, err)
			case !ok && (!errors.Is(err, model.ErrState) || got.State != state):
				t.Errorf("%s %s is not in the table: %v, %v", state, name, got.State, err)
			}
		}
		if open := state < coaching.Closed; state.Open() != open {
			t.Errorf("%s: open %v", state, state.Open())
		}
	}
}

func TestTakeRefuses(t *testing.T) {
	field := func(err error) string {
		var f *model.FieldError
		errors.As(err, &f)
		if f == nil {
			return ""
		}
		return f.Field
	}
	p := plan(func(p *coaching.Coaching) { p.State = coaching.Running })
	if _, err := p.Take(coaching.Close, model.Word{On: day}, coaching.NoOutcome, ""); field(err) != "outcome" {
		t.Errorf("closed without an outcome: %v", err)
	}
	if _, err := p.Take(coaching.Cancel, model.Word{On: day}, 0, ""); field(err) != "reason" {
		t.Errorf("cancelled without a reason: %v", err)
	}
	p.State = coaching.Proposed
	if _, err := p.Take(coaching.Agree, model.Word{On: day, Via: model.Recorded}, 0, ""); field(err) != "document" {
		t.Errorf("agreed by somebody else's word without a paper: %v", err)
	}
	if got, err := p.Take(coaching.Agree, model.Word{On: day, Via: model.Signed}, 0, ""); err != nil || p.State != coaching.Proposed || !got.Scheduled() {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCheck(t *testing.T) {
	for _, x := range []struct {
		field  string
		change func(*coaching.Coaching)
	}{
		{"", func(*coaching.Coaching) {}},
		{"pegawai", func(p *coaching.Coaching) { p.Employee = "" }},
		{"kind", func(p *coaching.Coaching) { p.Kind = 0 }},
		{"problem", func(p *coaching.Coaching) { p.Problem = " " }},
		{"cause", func(p *coaching.Coaching) { p.Causes = nil }},
		{"aim", func(p *coaching.Coaching) { p.Aim = "" }},
		{"step", func(p *coaching.Coaching) { p.Steps[0].Text = "" }},
		{"step", func(p *coaching.Coaching) { p.Steps[0].Due = 0 }},
		{"promise", func(p *coaching.Coaching) { p.Promises[0].Who = "" }},
		{"review", func(p *coaching.Coaching) { p.Reviews[0].Due = 0 }},
		{"steps", func(p *coaching.Coaching) { p.Steps = make([]coaching.Task, coaching.MostItems+1) }},
		{"problem", func(p *coaching.Coaching) { p.Problem = "bel\a" }},
		{"aim", func(p *coaching.Coaching) { p.Aim = strings.Repeat("a", coaching.Most+1) }},
	} {
		err := plan(x.change).Check()
		var f *model.FieldError
		if errors.As(err, &f); (err == nil) != (x.field == "") || f != nil && f.Field != x.field {
			t.Errorf("%s: %v", x.field, err)
		}
	}
}

func TestNext(t *testing.T) {
	p := plan(func(*coaching.Coaching) {})
	for _, x := range []struct {
		day  model.Date
		what string
		then func()
	}{
		{2026_10_12, "promise", func() { p.Promises[0].Kept = 2026_10_11 }},
		{2026_10_20, "step", func() { p.Steps[0].Done = 2026_10_21 }},
		{2026_11_02, "review", func() { p.Reviews[0].Held = 2026_11_02 }},
		{0, "", func() {}},
	} {
		if day, what := p.Next(); day != x.day || what != x.what {
			t.Errorf("next is %s on %v, want %s on %v", what, day, x.what, x.day)
		}
		x.then()
	}
}

func TestWords(t *testing.T) {
	for _, k := range coaching.Kinds() {
		if got, ok := coaching.ParseKind(k.String()); !ok || got != k {
			t.Errorf("%v", k)
		}
	}
	for _, c := range coaching.Causes() {
		if got, ok := coaching.ParseCause(" " + strings.ToUpper(c.String())); !ok || got != c {
			t.Errorf("%v", c)
		}
	}
	for _, o := range coaching.Outcomes() {
		if got, ok := coaching.ParseOutcome(o.String()); !ok || got != o {
			t.Errorf("%v", o)
		}
	}
	if _, ok := coaching.ParseCause(""); ok {
		t.Error("nothing is a cause")
	}
}
