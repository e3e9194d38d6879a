// Package outbox holds what a person has entered and the file does not have
// yet. It decides in which order changes go and what happens to those that
// fail; the page runs them.
//
// It promises that one change goes at a time, that an undo never overtakes the
// value it is to undo, that of two values of one cell the newer one stays, and
// that the values of one block go together or not at all.
package outbox

import (
	"errors"
	"iter"
	"slices"

	"kinerja/model"
	"kinerja/model/sheet"
)

// Kind says what a job does.
type Kind uint8

// The kinds.
const (
	Enter Kind = iota // a value, or a block of them
	Undo
	Redo
)

// state says how far a job is.
type state uint8

const (
	waiting state = iota
	flying        // on its way into the file
	failed
)

// Cell names one value: a measure of a plan in a period.
type Cell struct {
	Plan    model.PlanID
	Period  model.Period
	Measure model.ElementID
}

// Change is one value of a job.
type Change struct {
	Cell  Cell
	Entry model.Entry
	Was   model.Entry // what stood there before
}

// Job is one change on its way into the file.
type Job struct {
	Kind    Kind
	Changes []Change
	Reason  string
	Label   string // names what was entered, as messages do: "Citra Dewi · IDL 92"
	state   state
	Err     error // why it failed the last time; nil: it did not
}

// Change is the one of a cell; nil where the job is not about it.
func (j *Job) Change(c Cell) *Change {
	for i := range j.Changes {
		if j.Changes[i].Cell == c {
			return &j.Changes[i]
		}
	}
	return nil
}

// single is the change of a job that enters one value; nil for any other.
func (j *Job) single() *Change {
	if j.Kind != Enter || len(j.Changes) != 1 {
		return nil
	}
	return &j.Changes[0]
}

// Queue holds what is not yet known to be in the file, in the order in which
// it was done. One job goes at a time, so two savings never race, and an undo
// never overtakes the value that it is to undo. The zero Queue is empty.
type Queue struct{ jobs []Job }

// Add puts a job behind all others. A single value of the same cell that is
// still waiting gives way to a new one: nobody saw it in the file. It does not
// give way over a block, which stands between the two.
func (q *Queue) Add(j Job) {
	for i := len(q.jobs) - 1; i >= 0 && j.single() != nil; i-- {
		old := q.jobs[i].single()
		if old == nil {
			break
		}
		if old.Cell == j.single().Cell && q.jobs[i].state != flying {
			j.single().Was = old.Was
			q.jobs = slices.Delete(q.jobs, i, i+1)
			break
		}
	}
	q.jobs = append(q.jobs, j)
}

// Next starts the first waiting job; nil when there is none, or one is on its
// way.
func (q *Queue) Next() *Job {
	if q.Busy() != nil {
		return nil
	}
	for i := range q.jobs {
		if q.jobs[i].state == waiting {
			q.jobs[i].state = flying
			return &q.jobs[i]
		}
	}
	return nil
}

// Busy is the job on its way.
func (q *Queue) Busy() *Job {
	for i := range q.jobs {
		if q.jobs[i].state == flying {
			return &q.jobs[i]
		}
	}
	return nil
}

// Done takes away the job that was on its way, and returns it.
func (q *Queue) Done() Job {
	for i, j := range q.jobs {
		if j.state == flying {
			q.jobs = slices.Delete(q.jobs, i, i+1)
			return j
		}
	}
	return Job{}
}

// Fail keeps the job that was on its way for another try, unless a newer value
// of its cell waits: that one takes its place. Undos that wait behind it are
// dropped: they would take back something else.
func (q *Queue) Fail(err error) {
	if j := q.Busy(); j != nil {
		j.state, j.Err = failed, err
		if one := j.single(); one != nil {
			q.giveWay(one.Cell, one.Was, err)
		}
	}
	q.jobs = slices.DeleteFunc(q.jobs, func(j Job) bool { return j.Kind != Enter })
}

