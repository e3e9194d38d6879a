package sight

import (
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/store/surveys"
)

// Surveys reads the surveys at or below a unit ("": everywhere), a unit's
// together, the oldest first; units by name.
func (s Sight) Surveys(unit model.UnitID) (list []survey.Survey, err error) {
	if err := s.May(model.VerbReadSurveys, ""); err != nil {
		return nil, err
	}
	tree, err := s.Units()
	if err != nil {
		return nil, err
	}
	all, err := surveys.Of(s.Tx.Tx, "")
	for _, x := range all {
		if tree.Within(x.Unit, unit) {
			list = append(list, x)
		}
	}
	slices.SortStableFunc(list, func(a, b survey.Survey) int {
		return cmp.Or(strings.Compare(tree[a.Unit].Name, tree[b.Unit].Name), cmp.Compare(a.Unit, b.Unit))
	})
	return list, err
}

// FedBy looks at every cell that a result can fill: of those whose plan stands
// in the unit in the period, whose post is held then, and for whom this person
// may enter; by name. locked says whether a plan's results stand still.
func (s Sight) FedBy(r survey.Result, locked func(model.Plan) (bool, error)) (list []survey.Cell, err error) {
	p := r.Survey.Period
	err = s.PlansIn(p.Year(), func(plan model.Plan) error {
		m, ok := survey.Measure(plan.In(p).Measures)
		if !ok || plan.Unit != r.Survey.Unit {
			return nil
		}
		if ok, err := s.feeds(plan, p); !ok || err != nil {
			return err
		}
		card, err := s.Card(plan, p)
		if err != nil {
			return err
		}
		stands, err := locked(plan)
		if err != nil {
			return err
		}
		kind, err := s.Instrument(plan.Instrument)
		if err != nil {
			return err
		}
		e := card.Entry(m.ID)
		list = append(list, survey.Cell{
			Plan: plan.ID, Employee: plan.Employee, Name: s.NameOf(plan.Employee), Measure: m.ID,
			Indicator: m.Gauge.Name, Instrument: kind.Name,
			Before: e.Actual, Fate: survey.FateOf(e, r, stands),
		})
		return nil
	})
	slices.SortStableFunc(list, func(a, b survey.Cell) int { return strings.Compare(a.Name, b.Name) })
	return list, err
}

// feeds reports whether a plan's post is held in a period and this person may
// enter results there.
func (s Sight) feeds(plan model.Plan, p model.Period) (bool, error) {
	posts, err := s.Posts(plan.Employee)
	if err != nil {
		return false, err
	}
	held := func(x model.Post) bool { return x.ID == plan.Post && x.During(p.First(), p.Last()) }
	if !slices.ContainsFunc(posts, held) {
		return false, nil
	}
	return s.Sees(model.VerbFeedSurvey, plan.Employee)
}
