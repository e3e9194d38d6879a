package nav

import (
	"kinerja/model"
	"kinerja/model/duty"
)

// Owed is where somebody does what waits for them about their own work.
func Owed(d duty.Duty, who model.EmployeeID) Route {
	switch d.Kind {
	case duty.Plan, duty.Realise, duty.Prove:
		return ActionPlan{Plan: d.Plan, Period: d.Period}
	case duty.Assess:
		return SelfView{Plan: d.Plan, Period: d.Period}
	case duty.Answer:
		return Feedback{Employee: who}
	case duty.Consent:
		return Coaching{Employee: who, ID: d.Coaching}
	}
	return Evaluation{Plan: d.Plan, Period: d.Period}
}
