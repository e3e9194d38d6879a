package call

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/config/places"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/machine"
	"kinerja/ui/lang"
)

// Access says what a verb will do with the file.
type Access uint8

const (
	ToRead  Access = iota // a file on a medium that cannot be written is read too
	ToWrite               // the day's backup is made before it
	ToMake                // like ToWrite; a missing file is made
	ToEnter               // like ToWrite; in a file that asks who works, nobody is asked yet
	ToShow                // like ToMake; the day's backup is made beside the work, not before it
)

// Open opens the file for whoever works at it.
func (c *Call) Open(to Access) (*store.Desk, error) {
	if err := c.Settings(); err != nil {
		return nil, err
	}
	if c.Flag.Demo {
		return c.demo()
	}
	path, err := c.Path()
	if err != nil {
		return nil, err
	}
	c.File, err = store.Open(path, c.Options())
	if to == ToRead && errors.Is(err, model.ErrReadOnly) {
		opt := c.Options()
		opt.ReadOnly = true
		c.File, err = store.Open(path, opt)
	}
	made := false
	if errors.Is(err, model.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		if to != ToMake && to != ToShow || c.DemandsFile(path) {
			return nil, Said(lang.Fill(c.Text.CLI.NoFile, "file", path), model.ErrNotFound)
		}
		c.File, err = store.Create(path, c.Options())
		made = true
	}
	if err != nil {
		return nil, c.About(path, err)
	}
	if made {
		c.Note(lang.Fill(c.Text.CLI.Made, "file", path))
	}
	me, err := c.actor(to, made)
	if err != nil {
		return nil, err
	}
	if (to == ToWrite || to == ToEnter || to == ToMake) && !made {
		c.Note(c.Daily())
	}
	return c.File.As(me), nil
}

// DemandsFile reports a file whose folder is missing too: a mistyped path more
// probably than a wish for a new file. The default place is made as a whole.
func (c *Call) DemandsFile(path string) bool {
	if c.Flag.DB == "" && c.Conf.DB == "" {
		return false
	}
	_, err := os.Stat(filepath.Dir(path))
	return err != nil
}

// Path is where the file is: the flag, else the setting, else the place of the
// system for such files.
func (c *Call) Path() (string, error) {
	for _, p := range []string{c.Flag.DB, c.Conf.DB} {
		if p != "" {
			return p, nil
		}
	}
	return places.DataPath()
}

// Options are how the file is opened: by the settings, and by what --moved or
// --copied answers.
func (c *Call) Options() store.Options {
	o := store.Options{
		Now: c.Now, LockTimeout: c.Conf.LockTimeout, Holder: "kinerja", Machine: machine.ID(), Zone: c.Conf.Zone,
		Backups: c.Conf.BackupFolder, Cost: c.Env.Cost,
	}
	switch {
	case c.Flag.Moved:
		o.Answer = store.Moved
	case c.Flag.Copied:
		o.Answer = store.Copied
	}
	return o
}

// Daily makes the day's first backup. That it fails keeps nobody from working:
// it returns what is to be said of it, or nothing.
func (c *Call) Daily() string {
	if !c.Conf.BackupDaily || c.Flag.Demo || c.File.Elsewhere() {
		return ""
	}
	if _, err := c.File.BackupDaily(); err != nil {
		return lang.Fill(c.Text.CLI.NoBackup, "why", c.Text.Error(err))
	}
	return ""
}

// About says which file a failure is about.
func (c *Call) About(path string, err error) error {
	if code, _ := exit.Of(err); code == exit.Usage || code == exit.Stopped {
		return err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return Said(lang.Fill(c.Text.Fault.NoFileNamed, "file", path), err)
	}
	text := c.Text.Error(err)
	if !strings.Contains(text, path) {
		text = path + ": " + text
	}
	return Said(text, err)
}

// Elsewhere asks for --moved or --copied before anybody types into a file that
// nobody may write.
func (c *Call) Elsewhere() error {
	if c.File.Elsewhere() {
		return c.About(c.File.Path(), model.ErrElsewhere)
	}
	return nil
}
