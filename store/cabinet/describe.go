package cabinet

import (
	"strconv"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/closing"
	"kinerja/model/coaching"
	"kinerja/model/credit"
	"kinerja/model/discipline"
	"kinerja/model/edition"
	"kinerja/model/leave"
	"kinerja/model/objection"
	"kinerja/model/round"
	"kinerja/model/session"
	"kinerja/model/situation"
	"kinerja/model/support"
	"kinerja/model/survey"
	"kinerja/model/talk"
	"kinerja/model/unitresult"
	"kinerja/model/user"
	"kinerja/store/history"
)

// Describe says in info which thing was taken back, and, for a single value,
// what it was and what it is.
func Describe(t *Tx, v any, back []model.Difference, info *model.ChangeInfo) {
	switch v := v.(type) {
	case model.Unit:
		info.What = v.Name
	case model.Employee:
		info.What = v.FullName()
	case model.Instrument:
		info.What = v.Code
	case model.Post:
		info.What = t.NameOf(v.Employee)
	case model.Plan:
		info.What, info.Detail = t.NameOf(v.Employee), strconv.Itoa(v.Year)
	case model.Evaluation:
		info.What, info.Detail = t.NameOf(v.Employee), v.Period.String()
	case assessment.Assessment:
		info.What, info.Detail = t.NameOf(v.Employee), v.Period.String()
	case action.Sheet:
		info.What, info.Detail = t.NameOf(v.Employee), v.Period.String()
	case credit.Base:
		info.What, info.Detail = t.NameOf(v.Employee), v.Until.String()
	case leave.Leave:
		info.What, info.Detail = t.NameOf(v.Employee), v.From.String()
	case talk.Feedback:
		info.What, info.Detail = t.NameOf(v.Employee), v.Code+v.Value
	case closing.Closing:
		t.describeUnit(v.Unit, v.Period, info)
	case survey.Survey:
		t.describeUnit(v.Unit, v.Period, info)
	case situation.Situation:
		t.describeUnit(v.Unit, v.Period, info)
	case unitresult.Result:
		t.describeUnit(v.Unit, v.Period, info)
	case user.User:
		info.What, info.Detail = t.Shown(v), v.Name
	case objection.Objection:
		info.What, info.Detail = t.NameOf(v.Employee), v.Period.String()
	case coaching.Coaching:
		info.What, info.Detail = t.NameOf(v.Employee), v.Code
	case award.Award:
		info.What, info.Detail = t.NameOf(v.Employee), v.Kind
	case discipline.Letter:
		info.What, info.Detail = t.NameOf(v.Employee), v.Number
	case edition.Former:
		info.What, info.Detail = t.NameOf(v.Employee), v.Evaluation.Period.String()
	case round.Round:
		info.What, info.Detail = t.NameOf(v.About), v.Until.String()
	case session.Session:
		info.What, info.Detail = v.Topic, v.From.String()
	case support.Contact:
		info.What = v.Name
	case support.Referral: // whom it was about is not told where it is not asked for
		info.Detail = v.On.String()
	case model.Card:
		t.describeCard(v, back, info)
	}
	info.Employee = history.About(v)
}

func (t *Tx) describeUnit(id model.UnitID, p model.Period, info *model.ChangeInfo) {
	if u, err := t.Unit(id); err == nil {
		info.What = u.Name
	}
	info.Detail = p.String()
}

func (t *Tx) describeCard(c model.Card, back []model.Difference, info *model.ChangeInfo) {
	info.What, info.Detail, info.Period = t.NameOf(c.Employee), c.Period.String(), c.Period
	plan, err := t.Plan(c.Plan)
	if err != nil {
		return
	}
	plan = plan.In(c.Period)
	info.Instrument = plan.Instrument
	history.Tell(info, back, plan.Measures)
}
