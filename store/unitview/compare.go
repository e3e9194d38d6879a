package unitview

import (
	"cmp"
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/fairness"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/sheet"
	"kinerja/store/sight"
)

// Compare puts the units that stand alone side by side, each in its line. People
// are scored each by the rule set that their plan goes by, indicators over all of
// them by the file's. It is for whoever may read every
// unit (ErrNotAllowed).
func Compare(s sight.Sight, p model.Period, book rules.Book) (c overview.Comparison, err error) {
	c.Periods = s.Offered()
	if c.Period = p; !p.Valid() {
		c.Period = s.Usual(c.Periods)
	}
	if err := s.May(model.VerbReadUnit, ""); err != nil {
		return c, err
	}
	list, err := Standings(s, c.Period, "")
	if err != nil {
		return c, err
	}
	m := comparer{s: s, rules: book, period: c.Period, owner: map[model.UnitID]model.UnitID{}, sides: map[model.UnitID]*overview.Side{}}
	for _, st := range list {
		side := &overview.Side{Unit: st.Unit, Counts: st.Counts, Few: st.Few}
		if st.Result.Decided() {
			side.Result = st.Result.Grade
		}
		m.sides[st.Unit.ID] = side
		for _, id := range st.Units {
			m.owner[id] = st.Unit.ID
		}
	}
	covered := make(map[model.UnitID][]model.UnitID, len(list))
	for _, st := range list {
		covered[st.Unit.ID] = st.Units
	}
	under, err := situationsOf(s, c.Period, covered)
	if err != nil {
		return c, err
	}
	for id, side := range m.sides {
		side.Situation = under[id]
	}
	m.heat = map[spot]*heat{}
	if err := people(s, c.Period, m.owner, m.add); err != nil {
		return c, err
	}
	for _, st := range list {
		line := fairness.LineOf(st.Unit.Kind)
		if !slices.ContainsFunc(c.Groups, func(g overview.Group) bool { return g.Line == line }) {
			c.Groups = append(c.Groups, m.group(line, list))
		}
	}
	slices.SortFunc(c.Groups, func(a, b overview.Group) int { return int(a.Line) - int(b.Line) })
	return c, nil
}

// spot is one indicator in one line.
type spot struct {
	line        model.UnitKind
	code, gauge string
}

type heat struct {
	overview.Heat
	all map[model.UnitID]*sheet.Combined
}

// comparer adds up what the people of every unit reached.
type comparer struct {
	s      sight.Sight
	rules  rules.Book
	period model.Period
	owner  map[model.UnitID]model.UnitID
	sides  map[model.UnitID]*overview.Side
	heat   map[spot]*heat
}

func (m *comparer) add(unit model.UnitID, plan model.Plan) error {
	side := m.sides[unit]
	side.People++
	card, err := m.s.Card(plan, m.period)
	if err != nil {
		return err
	}
	e, err := m.s.Evaluation(plan, m.period)
	if err != nil {
		return err
	}
	who, _, err := m.s.Names.Line(plan.Employee)
	if err != nil {
		return err
	}
	if sc, _, err := score.StandingIn(m.rules, who.Kind, e, card, plan); err == nil {
		if n, ok := sc.Value.Get(); ok {
			side.Scored++
			side.Sum += n
		}
	}
	in, err := m.s.Instrument(plan.Instrument)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	line := fairness.LineOf(side.Unit.Kind)
	for i, x := range plan.Measures {
		at := spot{line, in.Code, x.Gauge.Code}
		h := m.heat[at]
		if h == nil {
			h = &heat{all: map[model.UnitID]*sheet.Combined{}}
			m.heat[at] = h
		}
		if in.Version >= h.Instrument.Version {
			h.Heat = overview.Heat{Instrument: model.Instrument{ID: in.ID, Code: in.Code, Version: in.Version, Name: in.Name}, Place: i, Gauge: shared(in, x)}
		}
		if h.all[unit] == nil {
			h.all[unit] = &sheet.Combined{}
		}
		h.all[unit].Add(card.Entry(x.ID))
	}
	return nil
}

// group is the units of one line with their indicators.
func (m *comparer) group(line model.UnitKind, list []overview.Standing) overview.Group {
	g := overview.Group{Line: line}
	var units []model.UnitID
	for _, st := range list {
		if side := m.sides[st.Unit.ID]; fairness.LineOf(st.Unit.Kind) == line && side.People > 0 {
			units, g.Sides = append(units, st.Unit.ID), append(g.Sides, *side)
		}
	}
	for at, h := range m.heat {
		if at.line != line {
			continue
		}
		for _, id := range units {
			cell := overview.Cell{}
			if all := h.all[id]; all != nil {
				cell = overview.CellOf(h.Gauge, *all, m.rules.File)
			}
			h.Cells = append(h.Cells, cell)
		}
		g.Heat = append(g.Heat, h.Heat)
	}
	slices.SortFunc(g.Heat, func(a, b overview.Heat) int {
		return cmp.Or(cmp.Compare(a.Instrument.Code, b.Instrument.Code), a.Place-b.Place, cmp.Compare(a.Gauge.Code, b.Gauge.Code))
	})
	g.Tell(m.rules.File)
	return g
}
