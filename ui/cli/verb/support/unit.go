package support

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/support"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/store/referral"
	"kinerja/store/vault"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/lang/confide"
)

// address reads where the counsellor is found, as anybody may: nobody is asked who
// they are, and nothing is written, not even beside the file.
func address(c *call.Call) (support.Contact, error) {
	if err := c.Settings(); err != nil {
		return support.Contact{}, err
	}
	if c.Flag.Demo {
		d, err := c.Open(call.ToRead)
		if err != nil {
			return support.Contact{}, err
		}
		return referral.Desk{Desk: d}.Contact()
	}
	path, err := c.Path()
	if err != nil {
		return support.Contact{}, err
	}
	opt := c.Options()
	opt.ReadOnly = true
	if c.File, err = store.Open(path, opt); err != nil {
		return support.Contact{}, err
	}
	return referral.ContactIn(c.File)
}

// contact says where the counsellor is found, or keeps it.
func contact(c *call.Call) *cobra.Command {
	var x support.Contact
	cmd := c.Verb("support contact", "contact [--name T] [--place T] [--hours T] [--phone T] [--key KEY]", c.Want(0, 0), nil)
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&x.Name, "name", "", t["support-name"])
	set.StringVar(&x.Place, "place", "", t["support-place"])
	set.StringVar(&x.Hours, "hours", "", t["support-hours"])
	set.StringVar(&x.Phone, "phone", "", t["support-phone"])
	set.StringVar(&x.Key, "key", "", t["support-key"])
	inner := c.Verb("support contact", "", nil, func([]string) error {
		if x == (support.Contact{}) {
			known, err := address(c)
			if err != nil {
				return err
			}
			return sayContact(c, known)
		}
		if x.Key != "" && vault.CheckKey(x.Key) != nil {
			return call.Said(c.Text.Support.Unit.BadKey, model.ErrInvalid)
		}
		d, err := c.Open(call.ToWrite)
		if err != nil {
			return err
		}
		desk := referral.Desk{Desk: d}
		known, err := desk.Contact()
		if err != nil {
			return err
		}
		x = support.Contact{
			Name: cmp.Or(x.Name, known.Name), Place: cmp.Or(x.Place, known.Place), Hours: cmp.Or(x.Hours, known.Hours),
			Phone: cmp.Or(x.Phone, known.Phone), Key: strings.TrimSpace(cmp.Or(x.Key, known.Key)),
		}
		if err := desk.SetContact(x); err != nil {
			return err
		}
		if !c.Flag.JSON {
			c.Note(lang.Fill(c.Text.Support.Unit.Set, "name", lang.Inert(x.Name)))
		}
		return sayContact(c, x)
	})
	cmd.RunE = inner.RunE
	return cmd
}

func sayContact(c *call.Call, x support.Contact) error {
	if c.Flag.JSON {
		return c.Object(struct {
			Schema int `json:"schema"`
			support.Contact
		}{1, x})
	}
	if !x.Known() {
		c.Line(c.Text.Support.Unit.NoContact)
		return nil
	}
	for _, p := range confide.Address(c.Text, x) {
		c.Line(p.Name + ": " + p.Value)
	}
	if x.Key == "" {
		c.Note(c.Text.Support.Unit.NoKey)
		return nil
	}
	c.Line(c.Text.Support.Fields.Key + ": " + lang.Inert(x.Key))
	return nil
}

// form prints the blank request. Whatever is wrong with the file, a form there is.
func form(c *call.Call) *cobra.Command {
	return c.Verb("support form", "form", c.Want(0, 0), func([]string) error {
		known, err := address(c)
		if code, _ := exit.Of(err); err != nil && code == exit.Usage {
			return err
		}
		sheet := confide.Form(c.Text, known, c.Conf.Support)
		if c.Flag.JSON {
			return c.Object(struct {
				Schema int      `json:"schema"`
				Lines  []string `json:"lines"`
			}{1, sheet})
		}
		c.Lines(sheet)
		return nil
	})
}

// referring are the flags of a referral.
type referring struct {
	out, document, on string
	signed            bool
	allow             []string
}

