package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/lang"
)

func (c *call) backupVerb() *cobra.Command {
	return c.verb("backup", "backup [FILE]", c.want(0, 1), func(args []string) error {
		d, err := c.open(toRead)
		if err != nil {
			return err
		}
		if !model.May(d.Actor(), model.VerbBackup, model.RelNone) {
			return model.ErrNotAllowed
		}
		to := ""
		if len(args) == 1 {
			to = args[0]
		}
		path, err := c.file.BackupTo(to, "backup")
		if errors.Is(err, model.ErrExists) {
			return &said{lang.Fill(c.text.CLI.Backup.Exists, "file", lang.Inert(path)), err}
		}
		if err != nil {
			return c.about(path, err)
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if c.flag.json {
			return c.object(answer.Backup{Schema: answer.Schema, File: path, Bytes: info.Size()})
		}
		c.line(lang.Fill(c.text.CLI.Backup.Done, "file", path, "size", c.text.Count(int(info.Size()/1024))))
		return nil
	})
}

func (c *call) restoreVerb() *cobra.Command {
	var yes bool
	cmd := c.verb("restore", "restore FILE [--yes]", c.want(1, 1, "FILE"), func(args []string) error { return c.restore(args[0], yes) })
	cmd.Flags().BoolVar(&yes, "yes", false, c.text.CLI.Flags["yes"])
	return cmd
}

func (c *call) restore(from string, yes bool) error {
	if err := c.settings(); err != nil {
		return err
	}
	if c.flag.demo {
		return c.misuse(c.text.CLI.Usage.Together, "a", "--demo", "b", "restore")
	}
	path, err := c.path()
	if err != nil {
		return err
	}
	if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) {
		return &said{lang.Fill(c.text.CLI.NoTable, "file", lang.Inert(from)), err}
	}
	if err := c.mayRestore(path); err != nil {
		return err
	}
	if !yes {
		if err := c.confirm(lang.Fill(c.text.CLI.Backup.Ask, "file", path, "from", lang.Inert(from))); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return c.about(path, err)
	}
	kept, err := store.Restore(path, from, c.options())
	switch {
	case errors.Is(err, model.ErrDamaged):
		return &said{lang.Fill(c.text.CLI.Backup.Damaged, "file", lang.Inert(from), "where", c.text.Damage(err)), err}
	case err != nil:
		return c.about(from, err)
	}
	if c.flag.json {
		return c.object(answer.Restored{Schema: answer.Schema, File: path, From: from, Kept: answer.OrNull(kept)})
	}
	c.line(lang.Fill(c.text.CLI.Backup.Restored, "file", path, "from", lang.Inert(from)))
	if kept != "" {
		c.line(lang.Fill(c.text.CLI.Backup.Kept, "file", kept))
	}
	return nil
}

// mayRestore asks who works, as far as the file that is to be replaced can
// still tell: one that is gone or damaged is restored by its owner.
func (c *call) mayRestore(path string) error {
	me := model.Owner("", "")
	if c.flag.as != "" {
		d, err := c.open(toRead)
		if err != nil {
			return err
		}
		me = d.Actor()
		if err := c.file.Close(); err != nil {
			return c.about(path, err)
		}
		c.file = nil
	}
	if !model.May(me, model.VerbRestore, model.RelNone) {
		return model.ErrNotAllowed
	}
	return nil
}

// confirm asks a question that only y answers with yes. Without a terminal
// nobody can answer.
func (c *call) confirm(question string) error {
	if !terminal(c.env.In) {
		return c.misuse(c.text.CLI.Usage.Yes)
	}
	fmt.Fprint(c.env.Err, question+" ")
	answer, err := bufio.NewReader(c.env.In).ReadString('\n')
	if a := strings.ToLower(strings.TrimSpace(answer)); err == nil && (a == "y" || a == "ya" || a == "yes") {
		return nil
	}
	return &said{c.text.CLI.Backup.Left, model.ErrStopped}
}
