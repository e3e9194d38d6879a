package answer

import (
	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/score"
	"kinerja/ui/cli/answer/basis"
)

// Person names somebody, with the post that a plan is about.
type Person struct {
	ID       model.EmployeeID `json:"id"`
	NIP      model.NIP        `json:"nip"`
	Name     string           `json:"name"`
	Position string           `json:"position"`
	Unit     string           `json:"unit"`
}

// Card is a scorecard.
type Card struct {
	Schema    int          `json:"schema"`
	Employee  Person       `json:"employee"`
	Period    model.Period `json:"period"`
	Plan      model.PlanID `json:"plan"`
	Score     Fixed        `json:"score"`
	Share     model.Number `json:"share"`
	Suggested *string      `json:"suggested"`     // of results; for the head of a unit by its result
	Why       *Why         `json:"why,omitempty"` // of a head: by the unit's result (a fold that is not verified), or that it is undecided
	Result    *string      `json:"result"`
	Behaviour *string      `json:"behaviour"`
	Predicate *string      `json:"predicate"`
	State     string       `json:"state"`
	RuleSet   string       `json:"ruleset"`
	Computed  *Grade       `json:"computed,omitempty"` // where the rule set has a formula
	Reason    *string      `json:"reason"`             // for departing from the suggestion
	Words     []Word       `json:"words"`              // oldest first
	Steps     []Step       `json:"steps"`
	Change    []Change     `json:"change"`

	Notes          []ValueNote `json:"notes"`
	Recommendation *string     `json:"recommendation"`

	Leave []model.Away `json:"leave,omitempty"` // of the period, while the post was held
}

// Step is one line of the working.
type Step struct {
	Code         string              `json:"code"`
	Name         string              `json:"name"`
	Target       model.Number        `json:"target"`
	Actual       model.Amount        `json:"actual"`
	Reached      Fixed               `json:"reached"`
	Cap          model.Number        `json:"cap"`
	Weight       model.Number        `json:"weight"`
	Adds         Fixed               `json:"adds"`
	Note         *Note               `json:"note"`
	Origin       *string             `json:"origin,omitempty"` // of a value that was taken, not typed: survey.Origin
	Part         *model.Part         `json:"part,omitempty"`   // where the target is that of a part of the period: the days and the whole target
	Gain         *basis.Gain         `json:"gain,omitempty"`
	Observations []basis.Observation `json:"observations,omitempty"`
	Evidence     []action.Evidence   `json:"evidence,omitempty"` // of the action plan
}

// Note is what is special about a step: a code and its numbers.
type Note struct {
	Code string         `json:"code"`
	Args []model.Number `json:"args"`
}

// Change is one way to a better predicate: the ratings that would have to
// rise, and what the aid says to the one of results.
type Change struct {
	Predicate *string `json:"predicate"` // null while a rating is missing
	Rating    *string `json:"rating"`    // of results; null where it stays
	Behaviour *string `json:"behaviour"` // null where it stays
	Aid       *string `json:"aid"`       // suggests, reaches, out_of_reach, too_little_data; null where it is not asked
	Score     Fixed   `json:"score"`     // with the values; null where there are none
	Values    []Wish  `json:"values"`
}

// ChangeOf is one outlook for programs.
func ChangeOf(o score.Outlook) Change {
	c := Change{Predicate: OrNull(o.Predicate.String()), Values: []Wish{}}
	if o.Behaves {
		c.Behaviour = OrNull(o.Behaviour.String())
	}
	if !o.Results {
		return c
	}
	c.Rating = OrNull(o.Result.String())
	c.Aid = OrNull([...]string{
		score.AidSilent: "too_little_data", score.AidSuggests: "suggests", score.AidReaches: "reaches", score.AidOutOfReach: "out_of_reach",
	}[o.Aid])
	if o.Aid == score.AidReaches {
		c.Score = Fixed(model.Some(o.Proposal.Score))
	}
	for _, w := range o.Proposal.Values {
		c.Values = append(c.Values, Wish{Code: w.Code, From: w.From, To: w.To})
	}
	return c
}

// ValueNote is what was noted on one of the seven values.
type ValueNote struct {
	Value model.ElementID `json:"value"`
	Text  string          `json:"text"`
}

// Notes are the notes of an evaluation, in the order of the values.
func Notes(e model.Evaluation) []ValueNote {
	list := make([]ValueNote, len(e.Notes))
	for i, n := range e.Notes {
		list[i] = ValueNote(n)
	}
	return list
}

// Wish is one value of a Change.
type Wish struct {
	Code string       `json:"code"`
	From model.Number `json:"from"`
	To   model.Number `json:"to"`
}
