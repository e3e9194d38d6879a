package unit

import (
	"github.com/spf13/cobra"

	"kinerja/model/fairness"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/lang"
	"kinerja/ui/widget/beside"
)

// raters puts those who rate in a period side by side.
func raters(c *call.Call) *cobra.Command {
	cmd := c.Verb("unit raters", "raters [--period P]", c.Want(0, 0), func([]string) error {
		p, err := c.PeriodFlag()
		if err != nil {
			return err
		}
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		s, err := d.Raters(p)
		if err != nil {
			return err
		}
		if c.Flag.JSON {
			return c.Object(answer.RatersOf(s))
		}
		t := c.Text
		c.Line(t.Fairness.Title + " · " + t.Period(s.Period))
		if err := c.List(beside.Raters(t, s), false, t.Fairness.NoRaters); err != nil {
			return err
		}
		c.Line(t.Fairness.RatersHow)
		if s.OwnOnly {
			c.Line(t.Fairness.OwnOnly)
		}
		c.Line(lang.Fill(t.Fairness.Defaults, "least", t.Count(fairness.Least), "apart", beside.Apart(t)))
		return nil
	})
	period(c, cmd)
	return cmd
}

// compare puts the units of a period side by side.
func compare(c *call.Call) *cobra.Command {
	cmd := c.Verb("unit compare", "compare [--period P]", c.Want(0, 0), func([]string) error {
		p, err := c.PeriodFlag()
		if err != nil {
			return err
		}
		d, err := c.Open(call.ToRead)
		if err != nil {
			return err
		}
		o, err := d.CompareUnits(p, c.Book())
		if err != nil {
			return err
		}
		t := c.Text
		if c.Flag.JSON {
			return c.Object(answer.ComparisonOf(o, t.Code))
		}
		c.Line(t.Fairness.Title + " · " + t.Period(o.Period))
		if err := c.List(beside.Units(t, o), false, t.Fairness.NoUnits); err != nil {
			return err
		}
		c.Line(t.Fairness.UnitsHow)
		c.Line("")
		return c.List(beside.Heat(t, o), false, "")
	})
	period(c, cmd)
	return cmd
}