// giveWay drops the failed value of a cell for which a newer single one waits.
func (q *Queue) giveWay(c Cell, was model.Entry, err error) {
	newer := q.Last(c)
	if newer.single() == nil || newer.state == failed {
		return
	}
	newer.single().Was, newer.Err = was, err
	q.jobs = slices.DeleteFunc(q.jobs, func(x Job) bool {
		return x.state == failed && x.single() != nil && x.single().Cell == c
	})
}

// Retry lets what failed try again.
func (q *Queue) Retry() {
	for i := range q.jobs {
		if q.jobs[i].state == failed {
			q.jobs[i].state = waiting
		}
	}
}

// Drop takes the newest job back that failed; false when none did.
func (q *Queue) Drop() (Job, bool) {
	for i := len(q.jobs) - 1; i >= 0; i-- {
		if j := q.jobs[i]; j.Err != nil && j.state != flying {
			q.jobs = slices.Delete(q.jobs, i, i+1)
			return j, true
		}
	}
	return Job{}, false
}

// DropAt takes the newest job about a cell back, if that failed.
func (q *Queue) DropAt(c Cell) (Job, bool) {
	for i := len(q.jobs) - 1; i >= 0; i-- {
		if j := q.jobs[i]; j.Err != nil && j.state != flying && j.Change(c) != nil {
			q.jobs = slices.Delete(q.jobs, i, i+1)
			return j, true
		}
	}
	return Job{}, false
}

// Refused is the first value of the newest job that the file will not take
// however often it is tried; the zero Cell where there is none.
func (q *Queue) Refused() Cell {
	for i := len(q.jobs) - 1; i >= 0; i-- {
		if j := q.jobs[i]; Lasting(j.Err) && len(j.Changes) > 0 {
			return j.Changes[0].Cell
		}
	}
	return Cell{}
}

// Lasting reports whether an error is a refusal, which trying again does not
// change: by a rule, a right, a state. A busy file or a full disk is none.
func Lasting(err error) bool {
	var field *model.FieldError
	if errors.As(err, &field) {
		return true
	}
	return slices.ContainsFunc([]error{
		model.ErrLocked, model.ErrNotAllowed, model.ErrState, model.ErrReason, model.ErrChanged, model.ErrNotFound, model.ErrElsewhere,
	}, func(one error) bool { return errors.Is(err, one) })
}

// Unsaved counts the values that failed at least once.
func (q *Queue) Unsaved() (n int, why error) {
	for _, j := range q.jobs {
		if j.Kind == Enter && j.Err != nil {
			n, why = n+len(j.Changes), j.Err
		}
	}
	return n, why
}

// Values counts the values that are not in the file.
func (q *Queue) Values() (n int) {
	for _, j := range q.jobs {
		n += len(j.Changes)
	}
	return n
}

// Last is the newest job about a cell.
func (q *Queue) Last(c Cell) *Job {
	for i := len(q.jobs) - 1; i >= 0; i-- {
		if q.jobs[i].Change(c) != nil {
			return &q.jobs[i]
		}
	}
	return nil
}

// Holds reports whether something of a plan is not in the file.
func (q *Queue) Holds(plan model.PlanID) bool {
	return slices.ContainsFunc(q.jobs, func(j Job) bool {
		return slices.ContainsFunc(j.Changes, func(c Change) bool { return c.Cell.Plan == plan })
	})
}

// Waiting goes through the jobs in order.
func (q *Queue) Waiting() iter.Seq[Job] { return slices.Values(q.jobs) }

// ByPlan puts the changes of each plan together.
func ByPlan(changes []Change) (list []sheet.Filled) {
	at := map[model.PlanID]int{}
	for _, c := range changes {
		i, known := at[c.Cell.Plan]
		if !known {
			i = len(list)
			at[c.Cell.Plan] = i
			list = append(list, sheet.Filled{Plan: c.Cell.Plan})
		}
		list[i].Entries = append(list[i].Entries, c.Entry)
	}
	return list
}
