// Package beside says how raters and units stand side by side: as tables for a
// file or the command line, and the working of every figure in words. It promises
// that of too few people it tells nothing but how many they are.
package beside

import (
	"slices"

	"kinerja/model"
	"kinerja/model/fairness"
	"kinerja/model/listing"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/widget/around"
	"kinerja/ui/widget/spread"
	"kinerja/ui/widget/working"
)

func people(n int) listing.Value {
	return listing.Value{Number: model.Some(model.Int(int64(n)))}
}

// told is a count of a rater of whom figures are told.
func told(r fairness.Rater, n int) listing.Value {
	if r.Verdict == fairness.TooFew {
		return listing.Value{}
	}
	return people(n)
}

// Raters is the table of raters.
func Raters(t *lang.Texts, s fairness.Sheet) listing.Table {
	f := t.Fairness
	rows := make([][]listing.Value, 0, len(s.List))
	for _, r := range s.List {
		same := listing.Value{}
		if n, ok := model.MulDiv(model.Int(int64(r.Same)), 100, model.Number(max(1, r.N))); ok && r.Verdict != fairness.TooFew {
			same.Number = model.Some(n.Round())
		}
		rows = append(rows, []listing.Value{
			{Text: s.Period.String()}, {Text: t.UnitKind(r.Line), Word: r.Line.String()}, {Text: string(r.Rater.Rater)}, {Text: Name(r)}, people(r.N),
			{Number: r.Mean}, {Number: r.Spread}, told(r.Rater, r.ResultTop), told(r.Rater, r.BehaviourTop), told(r.Rater, r.Top),
			told(r.Rater, r.Up), told(r.Rater, r.Down), same, {Number: r.Expected}, {Number: r.Lean},
			{Text: f.Verdicts[r.Verdict], Word: r.Verdict.String()},
		})
	}
	number := func(name, field string) listing.Column {
		return listing.Column{Name: name, Field: field, Kind: listing.Number, Width: 10}
	}
	result := func(name, field string) listing.Column {
		c := number(name, field)
		c.Fixed = true
		return c
	}
	return listing.Table{
		Sheet: "raters",
		Columns: []listing.Column{
			{Name: t.CLI.Columns.Period, Field: "period", Kind: listing.Identifier, Hidden: true}, {Name: f.Line, Field: "line", Width: 12}, {Name: "id", Field: "rater_id", Kind: listing.Identifier, Hidden: true},
			{Name: f.Name, Field: "rater", Width: 30}, number(f.N, "people"), result(f.Mean, "mean"), result(f.Spread, "spread"), number(f.Results, "results_above"),
			number(f.Behaviour, "behaviour_above"), number(f.Top, "very_good"), number(f.Up, "up"), number(f.Down, "down"),
			result(f.Same, "same_percent"), result(f.Expected, "same_if_independent"), result(f.Lean, "lean"), {Name: f.Verdict, Field: "verdict", Width: 36},
		},
		Rows: listing.All(rows),
	}
}

// Name is the rater's name; nothing is known of who is not on the list any more.
func Name(r fairness.Rated) string {
	if r.Name == "" {
		return lang.None
	}
	return r.Name
}

