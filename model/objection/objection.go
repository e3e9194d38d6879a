// Package objection is an objection (keberatan) to an evaluation: filed by the
// person, explained by the evaluator, heard, and decided by the evaluator's
// superior, whose decision is final (PP 30/2019 art. 59).
//
// What always holds: the evaluator never decides it and is never its gate; a late
// objection is recorded as late and not refused; the ratings it was about stay
// beside the new ones.
package objection

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/course"
)

// ID names one objection.
type ID string

// State is how far an objection has come.
type State uint8

// The states.
const (
	Filed     State = iota // diajukan
	Explained              // dijelaskan penilai
	Decided                // diputus
	Withdrawn              // dicabut
)

var states = [...]string{"filed", "explained", "decided", "withdrawn"}

// String is the word of the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// Open reports an objection that is not decided and not withdrawn.
func (s State) Open() bool { return s < Decided }

// Outcome is what was decided.
type Outcome uint8

// The outcomes.
const (
	NoOutcome Outcome = iota
	Rejected          // ditolak: the ratings stay
	Upheld            // dikabulkan: as the person asked
	Changed           // diubah: other ratings than were given and than were asked for
)

var outcomes = [...]string{"", "rejected", "upheld", "changed"}

// String is the word of the command line; nothing for none.
func (o Outcome) String() string { return outcomes[min(int(o), len(outcomes)-1)] }

// Outcomes lists all outcomes.
func Outcomes() []Outcome { return []Outcome{Rejected, Upheld, Changed} }

// ParseOutcome reads the word of the command line.
func ParseOutcome(s string) (Outcome, bool) {
	i := slices.Index(outcomes[1:], strings.ToLower(strings.TrimSpace(s)))
	return Outcome(i + 1), i >= 0
}

// The verbs.
const (
	VerbRead     model.Verb = "objection.read"
	VerbFile     model.Verb = "objection.file"
	VerbExplain  model.Verb = "objection.explain"
	VerbHear     model.Verb = "objection.hear"
	VerbDecide   model.Verb = "objection.decide"
	VerbWithdraw model.Verb = "objection.withdraw"
)

// The names of the steps.
const (
	File     = "filed"
	Explain  = "explained"
	Decide   = "decided"
	Withdraw = "withdrawn"
)

// Steps is the table of states of an objection that was filed. A decision does not
// wait for the explanation: the evaluator is not the gate.
func Steps() course.Table[State] {
	return course.Table[State]{
		{Name: Explain, Verb: VerbExplain, From: []State{Filed, Explained}, To: Explained, Whose: model.RelEvaluator, Reason: true},
		{Name: Decide, Verb: VerbDecide, From: []State{Filed, Explained}, To: Decided, Whose: model.RelSuperior, Reason: true},
		{Name: Withdraw, Verb: VerbWithdraw, From: []State{Filed, Explained}, To: Withdrawn, Whose: model.RelSelf, Reason: true},
	}
}

// Ratings are two ratings and what follows from them.
type Ratings struct {
	Result    model.Rating    `cbor:"1,keyasint,omitempty" json:"-"`
	Behaviour model.Rating    `cbor:"2,keyasint,omitempty" json:"-"`
	Predicate model.Predicate `cbor:"3,keyasint,omitempty" json:"-"`
}

// Given reports whether both ratings are there.
func (r Ratings) Given() bool { return r.Result != model.NotRated && r.Behaviour != model.NotRated }

// Paper is something shown in support: what it is, and where it lies.
type Paper struct {
	ID    model.ElementID `cbor:"1,keyasint" json:"id"`
	Label string          `cbor:"2,keyasint,omitempty" json:"label"`
	Where string          `cbor:"3,keyasint,omitempty" json:"where,omitempty"`
}

// Hearing is one talk of the superior with a side or both, with what each said.
type Hearing struct {
	ID        model.ElementID  `cbor:"1,keyasint" json:"id"`
	On        model.Date       `cbor:"2,keyasint,omitempty" json:"on"`
	Staff     string           `cbor:"3,keyasint,omitempty" json:"staff,omitempty"`
	Evaluator string           `cbor:"4,keyasint,omitempty" json:"evaluator,omitempty"`
	By        model.EmployeeID `cbor:"5,keyasint,omitempty" json:"by,omitempty"`
}

