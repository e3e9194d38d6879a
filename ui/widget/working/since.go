package working

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
)

// Since says, below an answer, by which agreement a period is measured and since
// when that holds; nothing where a plan was agreed upon once.
func Since(t *lang.Texts, plan model.Plan, period model.Period, width int) []string {
	text := t.TargetsOf(plan, period)
	if text == "" {
		return nil
	}
	return append([]string{""}, strings.Split(ansi.Wordwrap(text, max(1, width), ""), "\n")...)
}
