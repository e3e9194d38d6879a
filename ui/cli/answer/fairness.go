package answer

import (
	"kinerja/model"
	"kinerja/model/fairness"
	"kinerja/model/overview"
	"kinerja/model/unitresult"
	"kinerja/ui/cli/answer/around"
)

// Raters is a period of raters side by side.
type Raters struct {
	Schema  int          `json:"schema"`
	Period  model.Period `json:"period"`
	OwnOnly bool         `json:"own_only"`
	Least   int          `json:"least_people"` // a default, not verified; so is Apart
	Apart   Fixed        `json:"apart_steps"`
	Raters  []Rater      `json:"raters"`
}

// Rater is one of them; of too few people all figures are null.
type Rater struct {
	Line       string              `json:"line"`
	ID         model.EmployeeID    `json:"rater_id"`
	Name       *string             `json:"rater"`
	People     int                 `json:"people"`
	Figures    *RaterFigures       `json:"figures"`
	Verdict    string              `json:"verdict"`
	Steps      []Why               `json:"steps"`
	Situations []*around.Situation `json:"situations"` // of the units whose people they rate
}

// RaterFigures are those of a rater of enough people.
type RaterFigures struct {
	Mean      Fixed `json:"mean"`
	Spread    Fixed `json:"spread"` // mean absolute deviation
	Results   int   `json:"results_above"`
	Behaviour int   `json:"behaviour_above"`
	Top       int   `json:"very_good"`
	Suggested int   `json:"with_suggestion"`
	Up        int   `json:"up"`
	Down      int   `json:"down"`
	Same      Fixed `json:"same_percent"`
	Expected  Fixed `json:"same_if_independent"`
	Lean      Fixed `json:"lean"` // steps beside colleagues; null where nobody compares
}

// RatersOf makes it.
func RatersOf(s fairness.Sheet) Raters {
	o := Raters{Schema: Schema, Period: s.Period, OwnOnly: s.OwnOnly, Least: fairness.Least, Apart: Fixed(model.Some(model.Number(fairness.Apart * model.Scale / 100))), Raters: []Rater{}}
	for _, r := range s.List {
		one := Rater{Line: r.Line.String(), ID: r.Rater.Rater, Name: OrNull(r.Name), People: r.N, Verdict: r.Verdict.String(), Steps: []Why{}, Situations: []*around.Situation{}}
		for _, u := range r.Under {
			under := around.Whole(u.Beside)
			under.Unit = u.Name
			one.Situations = append(one.Situations, under)
		}
		if r.Verdict != fairness.TooFew {
			one.Figures = &RaterFigures{
				Mean: Fixed(r.Mean), Spread: Fixed(r.Spread), Results: r.ResultTop, Behaviour: r.BehaviourTop, Top: r.Top, Suggested: r.Suggested,
				Up: r.Up, Down: r.Down, Same: Percent(r.Same, r.N), Expected: Fixed(r.Expected), Lean: Fixed(r.Lean),
			}
			one.Steps = whyRater(r.Rater)
		}
		o.Raters = append(o.Raters, one)
	}
	return o
}

func whyRater(r fairness.Rater) []Why {
	steps := []Why{
		{"mean", map[string]any{"sum": Fixed(r.Sum), "people": r.Scored, "mean": Fixed(r.Mean)}},
		{"mean_absolute_deviation", map[string]any{"people": r.Scored, "spread": Fixed(r.Spread)}},
		{"halo", map[string]any{"same": r.Same, "people": r.N, "results": r.Results[model.Below:], "behaviour": r.Behaves[model.Below:], "expected": Fixed(r.Expected)}},
	}
	for _, l := range r.Levels {
		steps = append(steps, Why{"same_suggestion", map[string]any{
			"suggested": l.Suggested.String(), "people": l.People, "steps": l.Steps, "colleagues": l.Others, "colleagues_steps": l.OtherSteps,
		}})
	}
	if r.Lean.Present() {
		steps = append(steps, Why{"lean", map[string]any{"people": r.Compared, "colleagues": r.Colleagues, "lean": Fixed(r.Lean)}})
	}
	return steps
}