// Objection is one objection to one version of an evaluation.
type Objection struct {
	ID         ID                 `cbor:"1,keyasint" json:"id"`
	Evaluation model.EvaluationID `cbor:"2,keyasint,omitempty" json:"evaluation"`
	Version    int                `cbor:"3,keyasint,omitempty" json:"version"`
	Plan       model.PlanID       `cbor:"4,keyasint,omitempty" json:"plan"`
	Period     model.Period       `cbor:"5,keyasint,omitempty" json:"period"`
	Employee   model.EmployeeID   `cbor:"6,keyasint,omitempty" json:"employee"`
	Unit       model.UnitID       `cbor:"7,keyasint,omitempty" json:"unit"`
	Evaluator  model.EmployeeID   `cbor:"8,keyasint,omitempty" json:"evaluator,omitempty"`
	State      State              `cbor:"9,keyasint,omitempty" json:"-"`
	Reason     string             `cbor:"10,keyasint,omitempty" json:"reason"`
	Papers     []Paper            `cbor:"11,keyasint,omitempty" json:"papers,omitempty"`
	Asked      Ratings            `cbor:"12,keyasint,omitzero" json:"-"` // what the person asks for; none said
	Old        Ratings            `cbor:"13,keyasint,omitzero" json:"-"` // what it is about
	New        Ratings            `cbor:"14,keyasint,omitzero" json:"-"` // what was decided
	Received   model.Date         `cbor:"15,keyasint,omitempty" json:"received"`
	Until      model.Date         `cbor:"16,keyasint,omitempty" json:"until"` // the last day, as it was reckoned when it was filed
	Late       bool               `cbor:"17,keyasint,omitempty" json:"late"`
	Account    string             `cbor:"18,keyasint,omitempty" json:"explanation,omitempty"` // of the evaluator
	Hearings   []Hearing          `cbor:"19,keyasint,omitempty" json:"hearings,omitempty"`
	Outcome    Outcome            `cbor:"20,keyasint,omitempty" json:"-"`
	Grounds    string             `cbor:"21,keyasint,omitempty" json:"grounds,omitempty"` // of the decision
	Words      []model.Word       `cbor:"22,keyasint,omitempty" json:"words,omitempty"`
	Void       bool               `cbor:"23,keyasint,omitempty" json:"-"`
	// Was is the state of the evaluation before; to withdraw leads back to it.
	Was model.EvaluationState `cbor:"24,keyasint,omitempty" json:"-"`
}

// Most is how many characters a text may have, and MostItems how many papers or
// hearings there may be.
const (
	Most      = 4_000
	MostItems = 40
)

// MayFile reports whether somebody can object to an evaluation: it was received, or
// taken as accepted without a word of theirs. Who accepted with their own PIN has
// said the contrary; what others recorded for them binds nobody.
func MayFile(e model.Evaluation) bool {
	switch e.State {
	case model.Received, model.DeemedAccepted:
		return true
	case model.Accepted:
		n := len(e.Words)
		return n > 0 && e.Words[n-1].Via == model.Recorded
	}
	return false
}

