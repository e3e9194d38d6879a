package store_test

import (
	"bytes"
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/model/planning"
)

// A leave stands in the plans of its holder, which say when they are away. It
// takes nothing off a target unless it is said to; then plan, card and roll-up
// come to the same. All of it is one change with one undo.
func TestLeave(t *testing.T) {
	d, plan, _, jp := spanned(t)
	q2, q3 := quarter(t, 2), quarter(t, 3)
	for _, p := range []model.Period{q2, q3} {
		if _, err := d.Enter(plan.ID, p, []model.Entry{{Measure: jp.ID, Actual: model.Some(model.Int(2))}}, ""); err != nil {
			t.Fatal(err)
		}
	}
	august := leave.Leave{Employee: plan.Employee, Kind: leave.Annual, From: 2026_08_10, To: 2026_08_31, Letter: " SC 1 "}
	kept, err := d.AddLeave(august)
	if err != nil || kept.Letter != "SC 1" || kept.ID == "" {
		t.Fatalf("%+v, %v", kept, err)
	}
	full, err := d.Plan(plan.ID)
	if err != nil || len(full.Away) != 1 || full.Away[0].From != 2026_08_10 || full.Away[0].Reduces {
		t.Fatalf("%+v, %v", full.Away, err)
	}
	if g := hours(t, d, full, q3); g.Target != model.Int(5) || g.Part.Days != 0 {
		t.Errorf("a leave that takes nothing off: %v, %+v", g.Target, g.Part)
	}
	if _, err := d.AddLeave(leave.Leave{Employee: plan.Employee, Kind: leave.Sick, From: 2026_08_31, To: 2026_09_02, Letter: "S"}); !errors.Is(err, leave.ErrOverlap) {
		t.Errorf("away twice: %v", err)
	}
	if err := d.RemoveLeave(plan.Employee, kept.ID, "salah tanggal"); err != nil {
		t.Fatal(err)
	}
	august.Reduces = true
	if kept, err = d.AddLeave(august); err != nil {
		t.Fatal(err)
	}
	// 22 of 92 days are taken off: 5 × 70/92.
	if g := hours(t, d, full, q3); g.Target != model.MustNumber("3.8043") || g.Part.Held != 70 || g.Part.Away != 22 {
		t.Errorf("a leave that reduces: %v, %+v", g.Target, g.Part)
	}
	if g := hours(t, d, full, q2); g.Target != model.Int(5) {
		t.Errorf("the quarter before: %v", g.Target)
	}
	list, err := d.Leaves(leave.Query{First: q3.First(), Last: q3.Last()})
	if err != nil || len(list) != 1 || list[0].ID != kept.ID || list[0].Staff.Name == "" {
		t.Errorf("%+v, %v", list, err)
	}
	if list, err = d.Leaves(leave.Query{Employee: plan.Employee, Last: q2.Last()}); err != nil || len(list) != 0 {
		t.Errorf("before: %+v, %v", list, err)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if g := hours(t, d, full, q3); g.Target != model.Int(5) {
		t.Errorf("undone: %v", g.Target)
	}
	if _, err := d.Redo(); err != nil {
		t.Fatal(err)
	}
	if g := hours(t, d, full, q3); g.Part.Away != 22 {
		t.Errorf("done again: %+v", g.Part)
	}
}

// A plan that is made after a leave has it too, and records are what their facts
// say.
func TestAPlanOfTheNextYearHasTheLeave(t *testing.T) {
	s, d, _ := office(t)
	row, err := d.FindOne("ani")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.AddLeave(leave.Leave{Employee: row.Employee, Kind: leave.Maternity, From: 2026_12_01, To: 2027_02_28, Letter: "S"}); err != nil {
		t.Fatal(err)
	}
	made, err := d.MakePlans(planning.Order{Year: 2027, Document: "SKP 2", On: 2027_01_02})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := d.Plan(made.Plans[0].ID)
	if err != nil || len(plan.Away) != 1 || plan.Away[0].From != 2027_01_01 || plan.Away[0].To != 2027_02_28 {
		t.Errorf("%+v, %v", plan.Away, err)
	}
	verify(t, s)
	kept, err := s.Forms()
	if err != nil {
		t.Fatal(err)
	}
	built, err := s.Rebuild()
	found := false
	for key, want := range kept {
		found = found || key.Kind == model.KindLeave
		if err != nil || !bytes.Equal(built[key], want) {
			t.Errorf("%s %s differs, %v", key.Kind, key.ID, err)
		}
	}
	if !found {
		t.Error("no leave among the records")
	}
}

// What was told does not move: a leave that would move it is refused, one that
// takes nothing off is not.
func TestALeaveAfterSharing(t *testing.T) {
	d, plan, _, jp := spanned(t)
	q3 := quarter(t, 3)
	rated(t, d, plan.ID, jp.ID, q3, 5, model.Shared)
	l := leave.Leave{Employee: plan.Employee, Kind: leave.Long, From: 2026_08_10, To: 2026_08_31, Letter: "S", Reduces: true}
	var told *planning.ToldError
	if _, err := d.AddLeave(l); !errors.As(err, &told) {
		t.Errorf("a leave that moves what was told: %v", err)
	}
	l.Reduces = false
	if _, err := d.AddLeave(l); err != nil {
		t.Error(err)
	}
}
