package follow

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/session"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/sight"
	"kinerja/store/speech"
)

// SessionRow is one session as lists show it. Who may read only about themselves
// finds only themselves among its people.
type SessionRow = session.Row

// Sessions lists briefings and trainings, the newest first. With Employee, those in
// which that person is listed.
func (d Desk) Sessions(q Asked) ([]SessionRow, error) {
	return store.Look(d.Desk, session.VerbRead, func(s sight.Sight) (list []SessionRow, err error) {
		all, err := sequels.Sessions().All(s.Tx.Tx)
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(all, func(a, b session.Session) int {
			return cmp.Or(cmp.Compare(b.From, a.From), cmp.Compare(b.ID, a.ID))
		})
		l, err := newLines(s, Asked{}, session.VerbRead)
		if err != nil {
			return nil, err
		}
		every, err := s.Sees(session.VerbRead, "")
		if err != nil {
			return nil, err
		}
		for _, x := range all {
			if q.Open && !x.State.Ahead() || q.Unit != "" && !l.tree.Within(x.Unit, q.Unit) {
				continue
			}
			if _, listed := x.Find(q.Employee); q.Employee != "" && !listed {
				continue
			}
			r, err := l.session(x)
			if err != nil {
				return nil, err
			}
			if every || len(r.People) > 0 {
				list = append(list, r)
			}
		}
		return list, nil
	})
}

// session is a row with those of its people whom this person may know.
func (l *lines) session(x session.Session) (SessionRow, error) {
	r := SessionRow{Session: x, Staff: map[model.EmployeeID]model.StaffRow{}, Names: map[model.EmployeeID]string{}}
	if u, err := l.s.Unit(x.Unit); err == nil {
		r.UnitName = u.Name
	}
	if x.Instrument != "" {
		in, err := l.s.Instrument(x.Instrument)
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return r, err
		}
		r.Explained = in.Code
	}
	r.People = nil
	for _, a := range x.People {
		row, ok, err := l.of(a.Employee)
		if err != nil {
			return r, err
		}
		if ok {
			r.People, r.Staff[a.Employee] = append(r.People, a), row
			if by := a.Told.By; by != "" && r.Names[by] == "" {
				r.Names[by] = l.s.NameOf(by)
			}
		}
	}
	return r, nil
}

// PlanSession keeps a session: a new one, or what stands about one that is not at
// its end. Who came and what they said is kept by Attend.
func (d Desk) PlanSession(x session.Session) (session.Session, error) {
	err := store.Write(d.Desk, session.VerbPlan, func(s sight.Sight) error {
		if err := s.May(session.VerbPlan, ""); err != nil {
			return err
		}
		if _, err := s.Unit(x.Unit); err != nil {
			return err
		}
		if x.To.IsZero() {
			x.To = x.From
		}
		if x.ID == "" {
			x.ID, x.State, x.Words, x.Void = session.ID(ledger.MintID()), session.Planned, nil, false
			for i := range x.People {
				x.People[i].ID = model.ElementID(ledger.MintID())
			}
		} else {
			old, err := sessionOf(s, x.ID)
			if err != nil {
				return err
			}
			if !old.State.Ahead() {
				return fmt.Errorf("session %s: %w", old.State, model.ErrState)
			}
			x.State, x.Words, x.People = old.State, old.Words, old.People
		}
		if err := x.Check(); err != nil {
			return err
		}
		return sequels.Sessions().Put(s.Tx.Tx, x)
	})
	return x, err
}

// StepSession takes a session one step further.
func (d Desk) StepSession(id session.ID, name string, w model.Word) (x session.Session, err error) {
	err = store.Write(d.Desk, session.VerbPlan, func(s sight.Sight) error {
		if err := s.May(session.VerbPlan, ""); err != nil {
			return err
		}
		if x, err = sessionOf(s, id); err != nil {
			return err
		}
		if w, err = speech.Of(s, model.RelNone, "", "", w); err != nil {
			return err
		}
		if x, err = x.Take(name, w); err != nil {
			return err
		}
		return sequels.Sessions().Put(s.Tx.Tx, x)
	})
	return x, err
}

// Attend keeps, in one change, what now stands about some people of a session: on
// the list, came, the marks of a test, passed. What they said themselves stays as it
// was.
func (d Desk) Attend(id session.ID, people ...session.Attendee) (session.Session, error) {
	return d.attend(session.VerbAttend, id, func(s sight.Sight, x session.Session) (session.Session, error) {
		if err := s.May(session.VerbAttend, ""); err != nil {
			return x, err
		}
		for _, a := range people {
			if _, err := s.Employee(a.Employee); err != nil {
				return x, err
			}
			old, _ := x.Find(a.Employee)
			if a.Told, a.ID = old.Told, old.ID; a.ID == "" {
				a.ID = model.ElementID(ledger.MintID())
			}
			var err error
			if x, err = x.With(a); err != nil {
				return x, err
			}
		}
		return x, nil
	})
}

