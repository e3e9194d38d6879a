// Package award is recognition (penghargaan): rules propose who could be thanked,
// people decide who is. A nomination is checked, decided upon by a letter, and
// handed over.
//
// What always holds: nobody is awarded by a rule alone; whoever nominates does not
// decide; for everybody who is not proposed there is a reason that can be read.
package award

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/course"
)

// ID names one nomination.
type ID string

// State is how far a nomination has come (DOMAIN 10.2).
type State uint8

// The states.
const (
	Nominated State = iota // usul
	Checked                // verifikasi
	Decided                // ditetapkan
	Handed                 // diserahkan
	Rejected               // ditolak
	Withdrawn              // dicabut
)

var states = [...]string{"nominated", "checked", "decided", "handed_over", "rejected", "withdrawn"}

// String is the word of the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// Open reports a nomination that somebody still has to act upon.
func (s State) Open() bool { return s < Handed }

// The verbs.
const (
	VerbRead     model.Verb = "award.read"
	VerbNominate model.Verb = "award.nominate"
	VerbCheck    model.Verb = "award.check"
	VerbDecide   model.Verb = "award.decide"
	VerbReject   model.Verb = "award.reject"
	VerbHandOver model.Verb = "award.hand-over"
	VerbWithdraw model.Verb = "award.withdraw"
)

// The names of the steps.
const (
	Nominate = "nominated"
	Check    = "checked"
	Decide   = "decided"
	Reject   = "rejected"
	HandOver = "handed_over"
	Withdraw = "withdrawn"
)

// Steps is the table of states of a nomination.
func Steps() course.Table[State] {
	return course.Table[State]{
		{Name: Check, Verb: VerbCheck, From: []State{Nominated}, To: Checked},
		{Name: Decide, Verb: VerbDecide, From: []State{Checked}, To: Decided, Letter: true, Whose: model.RelSuperior},
		{Name: Reject, Verb: VerbReject, From: []State{Nominated, Checked}, To: Rejected, Reason: true},
		{Name: HandOver, Verb: VerbHandOver, From: []State{Decided}, To: Handed},
		{Name: Withdraw, Verb: VerbWithdraw, From: []State{Nominated, Checked}, To: Withdrawn, Reason: true},
	}
}

// Award is one nomination, and what became of it.
type Award struct {
	ID        ID               `cbor:"1,keyasint" json:"id"`
	Employee  model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Unit      model.UnitID     `cbor:"3,keyasint,omitempty" json:"unit"`
	Kind      string           `cbor:"4,keyasint,omitempty" json:"kind"` // its name, from a list that a setting changes
	Period    model.Period     `cbor:"5,keyasint,omitempty" json:"period"`
	State     State            `cbor:"6,keyasint,omitempty" json:"-"`
	Reason    string           `cbor:"7,keyasint,omitempty" json:"reason"`
	Findings  []Finding        `cbor:"8,keyasint,omitempty" json:"-"` // the conditions, as they were on the day of the check
	Words     []model.Word     `cbor:"9,keyasint,omitempty" json:"words,omitempty"`
	Overruled string           `cbor:"10,keyasint,omitempty" json:"overruled,omitempty"` // why it goes on though a condition is not met
	Void      bool             `cbor:"11,keyasint,omitempty" json:"-"`
}

// Most is how many characters a text may have.
const Most = 2_000

// New nominates somebody for a kind of award, for a reason.
func New(a Award, w model.Word) (Award, error) {
	switch {
	case a.Employee == "":
		return a, &model.FieldError{Field: "pegawai", Err: model.ErrMissing}
	case w.Whose == a.Employee && w.Whose != "":
		return a, model.ErrNotAllowed
	case strings.TrimSpace(a.Kind) == "":
		return a, &model.FieldError{Field: "kind", Err: model.ErrMissing}
	case strings.TrimSpace(a.Reason) == "":
		return a, &model.FieldError{Field: "reason", Err: model.ErrMissing}
	}
	w.Act = Nominate
	a.State, a.Words, a.Findings, a.Overruled = Nominated, []model.Word{w}, nil, ""
	return a, a.checkTexts()
}

func (a Award) checkTexts() error {
	for _, x := range []struct{ field, text string }{{"kind", a.Kind}, {"reason", a.Reason}, {"overruled", a.Overruled}} {
		if err := model.CheckText(x.text, Most, "\n"); err != nil {
			return &model.FieldError{Field: x.field, Err: err}
		}
	}
	return nil
}

// Take returns the nomination one step further; the check is Examined. Whoever
// nominated, and whoever it is for, does not decide (model.ErrNotAllowed). a itself
// is left as it was.
func (a Award) Take(name string, w model.Word) (Award, error) {
	s, err := Steps().Find(name, a.State)
	if err == nil {
		err = s.Check(w)
	}
	if err == nil && (name == Decide || name == Reject || name == Check) && w.Whose != "" && (w.Whose == a.Employee || name == Decide && w.Whose == a.nominator()) {
		err = model.ErrNotAllowed
	}
	if err != nil {
		return a, err
	}
	w.Act = name
	a.State, a.Words = s.To, append(slices.Clone(a.Words), w)
	return a, nil
}

// Examined returns the nomination as checked, with what was found. Where a
// condition is not met it goes on only with a reason why.
func (a Award) Examined(found []Finding, overruled string, w model.Word) (Award, error) {
	if !Met(found) && strings.TrimSpace(overruled) == "" {
		return a, &model.FieldError{Field: "overruled", Err: model.ErrMissing}
	}
	n, err := a.Take(Check, w)
	if err != nil {
		return a, err
	}
	n.Findings, n.Overruled = slices.Clone(found), strings.TrimSpace(overruled)
	return n, n.checkTexts()
}

func (a Award) nominator() model.EmployeeID {
	if len(a.Words) == 0 {
		return ""
	}
	return a.Words[0].Whose
}
