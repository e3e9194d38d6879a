// Package access says who may do what to whom: one table of rights, by role and
// reporting line.
package access

import (
	"maps"
	"slices"

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

// grant is one line of the table of rights.
type grant struct {
	role model.Role
	rels []model.Relation // to whom; nil: to anybody
}

var anybody = []model.Relation(nil)

// rights is the one table of rights: who may do a verb to whom. What is not
// listed is not allowed.
var rights = map[model.Verb][]grant{
	// A name, a number and a post are read by those who work with the person; the
	// whole list by those who keep it, and by the administrator of accounts.
	model.VerbReadStaff: {
		{model.RoleStaff, self}, {model.RoleEvaluator, near}, {model.RoleSuperior, near},
		{model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}, {model.RoleAdmin, anybody},
	},
	model.VerbReadCard: readers,
	// An objection is decided by whoever evaluates the evaluator, from the papers: what
	// was said on the way, and who changed what (DOMAIN 1.11).
	model.VerbReadFacts: readers,
	// What is said to somebody is for the two of them; for the superior who decides; for
	// whoever keeps the unit's file; and for the inspectorate, which reads everything but
	// support.
	model.VerbReadTalks: {{model.RoleStaff, self}, {model.RoleEvaluator, own}, {model.RoleSuperior, above}, {model.RoleManager, anybody}, {model.RoleAuditor, anybody}},

	// What a unit's customers said is about nobody: all who work there may read it.
	model.VerbReadSurveys: {{model.RoleStaff, anybody}, {model.RoleEvaluator, anybody}, {model.RoleSuperior, anybody}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}},
	model.VerbAddSurvey:   changers, model.VerbReplaceSurvey: changers, model.VerbFeedSurvey: enterers,

	model.VerbAddUnit: keepers, model.VerbEditUnit: keepers, model.VerbAddEmployee: keepers, model.VerbEditEmployee: keepers,
	model.VerbAddPost: keepers, model.VerbEditPost: keepers, model.VerbAddInstrument: keepers, model.VerbImport: keepers,

	model.VerbAddLeave: enterers, model.VerbRemoveLeave: enterers,

	model.VerbMakePlan:  enterers,
	model.VerbAgreePlan: enterers,
	model.VerbEditPlan:  enterers,
	model.VerbEnter:     enterers,

	// Staff write their own plan and hand it in; whoever evaluates them agrees,
	// gives back and closes (DOMAIN 10.2). Both may ask for a change.
	model.VerbOutlinePlan: planners, model.VerbSubmitPlan: planners, model.VerbRevisePlan: planners, model.VerbCopyPlan: planners,
	model.VerbReturnPlan: enterers, model.VerbClosePlan: enterers,

	model.VerbCreditBase: enterers,

	// What is done, and what shows it, is written by whoever does it (DOMAIN 1.9).
	model.VerbPlanAction: planners, model.VerbRealiseAction: planners, model.VerbEvidence: planners,

	model.VerbRate:     evaluators,
	model.VerbNote:     evaluators,
	model.VerbShare:    evaluators,
	model.VerbWithdraw: evaluators,
	model.VerbReceive:  recorders,
	model.VerbAccept:   recorders,
	model.VerbCorrect:  evaluators,
	model.VerbFinalise: evaluators, model.VerbDeem: evaluators,
	// A version 2 is made by the HR team, or by the evaluator with letter and reason;
	// what the superior decided, by the team, or by whoever keeps the file from the
	// team's letter (DOMAIN 10.2).
	edition.VerbReplace:        append([]grant{{model.RoleTeam, anybody}}, evaluators...),
	edition.VerbReplaceDecided: keepers,

	// Feedback comes from leader, colleagues and subordinates (DOMAIN 1.5); of what was
	// said to somebody those read no more than what they gave themselves.
	model.VerbFeedback: append([]grant{{model.RoleStaff, []model.Relation{model.RelUnit, model.RelLeader}}}, evaluators...),
	model.VerbAnswer:   recorders,

	// An anonymous round is opened by whoever leads the person, or keeps the file, and
	// answered by those below and beside them; what was said is for who leads them, and
	// for the person where package round says so. Who keeps the file does not read it.
	round.VerbOpen: openers, round.VerbClose: openers,
	round.VerbGive:  {{model.RoleStaff, []model.Relation{model.RelUnit, model.RelLeader}}},
	round.VerbRead:  {{model.RoleStaff, self}, {model.RoleEvaluator, []model.Relation{model.RelEvaluator}}, {model.RoleSuperior, []model.Relation{model.RelEvaluator, model.RelSuperior}}, {model.RoleAuditor, anybody}},
	round.VerbShare: {{model.RoleEvaluator, []model.Relation{model.RelEvaluator}}, {model.RoleSuperior, []model.Relation{model.RelEvaluator}}},

	// How somebody sees their own work is theirs to write; it is read by those who
	// read what is said to them, once both sides are in (package assessment).
	assessment.VerbRead:  {{model.RoleStaff, self}, {model.RoleEvaluator, own}, {model.RoleSuperior, above}, {model.RoleManager, anybody}, {model.RoleAuditor, anybody}},
	assessment.VerbWrite: oneself, assessment.VerbSubmit: oneself, assessment.VerbReopen: oneself,
	assessment.VerbRecord: evaluators,

	model.VerbClosePeriod: closers, model.VerbReopenPeriod: closers,

	// About a unit one is related as to its head: whoever evaluates the head is
	// the leader above.
	model.VerbReadUnit: {{model.RoleStaff, []model.Relation{model.RelSelf, model.RelUnit}}, {model.RoleEvaluator, anybody}, {model.RoleSuperior, anybody}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}},
	// How somebody rates is for them, for whoever evaluates them or decides on what
	// they rated, and for those who look over all raters.
	model.VerbReadRaters:  {{model.RoleEvaluator, self}, {model.RoleSuperior, []model.Relation{model.RelSelf, model.RelEvaluator, model.RelSuperior}}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}},
	model.VerbProposeUnit: closers,
	model.VerbSetUnit:     {{model.RoleEvaluator, []model.Relation{model.RelEvaluator}}, {model.RoleSuperior, []model.Relation{model.RelEvaluator}}},
	model.VerbRecordUnit:  closers,
	model.VerbExceptUnit:  closers,
	// What a unit worked under is said by its head, or whoever keeps the file.
	model.VerbSetSituation: closers,

	// What follows an evaluation is for the two of them, whoever is above, and whoever
	// keeps the file.
	objection.VerbRead: followers, coaching.VerbRead: followers, award.VerbRead: followers,
	objection.VerbFile: recorders, objection.VerbWithdraw: recorders,
	objection.VerbExplain: evaluators,
	// The evaluator's superior decides (PP 30/2019 art. 59); whoever keeps the file
	// records it from the letter.
	objection.VerbHear: deciders, objection.VerbDecide: deciders,

	coaching.VerbStart: enterers, coaching.VerbRun: enterers, coaching.VerbClose: enterers,
	coaching.VerbAgree: recorders, coaching.VerbWrite: planners, coaching.VerbCancel: planners,

	award.VerbNominate: nominators, award.VerbWithdraw: nominators, award.VerbHandOver: enterers,
	award.VerbCheck: keepers, award.VerbReject: deciders, award.VerbDecide: deciders,

	discipline.VerbRead:  {{model.RoleStaff, []model.Relation{model.RelSelf}}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}},
	discipline.VerbRefer: keepers, discipline.VerbRemove: keepers,

	session.VerbRead: {{model.RoleStaff, []model.Relation{model.RelSelf}}, {model.RoleEvaluator, anybody}, {model.RoleSuperior, anybody}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}},
	session.VerbPlan: changers, session.VerbAttend: changers,
	session.VerbAcknowledge: append([]grant{{model.RoleStaff, []model.Relation{model.RelSelf}}}, changers...),

	// A referral to the counsellor is made by the evaluator, with the person; who may know
	// of it follows from what the person allows (support.Referral.Seen), and from no
	// role. A case stands in no unit's file. The counsellor's address is read by
	// everybody.
	support.VerbContact: {{model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAdmin, anybody}},
	support.VerbRefer:   evaluators,

	// Taken back is one's own newest change, and nothing else: who may write may undo.
	model.VerbUndo: undoers, model.VerbRedo: undoers,
	model.VerbOpenChange: changers, model.VerbCloseChange: changers, model.VerbTakeBack: changers,

	// Who may log in is kept by administrators; an auditor reads it. The own PIN is
	// everybody's own.
	user.VerbRead: {{model.RoleAdmin, anybody}, {model.RoleAuditor, anybody}},
	// Whether somebody has a PIN is for those who read that list, for the person, and
	// for those above, who ask for the person's word.
	user.VerbSigns: {{model.RoleStaff, self}, {model.RoleEvaluator, own}, {model.RoleSuperior, above}, {model.RoleAuditor, anybody}, {model.RoleAdmin, anybody}},
	user.VerbAdd:   admins, user.VerbEdit: admins, user.VerbReset: admins, user.VerbClose: admins, user.VerbGuard: admins, user.VerbUnguard: admins,

	// Written out is what one may read; a copy of the whole file holds everything, the
	// secrets of those who log in too, and is for who answers for it.
	model.VerbExport:  {{model.RoleEvaluator, anybody}, {model.RoleSuperior, anybody}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}},
	model.VerbBackup:  {{model.RoleEvaluator, anybody}, {model.RoleManager, anybody}, {model.RoleAdmin, anybody}, {model.RoleTeam, anybody}},
	model.VerbRestore: {{model.RoleAdmin, anybody}},
	model.VerbVerify:  {{model.RoleEvaluator, anybody}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}, {model.RoleAdmin, anybody}},
}

