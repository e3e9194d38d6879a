package unitresult

import (
	"slices"
	"strings"

	"kinerja/model"
)

// State is how far a unit's result has come (DOMAIN 10.2).
type State uint8

// The states.
const (
	Draft   State = iota // proposed; counts for nothing yet
	Set                  // decided by the leader above
	Revised              // decided again, with a reason
)

var states = [...]string{"draft", "set", "revised"}

// String is the word of the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// Most is how many characters a basis or a reason may have.
const Most = 4_000

// Result is what was decided about one unit in one period. There is one for a
// unit and a period; deciding again changes it, and the record of changes keeps
// what it was.
type Result struct {
	ID      model.UnitResultID `cbor:"1,keyasint" json:"id"`
	Unit    model.UnitID       `cbor:"2,keyasint,omitempty" json:"unit"`
	Period  model.Period       `cbor:"3,keyasint,omitempty" json:"period"`
	State   State              `cbor:"4,keyasint,omitempty" json:"-"`
	Grade   Grade              `cbor:"5,keyasint,omitempty" json:"-"`
	Basis   string             `cbor:"6,keyasint,omitempty" json:"basis"`   // action plan, perjanjian kinerja, expectations
	Decider string             `cbor:"7,keyasint,omitempty" json:"decider"` // the leader above, as on the paper
	// Words are the decisions, the oldest first: whose, how it is known, the
	// paper and its day.
	Words     []model.Word `cbor:"8,keyasint,omitempty" json:"words,omitempty"`
	Exception *Exception   `cbor:"9,keyasint,omitempty" json:"exception,omitempty"`
	Void      bool         `cbor:"10,keyasint,omitempty" json:"-"`
}

// Exception is why a distribution stands that does not fit the pattern. It is
// kept with what it was said about: when the counts or the result move, it no
// longer answers for them.
type Exception struct {
	Reason string     `cbor:"1,keyasint" json:"reason"`
	Grade  Grade      `cbor:"2,keyasint,omitempty" json:"-"`
	Counts []int      `cbor:"3,keyasint,omitempty" json:"counts"` // by model.Predicate from VeryPoor on
	Guide  string     `cbor:"4,keyasint,omitempty" json:"guide"`  // the pattern, with its version
	Word   model.Word `cbor:"5,keyasint" json:"word"`
}

// New is the empty result of a unit in a period.
func New(unit model.UnitID, period model.Period) Result {
	return Result{ID: model.UnitResultOf(unit, period), Unit: unit, Period: period}
}

// Decided reports whether the leader above has decided.
func (r Result) Decided() bool { return !r.Void && r.State >= Set && r.Grade != NoGrade }

// Last is the newest decision; the zero Word for none.
func (r Result) Last() model.Word {
	if len(r.Words) == 0 {
		return model.Word{}
	}
	return r.Words[len(r.Words)-1]
}

// Proposal is what is proposed or decided.
type Proposal struct {
	Grade   Grade
	Basis   string
	Decider string
}

// Propose returns the result with a draft. What was decided is not proposed
// anew: it is revised. r itself is left as it was.
func (r Result) Propose(p Proposal) (Result, error) {
	if r.Decided() {
		return r, &model.FieldError{Field: "state", Value: r.State.String(), Err: model.ErrState}
	}
	r, err := r.with(p)
	r.State = Draft
	return r, err
}

// Decide returns the result as decided: set, or revised where it was set
// before, for which a reason is needed. A decision that is typed by somebody
// else needs its paper, and a decider. r itself is left as it was.
func (r Result) Decide(p Proposal, w model.Word, reason string, today model.Date) (Result, error) {
	was := r.Decided()
	out, err := r.with(p)
	switch {
	case err != nil:
		return r, err
	case strings.TrimSpace(p.Basis) == "":
		return r, &model.FieldError{Field: "basis", Err: model.ErrMissing}
	case was && strings.TrimSpace(reason) == "":
		return r, model.ErrReason
	case w.Via == model.Recorded && strings.TrimSpace(w.Document) == "":
		return r, &model.FieldError{Field: "document", Err: model.ErrMissing}
	case w.Whose == "" && strings.TrimSpace(p.Decider) == "":
		return r, &model.FieldError{Field: "decider", Err: model.ErrMissing}
	case w.On > today:
		return r, &model.FieldError{Field: "date", Value: w.On.String(), Err: model.ErrFuture}
	case model.CheckText(w.Document, Most, "\n") != nil:
		return r, &model.FieldError{Field: "document", Err: model.CheckText(w.Document, Most, "\n")}
	}
	out.State, w.Act = Set, "set"
	if was {
		out.State, w.Act = Revised, "revised"
	}
	out.Words = append(slices.Clone(r.Words), w)
	return out, nil
}

// with takes over grade, basis and decider, if they can be read.
func (r Result) with(p Proposal) (Result, error) {
	switch {
	case r.Unit == "":
		return r, &model.FieldError{Field: "unit", Err: model.ErrMissing}
	case !r.Period.Valid():
		return r, &model.FieldError{Field: "period", Err: model.ErrMissing}
	case p.Grade == NoGrade || p.Grade > Outstanding:
		return r, &model.FieldError{Field: "result", Err: model.ErrMissing}
	}
	for field, text := range map[string]string{"basis": p.Basis, "decider": p.Decider} {
		if err := model.CheckText(text, Most, "\n"); err != nil {
			return r, &model.FieldError{Field: field, Err: err}
		}
	}
	r.Grade, r.Basis, r.Decider = p.Grade, strings.TrimSpace(p.Basis), strings.TrimSpace(p.Decider)
	return r, nil
}

// Except returns the result with the reason why the distribution stands. Only
// what was decided has a pattern to depart from.
func (r Result) Except(e Exception) (Result, error) {
	switch {
	case !r.Decided():
		return r, &model.FieldError{Field: "state", Value: r.State.String(), Err: model.ErrState}
	case strings.TrimSpace(e.Reason) == "":
		return r, model.ErrReason
	case model.CheckText(e.Reason, Most, "\n") != nil:
		return r, &model.FieldError{Field: "reason", Err: model.CheckText(e.Reason, Most, "\n")}
	}
	e.Reason, e.Grade, e.Word.Act = strings.TrimSpace(e.Reason), r.Grade, "excepted"
	r.Exception = &e
	return r, nil
}

// Answers reports whether the exception was given for this grade and these
// counts.
func (r Result) Answers(counts []int) bool {
	return r.Exception != nil && r.Exception.Grade == r.Grade && slices.Equal(r.Exception.Counts, counts)
}

// Order says what is proposed, decided or explained about which unit.
type Order struct {
	Unit   model.UnitID // "": the only one at the top of the tree
	Period model.Period
	Proposal
	Document string     // the paper, where the decision is another's word
	On       model.Date // the day of it; 0: today
	Reason   string     // why it is revised, or why the distribution stands
}