// refer seals a referral to the counsellor's key and keeps that it was made.
func refer(c *call.Call) *cobra.Command {
	var f referring
	cmd := c.Verb("support refer", "refer QUERY --out FILE --allow WHO=WHAT… | --allow none --document T [--on DATE] | --signed", nil, func(args []string) error {
		return answered(c, doRefer(c, f, args))
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.out, "out", "", t["support-out"])
	set.StringVar(&f.document, "document", "", t["support-document"])
	set.StringVar(&f.on, "on", "", t["support-on"])
	set.BoolVar(&f.signed, "signed", false, t["signed"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	set.StringArrayVar(&f.allow, "allow", nil, t["support-allow"])
	offer(cmd, "allow", "none", "evaluator=made", "evaluator=made,attended,finished", "superior=made", "team=made")
	pick.CompletePeople(c, cmd)
	return cmd
}

// answered says how to answer where nobody could.
func answered(c *call.Call, err error) error {
	if errors.Is(err, user.ErrLogin) && c.File != nil {
		if guarded, _ := c.File.Guarded(); !guarded {
			return call.Said(c.Text.Support.Ask.NoAnswer, exit.ErrUsage)
		}
	}
	return err
}

func doRefer(c *call.Call, f referring, args []string) error {
	w := c.Text.Support
	if err := c.Needs("kinerja support refer", "--out", f.out); err != nil {
		return err
	}
	allow, err := allowed(c, "kinerja support refer", f.allow)
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	desk := referral.Desk{Desk: d}
	row, err := pick.Person(c, d, args)
	if err != nil {
		return err
	}
	if err := desk.MayRefer(row.Employee); errors.Is(err, model.ErrSelf) {
		return call.Said(w.Unit.Self, err)
	} else if err != nil {
		return err
	}
	known, err := desk.Contact()
	if err == nil && known.Key == "" {
		err = call.Said(w.Unit.NoKey, model.ErrNotFound)
	}
	if err != nil {
		return err
	}
	if tells(f.out, row.Name) {
		return call.Said(w.Unit.SlipName, exit.ErrUsage)
	}
	slip, err := slipOf(c, d, f, row)
	if err != nil {
		return err
	}
	slip.Allow = allow
	sealed, err := vault.Seal(known.Key, slip)
	if err != nil {
		return err
	}
	return send(c, desk, f.out, sealed, row.Employee, allow)
}

// send writes the sealed slip and keeps that it was made: both, or neither.
func send(c *call.Call, desk referral.Desk, out string, sealed []byte, who model.EmployeeID, allow support.Allow) error {
	err := export.WriteFile(out, false, func(to io.Writer) error { _, err := to.Write(sealed); return err })
	if exists(err) {
		err = call.Said(lang.Fill(c.Text.CLI.Backup.Exists, "file", lang.Inert(out)), err)
	}
	if err != nil {
		return c.About(out, err)
	}
	kept, err := desk.ReferToCounsellor(who, allow)
	if err != nil {
		return errors.Join(err, os.Remove(out))
	}
	if c.Flag.JSON {
		return c.Object(struct {
			Schema int                 `json:"schema"`
			File   string              `json:"file"`
			On     model.Date          `json:"on"`
			Kept   bool                `json:"name_kept"`
			Allow  map[string][]string `json:"allow"`
		}{1, out, kept.On, kept.Employee != "", words(allow)})
	}
	w := c.Text.Support.Unit
	c.Line(lang.Fill(w.Referred, "file", lang.Inert(out)))
	if kept.Employee == "" {
		c.Line(w.KeptNothing)
		return nil
	}
	c.Line(lang.Fill(w.Kept, "what", confide.Allowed(c.Text, allow)))
	return nil
}

// slipOf asks for what the slip says, and for the person's agreement.
func slipOf(c *call.Call, d *store.Desk, f referring, row model.StaffRow) (s support.Slip, err error) {
	w := c.Text.Support
	name := lang.Inert(row.Name)
	switch {
	case f.signed && (f.document != "" || f.on != ""):
		return s, c.Misuse(c.Text.CLI.Usage.Together, "a", "--signed", "b", "--document | --on")
	case !f.signed && strings.TrimSpace(f.document) == "":
		return s, call.Said(lang.Fill(w.Unit.NoConsent, "name", name), exit.ErrUsage)
	}
	s.On, s.Paper = c.Today(), strings.TrimSpace(f.document)
	if f.on != "" {
		if s.On, err = c.DateFlag("--on", f.on); err != nil {
			return s, err
		}
		if s.On > c.Today() {
			return s, &model.FieldError{Field: "date", Value: f.on, Err: model.ErrFuture}
		}
	}
	if f.signed {
		secret, err := c.PIN(lang.Fill(w.Unit.Signature, "name", name))
		if err != nil {
			return s, err
		}
		if _, err := d.Signed(row.Employee, secret); err != nil {
			return s, err
		}
	}
	profile, err := d.Profile(row.Employee)
	if err != nil {
		return s, err
	}
	s.Person = support.Person{Name: profile.Employee.FullName(), Number: string(profile.Employee.Number), Position: row.Position, Unit: profile.Unit.Name}
	s.By = cmp.Or(d.Actor().Name, c.Text.CLI.Record.Owner)
	if s.Person.Contact, err = line(c, w.Ask.Contact); err != nil {
		return s, err
	}
	s.About, err = lines(c, w.Ask.About)
	return s, err
}

// tells reports that the name of a file says whom it is about.
func tells(out, name string) bool {
	base := strings.ToLower(filepath.Base(out))
	for _, part := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
		if len(part) > 3 && strings.Contains(base, part) {
			return true
		}
	}
	return false
}

// referrals lists that somebody was referred, as far as one may know.
func referrals(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("support referrals", "referrals [--lines]", c.Want(0, 0), func([]string) error {
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		rows, err := referral.Desk{Desk: d}.Referrals()
		if err != nil {
			return err
		}
		w := c.Text.Support.Unit
		return c.List(listing.Table{
			Columns: []listing.Column{
				{Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: w.On, Field: "on", Kind: listing.Date}, {Name: w.Who, Field: "name"},
				{Name: w.By, Field: "by"}, {Name: w.What, Field: "allow"},
			},
			Rows: listing.Each(listing.All(rows), func(r referral.ReferralRow) []listing.Value {
				return []listing.Value{
					{Text: r.ID}, {Date: r.On}, {Text: cmp.Or(r.Staff.Name, w.Unnamed)}, {Text: cmp.Or(r.By, c.Text.CLI.Record.Owner)}, {Text: confide.Allowed(c.Text, r.Allow)},
				}
			}),
		}, lines, w.Nothing)
	})
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}
