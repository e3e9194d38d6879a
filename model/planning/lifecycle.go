package planning

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
)

// Step is one line of the table of states of a plan (DOMAIN 10.2).
type Step struct {
	Name string // as the command line has it, and Word.Act: "submitted"
	Verb model.Verb
	From []model.PlanState
	To   model.PlanState
	// Whose says whose word the step is: the staff member's (RelSelf) or the
	// evaluator's (RelEvaluator); RelNone: of either.
	Whose  model.Relation
	Reason bool // needs one
	Paper  bool // known from a document that both signed, and not done here
}

// The names of the steps.
const (
	Submit   = "submitted"
	Agree    = "agreed"
	Return   = "returned"
	Reopen   = "revised"
	Conclude = "closed"
)

var steps = []Step{
	{Name: Submit, Verb: model.VerbSubmitPlan, From: []model.PlanState{model.PlanDraft, model.PlanReturned, model.PlanRevised}, To: model.PlanSubmitted, Whose: model.RelSelf},
	{Name: Agree, Verb: model.VerbAgreePlan, From: []model.PlanState{model.PlanSubmitted}, To: model.PlanAgreed, Whose: model.RelEvaluator},
	{Name: Agree, Verb: model.VerbAgreePlan, From: []model.PlanState{model.PlanDraft, model.PlanReturned, model.PlanRevised}, To: model.PlanAgreed, Whose: model.RelSelf, Paper: true},
	{Name: Return, Verb: model.VerbReturnPlan, From: []model.PlanState{model.PlanSubmitted}, To: model.PlanReturned, Whose: model.RelEvaluator, Reason: true},
	{Name: Reopen, Verb: model.VerbRevisePlan, From: []model.PlanState{model.PlanAgreed}, To: model.PlanRevised, Reason: true},
	{Name: Conclude, Verb: model.VerbClosePlan, From: []model.PlanState{model.PlanAgreed}, To: model.PlanClosed, Whose: model.RelEvaluator, Reason: true},
}

// Steps returns the table of states.
func Steps() []Step { return slices.Clone(steps) }

// StepOf finds the step of a name that leads on from a state; false where none
// does.
func StepOf(name string, from model.PlanState) (Step, bool) {
	i := slices.IndexFunc(steps, func(s Step) bool { return s.Name == name && slices.Contains(s.From, from) })
	if i < 0 {
		return Step{}, false
	}
	return steps[i], true
}

// Speaker is whose word a step is: the staff member's or the evaluator's. A step
// of either is that of the staff member where they are at work themselves.
func (s Step) Speaker(p model.Plan, evaluator, me model.EmployeeID) model.EmployeeID {
	if s.Whose == model.RelSelf || s.Whose == model.RelNone && me == p.Employee {
		return p.Employee
	}
	return evaluator
}

// Own reports a step that whoever is at work takes here as their own word. Every
// other one is the word of somebody else, and known from a paper alone
// (PaperError).
func (s Step) Own(p model.Plan, evaluator model.EmployeeID, by model.Actor) bool {
	return by.Employee != "" && by.Employee == s.Speaker(p, evaluator, by.Employee) && by.Via != model.Recorded && !s.Paper
}

// PaperError refuses a step that is somebody else's word and names no paper that
// it is known from. It is model.ErrInvalid.
type PaperError struct{ Step string }

func (e *PaperError) Error() string {
	return fmt.Sprintf("%s: no document: %v", e.Step, model.ErrInvalid)
}

// Unwrap lets errors.Is see ErrInvalid.
func (e *PaperError) Unwrap() error { return model.ErrInvalid }

// Open reports a state in which the plan is written: a draft, one that was given
// back, or one that is being changed. What was given back stays so until it is
// handed in again, so that the reason stays in sight.
func Open(s model.PlanState) bool {
	return s == model.PlanDraft || s == model.PlanReturned || s == model.PlanRevised
}

// StateError refuses a step that does not lead on from the state of a plan; Step
// is "" for writing in it. It is model.ErrState.
type StateError struct {
	State model.PlanState
	Step  string
}

func (e *StateError) Error() string {
	return fmt.Sprintf("plan is %v: %s: %v", e.State, e.Step, model.ErrState)
}

// Unwrap lets errors.Is see ErrState.
func (e *StateError) Unwrap() error { return model.ErrState }

