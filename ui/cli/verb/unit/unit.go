// Package unit is the verb unit: what a unit reached in a period, and how the
// predicates of its people are spread against the pattern.
package unit

import (
	"errors"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/unitresult"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/widget/around"
	"kinerja/ui/widget/ruleset"
	"kinerja/ui/widget/spread"
)

// Command is `kinerja unit` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("unit", list(c), show(c), result(c), against(c), context(c), raters(c), compare(c))
}

// flags are those of one call beside the common ones.
type flags struct {
	grade, basis, decider, document, on, reason string
	draft                                       bool
}

func list(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("unit list", "list [UNIT] [--period P]", c.Want(0, 1), func(args []string) error {
		d, o, err := open(c, args, call.ToRead)
		if err != nil {
			return err
		}
		found, err := d.UnitStandings(o.Period, o.Unit)
		if err != nil {
			return err
		}
		return c.List(lists.UnitResults(c.Text, found, c.Rules().Distribution()), lines, c.Text.Workplace.None)
	})
	period(c, cmd)
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

func show(c *call.Call) *cobra.Command {
	cmd := c.Verb("unit show", "show [UNIT] [--period P]", c.Want(0, 1), func(args []string) error {
		d, o, err := open(c, args, call.ToRead)
		if err != nil {
			return err
		}
		return say(c, d, o, true)
	})
	period(c, cmd)
	return cmd
}

func result(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("unit result", "result [UNIT] --period P --result R --basis T [--decider T] [--document D --on DATE] [--reason T] [--draft]", c.Want(0, 1), func(args []string) error {
		return set(c, args, f)
	})
	period(c, cmd)
	for _, x := range []struct {
		to   *string
		name string
	}{{&f.grade, "result"}, {&f.basis, "basis"}, {&f.decider, "decider"}, {&f.document, "document"}, {&f.on, "on"}, {&f.reason, "reason"}} {
		cmd.Flags().StringVar(x.to, x.name, "", c.Text.CLI.Flags["unit-"+x.name])
	}
	cmd.Flags().BoolVar(&f.draft, "draft", false, c.Text.CLI.Flags["unit-draft"])
	return cmd
}

func set(c *call.Call, args []string, f flags) error {
	grade, ok := unitresult.ParseGrade(f.grade)
	if f.grade != "" && !ok {
		var words []string
		for _, g := range unitresult.Grades() {
			words = append(words, g.String())
		}
		return c.WrongWord("--result", f.grade, words)
	}
	on, err := c.DateFlag("--on", f.on)
	if err != nil {
		return err
	}
	if c.Flag.Period == "" || f.grade == "" {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja unit result", "what", "--period, --result")
	}
	d, o, err := open(c, args, call.ToWrite)
	if err != nil {
		return err
	}
	o.Proposal = unitresult.Proposal{Grade: grade, Basis: f.basis, Decider: f.decider}
	o.Document, o.On, o.Reason = f.document, on, f.reason
	keep := d.SetUnitResult
	if f.draft {
		keep = d.ProposeUnitResult
	}
	if _, err := keep(o); err != nil {
		return missing(c, err)
	}
	return say(c, d, o, false)
}

// missing says which flag a refused decision lacks.
func missing(c *call.Call, err error) error {
	var field *model.FieldError
	if errors.As(err, &field) && errors.Is(err, model.ErrMissing) {
		switch field.Field {
		case "document":
			return call.Said(c.Text.CLI.Unit.Document, err)
		case "basis", "decider":
			return call.Said(lang.Fill(c.Text.CLI.Unit.Needs, "flag", "--"+field.Field), err)
		}
	}
	if errors.Is(err, model.ErrReason) {
		return call.Said(c.Text.CLI.Unit.Revise, err)
	}
	return err
}

func against(c *call.Call) *cobra.Command {
	var reason string
	cmd := c.Verb("unit distribution", "distribution [UNIT] [--period P] [--reason T]", c.Want(0, 1), func(args []string) error {
		access := call.ToRead
		if reason != "" {
			access = call.ToWrite
		}
		d, o, err := open(c, args, access)
		if err != nil {
			return err
		}
		if o.Reason = reason; reason != "" {
			if !o.Period.Valid() {
				return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja unit distribution --reason", "what", "--period")
			}
			switch _, err := d.ExplainDistribution(o, c.Rules().Distribution()); {
			case errors.Is(err, model.ErrNothing):
				return call.Said(c.Text.CLI.Unit.Fits, err)
			case errors.Is(err, model.ErrState):
				return call.Said(c.Text.CLI.Unit.Undecided, err)
			case err != nil:
				return err
			}
		}
		return say(c, d, o, false)
	})
	period(c, cmd)
	cmd.Flags().StringVar(&reason, "reason", "", c.Text.CLI.Flags["unit-spread"])
	return cmd
}

func period(c *call.Call, cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.Flag.Period, "period", "", c.Text.CLI.Flags["list-period"])
}

// open opens the file and finds out which unit and period are meant.
func open(c *call.Call, args []string, to call.Access) (*store.Desk, unitresult.Order, error) {
	var o unitresult.Order
	p, err := c.PeriodFlag()
	if err != nil {
		return nil, o, err
	}
	d, err := c.Open(to)
	if err != nil {
		return nil, o, err
	}
	o.Period = p
	if len(args) > 0 {
		c.Flag.Unit = args[0]
	}
	o.Unit, err = pick.Unit(c, d)
	return d, o, err
}

// say prints how a unit stands: whole, or without its indicators.
func say(c *call.Call, d *store.Desk, o unitresult.Order, whole bool) error {
	t, guide, fold := c.Text, c.Rules().Distribution(), c.Rules().HeadFold()
	u, err := d.UnitOverview(o.Unit, o.Period, c.Rules())
	if err == model.ErrSeveral {
		return call.Said(t.CLI.Unit.Which, exit.ErrUsage)
	}
	if err != nil {
		return err
	}
	if !whole {
		u.Lines = nil
	}
	if c.Flag.JSON {
		return c.Object(answer.UnitOf(u, guide, fold, t.Code))
	}
	c.Line(lang.Inert(u.Unit.Name) + " · " + t.Period(u.Period))
	c.Lines(spread.ResultLines(t, u, fold))
	c.Line("")
	c.Line(t.Situation.Title)
	c.Lines(around.Lines(t, u.Situation))
	c.Line("")
	c.Line(spread.Heading(t, u.Standing))
	if u.Result.Decided() && !u.Few {
		c.Line(lang.Fill(t.Workplace.Pattern, "grade", t.Grade(u.Result.Grade), "source", guide.Source))
	}
	if err := c.List(lists.Spread(t, u.Standing, guide), false, ""); err != nil {
		return err
	}
	c.Lines(spread.SpreadLines(t, u.Standing, guide))
	c.Line(t.Workplace.NeverMoves)
	if text := ruleset.Together(t, c.Book()); text != "" {
		c.Line(text)
	}
	return nil
}
