package board

import (
	"strings"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/rules"
)

// Task is what is to be done next about an evaluation.
type Task uint8

// The tasks, in their usual order.
const (
	Rate      Task = iota // give both ratings
	RateOther             // give the one that is missing
	Share
	Receive  // wait for the person to receive it, or record that they did
	Accept   // wait for the person to accept or object, or record it
	Explain  // an objection was filed; its decision need not wait for the explanation
	Answer   // it was explained, and waits for the decision
	Finalise // make it final
	Done     // nothing: it is final
)

// Next is what is to be done about an evaluation, and by whom.
type Next struct {
	Task  Task
	Who   model.Relation        // the evaluator, the person, or the evaluator's superior
	To    model.EvaluationState // the step that does it; draft where no step of this version does
	Until model.Date            // of Accept: the last day to object
}

// NextOf says what is to be done about e.
func NextOf(e model.Evaluation) Next {
	switch e.State {
	case model.EvaluationDraft:
		if e.Half() {
			return Next{Task: RateOther, Who: model.RelEvaluator}
		}
		return Next{Task: Rate, Who: model.RelEvaluator}
	case model.Rated, model.Reviewed:
		return Next{Task: Share, Who: model.RelEvaluator, To: model.Shared}
	case model.Shared:
		return Next{Task: Receive, Who: model.RelSelf, To: model.Received}
	case model.Received:
		return Next{Task: Accept, Who: model.RelSelf, To: model.Accepted, Until: ObjectUntil(e)}
	case model.Objected:
		return Next{Task: Explain, Who: model.RelEvaluator}
	case model.Explained:
		return Next{Task: Answer, Who: model.RelSuperior}
	case model.Accepted, model.DeemedAccepted, model.Decided:
		return Next{Task: Finalise, Who: model.RelEvaluator, To: model.Final}
	}
	return Next{Task: Done}
}

// ReceivedOn is the day on which e was received; the zero date before that.
func ReceivedOn(e model.Evaluation) (on model.Date) {
	for _, w := range e.Words {
		if w.Act == string(model.VerbReceive) {
			on = w.On
		}
	}
	return on
}

// ObjectUntil is the last day to object to e; the zero date before it was
// received.
func ObjectUntil(e model.Evaluation) model.Date { return rules.ObjectionUntil(e, ReceivedOn(e)) }

// Deemable refuses to take e as accepted by silence: before its last day to object
// has passed (model.StateError), and without the rule that says so, which is a
// setting with its source. "Deemed accepted" is practice and no rule that was found
// (DOMAIN 10.2), so that it is off at first.
func Deemable(e model.Evaluation, source string, today model.Date) error {
	last := ObjectUntil(e)
	switch {
	case strings.TrimSpace(source) == "":
		return &model.FieldError{Field: "source", Err: model.ErrMissing}
	case e.State != model.Received || last == 0:
		return &model.StateError{State: e.State, Step: model.DeemedAccepted, Needs: model.Received}
	case today <= last:
		return &model.FieldError{Field: "date", Value: today.String(), Err: &model.EarlierError{Last: last.Add(1)}}
	}
	return nil
}

// LastWord is the newest day of a word on an evaluation. A rating may be recorded
// from a paper that is older than what was withdrawn before it.
func LastWord(e model.Evaluation) (last model.Date) {
	for _, w := range e.Words {
		last = max(last, w.On)
	}
	return last
}

// Takes reports whether a person can take a step to a state: the one that comes
// next, or back to be rated, which withdraws what was shared. What judges one's
// own work is another's to do.
func (p *Person) Takes(to model.EvaluationState) bool {
	step, ok := model.StepTo(p.Evaluation.State, to)
	back := to == model.Rated && step.Verb == model.VerbWithdraw
	return ok && (back || NextOf(p.Evaluation).To == to) && !(p.Own && access.Judges(step.Verb))
}

// Split parts people into those who can take a step and those who cannot.
func (b *Board) Split(people []int, to model.EvaluationState) (ready, not []int) {
	for _, i := range people {
		if b.People[i].Takes(to) {
			ready = append(ready, i)
		} else {
			not = append(not, i)
		}
	}
	return ready, not
}
