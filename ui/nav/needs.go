package nav

import (
	"reflect"
	"slices"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/discipline"
	"kinerja/model/edition"
	"kinerja/model/round"
	"kinerja/model/session"
)

// needs says which rights what can be done on a page takes, by page and action: one of
// them is enough. What is not named here takes none, or its page asks for itself.
var needs = map[string]map[string][]model.Verb{
	"Staff": {
		"edit": {model.VerbEditEmployee, model.VerbEditPost}, "transfer": {model.VerbAddPost}, "plans": {model.VerbMakePlan},
		"feedback": {model.VerbReadTalks},
	},
	"Person": {
		"feedback": {model.VerbReadTalks}, "coach": {coaching.VerbStart}, "coaching": {coaching.VerbRead},
		"credit": {model.VerbReadCard}, "results": {model.VerbReadCard}, "action": {model.VerbReadCard}, "detail": {model.VerbReadCard}, "leave": {model.VerbReadCard},
	},
	"Coaching":  {"coach": {coaching.VerbStart}, "add": {coaching.VerbWrite}, "closed": {coaching.VerbClose}, "cancelled": {coaching.VerbCancel}},
	"Awards":    {"add": {award.VerbNominate}},
	"Proposals": {"add": {award.VerbNominate}},
	"Award":     {"checked": {award.VerbCheck}, "decided": {award.VerbDecide}, "rejected": {award.VerbReject}, "handed_over": {award.VerbHandOver}, "withdrawn": {award.VerbWithdraw}},
	"Letters":   {"add": {discipline.VerbRefer}, "remove": {discipline.VerbRemove}},
	"Results": {
		"coach": {coaching.VerbStart}, "note": {model.VerbEnter}, "left": {model.VerbEnter}, "undo": {model.VerbUndo}, "redo": {model.VerbUndo},
	},
	"Evaluations": {
		"select": {model.VerbShare}, "range": {model.VerbShare}, "share": {model.VerbShare}, "edit": {model.VerbRate}, "idea": {model.VerbRate},
		"withdraw": {model.VerbWithdraw}, "received": {model.VerbReceive}, "accepted": {model.VerbAccept}, "final": {model.VerbFinalise},
		"undo": {model.VerbUndo}, "redo": {model.VerbUndo}, "feedback": {model.VerbReadTalks},
	},
	"Evaluation": {
		"coach": {coaching.VerbStart}, "share": {model.VerbShare}, "note": {model.VerbNote}, "edit": {model.VerbRate}, "idea": {model.VerbRate},
		"withdraw": {model.VerbWithdraw}, "received": {model.VerbReceive}, "accepted": {model.VerbAccept}, "final": {model.VerbFinalise},
		"mend-shared": {model.VerbCorrect}, "mend-received": {model.VerbCorrect}, "mend-accepted": {model.VerbCorrect},
		"undo": {model.VerbUndo}, "redo": {model.VerbUndo}, "feedback": {model.VerbReadTalks},
	},
	"Document": {"replace": {edition.VerbReplace, edition.VerbReplaceDecided}, "deem": {model.VerbDeem}},
	"Feedback": {
		"praise": {model.VerbFeedback}, "improve": {model.VerbFeedback}, "add": {model.VerbFeedback}, "remark": {model.VerbFeedback},
		"edit": {model.VerbFeedback, model.VerbAnswer},
	},
	"Rounds":      {"add": {round.VerbOpen}},
	"Round":       {"enter": {round.VerbGive}, "close": {round.VerbClose}, "share": {round.VerbShare}},
	"Instruments": {"add": {model.VerbAddInstrument}},
	"Instrument":  {"edit": {model.VerbAddInstrument}},
	"Plans": {
		"add": {model.VerbMakePlan}, "edit": {model.VerbEditPlan}, "select": {model.VerbEditPlan}, "agree": {model.VerbAgreePlan},
		"renew": {model.VerbEditPlan}, "copy-to": {model.VerbCopyPlan},
	},
	"Plan": {"edit": {model.VerbEditPlan}, "instrument": {model.VerbEditPlan}, "rules": {model.VerbEditPlan}},
	"SKP": {
		"enter": {model.VerbOutlinePlan}, "edit": {model.VerbOutlinePlan}, "add": {model.VerbOutlinePlan}, "remove": {model.VerbOutlinePlan}, "approach": {model.VerbOutlinePlan},
		"share": {model.VerbSubmitPlan}, "agreed": {model.VerbAgreePlan}, "returned": {model.VerbReturnPlan}, "revised": {model.VerbRevisePlan}, "closed": {model.VerbClosePlan},
		"copy": {model.VerbCopyPlan}, "copy-to": {model.VerbCopyPlan},
	},
	"ActionPlan": {
		"enter": {model.VerbRealiseAction}, "edit": {model.VerbPlanAction}, "plan-action": {model.VerbPlanAction}, "remove": {model.VerbPlanAction},
		"evidence": {model.VerbEvidence}, "realise": {model.VerbRealiseAction},
	},
	"SelfView": {
		"edit": {assessment.VerbWrite}, "share": {assessment.VerbSubmit}, "reopen": {assessment.VerbReopen}, "record": {assessment.VerbRecord},
		"feedback": {model.VerbReadTalks},
	},
	"Positions": {"enter": {model.VerbMakePlan}, "right": {model.VerbMakePlan}},
	"Units":     {"enter": {model.VerbEditUnit}, "edit": {model.VerbEditUnit}, "add": {model.VerbAddUnit}},
	"RuleSets": {
		"enter": {model.VerbEditPlan}, "none": {model.VerbEditPlan},
		"for_pns": {model.VerbEditPlan}, "for_pppk": {model.VerbEditPlan}, "for_non_asn": {model.VerbEditPlan},
	},
	"Workplace": {
		"edit": {model.VerbProposeUnit, model.VerbSetUnit, model.VerbRecordUnit}, "note": {model.VerbExceptUnit}, "situation": {model.VerbSetSituation},
		"fairness": {model.VerbReadRaters}, "survey": {model.VerbReadSurveys},
	},
	"Survey":   {"add": {model.VerbAddSurvey}, "edit": {model.VerbReplaceSurvey}, "replace": {model.VerbFeedSurvey}, "enter": {model.VerbFeedSurvey}},
	"Leave":    {"remove": {model.VerbRemoveLeave}},
	"Coverage": {"enter": {model.VerbEditPost}},
	"Sessions": {"add": {session.VerbPlan}}, "Suggested": {"add": {session.VerbPlan}},
	"Session": {
		"came": {session.VerbAttend}, "add": {session.VerbAttend}, "marks": {session.VerbAttend}, "enter": {session.VerbAcknowledge}, "edit": {session.VerbPlan},
		"open": {session.VerbPlan}, "running": {session.VerbPlan}, "done": {session.VerbPlan}, "cancelled": {session.VerbPlan},
	},
}

