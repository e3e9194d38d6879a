package access

import (
	"cmp"
	"slices"
	"sync"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/discipline"
	"kinerja/model/edition"
	"kinerja/model/objection"
	"kinerja/model/round"
	"kinerja/model/session"
	"kinerja/model/support"
	"kinerja/model/user"
)

// order is that of the work within each group: first what is read, then what begins it,
// and last what ends it or takes it back.
var order = [...]model.Verb{
	model.VerbReadStaff, model.VerbAddEmployee, model.VerbEditEmployee, model.VerbAddPost, model.VerbEditPost, model.VerbAddLeave, model.VerbRemoveLeave,
	model.VerbAddUnit, model.VerbEditUnit,

	model.VerbAddInstrument, model.VerbMakePlan, model.VerbOutlinePlan, model.VerbEditPlan, model.VerbSubmitPlan, model.VerbAgreePlan, model.VerbReturnPlan,
	model.VerbRevisePlan, model.VerbClosePlan, model.VerbCopyPlan, model.VerbPlanAction, model.VerbRealiseAction, model.VerbEvidence,

	model.VerbReadCard, model.VerbEnter, model.VerbReadSurveys, model.VerbAddSurvey, model.VerbReplaceSurvey, model.VerbFeedSurvey, model.VerbCreditBase,

	assessment.VerbRead, assessment.VerbWrite, assessment.VerbSubmit, assessment.VerbReopen, assessment.VerbRecord,
	model.VerbRate, model.VerbNote, model.VerbShare, model.VerbWithdraw, model.VerbReceive, model.VerbAccept, model.VerbDeem, model.VerbCorrect, model.VerbFinalise,
	edition.VerbReplace, edition.VerbReplaceDecided,
	model.VerbClosePeriod, model.VerbReopenPeriod,

	model.VerbReadTalks, model.VerbFeedback, model.VerbAnswer,
	round.VerbRead, round.VerbOpen, round.VerbGive, round.VerbClose, round.VerbShare,

	objection.VerbRead, objection.VerbFile, objection.VerbExplain, objection.VerbHear, objection.VerbDecide, objection.VerbWithdraw,
	coaching.VerbRead, coaching.VerbStart, coaching.VerbAgree, coaching.VerbRun, coaching.VerbWrite, coaching.VerbClose, coaching.VerbCancel,
	award.VerbRead, award.VerbNominate, award.VerbCheck, award.VerbDecide, award.VerbReject, award.VerbHandOver, award.VerbWithdraw,
	support.VerbRefer, support.VerbContact,
	discipline.VerbRead, discipline.VerbRefer, discipline.VerbRemove,

	session.VerbRead, session.VerbPlan, session.VerbAttend, session.VerbAcknowledge,

	model.VerbReadUnit, model.VerbSetSituation, model.VerbProposeUnit, model.VerbSetUnit, model.VerbRecordUnit, model.VerbExceptUnit, model.VerbReadRaters,

	model.VerbReadFacts, model.VerbUndo, model.VerbRedo, model.VerbOpenChange, model.VerbCloseChange, model.VerbTakeBack,
	model.VerbImport, model.VerbExport, model.VerbBackup, model.VerbRestore, model.VerbVerify,

	user.VerbRead, user.VerbSigns, user.VerbAdd, user.VerbEdit, user.VerbReset, user.VerbClose, user.VerbGuard, user.VerbUnguard,
}

// InOrder returns every verb that the table of rights knows, by group and within each in
// the order of the work; one that has no place there stands last in its group.
func InOrder() []model.Verb { return slices.Clone(inOrder()) }

// inOrder is InOrder, found out once.
var inOrder = sync.OnceValue(func() []model.Verb {
	list := Verbs()
	place := make(map[model.Verb]int, len(list))
	for _, v := range list {
		place[v] = len(order)
	}
	for i, v := range order {
		place[v] = i
	}
	slices.SortStableFunc(list, func(a, b model.Verb) int {
		return cmp.Or(int(GroupOf(a))-int(GroupOf(b)), place[a]-place[b])
	})
	return list
})
