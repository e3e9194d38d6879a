package answer

import (
	"kinerja/model"
	"kinerja/model/grade"
)

// Line is a straight line over the capaian.
type Line struct {
	From  model.Number `json:"from"`
	After bool         `json:"after,omitempty"`
	Base  model.Number `json:"base"`
	Rise  model.Number `json:"rise"`
	Run   model.Number `json:"run"`
}

// Grade is what a rule set with a formula came to, with its working.
type Grade struct {
	Value        Fixed       `json:"value"`
	Predicate    *string     `json:"predicate"`
	Share        Fixed       `json:"share"`        // per cent of the weight that is present
	Enough       bool        `json:"enough"`       // for a value
	IdeaFrom     Fixed       `json:"idea_from"`    // from here a new idea would make the predicate better; null: it would not
	NoIdea       *string     `json:"without_idea"` // the predicate without it
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
		Value: Fixed(g.Value), Predicate: OrNull(g.Predicate.String()), Share: Fixed(model.Some(g.Share)), Enough: g.Enough,
		IdeaFrom: Fixed(g.NeedsIdeaFrom), NoIdea: OrNull(g.WithoutIdea.String()), Results: Fixed(g.Results), ResultsAdd: Fixed(g.ResultsAdd),
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
