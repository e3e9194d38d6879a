package award_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/award"
)

const day = model.Date(2026_10_05)

var (
	head = model.Word{Whose: "sari", By: "sari", On: day}
	team = model.Word{Whose: "tim", By: "tim", On: day, Document: "SK 800/1", Reason: "r"}
)

func nominated(t *testing.T) award.Award {
	t.Helper()
	a, err := award.New(award.Award{ID: "a", Employee: "rina", Kind: "Piagam", Reason: "IDL 94 %"}, head)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Every step from every state.
func TestStates(t *testing.T) {
	allowed := map[string]award.State{
		"nominated checked": award.Checked, "checked decided": award.Decided, "decided handed_over": award.Handed,
		"nominated rejected": award.Rejected, "checked rejected": award.Rejected,
		"nominated withdrawn": award.Withdrawn, "checked withdrawn": award.Withdrawn,
	}
	for s := award.Nominated; s <= award.Withdrawn; s++ {
		for _, name := range append(award.Steps().Names(), award.Nominate) {
			a := nominated(t)
			a.State = s
			got, err := a.Take(name, team)
			to, ok := allowed[s.String()+" "+name]
			if ok != (err == nil) || ok && got.State != to || !ok && (!errors.Is(err, model.ErrState) || got.State != s) {
				t.Errorf("%s %s: %v, %v", s, name, got.State, err)
			}
		}
	}
}

func TestWhoDecides(t *testing.T) {
	a := nominated(t)
	a.State = award.Checked
	for who, ok := range map[model.EmployeeID]bool{"tim": true, "sari": false, "rina": false} {
		w := team
		w.Whose = who
		if _, err := a.Take(award.Decide, w); (err == nil) != ok || err != nil && !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("%s decides: %v", who, err)
		}
	}
	w := team
	w.Document = " "
	if _, err := a.Take(award.Decide, w); !errors.Is(err, model.ErrMissing) {
		t.Errorf("decided without a letter: %v", err)
	}
	w = team
	w.Reason = ""
	if _, err := a.Take(award.Reject, w); !errors.Is(err, model.ErrMissing) {
		t.Errorf("rejected without a reason: %v", err)
	}
}

func TestNew(t *testing.T) {
	for field, change := range map[string]func(*award.Award){
		"pegawai": func(a *award.Award) { a.Employee = "" },
		"kind":    func(a *award.Award) { a.Kind = " " },
		"reason":  func(a *award.Award) { a.Reason = "" },
	} {
		a := nominated(t)
		change(&a)
		var f *model.FieldError
		if _, err := award.New(a, head); !errors.As(err, &f) || f.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	a := nominated(t)
	if _, err := award.New(a, model.Word{Whose: "rina", On: day}); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("somebody nominates themselves: %v", err)
	}
	a.Reason = strings.Repeat("a", award.Most+1)
	if _, err := award.New(a, head); !errors.Is(err, model.ErrTooLong) {
		t.Errorf("%v", err)
	}
}

func span(predicates ...model.Predicate) (list []award.Stood) {
	for i, p := range predicates {
		q, _ := model.NewPeriod(model.Quarter, 2026, i+1)
		list = append(list, award.Stood{Period: q, Final: true, Predicate: p})
	}
	return list
}

func TestExamine(t *testing.T) {
	const vg, g, ni = model.VeryGood, model.Good, model.NeedsImprovement
	open, unfinished := span(vg, vg), span(vg, vg)
	open[1].Objection, unfinished[0].Final = true, false
	for _, x := range []struct {
		name   string
		span   []award.Stood
		letter string
		lacks  []award.Condition
		row    int
	}{
		{"the last two very good", span(g, g, vg, vg), "", nil, 2},
		{"the last one only", span(vg, vg, g, vg), "", []award.Condition{award.Best}, 1},
		{"once below good", span(ni, g, vg, vg), "", []award.Condition{award.Best}, 2},
		{"nothing", nil, "", []award.Condition{award.HasFinal, award.Best}, 0},
		{"an open objection", open, "", []award.Condition{award.NoObjection}, 2},
		{"not final", unfinished, "", []award.Condition{award.HasFinal}, 2},
		{"discipline", span(vg, vg), "800/3", []award.Condition{award.NoDiscipline}, 2},
	} {
		found := award.Default().Examine(x.span, x.letter)
		var lacks []award.Condition
		for _, f := range found {
			if !f.Met {
				lacks = append(lacks, f.Condition)
			}
			if f.Condition == award.Best && f.Row != x.row {
				t.Errorf("%s: %d in a row", x.name, f.Row)
			}
		}
		if len(found) != 4 || !slices.Equal(lacks, x.lacks) || award.Met(found) != (len(x.lacks) == 0) {
			t.Errorf("%s: lacks %v, want %v", x.name, lacks, x.lacks)
		}
	}
	all := award.Rule{Least: award.Predicates{Worst: g, Best: vg}}
	if award.Met(all.Examine(span(g, vg, vg), "")) || !award.Met(all.Examine(span(vg, vg, vg), "")) {
		t.Error("0 in a row asks for all")
	}
}

func TestExamined(t *testing.T) {
	found := award.Default().Examine(span(model.Good, model.VeryGood), "")
	w := model.Word{Whose: "tim", By: "tim", On: day}
	if _, err := nominated(t).Examined(found, " ", w); !errors.Is(err, model.ErrMissing) {
		t.Errorf("a condition is not met, and nobody said why it goes on: %v", err)
	}
	a, err := nominated(t).Examined(found, "menggantikan dua bidan", w)
	if err != nil || a.State != award.Checked || len(a.Findings) != 4 || a.Overruled == "" {
		t.Errorf("%+v, %v", a, err)
	}
	if found[1].Met = true; a.Findings[1].Met {
		t.Error("what was found moved afterwards")
	}
}
