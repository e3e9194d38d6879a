package follow

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/sight"
	"kinerja/store/speech"
)

// Coachings lists coaching plans, the newest first.
func (d Desk) Coachings(q Asked) ([]coaching.Row, error) {
	return store.Look(d.Desk, coaching.VerbRead, func(s sight.Sight) (list []coaching.Row, err error) {
		l, err := newLines(s, q, coaching.VerbRead)
		if err != nil {
			return nil, err
		}
		all, err := coachings(s, q.Employee)
		for _, p := range slices.Backward(all) {
			row, ok, err := l.of(p.Employee)
			if err != nil {
				return nil, err
			}
			if !ok || q.Open && !p.State.Open() {
				continue
			}
			r := coaching.Row{Coaching: p, Staff: row, ByName: s.NameOf(p.By), Names: map[model.EmployeeID]string{}}
			for _, x := range p.Steps {
				r.Names[x.Owner] = s.NameOf(x.Owner)
			}
			for _, w := range p.Words {
				r.Names[w.Whose], r.Names[w.By] = s.NameOf(w.Whose), s.NameOf(w.By)
			}
			delete(r.Names, "")
			list = append(list, r)
		}
		return list, err
	})
}

func coachings(s sight.Sight, who model.EmployeeID) ([]coaching.Coaching, error) {
	if who != "" {
		return sequels.Coachings().Of(s.Tx.Tx, who)
	}
	return sequels.Coachings().All(s.Tx.Tx)
}

// StartCoaching keeps a coaching plan as proposed. Where it names a measure of a
// plan and a period, what was reached then is taken from the card.
func (d Desk) StartCoaching(p coaching.Coaching) (coaching.Coaching, error) {
	err := store.Write(d.Desk, coaching.VerbStart, func(s sight.Sight) error {
		if err := s.May(coaching.VerbStart, p.Employee); err != nil {
			return err
		}
		post, _, err := s.MainPost(p.Employee)
		if err != nil {
			return err
		}
		p.ID, p.State, p.Words, p.Outcome, p.Void = coaching.ID(ledger.MintID()), coaching.Proposed, nil, coaching.NoOutcome, false
		p.Unit, p.Started = post.Unit, s.Today()
		if p.By == "" {
			p.By = d.Actor().Employee
		}
		if p.SKP != "" {
			if p, err = begun(s, p); err != nil {
				return err
			}
		}
		p = minted(p)
		if err := p.Check(); err != nil {
			return err
		}
		return sequels.Coachings().Put(s.Tx.Tx, p)
	})
	return p, err
}

// begun fills in what the measure had reached.
func begun(s sight.Sight, p coaching.Coaching) (coaching.Coaching, error) {
	skp, err := s.Plan(p.SKP)
	if err != nil {
		return p, err
	}
	if skp.Employee != p.Employee {
		return p, fmt.Errorf("plan %s: %w", p.SKP, model.ErrNotFound)
	}
	p.Unit = skp.Unit
	if p.Measure == "" {
		return p, nil
	}
	for _, m := range skp.In(p.Period).Measures {
		if m.ID == p.Measure {
			card, err := s.Card(skp, p.Period)
			e := card.Entry(m.ID)
			p.Code, p.Value, p.Target = m.Gauge.Code, e.Actual, e.Target.Or(m.Gauge.Target)
			return p, err
		}
	}
	return p, fmt.Errorf("measure %s: %w", p.Measure, model.ErrNotFound)
}

// minted gives what is new in a plan an identity.
func minted(p coaching.Coaching) coaching.Coaching {
	mint := func(id *model.ElementID) {
		if *id == "" {
			*id = model.ElementID(ledger.MintID())
		}
	}
	p.Steps, p.Promises, p.Reviews = slices.Clone(p.Steps), slices.Clone(p.Promises), slices.Clone(p.Reviews)
	for i := range p.Steps {
		mint(&p.Steps[i].ID)
	}
	for i := range p.Promises {
		mint(&p.Promises[i].ID)
	}
	for i := range p.Reviews {
		mint(&p.Reviews[i].ID)
	}
	return p
}

// WriteCoaching keeps other steps, promises, reviews, problem, causes, aim or helper
// of a plan that is not at its end; what it began with and its words stay.
func (d Desk) WriteCoaching(now coaching.Coaching) (p coaching.Coaching, err error) {
	err = store.Write(d.Desk, coaching.VerbWrite, func(s sight.Sight) error {
		if err := s.May(coaching.VerbWrite, now.Employee); err != nil {
			return err
		}
		if p, err = coachingOf(s, now.Employee, now.ID); err != nil {
			return err
		}
		if !p.State.Open() {
			return fmt.Errorf("coaching %s: %w", p.State, model.ErrState)
		}
		p.Kind, p.Problem, p.Causes, p.Aim, p.By = now.Kind, now.Problem, now.Causes, now.Aim, now.By
		p.Steps, p.Promises, p.Reviews = now.Steps, now.Promises, now.Reviews
		p = minted(p)
		if err := p.Check(); err != nil {
			return err
		}
		return sequels.Coachings().Put(s.Tx.Tx, p)
	})
	return p, err
}