// Acknowledge keeps that it was explained to some people: the own word of each, or
// recorded from the list that they signed.
func (d Desk) Acknowledge(id session.ID, w model.Word, people ...model.EmployeeID) (session.Session, error) {
	return d.attend(session.VerbAcknowledge, id, func(s sight.Sight, x session.Session) (session.Session, error) {
		for _, who := range people {
			if err := s.May(session.VerbAcknowledge, who); err != nil {
				return x, err
			}
			told, err := speech.Of(s, model.RelSelf, who, "", w)
			if err != nil {
				return x, err
			}
			if told.On < x.From {
				return x, &model.FieldError{Field: "date", Value: told.On.String(), Err: &model.BeforeError{First: x.From}}
			}
			told.Act = string(session.VerbAcknowledge)
			a, listed := x.Find(who)
			if !listed {
				a = session.Attendee{ID: model.ElementID(ledger.MintID()), Employee: who}
			}
			a.Told = told
			if x, err = x.With(a); err != nil {
				return x, err
			}
		}
		if len(people) > 1 {
			s.Act.Whose = "" // of many; the words tell of whom
		}
		return x, nil
	})
}

func (d Desk) attend(verb model.Verb, id session.ID, f func(sight.Sight, session.Session) (session.Session, error)) (x session.Session, err error) {
	err = store.Write(d.Desk, verb, func(s sight.Sight) error {
		old, err := sessionOf(s, id)
		if err != nil {
			return err
		}
		if x, err = f(s, old); err != nil {
			return err
		}
		return sequels.Sessions().Put(s.Tx.Tx, x)
	})
	return x, err
}

func sessionOf(s sight.Sight, id session.ID) (session.Session, error) {
	x, err := sequels.Sessions().Get(s.Tx.Tx, string(id))
	if err != nil {
		return x, fmt.Errorf("session %s: %w", id, err)
	}
	return x, nil
}

// Learner is how somebody stands with what was explained to them.
type Learner = session.Learner

// Learners lists everybody at or below a unit with a plan in a period: whether the
// version of the instrument by which they are measured was explained to them, and
// their lesson hours of the year; by name.
func (d Desk) Learners(unit model.UnitID, p model.Period) ([]Learner, error) {
	return store.Look(d.Desk, session.VerbRead, func(s sight.Sight) (list []Learner, err error) {
		l, err := newLines(s, Asked{Unit: unit}, session.VerbRead)
		if err != nil {
			return nil, err
		}
		all, err := sequels.Sessions().All(s.Tx.Tx)
		if err != nil {
			return nil, err
		}
		if !p.Valid() {
			p = s.Usual(nil)
		}
		until := min(p.Last(), s.Today())
		err = s.PlansIn(p.Year(), func(plan model.Plan) error {
			row, ok, err := l.of(plan.Employee)
			if err != nil || !ok {
				return err
			}
			plan = plan.In(p)
			x := Learner{Staff: row, Bounds: d.terms().Hours, Hours: session.Hours(plan.Employee, all, p.Year())}
			if x.Instrument, err = s.Instrument(plan.Instrument); err != nil && !errors.Is(err, model.ErrNotFound) {
				return err
			}
			m := session.Measured{Employee: plan.Employee, Instrument: plan.Instrument, Version: x.Instrument.Version}
			x.Told = len(session.Untold([]session.Measured{m}, all, until)) == 0
			list = append(list, x)
			return nil
		})
		slices.SortStableFunc(list, func(a, b Learner) int { return cmp.Compare(a.Staff.Name, b.Staff.Name) })
		return list, err
	})
}

// Weak lists the measures that at least so many people at or below a unit reach less
// than bound per cent of in a period: for them a training is suggested.
func (d Desk) Weak(unit model.UnitID, p model.Period, book rules.Book, bound model.Number, least int) ([]session.Weak, error) {
	return store.Look(d.Desk, model.VerbReadCard, func(s sight.Sight) ([]session.Weak, error) {
		standings, err := s.Standings(p, unit)
		if err != nil {
			return nil, err
		}
		var list []session.Reached
		for _, st := range standings {
			e, err := s.Employee(st.Plan.Employee)
			if err != nil {
				return nil, err
			}
			rs, err := book.For(st.Plan, e.Kind)
			if errors.Is(err, model.ErrNotFound) {
				continue
			}
			sc, err := score.Of(st.Card, st.Plan, rs)
			if err != nil {
				return nil, err
			}
			for _, x := range sc.Steps {
				list = append(list, session.Reached{Employee: st.Plan.Employee, Code: x.Gauge.Code, Reach: x.Reached})
			}
		}
		return session.Weaknesses(list, bound, least), nil
	})
}
