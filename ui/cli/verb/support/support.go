// Package support is the verb support. For a unit: where the counsellor is found, the
// blank request, and the sealed referral. For a counsellor: cases in a sealed file of
// their own, named by --vault.
//
// What a case holds never stands on the command line, which others on the machine can
// read: it is asked for, on the terminal or through --pin-fd.
package support

import (
	"errors"
	"io/fs"
	"math/bits"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/support"
	"kinerja/model/user"
	"kinerja/store/vault"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

// Command is `kinerja support` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("support", contact(c), form(c), refer(c), referrals(c),
		initial(c), key(c), list(c), show(c), open(c), read(c), consent(c), session(c), plan(c), note(c), onward(c), closing(c), cancel(c), backup(c), passphrase(c))
}

// flags are those of the counsellor's verbs.
type flags struct {
	vault, on, outcome string
	allow              []string
}

// verb makes a verb of the counsellor: it has --vault, and gives run the path.
func verb(c *call.Call, name, use string, args cobra.PositionalArgs, f *flags, run func(path string, args []string) error) *cobra.Command {
	cmd := c.Verb("support "+name, name+" "+use, args, func(args []string) error {
		if err := c.Readable(); err != nil {
			return err
		}
		path := f.vault
		if path == "" {
			path, _ = c.Env.Lookup("KINERJA_VAULT")
		}
		if err := c.Needs("kinerja support "+name, "--vault", path); err != nil {
			return err
		}
		return said(c, path, run(path, args))
	})
	cmd.Flags().StringVar(&f.vault, "vault", "", c.Text.CLI.Flags["support-vault"])
	return cmd
}

// options are how a counsellor's file is opened: a try of its passphrase takes as much
// memory as one of a PIN, where that is said (2^n KiB), else the usual.
func options(c *call.Call) vault.Options {
	return vault.Options{LockTimeout: c.Conf.LockTimeout, Work: max(0, bits.Len32(c.Env.Cost.Memory)-1)}
}

// opened runs f with the counsellor's file, once its passphrase was given.
func opened(c *call.Call, path string, f func(v *vault.Vault) error) error {
	if _, err := vault.Key(path, options(c)); err != nil { // nobody types a passphrase for nothing
		return err
	}
	phrase, err := c.PIN(c.Text.Support.Ask.Passphrase)
	if err != nil {
		return err
	}
	v, err := vault.Open(path, phrase, options(c))
	if err != nil {
		return err
	}
	return errors.Join(f(v), v.Close())
}

// said says what a counsellor does wrong, in words of support.
func said(c *call.Call, path string, err error) error {
	w := c.Text.Support
	var known interface{ Say(*lang.Texts) string }
	switch {
	case err == nil || errors.As(err, &known): // the verb said it already
		return err
	case errors.Is(err, user.ErrLogin):
		return call.Said(w.Ask.NoAnswer, exit.ErrUsage)
	case errors.Is(err, vault.ErrPassphrase):
		return call.Said(lang.Fill(w.Case.Wrong, "file", lang.Inert(path)), err)
	case errors.Is(err, model.ErrForeign), errors.Is(err, model.ErrEmpty):
		return call.Said(lang.Fill(w.Case.NotVault, "file", lang.Inert(path)), err)
	case exists(err):
		return call.Said(lang.Fill(c.Text.CLI.Backup.Exists, "file", lang.Inert(path)), err)
	case errors.Is(err, fs.ErrNotExist):
		return c.About(path, err)
	}
	return err
}

// exists reports that a file is in the way.
func exists(err error) bool { return errors.Is(err, model.ErrExists) || errors.Is(err, fs.ErrExist) }

// lines asks for a text of several lines; an empty one, or the end, ends it.
func lines(c *call.Call, question string) (string, error) {
	question = lang.Fill(c.Text.Support.Ask.Many, "question", question)
	var list []string
	for {
		l, err := c.Typing(question)
		if err != nil && (!errors.Is(err, user.ErrLogin) || len(list) == 0) {
			return "", err
		}
		if err != nil || strings.TrimSpace(l) == "" {
			return strings.Join(list, "\n"), nil
		}
		list, question = append(list, l), " "
	}
}

// line asks for a line that may be empty, also because there is no more to read.
func line(c *call.Call, question string) (string, error) {
	l, err := c.Typing(question)
	return strings.TrimSpace(l), err
}