// StepCoaching takes a plan one step further: agreed, begun, closed with an outcome
// and a note on it, or cancelled for a reason.
func (d Desk) StepCoaching(who model.EmployeeID, id coaching.ID, name string, w model.Word, out coaching.Outcome, note string) (p coaching.Coaching, err error) {
	verb := coaching.VerbRead // of a step that is none: Take refuses it
	rel := model.RelNone
	for _, s := range coaching.Steps() {
		if s.Name == name {
			verb, rel = s.Verb, s.Whose
		}
	}
	err = store.Write(d.Desk, verb, func(s sight.Sight) error {
		if err := s.May(verb, who); err != nil {
			return err
		}
		if p, err = coachingOf(s, who, id); err != nil {
			return err
		}
		evaluator, err := speech.Evaluator(s, who)
		if err != nil {
			return err
		}
		if w, err = speech.Of(s, rel, who, evaluator, w); err != nil {
			return err
		}
		if err := speech.After(p.Words, w); err != nil {
			return err
		}
		if p, err = p.Take(name, w, out, note); err != nil {
			return err
		}
		return sequels.Coachings().Put(s.Tx.Tx, p)
	})
	return p, err
}

// Whose is whose word a step of somebody's coaching plan is, where that is not the
// word of whoever works; "" where it is.
func (d Desk) Whose(who model.EmployeeID, name string) (whose model.EmployeeID, called string, err error) {
	rel := model.RelNone
	for _, s := range coaching.Steps() {
		if s.Name == name {
			rel = s.Whose
		}
	}
	whose, err = store.Look(d.Desk, coaching.VerbRead, func(s sight.Sight) (model.EmployeeID, error) {
		evaluator, err := speech.Evaluator(s, who)
		if err != nil {
			return "", err
		}
		w, err := speech.Of(s, rel, who, evaluator, model.Word{})
		if err != nil || w.Via != model.Recorded {
			return "", err
		}
		called = s.NameOf(w.Whose)
		return w.Whose, nil
	})
	return whose, called, err
}

func coachingOf(s sight.Sight, who model.EmployeeID, id coaching.ID) (coaching.Coaching, error) {
	p, err := sequels.Coachings().Get(s.Tx.Tx, string(who), string(id))
	if err != nil {
		return p, fmt.Errorf("coaching %s: %w", id, err)
	}
	return p, nil
}

// Effects reckons the coaching plans that are asked for, those that are tied to a
// measure, and all of them as one group. Colleagues are those of the unit whose plan
// has the same measure and who were never helped with it.
func (d Desk) Effects(q Asked, book rules.Book) (list []coaching.Helped, all coaching.Group, err error) {
	rows, err := d.Coachings(q)
	if err != nil {
		return nil, all, err
	}
	list, err = store.Look(d.Desk, coaching.VerbRead, func(s sight.Sight) ([]coaching.Helped, error) {
		r := reckoner{s: s, book: book, lines: map[model.PlanID]map[model.ElementID]coaching.Line{}}
		return r.all(rows)
	})
	var effects []coaching.Effect
	for _, h := range list {
		effects = append(effects, h.Effect)
	}
	return list, coaching.Together(effects), err
}

// reckoner reads lines of measures, each plan's once.
type reckoner struct {
	s     sight.Sight
	book  rules.Book
	lines map[model.PlanID]map[model.ElementID]coaching.Line
}

func (r reckoner) all(rows []coaching.Row) (list []coaching.Helped, err error) {
	every, err := sequels.Coachings().All(r.s.Tx.Tx)
	if err != nil {
		return nil, err
	}
	helped := map[model.EmployeeID]map[model.ElementID]bool{}
	for _, p := range every {
		if helped[p.Employee] == nil {
			helped[p.Employee] = map[model.ElementID]bool{}
		}
		helped[p.Employee][p.Measure] = true
	}
	for _, row := range rows {
		if row.Measure == "" || row.State == coaching.Proposed {
			continue
		}
		h := coaching.Helped{Row: row}
		if h.Line, err = r.line(row.Employee, row.SKP, row.Measure); err != nil {
			return nil, err
		}
		h.Effect = coaching.Compare(h.Line, row.Period)
		var others []coaching.Effect
		err := r.s.PlansIn(row.Period.Year(), func(p model.Plan) error {
			if p.Unit != row.Unit || p.Employee == row.Employee || helped[p.Employee][row.Measure] {
				return nil
			}
			line, err := r.line(p.Employee, p.ID, row.Measure)
			if len(line) > 0 {
				others = append(others, coaching.Compare(line, row.Period))
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		h.Colleagues = coaching.Together(others)
		list = append(list, h)
	}
	return list, nil
}

// line is what a measure reached over all periods, of a plan and of those of the
// same person that have it in other years.
func (r reckoner) line(who model.EmployeeID, id model.PlanID, measure model.ElementID) (coaching.Line, error) {
	if lines, ok := r.lines[id]; ok {
		return lines[measure], nil
	}
	plans, err := r.s.PlansOf(who)
	if err != nil {
		return nil, err
	}
	e, err := r.s.Employee(who)
	if err != nil {
		return nil, err
	}
	lines := map[model.ElementID]coaching.Line{}
	results, err := r.s.Results(plans)
	for _, res := range results {
		rs, err := r.book.For(res.Plan, e.Kind)
		if errors.Is(err, model.ErrNotFound) {
			continue // its rule set is not at hand, so nothing can be computed
		}
		sc, err := score.Of(res.Card, res.Plan, rs)
		if err != nil {
			return nil, err
		}
		for _, st := range sc.Steps {
			if st.Actual.Present() {
				lines[st.Measure] = append(lines[st.Measure], coaching.Point{Period: res.Card.Period, Value: st.Actual, Reach: st.Reached})
			}
		}
	}
	for m, l := range lines {
		lines[m] = l.Sorted()
	}
	r.lines[id] = lines
	return lines[measure], err
}
