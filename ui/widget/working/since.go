package working

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
)

// Since says, below an answer, whose word the target is: by which agreement a
// period is measured and since when that holds. What the program brings along is
// the indicator, and that alone is unverified. Nothing is said of a draft.
func Since(t *lang.Texts, plan model.Plan, period model.Period, width int) []string {
	text := Agreed(t, plan, period)
	if text == "" {
		return nil
	}
	return append([]string{""}, strings.Split(ansi.Wordwrap(text, max(1, width), ""), "\n")...)
}

// Agreed is what Since says, as one text.
func Agreed(t *lang.Texts, plan model.Plan, period model.Period) string {
	if text := t.TargetsOf(plan, period); text != "" {
		return text
	}
	if !planning.Binding(plan) {
		return ""
	}
	for i := len(plan.Words) - 1; i >= 0; i-- {
		if w := plan.Words[i]; w.Act == planning.Agree {
			return lang.Fill(t.Working.Why.Agreed, "on", t.Date(w.On), "document", t.Paper(w.Document))
		}
	}
	return ""
}
