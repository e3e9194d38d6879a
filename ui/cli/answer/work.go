package answer

import (
	"kinerja/model"
	"kinerja/model/planning"
)

// Aid is what the results come to.
type Aid struct {
	Score     Fixed        `json:"score"`
	Share     model.Number `json:"share"`
	Suggested *string      `json:"suggested"`
}

// Entered is what enter kept, with the aid before and after.
type Entered struct {
	Schema   int          `json:"schema"`
	Employee Person       `json:"employee"`
	Period   model.Period `json:"period"`
	Plan     model.PlanID `json:"plan"`
	Values   []Value      `json:"values"`
	Before   Aid          `json:"before"`
	After    Aid          `json:"after"`
	Warnings []Odd        `json:"warnings"`
}

// Value is one result before and after.
type Value struct {
	Code   string       `json:"code"`
	Before model.Amount `json:"before"`
	After  model.Amount `json:"after"`
}

// Odd is a value outside what is plausible; it was kept.
type Odd struct {
	Code string       `json:"code"`
	Min  model.Amount `json:"plausible_min"`
	Max  model.Amount `json:"plausible_max"`
}

// Evaluated is an evaluation as it stands after evaluate.
type Evaluated struct {
	Schema    int          `json:"schema"`
	Employee  Person       `json:"employee"`
	Period    model.Period `json:"period"`
	Plan      model.PlanID `json:"plan"`
	Result    *string      `json:"result"`
	Behaviour *string      `json:"behaviour"`
	Suggested *string      `json:"suggested"`
	Reason    *string      `json:"reason"`
	Predicate *string      `json:"predicate"`
	State     string       `json:"state"`
	RuleSet   string       `json:"ruleset"`
	Computed  *Grade       `json:"computed,omitempty"` // where the rule set has a formula
	Words     []Word       `json:"words"`

	Notes          []ValueNote `json:"notes"`
	Recommendation *string     `json:"recommendation"`
}

// Word is an act: whose it is, and how it is known.
type Word struct {
	Act      string           `json:"act"`
	Whose    model.EmployeeID `json:"whose"`
	By       model.EmployeeID `json:"by"`
	Recorded bool             `json:"recorded"`
	Signed   bool             `json:"signed,omitempty"` // with their own PIN
	Document string           `json:"document"`
	On       model.Date       `json:"on"`
	Reason   string           `json:"reason,omitempty"`

	WhoseName string `json:"whose_name,omitempty"`
	ByName    string `json:"by_name,omitempty"`
}

// PlansMade is what plan make did; NoPost are those who hold no post in the year.
type PlansMade struct {
	Schema int            `json:"schema"`
	Year   int            `json:"year"`
	Made   int            `json:"made"`
	Kept   int            `json:"kept"`
	Drafts int            `json:"drafts"` // of them, agreed upon later
	By     map[string]int `json:"instruments"`
	NoPost []string       `json:"no_post"`
}

// Plan is a plan with its measures.
type Plan struct {
	Schema     int          `json:"schema"`
	ID         model.PlanID `json:"id"`
	Employee   Person       `json:"employee"`
	Year       int          `json:"year"`
	Instrument string       `json:"instrument"`
	Version    int          `json:"instrument_version"`
	State      string       `json:"state"`
	RuleSet    string       `json:"ruleset"`     // that it goes by, also one that is not at hand
	RuleSetOwn bool         `json:"ruleset_own"` // it names it itself
	Measures   []Gauge      `json:"measures"`
	Words      []Word       `json:"words"`
	Agreements []Agreement  `json:"agreements"` // oldest first
	Outline    Outline      `json:"outline"`
}

// Revised is a plan as it stands after it got other targets or another
// instrument; From is null where that holds from the start of the year.
type Revised struct {
	Schema     int           `json:"schema"`
	Employee   Person        `json:"employee"`
	Plan       model.PlanID  `json:"plan"`
	From       *model.Period `json:"from"`
	Instrument string        `json:"instrument"`
	Version    int           `json:"instrument_version"`
	Changed    bool          `json:"changed"`
}

// Agreement is a frozen copy of what was agreed upon; From is null where it
// holds from the start of the year.
type Agreement struct {
	From       *model.Period `json:"from"`
	Instrument string        `json:"instrument"`
	Version    int           `json:"instrument_version"`
	Document   string        `json:"document"`
	On         model.Date    `json:"on"`
	Measures   []Gauge       `json:"measures"`
}

// Gauge is one measure of a plan.
type Gauge struct {
	Code       string       `json:"code"`
	Name       string       `json:"name"`
	Unit       string       `json:"unit"`
	Direction  string       `json:"direction"`
	Target     model.Number `json:"target"`
	TargetHigh model.Amount `json:"target_high"`
	Weight     model.Number `json:"weight"`
	Source     string       `json:"source"`
	Unverified bool         `json:"unverified"`
}

// Gauges are the measures of a plan, named in a language.
func Gauges(p model.Plan, language string) []Gauge {
	list := []Gauge{}
	for _, m := range p.Measures {
		g := m.Gauge
		list = append(list, Gauge{
			g.Code, g.Name.In(language), g.Unit, g.Direction.String(), g.Target, g.TargetHigh, g.Weight, g.Source, g.Unverified,
		})
	}
	return list
}

// Agreements are those of a plan, each with its copy.
func Agreements(p model.Plan, names map[model.InstrumentID]model.Instrument, language string) []Agreement {
	list := []Agreement{}
	for _, a := range planning.Agreed(p) {
		w := planning.Said(p, a)
		one := Agreement{
			Instrument: names[a.Instrument].Code, Version: a.Version, Document: w.Document, On: w.On,
			Measures: Gauges(model.Plan{Measures: a.Measures}, language),
		}
		if a.From.Valid() {
			one.From = &a.From
		}
		list = append(list, one)
	}
	return list
}
