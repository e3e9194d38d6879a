package answer

import (
	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/unitresult"
	"kinerja/ui/cli/answer/around"
	"kinerja/ui/widget/spread"
)

// Unit is how one unit stands in a period.
type Unit struct {
	Schema     int               `json:"schema"`
	Unit       string            `json:"unit"`
	UnitID     model.UnitID      `json:"unit_id"`
	Period     model.Period      `json:"period"`
	Result     *string           `json:"result"` // null until it is decided
	State      string            `json:"state"`
	Proposed   *string           `json:"proposed"`
	Basis      *string           `json:"basis"`
	Decider    *string           `json:"decider"`
	Words      []Word            `json:"words"`
	Suggests   *string           `json:"suggests_for_head"` // rating of results; a default, not verified
	Counts     map[string]int    `json:"counts"`            // by predicate; those that are not shown are left out
	Unrated    int               `json:"unrated"`
	Few        bool              `json:"few_withheld"`
	Untold     bool              `json:"own_untold"` // the reader counts as not rated until told
	Guide      string            `json:"guide"`
	Verdict    string            `json:"verdict"`
	Pattern    []UnitLimit       `json:"pattern"`
	Exception  *UnitException    `json:"exception"`
	Indicators []UnitIndicators  `json:"indicators,omitempty"`
	Situation  *around.Situation `json:"situation"` // beside the numbers, in none of them
}

// UnitLimit is one limit of the pattern with its working: count × 100 against
// percent × people.
type UnitLimit struct {
	Kind       string   `json:"kind"`
	Predicates []string `json:"predicates"`
	Percent    *int     `json:"percent"`
	People     int      `json:"people"`
	Count      int      `json:"count"`
	Bound      int      `json:"bound"`    // in people; for "largest" what the largest other group has
	Fits       *bool    `json:"fits"`     // null while not everybody is rated
	Verified   bool     `json:"verified"` // false: how the source is read is this program's default
	Steps      []Why    `json:"steps"`
}

// UnitException is why a distribution stands.
type UnitException struct {
	Reason string `json:"reason"`
	Counts []int  `json:"counts"` // very_poor to very_good
	Guide  string `json:"guide"`
	On     string `json:"on"`
	Holds  bool   `json:"holds"` // for the result and the counts as they are now
}

// UnitIndicators is one indicator of all people together, by period.
type UnitIndicators struct {
	Instrument string     `json:"instrument"`
	Code       string     `json:"code"`
	Name       string     `json:"name"`
	Cells      []UnitCell `json:"cells"`
}

// UnitCell is one of them in one period.
type UnitCell struct {
	Period  model.Period `json:"period"`
	People  int          `json:"people"`
	Value   Fixed        `json:"value"`
	Reached Fixed        `json:"reached"`
	Mean    bool         `json:"plain_mean"`
	Steps   []Why        `json:"steps"`
}

// UnitOf makes it.
func UnitOf(u overview.Unit, g distribution.Guide, fold unitresult.Fold, language string) Unit {
	r := u.Result
	o := Unit{
		Schema: Schema, Unit: u.Unit.Name, UnitID: u.Unit.ID, Period: u.Period, State: r.State.String(), Basis: OrNull(r.Basis), Decider: OrNull(r.Decider),
		Words: Words(r.Words), Counts: map[string]int{}, Unrated: u.Counts[model.NoPredicate], Few: u.Few, Untold: u.Untold, Guide: g.ID(), Verdict: u.Verdict(g).String(),
		Pattern: []UnitLimit{}, Situation: around.Of(u.Situation),
	}
	if r.Decided() {
		o.Result, o.Suggests = OrNull(r.Grade.String()), OrNull(fold.Of(r.Grade).String())
	} else {
		o.Proposed = OrNull(r.Grade.String())
	}
	for p := model.VeryPoor; p <= model.VeryGood; p++ {
		if spread.Seen(u.Standing, p) {
			o.Counts[p.String()] = u.Counts[p]
		}
	}
	for _, f := range u.Findings(g) {
		l := UnitLimit{Kind: f.Kind.String(), People: f.People, Count: f.Count, Bound: f.Bound, Fits: &f.Fits, Verified: !f.Assumed, Steps: whyLimit(f)}
		if u.Open() {
			l.Fits, l.Steps = nil, []Why{} // the bound is for all people, and nothing is compared yet
		}
		for _, p := range f.Of {
			l.Predicates = append(l.Predicates, p.String())
		}
		if f.Kind == distribution.AtMost || f.Kind == distribution.AtLeast {
			l.Percent = &f.Percent
		}
		o.Pattern = append(o.Pattern, l)
	}
	if e := r.Exception; e != nil {
		o.Exception = &UnitException{Reason: e.Reason, Counts: e.Counts, Guide: e.Guide, On: e.Word.On.String(), Holds: r.Answers(u.Counts.Rated())}
	}
	for _, l := range u.Lines {
		line := UnitIndicators{Instrument: l.Instrument.Code, Code: l.Gauge.Code, Name: l.Gauge.Name.In(language)}
		for i, c := range l.Cells {
			line.Cells = append(line.Cells, UnitCell{Period: u.Shown[i], People: c.People, Value: Fixed(c.Value), Reached: Fixed(c.Reached), Mean: c.Rough, Steps: whyCell(l.Gauge, c)})
		}
		o.Indicators = append(o.Indicators, line)
	}
	return o
}
