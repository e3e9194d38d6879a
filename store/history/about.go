package history

import (
	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/credit"
	"kinerja/model/discipline"
	"kinerja/model/edition"
	"kinerja/model/leave"
	"kinerja/model/objection"
	"kinerja/model/round"
	"kinerja/model/support"
	"kinerja/model/talk"
)

// About tells whom a record is about; nobody for units and instruments.
func About(v any) model.EmployeeID {
	switch v := v.(type) {
	case model.Employee:
		return v.ID
	case model.Post:
		return v.Employee
	case model.Plan:
		return v.Employee
	case model.Evaluation:
		return v.Employee
	case talk.Feedback:
		return v.Employee
	case action.Sheet:
		return v.Employee
	case assessment.Assessment:
		return v.Employee
	case leave.Leave:
		return v.Employee
	case credit.Base:
		return v.Employee
	case model.Card:
		return v.Employee
	case edition.Former:
		return v.Employee
	case objection.Objection:
		return v.Employee
	case round.Round:
		return v.About
	case coaching.Coaching:
		return v.Employee
	case award.Award:
		return v.Employee
	case discipline.Letter:
		return v.Employee
	case support.Referral:
		return v.Employee
	}
	return ""
}
