// Package duty is what waits for one person about their own work: what they write, show,
// hand in, receive or answer. It names nothing that somebody else must do first, and
// nothing that comes too late.
package duty

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/board"
	"kinerja/model/coaching"
	"kinerja/model/objection"
	"kinerja/model/talk"
)

// Kind is one kind of duty.
type Kind uint8

// The kinds, in the order of the work where no day tells.
const (
	Plan    Kind = iota // nothing is planned for the period
	Realise             // actions of which nothing is said to have come; N of them
	Prove               // actions that came to something, and nothing shows it; N of them
	Assess              // the own view was not handed in
	Answer              // remarks that something needs to improve, without an answer; N of them
	Consent             // a coaching plan that waits for the own word
	Receive             // a result was shared
	Object              // it was received: accept it, or object until the day
	Kinds               // how many there are
)

var kinds = [...]string{"plan", "realise", "prove", "assess", "answer", "consent", "receive", "object"}

// String is the word of files and the command line.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// verbs are the rights that they take, about oneself.
var verbs = [...]model.Verb{
	Plan: model.VerbPlanAction, Realise: model.VerbRealiseAction, Prove: model.VerbEvidence, Assess: assessment.VerbSubmit,
	Answer: model.VerbAnswer, Consent: coaching.VerbAgree, Receive: model.VerbReceive, Object: objection.VerbFile,
}

// Duty is one thing that waits.
type Duty struct {
	Kind     Kind
	Plan     model.PlanID
	Period   model.Period
	Coaching coaching.ID
	N        int
	Until    model.Date // the last day for it; 0: no rule gives one
}

// AssessAhead is how many days before the end of a period one's own view of it is asked
// for.
const AssessAhead = 14

// Case is one plan of the person in one period.
type Case struct {
	Plan       model.Plan
	Period     model.Period
	Today      model.Date
	Closed     bool             // for the unit
	Evaluation model.Evaluation // as the person may see it
	Sheet      action.Sheet
	Own        assessment.Assessment
}

// Doing lists what is still to be written for a case: of a plan that is agreed upon, in
// a period that has begun and is not closed, until its result is shared.
func (c Case) Doing() (list []Duty) {
	if c.Plan.State != model.PlanAgreed || c.Closed || c.Today < c.Period.First() || c.Evaluation.LocksCard() {
		return nil
	}
	add := func(k Kind, n int) {
		list = append(list, Duty{Kind: k, Plan: c.Plan.ID, Period: c.Period, N: n, Until: c.Period.Last()})
	}
	open, bare := 0, 0
	for _, a := range c.Sheet.Actions {
		switch {
		case a.Realised == "":
			open++
		case len(a.Evidence) == 0:
			bare++
		}
	}
	if len(c.Sheet.Actions) == 0 {
		add(Plan, 0)
	}
	if open > 0 {
		add(Realise, open)
	}
	if bare > 0 {
		add(Prove, bare)
	}
	if c.Own.State == assessment.Draft && c.Today >= c.Period.Last().Add(-AssessAhead) {
		add(Assess, 0)
	}
	return list
}

// Heard is what a shared result asks of the person: to receive it, then to accept it or
// object while there is time. Not ok where it asks nothing.
func Heard(e model.Evaluation, today model.Date) (d Duty, ok bool) {
	d = Duty{Plan: e.Plan, Period: e.Period}
	switch e.State {
	case model.Shared:
		d.Kind = Receive
		return d, true
	case model.Received:
		d.Kind, d.Until = Object, board.ObjectUntil(e)
		return d, d.Until == 0 || today <= d.Until
	}
	return d, false
}

// Unanswered counts the remarks that something needs to improve which the person did not
// answer.
func Unanswered(said []talk.Feedback) (n int) {
	gone := talk.Corrections(said)
	for _, f := range said {
		_, corrected := gone[f.ID]
		if f.Kind != talk.Improve || f.Void || corrected {
			continue
		}
		if !slices.ContainsFunc(said, func(a talk.Feedback) bool { return a.Kind == talk.Answer && a.To == f.ID && !a.Void }) {
			n++
		}
	}
	return n
}

// Theirs leaves out what the person has no right to do, and puts the rest in order: what
// is due first, then in that of the work.
func Theirs(who model.Actor, list []Duty) []Duty {
	list = slices.DeleteFunc(list, func(d Duty) bool { return !access.May(who, verbs[d.Kind], model.RelSelf) })
	far := func(d Duty) model.Date {
		if d.Until == 0 {
			return model.Date(99991231)
		}
		return d.Until
	}
	slices.SortStableFunc(list, func(a, b Duty) int {
		return cmp.Or(cmp.Compare(far(a), far(b)), int(a.Kind)-int(b.Kind), a.Period.Compare(b.Period))
	})
	return list
}
