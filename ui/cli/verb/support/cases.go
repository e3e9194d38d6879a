package support

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/support"
	"kinerja/store/vault"
	"kinerja/ui/cli/call"
	"kinerja/ui/lang"
	"kinerja/ui/lang/confide"
)

// slipMost is how many bytes are read of a file that is called a slip.
const slipMost = 1 << 20

// list lists the cases.
func list(c *call.Call) *cobra.Command {
	var f flags
	var lines, active bool
	cmd := verb(c, "list", "[--open] [--lines] --vault FILE", c.Want(0, 0), &f, func(path string, _ []string) error {
		return opened(c, path, func(v *vault.Vault) error {
			all, err := v.Cases()
			if err != nil {
				return err
			}
			var shown []support.Case
			for _, x := range all {
				if x.State.Open() || !active {
					shown = append(shown, x)
				}
			}
			return c.List(table(c.Text, shown), lines, c.Text.Support.Case.NoCases)
		})
	})
	cmd.Flags().BoolVar(&active, "open", false, c.Text.CLI.Flags["support-open"])
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

func table(t *lang.Texts, list []support.Case) listing.Table {
	w, f := t.Support.Case, t.Support.Fields
	return listing.Table{
		Columns: []listing.Column{
			{Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: w.Code, Field: "code", Kind: listing.Identifier}, {Name: f.Name, Field: "name"},
			{Name: f.Unit, Field: "unit"}, {Name: w.State, Field: "state"}, {Name: w.Since, Field: "opened", Kind: listing.Date},
			{Name: w.Meets, Field: "next", Kind: listing.Date}, {Name: w.Count, Field: "sessions", Kind: listing.Number},
		},
		Rows: listing.Each(listing.All(list), func(x support.Case) []listing.Value {
			held := 0
			for _, m := range x.Meetings {
				if m.Held {
					held++
				}
			}
			return []listing.Value{
				{Text: string(x.ID)}, {Text: x.ID.Code()}, {Text: x.Person.Name}, {Text: x.Person.Unit},
				{Text: t.Support.States[x.State.String()], Word: x.State.String()}, {Date: x.Opened}, {Date: x.Next()}, {Number: model.Some(model.Int(int64(held)))},
			}
		}),
	}
}

// one is a case for programs.
type one struct {
	Schema  int     `json:"schema"`
	Code    string  `json:"code"`
	State   string  `json:"state"`
	Outcome *string `json:"outcome"`
	support.Case
	Allow map[string][]string `json:"allow"`
}

func object(x support.Case) one {
	o := one{Schema: 1, Code: x.ID.Code(), State: x.State.String(), Case: x, Allow: words(x.Allow)}
	if x.Outcome != support.NoOutcome {
		word := x.Outcome.String()
		o.Outcome = &word
	}
	return o
}

// words are what may be known, by audience.
func words(a support.Allow) map[string][]string {
	all := map[string][]string{}
	for _, who := range support.Audiences() {
		all[who.String()] = a.To(who).Words()
	}
	return all
}

// show shows one case as a whole.
func show(c *call.Call) *cobra.Command {
	var f flags
	return verb(c, "show", "CASE --vault FILE", c.Want(1, 1, "CASE"), &f, func(path string, args []string) error {
		return opened(c, path, func(v *vault.Vault) error {
			all, err := v.Cases()
			if err != nil {
				return err
			}
			x, err := find(c, all, args[0])
			if err != nil {
				return err
			}
			if c.Flag.JSON {
				return c.Object(object(x))
			}
			c.Line(confide.Head(c.Text, x))
			for _, p := range confide.Parts(c.Text, x) {
				if len(p.Lines) == 1 {
					c.Line(p.Head + ": " + p.Lines[0])
					continue
				}
				c.Line(p.Head)
				for _, l := range p.Lines {
					c.Line("    " + l)
				}
			}
			return nil
		})
	})
}

// open begins a case of somebody who came by themselves.
func open(c *call.Call) *cobra.Command {
	var f flags
	return verb(c, "open", "--vault FILE", c.Want(0, 0), &f, func(path string, _ []string) error {
		return opened(c, path, func(v *vault.Vault) error {
			w := c.Text.Support
			x := support.Case{Opened: c.Today()}
			for _, q := range []struct {
				question string
				to       *string
			}{
				{w.Ask.Name, &x.Person.Name}, {w.Ask.NIP, &x.Person.Number}, {w.Ask.Unit, &x.Person.Unit}, {w.Ask.Contact, &x.Person.Contact},
			} {
				text, err := line(c, q.question)
				if err != nil {
					return err
				}
				*q.to = text
			}
			var err error
			if x.About, err = lines(c, w.Ask.About); err != nil {
				return err
			}
			if x, err = v.Add(x); err != nil {
				return err
			}
			if c.Flag.JSON {
				return c.Object(object(x))
			}
			c.Line(lang.Fill(w.Case.Opened, "code", x.ID.Code(), "name", lang.Inert(x.Person.Name)))
			return nil
		})
	})
}

// read begins a case from a sealed referral.
func read(c *call.Call) *cobra.Command {
	var f flags
	return verb(c, "read", "SLIP --vault FILE", c.Want(1, 1, "SLIP"), &f, func(path string, args []string) error {
		return opened(c, path, func(v *vault.Vault) error {
			w, name := c.Text.Support.Case, lang.Inert(args[0])
			sealed, err := content(args[0])
			if err != nil {
				return c.About(args[0], err)
			}
			slip, err := v.Read(sealed)
			switch {
			case errors.Is(err, vault.ErrOtherKey):
				return call.Said(lang.Fill(w.OtherKey, "file", name), err)
			case errors.Is(err, model.ErrForeign):
				return call.Said(lang.Fill(w.NoSlip, "file", name), err)
			case err != nil:
				return c.About(args[0], err)
			}
			x, err := v.Add(slip.Begin("", c.Today()))
			if errors.Is(err, model.ErrExists) {
				return call.Said(w.Twice, err)
			}
			if err != nil {
				return err
			}
			if c.Flag.JSON {
				return c.Object(object(x))
			}
			c.Line(lang.Fill(w.Read, "by", lang.Inert(x.By), "code", x.ID.Code(), "name", lang.Inert(x.Person.Name)))
			return nil
		})
	})
}

func content(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, slipMost))
}
