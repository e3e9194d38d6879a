package ruleset

import (
	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/lang"
)

// Choice is a rule set that can be put into use, or the file of one that is
// refused.
type Choice struct {
	Rules rules.RuleSet
	File  string // of one's own; "": the program brings it along
	Fault string // why the file is refused, in the reader's language; "": it is not
}

// Choices are those there are.
type Choices struct {
	List  []Choice
	Since model.Date // on which the one in use was chosen; 0: it was never another
}

// Doubts are the parts of a rule set that nobody has verified, each with what is
// known of it.
func Doubts(t *lang.Texts, rs rules.RuleSet) (list []string) {
	for _, b := range rs.Basis {
		if !b.Default {
			continue
		}
		field := b.Field
		if word, ok := t.Rules.About[field]; ok {
			field = word
		}
		list = append(list, lang.Fill(t.Rules.Verified, "field", lang.Inert(field), "note", lang.Inert(b.Note.In(t.Code))))
	}
	return list
}
