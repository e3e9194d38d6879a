package sight

import (
	"errors"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/rules"
	"kinerja/model/talk"
	"kinerja/store/docket"
	"kinerja/store/names"
	"kinerja/store/talks"
)

// AgendaQuery says what an agenda is about.
type AgendaQuery struct {
	Period model.Period // zero: the newest in use
	Unit   model.UnitID // the people at or below it; "": all
	Rules  rules.Book
	Brief  bool // without the list of what stands in the way
}

// Agenda is what is still to be done for a period, while it is read: of
// everybody who holds a post at or below the unit then, and of those who hold
// none anywhere. Whom this person may not see is left out. Of more than
// docket.Chunk people it takes several looks at the file, so that others who
// wait for it are let in between.
type Agenda struct {
	s        Sight // the look that is being taken
	query    AgendaQuery
	measures map[model.InstrumentID][]model.Measure // of plans that keep none of their own

	periods []model.Period
	unit    model.Unit
	closed  *model.ClosedError
	maker   *agenda.Maker
	docket  *docket.Docket
}

// NewAgenda begins an agenda.
func NewAgenda(q AgendaQuery) *Agenda {
	return &Agenda{query: q, measures: map[model.InstrumentID][]model.Measure{}}
}

// Look reads on in another look at the file, and reports whether it takes more.
func (r *Agenda) Look(s Sight) (more bool, err error) {
	r.s = s
	if r.docket == nil {
		if err := r.open(); err != nil {
			return false, err
		}
	}
	return r.docket.Read(r.maker)
}

// Done is the agenda, once Look wants no more.
func (r *Agenda) Done() agenda.Agenda {
	a := r.docket.Done(r.maker)
	a.Periods, a.Unit = r.periods, r.unit
	a.Close(r.closed)
	return a
}

// open finds out which period and people it is about.
func (r *Agenda) open() error {
	t, q := r.s, &r.query
	r.periods = t.Offered()
	if !q.Period.Valid() {
		q.Period = t.Usual(r.periods)
	}
	tree, err := t.Units()
	if err != nil {
		return err
	}
	r.unit = tree[q.Unit]
	top, err := t.Top(q.Unit)
	if err == nil {
		if r.closed, err = t.ClosedFor([]model.UnitID{top.ID}, q.Period); err != nil {
			return err
		}
	}
	r.maker = agenda.New(q.Period, t.Today(), q.Rules, r.s.Actor)
	r.maker.HeadedBy(top.Head) // nobody where there is no one top
	if q.Brief {
		r.maker.Brief()
	}
	r.docket, err = docket.Open(r, q.Period, tree, q.Unit)
	return err
}

// EachPost reads the posts, of a few units without decoding all others.
func (r *Agenda) EachPost(units []model.UnitID, f func(model.Post)) error {
	return r.s.EachPost(units, f)
}

// Posts reads the posts of one person.
func (r *Agenda) Posts(id model.EmployeeID) ([]model.Post, error) { return r.s.Posts(id) }

// EachName reads everybody's line.
func (r *Agenda) EachName(f func(names.Entry) error) error { return r.s.Names.Each(f) }

// Above is who evaluates somebody today.
func (r *Agenda) Above(id model.EmployeeID) (model.EmployeeID, error) {
	post, _, err := r.s.MainPost(id)
	return post.Evaluator, err
}

// Sees reports whether this person may read somebody's results.
func (r *Agenda) Sees(id model.EmployeeID) (bool, error) {
	return r.s.Sees(model.VerbReadCard, id)
}

// Fill reads plan, card and evaluation of a post in the period, and when the
// next check-in is due.
func (r *Agenda) Fill(c *agenda.Case) error {
	ok, err := r.s.Sees(model.VerbReadTalks, c.Staff.Employee)
	if err != nil {
		return err
	}
	if ok {
		said, err := talks.Of(r.s.Tx.Tx, c.Staff.Employee)
		if err != nil {
			return err
		}
		st := talk.StandingOf(c.Staff, said)
		c.Talk, c.Silent = st.Due, st.Needs(r.s.Today(), r.query.Rules.SilentAfter()) == "silent"
	}
	plan, err := r.plan(c.Post)
	if errors.Is(err, model.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	c.Plan = plan
	if c.Card, err = r.s.Card(plan, r.query.Period); err != nil {
		return err
	}
	c.Evaluation, err = r.s.Evaluation(plan, r.query.Period)
	return err
}

// plan reads the plan of a post. Measures that are those of a frozen instrument
// are shared by all plans that are made from it.
func (r *Agenda) plan(post model.Post) (model.Plan, error) {
	plan, err := r.s.Kept(post, r.query.Period.Year())
	plan = plan.In(r.query.Period)
	plan.Agreements = nil // what holds in the period is all that is asked of it
	if err != nil || len(plan.Measures) > 0 {
		return plan, err
	}
	if _, known := r.measures[plan.Instrument]; !known {
		full, err := r.s.Full(plan)
		if err != nil {
			return plan, err
		}
		r.measures[plan.Instrument] = full.Measures
	}
	plan.Measures = r.measures[plan.Instrument]
	return plan.In(r.query.Period), nil // of a split period
}
