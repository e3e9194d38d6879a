package access

import (
	"strings"

	"kinerja/model"
)

// Group is what a right is about, in the order in which people read them.
type Group uint8

// The groups.
const (
	People Group = iota
	Plans
	Results
	Evaluations
	Talks
	Sequels // objections, coaching, awards
	Sessions
	Units
	File
	Accounts
	Groups // how many there are
)

// words of the groups, as programs read them.
var words = [...]string{"people", "plans", "results", "evaluation", "talk", "followup", "session", "unit", "file", "accounts"}

// String is the word of files and the command line.
func (g Group) String() string { return words[min(int(g), len(words)-1)] }

var groups = map[string]Group{
	"staff": People, "employee": People, "post": People, "leave": People, "unit": People, "instrument": Plans, "plan": Plans, "action": Plans,
	"card": Results, "credit": Results, "survey": Results, "evaluation": Evaluations, "assessment": Evaluations, "period": Evaluations, "feedback": Talks, "round": Talks,
	"objection": Sequels, "coaching": Sequels, "award": Sequels, "discipline": Sequels, "support": Sequels, "session": Sessions,
	"unitresult": Units, "raters": Units, "situation": Units, "user": Accounts,
}

// GroupOf says what a right is about.
func GroupOf(v model.Verb) Group {
	noun, _, _ := strings.Cut(string(v), ".")
	if g, ok := groups[noun]; ok {
		return g
	}
	return File
}

// Said lists the verbs that people are told of, of one group, in the order of the work:
// what large changes are made of follows from the others.
func Said(g Group) (list []model.Verb) {
	for _, v := range inOrder() {
		if GroupOf(v) == g && v != model.VerbOpenChange && v != model.VerbCloseChange && v != model.VerbTakeBack {
			list = append(list, v)
		}
	}
	return list
}

// Relations lists how one may stand to somebody, the nearest first.
func Relations() []model.Relation {
	return []model.Relation{model.RelSelf, model.RelEvaluator, model.RelSuperior, model.RelUnit, model.RelLeader}
}

// Word is a relation as files and the command line call it.
func Word(r model.Relation) string {
	switch r {
	case model.RelSelf:
		return "self"
	case model.RelEvaluator:
		return "evaluated"
	case model.RelSuperior:
		return "below"
	case model.RelUnit:
		return "unit"
	case model.RelLeader:
		return "leader"
	}
	return "anybody"
}

// Whom says to whom actor may do verb: to anybody (RelNone alone), to those who stand
// so to them, or to nobody. Of a judgement anybody is anybody but oneself.
func Whom(actor model.Actor, verb model.Verb) (list []model.Relation) {
	if May(actor, verb, model.RelNone) {
		return []model.Relation{model.RelNone}
	}
	for _, r := range Relations() {
		if May(actor, verb, r) {
			list = append(list, r)
		}
	}
	return list
}

// MayAny reports whether actor may do verb to somebody who stands to them in all of
// these ways at once.
func MayAny(actor model.Actor, verb model.Verb, rels []model.Relation) bool {
	may := May(actor, verb, model.RelNone)
	for _, r := range rels {
		if r == model.RelSelf && Judges(verb) {
			return false
		}
		may = may || May(actor, verb, r)
	}
	return may
}
