// Package aside reads what stands beside an evaluation and is in no score, the
// action plan with its evidence and how the person sees their own work, and says in
// a line each how that stands.
package aside

import (
	"errors"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/lang/assess"
	"kinerja/ui/widget/proof"
)

// Reader is where it is read from.
type Reader interface {
	Actions(plan model.PlanID, p model.Period) (action.Standing, error)
	Assessment(plan model.PlanID, p model.Period) (assessment.Standing, error)
}

// Teller knows whether the instrument was explained to the person; a Reader may be
// one.
type Teller interface {
	// Untold is the code of the instrument where it was not; "" where there is nothing
	// to say.
	Untold(plan model.PlanID, p model.Period) (string, error)
}

// Aside is what was read. Own is empty where it is not for whoever reads.
type Aside struct {
	Actions action.Standing
	Own     assessment.Standing
	Untold  string // the code of an instrument that nobody explained to the person
}

// Read reads what stands beside the evaluation of a plan in a period.
func Read(from Reader, plan model.PlanID, p model.Period) (a Aside, err error) {
	if a.Actions, err = from.Actions(plan, p); err != nil {
		return a, err
	}
	if teller, ok := from.(Teller); ok {
		if a.Untold, err = teller.Untold(plan, p); err != nil {
			return a, err
		}
	}
	own, err := from.Assessment(plan, p)
	if errors.Is(err, model.ErrNotAllowed) {
		return a, nil
	}
	a.Own = own
	return a, err
}

// Lines say how it stands, as far as there is anything: what shows the results, and
// whether the person's own assessment is in.
func (a Aside) Lines(t *lang.Texts, plan model.Plan, s score.Score, rs rules.RuleSet) (list []string) {
	if a.Untold != "" {
		list = append(list, lang.Fill(t.Session.Warn, "code", lang.Inert(a.Untold)))
	}
	if text := proof.Summary(t, a.Actions.Sheet, plan); text != "" {
		list = append(list, text)
	}
	if text := assess.Brief(t, a.Own, a.Own.Rows(s, rs)); text != "" {
		list = append(list, text)
	}
	return list
}