var (
	self  = []model.Relation{model.RelSelf}
	own   = []model.Relation{model.RelSelf, model.RelEvaluator}
	above = []model.Relation{model.RelSelf, model.RelEvaluator, model.RelSuperior}
	near  = []model.Relation{model.RelSelf, model.RelEvaluator, model.RelSuperior, model.RelUnit}
)

var (
	readers    = []grant{{model.RoleStaff, self}, {model.RoleEvaluator, own}, {model.RoleSuperior, above}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}}
	admins     = []grant{{model.RoleAdmin, anybody}}
	oneself    = []grant{{model.RoleStaff, self}, {model.RoleEvaluator, self}, {model.RoleManager, self}}
	keepers    = []grant{{model.RoleManager, anybody}, {model.RoleTeam, anybody}}
	enterers   = []grant{{model.RoleEvaluator, []model.Relation{model.RelEvaluator}}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}}
	planners   = append([]grant{{model.RoleStaff, []model.Relation{model.RelSelf}}}, enterers...)
	evaluators = []grant{{model.RoleEvaluator, []model.Relation{model.RelEvaluator}}, {model.RoleManager, anybody}}
	closers    = []grant{{model.RoleEvaluator, []model.Relation{model.RelSelf, model.RelEvaluator}}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}} // to the unit's head
	recorders  = []grant{{model.RoleStaff, []model.Relation{model.RelSelf}}, {model.RoleEvaluator, []model.Relation{model.RelEvaluator}}, {model.RoleManager, anybody}}
	undoers    = append([]grant{{model.RoleStaff, anybody}}, changers...)
	followers  = []grant{{model.RoleStaff, []model.Relation{model.RelSelf}}, {model.RoleEvaluator, []model.Relation{model.RelEvaluator, model.RelSelf}}, {model.RoleSuperior, []model.Relation{model.RelSuperior}}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}, {model.RoleAuditor, anybody}}
	deciders   = []grant{{model.RoleSuperior, []model.Relation{model.RelSuperior}}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}}
	nominators = append([]grant{{model.RoleSuperior, []model.Relation{model.RelSuperior}}}, enterers...)
	openers    = append([]grant{{model.RoleEvaluator, []model.Relation{model.RelEvaluator}}, {model.RoleSuperior, []model.Relation{model.RelEvaluator, model.RelSuperior}}}, keepers...)
	changers   = []grant{{model.RoleEvaluator, anybody}, {model.RoleManager, anybody}, {model.RoleTeam, anybody}}
)

