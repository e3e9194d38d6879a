// Package file is the verbs about the file as a whole: verify, backup, restore.
package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/lang"
)

// Backup is `kinerja backup`: a copy of the file while others work at it.
func Backup(c *call.Call) *cobra.Command {
	return c.Verb("backup", "backup [FILE]", c.Want(0, 1), func(args []string) error {
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		if !access.May(d.Actor(), model.VerbBackup, model.RelNone) {
			return model.ErrNotAllowed
		}
		to := ""
		if len(args) == 1 {
			to = args[0]
		}
		path, err := c.File.BackupTo(to, "backup")
		if errors.Is(err, model.ErrExists) {
			return call.Said(lang.Fill(c.Text.CLI.Backup.Exists, "file", lang.Inert(path)), err)
		}
		if err != nil {
			return c.About(path, err)
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if c.Flag.JSON {
			return c.Object(answer.Backup{Schema: answer.Schema, File: path, Bytes: info.Size()})
		}
		c.Line(lang.Fill(c.Text.CLI.Backup.Done, "file", path, "size", c.Text.Count(int(info.Size()/1024))))
		return nil
	})
}

// Restore is `kinerja restore`: a backup in the place of the file, which is kept.
func Restore(c *call.Call) *cobra.Command {
	var yes bool
	cmd := c.Verb("restore", "restore FILE [--yes]", c.Want(1, 1, "FILE"), func(args []string) error { return restore(c, args[0], yes) })
	cmd.Flags().BoolVar(&yes, "yes", false, c.Text.CLI.Flags["yes"])
	return cmd
}

func restore(c *call.Call, from string, yes bool) error {
	if err := c.Settings(); err != nil {
		return err
	}
	if c.Flag.Demo {
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--demo", "b", "restore")
	}
	path, err := c.Path()
	if err != nil {
		return err
	}
	if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) {
		return call.Said(lang.Fill(c.Text.CLI.NoTable, "file", lang.Inert(from)), err)
	}
	if err := mayRestore(c, path); err != nil {
		return err
	}
	if !yes {
		if err := c.Confirm(lang.Fill(c.Text.CLI.Backup.Ask, "file", path, "from", lang.Inert(from)), ""); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return c.About(path, err)
	}
	kept, err := store.Restore(path, from, c.Options())
	switch {
	case errors.Is(err, model.ErrDamaged):
		return call.Said(lang.Fill(c.Text.CLI.Backup.Damaged, "file", lang.Inert(from), "where", c.Text.Damage(err)), err)
	case err != nil:
		return c.About(from, err)
	}
	if c.Flag.JSON {
		return c.Object(answer.Restored{Schema: answer.Schema, File: path, From: from, Kept: answer.OrNull(kept)})
	}
	c.Line(lang.Fill(c.Text.CLI.Backup.Restored, "file", path, "from", lang.Inert(from)))
	if kept != "" {
		c.Line(lang.Fill(c.Text.CLI.Backup.Kept, "file", kept))
	}
	return nil
}

// mayRestore asks who works, as far as the file that is to be replaced can
// still tell: one that asks for PINs lets an administrator replace it, one that is
// gone or damaged is restored by its owner.
func mayRestore(c *call.Call, path string) error {
	me := model.Owner("", "")
	if c.Flag.As != "" || asks(c, path) {
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		me = d.Actor()
		if err := c.File.Close(); err != nil {
			return c.About(path, err)
		}
		c.File = nil
	}
	if !access.May(me, model.VerbRestore, model.RelNone) {
		return model.ErrNotAllowed
	}
	return nil
}

// asks reports whether the file that is to be replaced asks who works. One that
// cannot be read asks nobody.
func asks(c *call.Call, path string) bool {
	opt := c.Options()
	opt.ReadOnly = true
	s, err := store.Open(path, opt)
	if err != nil {
		return false
	}
	guarded, err := s.Guarded()
	return errors.Join(err, s.Close()) == nil && guarded
}
