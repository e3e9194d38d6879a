package pages

import (
	"testing"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/model/founding"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/tenure"
	"kinerja/store"
	"kinerja/store/storetest"
)

// The head's own evaluator, from an office that the file does not have, is one
// change: a post outside, of which no list, plan or agenda takes notice, and the
// unit stays the one that is closed.
func TestAnEvaluatorOutside(t *testing.T) {
	s := storetest.Open(t)
	q3, _ := model.ParsePeriod("2026-Q3")
	head, err := s.As(model.Owner("", "")).Begin(founding.Beginning{
		Unit:   model.Unit{Name: "Puskesmas Tanjung Raya", Kind: model.UnitClinic},
		Person: model.Employee{Number: "197503121999031002", Name: "Sari Wulandari", Before: "dr."},
		Post:   model.Post{Position: "Kepala Puskesmas"}, Period: q3,
	})
	if err != nil {
		t.Fatal(err)
	}
	d := formDesk{s.As(model.Owner(head.ID, head.FullName()))}
	who := must(d.Profile(head.ID))
	above := tenure.Outsider{
		Person:   model.Employee{Number: "197005061995031001", Name: "Budi Harahap"},
		Position: "Kepala Dinas Kesehatan", Office: "Dinas Kesehatan", Above: who.Unit.ID,
	}
	if err := d.Under(above, who.Posts[0], "", "SKP 2026"); err != nil {
		t.Fatal(err)
	}
	who = must(d.Profile(head.ID))
	tree := must(d.Units())
	office := tree[tree[who.Unit.ID].Parent]
	if who.Evaluator.Name != "Budi Harahap" || office.Name != "Dinas Kesehatan" || office.Kind != model.UnitOffice {
		t.Errorf("evaluator %q, above the unit %+v", who.Evaluator.Name, office)
	}
	if roster := must(d.Roster(store.RosterQuery{})); roster.Len() != 1 {
		t.Errorf("%d on the staff list", roster.Len())
	}
	if all := must(d.Everyone()); len(all) != 2 {
		t.Errorf("%d can be chosen as evaluator", len(all))
	}
	for _, unit := range []model.UnitID{"", who.Unit.ID} {
		a := must(d.Agenda(store.AgendaQuery{Period: q3, Unit: unit, Rules: rules.Only(rules.PermenPANRB6())}))
		if a.People != 1 || a.Listed != 1 {
			t.Errorf("below %q: %d people, %d listed", unit, a.People, a.Listed)
		}
		for _, o := range a.Obstacles {
			if o.Staff.Employee != head.ID || o.Kind == agenda.NoEvaluator {
				t.Errorf("below %q: %s of %s", unit, o.Kind, o.Staff.Name)
			}
		}
	}
	if made := must(d.MakePlans(planning.Order{Year: 2026, Draft: true})); len(made.Plans) != 1 || len(made.NoPost) != 0 {
		t.Errorf("%d plans, %d without a post", len(made.Plans), len(made.NoPost))
	}
	if p := must(d.WouldClose(closing.Order{Period: q3}, rules.Only(rules.PermenPANRB6()))); p.Unit.ID != who.Unit.ID {
		t.Errorf("what is closed is %s", p.Unit.Name)
	}
	must(d.Undo()) // the plans
	must(d.Undo())
	if who = must(d.Profile(head.ID)); who.Evaluator.ID != "" || len(must(d.Units())) != 1 {
		t.Errorf("after one undo %q, units %v", who.Evaluator.Name, must(d.Units()))
	}
	// Somebody new under such an evaluator, in an office that is there already.
	if err := d.Under(above, who.Posts[0], "", ""); err != nil {
		t.Fatal(err)
	}
	above.Person = model.Employee{Number: "197105061995031002", Name: "Citra Lubis"}
	wati, err := d.HireUnder(above, model.Employee{Name: "Wati", Kind: model.NonASN}, model.Post{Unit: who.Unit.ID, Position: "Sopir"})
	if err != nil {
		t.Fatal(err)
	}
	pr := must(d.Profile(wati.ID))
	if pr.Employee.Number != "NON-0001" || pr.Evaluator.Name != "Citra Lubis" || len(must(d.Units())) != 2 {
		t.Errorf("%+v under %q, %d units", pr.Employee, pr.Evaluator.Name, len(must(d.Units())))
	}
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}