// Judges reports a verb by which one person judges another's work. The evaluator
// is the direct superior (PermenPANRB 6/2022): whatever their roles, nobody does
// it to themselves. To withdraw is no judgement: it takes one back.
func Judges(verb model.Verb) bool {
	switch verb {
	case model.VerbRate, model.VerbNote, model.VerbShare, model.VerbFinalise, model.VerbDeem, model.VerbWithdraw, model.VerbSetUnit,
		edition.VerbReplace, edition.VerbReplaceDecided,
		objection.VerbExplain, objection.VerbHear, objection.VerbDecide, award.VerbNominate, award.VerbCheck, award.VerbDecide, assessment.VerbRecord,
		round.VerbOpen, round.VerbClose, round.VerbShare:
		return true
	}
	return false
}

// May reports whether actor may do verb to somebody who stands to them as rel.
func May(actor model.Actor, verb model.Verb, rel model.Relation) bool {
	if rel == model.RelSelf && Judges(verb) {
		return false
	}
	for _, g := range rights[verb] {
		if !actor.Roles.Has(g.role) {
			continue
		}
		if g.rels == nil {
			return true
		}
		for _, r := range g.rels {
			if r == rel {
				return true
			}
		}
	}
	return false
}

// MayAnybody reports whether there is anybody to whom actor may do verb.
func MayAnybody(actor model.Actor, verb model.Verb) bool {
	return slices.ContainsFunc(rights[verb], func(g grant) bool { return actor.Roles.Has(g.role) })
}

// Verbs returns every verb that the table of rights knows, in order.
func Verbs() []model.Verb { return slices.Sorted(maps.Keys(rights)) }

// Brings reports whether verb may bring a record into the file as it is: a whole
// table anything, the verbs of staff and posts these and their units, those of plans
// plans, and results results. Any other record has rules of its own, which its verbs
// ask, and a right to one thing is none to another.
func Brings(verb model.Verb, record any) bool {
	switch verb {
	case model.VerbImport:
		return true
	case model.VerbAddEmployee, model.VerbEditEmployee, model.VerbAddPost, model.VerbEditPost, model.VerbAddUnit, model.VerbEditUnit:
		switch record.(type) {
		case model.Unit, model.Employee, model.Post:
			return true
		}
	case model.VerbMakePlan, model.VerbEditPlan:
		_, ok := record.(model.Plan)
		return ok
	case model.VerbEnter:
		_, ok := record.(model.Card)
		return ok
	}
	return false
}

// BeyondSelf reports whether there is anybody but themselves to whom actor may do verb.
func BeyondSelf(actor model.Actor, verb model.Verb) bool {
	for rel := model.RelNone; rel <= model.RelLeader; rel++ {
		if rel != model.RelSelf && May(actor, verb, rel) {
			return true
		}
	}
	return false
}
