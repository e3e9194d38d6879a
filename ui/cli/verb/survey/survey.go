// Package survey is the verb survey: surveys of satisfaction (SKM) are listed,
// shown with their working, entered by averages, and taken into results.
package survey

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/widget/skm"
)

// Command is `kinerja survey` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("survey", list(c), show(c), add(c), take(c), sampleSize(c))
}

func list(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("survey list", "list [--unit U] [--period P]", c.Want(0, 0), func([]string) error {
		p, err := c.PeriodFlag()
		if err != nil {
			return err
		}
		_, units, all, err := read(c)
		if err != nil {
			return err
		}
		var results []survey.Result
		for _, s := range all {
			if !p.Valid() || s.Period == p {
				results = append(results, survey.Of(s, c.Conf.Rules.Survey))
			}
		}
		return c.List(lists.Surveys(c.Text, units, results), lines, c.Text.Survey.None)
	})
	flags(c, cmd)
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

func flags(c *call.Call, cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["survey-unit"])
	cmd.Flags().StringVar(&c.Flag.Period, "period", "", c.Text.CLI.Flags["list-period"])
}

// read opens the file and reads the surveys at or below the unit of --unit.
func read(c *call.Call) (*store.Desk, model.Units, []survey.Survey, error) {
	d, err := c.Open(call.ToRead)
	if err != nil {
		return nil, nil, nil, err
	}
	unit, err := pick.Unit(c, d)
	if err != nil {
		return nil, nil, nil, err
	}
	units, err := d.Units()
	if err != nil {
		return nil, nil, nil, err
	}
	all, err := d.Surveys(unit)
	return d, units, all, err
}

func show(c *call.Call) *cobra.Command {
	cmd := c.Verb("survey show", "show [--unit U] [--period P]", c.Want(0, 0), func([]string) error {
		p, err := c.PeriodFlag()
		if err != nil {
			return err
		}
		_, units, all, err := read(c)
		if err != nil {
			return err
		}
		s, err := one(c, units, all, p)
		if err != nil {
			return err
		}
		return say(c, units, all, s)
	})
	flags(c, cmd)
	return cmd
}

// one is the newest survey of a period (0: of any) of the only unit that has one.
func one(c *call.Call, units model.Units, all []survey.Survey, p model.Period) (found survey.Survey, err error) {
	var names []string
	for _, s := range all {
		if p.Valid() && s.Period != p {
			continue
		}
		if found.Unit != s.Unit {
			names = append(names, lang.Inert(units[s.Unit].Name))
		}
		found = s
	}
	switch len(names) {
	case 0:
		return found, call.Said(c.Text.Survey.None, model.ErrNotFound)
	case 1:
		return found, nil
	}
	return found, call.Said(lang.Fill(c.Text.CLI.Survey.Which, "list", strings.Join(names, ", ")), exit.ErrUsage)
}

// say shows a survey with its working.
func say(c *call.Call, units model.Units, all []survey.Survey, s survey.Survey) error {
	var own []survey.Survey
	for _, x := range all {
		if x.Unit == s.Unit {
			own = append(own, x)
		}
	}
	trend := survey.TrendOf(own, c.Conf.Rules.Survey)
	r := survey.Of(s, c.Conf.Rules.Survey)
	if c.Flag.JSON {
		return c.Object(answer.SurveyOf(r, units[s.Unit].Name))
	}
	width, st := c.Width(), c.Styles()
	if width == 0 {
		width = page.Width
	}
	c.Line(lang.Fill(c.Text.Survey.Head, "unit", lang.Inert(units[s.Unit].Name), "period", c.Text.Period(s.Period)))
	var before *survey.Result
	if b, ok := trend.Before(s.Period); ok {
		before = &b
	}
	c.Lines(skm.Words(c.Text, r, before))
	c.Line("")
	for _, line := range append(skm.Bars(c.Text, st, r, width), append([]string{""}, skm.Why(c.Text, st, r, width)...)...) {
		c.Line(strings.TrimRight(st.Glyphs.Plain(line), " "))
	}
	return nil
}

func sampleSize(c *call.Call) *cobra.Command {
	return c.Verb("survey sample-size", "sample-size N", c.Want(1, 1, "N"), func(args []string) error {
		n, err := strconv.Atoi(args[0])
		if err != nil || n <= 0 || n > survey.MostPopulation {
			return c.Misuse(c.Text.CLI.Usage.BadValue, "flag", "N", "value", lang.Inert(args[0]))
		}
		s := survey.SampleOf(n)
		if c.Flag.JSON {
			return c.Object(answer.SurveySample{Schema: answer.Schema, Population: n, Size: s.Size, Census: s.Census})
		}
		text := c.Text.Survey.Sample
		if s.Census {
			text = c.Text.Survey.SampleCensus
		}
		c.Line(lang.Fill(text, "population", c.Text.Count(n), "size", c.Text.Count(s.Size)))
		c.Line(c.Text.Survey.SampleNote)
		return nil
	})
}