// Units is the table of units; what they worked under has a column where anything was
// said of it.
func Units(t *lang.Texts, c overview.Comparison) listing.Table {
	f := t.Fairness
	said := slices.ContainsFunc(c.Groups, func(g overview.Group) bool {
		return slices.ContainsFunc(g.Sides, func(s overview.Side) bool { return s.Situation.Said() })
	})
	var rows [][]listing.Value
	for _, g := range c.Groups {
		for _, s := range g.Sides {
			row := []listing.Value{
				{Text: c.Period.String()}, {Text: t.UnitKind(g.Line), Word: g.Line.String()}, {Text: string(s.Unit.ID)}, {Text: s.Unit.Name},
				{Text: t.Grade(s.Result), Word: s.Result.String()}, people(s.People), people(s.Scored), {Number: s.Mean}, listing.Rating(s.Band, t.RatingShort), {},
			}
			if s.Rank > 0 {
				row[9] = people(s.Rank)
			}
			if said {
				row = append(row, listing.Value{Text: around.Short(t, s.Situation)})
			}
			rows = append(rows, row)
		}
	}
	table := listing.Table{
		Sheet: "units",
		Columns: []listing.Column{
			{Name: t.CLI.Columns.Period, Field: "period", Kind: listing.Identifier, Hidden: true}, {Name: f.Line, Field: "line", Width: 12}, {Name: "id", Field: "unit_id", Kind: listing.Identifier, Hidden: true},
			{Name: f.Unit, Field: "unit", Width: 30}, {Name: f.Grade, Field: "result", Width: 18}, {Name: f.N, Field: "people", Kind: listing.Number}, {Name: f.Scored, Field: "scored", Kind: listing.Number},
			{Name: f.Mean, Field: "mean", Kind: listing.Number, Fixed: true, Width: 10}, {Name: f.Band, Field: "band", Width: 12}, {Name: f.Rank, Field: "rank", Kind: listing.Number},
		},
		Rows: listing.All(rows),
	}
	if said {
		table.Columns = append(table.Columns, listing.Column{Name: t.Situation.Title, Field: "context", Width: 40})
	}
	return table
}

// Heat is the table of indicators: a row for every indicator of a group in every
// unit that has it.
func Heat(t *lang.Texts, c overview.Comparison) listing.Table {
	f := t.Fairness
	var rows [][]listing.Value
	for _, g := range c.Groups {
		for _, h := range g.Heat {
			for i, x := range h.Cells {
				if x.People > 0 {
					rows = append(rows, []listing.Value{
						{Text: h.Instrument.Code}, {Text: h.Gauge.Code}, {Text: h.Gauge.Name.In(t.Code)}, {Text: g.Sides[i].Unit.Name},
						people(x.People), {Number: x.Value}, {Number: x.Reached},
					})
				}
			}
		}
	}
	return listing.Table{
		Sheet: "indicators",
		Columns: []listing.Column{
			{Name: t.CLI.Columns.Instrument, Field: "instrument", Kind: listing.Identifier}, {Name: t.CLI.Columns.Code, Field: "code", Kind: listing.Identifier}, {Name: t.CLI.Columns.Name, Field: "name", Width: 40},
			{Name: f.Unit, Field: "unit", Width: 30}, {Name: f.N, Field: "people", Kind: listing.Number}, {Name: f.Value, Field: "value", Kind: listing.Number, Fixed: true, Width: 12},
			{Name: f.Reached, Field: "reached", Kind: listing.Number, Fixed: true, Width: 12},
		},
		Rows: listing.All(rows),
	}
}

