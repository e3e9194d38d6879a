package call

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kinerja/model"
	"kinerja/model/sample"
	"kinerja/store"
	"kinerja/store/config"
)

// demo makes the sample district in a temporary file. It is always the same
// day there, and its head of puskesmas is at the keyboard.
func (c *Call) demo() (*store.Desk, error) {
	district := sample.New(0)
	day, real := district.Today(), c.Now
	c.Now = func() time.Time {
		at := real().UTC().Add(c.Conf.Zone.Offset())
		clock := time.Date(day.Year(), time.Month(day.Month()), day.Day(), at.Hour(), at.Minute(), at.Second(), at.Nanosecond(), time.UTC)
		return clock.Add(-c.Conf.Zone.Offset())
	}
	opt := c.Options()
	opt.Sample, opt.Machine = true, ""
	if err := c.seed(opt, district); err != nil {
		return nil, c.About(c.folder, err)
	}
	head, err := c.File.As(model.Owner(district.Head(), "")).Profile(district.Head())
	if err != nil {
		return nil, err
	}
	if c.Flag.As != "" {
		me, err := c.standIn(c.Flag.As)
		c.StandsIn = me.Employee != district.Head()
		return c.File.As(me), err
	}
	return c.File.As(model.Owner(head.Employee.ID, head.Employee.FullName())), nil
}

// seed puts the sample into a file of its own; one that this run of the program
// made already, for other pages, goes on with what was done in it.
func (c *Call) seed(opt store.Options, district sample.District) (err error) {
	if err := c.makeFolder(); err != nil {
		return err
	}
	path := filepath.Join(c.folder, "demo.db")
	if _, err := os.Stat(path); err == nil {
		c.File, err = store.Open(path, opt)
		return err
	}
	if c.File, err = store.Create(path, opt); err != nil {
		return err
	}
	_, err = c.File.As(model.Owner(district.Head(), "")).Apply(context.Background(), model.VerbImport, sample.Records(district), nil)
	return err
}

// makeFolder makes the folder of the demonstration, once.
func (c *Call) makeFolder() (err error) {
	if c.folder == "" {
		c.folder, err = os.MkdirTemp("", "kinerja-demo-")
	}
	return err
}

// Set changes settings. In the demonstration it is a copy that changes: what is
// tried out there touches nobody's own. Who only looks at the sample on the first
// day, without asking for it by --demo, keeps the language and the theme chosen
// there, and never its rule set.
func (c *Call) Set(changes ...config.Change) error {
	ruled := slices.ContainsFunc(changes, func(ch config.Change) bool {
		return strings.HasPrefix(ch.Key, "rules") || strings.HasPrefix(ch.Key, "ruleset")
	})
	if !c.Flag.Demo || !ruled && !has(c.Env.Args, "--demo") {
		return config.Set(cmp.Or(c.realPath, c.ConfPath), changes...)
	}
	if c.realPath == "" {
		if err := c.copySettings(); err != nil {
			return err
		}
	}
	return config.Set(c.ConfPath, changes...)
}

// copySettings gives the demonstration settings of its own.
func (c *Call) copySettings() error {
	if err := c.makeFolder(); err != nil {
		return err
	}
	path := filepath.Join(c.folder, "config.toml")
	raw, err := os.ReadFile(c.ConfPath)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		return err
	}
	c.realPath, c.ConfPath = c.ConfPath, path
	return nil
}
