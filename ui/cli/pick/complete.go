package pick

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/lang"
)

// most is how many people a shell is offered at once.
const most = 100

// CompletePeople lets a shell complete the person that a verb is about.
func CompletePeople(c *call.Call, cmd *cobra.Command) {
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		return peopleWords(c, args, begun), cobra.ShellCompDirectiveNoFileComp
	}
}

// peopleWords offers the rest of a name, whose first words stand in args, or of a
// number, with the position beside it.
func peopleWords(c *call.Call, args []string, begun string) (list []string) {
	d, err := c.Open(call.ToRead)
	if err != nil || c.Flag.ID != "" {
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

// CompleteFlag offers words for a flag; what cannot be read offers nothing.
func CompleteFlag(c *call.Call, cmd *cobra.Command, flag string, words func(*store.Desk, []string) []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		d, err := c.Open(call.ToRead)
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

// Asked is the person that the words before the flag mean; "" for nobody.
func Asked(c *call.Call, d *store.Desk, args []string) model.EmployeeID {
	if d == nil {
		return ""
	}
	row, err := Person(c, d, args)
	if err != nil {
		return ""
	}
	return row.Employee
}
