package nav

import (
	"slices"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/discipline"
	"kinerja/model/round"
	"kinerja/model/session"
)

// Refusal is why somebody may not: what their roles never allow. Such an action is
// not offered at all (Offered).
func (e Env) Refusal() string { return e.Text.Error(model.ErrNotAllowed) }

// May says why who works here may do none of some verbs to anybody: Refusal; "" where
// there is somebody.
func (e Env) May(verbs ...model.Verb) string {
	if slices.ContainsFunc(verbs, func(v model.Verb) bool { return access.MayAnybody(e.Me, v) }) {
		return ""
	}
	return e.Refusal()
}

// Tie is how who works here stands to whom a page is about.
type Tie struct {
	Known     bool // else it is about nobody, or was not read yet
	Relations []model.Relation
}

// MayTo reports whether who works here may do one of some verbs to whom a page is about;
// where that is not known, to anybody.
func (e Env) MayTo(tie Tie, verbs ...model.Verb) bool {
	if !tie.Known {
		return e.May(verbs...) == ""
	}
	return slices.ContainsFunc(verbs, func(v model.Verb) bool { return access.MayAny(e.Me, v, tie.Relations) })
}

// Offered leaves out what who works here may never do: it is no key of theirs.
func (e Env) Offered(list []Action) []Action {
	never := e.Refusal()
	return slices.DeleteFunc(slices.Clone(list), func(a Action) bool { return a.Why == never })
}

// MayOpen reports whether a page holds anything for who works here.
func (e Env) MayOpen(r Route) bool {
	anybody := func(verbs ...model.Verb) bool { return e.May(verbs...) == "" }
	switch r := r.(type) {
	case Staff:
		return access.BeyondSelf(e.Me, model.VerbReadStaff)
	case Results, Evaluations, Evaluation, Plan, Leave:
		return anybody(model.VerbReadCard)
	case Feedback:
		return r.Employee != "" && anybody(model.VerbReadTalks) || access.BeyondSelf(e.Me, model.VerbReadTalks)
	case Rounds, Round:
		return anybody(round.VerbGive, round.VerbRead, round.VerbOpen)
	case OpenRound:
		return anybody(round.VerbOpen)
	case Colleagues:
		return e.Me.Employee != "" && anybody(model.VerbFeedback)
	case SelfView:
		return anybody(assessment.VerbRead)
	case Workplace:
		return anybody(model.VerbReadUnit)
	case Survey:
		return anybody(model.VerbReadSurveys)
	case Fairness:
		return anybody(model.VerbReadRaters)
	case Plans, Coverage, Instruments, Instrument, RuleSets, Units:
		return access.BeyondSelf(e.Me, model.VerbReadCard)
	case Sessions, Session, Learners:
		return anybody(session.VerbRead)
	case Awards, Award:
		return anybody(award.VerbRead)
	case Proposals:
		return access.BeyondSelf(e.Me, award.VerbRead)
	case Letters:
		return access.BeyondSelf(e.Me, discipline.VerbRead)
	case Suggested:
		return access.BeyondSelf(e.Me, model.VerbReadCard)
	case Positions:
		return anybody(model.VerbMakePlan)
	case Intake:
		return anybody(model.VerbImport)
	case Record:
		return (r.Employee != "" || r.Plan != "") && anybody(model.VerbReadFacts) || access.May(e.Me, model.VerbReadFacts, model.RelNone)
	}
	return true
}
