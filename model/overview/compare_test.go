package overview_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/rules"
)

// Units are ranked by their mean, equal ones alike; of one or two people nothing
// is told, neither a mean nor a count nor a value; cells go with their unit.
func TestCompare(t *testing.T) {
	side := func(name string, scored int, sum string, counts distribution.Counts) overview.Side {
		return overview.Side{Unit: model.Unit{Name: name}, People: scored, Scored: scored, Sum: model.MustNumber(sum), Counts: counts}
	}
	g := overview.Group{Sides: []overview.Side{
		side("C", 3, "285", distribution.Counts{model.Good: 2, model.VeryGood: 3}), // 95,00
		side("A", 2, "240", distribution.Counts{model.Good: 2}),                    // two people
		side("B", 4, "380", distribution.Counts{model.Good: 4}),                    // 95,00
		side("D", 3, "332.01", distribution.Counts{}),                              // 110,67
	}}
	g.Heat = []overview.Heat{{Cells: []overview.Cell{{People: 3, Value: model.Some(3)}, {People: 2, Value: model.Some(2)}, {People: 4, Value: model.Some(4)}, {People: 3, Value: model.Some(1)}}}, {Cells: []overview.Cell{{}, {People: 2}, {People: 1}, {}}}}
	g.Tell(rules.PermenPANRB6())
	want := []struct {
		name     string
		mean     model.Amount
		band     model.Rating
		rank, of int
		people   int
	}{
		{"D", model.Some(model.MustNumber("110.67")), model.Above, 1, 3, 3}, {"B", model.Some(model.Int(95)), model.Meets, 2, 3, 4},
		{"C", model.Some(model.Int(95)), model.Meets, 2, 3, 3}, {"A", model.Amount{}, model.NotRated, 0, 0, 2},
	}
	for i, w := range want {
		s := g.Sides[i]
		if s.Unit.Name != w.name || s.Mean != w.mean || s.Band != w.band || s.Rank != w.rank || s.Of != w.of || g.Heat[0].Cells[i].People != w.people {
			t.Errorf("%d: %+v, %+v", i, s, g.Heat[0].Cells[i])
		}
	}
	if len(g.Heat) != 1 || g.Heat[0].Cells[3].Value.Present() || g.Sides[3].Sum != 0 || g.Sides[3].Counts[model.Good] != 0 || !g.Sides[3].Few {
		t.Errorf("two people are told: %+v", g)
	}
	if c := g.Sides[2]; c.Counts[model.Good] != 0 || c.Counts[model.VeryGood] != 3 || !c.Few {
		t.Errorf("a count of two: %+v", c)
	}
}