// WhyRater is the working of every figure of a rater.
func WhyRater(t *lang.Texts, r fairness.Rater) []string {
	f := t.Fairness
	n := t.Count(r.N)
	if r.Verdict == fairness.TooFew {
		return []string{lang.Fill(f.WhyFew, "people", n, "least", t.Count(fairness.Least))}
	}
	share := func(part, of int) string { return spread.Share(t, part, of) }
	var lines []string
	if r.Scored > 0 {
		lines = append(lines, lang.Fill(f.WhyMean, "scored", t.Count(r.Scored), "sum", t.FixedAmount(r.Sum), "mean", t.FixedAmount(r.Mean)), lang.Fill(f.WhySpread, "spread", t.FixedAmount(r.Spread)))
	}
	lines = append(lines,
		lang.Fill(f.WhyTop, "people", n, "results", t.Count(r.ResultTop), "resultshare", share(r.ResultTop, r.N), "behaviour", t.Count(r.BehaviourTop),
			"behaviourshare", share(r.BehaviourTop, r.N), "top", t.Count(r.Top), "topshare", share(r.Top, r.N)),
		lang.Fill(f.WhyUpDown, "suggested", t.Count(r.Suggested), "up", t.Count(r.Up), "upshare", share(r.Up, r.Suggested), "down", t.Count(r.Down), "downshare", share(r.Down, r.Suggested)),
		lang.Fill(f.WhySame, "same", t.Count(r.Same), "people", n, "share", share(r.Same, r.N), "expected", t.FixedAmount(r.Expected),
			"b1", r.Results[model.Below], "b2", r.Results[model.Meets], "b3", r.Results[model.Above],
			"p1", r.Behaves[model.Below], "p2", r.Behaves[model.Meets], "p3", r.Behaves[model.Above]))
	if r.Verdict == fairness.Incomparable {
		return append(lines, f.WhyNobody)
	}
	for _, l := range r.Levels {
		lines = append(lines, lang.Fill(f.WhyLevel, "rating", t.RatingShort(l.Suggested), "people", t.Count(l.People), "steps", l.Steps, "others", t.Count(l.Others), "othersteps", l.OtherSteps))
	}
	return append(lines, lang.Fill(f.WhyLean, "people", t.Count(r.Compared), "lean", t.FixedAmount(r.Lean), "apart", Apart(t)))
}

// Apart is from how many steps on raters are called different.
func Apart(t *lang.Texts) string {
	return t.FixedAmount(model.Some(model.Number(fairness.Apart * model.Scale / 100)))
}

// WhySide is the working of a unit's place in its group.
func WhySide(t *lang.Texts, s overview.Side, rs rules.RuleSet) []string {
	f, name := t.Fairness, lang.Inert(s.Unit.Name)
	under := append([]string{"", t.Situation.Title}, around.Lines(t, s.Situation)...)
	if s.Rank == 0 {
		return append([]string{lang.Fill(f.WhyFewScored, "unit", name, "scored", t.Count(s.Scored))}, under...)
	}
	return append([]string{
		lang.Fill(f.WhySide, "unit", name, "sum", t.FixedAmount(model.Some(s.Sum)), "scored", t.Count(s.Scored), "mean", t.FixedAmount(s.Mean)),
		lang.Fill(f.WhyBand, "band", t.RatingShort(s.Band), "meets", t.Number(rs.Meets), "above", t.Number(rs.Above)),
		lang.Fill(f.WhyRank, "rank", t.Count(s.Rank), "of", t.Count(s.Of)),
	}, under...)
}

// UnderRater is what the units of a rater worked under, where that was said.
func UnderRater(t *lang.Texts, r fairness.Rated) (lines []string) {
	for _, u := range r.Under {
		lines = append(lines, "", t.Situation.Title+" · "+lang.Inert(u.Name))
		lines = append(lines, around.Lines(t, u.Beside)...)
	}
	return lines
}

// WhyHeat is the working of one indicator over the units that have it.
func WhyHeat(t *lang.Texts, g overview.Group, h overview.Heat) (lines []string) {
	name := lang.Inert(h.Gauge.Name.In(t.Code))
	for i, c := range h.Cells {
		unit := lang.Inert(g.Sides[i].Unit.Name)
		switch {
		case c.People == 0:
		case c.People < overview.Told:
			lines = append(lines, lang.Fill(t.Fairness.WhyHidden, "indicator", name, "unit", unit, "people", t.Count(c.People)))
		case c.Value.Present():
			lines = append(lines, lang.Fill(t.Workplace.WhyCell, "indicator", name, "period", unit, "people", t.Plural(t.Common.People, c.People),
				"value", t.FixedAmount(c.Value), "formula", working.Formula(t, c.Step)))
			if h.Gauge.Aggregate == model.Sum {
				lines = append(lines, lang.Fill(t.Workplace.WhyCellSum, "people", t.Count(c.People)))
			}
		}
	}
	return lines
}
