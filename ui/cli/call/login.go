package call

import (
	"strings"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/cli/pin"
	"kinerja/ui/lang"
)

// Login is how somebody logged in on the command line.
type Login struct {
	user.Entered
	Keeps  bool   // set by a verb that needs the PIN once more
	Secret string // then: what was typed
}

// login lets in who --as names, or who says so on the terminal. Whoever completes
// a word in a shell is asked nothing. On the terminal a wrong PIN may be typed again,
// and how long to wait is told. With a PIN that somebody else set there is
// one verb: to change it.
func (c *Call) login() (actor model.Actor, err error) {
	if len(c.Env.Args) > 0 && strings.HasPrefix(c.Env.Args[0], "__complete") {
		return actor, user.ErrLogin
	}
	name, secret := c.Flag.As, ""
	if name == "" {
		name, err = c.Typing(c.Text.Account.Ask.Name)
	}
	if err == nil {
		err = c.reader().Again(func() (err error) {
			if secret, err = c.PIN(lang.Fill(c.Text.Account.Ask.PIN, "name", lang.Inert(user.Fold(name)))); err == nil {
				actor, c.Login.Entered, err = c.File.Enter(name, secret)
			}
			return err
		}, func(err error) { c.Note(c.Text.Error(err)) })
	}
	if c.Login.Keeps {
		c.Login.Secret = secret
	} else if err == nil && c.Login.MustChange {
		err = user.ErrTemporary
	}
	return actor, err
}

// PIN asks for a PIN: on the terminal unseen, else from --pin-fd, a line for each
// question.
func (c *Call) PIN(question string) (string, error) { return c.reader().Secret(question) }

// Typed reports whether somebody types at a terminal.
func (c *Call) Typed() bool { return c.reader().Typed() }

// Typing asks for a line that anybody may see: on the terminal, else from --pin-fd.
func (c *Call) Typing(question string) (string, error) { return c.reader().Line(question) }

func (c *Call) reader() *pin.Reader {
	if c.pins == nil {
		c.pins = pin.New(c.Env.In, c.Env.Err, c.Flag.PINs)
	}
	return c.pins
}
