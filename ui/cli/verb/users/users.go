// Package users is the verbs about who works here: users, with who may log in, and
// whoami.
package users

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/ui/cli/answer/account"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// Command is `kinerja users` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("users", list(c), add(c), edit(c), pins(c), closing(c), guard(c), unguard(c), recovery(c))
}

// flags are those of one call beside the common ones.
type flags struct {
	user, outside string
	roles         []string
	yes           bool
}

func list(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("users list", "list", c.Want(0, 0), func([]string) error {
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		rows, err := d.Users()
		if err != nil {
			return err
		}
		return c.List(lists.Users(c.Text, rows, c.Conf.Zone), lines, c.Text.Account.Said.Nobody)
	})
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

func add(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("users add", "add QUERY | --outside NAME [--user NAME] [--role ROLE,…]", nil, func(args []string) error {
		granted, err := roles(c, f.roles)
		if err != nil {
			return err
		}
		if len(args) == 0 && c.Flag.ID == "" && f.outside == "" {
			return c.Needs("kinerja users add", "QUERY", "")
		}
		d, err := c.Open(call.ToWrite)
		if err != nil {
			return err
		}
		n, shown, err := newcomer(c, d, args, f)
		if err != nil {
			return err
		}
		n.Roles = granted
		guarded, err := c.File.Guarded()
		if err != nil {
			return err
		}
		if !guarded {
			c.Note(lang.Fill(c.Text.Account.Said.TurnsOn, "name", lang.Inert(shown)))
			return turnOn(c, d, f, &guest{n, shown})
		}
		if n.Secret, err = newPIN(c, lang.Fill(c.Text.Account.Ask.NewFor, "name", lang.Inert(shown))); err != nil {
			return err
		}
		u, err := d.AddUser(n)
		if err != nil {
			return err
		}
		return say(c, u, lang.Fill(c.Text.Account.Said.Added, "name", lang.Inert(shown), "user", u.Name))
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.user, "user", "", t["users-user"])
	set.StringVar(&f.outside, "outside", "", t["users-outside"])
	set.StringSliceVar(&f.roles, "role", nil, t["users-role"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	pick.CompleteFlag(c, cmd, "role", func(*store.Desk, []string) []string { return words() })
	return cmd
}

// newcomer is whom a verb lets in: somebody on the list of staff, or --outside.
func newcomer(c *call.Call, d *store.Desk, args []string, f flags) (n user.New, shown string, err error) {
	n.Name = f.user
	if f.outside != "" {
		n.Display = f.outside
		return n, f.outside, nil
	}
	row, err := pick.Person(c, d, args)
	n.Employee = row.Employee
	return n, row.Name, err
}

func edit(c *call.Call) *cobra.Command {
	var f flags
	var cmd *cobra.Command
	cmd = c.Verb("users edit", "edit USER [--user NAME] [--outside NAME] [--role ROLE,…|none]", c.Want(1, 1, "USER"), func(args []string) error {
		granted, err := roles(c, f.roles)
		if err != nil {
			return err
		}
		d, err := c.Open(call.ToWrite)
		if err != nil {
			return err
		}
		u, err := find(c, d, args[0])
		if err != nil {
			return err
		}
		if f.user == "" {
			f.user = u.Name
		}
		if f.outside == "" {
			f.outside = u.Display
		}
		if !cmd.Flags().Changed("role") {
			granted = u.Roles
		}
		if err := d.EditUser(u.ID, f.user, f.outside, granted); err != nil {
			return err
		}
		u.Name, u.Roles = user.Fold(f.user), granted
		return say(c, u.User, lang.Fill(c.Text.Account.Said.Edited, "user", u.Name, "roles", c.Text.Roles(granted)))
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.user, "user", "", t["users-user"])
	set.StringVar(&f.outside, "outside", "", t["users-outside"])
	set.StringSliceVar(&f.roles, "role", nil, t["users-role"])
	complete(c, cmd)
	pick.CompleteFlag(c, cmd, "role", func(*store.Desk, []string) []string { return words() })
	return cmd
}

func closing(c *call.Call) *cobra.Command {
	cmd := c.Verb("users close", "close USER", c.Want(1, 1, "USER"), func(args []string) error {
		d, err := c.Open(call.ToWrite)
		if err != nil {
			return err
		}
		u, err := find(c, d, args[0])
		if err != nil {
			return err
		}
		if err := d.CloseUser(u.ID); err != nil {
			return err
		}
		u.Closed = true
		return say(c, u.User, lang.Fill(c.Text.Account.Said.Closed, "name", lang.Inert(u.Shown), "user", u.Name))
	})
	complete(c, cmd)
	return cmd
}

// find is the user of a name, who can log in.
func find(c *call.Call, d *store.Desk, name string) (user.Row, error) {
	rows, err := d.Users()
	if err != nil {
		return user.Row{}, err
	}
	for _, r := range rows {
		if r.Name == user.Fold(name) && r.Live() {
			return r, nil
		}
	}
	return user.Row{}, call.Said(lang.Fill(c.Text.Account.Said.NoUser, "user", lang.Inert(name)), model.ErrNotFound)
}

// complete offers the names to log in by.
func complete(c *call.Call, cmd *cobra.Command) {
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, begun string) (list []string, _ cobra.ShellCompDirective) {
		d, err := c.Open(call.ToRead)
		if err != nil || len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		rows, _ := d.Users() // what cannot be read offers nothing
		for _, r := range rows {
			if r.Live() && strings.HasPrefix(r.Name, user.Fold(begun)) {
				list = append(list, r.Name+"\t"+lang.Inert(r.Shown))
			}
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	}
}

// roles reads --role: several words, or none.
func roles(c *call.Call, given []string) (granted model.Roles, err error) {
	for _, g := range given {
		if strings.EqualFold(g, "none") {
			continue
		}
		word, err := c.Word("--role", g, append(words(), "none"))
		if err != nil {
			return 0, err
		}
		r, _ := model.ParseRole(word)
		granted |= model.RolesOf(r)
	}
	return granted, nil
}

func words() (list []string) {
	for _, r := range user.Grantable() {
		list = append(list, r.String())
	}
	return list
}

// say tells what was done about a user.
func say(c *call.Call, u user.User, text string) error {
	if c.Flag.JSON {
		return c.Object(account.UserOf(u))
	}
	c.Line(text)
	return nil
}
