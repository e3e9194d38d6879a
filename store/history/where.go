package history

import (
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
	"kinerja/store/form"
)

// Where is the place of a record: whom, which plan and period, which unit or
// which instrument it belongs to, as far as it does.
type Where struct {
	Employee   model.EmployeeID
	Plan       model.PlanID
	Period     model.Period
	Unit       model.UnitID
	Instrument model.InstrumentID
}

// WhereOf finds the place of a record from its form; the zero Where for one that
// cannot be read.
func WhereOf(kind model.Kind, raw []byte) (w Where) {
	switch kind {
	case model.KindEmployee:
		w.Employee = decoded[model.Employee](raw).ID
	case model.KindPost:
		w.Employee = decoded[model.Post](raw).Employee
	case model.KindPlan:
		p := decoded[model.Plan](raw)
		w.Employee, w.Plan = p.Employee, p.ID
	case model.KindCard:
		c := decoded[model.Card](raw)
		w.Employee, w.Plan, w.Period = c.Employee, c.Plan, c.Period
	case model.KindEvaluation:
		e := decoded[model.Evaluation](raw)
		w.Employee, w.Plan, w.Period = e.Employee, e.Plan, e.Period
	case model.KindAction:
		s := decoded[action.Sheet](raw)
		w.Employee, w.Plan, w.Period = s.Employee, s.Plan, s.Period
	case model.KindAssessment:
		a := decoded[assessment.Assessment](raw)
		w.Employee, w.Plan, w.Period = a.Employee, a.Plan, a.Period
	case model.KindFeedback:
		f := decoded[talk.Feedback](raw)
		w.Employee, w.Period = f.Employee, f.Period
	case model.KindCredit, model.KindLeave, model.KindDiscipline, model.KindReferral:
		w.Employee = ofPerson(kind, raw)
	case model.KindObjection:
		o := decoded[objection.Objection](raw)
		w.Employee, w.Plan, w.Period = o.Employee, o.Plan, o.Period
	case model.KindCoaching:
		c := decoded[coaching.Coaching](raw)
		w.Employee, w.Plan, w.Period = c.Employee, c.SKP, c.Period
	case model.KindAward:
		a := decoded[award.Award](raw)
		w.Employee, w.Period = a.Employee, a.Period
	case model.KindFormer:
		e := decoded[edition.Former](raw).Evaluation
		w.Employee, w.Plan, w.Period = e.Employee, e.Plan, e.Period
	case model.KindRound:
		w.Employee = decoded[round.Round](raw).About
	case model.KindInstrument:
		w.Instrument = decoded[model.Instrument](raw).ID
	default:
		w.Unit, w.Period = unitOf(kind, raw)
	}
	return w
}

// ofPerson is whom a record is about that hangs on nothing else.
func ofPerson(kind model.Kind, raw []byte) model.EmployeeID {
	switch kind {
	case model.KindCredit:
		return decoded[credit.Base](raw).Employee
	case model.KindLeave:
		return decoded[leave.Leave](raw).Employee
	case model.KindDiscipline:
		return decoded[discipline.Letter](raw).Employee
	}
	return decoded[support.Referral](raw).Employee
}

// unitOf is the unit, and perhaps the period, of a record that is about one; none for
// others.
func unitOf(kind model.Kind, raw []byte) (id model.UnitID, p model.Period) {
	switch kind {
	case model.KindSession:
		id = decoded[session.Session](raw).Unit
	case model.KindUnit:
		id = decoded[model.Unit](raw).ID
	case model.KindUnitResult:
		r := decoded[unitresult.Result](raw)
		id, p = r.Unit, r.Period
	case model.KindSituation:
		s := decoded[situation.Situation](raw)
		id, p = s.Unit, s.Period
	case model.KindSurvey:
		s := decoded[survey.Survey](raw)
		id, p = s.Unit, s.Period
	case model.KindClosing:
		c := decoded[closing.Closing](raw)
		id, p = c.Unit, c.Period
	}
	return id, p
}

func decoded[V any](raw []byte) (v V) {
	if form.Decode(raw, &v) != nil {
		var none V
		return none
	}
	return v
}
