package rating

import (
	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// Mark is one rating on its way into the file.
type Mark struct {
	Plan   model.PlanID
	Period model.Period
	Of     Of
	Rating model.Rating
	Reason string     // goes with a rating of results
	Said   grade.Said // goes with Number
	Name   string     // of the person, for the words about it
	Rules  rules.RuleSet

	Suggested model.Rating // by the aid when it was given
	Share     model.Number // per cent of the weight that it stood on

	Err error // why it is not in the file yet
}

// Given is what the file takes: the rating that is not meant stays as it was.
func (m Mark) Given() score.Rating {
	if m.Of == Behaviour {
		return score.Rating{Behaviour: m.Rating, Reason: m.Reason, Rules: m.Rules}
	}
	return score.Rating{Result: m.Rating, Reason: m.Reason, Rules: m.Rules}
}

// Marker is what brings a Mark into the file.
type Marker interface {
	Mark(plan model.PlanID, p model.Period, r score.Rating) (model.Evaluation, error)
	Grade(plan model.PlanID, p model.Period, rs rules.RuleSet, said grade.Said) (model.Evaluation, error)
}

// Into returns what brings the mark into the file: a rating by the matrix, or a
// number by the formula of its rule set.
func (m Mark) Into(desk Marker) func() (model.Evaluation, error) {
	return func() (model.Evaluation, error) {
		if m.Of == Number {
			return desk.Grade(m.Plan, m.Period, m.Rules, m.Said)
		}
		return desk.Mark(m.Plan, m.Period, m.Given())
	}
}

// Queue holds ratings until the file has them, in the order in which they were
// given, one on its way at a time. The zero Queue is ready to use.
type Queue struct {
	list []Mark
	busy bool
}

// Add puts a rating at the end; one of the same thing that still waits is
// replaced.
func (q *Queue) Add(m Mark) {
	for i := range q.list {
		w := &q.list[i]
		if (i > 0 || !q.busy) && w.Plan == m.Plan && w.Period == m.Period && w.Of == m.Of {
			*w = m
			return
		}
	}
	q.list = append(q.list, m)
}

// Next is the rating to be saved now; false while one is on its way, when there
// is none, and when the first was not taken and nobody asked again.
func (q *Queue) Next() (Mark, bool) {
	if q.busy || len(q.list) == 0 || q.list[0].Err != nil {
		return Mark{}, false
	}
	q.busy = true
	return q.list[0], true
}

// Done takes away what was saved, or what the file refused for good.
func (q *Queue) Done() (m Mark) {
	if len(q.list) > 0 {
		m, q.list = q.list[0], q.list[1:]
	}
	q.busy = false
	return m
}

// Fail keeps what was not saved, with the reason. It waits for Retry.
func (q *Queue) Fail(err error) {
	if len(q.list) > 0 {
		q.list[0].Err = err
	}
	q.busy = false
}

// Retry lets what was not saved be tried again.
func (q *Queue) Retry() {
	for i := range q.list {
		q.list[i].Err = nil
	}
}

// Drop takes away the newest rating that is not on its way.
func (q *Queue) Drop() (Mark, bool) {
	n := len(q.list) - 1
	if n < 0 || n == 0 && q.busy {
		return Mark{}, false
	}
	m := q.list[n]
	q.list = q.list[:n]
	return m, true
}

// Len is how many wait or are on their way.
func (q *Queue) Len() int { return len(q.list) }

// Stuck is a rating that the file did not take, if there is one.
func (q *Queue) Stuck() (Mark, bool) {
	for _, m := range q.list {
		if m.Err != nil {
			return m, true
		}
	}
	return Mark{}, false
}

// Over puts the ratings that wait over those of an evaluation, as they are
// seen until the file has them.
func (q *Queue) Over(e model.Evaluation) model.Evaluation {
	for _, m := range q.list {
		switch {
		case m.Plan != e.Plan || m.Period != e.Period:
		case m.Of == Number:
			e.Result, e.Behaviour, e.Reason, e.Computed, e.Predicate = model.NotRated, model.NotRated, "", model.Amount{}, model.NoPredicate
			e.RuleSet, e.Definition = "", nil
			e.BehaviourValue, e.Idea = m.Said.Behaviour, m.Said.Idea
		case m.Of == Behaviour:
			e.Behaviour = m.Rating
		default:
			e.Result, e.Reason, e.Suggested, e.Share = m.Rating, m.Reason, m.Suggested, m.Share
		}
	}
	return e
}
