package cli

import (
	"context"
	"errors"
	"os"
	"time"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui"
	"kinerja/ui/cli/exit"
	"kinerja/ui/clip"
)

// program opens the pages on the terminal. It takes Ctrl+C as a key, so it does
// not run under watch.
func (c *call) program() error {
	in, isFile := c.env.In.(*os.File)
	out, outIsFile := c.env.Out.(*os.File)
	if !isFile || !outIsFile || !terminal(in) || !terminal(out) || c.flag.plain {
		return errors.Join(ui.ErrNoTerminal, exit.ErrUsage)
	}
	desk, err := c.open(toShow)
	if err != nil {
		return err
	}
	bindings, err := c.bindings()
	if err != nil {
		return err
	}
	if err := c.elsewhere(); err != nil {
		return err
	}
	sample, err := c.file.Sample()
	if err != nil {
		return c.about(c.file.Path(), err)
	}
	unit, err := c.ownUnit(desk)
	if err != nil {
		return err
	}
	backup := make(chan string, 1)
	go func() { backup <- c.daily() }() // a large file takes seconds to copy, and nobody should wait for it
	defer func() { c.note(<-backup) }()
	zone := time.FixedZone(c.conf.Zone.String(), int(c.conf.Zone.Offset()/time.Second))
	err = ui.Run(context.Background(), ui.Options{
		Text: c.text, Keys: bindings, Rules: c.rules(), Desk: desk, Me: desk.Actor(),
		Now:   func() time.Time { return c.now().In(zone) },
		Stamp: c.file.Stamp, Unit: unit, Sample: sample,
		Theme: c.conf.Theme, Glyphs: c.conf.Glyphs, NoColor: c.flag.noColor, FPS: c.conf.FPS,
		In: in, Out: out, Getenv: c.getenv, Clipboard: clip.Machine{},
	})
	var crash *ui.CrashError
	switch {
	case errors.Is(err, ui.ErrNoTerminal):
		return errors.Join(err, exit.ErrUsage)
	case errors.As(err, &crash):
		return errors.Join(err, exit.ErrFault)
	}
	return err
}

// ownUnit is the unit whose results are shown: the one of the settings, else the
// one of the person at the keyboard, else all.
func (c *call) ownUnit(d *store.Desk) (model.UnitID, error) {
	if c.conf.Unit != "" {
		units, err := d.Units()
		if err != nil {
			return "", err
		}
		if id, err := c.findUnit(units, c.conf.Unit); err == nil {
			return id, nil
		}
	}
	if d.Actor().Employee == "" {
		return "", nil
	}
	me, err := d.Profile(d.Actor().Employee)
	return me.Unit.ID, err
}

// elsewhere asks for --moved or --copied before anybody types into a file that
// nobody may write.
func (c *call) elsewhere() error {
	if c.file.Elsewhere() {
		return c.about(c.file.Path(), model.ErrElsewhere)
	}
	return nil
}

func (c *call) getenv(name string) string {
	v, _ := c.env.Lookup(name)
	return v
}