// initial makes a counsellor's file.
func initial(c *call.Call) *cobra.Command {
	var f flags
	return verb(c, "init", "--vault FILE", c.Want(0, 0), &f, func(path string, _ []string) error {
		w := c.Text.Support
		phrase, err := chosen(c)
		if err != nil {
			return err
		}
		public, err := vault.Create(path, phrase, options(c))
		if err != nil {
			return short(c, err)
		}
		if c.Flag.JSON {
			return c.Object(made{1, path, public})
		}
		c.Line(lang.Fill(w.Case.Made, "file", lang.Inert(path)))
		c.Line(w.Case.KeyIs)
		c.Line("  " + public)
		c.Line(w.Case.NoWayBack)
		return nil
	})
}

// chosen asks for a new passphrase, twice.
func chosen(c *call.Call) (string, error) {
	w := c.Text.Support
	phrase, err := c.PIN(lang.Fill(w.Ask.NewPassphrase, "n", vault.Shortest))
	if err != nil {
		return "", err
	}
	again, err := c.PIN(w.Ask.Again)
	if err == nil && phrase != again {
		err = call.Said(w.Case.Differ, model.ErrInvalid)
	}
	return phrase, err
}

// short says how long a passphrase is to be.
func short(c *call.Call, err error) error {
	if errors.Is(err, model.ErrTooLittle) {
		return call.Said(lang.Fill(c.Text.Support.Case.Short, "n", vault.Shortest), err)
	}
	return err
}

// passphrase gives the file another one.
func passphrase(c *call.Call) *cobra.Command {
	var f flags
	return verb(c, "passphrase", "--vault FILE", c.Want(0, 0), &f, func(path string, _ []string) error {
		return opened(c, path, func(v *vault.Vault) error {
			next, err := chosen(c)
			if err != nil {
				return err
			}
			if err := v.Renew(next, options(c)); err != nil {
				return short(c, err)
			}
			if c.Flag.JSON {
				return c.Object(made{1, path, v.Key()})
			}
			c.Line(c.Text.Support.Case.Renewed)
			c.Line(c.Text.Support.Case.NoWayBack)
			return nil
		})
	})
}

// made is a counsellor's file for programs.
type made struct {
	Schema int    `json:"schema"`
	File   string `json:"file"`
	Key    string `json:"key"`
}

// key prints the public key, which takes no passphrase.
func key(c *call.Call) *cobra.Command {
	var f flags
	return verb(c, "key", "--vault FILE", c.Want(0, 0), &f, func(path string, _ []string) error {
		public, err := vault.Key(path, options(c))
		if err != nil {
			return err
		}
		if c.Flag.JSON {
			return c.Object(made{1, path, public})
		}
		c.Line(public)
		return nil
	})
}

// backup copies the file, sealed as it is; no passphrase is needed for that, and none
// is asked for.
func backup(c *call.Call) *cobra.Command {
	var f flags
	return verb(c, "backup", "COPY --vault FILE", c.Want(1, 1, "COPY"), &f, func(path string, args []string) error {
		if err := vault.Copy(path, args[0], options(c)); err != nil {
			if exists(err) {
				return call.Said(lang.Fill(c.Text.CLI.Backup.Exists, "file", lang.Inert(args[0])), err)
			}
			return err
		}
		if c.Flag.JSON {
			return c.Object(made{Schema: 1, File: args[0]})
		}
		c.Line(lang.Fill(c.Text.Support.Case.Copied, "file", lang.Inert(args[0])))
		return nil
	})
}

// find is the case that a code means: the end of its identity.
func find(c *call.Call, list []support.Case, code string) (support.Case, error) {
	code = strings.ToUpper(strings.TrimSpace(code))
	fits := slices.DeleteFunc(slices.Clone(list), func(x support.Case) bool { return code == "" || !strings.HasSuffix(string(x.ID), code) })
	switch len(fits) {
	case 0:
		return support.Case{}, call.Said(lang.Fill(c.Text.Support.Case.NoSuch, "code", lang.Inert(code)), model.ErrNotFound)
	case 1:
		return fits[0], nil
	}
	return support.Case{}, call.Said(lang.Fill(c.Text.Support.Case.Which, "code", lang.Inert(code)), model.ErrSeveral)
}
