package sample

import (
	"kinerja/model"
	"kinerja/model/sample/job"
)

// posts makes the posts of somebody, oldest first.
func (d District) posts(s self) []model.Post {
	first := model.Post{
		ID: postID(s.index, 1), Employee: s.id, Unit: unitID(s.block, s.seat.unit), Position: s.position,
		Kind: s.seat.job.Kind, Level: s.level, From: s.postDay(), Evaluator: d.evaluator(s, s.seat.unit, today),
	}
	if s.seat.story == retired {
		first.To = handoverDay.Add(-1)
		return []model.Post{first}
	}
	second := first
	second.ID = postID(s.index, 2)
	switch s.seat.story {
	case moved:
		second.From, first.To = moveDay, moveDay.Add(-1)
		first.Unit, first.Evaluator = unitID(s.block, secondClinic), d.evaluator(s, secondClinic, first.To)
	case acting:
		second.From, second.Acting = handoverDay, true
		second.Position, second.Level = job.ClinicHead.Name, ""
	default:
		return []model.Post{first}
	}
	return []model.Post{first, second}
}

// postDay is the day from which somebody holds the position they have now.
func (s self) postDay() model.Date {
	switch s.seat.story {
	case newcomer:
		return joinDay
	case partTime:
		return contractDay
	}
	year, month := s.since+(2025-s.since)/2, 4
	if year == s.since {
		month = s.startMonth()
	}
	return model.Date(year*10000 + month*100 + 1)
}

// evaluator says who evaluates somebody in unit u on a day: the head of the
// unit, or of the office above for those who head one; nobody here for the two
// heads of the offices, whom the regent evaluates.
func (d District) evaluator(s self, u int, on model.Date) model.EmployeeID {
	first := s.block * blockSize
	office, former := first+parents[u], first+d.retired
	switch story := s.seat.story; {
	case s.offset <= educationOffice && s.block == 0:
		return ""
	case s.offset <= educationOffice:
		return employeeID(s.offset)
	case story == retired, s.offset < unitCount && story != acting, story == acting && on >= handoverDay:
		return employeeID(office)
	case u == thirdClinic && on < handoverDay && former < d.people:
		return employeeID(former)
	case story == acting:
		return employeeID(office)
	}
	return employeeID(first + u)
}
