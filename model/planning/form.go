package planning

import (
	"slices"

	"kinerja/model"
)

// StepOrder moves plans by one step of the table of states: one change.
type StepOrder struct {
	Plans []model.PlanID
	Step  string // Submit, Agree, …
	// From is the first period in which what is agreed upon anew holds; none: that
	// of today, or the first after it of which nothing was told.
	From     model.Period
	On       model.Date // day of the act; 0: today
	Document string     // the paper that it is known from; "": the own word of whoever is at work
	Reason   string
}

// Stepped is what came of it.
type Stepped struct {
	Done    int
	Skipped []Skip // those that the step does not lead on from, or that lack something
}

// Form is a plan as the official form shows it, with everybody it names.
type Form struct {
	Row
	Unit      string // name of the unit
	Evaluator model.Employee
	Superior  Superior
	Names     map[model.EmployeeID]string // whose words stand in it, with titles
	Served    map[model.ElementID]string  // texts of the superior's results, by identity
}

// Superior is the evaluator's own plan of the year, as far as those below it
// need it: its results.
type Superior struct {
	Plan     model.PlanID // "": none in this file
	Outcomes []model.Outcome
}

// Serves lists, as texts, what a result contributes to; none where it is not
// said.
func (f Form) Serves(x model.Outcome) (list []string) {
	for _, id := range x.Serves.Outcomes {
		if text := f.Served[id]; text != "" {
			list = append(list, text)
		}
	}
	if x.Serves.Text != "" {
		list = append(list, x.Serves.Text)
	}
	return list
}

// Split parts the results into A. UTAMA and B. TAMBAHAN.
func Split(list []model.Outcome) (mains, additional []model.Outcome) {
	for _, x := range list {
		if x.Additional {
			additional = append(additional, x)
		} else {
			mains = append(mains, x)
		}
	}
	return mains, additional
}

// Hint is something that is odd in a plan and stops nobody.
type Hint uint8

// The hints.
const (
	NoOutcomes Hint = iota // results are not spelled out (RHK belum dirinci)
	NoSuperior             // the superior has no plan here, so nothing can be linked to it
	Unlinked               // some result does not say what of the superior's it contributes to
	Unplaced               // some measure tells of no result
)

var hints = [...]string{"no-outcomes", "no-superior-plan", "unlinked", "unplaced"}

// String is the word that JSON uses.
func (h Hint) String() string { return hints[min(int(h), len(hints)-1)] }

// Hints lists what is odd in a plan.
func (f Form) Hints() (list []Hint) {
	o := f.Plan.Outline
	if len(o.Outcomes) == 0 {
		return []Hint{NoOutcomes}
	}
	if f.Superior.Plan == "" || len(f.Superior.Outcomes) == 0 {
		list = append(list, NoSuperior)
	} else if slices.ContainsFunc(o.Outcomes, func(x model.Outcome) bool { return !x.Additional && len(f.Serves(x)) == 0 }) {
		list = append(list, Unlinked)
	}
	if len(MeasuresOf(f.Plan, "")) > 0 {
		list = append(list, Unplaced)
	}
	return list
}

// Last is the newest word of a name that stands in a plan; false where none does.
func Last(p model.Plan, name string) (model.Word, bool) {
	for _, w := range slices.Backward(p.Words) {
		if w.Act == name {
			return w, true
		}
	}
	return model.Word{}, false
}

// InOrder lists results as the form numbers them: the main ones, then the
// additional.
func InOrder(list []model.Outcome) []model.Outcome {
	mains, additional := Split(list)
	return append(slices.Clone(mains), additional...)
}

// Behaviour is what is expected in particular of a value of behaviour.
func Behaviour(o model.Outline, code string) string {
	for _, e := range o.Expectations {
		if string(e.ID) == code {
			return e.Text
		}
	}
	return ""
}
