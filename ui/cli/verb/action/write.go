package action

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// place is what a line hangs on, as flags say it.
type place struct {
	measure string
	outcome int
}

// put adds a line, or changes one.
func put(c *call.Call, name string) *cobra.Command {
	var at place
	var n int
	var text, target string
	var cmd *cobra.Command
	use := map[string]string{
		"add":  "add QUERY --text T [--target T] [--measure CODE | --outcome N] [--period P]",
		"edit": "edit QUERY --line N [--text T] [--target T] [--measure CODE | --outcome N] [--period P]",
	}[name]
	cmd = c.Verb("action "+name, use, nil, func(args []string) error {
		given := cmd.Flags().Changed
		if given("measure") && given("outcome") {
			return c.Misuse(c.Text.CLI.Usage.Together, "a", "--measure", "b", "--outcome")
		}
		if err := needs(c, cmd, map[string]string{"add": "text", "edit": "line"}[name]); err != nil {
			return err
		}
		return about(c, call.ToWrite, args, func(d *store.Desk, s sheet) (err error) {
			var a action.Action
			if name == "edit" {
				if a, err = s.line(c, n); err != nil {
					return err
				}
			}
			if given("text") {
				a.Text = text
			}
			if given("target") {
				a.Target = target
			}
			if given("measure") || given("outcome") {
				if err := s.hang(c, &a, at); err != nil {
					return err
				}
			}
			known := a.ID
			before := s.lines
			if s, err = s.changed(d, action.Put(a)); err != nil {
				return err
			}
			if known == "" {
				known = newest(before, s.lines)
			}
			return s.kept(c, c.Text.Action.CLI.Kept, known)
		})
	})
	pick.Flags(c, cmd)
	f, t := cmd.Flags(), c.Text.CLI.Flags
	if name == "edit" {
		f.IntVar(&n, "line", 0, t["action-line"])
	}
	f.StringVar(&text, "text", "", t["action-text"])
	f.StringVar(&target, "target", "", t["action-target"])
	f.StringVar(&at.measure, "measure", "", t["action-measure"])
	f.IntVar(&at.outcome, "outcome", 0, t["action-outcome"])
	completeMeasure(c, cmd)
	return cmd
}

// newest is the line that was not there before.
func newest(before, now []action.Action) model.ElementID {
	there := map[model.ElementID]bool{}
	for _, a := range before {
		there[a.ID] = true
	}
	for _, a := range now {
		if !there[a.ID] {
			return a.ID
		}
	}
	return ""
}

// needs refuses a verb without a flag that it cannot do without.
func needs(c *call.Call, cmd *cobra.Command, flag string) error {
	if cmd.Flags().Changed(flag) {
		return nil
	}
	return c.Misuse(c.Text.CLI.Usage.Missing, "verb", cmd.CommandPath(), "what", "--"+flag)
}

// hang puts a line on the measure or the result that flags name.
func (s sheet) hang(c *call.Call, a *action.Action, at place) error {
	a.Measure, a.Outcome = "", ""
	if at.measure != "" {
		m, ok := s.Standing.Plan.Measure(at.measure)
		if !ok {
			return pick.NoCode(c, s.Standing.Plan, at.measure)
		}
		a.Measure = m.ID
		return nil
	}
	list := planning.InOrder(s.Standing.Plan.Outline.Outcomes)
	if at.outcome < 1 || at.outcome > len(list) {
		lines := []string{lang.Fill(c.Text.Action.CLI.NoOutcome, "n", at.outcome)}
		for i, x := range list {
			lines = append(lines, strconv.Itoa(i+1)+". "+lang.Inert(x.Text))
		}
		if len(list) == 0 {
			lines = append(lines, c.Text.SKP.NoLines)
		}
		return call.Said(strings.Join(lines, "\n"), model.ErrNotFound)
	}
	a.Outcome = list[at.outcome-1].ID
	return nil
}

// kept says which line was kept, or gives the whole to a program.
func (s sheet) kept(c *call.Call, text string, id model.ElementID) error {
	if c.Flag.JSON {
		return s.show(c)
	}
	c.Line(lang.Fill(text, "n", s.number(id), "name", s.name()))
	return nil
}

func realise(c *call.Call) *cobra.Command {
	var n int
	var text, source string
	var cmd *cobra.Command
	cmd = c.Verb("action realise", "realise QUERY --line N --text T [--source T] [--period P]", nil, func(args []string) error {
		for _, flag := range []string{"line", "text"} {
			if err := needs(c, cmd, flag); err != nil {
				return err
			}
		}
		return about(c, call.ToWrite, args, func(d *store.Desk, s sheet) error {
			a, err := s.line(c, n)
			if err != nil {
				return err
			}
			if !cmd.Flags().Changed("source") {
				source = a.Source
			}
			if s, err = s.changed(d, action.Realise(a.ID, text, source)); err != nil {
				return err
			}
			return s.kept(c, c.Text.Action.CLI.Realised, a.ID)
		})
	})
	pick.Flags(c, cmd)
	f, t := cmd.Flags(), c.Text.CLI.Flags
	f.IntVar(&n, "line", 0, t["action-line"])
	f.StringVar(&text, "text", "", t["action-realised"])
	f.StringVar(&source, "source", "", t["action-source"])
	return cmd
}

func remove(c *call.Call) *cobra.Command {
	var n int
	var cmd *cobra.Command
	cmd = c.Verb("action remove", "remove QUERY --line N [--period P]", nil, func(args []string) error {
		if err := needs(c, cmd, "line"); err != nil {
			return err
		}
		return about(c, call.ToWrite, args, func(d *store.Desk, s sheet) error {
			a, err := s.line(c, n)
			if err != nil {
				return err
			}
			if s, err = s.changed(d, action.Remove(a.ID)); err != nil {
				return err
			}
			if c.Flag.JSON {
				return s.show(c)
			}
			c.Line(lang.Fill(c.Text.Action.CLI.Removed, "n", n, "name", s.name()))
			return nil
		})
	})
	pick.Flags(c, cmd)
	cmd.Flags().IntVar(&n, "line", 0, c.Text.CLI.Flags["action-line"])
	return cmd
}

// completeMeasure completes the codes of the plan that is asked about.
func completeMeasure(c *call.Call, cmd *cobra.Command) {
	pick.CompleteFlag(c, cmd, "measure", func(d *store.Desk, args []string) (codes []string) {
		who, err := d.Profile(pick.Asked(c, d, args))
		if err != nil || len(who.Plans) == 0 {
			return nil
		}
		for _, m := range who.Plans[0].Measures {
			codes = append(codes, m.Gauge.Code)
		}
		return codes
	})
}