// New files an objection to an evaluation that was received on a day and could be
// objected to until another. It takes a reason; what lies after the last day is
// late.
func New(id ID, e model.Evaluation, received, until model.Date, w model.Word, said Objection) (Objection, error) {
	if !MayFile(e) {
		return Objection{}, &model.StateError{State: e.State, Step: model.Objected, Needs: model.Received}
	}
	if w.Via == model.Recorded && strings.TrimSpace(w.Document) == "" {
		return Objection{}, &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	w.Act, w.Reason = File, strings.TrimSpace(said.Reason)
	o := Objection{
		ID: id, Evaluation: e.ID, Version: e.Edition(), Plan: e.Plan, Period: e.Period, Employee: e.Employee, Unit: e.Unit, Evaluator: e.Evaluator,
		Reason: w.Reason, Papers: said.Papers, Asked: said.Asked,
		Old:      Ratings{Result: e.Result, Behaviour: e.Behaviour, Predicate: e.Predicate},
		Received: received, Until: until, Late: w.On > until, Words: []model.Word{w}, Was: e.State,
	}
	return o, o.Check()
}

// Check refuses an objection without a reason, a paper without a name, and texts
// that are too long.
func (o Objection) Check() error {
	switch {
	case strings.TrimSpace(o.Reason) == "":
		return &model.FieldError{Field: "reason", Err: model.ErrMissing}
	case max(len(o.Papers), len(o.Hearings)) > MostItems:
		return &model.FieldError{Field: "papers", Err: model.ErrTooLong}
	case (o.Asked.Result == model.NotRated) != (o.Asked.Behaviour == model.NotRated):
		return &model.FieldError{Field: "asked", Err: model.ErrMissing}
	}
	type text struct{ field, text string }
	all := []text{{"reason", o.Reason}, {"explanation", o.Account}, {"grounds", o.Grounds}}
	for _, p := range o.Papers {
		if strings.TrimSpace(p.Label) == "" {
			return &model.FieldError{Field: "papers", Err: model.ErrMissing}
		}
		all = append(all, text{"papers", p.Label}, text{"papers", p.Where})
	}
	for _, h := range o.Hearings {
		all = append(all, text{"hearing", h.Staff}, text{"hearing", h.Evaluator})
	}
	for _, x := range all {
		if err := model.CheckText(x.text, Most, "\n"); err != nil {
			return &model.FieldError{Field: x.field, Err: err}
		}
	}
	return nil
}

// Explained returns the objection with what the evaluator says to it. o itself is
// left as it was.
func (o Objection) Explained(text string, w model.Word) (Objection, error) {
	w.Reason = strings.TrimSpace(text)
	n, err := o.take(Explain, w)
	if err != nil {
		return o, err
	}
	n.Account = w.Reason
	return n, n.Check()
}

// Heard returns the objection with one more hearing, which has what at least one
// side said.
func (o Objection) Heard(h Hearing) (Objection, error) {
	switch {
	case !o.State.Open():
		return o, &course.Error{Step: "heard", State: o.State.String(), Open: Steps().From(o.State).Names()}
	case h.On.IsZero():
		return o, &model.FieldError{Field: "date", Err: model.ErrMissing}
	case strings.TrimSpace(h.Staff) == "" && strings.TrimSpace(h.Evaluator) == "":
		return o, &model.FieldError{Field: "hearing", Err: model.ErrMissing}
	}
	o.Hearings = append(slices.Clone(o.Hearings), h)
	return o, o.Check()
}

// Withdraw returns the objection as taken back by the person.
func (o Objection) Withdraw(w model.Word) (Objection, error) {
	return o.take(Withdraw, w)
}

// Decide returns the objection as decided, with grounds. Whoever gave the ratings,
// and whoever they are about, does not decide (model.ErrNotAllowed). New ratings
// belong to Changed alone, and there they are other than the old ones; to uphold
// takes what the person asked for.
func (o Objection) Decide(out Outcome, to Ratings, grounds string, w model.Word) (Objection, error) {
	if w.Whose == o.Evaluator && w.Whose != "" || w.Whose == o.Employee {
		return o, model.ErrNotAllowed
	}
	switch out {
	case Rejected:
		to = o.Old
	case Upheld:
		if !o.Asked.Given() {
			return o, &model.FieldError{Field: "outcome", Value: out.String(), Err: model.ErrMissing}
		}
		to = o.Asked
	case Changed:
		if !to.Given() {
			return o, &model.FieldError{Field: "ratings", Err: model.ErrMissing}
		}
		if to.Result == o.Old.Result && to.Behaviour == o.Old.Behaviour {
			return o, &model.FieldError{Field: "ratings", Err: ErrAsBefore}
		}
	default:
		return o, &model.FieldError{Field: "outcome", Err: model.ErrMissing}
	}
	w.Reason = strings.TrimSpace(grounds)
	n, err := o.take(Decide, w)
	if err != nil {
		return o, err
	}
	n.Outcome, n.New, n.Grounds = out, to, w.Reason
	return n, n.Check()
}

func (o Objection) take(name string, w model.Word) (Objection, error) {
	s, err := Steps().Find(name, o.State)
	if err == nil {
		err = s.Check(w)
	}
	if err != nil {
		return o, err
	}
	w.Act = name
	o.State, o.Words = s.To, append(slices.Clone(o.Words), w)
	return o, nil
}

// On returns an evaluation as it stands once the objection to it went as
// far as o: objected to, explained, decided with the ratings of the decision, or
// as it was before. The words are those of both. e itself is left as it was.
func (o Objection) On(e model.Evaluation) model.Evaluation {
	e.State = map[State]model.EvaluationState{Filed: model.Objected, Explained: model.Explained, Decided: model.Decided, Withdrawn: o.Was}[o.State]
	if n := len(o.Words); n > 0 {
		w := o.Words[n-1]
		w.Act = string(verbOf(w.Act))
		e.Words = append(slices.Clone(e.Words), w)
	}
	if o.State == Decided && o.Outcome != Rejected {
		e.Result, e.Behaviour, e.Predicate, e.Reason = o.New.Result, o.New.Behaviour, o.New.Predicate, o.Grounds
	}
	return e
}

// Decides reports whether the ratings of an evaluation, and their reason, are those
// of a decision on an objection, and no more those of the evaluator.
func Decides(e model.Evaluation) bool {
	return slices.ContainsFunc(e.Words, func(w model.Word) bool {
		return w.Act == string(VerbDecide) && w.Reason != "" && w.Reason == e.Reason
	})
}

func verbOf(step string) model.Verb {
	for _, s := range Steps() {
		if s.Name == step {
			return s.Verb
		}
	}
	return VerbFile
}
