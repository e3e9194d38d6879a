package call

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"kinerja/model"
	"kinerja/model/sample"
	"kinerja/store"
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
		return c.File.As(me), err
	}
	return c.File.As(model.Owner(head.Employee.ID, head.Employee.FullName())), nil
}

// seed puts the sample into a file of its own; one that this run of the program
// made already, for other pages, goes on with what was done in it.
func (c *Call) seed(opt store.Options, district sample.District) (err error) {
	if c.folder != "" {
		c.File, err = store.Open(filepath.Join(c.folder, "demo.db"), opt)
		return err
	}
	if c.folder, err = os.MkdirTemp("", "kinerja-demo-"); err != nil {
		return err
	}
	if c.File, err = store.Create(filepath.Join(c.folder, "demo.db"), opt); err != nil {
		return err
	}
	_, err = c.File.As(model.Owner(district.Head(), "")).Apply(context.Background(), model.VerbImport, sample.Records(district), nil)
	return err
}
