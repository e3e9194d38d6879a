package answer

import "kinerja/model"

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
	Suggested *string      `json:"suggested"`
	Result    *string      `json:"result"`
	Behaviour *string      `json:"behaviour"`
	Predicate *string      `json:"predicate"`
	State     string       `json:"state"`
	RuleSet   string       `json:"ruleset"`
	Reason    *string      `json:"reason"` // for departing from the suggestion
	Words     []Word       `json:"words"`  // oldest first
	Steps     []Step       `json:"steps"`
	Change    []Change     `json:"change"`
}

// Step is one line of the working.
type Step struct {
	Code    string       `json:"code"`
	Name    string       `json:"name"`
	Target  model.Number `json:"target"`
	Actual  model.Amount `json:"actual"`
	Reached Fixed        `json:"reached"`
	Cap     model.Number `json:"cap"`
	Weight  model.Number `json:"weight"`
	Adds    Fixed        `json:"adds"`
	Note    *Note        `json:"note"`
}

// Note is what is special about a step: a code and its numbers.
type Note struct {
	Code string         `json:"code"`
	Args []model.Number `json:"args"`
}

// Change is one set of values that would lift the suggestion to a rating.
type Change struct {
	Rating string `json:"rating"`
	Score  Fixed  `json:"score"`
	Values []Wish `json:"values"`
}

// Wish is one value of a Change.
type Wish struct {
	Code string       `json:"code"`
	From model.Number `json:"from"`
	To   model.Number `json:"to"`
}
