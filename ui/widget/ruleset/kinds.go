package ruleset

import (
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/lang"
)

// Settable are the kinds of staff that a rule set can be set for; who works part
// time under a contract goes with the others under contract.
func Settable() []model.EmployeeKind {
	return []model.EmployeeKind{model.PNS, model.PPPK, model.NonASN}
}

// Kinds are the kinds of staff for whom a rule set is set.
func Kinds(b rules.Book, rs rules.RuleSet) (list []model.EmployeeKind) {
	for _, kind := range Settable() {
		if set, ok := b.OfKind(kind); ok && set.Ref() == rs.Ref() {
			list = append(list, kind)
		}
	}
	return list
}

// For names those kinds; "" for none.
func For(t *lang.Texts, b rules.Book, rs rules.RuleSet) string {
	var names []string
	for _, kind := range Kinds(b, rs) {
		names = append(names, t.EmployeeKind(kind))
	}
	return strings.Join(names, ", ")
}

// ByKind says which rule set is set for which kind of staff; "" where none is.
func ByKind(t *lang.Texts, b rules.Book) string {
	var parts []string
	for _, kind := range Settable() {
		if rs, ok := b.OfKind(kind); ok {
			parts = append(parts, t.EmployeeKind(kind)+": "+lang.Inert(rs.Name.In(t.Code)))
		}
	}
	return strings.Join(parts, "; ")
}

// Together says that one pattern holds for people of several rule sets; "" where no
// kind of staff has its own.
func Together(t *lang.Texts, b rules.Book) string {
	list := ByKind(t, b)
	if list == "" {
		return ""
	}
	return lang.Fill(t.Rules.Together, "list", list)
}

// ChosenFor says that people of a kind go by a rule set from now on; by that of
// all again where it is none.
func ChosenFor(t *lang.Texts, kind model.EmployeeKind, rs rules.RuleSet) string {
	if rs.ID == "" {
		return lang.Fill(t.Rules.NoneFor, "kind", t.EmployeeKind(kind))
	}
	return lang.Fill(t.Rules.ChosenFor, "kind", t.EmployeeKind(kind), "name", lang.Inert(rs.Name.In(t.Code)), "version", rs.Version)
}
