package model

import (
	"slices"
	"strings"
)

// Rating is one of the three steps of PermenPANRB 6/2022 for results and for
// behaviour. The zero Rating is "not rated".
type Rating uint8

// The ratings, with the words of the command line.
const (
	NotRated Rating = iota
	Below           // di bawah ekspektasi
	Meets           // sesuai ekspektasi
	Above           // di atas ekspektasi
)

var ratings = [...]string{"", "below", "meets", "above"}

// String is the word of the command line; nothing for not rated.
func (r Rating) String() string { return ratings[min(int(r), len(ratings)-1)] }

// ParseRating reads the word of the command line.
func ParseRating(s string) (Rating, bool) { return parseWord[Rating](ratings[:], s) }

// Predicate is the overall result (predikat kinerja). The zero Predicate is
// "none yet".
type Predicate uint8

// The predicates, worst to best. NeedsImprovement is "Butuh perbaikan", which
// e-Kinerja calls "Cukup": one step, two names.
const (
	NoPredicate Predicate = iota
	VeryPoor
	Poor // Kurang/misconduct
	NeedsImprovement
	Good
	VeryGood
)

var predicates = [...]string{"", "very_poor", "poor", "needs_improvement", "good", "very_good"}

// String is the word of the command line; nothing for none yet.
func (p Predicate) String() string { return predicates[min(int(p), len(predicates)-1)] }

// ParsePredicate reads the word of the command line.
func ParsePredicate(s string) (Predicate, bool) { return parseWord[Predicate](predicates[:], s) }

// EvaluationState is how far an evaluation has come (DOMAIN 10.2).
type EvaluationState uint8

// The states in their usual order. The objection branch is named here because
// files must keep its numbers; its steps come with the objection itself.
const (
	EvaluationDraft EvaluationState = iota
	Rated
	Reviewed
	Shared
	Received
	Accepted
	DeemedAccepted
	Objected
	Explained
	Decided
	Final
)

var evaluationStates = [...]string{"draft", "rated", "reviewed", "shared", "received", "accepted", "deemed_accepted", "objected", "explained", "decided", "final"}

// String is the word of the command line.
func (s EvaluationState) String() string {
	return evaluationStates[min(int(s), len(evaluationStates)-1)]
}

// ParseEvaluationState reads the word of the command line.
func ParseEvaluationState(s string) (EvaluationState, bool) {
	return parseWord[EvaluationState](evaluationStates[:], s)
}

// Step is one line of the table of states: a move, whose act it is, and the
// verb that May is asked about.
type Step struct {
	From []EvaluationState
	To   EvaluationState
	Verb Verb
	// Whose says whose word the step is; when that person does not act
	// themselves, the act is recorded from a document (UX 2.11).
	Whose Relation
}

// Steps is the table of states: who moves an evaluation from where to where.
// Rating again is allowed until it is shared; what was shared and not yet
// received can be withdrawn with a reason.
var steps = []Step{
	{From: []EvaluationState{EvaluationDraft, Rated}, To: Rated, Verb: VerbRate, Whose: RelEvaluator},
	{From: []EvaluationState{Rated, Reviewed}, To: Shared, Verb: VerbShare, Whose: RelEvaluator},
	{From: []EvaluationState{Shared}, To: Rated, Verb: VerbWithdraw, Whose: RelEvaluator},
	{From: []EvaluationState{Shared}, To: Received, Verb: VerbReceive, Whose: RelSelf},
	{From: []EvaluationState{Received}, To: Accepted, Verb: VerbAccept, Whose: RelSelf},
	// Silence is agreement only where a setting with its source says so.
	{From: []EvaluationState{Received}, To: DeemedAccepted, Verb: VerbDeem, Whose: RelEvaluator},
	{From: []EvaluationState{Accepted, DeemedAccepted, Decided}, To: Final, Verb: VerbFinalise, Whose: RelEvaluator},
}

// Steps returns the table of states.
func Steps() []Step { return slices.Clone(steps) }

// Evaluation is two ratings of one plan in one period, what follows from them,
// and who said what on the way.
type Evaluation struct {
	ID        EvaluationID    `cbor:"1,keyasint" json:"id"`
	Plan      PlanID          `cbor:"2,keyasint,omitempty" json:"plan"`
	Employee  EmployeeID      `cbor:"3,keyasint,omitempty" json:"employee"`
	Unit      UnitID          `cbor:"4,keyasint,omitempty" json:"unit"`
	Evaluator EmployeeID      `cbor:"5,keyasint,omitempty" json:"evaluator"`
	Period    Period          `cbor:"6,keyasint,omitempty" json:"period"`
	State     EvaluationState `cbor:"7,keyasint,omitempty" json:"-"`
	Result    Rating          `cbor:"8,keyasint,omitempty" json:"-"`
	Behaviour Rating          `cbor:"9,keyasint,omitempty" json:"-"`
	Suggested Rating          `cbor:"10,keyasint,omitempty" json:"-"` // what the aid suggested when it was rated
	Reason    string          `cbor:"11,keyasint,omitempty" json:"reason,omitempty"`
	Predicate Predicate       `cbor:"12,keyasint,omitempty" json:"-"`
	RuleSet   string          `cbor:"13,keyasint,omitempty" json:"ruleset,omitempty"` // with its version: "permenpanrb6@1"
	Score     Amount          `cbor:"14,keyasint,omitzero" json:"score"`              // the aid when it was rated
	Share     Number          `cbor:"15,keyasint,omitempty" json:"share"`             // per cent of the weight present then
	Words     []Word          `cbor:"16,keyasint,omitempty" json:"words,omitempty"`
	// Frozen holds the inputs of a final evaluation, so that nothing that
	// moves later can move it.
	Frozen *Frozen `cbor:"17,keyasint,omitempty" json:"-"`
	Void   bool    `cbor:"18,keyasint,omitempty" json:"-"`

	Notes []ValueNote `cbor:"19,keyasint,omitempty" json:"notes,omitempty"` // in the order of the values
	Note  string      `cbor:"20,keyasint,omitempty" json:"note,omitempty"`  // note and recommendation (catatan/rekomendasi)

	// Under a rule set with a formula there are no two ratings: behaviour is a
	// number, and the predicate follows from Computed.
	BehaviourValue Amount `cbor:"21,keyasint,omitzero" json:"behaviour_value,omitzero"`
	Idea           string `cbor:"22,keyasint,omitempty" json:"idea,omitempty"` // the new idea and what it was good for; "": none
	Computed       Amount `cbor:"23,keyasint,omitzero" json:"computed,omitzero"`
	// Definition is the rule set itself where it is not one that the program
	// brings along, so that it can be read when its file is gone, or the digest
	// of one whose numbers a setting moved.
	Definition []byte `cbor:"24,keyasint,omitempty" json:"-"`
	// Version counts from 2; none is the first. What it replaced stands beside it.
	Version int `cbor:"25,keyasint,omitempty" json:"version,omitempty"`
}

