package users

import (
	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/ui/cli/answer/account"
	"kinerja/ui/cli/call"
	"kinerja/ui/lang"
)

// Whoami is `kinerja whoami`: who works here, how that is known, and what they may.
func Whoami(c *call.Call) *cobra.Command {
	return c.Verb("whoami", "whoami", c.Want(0, 0), func([]string) error {
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		me, in := d.Actor(), c.Login
		if c.Flag.JSON {
			return c.Object(account.MeOf(me, in.Entered))
		}
		w := c.Text.Account.Me
		name := lang.Inert(me.Name)
		if me.Via == model.Signed {
			name = lang.Fill(w.As, "name", name, "user", in.User.Name)
		}
		c.Line(name)
		c.Line(lang.Fill(w.Roles, "roles", c.Text.Roles(me.Roles)))
		c.Line(map[bool]string{false: w.Own, true: w.Signed}[me.Via == model.Signed])
		if me.Via == model.Signed {
			last := w.First
			if !in.Last.IsZero() {
				last = lang.Fill(w.Last, "at", c.Text.Time(in.Last.Add(c.Conf.Zone.Offset())))
			}
			c.Line(last)
			if in.Failed > 0 {
				c.Line(c.Text.Plural(w.Failed, in.Failed))
			}
		}
		c.Line(lang.Fill(w.May, "list", c.Text.Account.RightsOf(me.Roles)))
		return nil
	})
}
