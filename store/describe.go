package store

import (
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/history"
)

// describe says in info which thing was taken back, and, for a single value,
// what it was and what it is.
func describe(t *tx, v any, back []model.Difference, info *model.ChangeInfo) {
	switch v := v.(type) {
	case model.Unit:
		info.What = v.Name
	case model.Employee:
		info.What = v.FullName()
	case model.Instrument:
		info.What = v.Code
	case model.Post:
		info.What = t.nameOf(v.Employee)
	case model.Plan:
		info.What, info.Detail = t.nameOf(v.Employee), strconv.Itoa(v.Year)
	case model.Evaluation:
		info.What, info.Detail = t.nameOf(v.Employee), v.Period.String()
	case talk.Feedback:
		info.What, info.Detail = t.nameOf(v.Employee), v.Code+v.Value
	case model.Card:
		t.describeCard(v, back, info)
	}
	info.Employee = history.About(v)
}

func (t *tx) describeCard(c model.Card, back []model.Difference, info *model.ChangeInfo) {
	info.What, info.Detail, info.Period = t.nameOf(c.Employee), c.Period.String(), c.Period
	plan, err := t.plan(c.Plan)
	if err != nil {
		return
	}
	plan = plan.In(c.Period)
	info.Instrument = plan.Instrument
	history.Tell(info, back, plan.Measures)
}

func (t *tx) nameOf(id model.EmployeeID) string {
	e, err := t.employee(id)
	if err != nil {
		return strings.ToLower(string(id))
	}
	return e.FullName()
}