// Take moves a plan by a step, with whose word it is. From is the first period
// in which what is agreed upon anew holds (none: the whole year); other steps
// ignore it. It refuses a step that does not lead on (StateError), one without
// the reason that it needs (model.ErrReason), and the handing in of a plan that
// is not whole (LackError).
//
// A plan that is opened again keeps a frozen copy of what was agreed, by which
// its periods are measured until it is agreed upon anew.
func Take(p model.Plan, name string, from model.Period, w model.Word) (model.Plan, error) {
	step, ok := StepOf(name, p.State)
	if !ok {
		return p, &StateError{p.State, name}
	}
	w.Reason = strings.TrimSpace(w.Reason)
	if step.Reason && w.Reason == "" {
		return p, model.ErrReason
	}
	if err := model.CheckText(w.Reason, maxText, "\n\t"); err != nil {
		return p, &model.FieldError{Field: "reason", Err: err}
	}
	switch name {
	case Agree:
		return agree(p, from, w)
	case Submit:
		if lacks := Lacks(p); len(lacks) > 0 {
			return p, &LackError{lacks}
		}
	case Reopen:
		p.Agreements = Agreed(p)
	}
	w.Act = name
	p.State, p.Words = step.To, append(slices.Clone(p.Words), w)
	return p, nil
}

// agree agrees upon a plan, the first time or anew.
func agree(p model.Plan, from model.Period, w model.Word) (model.Plan, error) {
	if from != 0 && (!from.Valid() || from.Year() != p.Year) {
		return p, &model.FieldError{Field: "from", Value: from.String(), Err: model.ErrBadPeriod}
	}
	anew := len(p.Agreements) > 0
	p, err := p.Agree(w)
	if err != nil || !anew {
		return p, err
	}
	p.Agreements = append(slices.Clone(p.Agreements), model.Agreement{
		ID: w.ID, From: from, Instrument: p.Instrument, Version: p.Version, Measures: p.Measures, Outline: p.Outline,
	})
	return p, nil
}

// Lack is one thing without which a plan is not handed in.
type Lack struct {
	Code LackCode
	Of   string // the result, or the measure's code
}

// LackCode says what is missing.
type LackCode uint8

// The codes.
const (
	NoMain    LackCode = iota // no main result (utama)
	NoMeasure                 // a result that no measure tells of
	NoTarget                  // a measure without a target
	NoWeight                  // the measures have no weight
)

var lackCodes = [...]string{"no-main-outcome", "no-measure", "no-target", "no-weight"}

// String is the word that JSON uses.
func (c LackCode) String() string { return lackCodes[min(int(c), len(lackCodes)-1)] }

// LackError lists what a plan lacks that is to be handed in. It is
// model.ErrState.
type LackError struct{ Lacks []Lack }

func (e *LackError) Error() string { return fmt.Sprintf("%d lacks: %v", len(e.Lacks), model.ErrState) }

// Unwrap lets errors.Is see ErrState.
func (e *LackError) Unwrap() error { return model.ErrState }

// Lacks lists what is missing before a plan can be handed in: a main result,
// for every result a measure, for every measure of a result a target, and
// weights. A plan that came agreed on paper is told of them and goes on.
func Lacks(p model.Plan) (list []Lack) {
	o := p.Outline
	if !slices.ContainsFunc(o.Outcomes, func(x model.Outcome) bool { return !x.Additional }) {
		list = append(list, Lack{Code: NoMain})
	}
	weight := model.Number(0)
	for _, m := range p.Measures {
		weight += m.Gauge.Weight
	}
	for _, x := range o.Outcomes {
		measures := MeasuresOf(p, x.ID)
		if len(measures) == 0 {
			list = append(list, Lack{NoMeasure, x.Text})
		}
		for _, m := range measures {
			g := m.Gauge
			if g.Target == 0 && !g.TargetHigh.Present() && g.Direction != model.Zero && !o.InWords(m.ID) {
				list = append(list, Lack{NoTarget, g.Code})
			}
		}
	}
	if weight <= 0 {
		list = append(list, Lack{Code: NoWeight})
	}
	return list
}

// MeasuresOf lists the measures of a result, in the order of the plan; "" lists
// those that no result claims.
func MeasuresOf(p model.Plan, outcome model.ElementID) (list []model.Measure) {
	for _, m := range p.Measures {
		of := p.Outline.Yardstick(m.ID).Outcome
		if _, known := p.Outline.Outcome(of); !known {
			of = ""
		}
		if of == outcome {
			list = append(list, m)
		}
	}
	return list
}

// AgreedIn refuses a day of agreement that lies before the post begins: nobody
// agrees upon a plan for a post that they do not hold yet.
func AgreedIn(post model.Post, on model.Date) error {
	if post.From == 0 || on >= post.From {
		return nil
	}
	return &model.FieldError{Field: "date", Value: on.String(), Err: &model.BeforeError{First: post.From, Post: true}}
}
