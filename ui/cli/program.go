package cli

import (
	"context"
	"errors"
	"os"
	"time"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/config"
	"kinerja/ui"
	"kinerja/ui/cli/exit"
	"kinerja/ui/clip"
	"kinerja/ui/lang"
	"kinerja/ui/saving"
)

// program opens the pages on the terminal, anew whenever a page wishes it. It
// takes Ctrl+C as a key, so it does not run under watch.
func (c *call) program() error {
	in, isFile := c.env.In.(*os.File)
	out, outIsFile := c.env.Out.(*os.File)
	if !isFile || !outIsFile || !terminal(in) || !terminal(out) || c.flag.plain {
		return errors.Join(ui.ErrNoTerminal, exit.ErrUsage)
	}
	s, o := showing{call: c, given: c.flag}, ui.Options{}
	o.Terminal.In, o.Terminal.Out = in, out
	for {
		err := c.pages(o)
		var again *ui.Again
		var crash *ui.CrashError
		switch {
		case errors.Is(err, ui.ErrNoTerminal):
			return errors.Join(err, exit.ErrUsage)
		case errors.As(err, &crash):
			return errors.Join(err, exit.ErrFault)
		case !errors.As(err, &again):
			return err
		}
		if err := s.again(again); err != nil {
			return err
		}
		o.First, o.Said = again.First, again.Said
	}
}

// showing is what holds from one showing of the pages to the next.
type showing struct {
	call  *call
	given flags  // as the command line had them
	me    string // whom the first run found at the keyboard; "": the setting tells
}

// pages shows the pages once.
func (c *call) pages(o ui.Options) error {
	desk, err := c.open(toShow)
	if err != nil {
		return err
	}
	if o.Keys, err = c.bindings(); err != nil {
		return err
	}
	if err := c.elsewhere(); err != nil {
		return err
	}
	if o.House.Sample, err = c.file.Sample(); err != nil {
		return c.about(c.file.Path(), err)
	}
	if o.House.Unit, err = c.ownUnit(desk); err != nil {
		return err
	}
	backup := make(chan string, 1)
	go func() { backup <- c.daily() }() // a large file takes seconds to copy, and nobody should wait for it
	defer func() { c.note(<-backup) }()
	zone := time.FixedZone(c.conf.Zone.String(), int(c.conf.Zone.Offset()/time.Second))
	o.Text, o.Rules, o.Me = c.text, c.rules(), desk.Actor()
	o.Now, o.Stamp = func() time.Time { return c.now().In(zone) }, c.file.Stamp
	o.Terminal.Theme, o.Terminal.Glyphs, o.Terminal.FPS = c.conf.Theme, c.conf.Glyphs, c.conf.FPS
	o.Terminal.NoColor, o.Terminal.Mouse, o.Terminal.Getenv = c.flag.noColor, c.conf.Mouse, c.getenv
	o.Clipboard, o.Shelf = clip.Machine{}, saving.Here(c.file.Path())
	if c.flag.demo { // its file is taken away with its folder
		o.Shelf = saving.Here("")
	}
	path := c.confPath
	o.House.Desk, o.House.File, o.House.Settings, o.House.Theme = desk, c.file, path, c.conf.Theme
	o.House.Keep = func(key, value string) error { return config.Set(path, config.Change{Key: key, Value: value}) }
	return ui.Run(context.Background(), o)
}

// again makes ready for another showing of the pages: the settings as they are
// now, and what the page wished, which holds even where it could not be kept.
func (s *showing) again(wish *ui.Again) error {
	c, theme := s.call, s.call.conf.Theme
	c.anew(!wish.Own) // what was done in the sample stays for its next showing
	c.conf.Theme = theme
	if wish.Theme != "" {
		c.conf.Theme = wish.Theme
	}
	switch {
	case wish.Sample: // it has people and a file of its own
		c.flag.demo, c.flag.db, c.flag.as = true, "", ""
	case wish.Own:
		c.flag.demo, c.flag.db, c.flag.as = false, s.given.db, s.given.as
	}
	if wish.Me != "" {
		s.me = string(wish.Me)
	}
	if s.me != "" {
		c.conf.Me = s.me
	}
	if wish.Language == "" || wish.Language == c.text.Code {
		return nil
	}
	text, err := lang.Read(wish.Language)
	if err == nil {
		c.text = text
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
