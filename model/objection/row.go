package objection

import (
	"strings"

	"kinerja/model"
)

// Row is one objection with those whom it names.
type Row struct {
	Objection
	Staff         model.StaffRow
	EvaluatorName string
	Superior      model.EmployeeID // who decides; "" where the file does not know
	SuperiorName  string
	Names         map[model.EmployeeID]string // of whoever said or typed a word, or heard somebody
	Days          int                         // within which it is expected to be decided; 0: DecisionDays
}

// Expected is the day by which it is expected to be decided.
func (r Row) Expected() model.Date { return r.DecideBy(r.Days) }

// Of are the objections to the evaluation of a plan in a period, in their order.
func Of(list []Row, plan model.PlanID, p model.Period) (own []Row) {
	for _, r := range list {
		if r.Plan == plan && r.Period == p {
			own = append(own, r)
		}
	}
	return own
}

// Papers are what was shown in support, from lines "label" or "label = where it
// lies"; empty lines are none.
func Papers(text string) (list []Paper) {
	for line := range strings.SplitSeq(text, "\n") {
		label, where, _ := strings.Cut(line, "=")
		if p := (Paper{Label: strings.TrimSpace(label), Where: strings.TrimSpace(where)}); p.Label != "" || p.Where != "" {
			list = append(list, p)
		}
	}
	return list
}
