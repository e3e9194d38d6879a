package lists

import (
	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/unitresult"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/widget/spread"
)

// UnitResults is the list of units with what was decided about each, and how
// its distribution stands.
func UnitResults(t *lang.Texts, list []overview.Standing, g distribution.Guide) export.Table {
	h, w := t.CLI.Columns, t.Workplace
	return export.Table{
		Columns: []export.Column{
			{Name: h.Period, Field: "period", Kind: export.Identifier}, {Name: "unit_id", Field: "unit_id", Kind: export.Identifier, Hidden: true},
			{Name: h.Unit, Field: "unit"}, {Name: w.Grade, Field: "result"}, {Name: h.State, Field: "state"},
			{Name: w.Counted, Field: "rated", Kind: export.Number}, {Name: h.Of, Field: "of", Kind: export.Number}, {Name: w.Verdict, Field: "verdict"},
		},
		Rows: rows(list, func(s overview.Standing) []export.Value {
			v, grade := s.Verdict(g), export.Value{}
			if s.Result.Grade != unitresult.NoGrade {
				grade = export.Value{Text: t.Grade(s.Result.Grade), Word: s.Result.Grade.String()}
			}
			rated, all := export.Value{}, export.Value{}
			if !s.Few {
				rated.Number, all.Number = count(s.Counts.People()), count(s.Counts.Everybody())
			}
			return []export.Value{
				{Text: s.Period.String()}, {Text: string(s.Unit.ID)}, {Text: s.Unit.Name},
				grade, {Text: t.UnitState(s.Result.State), Word: s.Result.State.String()},
				rated, all, {Text: t.Verdict(v), Word: v.String()},
			}
		}),
	}
}

// Spread is the list of predicates of a unit: how many, which part, and what the
// pattern says.
func Spread(t *lang.Texts, s overview.Standing, g distribution.Guide) export.Table {
	w := t.Workplace
	predicates := []model.Predicate{model.VeryGood, model.Good, model.NeedsImprovement, model.Poor, model.VeryPoor}
	return export.Table{
		Columns: []export.Column{
			{Name: w.Predicate, Field: "predicate"}, {Name: w.People, Field: "people", Kind: export.Number}, {Name: w.Share, Field: "share"}, {Name: w.Limit, Field: "pattern"},
		},
		Rows: rows(predicates, func(p model.Predicate) []export.Value {
			limit := lang.None
			if s.Result.Decided() && !s.Few {
				limit = spread.LimitsOn(t, p, s.Findings(g))
			}
			people, share := export.Value{}, lang.None
			if spread.Seen(s, p) {
				people.Number = count(s.Counts[p])
			}
			if !s.Few { // a share of those shown is none of the whole
				share = spread.Share(t, s.Counts[p], s.Counts.People())
			}
			return []export.Value{{Text: t.Predicate(p), Word: p.String()}, people, {Text: share}, {Text: limit}}
		}),
	}
}
