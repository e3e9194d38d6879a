package visit_test

import (
	"fmt"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/followup"
	"kinerja/model/visit"
)

var q2, q3 = model.PeriodAt(model.Quarter, 2026_06_30), model.PeriodAt(model.Quarter, 2026_09_30)

func person(name string, state model.EvaluationState, received model.Date, bare int) board.Person {
	p := board.Person{}
	p.Staff = model.StaffRow{Employee: model.EmployeeID(name), Name: name}
	p.Plan.ID = model.PlanID("plan of " + name)
	p.Evaluation.State, p.Unproven = state, bare
	if received != 0 {
		p.Evaluation.Words = []model.Word{{Act: string(model.VerbReceive), On: received}}
	}
	return p
}

// The parts come in the order of a visit, in each what is due first; what is final
// needs nothing, and how somebody stood is of a period before.
func TestMake(t *testing.T) {
	b := &board.Board{People: []board.Person{
		person("Ani", model.EvaluationDraft, 0, 2), person("Budi", model.Final, 0, 3), person("Citra", model.Shared, 0, 0),
		person("Dewi", model.Received, 2026_10_01, 0), person("Eka", model.Objected, 2026_10_01, 0), person("Fani", model.Received, 2026_09_01, 0),
	}}
	b.Period = q3
	s := visit.Make(visit.Input{
		Unit: model.Unit{Name: "Puskesmas"}, Board: b, Today: 2026_10_05,
		Rows: []followup.Row{
			{Kind: followup.Coaching, Staff: model.StaffRow{Name: "Budi"}, Until: 2026_11_01}, {Kind: followup.Coaching, Staff: model.StaffRow{Name: "Ani"}, Until: 2026_12_01},
			{Kind: followup.Objection, Staff: model.StaffRow{Name: "Eka"}}, {Kind: followup.CheckIn, Staff: model.StaffRow{Name: "Ani"}}, {Kind: followup.Award, Staff: model.StaffRow{Name: "Ani"}},
		},
		Last: map[model.EmployeeID]model.Standing{"Ani": {Period: q2}, "Citra": {Period: q3}},
	})
	var got []string
	for _, it := range s.Items {
		got = append(got, fmt.Sprintf("%s %s %s%d %v", it.Part, it.Staff.Name, it.Form, it.Bare, it.Last != nil))
	}
	want := []string{
		"due Fani 0 false", "due Dewi 0 false", "due Ani 0 true", "due Citra 0 false",
		"talks Ani 0 false", "coaching Budi 0 false", "coaching Ani 0 false", "objections Eka 0 false",
		"evidence Ani 2 false", "forms Citra document0 false", "forms Dewi objection0 false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	if s.People != 6 || s.Count(visit.Due) != 4 || s.Count(visit.Forms) != 2 {
		t.Errorf("%d people, %d due, %d forms", s.People, s.Count(visit.Due), s.Count(visit.Forms))
	}
}

// An empty site has an empty sheet.
func TestMakeOfNobody(t *testing.T) {
	if s := visit.Make(visit.Input{Board: &board.Board{}, Today: 2026_10_05}); len(s.Items) != 0 || s.People != 0 {
		t.Errorf("%+v", s)
	}
}