// Edition is which version of its evaluation e is, from 1.
func (e Evaluation) Edition() int { return max(1, e.Version) }

// ValueNote is what the evaluator noted on one of the seven values. Behaviour
// has one rating; the notes say what it stands on.
type ValueNote struct {
	Value ElementID `cbor:"1,keyasint" json:"value"` // its code: "pelayanan"
	Text  string    `cbor:"2,keyasint,omitempty" json:"text"`
}

// Frozen is what a final evaluation was computed from.
type Frozen struct {
	Measures []Measure `cbor:"1,keyasint,omitempty"`
	Entries  []Entry   `cbor:"2,keyasint,omitempty"`
	Rules    []byte    `cbor:"3,keyasint,omitempty"` // digest of the rule set
	// Instrument is the frozen version whose indicators the measures are; the
	// file then does not keep them again.
	Instrument InstrumentID `cbor:"4,keyasint,omitempty"`
	// Outline is what decides which measures were told in words: approach and
	// yardsticks. None where all were numbers.
	Outline Outline `cbor:"5,keyasint,omitzero"`
}

// Move returns the evaluation one step further, with the word that moved it.
// Each step in between must have happened: a step that does not lead away from
// e's state is a StateError. e itself is left as it was.
func (e Evaluation) Move(to EvaluationState, w Word) (Evaluation, error) {
	step, ok := StepTo(e.State, to)
	if !ok {
		return e, &StateError{State: e.State, Step: to, Needs: before(to)}
	}
	if step.Verb == VerbWithdraw && strings.TrimSpace(w.Document) == "" {
		return e, ErrReason
	}
	w.Act = string(step.Verb)
	e.State = to
	e.Words = append(slices.Clone(e.Words), w)
	return e, nil
}

// StepTo finds the step from one state to another.
func StepTo(from, to EvaluationState) (Step, bool) {
	for _, s := range steps {
		if s.To == to && slices.Contains(s.From, from) {
			return s, true
		}
	}
	return Step{}, false
}

// before is the state that usually precedes to, named when a step is refused.
func before(to EvaluationState) EvaluationState {
	for _, s := range steps {
		if s.To == to && s.Verb != VerbWithdraw {
			return s.From[0]
		}
	}
	return EvaluationDraft
}

// Half reports that one of the two ratings is given and the other is not: it
// is kept, and is no evaluation yet.
func (e Evaluation) Half() bool { return (e.Result == NotRated) != (e.Behaviour == NotRated) }

// Begun reports whether anything was said about the period at all.
func (e Evaluation) Begun() bool {
	return e.State != EvaluationDraft || e.Half() || len(e.Notes) > 0 || e.Note != ""
}

// Departs reports whether the rating of results is another than was suggested.
func (e Evaluation) Departs() bool {
	return e.Suggested != NotRated && e.Result != NotRated && e.Result != e.Suggested
}

// On is what was noted on a value; "" for nothing.
func (e Evaluation) On(value ElementID) string {
	for _, n := range e.Notes {
		if n.Value == value {
			return n.Text
		}
	}
	return ""
}

// MostNote is how many characters a note may have.
const MostNote = 4000

// Annotate returns the evaluation with other notes: one for each value that
// has any, and the note and recommendation. What was shared is withdrawn first
// (StateError). e itself is left as it was.
func (e Evaluation) Annotate(notes []ValueNote, note string) (Evaluation, error) {
	if e.LocksCard() {
		return e, &StateError{State: e.State, Step: Rated, Needs: EvaluationDraft}
	}
	kept := make([]ValueNote, 0, len(notes))
	for _, n := range append(slices.Clone(notes), ValueNote{Text: note}) {
		n.Text = strings.TrimSpace(strings.ReplaceAll(n.Text, "\r\n", "\n"))
		if err := CheckText(n.Text, MostNote, "\n\t"); err != nil {
			return e, &FieldError{Field: "note", Value: string(n.Value), Err: err}
		}
		switch {
		case n.Value == "":
			e.Note = n.Text
		case n.Text != "":
			kept = append(kept, n)
		}
	}
	if e.Notes = kept; len(kept) == 0 {
		e.Notes = nil
	}
	return e, nil
}

// LocksCard reports whether results can no longer change under e: they were
// shared with the person.
func (e Evaluation) LocksCard() bool { return e.State >= Shared }
