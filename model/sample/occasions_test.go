package sample

import (
	"testing"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/model/distribution"
	"kinerja/model/survey"
	"kinerja/model/unitresult"
)

// What Bukitintan has beside cards is what it is there for: a good clinic whose
// predicates do not fit, a survey that stands in the results, a balance.
func TestOccasions(t *testing.T) {
	d := New(120)
	var counts distribution.Counts
	from, typed := 0, 0
	for p := range d.People() {
		for i, c := range p.Cards {
			e, rated := evaluated(p, "2026-Q2")
			if c.Period.String() == "2026-Q2" && c.Unit == unitID(0, firstClinic) && rated && e.Plan == c.Plan {
				counts[e.Predicate]++
			}
			plan := p.Plans[len(p.Plans)-1]
			m, has := plan.Measure(survey.Code)
			if !has || i < len(p.Cards)-1 || c.Unit != unitID(0, secondClinic) || c.Period.String() != "2026-Q3" || !c.Entry(m.ID).Actual.Present() {
				continue
			}
			if origin, ok := survey.Taken(c.Entry(m.ID)); ok && origin.Index.Fixed() == "77.81" {
				from++
			} else {
				typed++
			}
		}
	}
	if from < 5 || typed > 0 {
		t.Errorf("the survey's index stands on %d cards, something else on %d", from, typed)
	}
	kinds := map[string]bool{}
	for _, r := range d.occasions() {
		switch x := r.(type) {
		case unitresult.Result:
			kinds["unit"] = true
			if !x.Decided() || x.Grade != unitresult.Good || distribution.Fits(distribution.SE3().Of(x.Grade).Check(counts)) {
				t.Errorf("%v with %v fits", x.Grade, counts)
			}
		case survey.Survey:
			kinds["survey"] = true
			if err := x.Check(); err != nil {
				t.Error(err)
			}
		case credit.Base:
			kinds["balance"] = true
			if err := x.Check(today); err != nil || x.Employee != named(t, d, ani).Employee.ID {
				t.Errorf("%+v: %v", x, err)
			}
		}
	}
	if len(kinds) != 3 {
		t.Errorf("only %v", kinds)
	}
	if p := told(t, d, moved); p.Posts[1].Position[:5] != "Bidan" || p.Employee.ID == (model.EmployeeID("")) {
		t.Errorf("who was transferred is %s", p.Posts[1].Position)
	}
}