// many says what is done to all that are selected, and not to the one the cursor is on.
var many = map[string][]string{"Evaluations": {"select", "range", "share"}}

// units are the pages about units, whose record is nobody's own (History).
var units = []string{"Workplace", "Units"}

// Asked is what can be done on the page of a route; what takes a right that who works
// here never has, or does not have to whom the page is about, says so (Refusal). Why one
// does not judge oneself a page may say better.
func (e Env) Asked(r Route, tie Tie, list []Action) []Action {
	page := reflect.TypeOf(r).Name()
	rights := needs[page]
	asked := make([]Action, len(list))
	for i, a := range list {
		verbs, to := rights[a.ID], tie
		if a.ID == "history" && !slices.Contains(units, page) {
			verbs = []model.Verb{model.VerbReadFacts}
		}
		if slices.Contains(many[page], a.ID) {
			to = Tie{}
		}
		if len(verbs) > 0 && !e.MayTo(to, verbs...) && (a.Why == "" || e.May(verbs...) != "" || !slices.Contains(to.Relations, model.RelSelf)) {
			a.Why = e.Refusal()
		}
		asked[i] = a
	}
	return asked
}

// Needed lists what takes a right, as page/action, in order.
func Needed() (list []string) {
	for page, rights := range needs {
		for id := range rights {
			list = append(list, page+"/"+id)
		}
	}
	slices.Sort(list)
	return list
}
