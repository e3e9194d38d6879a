package model

import (
	"maps"
	"slices"
)

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
	VerbAddInstrument Verb = "instrument.add"
	VerbMakePlan      Verb = "plan.make"
	VerbAgreePlan     Verb = "plan.agree"
	VerbEditPlan      Verb = "plan.edit"
	VerbEnter         Verb = "card.enter"
	VerbRate          Verb = "evaluation.rate"
	VerbNote          Verb = "evaluation.note"
	VerbShare         Verb = "evaluation.share"
	VerbWithdraw      Verb = "evaluation.withdraw"
	VerbReceive       Verb = "evaluation.receive"
	VerbAccept        Verb = "evaluation.accept"
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
	VerbReadUnit      Verb = "unitresult.read"
	VerbProposeUnit   Verb = "unitresult.propose"
	VerbSetUnit       Verb = "unitresult.set"    // the leader above, in person
	VerbRecordUnit    Verb = "unitresult.record" // the same, typed from a document
	VerbExceptUnit    Verb = "unitresult.except" // why a distribution stands
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

// Relation says how an actor stands to the person a thing is about.
type Relation uint8

// The relations.
const (
	RelNone      Relation = iota // another unit, or about nobody
	RelSelf                      // it is about the actor
	RelEvaluator                 // the actor evaluates this person
	RelSuperior                  // the actor evaluates this person's evaluator
	RelUnit                      // the same unit
)

// grant is one line of the table of rights.
type grant struct {
	role Role
	rels []Relation // to whom; nil: to anybody
}

var anybody = []Relation(nil)

// rights is the one table of rights: who may do a verb to whom. What is not
// listed is not allowed.
var rights = map[Verb][]grant{
	VerbReadStaff: {{RoleStaff, []Relation{RelSelf}}, {RoleEvaluator, anybody}, {RoleSuperior, anybody}, {RoleManager, anybody}, {RoleTeam, anybody}, {RoleAuditor, anybody}, {RoleAdmin, anybody}},
	VerbReadCard:  {{RoleStaff, []Relation{RelSelf}}, {RoleEvaluator, []Relation{RelEvaluator, RelSelf}}, {RoleSuperior, []Relation{RelSuperior}}, {RoleManager, anybody}, {RoleTeam, anybody}, {RoleAuditor, anybody}},
	VerbReadFacts: {{RoleStaff, []Relation{RelSelf}}, {RoleEvaluator, []Relation{RelEvaluator, RelSelf}}, {RoleManager, anybody}, {RoleTeam, anybody}, {RoleAuditor, anybody}},

	// What is said to somebody is for the two of them; for whoever keeps the
	// unit's file; and for the inspectorate, which reads everything but support.
	VerbReadTalks: {{RoleStaff, []Relation{RelSelf}}, {RoleEvaluator, []Relation{RelEvaluator, RelSelf}}, {RoleManager, anybody}, {RoleAuditor, anybody}},

	// What a unit's customers said is about nobody: all who work there may read it.
	VerbReadSurveys: {{RoleStaff, anybody}, {RoleEvaluator, anybody}, {RoleSuperior, anybody}, {RoleManager, anybody}, {RoleTeam, anybody}, {RoleAuditor, anybody}},
	VerbAddSurvey:   changers, VerbReplaceSurvey: changers, VerbFeedSurvey: enterers,

	VerbAddUnit: keepers, VerbEditUnit: keepers, VerbAddEmployee: keepers, VerbEditEmployee: keepers,
	VerbAddPost: keepers, VerbEditPost: keepers, VerbAddInstrument: keepers, VerbImport: keepers,

	VerbMakePlan:  enterers,
	VerbAgreePlan: enterers,
	VerbEditPlan:  enterers,
	VerbEnter:     enterers,

	VerbCreditBase: enterers,

	VerbRate:     evaluators,
	VerbNote:     evaluators,
	VerbShare:    evaluators,
	VerbWithdraw: evaluators,
	VerbReceive:  recorders,
	VerbAccept:   recorders,
	VerbCorrect:  evaluators,
	VerbFinalise: evaluators,

	VerbFeedback: evaluators,
	VerbAnswer:   recorders,

	VerbClosePeriod: closers, VerbReopenPeriod: closers,

	// About a unit one is related as to its head: whoever evaluates the head is
	// the leader above.
	VerbReadUnit:    {{RoleStaff, []Relation{RelSelf, RelUnit}}, {RoleEvaluator, anybody}, {RoleSuperior, anybody}, {RoleManager, anybody}, {RoleTeam, anybody}, {RoleAuditor, anybody}},
	VerbProposeUnit: closers,
	VerbSetUnit:     {{RoleEvaluator, []Relation{RelEvaluator}}, {RoleSuperior, []Relation{RelEvaluator}}},
	VerbRecordUnit:  closers,
	VerbExceptUnit:  closers,

	VerbUndo: changers, VerbRedo: changers, VerbOpenChange: changers, VerbCloseChange: changers, VerbTakeBack: changers,

	VerbExport:  {{RoleEvaluator, anybody}, {RoleManager, anybody}, {RoleTeam, anybody}, {RoleAuditor, anybody}},
	VerbBackup:  {{RoleEvaluator, anybody}, {RoleManager, anybody}, {RoleAdmin, anybody}, {RoleTeam, anybody}, {RoleAuditor, anybody}},
	VerbRestore: {{RoleAdmin, anybody}},
	VerbVerify:  {{RoleEvaluator, anybody}, {RoleManager, anybody}, {RoleTeam, anybody}, {RoleAuditor, anybody}, {RoleAdmin, anybody}},
}

var (
	keepers    = []grant{{RoleManager, anybody}, {RoleTeam, anybody}}
	enterers   = []grant{{RoleEvaluator, []Relation{RelEvaluator}}, {RoleManager, anybody}, {RoleTeam, anybody}}
	evaluators = []grant{{RoleEvaluator, []Relation{RelEvaluator}}, {RoleManager, anybody}}
	closers    = []grant{{RoleEvaluator, []Relation{RelSelf, RelEvaluator}}, {RoleManager, anybody}, {RoleTeam, anybody}} // to the unit's head
	recorders  = []grant{{RoleStaff, []Relation{RelSelf}}, {RoleEvaluator, []Relation{RelEvaluator}}, {RoleManager, anybody}}
	changers   = []grant{{RoleEvaluator, anybody}, {RoleManager, anybody}, {RoleTeam, anybody}}
)

// Judges reports a verb by which one person judges another's work. The evaluator
// is the direct superior (PermenPANRB 6/2022): whatever their roles, nobody does
// it to themselves. To withdraw is no judgement: it takes one back.
func Judges(verb Verb) bool {
	switch verb {
	case VerbRate, VerbNote, VerbShare, VerbFinalise, VerbSetUnit:
		return true
	}
	return false
}

// May reports whether actor may do verb to somebody who stands to them as rel.
func May(actor Actor, verb Verb, rel Relation) bool {
	if rel == RelSelf && Judges(verb) {
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
func MayAnybody(actor Actor, verb Verb) bool {
	return slices.ContainsFunc(rights[verb], func(g grant) bool { return actor.Roles.Has(g.role) })
}

// Verbs returns every verb that the table of rights knows, in order.
func Verbs() []Verb { return slices.Sorted(maps.Keys(rights)) }
