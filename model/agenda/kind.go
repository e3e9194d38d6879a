package agenda

import "kinerja/model"

// Kind is one kind of obstacle. In their order stand first those that nothing
// can begin without.
type Kind uint8

// The kinds.
const (
	NoPost        Kind = iota // holds no post
	NoEvaluator               // nobody is named as evaluator
	EvaluatorGone             // the evaluator left or is not on the list
	Circle                    // evaluates an own evaluator
	NoPlan                    // no plan for the year
	PlanOpen                  // the plan is not agreed upon
	Missing                   // indicators without a value
	Implausible               // values beyond what is to be expected, without a reason
	Unscored                  // the numbers cannot be computed
	NotRated
	Stale // rated, and the results changed since
	Thin  // rated without a reason, not received, and too little weight for a suggestion
	NotShared
	NotReceived
	NotAccepted
	Objected  // the evaluator has not explained yet
	Explained // the evaluator's superior has not decided yet
	NotFinal
	UnitUndecided // the leader above has not decided what the unit reached
	UnitSpread    // the distribution does not fit the unit's result, and no reason stands
	CheckIn       // the next one is due soon, or over; it stands in nothing's way
	Silent        // no feedback for long; it stands in nothing's way either
	Kinds         // how many there are
)

var kinds = [...]string{
	"no_post", "no_evaluator", "evaluator_gone", "evaluator_circle", "no_plan", "plan_not_agreed", "indicators_missing",
	"implausible", "not_computable", "not_rated", "results_changed", "rated_on_little", "not_shared", "not_received", "not_accepted",
	"objected", "explained", "not_final", "unit_not_decided", "distribution_unexplained", "check_in", "silent",
}

// String is the word of files and the command line.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// By says in which capacity somebody must act.
type By uint8

// The capacities.
const (
	ByTeam      By = iota // who keeps the staff list: the unit's manager, the performance team
	ByStaff               // the person it is about
	ByEvaluator           // penilai
	BySuperior            // atasan penilai
	ByAbove               // the evaluator of who heads the unit, and nobody is recorded as such yet
)

// judged reports a kind that waits for an act of the evaluator alone.
func (k Kind) judged() bool {
	switch k {
	case NotRated, Stale, Thin, NotShared, NotFinal:
		return true
	}
	return false
}

// listed reports a kind that is a fault of the staff list.
func (k Kind) listed() bool {
	switch k {
	case NoPost, NoEvaluator, EvaluatorGone, Circle:
		return true
	}
	return false
}

// rests reports a kind that nobody can act upon while the period is closed:
// results, ratings and sharing. Receipt, answers and decisions go on.
func (k Kind) rests() bool { return k >= Missing && k <= NotShared }

// by says who must act on what in this case: a person's own word is nobody
// else's to give (UX 2.11), and where nobody is named as evaluator whoever
// keeps the staff list has to name one first.
func (k Kind) by(c Case) By {
	if k.listed() {
		return ByTeam
	}
	switch k {
	case NotReceived, NotAccepted:
		return ByStaff
	case Explained:
		return BySuperior
	case PlanOpen:
		if c.Plan.State != model.PlanSubmitted { // draft, returned, revised: to be handed in (DOMAIN 10.2)
			return ByStaff
		}
	}
	if c.Evaluator.Employee == "" {
		return ByTeam
	}
	return ByEvaluator
}

// Stage is one step that everybody goes through in a period.
type Stage uint8

// The stages, in their order.
const (
	Planned  Stage = iota // the plan is agreed upon
	Entered               // enough of the weight has a value
	Rated                 // both ratings are set
	Shared                // the result was shared
	Received              // and received
	Accepted              // and accepted, or decided after an objection
	Final
	Stages // how many there are
)

// Stage is the step that an obstacle of this kind stands before.
func (k Kind) Stage() Stage {
	switch k {
	case NoPost, NoPlan, PlanOpen:
		return Planned
	case Missing, Implausible, Unscored, Thin:
		return Entered
	case NotShared:
		return Shared
	case NotReceived:
		return Received
	case NotAccepted, Objected, Explained:
		return Accepted
	case NotFinal:
		return Final
	}
	return Rated // also who has no evaluator: nobody is there to rate
}

// reached reports whether a case has come so far.
func (s Stage) reached(c Case, f figures, enough bool) bool {
	state := c.Evaluation.State
	switch s {
	case Planned:
		return c.agreed()
	case Entered:
		return c.Plan.ID != "" && enough && !f.fault
	case Rated:
		return state >= model.Rated
	case Shared:
		return state >= model.Shared
	case Received:
		return state >= model.Received
	case Accepted:
		return state == model.Accepted || state == model.DeemedAccepted || state >= model.Decided
	}
	return state == model.Final
}
