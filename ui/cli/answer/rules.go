package answer

import (
	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
)

// RuleSet is a rule set; of a file that is refused File and Error alone.
type RuleSet struct {
	Schema        int          `json:"schema,omitempty"`
	ID            string       `json:"id,omitempty"`
	Version       int          `json:"version,omitempty"`
	Name          string       `json:"name,omitempty"`
	Source        string       `json:"source,omitempty"`
	File          string       `json:"file,omitempty"`
	Error         string       `json:"error,omitempty"`
	Used          bool         `json:"used,omitempty"`
	For           []string     `json:"used_for,omitempty"` // kinds of staff for whom it is set
	Computes      bool         `json:"computes"`
	Above         model.Number `json:"above"`
	Meets         model.Number `json:"meets"`
	MinShare      model.Number `json:"min_share"`
	Cap           model.Number `json:"cap"`
	ObjectionDays int          `json:"objection_days"`
	Matrix        [][]string   `json:"matrix,omitempty"` // results below, meets, above; behaviour likewise
	Formula       *Formula     `json:"formula,omitempty"`
	Distribution  []Limit      `json:"distribution,omitempty"`
	Basis         []Basis      `json:"basis,omitempty"`
}

// Limit is how many of a unit's people may have one of some predicates, by the
// unit's result.
type Limit struct {
	UnitResult string   `json:"unit_result"`
	Predicates []string `json:"predicates"`
	Kind       string   `json:"kind"`
	Percent    *int     `json:"percent"` // null for kinds without a share
	Verified   bool     `json:"verified"`
}

// LimitsOf are the limits of a rule set, by result.
func LimitsOf(g distribution.Guide) (list []Limit) {
	for _, grade := range unitresult.Grades() {
		for _, l := range g.Of(grade) {
			x := Limit{UnitResult: grade.String(), Kind: l.Kind.String(), Verified: !l.Assumed}
			for _, p := range l.Of {
				x.Predicates = append(x.Predicates, p.String())
			}
			if l.Kind.Bounded() {
				x.Percent = &l.Percent
			}
			list = append(list, x)
		}
	}
	return list
}

// Basis is where a part of a rule set comes from.
type Basis struct {
	Field    string `json:"field"`
	Verified bool   `json:"verified"`
	Note     string `json:"note"`
}

// Formula is how a rule set computes.
type Formula struct {
	Kinds        map[string]string `json:"kinds"` // by aspect
	Whole        bool              `json:"whole_percent"`
	Lines        []Line            `json:"lines,omitempty"`
	Maximum      model.Number      `json:"maximum,omitempty"`
	Results      model.Number      `json:"results"`
	Behaviour    model.Number      `json:"behaviour"`
	BehaviourMax model.Number      `json:"behaviour_max"`
	Bands        []Band            `json:"bands"`
}

// Line is a straight line over the capaian.
type Line struct {
	From  model.Number `json:"from"`
	After bool         `json:"after,omitempty"`
	Base  model.Number `json:"base"`
	Rise  model.Number `json:"rise"`
	Run   model.Number `json:"run"`
}

// Band is the range of a predicate.
type Band struct {
	Predicate string       `json:"predicate"`
	Name      string       `json:"name"`
	From      model.Number `json:"from"`
	Idea      bool         `json:"idea,omitempty"`
}

// FormulaOf is the formula of a rule set that has one.
func FormulaOf(rs rules.RuleSet, language string) *Formula {
	f := rs.Formula
	o := &Formula{Kinds: map[string]string{}, Whole: f.Whole, Maximum: f.Maximum, Results: f.Results, Behaviour: f.Behaviour, BehaviourMax: f.MostBehaviour}
	for a, kind := range f.Kinds {
		o.Kinds[model.Aspect(a).String()] = kind.String()
	}
	for _, l := range f.Lines {
		o.Lines = append(o.Lines, Line(l))
	}
	for _, b := range f.Bands {
		o.Bands = append(o.Bands, Band{b.Predicate.String(), rs.PredicateName(b.Predicate).In(language), b.From, b.Idea})
	}
	return o
}

// Grade is what a rule set with a formula came to, with its working.
type Grade struct {
	Value        Fixed       `json:"value"`
	Predicate    *string     `json:"predicate"`
	Results      Fixed       `json:"results"`
	ResultsAdd   Fixed       `json:"results_add"`
	Behaviour    Fixed       `json:"behaviour_value"`
	BehaviourAdd Fixed       `json:"behaviour_add"`
	Rounding     Fixed       `json:"rounding"`
	Idea         *string     `json:"idea"`
	Steps        []GradeStep `json:"steps"`
}

// GradeStep is the working of one indicator: a code, and the numbers of the
// line that its value was read off.
type GradeStep struct {
	Code    string `json:"code"`
	Capaian Fixed  `json:"capaian"`
	Value   Fixed  `json:"value"`
	How     string `json:"how"`
	Line    *Line  `json:"line,omitempty"`
}

// GradeOf is a grade as JSON says it.
func GradeOf(g grade.Grade, idea string) *Grade {
	o := &Grade{
		Value: Fixed(g.Value), Predicate: OrNull(g.Predicate.String()), Results: Fixed(g.Results), ResultsAdd: Fixed(g.ResultsAdd),
		Behaviour: Fixed(g.Behaviour), BehaviourAdd: Fixed(g.BehaviourAdd), Rounding: Fixed(model.Some(g.Rounding)), Idea: OrNull(idea),
		Steps: []GradeStep{},
	}
	for _, l := range g.Lines {
		s := GradeStep{Code: l.Step.Gauge.Code, Capaian: Fixed(l.Capaian), Value: Fixed(l.Value), How: l.How.String()}
		if l.How == grade.OnLine {
			drawn := Line(l.Drawn)
			s.Line = &drawn
		}
		o.Steps = append(o.Steps, s)
	}
	return o
}
