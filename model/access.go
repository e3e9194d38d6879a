package model

// Verb names one thing that can be done to the file. Facts carry it; its words
// stand in ui/lang.
type Verb string

// The verbs.
const (
	VerbReadStaff   Verb = "staff.read"
	VerbReadCard    Verb = "card.read"
	VerbReadFacts   Verb = "record.read"
	VerbReadTalks   Verb = "feedback.read"
	VerbReadSurveys Verb = "survey.read"

	VerbAddUnit       Verb = "unit.add"
	VerbEditUnit      Verb = "unit.edit"
	VerbAddEmployee   Verb = "employee.add"
	VerbEditEmployee  Verb = "employee.edit"
	VerbAddPost       Verb = "post.add"
	VerbEditPost      Verb = "post.edit"
	VerbAddLeave      Verb = "leave.add"
	VerbRemoveLeave   Verb = "leave.remove"
	VerbAddInstrument Verb = "instrument.add"
	VerbMakePlan      Verb = "plan.make"
	VerbAgreePlan     Verb = "plan.agree"
	VerbEditPlan      Verb = "plan.edit"
	VerbOutlinePlan   Verb = "plan.outline" // results, behaviour, annex
	VerbSubmitPlan    Verb = "plan.submit"
	VerbReturnPlan    Verb = "plan.return"
	VerbRevisePlan    Verb = "plan.revise"
	VerbClosePlan     Verb = "plan.close"
	VerbCopyPlan      Verb = "plan.copy" // from the year before
	VerbEnter         Verb = "card.enter"
	VerbRate          Verb = "evaluation.rate"
	VerbNote          Verb = "evaluation.note"
	VerbShare         Verb = "evaluation.share"
	VerbWithdraw      Verb = "evaluation.withdraw"
	VerbReceive       Verb = "evaluation.receive"
	VerbAccept        Verb = "evaluation.accept"
	VerbDeem          Verb = "evaluation.deem"    // accepted by silence, by a rule that says so
	VerbCorrect       Verb = "evaluation.correct" // where and when a word stands
	VerbFinalise      Verb = "evaluation.finalise"
	VerbFeedback      Verb = "feedback.give"
	VerbAnswer        Verb = "feedback.answer"
	VerbClosePeriod   Verb = "period.close"
	VerbReopenPeriod  Verb = "period.reopen"
	VerbCreditBase    Verb = "credit.base"
	VerbAddSurvey     Verb = "survey.add"
	VerbReplaceSurvey Verb = "survey.replace"
	VerbFeedSurvey    Verb = "survey.feed" // its index into the results of its unit
	VerbPlanAction    Verb = "action.plan"
	VerbRealiseAction Verb = "action.realise"
	VerbEvidence      Verb = "action.evidence"
	VerbReadUnit      Verb = "unitresult.read"
	VerbReadRaters    Verb = "raters.read" // how somebody rates, beside colleagues
	VerbProposeUnit   Verb = "unitresult.propose"
	VerbSetUnit       Verb = "unitresult.set"    // the leader above, in person
	VerbRecordUnit    Verb = "unitresult.record" // the same, typed from a document
	VerbExceptUnit    Verb = "unitresult.except" // why a distribution stands
	VerbSetSituation  Verb = "situation.set"     // what a unit worked under
	VerbImport        Verb = "import"
	VerbUndo          Verb = "undo"
	VerbRedo          Verb = "redo"
	VerbOpenChange    Verb = "change.open"  // first fact of a large change
	VerbCloseChange   Verb = "change.close" // last fact of a large change
	VerbTakeBack      Verb = "change.take-back"
	VerbExport        Verb = "export"
	VerbBackup        Verb = "backup"
	VerbRestore       Verb = "restore"
	VerbVerify        Verb = "verify"
)
