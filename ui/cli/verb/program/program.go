// Package program is kinerja without a verb: the pages on the terminal; and the
// verb version.
package program

import (
	"context"
	"errors"
	"os"
	"time"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/store/config"
	"kinerja/store/rounds"
	"kinerja/ui"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/clip"
	"kinerja/ui/door"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	house "kinerja/ui/pages"
	"kinerja/ui/paper"
	"kinerja/ui/saving"
	"kinerja/ui/widget/ruleset"
)

// Open opens the pages on the terminal, anew whenever a page wishes it. It
// takes Ctrl+C as a key, so it does not run as a verb does.
func Open(c *call.Call) error {
	in, isFile := c.Env.In.(*os.File)
	out, outIsFile := c.Env.Out.(*os.File)
	switch {
	case c.Flag.Plain:
		return call.Said(c.Text.CLI.PlainNoPages, exit.ErrUsage)
	case !isFile || !outIsFile || !call.Terminal(in) || !call.Terminal(out):
		return errors.Join(ui.ErrNoTerminal, exit.ErrUsage)
	}
	s, o := showing{call: c, given: c.Flag, urn: &rounds.Urn{}}, ui.Options{}
	defer s.rest()
	o.Terminal.In, o.Terminal.Out = in, out
	for {
		err := s.pages(o)
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
	call  *call.Call
	given call.Flags  // as the command line had them
	me    string      // whom the first run found at the keyboard; "": the setting tells
	guest *nav.Guest  // who came in at the door; nil: nobody
	code  string      // a recovery code that was not shown yet
	urn   *rounds.Urn // of whoever works here, one after the other
}

// rest writes what waits without a name where that can be, and says what is lost.
func (s *showing) rest() {
	c := s.call
	if c.File == nil || s.urn.Waiting() == 0 {
		return
	}
	lost, err := rounds.Rest(c.File, s.urn)
	if err != nil {
		lost = s.urn.Waiting()
	}
	if lost > 0 {
		c.Note(c.Text.Plural(c.Text.Round.Lost, lost))
	}
}

// desk opens the file for whoever works at it. One that asks for PINs, of which
// nobody has been given yet, is nobody's: shut.
func (s *showing) desk() (desk *store.Desk, entry door.Entry, err error) {
	c := s.call
	desk, err = c.Open(call.ToShow)
	if err != nil && !errors.Is(err, user.ErrLogin) {
		return nil, entry, err
	}
	guarded, err := c.File.Guarded()
	if err != nil {
		return nil, entry, c.About(c.File.Path(), err)
	}
	if !guarded {
		s.guest = nil
		return desk, entry, nil
	}
	entry.Idle, entry.Code = c.Conf.Idle, s.code
	s.code = ""
	switch {
	case s.guest != nil:
		desk, entry.User = c.File.As(s.guest.Actor), s.guest.User
	case desk != nil && desk.Actor().Via == model.Signed: // by --as: asked for once
		entry.User = user.Fold(c.Flag.As)
		s.guest, s.given.As, c.Flag.As = &nav.Guest{Actor: desk.Actor(), User: entry.User}, "", ""
	default:
		desk, entry.Shut = c.File.As(model.Actor{}), true
	}
	if !entry.Shut && entry.Code == "" { // the program ended while it was on the screen
		if entry.Code, err = desk.CodeAgain(); err != nil {
			return nil, entry, c.About(c.File.Path(), err)
		}
		entry.Anew = entry.Code != ""
	}
	entry.House = house.Entrance{File: c.File, Desk: desk}
	return desk, entry, nil
}

// pages shows the pages once.
func (s *showing) pages(o ui.Options) error {
	c := s.call
	desk, entry, err := s.desk()
	if err != nil {
		return err
	}
	o.Entry = entry
	if o.Keys, err = c.Keys(); err != nil {
		return err
	}
	if err := c.Elsewhere(); err != nil {
		return err
	}
	if o.House.Sample, err = c.File.Sample(); err != nil {
		return c.About(c.File.Path(), err)
	}
	if !entry.Shut { // nothing of the file is read before
		if o.House.Unit, err = ownUnit(c, desk); err != nil {
			return err
		}
	}
	backup := make(chan string, 1)
	go func() { backup <- c.Daily() }() // a large file takes seconds to copy, and nobody should wait for it
	defer func() { c.Note(<-backup) }()
	zone := time.FixedZone(c.Conf.Zone.String(), int(c.Conf.Zone.Offset()/time.Second))
	o.Text, o.Rules, o.Survey, o.Gain, o.Me = c.Text, c.Book(), c.Conf.Rules.Survey, c.Conf.Rules.Gain, desk.Actor()
	o.Now, o.Stamp = func() time.Time { return c.Now().In(zone) }, c.File.Stamp
	o.Terminal.Theme, o.Terminal.Glyphs, o.Terminal.FPS = c.Conf.Theme, c.Conf.Glyphs, c.Conf.FPS
	o.Terminal.NoColor, o.Terminal.Mouse, o.Terminal.Getenv = c.Flag.NoColor, c.Conf.Mouse, func(name string) string { v, _ := c.Env.Lookup(name); return v }
	o.Clipboard, o.Shelf = clip.Machine{}, saving.Here(c.File.Path())
	if c.Flag.Demo { // its file is taken away with its folder
		o.Shelf = saving.Here("")
	}
	o.House.Emergency, o.House.Print, o.House.Terms = c.Conf.Support, paper.Print, c.Conf.Terms
	o.House.LeaveReduces, o.House.Silence = c.Conf.Rules.LeaveReduces, c.Conf.Rules.Silence
	o.House.Guarded = entry.House != nil
	o.House.Urn = s.urn
	o.House.Desk, o.House.File, o.House.Settings, o.House.Theme = desk, c.File, c.ConfPath, c.Conf.Theme
	o.House.Keep = func(key, value string) error { return c.Set(config.Change{Key: key, Value: value}) }
	o.House.Rules, o.House.UseRules = func() (ruleset.Choices, error) { return choices(c) }, c.UseRules
	o.House.UseRulesFor = c.UseRulesFor
	return ui.Run(context.Background(), o)
}

// again makes ready for another showing of the pages: the settings as they are
// now, and what the page wished, which holds even where it could not be kept.
func (s *showing) again(wish *ui.Again) error {
	c, theme := s.call, s.call.Conf.Theme
	c.Anew(!wish.Own) // what was done in the sample stays for its next showing
	c.Conf.Theme = theme
	if wish.Theme != "" {
		c.Conf.Theme = wish.Theme
	}
	switch {
	case wish.Guest != nil:
		s.guest, s.code = wish.Guest, wish.Code
	case wish.Open:
		s.guest, c.Flag.As = nil, ""
	case wish.Sample: // it has people and a file of its own
		s.guest = nil
		c.Flag.Demo, c.Flag.DB, c.Flag.As = true, "", ""
	case wish.Own:
		s.guest = nil
		c.Flag.Demo, c.Flag.DB, c.Flag.As = false, s.given.DB, s.given.As
	}
	if wish.Me != "" {
		s.me = string(wish.Me)
	}
	if s.me != "" {
		c.Conf.Me = s.me
	}
	if wish.Language == "" || wish.Language == c.Text.Code {
		return nil
	}
	text, err := lang.Read(wish.Language)
	if err == nil {
		c.Text = text
	}
	return err
}

// ownUnit is the unit whose results are shown: the one of the settings, else the
// one of the person at the keyboard, else all.
func ownUnit(c *call.Call, d *store.Desk) (model.UnitID, error) {
	if c.Conf.Unit != "" {
		units, err := d.Units()
		if err != nil {
			return "", err
		}
		if id, err := pick.FindUnit(c, units, c.Conf.Unit); err == nil {
			return id, nil
		}
	}
	if d.Actor().Employee == "" {
		return "", nil
	}
	me, err := d.Profile(d.Actor().Employee)
	return me.Unit.ID, err
}
