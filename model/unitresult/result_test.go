package unitresult_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/unitresult"
)

const today = model.Date(20261003)

func period(t *testing.T) model.Period {
	t.Helper()
	p, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var good = unitresult.Proposal{Grade: unitresult.Good, Basis: "rencana aksi TW III", Decider: "Kepala Dinas Kesehatan"}

func TestStates(t *testing.T) {
	r := unitresult.New("unit", period(t))
	r, err := r.Propose(good)
	if err != nil || r.State != unitresult.Draft || r.Decided() {
		t.Fatalf("%+v, %v", r, err)
	}
	paper := model.Word{Via: model.Recorded, Document: "SK 12", On: today}
	set, err := r.Decide(good, paper, "", today)
	if err != nil || set.State != unitresult.Set || !set.Decided() || set.Last().Act != "set" || len(r.Words) != 0 {
		t.Fatalf("%+v, %v", set, err)
	}
	if _, err := set.Propose(good); !errors.Is(err, model.ErrState) {
		t.Errorf("proposed over a decision: %v", err)
	}
	if _, err := set.Decide(good, paper, " ", today); !errors.Is(err, model.ErrReason) {
		t.Errorf("revised without a reason: %v", err)
	}
	better := good
	better.Grade = unitresult.Outstanding
	again, err := set.Decide(better, paper, "salah baca", today)
	if err != nil || again.State != unitresult.Revised || len(again.Words) != 2 || len(set.Words) != 1 || again.Last().Act != "revised" {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestRefused(t *testing.T) {
	r := unitresult.New("unit", period(t))
	own := model.Word{Whose: "kadis", On: today}
	for name, x := range map[string]struct {
		r    unitresult.Result
		p    unitresult.Proposal
		w    model.Word
		want error
	}{
		"no grade":      {r, unitresult.Proposal{Basis: "x"}, own, model.ErrMissing},
		"no basis":      {r, unitresult.Proposal{Grade: unitresult.Good, Basis: " "}, own, model.ErrMissing},
		"no paper":      {r, good, model.Word{Via: model.Recorded, On: today}, model.ErrMissing},
		"no decider":    {r, unitresult.Proposal{Grade: unitresult.Good, Basis: "x"}, model.Word{On: today}, model.ErrMissing},
		"tomorrow":      {r, good, model.Word{Whose: "kadis", On: today + 1}, model.ErrFuture},
		"too long":      {r, unitresult.Proposal{Grade: unitresult.Good, Basis: strings.Repeat("a", unitresult.Most+1)}, own, model.ErrTooLong},
		"escape":        {r, unitresult.Proposal{Grade: unitresult.Good, Basis: "\x1b[2J"}, own, model.ErrControl},
		"no period":     {unitresult.New("unit", 0), good, own, model.ErrMissing},
		"escape, paper": {r, good, model.Word{Via: model.Recorded, Document: "\x1b", On: today}, model.ErrControl},
	} {
		if got, err := x.r.Decide(x.p, x.w, "", today); !errors.Is(err, x.want) || got.State != unitresult.Draft {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// An exception answers for the counts and the result it was given for, and for
// no others.
func TestException(t *testing.T) {
	r := unitresult.New("unit", period(t))
	if _, err := r.Except(unitresult.Exception{Reason: "x"}); !errors.Is(err, model.ErrState) {
		t.Errorf("an exception to nothing: %v", err)
	}
	r, err := r.Decide(good, model.Word{Whose: "kadis", On: today}, "", today)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Except(unitresult.Exception{Reason: "  "}); !errors.Is(err, model.ErrReason) {
		t.Errorf("no reason: %v", err)
	}
	counts := []int{0, 0, 0, 40, 0}
	kept, err := r.Except(unitresult.Exception{Reason: " hasil merata ", Counts: counts})
	if err != nil || !kept.Answers(counts) || kept.Answers([]int{0, 0, 1, 39, 0}) || r.Exception != nil || kept.Exception.Reason != "hasil merata" {
		t.Errorf("%+v, %v", kept.Exception, err)
	}
	better := good
	better.Grade = unitresult.Outstanding
	moved, err := kept.Decide(better, model.Word{Whose: "kadis", On: today}, "salah baca", today)
	if err != nil || moved.Answers(counts) {
		t.Errorf("the reason for another result answers: %v", err)
	}
}

func TestFold(t *testing.T) {
	f := unitresult.DefaultFold()
	if err := f.Check(); err != nil {
		t.Error(err)
	}
	for grade, want := range map[unitresult.Grade]model.Rating{
		unitresult.Outstanding: model.Above, unitresult.Good: model.Meets, unitresult.NeedsImprovement: model.Below,
		unitresult.Poor: model.Below, unitresult.VeryPoor: model.Below, unitresult.NoGrade: model.NotRated,
	} {
		if got := f.Of(grade); got != want {
			t.Errorf("%v folds into %v", grade, got)
		}
	}
	f[unitresult.Good] = model.NotRated
	if err := f.Check(); !errors.Is(err, model.ErrMissing) {
		t.Error(err)
	}
	f[unitresult.Good], f[unitresult.NeedsImprovement] = model.Below, model.Meets
	if err := f.Check(); !errors.Is(err, model.ErrOrder) {
		t.Error(err)
	}
}

func TestWords(t *testing.T) {
	for _, g := range unitresult.Grades() {
		if got, ok := unitresult.ParseGrade(g.String()); !ok || got != g {
			t.Errorf("%v is read as %v", g, got)
		}
	}
	for s, want := range map[string]unitresult.Grade{"Sangat Kurang": unitresult.VeryPoor, "CUKUP": unitresult.NeedsImprovement, "istimewa": unitresult.Outstanding, "": 0, "bagus": 0} {
		if got, ok := unitresult.ParseGrade(s); got != want || ok != (want != 0) {
			t.Errorf("%q is read as %v", s, got)
		}
	}
}
