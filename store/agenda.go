package store

import (
	"bytes"
	"errors"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/rules"
	"kinerja/model/talk"
	"kinerja/store/docket"
	"kinerja/store/ledger"
	"kinerja/store/names"
	"kinerja/store/talks"
)

// AgendaQuery says what an agenda is about.
type AgendaQuery struct {
	Period model.Period // zero: the newest in use
	Unit   model.UnitID // the people at or below it; "": all
	Rules  rules.RuleSet
}

// Agenda reads what is still to be done for a period: of everybody who holds a
// post at or below the unit then, and of those who hold none anywhere. Whom
// this person may not see is left out. Of more than docket.Chunk people it takes
// several looks at the file, so that others who wait for it are let in between.
func (d *Desk) Agenda(q AgendaQuery) (a agenda.Agenda, err error) {
	r := agendaReader{d: d, query: q, measures: map[model.InstrumentID][]model.Measure{}}
	for more := true; more; {
		err := d.view(model.VerbReadCard, func(t *tx) (err error) {
			r.t = t
			if r.docket == nil {
				if err = r.open(); err != nil {
					return err
				}
			}
			more, err = r.docket.Read(r.maker)
			return err
		})
		if err != nil {
			return a, err
		}
	}
	a = r.docket.Done(r.maker)
	a.Periods, a.Unit = r.periods, r.unit
	return a, nil
}

// agendaReader is the file as one agenda is read from it.
type agendaReader struct {
	t        *tx // of the look that is being taken
	d        *Desk
	query    AgendaQuery
	units    []model.UnitID
	measures map[model.InstrumentID][]model.Measure // of plans that keep none of their own

	periods []model.Period
	unit    model.Unit
	maker   *agenda.Maker
	docket  *docket.Docket
}

// open finds out which period and people it is about.
func (r *agendaReader) open() error {
	t, q := r.t, &r.query
	r.periods = t.offered()
	if !q.Period.Valid() {
		q.Period = newest(t, r.periods)
	}
	tree, err := t.units()
	if err != nil {
		return err
	}
	r.unit = tree[q.Unit]
	within := map[model.UnitID]bool{}
	for id := range tree {
		if within[id] = tree.Within(id, q.Unit); within[id] {
			r.units = append(r.units, id)
		}
	}
	r.maker = agenda.New(q.Period, model.DateOf(t.now, t.store.opt.Zone), q.Rules, r.d.actor)
	r.docket, err = docket.Open(r, q.Period, func(id model.UnitID) bool { return q.Unit == "" || within[id] })
	return err
}

// fewUnits is up to how many units it pays to look for their identities in a
// post before it is decoded.
const fewUnits = 16

// EachPost reads the posts. Of a few units only what bears the identity of one
// of them is decoded: the rest of a district is passed over.
func (r *agendaReader) EachPost(f func(model.Post)) error {
	in := ledger.Place{Bucket: ledger.BucketPosts}
	if r.query.Unit == "" || len(r.units) > fewUnits {
		return each(r.t, postShelf, in, func(p model.Post) bool { f(p); return true })
	}
	return r.t.Scan(in, func(key, content []byte) (bool, error) {
		for _, id := range r.units {
			if !bytes.Contains(content, []byte(id)) {
				continue
			}
			p, err := get(r.t, postShelf, ledger.Place{Bucket: ledger.BucketPosts, Key: key})
			if err != nil {
				return false, err
			}
			f(p)
			break
		}
		return true, nil
	})
}

// Names reads everybody's line.
func (r *agendaReader) Names() ([]names.Entry, error) { return r.t.names.All() }

// Above is who evaluates somebody today.
func (r *agendaReader) Above(id model.EmployeeID) (model.EmployeeID, error) {
	post, _, err := r.t.mainPost(id)
	return post.Evaluator, err
}

// Sees reports whether this person may read somebody's results.
func (r *agendaReader) Sees(id model.EmployeeID) (bool, error) {
	return r.d.sees(r.t, model.VerbReadCard, id)
}

// Fill reads plan, card and evaluation of a post in the period, and when the
// next check-in is due.
func (r *agendaReader) Fill(c *agenda.Case) error {
	ok, err := r.d.sees(r.t, model.VerbReadTalks, c.Staff.Employee)
	if err != nil {
		return err
	}
	if ok {
		said, err := talks.Of(r.t.Tx, c.Staff.Employee)
		if err != nil {
			return err
		}
		c.Talk = talk.StandingOf(c.Staff, said).Due
	}
	plan, err := r.plan(c.Post)
	if errors.Is(err, model.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	c.Plan = plan
	if c.Card, err = r.t.card(plan, r.query.Period); err != nil {
		return err
	}
	c.Evaluation, err = r.t.evaluation(plan, r.query.Period)
	return err
}

// plan reads the plan of a post. Measures that are those of a frozen instrument
// are shared by all plans that are made from it.
func (r *agendaReader) plan(post model.Post) (model.Plan, error) {
	year := r.query.Period.Year()
	at, err := inPart(ledger.BucketPlans, uint32(year), post.Employee, model.PlanOf(post.ID, year))
	if err != nil {
		return model.Plan{}, err
	}
	plan, err := get(r.t, planShelf, at)
	if err == nil && plan.Void {
		err = model.ErrNotFound
	}
	plan = plan.In(r.query.Period)
	plan.Agreements = nil // what holds in the period is all that is asked of it
	if err != nil || len(plan.Measures) > 0 {
		return plan, err
	}
	if _, known := r.measures[plan.Instrument]; !known {
		full, err := r.t.full(plan)
		if err != nil {
			return plan, err
		}
		r.measures[plan.Instrument] = full.Measures
	}
	plan.Measures = r.measures[plan.Instrument]
	return plan, nil
}
