package cabinet

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
	"kinerja/model/user"
	"kinerja/store/actions"
	"kinerja/store/assessments"
	"kinerja/store/audit"
	"kinerja/store/book"
	"kinerja/store/credits"
	"kinerja/store/form"
	"kinerja/store/leaves"
	"kinerja/store/sequels"
	"kinerja/store/situations"
	"kinerja/store/surveys"
	"kinerja/store/talks"
	"kinerja/store/unitresults"
	"kinerja/store/users"
)

// Keeper is a shelf without its type: what works for records of every kind.
type Keeper interface {
	audit.Keeper
	// Back makes the record as it was before a fact.
	Back(t *Tx, f model.Fact) (Earlier, error)
	// Describe says in info what a record is called, from its form.
	Describe(t *Tx, raw []byte, info *model.ChangeInfo)
}

// Earlier is a record as it was before a fact, not put yet.
type Earlier struct {
	Record any
	Void   uint64             // number of the field that marks it void
	Back   []model.Difference // what putting it changes
	Put    func() error
}

// KeeperOf finds the shelf of a kind.
func KeeperOf(kind model.Kind) (Keeper, bool) {
	switch kind {
	case model.KindUnit:
		return kept[model.Unit]{unitShelf}, true
	case model.KindEmployee:
		return kept[model.Employee]{employeeShelf}, true
	case model.KindPost:
		return kept[model.Post]{postShelf}, true
	case model.KindInstrument:
		return kept[model.Instrument]{instrumentShelf}, true
	case model.KindPlan:
		return kept[model.Plan]{planShelf}, true
	case model.KindCard:
		return kept[model.Card]{cardShelf}, true
	case model.KindEvaluation:
		return kept[model.Evaluation]{evaluationShelf}, true
	case model.KindFeedback:
		return kept[talk.Feedback]{talks.Shelf()}, true
	case model.KindSurvey:
		return kept[survey.Survey]{surveys.Shelf()}, true
	case model.KindClosing:
		return kept[closing.Closing]{closingShelf}, true
	case model.KindCredit:
		return kept[credit.Base]{credits.Shelf()}, true
	case model.KindUnitResult:
		return kept[unitresult.Result]{unitresults.Shelf()}, true
	case model.KindAction:
		return kept[action.Sheet]{actions.Shelf()}, true
	case model.KindLeave:
		return kept[leave.Leave]{leaves.Shelf()}, true
	case model.KindSituation:
		return kept[situation.Situation]{situations.Shelf()}, true
	case model.KindUser:
		return kept[user.User]{users.Shelf()}, true
	case model.KindObjection:
		return kept[objection.Objection]{sequels.Objections().Shelf}, true
	case model.KindCoaching:
		return kept[coaching.Coaching]{sequels.Coachings().Shelf}, true
	case model.KindAward:
		return kept[award.Award]{sequels.Awards().Shelf}, true
	case model.KindDiscipline:
		return kept[discipline.Letter]{sequels.Letters().Shelf}, true
	case model.KindFormer:
		return kept[edition.Former]{sequels.Former().Shelf}, true
	case model.KindSession:
		return kept[session.Session]{sequels.Sessions().Shelf}, true
	case model.KindReferral:
		return kept[support.Referral]{sequels.Referrals().Shelf}, true
	case model.KindCounsellor:
		return kept[support.Contact]{sequels.Contacts().Shelf}, true
	case model.KindRound:
		return kept[round.Round]{sequels.Rounds().Shelf}, true
	case model.KindVoice:
		return kept[round.Voice]{sequels.Voices().Shelf}, true
	case model.KindAssessment:
		return kept[assessment.Assessment]{assessments.Shelf()}, true
	}
	return nil, false
}

// ShelfOf is the shelf of a kind with its type; false where records of the kind
// are no V.
func ShelfOf[V any](kind model.Kind) (book.Shelf[V], bool) {
	k, _ := KeeperOf(kind)
	found, ok := k.(kept[V])
	return found.Shelf, ok
}

// kept is a shelf as a keeper.
type kept[V any] struct{ book.Shelf[V] }

// Back makes the record as it was before a fact.
func (k kept[V]) Back(t *Tx, f model.Fact) (Earlier, error) {
	v, back, err := book.Back(t.Tx, k.Shelf, f)
	return Earlier{Record: v, Void: k.Void, Back: back, Put: func() error { return keep(t, k.Shelf, v) }}, err
}

// Describe says what a record is called.
func (k kept[V]) Describe(t *Tx, raw []byte, info *model.ChangeInfo) {
	var v V
	if form.Decode(raw, &v) == nil {
		Describe(t, v, nil, info)
	}
}

// AuditKeeper is KeeperOf for package audit.
func AuditKeeper(kind model.Kind) (audit.Keeper, bool) { return KeeperOf(kind) }
