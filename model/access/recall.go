package access

import (
	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/objection"
	"kinerja/model/round"
	"kinerja/model/session"
	"kinerja/model/support"
	"kinerja/model/user"
)

// Recall says how a change is taken back.
type Recall uint8

// The ways.
const (
	CanUndo     Recall = iota // u, any time until somebody built on it
	CanWithdraw               // by a step of its own, with a reason
	CanCorrect                // by a new version
	Never
)

// recalls is the one table verb → how it is taken back (DESIGN 4).
var recalls = map[model.Verb]Recall{
	model.VerbShare: CanWithdraw, model.VerbReceive: CanCorrect, model.VerbAccept: CanCorrect, model.VerbCorrect: CanCorrect, model.VerbFinalise: CanCorrect, model.VerbDeem: CanCorrect,
	model.VerbSetUnit: CanCorrect, model.VerbRecordUnit: CanCorrect,
	model.VerbReturnPlan:  Never, // its reason was told; the plan is handed in again
	assessment.VerbSubmit: CanWithdraw, assessment.VerbReopen: Never,
	model.VerbClosePeriod: CanWithdraw, model.VerbReopenPeriod: Never,
	model.VerbFeedback: Never, model.VerbAnswer: Never, model.VerbWithdraw: Never, model.VerbOpenChange: Never, model.VerbCloseChange: Never, model.VerbTakeBack: Never, model.VerbRestore: Never,
	// What somebody said is taken back by a step of its own, or not at all.
	objection.VerbFile: CanWithdraw, objection.VerbExplain: CanCorrect, objection.VerbHear: Never, objection.VerbDecide: CanCorrect, objection.VerbWithdraw: Never,
	coaching.VerbAgree: Never, coaching.VerbClose: Never, coaching.VerbCancel: Never,
	award.VerbNominate: CanWithdraw, award.VerbDecide: Never, award.VerbReject: Never, award.VerbHandOver: Never, award.VerbWithdraw: Never,
	session.VerbAcknowledge: Never,
	support.VerbContact:     CanCorrect, support.VerbRefer: Never,
	// An answer without an author is nobody's to take back; a round that was told is ended.
	round.VerbOpen: Never, round.VerbGive: Never, round.VerbClose: Never, round.VerbShare: Never,
	user.VerbAdd: Never, user.VerbEdit: Never, user.VerbReset: Never, user.VerbChange: Never, user.VerbClose: Never, user.VerbGuard: Never, user.VerbUnguard: Never, user.VerbRecover: Never,
}

// RecallOf says how a change made by verb is taken back.
func RecallOf(v model.Verb) Recall { return recalls[v] }
