package visit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/followup"
	visits "kinerja/model/visit"
	"kinerja/ui/nav"
	"kinerja/ui/screen/visit"
	"kinerja/ui/uitest"
)

var q3 = model.PeriodAt(model.Quarter, 2026_09_30)

// site is a desk with one visit.
type site struct{ sheet visits.Sheet }

func (s site) Visit(model.UnitID, model.Period) (visits.Sheet, error) { return s.sheet, nil }
func (s site) Units() (model.Units, error)                            { return nil, nil }

// pustu is a visit with something in every part.
func pustu() visits.Sheet {
	b := &board.Board{}
	b.Period = q3
	add := func(name string, state model.EvaluationState, received model.Date, bare int) {
		p := board.Person{}
		p.Staff = model.StaffRow{Employee: model.EmployeeID(name), Name: name, Number: "199902142023212001"}
		p.Plan.ID, p.Evaluation.State, p.Unproven = model.PlanID(name), state, bare
		if received != 0 {
			p.Evaluation.Words = []model.Word{{Act: string(model.VerbReceive), On: received}}
		}
		b.People = append(b.People, p)
	}
	add("Ani Lestari, A.Md.Keb.", model.EvaluationDraft, 0, 2)
	add("Budi Santoso", model.Rated, 0, 0)
	add("Citra Dewi", model.Shared, 0, 0)
	add("Dewi Anggraini", model.Received, 2026_10_01, 0)
	who := func(name string) model.StaffRow { return model.StaffRow{Employee: model.EmployeeID(name), Name: name} }
	return visits.Make(visits.Input{
		Unit: model.Unit{Name: "Pustu Melati"}, Board: b, Today: 2026_10_05,
		Rows: []followup.Row{
			{Kind: followup.Coaching, ID: "c1", Staff: who("Budi Santoso"), State: "running", About: "IDL", By: followup.ByEvaluator, Until: 2026_11_01},
			{Kind: followup.Objection, Staff: who("Eka Putri"), State: "filed", By: followup.BySuperior, Until: 2026_10_02, Plan: "Eka"},
			{Kind: followup.CheckIn, Staff: who("Ani Lestari, A.Md.Keb."), State: followup.Arranged, By: followup.ByEvaluator, Until: 2026_10_06},
		},
		Last: map[model.EmployeeID]model.Standing{"Ani Lestari, A.Md.Keb.": {Period: model.PeriodAt(model.Quarter, 2026_06_30), Evaluation: model.Evaluation{Predicate: model.Good}}},
	})
}

// Enter leads from each part to where the thing is done, and f to the conversation.
func TestWhereThingsAreDone(t *testing.T) {
	p := visit.New(uitest.Env(t, "id"), site{pustu()}, nav.Visit{})
	uitest.Open(p, 80, 30)
	want := []nav.Route{
		nav.Evaluation{Plan: "Dewi Anggraini", Period: q3}, nav.Evaluation{Plan: "Ani Lestari, A.Md.Keb.", Period: q3}, nav.Evaluation{Plan: "Budi Santoso", Period: q3},
		nav.Evaluation{Plan: "Citra Dewi", Period: q3}, nav.Feedback{Employee: "Ani Lestari, A.Md.Keb."}, nav.Coaching{Employee: "Budi Santoso", ID: "c1"}, nav.Objection{Plan: "Eka"},
		nav.ActionPlan{Plan: "Ani Lestari, A.Md.Keb.", Period: q3}, nav.Document{Plan: "Citra Dewi", Period: q3}, nav.Objection{Plan: "Dewi Anggraini", Period: q3},
	}
	for i, route := range want {
		asked := uitest.Press(p, "enter")
		if open, ok := asked[len(asked)-1].(nav.OpenMsg); !ok || open.Route != route {
			t.Errorf("row %d leads to %+v, want %+v", i, asked, route)
		}
		asked = uitest.Press(p, "f")
		if open, ok := asked[len(asked)-1].(nav.OpenMsg); !ok || open.Route.(nav.Feedback).Employee == "" {
			t.Errorf("row %d: f leads to %+v", i, asked)
		}
		uitest.Press(p, "down")
	}
}

// t goes to another period; the page then reads that one.
func TestAnotherPeriod(t *testing.T) {
	s := pustu()
	q2 := model.PeriodAt(model.Quarter, 2026_06_30)
	s.Periods = []model.Period{q2, q3}
	p := visit.New(uitest.Env(t, "id"), site{s}, nav.Visit{})
	uitest.Open(p, 80, 20)
	asked := uitest.Choose(t, p, "TW II 2026")
	if at := p.Place().(nav.Visit); at.Period != q2 {
		t.Errorf("stays at %v: %v", at.Period, asked)
	}
}

func TestGolden(t *testing.T) {
	var all strings.Builder
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{80, 20}, {120, 32}, {60, 11}} {
			p := visit.New(uitest.Env(t, language), site{pustu()}, nav.Visit{})
			uitest.Open(p, size[0], size[1])
			view := ansi.Strip(p.View())
			uitest.Fits(t, view, size[0], size[1])
			all.WriteString("==== " + language + "\n" + view + "\n")
		}
		empty := visit.New(uitest.Env(t, language), site{visits.Sheet{Unit: model.Unit{Name: "Pustu Melati"}, Period: q3}}, nav.Visit{})
		uitest.Open(empty, 80, 20)
		all.WriteString("==== " + language + "\n" + ansi.Strip(empty.View()) + "\n")
	}
	uitest.Golden(t, all.String())
}
