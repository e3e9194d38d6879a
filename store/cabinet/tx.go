// Package cabinet is the file as records of an office: units, people and their
// posts, instruments, plans, cards, evaluations. It reads them by what they are
// called above the file, keeps them, and lets the indexes follow.
//
// # Promises
//
//   - [Put] alone keeps a record here; it goes through book.Put, so that what
//     it changed stands in the chain of facts.
//   - A reader leaves out what is void, gives a plan and a final evaluation
//     their measures back, and gives an empty card or a draft where nothing was
//     entered or said yet.
//   - Check functions refuse what breaks a rule of the record itself, or takes
//     what another bears. Who may do what is not asked here: package sight does.
package cabinet

import (
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/closing"
	"kinerja/model/credit"
	"kinerja/model/leave"
	"kinerja/model/situation"
	"kinerja/model/survey"
	"kinerja/model/talk"
	"kinerja/model/unitresult"
	"kinerja/model/user"
	"kinerja/store/actions"
	"kinerja/store/assessments"
	"kinerja/store/book"
	"kinerja/store/credits"
	"kinerja/store/leaves"
	"kinerja/store/names"
	"kinerja/store/situations"
	"kinerja/store/surveys"
	"kinerja/store/talks"
	"kinerja/store/unitresults"
	"kinerja/store/users"
)

// Tx is the book as verbs read and write it at one moment, with the indexes
// that follow its records. Values read in it are copies: nothing of the file
// outlives it.
type Tx struct {
	*book.Tx
	Now   time.Time
	Zone  model.Zone // where "today" is decided
	Names *names.Index
	chart *sync.Map             // instruments read so far
	users map[model.UnitID]bool // units that posts stand in, once asked for
}

// Open opens the cabinet in a transaction of the file. What is read of
// instruments is kept in chart for the next look.
func Open(b *bbolt.Tx, now time.Time, zone model.Zone, chart *book.Cache) (*Tx, error) {
	now = now.UTC()
	t, err := book.Begin(b, now)
	if err != nil {
		return nil, err
	}
	return &Tx{Tx: t, Now: now, Zone: zone, Names: names.Of(t), chart: chart.At(b)}, nil
}

// Today is the day it is where the file's people work.
func (t *Tx) Today() model.Date { return model.DateOf(t.Now, t.Zone) }

// Record is a record of any kind.
type Record interface {
	model.Unit | model.Employee | model.Post | model.Instrument | model.Plan | model.Card | model.Evaluation | talk.Feedback | closing.Closing | credit.Base |
		survey.Survey | unitresult.Result | action.Sheet | leave.Leave | situation.Situation | user.User | assessment.Assessment
}

// Put keeps a record, writes what it changed as a fact, and lets the indexes
// follow. A record equal to the one kept already changes nothing.
func Put[V Record](t *Tx, v V) error {
	switch v := any(v).(type) {
	case model.Unit:
		return keep(t, unitShelf, v)
	case model.Employee:
		return keep(t, employeeShelf, v)
	case model.Post:
		return keep(t, postShelf, v)
	case model.Instrument:
		return keep(t, instrumentShelf, v)
	case model.Plan:
		return t.putPlan(v)
	case model.Card:
		return keep(t, cardShelf, v)
	case model.Evaluation:
		return t.putEvaluation(v)
	case talk.Feedback:
		return keep(t, talks.Shelf(), v)
	case closing.Closing:
		return keep(t, closingShelf, v)
	case credit.Base:
		return keep(t, credits.Shelf(), v)
	case survey.Survey:
		return keep(t, surveys.Shelf(), v)
	case unitresult.Result:
		return keep(t, unitresults.Shelf(), v)
	case action.Sheet:
		return keep(t, actions.Shelf(), v)
	case leave.Leave:
		return keep(t, leaves.Shelf(), v)
	case situation.Situation:
		return keep(t, situations.Shelf(), v)
	case user.User:
		return keep(t, users.Shelf(), v)
	case assessment.Assessment:
		return keep(t, assessments.Shelf(), v)
	}
	return nil
}

// keep puts a record on its shelf as it is.
func keep[V any](t *Tx, s book.Shelf[V], v V) error {
	old, changed, err := book.Put(t.Tx, s, v)
	if err != nil || !changed {
		return err
	}
	return t.Index(old, v)
}

// Index keeps the indexes in step with a record that was just put. old is a
// pointer to the record as it was, nil for a new one.
func (t *Tx) Index(old, now any) error {
	switch v := now.(type) {
	case model.Instrument:
		t.chart.Delete(v.ID)
	case model.Employee:
		if err := t.Names.SetNumber(old.(*model.Employee), v); err != nil {
			return err
		}
		return t.IndexName(v)
	case model.Post:
		t.users = nil
		e, err := t.Employee(v.Employee)
		if err != nil {
			return err
		}
		return t.IndexName(e)
	case model.Plan:
		return t.indexPlan(old.(*model.Plan), v)
	}
	return nil
}

// IndexName keeps the line of a person in the index of names in step.
func (t *Tx) IndexName(e model.Employee) error {
	post, _, err := t.MainPost(e.ID)
	if err != nil {
		return err
	}
	return t.Names.SetLine(e, post)
}

// Finish writes what a change leaves at its end: indexes, sums, meta.
func (t *Tx) Finish() error {
	if err := t.Names.Write(); err != nil {
		return err
	}
	return t.Tx.Finish()
}
