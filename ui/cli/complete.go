package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/lang"
)

// most is how many people a shell is offered at once.
const most = 100

// completePeople offers the rest of a name, whose first words stand in args, or
// of a number, with the position beside it.
func (c *call) completePeople(cmd *cobra.Command) {
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		return c.peopleWords(args, begun), cobra.ShellCompDirectiveNoFileComp
	}
}

// peopleWords are the rest of a name, or numbers.
func (c *call) peopleWords(args []string, begun string) (list []string) {
	d, err := c.open(toRead)
	if err != nil || c.flag.id != "" {
		return nil
	}
	roster, err := d.Roster(store.RosterQuery{})
	if err != nil {
		return nil
	}
	before := strings.Join(args, " ")
	if before != "" {
		before += " "
	}
	for i := 0; i < roster.Len() && len(list) < most; i++ {
		row := roster.Row(i)
		_, name, _ := model.SplitName(row.Name)
		whole := []string{name}
		if begun != "" {
			whole = append(whole, string(row.Number))
		}
		for _, w := range whole {
			if len(w) > len(before) && strings.EqualFold(w[:len(before)], before) && fits(w[len(before):], begun) {
				list = append(list, lang.Inert(w[len(before):])+"\t"+lang.Inert(row.Position))
			}
		}
	}
	return list
}

// fits reports whether word goes on from what was begun, ignoring case.
func fits(word, begun string) bool {
	return len(word) >= len(begun) && strings.EqualFold(word[:len(begun)], begun)
}

// completeFlag offers words for a flag; what cannot be read offers nothing.
func (c *call) completeFlag(cmd *cobra.Command, flag string, words func(*store.Desk, []string) []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		d, err := c.open(toRead)
		if err != nil {
			d = nil
		}
		list := slices.DeleteFunc(words(d, args), func(w string) bool { return !fits(w, begun) })
		return list, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // a flag that the verb does not have
	}
}

// asked is the person that the words before the flag mean; "" for nobody.
func (c *call) asked(d *store.Desk, args []string) model.EmployeeID {
	if d == nil {
		return ""
	}
	row, err := c.person(d, args)
	if err != nil {
		return ""
	}
	return row.Employee
}

// completeAbout offers the codes of the person's measures and of behaviour.
func (c *call) completeAbout(d *store.Desk, args []string) []string {
	var plans []model.Plan
	if who := c.asked(d, args); who != "" {
		if pr, err := d.Profile(who); err == nil {
			plans = pr.Plans
		}
	}
	return aboutWords(plans, c.today().Year())
}

// completeItems offers the items of the person's conversation, newest first.
func (c *call) completeItems(d *store.Desk, args []string) (list []string) {
	who := c.asked(d, args)
	if who == "" {
		return nil
	}
	said, err := d.Conversation(who)
	if err != nil {
		return nil
	}
	for _, f := range slices.Backward(said.Items) {
		text, _, _ := strings.Cut(f.Text, "\n")
		list = append(list, mark(f.ID)+"\t"+c.text.FeedbackKind(f.Kind)+" "+c.text.Date(f.Word.On)+": "+lang.Inert(text))
	}
	return list
}
