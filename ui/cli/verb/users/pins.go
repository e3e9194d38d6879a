package users

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/ui/cli/answer/account"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

func pins(c *call.Call) *cobra.Command {
	cmd := c.Verb("users pin", "pin [USER]", c.Want(0, 1), func(args []string) error {
		c.Login.Keeps = true
		d, err := c.Open(call.ToWrite)
		if err != nil {
			return err
		}
		me, err := d.Account()
		if errors.Is(err, model.ErrNotFound) {
			err = user.ErrUnguarded
		}
		if err != nil {
			return err
		}
		if len(args) == 0 || user.Fold(args[0]) == me.Name {
			return change(c, d, me)
		}
		if me.Temporary {
			return user.ErrTemporary
		}
		u, err := find(c, d, args[0])
		if err != nil {
			return err
		}
		secret, err := newPIN(c, lang.Fill(c.Text.Account.Ask.NewFor, "name", lang.Inert(u.Shown)))
		if err != nil {
			return err
		}
		if err := d.ResetSecret(u.ID, secret); err != nil {
			return err
		}
		u.Temporary = true
		return say(c, u.User, lang.Fill(c.Text.Account.Said.Reset, "name", lang.Inert(u.Shown)))
	})
	complete(c, cmd)
	return cmd
}

// change sets the own PIN; the one before was typed to get in.
func change(c *call.Call, d *store.Desk, me user.User) error {
	secret, err := newPIN(c, c.Text.Account.Ask.New)
	if err != nil {
		return err
	}
	if err := d.ChangeSecret(c.Login.Secret, secret); err != nil {
		return err
	}
	me.Temporary = false
	return say(c, me, c.Text.Account.Said.Changed)
}

func guard(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("users guard", "guard [--user NAME] [--outside NAME]", c.Want(0, 0), func([]string) error {
		d, err := c.Open(call.ToWrite)
		if err != nil {
			return err
		}
		guarded, err := c.File.Guarded()
		if err == nil && guarded {
			err = user.ErrGuarded
		}
		if err != nil {
			return err
		}
		return turnOn(c, d, f, nil)
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.user, "user", "", t["users-user"])
	set.StringVar(&f.outside, "outside", "", t["users-outside"])
	return cmd
}

// guest is somebody who is to log in, and what they are called.
type guest struct {
	user.New
	shown string
}

// turnOn makes the file ask who works: whoever is at work becomes administrator;
// second, if there is one, gets a PIN too. It prints the recovery code, once.
func turnOn(c *call.Call, d *store.Desk, f flags, second *guest) error {
	w := c.Text.Account
	first := user.New{User: user.User{Employee: d.Actor().Employee}}
	if second == nil {
		first.Name = f.user
	}
	if first.Employee == "" && second == nil {
		first.Display = f.outside
	}
	if first.Employee == "" && first.Display == "" {
		return errors.Join(call.Said(w.Said.WhoFirst, model.ErrMissing), exit.ErrUsage)
	}
	shown := d.Actor().Name
	if first.Employee == "" {
		shown = first.Display
	}
	var err error
	if first.Secret, err = newPIN(c, lang.Fill(w.Ask.First, "name", lang.Inert(shown))); err != nil {
		return err
	}
	var others []user.New
	if second != nil {
		if second.Secret, err = newPIN(c, w.Ask.Second); err != nil {
			return err
		}
	}
	one := guest{first, shown}
	all, err := named(d, &one, second)
	if err != nil {
		return err
	}
	if second != nil {
		others = append(others, second.New)
	}
	code, err := d.Guard(one.New, others...)
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		return printed(c, c.Object(account.GuardedBy(all, code)))
	}
	c.Line(lang.Fill(w.Said.On, "users", strings.Join(all, ", ")))
	giveCode(c, code)
	return printed(c, nil)
}

// printed notes that the recovery code stands where it was printed to.
func printed(c *call.Call, err error) error {
	if err != nil {
		return err
	}
	return c.File.Written()
}

// named gives those a name to log in by who have none, and lists all the names.
func named(d *store.Desk, guests ...*guest) (list []string, err error) {
	rows, err := d.Users()
	if err != nil {
		return nil, err
	}
	var taken []user.User
	for _, r := range rows {
		taken = append(taken, r.User)
	}
	for _, n := range guests {
		if n == nil {
			continue
		}
		if n.Name == "" {
			n.Name = user.NameFor(n.User, n.shown, taken)
		}
		n.Name = user.Fold(n.Name)
		taken = append(taken, n.User)
		list = append(list, n.Name)
	}
	return list, nil
}

// giveCode prints a recovery code and what to do with it.
func giveCode(c *call.Call, code string) {
	c.Line("")
	c.Line(c.Text.Account.Said.Code)
	c.Line("")
	c.Line("  " + code)
	c.Line("")
	c.Line(c.Text.Account.Said.KeepCode)
}

func unguard(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("users unguard", "unguard [--yes]", c.Want(0, 0), func([]string) error {
		c.Login.Keeps = true
		d, err := c.Open(call.ToWrite)
		if err != nil {
			return err
		}
		guarded, err := c.File.Guarded()
		if err == nil && !guarded {
			err = user.ErrUnguarded
		}
		if err != nil {
			return err
		}
		if !f.yes {
			if err := c.Confirm(c.Text.Account.Ask.Unguard, ""); err != nil {
				return err
			}
		}
		if err := d.Unguard(c.Login.Secret); err != nil {
			return err
		}
		if c.Flag.JSON {
			return c.Object(account.GuardedBy(nil, ""))
		}
		c.Line(c.Text.Account.Said.Off)
		return nil
	})
	cmd.Flags().BoolVar(&f.yes, "yes", false, c.Text.CLI.Flags["yes"])
	return cmd
}

func recovery(c *call.Call) *cobra.Command {
	return c.Verb("users recover", "recover", c.Want(0, 0), func([]string) error {
		if _, err := c.Open(call.ToEnter); err != nil {
			return err
		}
		guarded, err := c.File.Guarded()
		if err == nil && !guarded {
			err = user.ErrUnguarded
		}
		if err != nil {
			return err
		}
		code, err := c.Typing(c.Text.Account.Ask.Code)
		if err != nil {
			return err
		}
		if _, err := user.ParseCode(code); err != nil {
			return err // before anybody thinks of a new PIN
		}
		secret, err := newPIN(c, c.Text.Account.Ask.New)
		if err != nil {
			return err
		}
		r, err := c.File.Recover(code, secret)
		if err != nil {
			return err
		}
		if c.Flag.JSON {
			return printed(c, c.Object(account.GuardedBy([]string{r.User.Name}, r.Code)))
		}
		c.Line(lang.Fill(c.Text.Account.Said.Recovered, "user", r.User.Name))
		giveCode(c, r.Code)
		return printed(c, nil)
	})
}

// newPIN asks for a PIN that is chosen now: on a terminal twice.
func newPIN(c *call.Call, question string) (string, error) {
	secret, err := c.PIN(question)
	if err != nil || !c.Typed() {
		return secret, err
	}
	again, err := c.PIN(c.Text.Account.Ask.Again)
	if err == nil && again != secret {
		err = call.Said(c.Text.Account.Ask.Differs, model.ErrInvalid)
	}
	return secret, err
}