// Comparison is the units of a period side by side, each in its line.
type Comparison struct {
	Schema int             `json:"schema"`
	Period model.Period    `json:"period"`
	Least  int             `json:"least_people"`
	Groups []ComparedGroup `json:"groups"`
}

// ComparedGroup is one line.
type ComparedGroup struct {
	Line       string               `json:"line"`
	Units      []ComparedUnit       `json:"units"`
	Indicators []ComparedIndicators `json:"indicators"`
}

// ComparedUnit is one unit; of too few people mean, band and rank are null.
type ComparedUnit struct {
	Unit      string            `json:"unit"`
	UnitID    model.UnitID      `json:"unit_id"`
	Result    *string           `json:"result"`
	People    int               `json:"people"`
	Scored    int               `json:"scored"`
	Mean      Fixed             `json:"mean"`
	Band      *string           `json:"band"`
	Rank      *int              `json:"rank"`
	Of        int               `json:"of"`
	Counts    map[string]int    `json:"counts"` // by predicate; counts below three are left out
	Few       bool              `json:"few_withheld"`
	Steps     []Why             `json:"steps"`
	Situation *around.Situation `json:"situation"` // beside the numbers, in none of them
}

// ComparedIndicators is one indicator over the units that have it.
type ComparedIndicators struct {
	Instrument string         `json:"instrument"`
	Code       string         `json:"code"`
	Name       string         `json:"name"`
	Cells      []ComparedCell `json:"cells"`
}

// ComparedCell is one of them; of too few people the value is null.
type ComparedCell struct {
	Unit    string `json:"unit"`
	People  int    `json:"people"`
	Value   Fixed  `json:"value"`
	Reached Fixed  `json:"reached"`
	Mean    bool   `json:"plain_mean"`
	Steps   []Why  `json:"steps"`
}

// ComparisonOf makes it.
func ComparisonOf(c overview.Comparison, language string) Comparison {
	o := Comparison{Schema: Schema, Period: c.Period, Least: overview.Told, Groups: []ComparedGroup{}}
	for _, g := range c.Groups {
		group := ComparedGroup{Line: g.Line.String(), Units: []ComparedUnit{}, Indicators: []ComparedIndicators{}}
		for _, s := range g.Sides {
			group.Units = append(group.Units, side(s))
		}
		for _, h := range g.Heat {
			line := ComparedIndicators{Instrument: h.Instrument.Code, Code: h.Gauge.Code, Name: h.Gauge.Name.In(language)}
			for i, x := range h.Cells {
				if x.People > 0 {
					line.Cells = append(line.Cells, ComparedCell{g.Sides[i].Unit.Name, x.People, Fixed(x.Value), Fixed(x.Reached), x.Rough, whyCell(h.Gauge, x)})
				}
			}
			group.Indicators = append(group.Indicators, line)
		}
		o.Groups = append(o.Groups, group)
	}
	return o
}

func side(s overview.Side) ComparedUnit {
	u := ComparedUnit{
		Unit: s.Unit.Name, UnitID: s.Unit.ID, People: s.People, Scored: s.Scored, Mean: Fixed(s.Mean), Band: OrNull(s.Band.String()), Of: s.Of,
		Counts: map[string]int{}, Few: s.Few, Steps: []Why{}, Situation: around.Of(s.Situation),
	}
	if s.Result != unitresult.NoGrade {
		u.Result = OrNull(s.Result.String())
	}
	for p := model.VeryPoor; p <= model.VeryGood; p++ {
		if s.Counts[p] > 0 || !s.Few {
			u.Counts[p.String()] = s.Counts[p]
		}
	}
	if s.Rank > 0 {
		u.Rank = &s.Rank
		u.Steps = []Why{{"mean", map[string]any{"sum": Fixed(model.Some(s.Sum)), "people": s.Scored, "mean": Fixed(s.Mean)}}, {"rank", map[string]any{"rank": s.Rank, "of": s.Of}}}
	}
	return u
}
