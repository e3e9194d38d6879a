package planning_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/planning"
)

func TestWriteAPlan(t *testing.T) {
	p, next := whole(), mint()
	before := fmt.Sprint(p)
	q, err := planning.Write(p, next,
		planning.PutOutcome(model.Outcome{Text: " Ibu sehat ", Additional: true, Serves: model.Served{Text: "RHK Kapus"}}, []model.ElementID{"k6"}),
		planning.Expect("Loyal", "Menjaga nama baik"), planning.Expect("pelayanan", "Ramah"),
		planning.PutLine(planning.Consequences, model.Line{Text: "Pembinaan"}),
		planning.Approached(model.Qualitative), planning.InWords("k6", "Enam kali"),
	)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(p) != before {
		t.Error("the plan that came in was changed")
	}
	o := q.Outline
	if len(o.Outcomes) != 2 || o.Outcomes[1].Text != "Ibu sehat" || o.Yardstick("k6").Outcome != o.Outcomes[1].ID || !o.InWords("k6") || o.InWords("idl") {
		t.Errorf("outline %+v", o)
	}
	if len(o.Expectations) != 2 || o.Expectations[0].ID != "pelayanan" {
		t.Errorf("expectations %+v, want them in the official order", o.Expectations)
	}
	// A measure moves with the result that claims it, and is left when that goes.
	q, err = planning.Write(q, next, planning.PutOutcome(o.Outcomes[1], []model.ElementID{"idl", "k6"}))
	if err != nil || len(planning.MeasuresOf(q, "rhk")) != 0 || len(planning.MeasuresOf(q, o.Outcomes[1].ID)) != 2 {
		t.Errorf("%v: %+v", err, q.Outline.Yardsticks)
	}
	q, err = planning.Write(q, next, planning.RemoveOutcome(o.Outcomes[1].ID), planning.Expect("loyal", ""), planning.Expect("pelayanan", ""),
		planning.PutLine(planning.Consequences, model.Line{ID: o.Annex.Consequences[0].ID}), planning.InWords("k6", ""), planning.Approached(model.Quantitative),
		planning.RemoveOutcome("rhk"))
	if err != nil || len(planning.MeasuresOf(q, "")) != 2 || fmt.Sprint(q.Outline) != fmt.Sprint(model.Outline{}) {
		t.Errorf("taken away: %v, %+v", err, q.Outline)
	}
}

func TestWritingIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		edit planning.Edit
		want error
	}{
		"empty":         {planning.PutOutcome(model.Outcome{Text: "  "}, nil), model.ErrMissing},
		"unknown":       {planning.PutOutcome(model.Outcome{ID: "none", Text: "x"}, nil), model.ErrNotFound},
		"long":          {planning.PutOutcome(model.Outcome{Text: strings.Repeat("x", 2001)}, nil), model.ErrTooLong},
		"control":       {planning.Expect("loyal", "\x1b[2J"), model.ErrControl},
		"no value":      {planning.Expect("rajin", "x"), model.ErrWord},
		"no line":       {planning.PutLine(planning.Resources, model.Line{ID: "none", Text: "x"}), model.ErrNotFound},
		"empty line":    {planning.PutLine(planning.Resources, model.Line{}), model.ErrMissing},
		"no measure":    {planning.InWords("none", "x"), model.ErrNotFound},
		"nothing there": {planning.RemoveOutcome("none"), model.ErrNotFound},
	} {
		if _, err := planning.Write(whole(), mint(), c.edit); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	for state, open := range map[model.PlanState]bool{model.PlanDraft: true, model.PlanReturned: true, model.PlanRevised: true} {
		p := whole()
		p.State = state
		if _, err := planning.Write(p, mint(), planning.Expect("loyal", "x")); (err == nil) != open {
			t.Errorf("%v: %v", state, err)
		}
	}
	for _, state := range []model.PlanState{model.PlanSubmitted, model.PlanAgreed, model.PlanClosed} {
		p := whole()
		p.State = state
		if _, err := planning.Write(p, mint(), planning.Expect("loyal", "x")); !errors.Is(err, model.ErrState) {
			t.Errorf("%v is written in: %v", state, err)
		}
	}
}

// A link goes along where the superior's new plan has the result; else its text.
func TestCopyToAnotherYear(t *testing.T) {
	old := whole()
	old.State = model.PlanAgreed
	old.Outline.Outcomes[0].Serves = model.Served{Plan: "boss25", Outcomes: []model.ElementID{"a", "b"}}
	boss := func(id model.PlanID, outcomes ...model.Outcome) model.Plan {
		return model.Plan{ID: id, Outline: model.Outline{Outcomes: outcomes}}
	}
	before := boss("boss25", model.Outcome{ID: "a", Text: "A"}, model.Outcome{ID: "b", Text: "B"})
	now := boss("boss26", model.Outcome{ID: "a", Text: "A"})
	p := planning.Copy(old, model.Post{ID: "post", Employee: "citra", Unit: "pkm"}, 2027, func(s model.Served) model.Served { return planning.Carry(s, before, now) })
	if p.State != model.PlanDraft || p.ID != model.PlanOf("post", 2027) || p.Words != nil || len(p.Measures) != 2 {
		t.Errorf("copy %+v", p)
	}
	if got := fmt.Sprint(p.Outline.Outcomes[0].Serves); got != "{boss26 [a] B}" {
		t.Errorf("it serves %s", got)
	}
	if old.Outline.Outcomes[0].Serves.Plan != "boss25" {
		t.Error("the old plan was changed")
	}
}

func TestMatrix(t *testing.T) {
	leader := planning.Row{Plan: model.Plan{ID: "boss", Outline: model.Outline{Outcomes: []model.Outcome{{ID: "a", Text: "A"}, {ID: "b", Text: "B"}}}}}
	row := func(name string, serves ...model.Served) planning.Row {
		r := planning.Row{Staff: model.StaffRow{Name: name}, Plan: model.Plan{ID: model.PlanID(name)}}
		for i, s := range serves {
			r.Plan.Outline.Outcomes = append(r.Plan.Outline.Outcomes, model.Outcome{ID: model.ElementID(fmt.Sprint("x", i)), Serves: s})
		}
		return r
	}
	m := planning.MatrixOf(leader, []planning.Row{
		row("Ani", model.Served{Plan: "boss", Outcomes: []model.ElementID{"a"}}, model.Served{Plan: "boss", Outcomes: []model.ElementID{"a", "gone"}}),
		row("Budi", model.Served{Plan: "boss", Outcomes: []model.ElementID{"gone"}}),
		row("Citra", model.Served{Text: "B"}),
		row("Dewi"),
	})
	if m.Team != 4 || len(m.Rows[0].By) != 2 || len(m.Rows[1].By) != 0 || m.Alone() != 1 || len(m.Unlinked) != 3 || m.Unlinked[0].Staff.Name != "Budi" {
		t.Errorf("matrix %+v", m)
	}
}
