// Package period is the verb period: the period of a unit is closed, opened again,
// shown and listed.
package period

import (
	"errors"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// Command is `kinerja period` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("period", periodList(c), periodOne(c, "show", "", showPeriod), periodOne(c, "close", " [--reason T]", closePeriod),
		periodOne(c, "reopen", " --reason T", reopenPeriod))
}

func periodList(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("period list", "list [--unit U] [--period P]", c.Want(0, 0), func([]string) error {
		p, err := c.PeriodFlag()
		if err != nil {
			return err
		}
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		unit, err := pick.Unit(c, d)
		if err != nil {
			return err
		}
		list, err := d.Closings(p, unit)
		if err != nil {
			return err
		}
		return c.List(lists.Closings(c.Text, list), lines, c.Text.CLI.Period.None)
	})
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["unit"])
	cmd.Flags().StringVar(&c.Flag.Period, "period", "", c.Text.CLI.Flags["list-period"])
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

// periodOne makes a verb about one period of one unit.
func periodOne(c *call.Call, name, more string, run func(*call.Call, *store.Desk, closing.Order) error) *cobra.Command {
	var reason string
	cmd := c.Verb("period "+name, name+" [--period P] [--unit U]"+more, c.Want(0, 0), func([]string) error {
		p, err := c.PeriodFlag()
		if err != nil {
			return err
		}
		access := call.ToWrite
		if name == "show" {
			access = call.ToRead
		} else if !p.Valid() {
			return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja period "+name, "what", "--period")
		}
		d, err := c.Open(access)
		if err != nil {
			return err
		}
		unit, err := pick.Unit(c, d)
		if err != nil {
			return err
		}
		err = run(c, d, closing.Order{Unit: unit, Period: p, Reason: reason})
		if err == model.ErrSeveral {
			return call.Said(c.Text.CLI.Period.Which, exit.ErrUsage)
		}
		return err
	})
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["period-unit"])
	cmd.Flags().StringVar(&c.Flag.Period, "period", "", c.Text.CLI.Flags["list-period"])
	if more != "" {
		cmd.Flags().StringVar(&reason, "reason", "", c.Text.CLI.Flags["period-reason"])
	}
	return cmd
}

// showPeriod says how the end of a period stands, and what is in its way.
func showPeriod(c *call.Call, d *store.Desk, o closing.Order) error {
	p, err := d.WouldClose(o, c.Book())
	if err != nil {
		return err
	}
	by, err := closer(c, d, p.Closing)
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		return c.Object(answer.ClosingOf(p.Closing, p.Unit, by, p.Units, p.Obstacles))
	}
	sayClosing(c, p.Closing, p.Unit, by)
	if len(p.Obstacles) == 0 {
		c.Line(c.Text.CLI.Period.Clear)
		return nil
	}
	c.Line(c.Text.Plural(c.Text.Home.Obstacles, len(p.Obstacles)))
	units, err := d.Units()
	if err != nil {
		return err
	}
	return c.List(lists.Obstacles(c.Text, units, p.Obstacles), false, "")
}

func closePeriod(c *call.Call, d *store.Desk, o closing.Order) error {
	p, err := d.WouldClose(o, c.Book())
	if err != nil {
		return err
	}
	t, period, unit := c.Text.CLI.Period, c.Text.Period(p.Period), lang.Inert(p.Unit.Name)
	kept, err := d.ClosePeriod(o, c.Book())
	switch {
	case errors.Is(err, model.ErrReason):
		return call.Said(lang.Fill(t.Needs, "obstacles", c.Text.Plural(c.Text.Home.Obstacles, agenda.Blocking(p.Obstacles)), "period", period, "unit", unit), err)
	case errors.Is(err, model.ErrFuture):
		return call.Said(lang.Fill(t.Early, "period", period, "on", c.Text.Date(p.Period.Last())), err)
	case errors.Is(err, model.ErrNothing):
		return call.Said(lang.Fill(t.Already, "period", period, "unit", unit), err)
	case err != nil:
		return err
	}
	return closingDone(c, d, kept, p)
}

func reopenPeriod(c *call.Call, d *store.Desk, o closing.Order) error {
	p, err := d.WouldClose(o, c.Book())
	if err != nil {
		return err
	}
	t, period := c.Text.CLI.Period, c.Text.Period(p.Period)
	kept, err := d.ReopenPeriod(o)
	switch {
	case errors.Is(err, model.ErrReason):
		return call.Said(lang.Fill(t.WhyReopen, "period", period), err)
	case errors.Is(err, model.ErrNothing):
		return call.Said(lang.Fill(t.NotClosed, "period", period, "unit", lang.Inert(p.Unit.Name)), err)
	case err != nil:
		return err
	}
	return closingDone(c, d, kept, p)
}

func closingDone(c *call.Call, d *store.Desk, kept closing.Closing, p closing.Preview) error {
	by, err := closer(c, d, kept)
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		return c.Object(answer.ClosingOf(kept, p.Unit, by, kept.Units, p.Obstacles))
	}
	sayClosing(c, kept, p.Unit, by)
	if a, _ := kept.Last(); len(a.Left) > 0 {
		c.Line(lang.Fill(c.Text.CLI.Period.Left, "obstacles", c.Text.Plural(c.Text.Home.Obstacles, len(a.Left))))
	}
	return nil
}

// closer is who did the last act, by name.
func closer(c *call.Call, d *store.Desk, k closing.Closing) (string, error) {
	list, err := d.Closings(k.Period, k.Unit)
	for _, s := range list {
		if s.Closing.ID == k.ID {
			return s.By, err
		}
	}
	return "", err
}

// sayClosing says in which state a period is, since when, by whom and why.
func sayClosing(c *call.Call, k closing.Closing, unit model.Unit, by string) {
	t := c.Text.CLI.Period
	a, done := k.Last()
	if by = lang.Inert(by); by == "" {
		by = c.Text.CLI.Record.Owner
	}
	text := t.Open
	if done {
		text = t.Opened
		if k.Closed() {
			text = t.Closed
		}
	}
	c.Line(lang.Fill(text, "period", c.Text.Period(k.Period), "unit", lang.Inert(unit.Name), "on", c.Text.Date(a.On), "by", by))
	if a.Reason != "" {
		c.Line(lang.Fill(t.Reason, "reason", lang.Inert(a.Reason)))
	}
}
