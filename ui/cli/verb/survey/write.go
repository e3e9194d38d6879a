package survey

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/widget/skm"
)

type addFlags struct {
	respondents, population int
	source, reason          string
	replace                 bool
}

func add(c *call.Call) *cobra.Command {
	var f addFlags
	cmd := c.Verb("survey add", "add U1 … U9 --period P --respondents N [--population N] [--unit U] [--source T] [--replace --reason T]",
		c.Want(survey.Elements, survey.Elements, "U1 … U9"), func(args []string) error { return keep(c, args, f) })
	flags(c, cmd)
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.IntVar(&f.respondents, "respondents", 0, t["respondents"])
	set.IntVar(&f.population, "population", 0, t["population"])
	set.StringVar(&f.source, "source", "", t["survey-source"])
	set.BoolVar(&f.replace, "replace", false, t["survey-replace"])
	set.StringVar(&f.reason, "reason", "", t["survey-reason"])
	return cmd
}

// keep enters a survey by averages.
func keep(c *call.Call, args []string, f addFlags) error {
	p, err := period(c, "kinerja survey add")
	if err != nil {
		return err
	}
	if f.respondents <= 0 {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja survey add", "what", "--respondents")
	}
	averages, err := survey.ParseAverages(args)
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	unit, err := own(c, d)
	if err != nil {
		return err
	}
	s, err := survey.Averages(unit.ID, p, f.respondents, averages)
	if err != nil {
		return err
	}
	s.Population, s.Source = f.population, f.source
	if f.replace {
		err = d.ReplaceSurvey(s, f.reason)
	} else {
		err = d.AddSurvey(s)
	}
	about := []any{"unit", lang.Inert(unit.Name), "period", c.Text.Period(p)}
	switch {
	case errors.Is(err, model.ErrExists):
		return call.Said(lang.Fill(c.Text.CLI.Survey.There, about...), err)
	case errors.Is(err, model.ErrNotFound):
		return call.Said(lang.Fill(c.Text.CLI.Survey.NotThere, about...), err)
	case err != nil:
		return err
	}
	all, err := d.Surveys(unit.ID)
	if err != nil {
		return err
	}
	return say(c, model.Units{unit.ID: unit}, all, s)
}

// period is --period, which must be given.
func period(c *call.Call, verb string) (model.Period, error) {
	p, err := c.PeriodFlag()
	if err == nil && !p.Valid() {
		err = c.Misuse(c.Text.CLI.Usage.Missing, "verb", verb, "what", "--period")
	}
	return p, err
}

// own is the unit of --unit, or the only one there is.
func own(c *call.Call, d *store.Desk) (unit model.Unit, err error) {
	id, err := pick.Unit(c, d)
	if err != nil {
		return unit, err
	}
	units, err := d.Units()
	if err != nil {
		return unit, err
	}
	if u, ok := units[id]; ok {
		return u, nil
	}
	for _, u := range units {
		if unit.ID != "" {
			return unit, call.Said(c.Text.CLI.Survey.Unit, exit.ErrUsage)
		}
		unit = u
	}
	if unit.ID == "" {
		return unit, call.Said(c.Text.Survey.NoUnit, model.ErrNotFound)
	}
	return unit, nil
}

func take(c *call.Call) *cobra.Command {
	var apply, replace bool
	cmd := c.Verb("survey take", "take --period P [--unit U] [--replace] [--apply]", c.Want(0, 0), func([]string) error {
		p, err := period(c, "kinerja survey take")
		if err != nil {
			return err
		}
		access := call.ToRead
		if apply {
			access = call.ToWrite
		}
		d, err := c.Open(access)
		if err != nil {
			return err
		}
		unit, err := own(c, d)
		if err != nil {
			return err
		}
		return fed(c, d, unit, p, replace, apply)
	})
	flags(c, cmd)
	cmd.Flags().BoolVar(&apply, "apply", false, c.Text.CLI.Flags["apply"])
	cmd.Flags().BoolVar(&replace, "replace", false, c.Text.CLI.Flags["survey-over"])
	return cmd
}

// fed takes an index into results, or says what that would do.
func fed(c *call.Call, d *store.Desk, unit model.Unit, p model.Period, replace, apply bool) error {
	w, weight := c.Text.Survey.Feed, c.Conf.Rules.Survey
	f, err := d.WouldFeed(unit.ID, p, weight)
	if errors.Is(err, model.ErrNotFound) {
		return call.Said(lang.Fill(c.Text.CLI.Survey.NotThere, "unit", lang.Inert(unit.Name), "period", c.Text.Period(p)), err)
	}
	if err != nil {
		return err
	}
	taken := len(f.Taken(replace))
	if apply && taken > 0 {
		if f, err = d.FeedSurvey(unit.ID, p, weight, replace); err != nil {
			return err
		}
	}
	if c.Flag.JSON {
		return c.Object(answer.FeedOf(f, unit.Name, apply && taken > 0))
	}
	index := c.Text.FixedAmount(f.Result.Index)
	c.Line(skm.Origin(c.Text, survey.OriginOf(f.Result), unit.Name, nil))
	if len(f.Cells) > 0 {
		c.Line(lang.Fill(w.Title, "index", index, "period", c.Text.Period(p), "whose", skm.Whose(c.Text, f.Cells)))
	}
	for _, x := range f.Cells {
		c.Line(fmt.Sprintf("  %s: %s → %s", lang.Inert(x.Name), c.Text.Amount(x.Before), c.Text.Survey.Feed.Fates[x.Fate.String()]))
	}
	typed := f.Count(survey.Replaces)
	switch {
	case len(f.Cells) == 0:
		c.Line(w.Nobody)
	case taken == 0:
		c.Line(w.Nothing)
	case apply:
		c.Line(c.Text.Plural(c.Text.CLI.Survey.Done, taken, "index", index))
	default:
		c.Line(w.Would)
	}
	if typed > 0 && !replace {
		c.Line(c.Text.Plural(w.Others, typed))
	}
	return nil
}
