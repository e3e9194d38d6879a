package feedback

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// completeAbout offers the codes of the person's measures and of behaviour.
func completeAbout(c *call.Call, d *store.Desk, args []string) []string {
	var plans []model.Plan
	if who := pick.Asked(c, d, args); who != "" {
		if pr, err := d.Profile(who); err == nil {
			plans = pr.Plans
		}
	}
	return aboutWords(plans, c.Today().Year())
}

// completeItems offers the items of the person's conversation, newest first.
func completeItems(c *call.Call, d *store.Desk, args []string) (list []string) {
	who := pick.Asked(c, d, args)
	if who == "" {
		return nil
	}
	said, err := d.Conversation(who)
	if err != nil {
		return nil
	}
	for _, f := range slices.Backward(said.Items) {
		text, _, _ := strings.Cut(f.Text, "\n")
		list = append(list, mark(f.ID)+"\t"+c.Text.FeedbackKind(f.Kind)+" "+c.Text.Date(f.Word.On)+": "+lang.Inert(text))
	}
	return list
}
