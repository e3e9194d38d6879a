package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/near"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

func planInstrument(c *call.Call) *cobra.Command {
	var f anew
	var code string
	var yes bool
	cmd := c.Verb("plan instrument", "instrument QUERY --instrument CODE[@VERSION] [--from 2026-Q3] [--document D] [--on DATE] [--reason T] [--yes]", nil,
		func(args []string) error { return move(c, args, code, f, yes) })
	f.flags(c, cmd)
	cmd.Flags().StringVar(&code, "instrument", "", c.Text.CLI.Flags["plan-instrument"])
	cmd.Flags().BoolVar(&yes, "yes", false, c.Text.CLI.Flags["yes"])
	pick.CompleteFlag(c, cmd, "instrument", func(d *store.Desk, _ []string) []string {
		if d == nil {
			return nil
		}
		all, err := d.Choosable()
		if err != nil {
			return nil
		}
		return codes(all)
	})
	return cmd
}

// move measures somebody by another instrument, or by another version of theirs,
// from a period on.
func move(c *call.Call, args []string, code string, f anew, yes bool) error {
	if code == "" {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan instrument", "what", "--instrument")
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	s, order, err := f.order(c, d, args)
	if err != nil {
		return err
	}
	all, err := d.Choosable()
	if err != nil {
		return err
	}
	in, err := chosen(c, all, code)
	if err != nil {
		return err
	}
	t := c.Text
	if err := sure(c, t.Plan.OddWeights, []model.Instrument{in}, yes || in.ID == s.Plan.Instrument); err != nil {
		return err
	}
	order.Instrument = in.ID
	done, err := d.SetTargets(order)
	if err != nil {
		return refused(c, err)
	}
	if c.Flag.JSON {
		return revised(c, d, s, order, done)
	}
	name := lang.Inert(s.Person.Employee.FullName())
	if done.Changed == 0 {
		c.Line(lang.Fill(t.CLI.Plan.Uses, "name", name, "year", s.Plan.Year, "code", lang.Inert(in.Code), "n", in.Version))
		return nil
	}
	c.Line(lang.Fill(t.CLI.Plan.Moved, "name", name, "year", s.Plan.Year, "code", lang.Inert(in.Code), "n", in.Version, "since", since(c, order.From)))
	after, err := d.Plan(s.Plan.ID)
	if err != nil {
		return err
	}
	if text := t.Differs(planning.Differences(s.Plan.Measures, after.Measures)); text != "" {
		c.Line("  " + text)
	}
	return nil
}

// chosen is the instrument of a code: its newest version, or the one after @.
func chosen(c *call.Call, all []model.Instrument, given string) (model.Instrument, error) {
	code, version, exact := strings.Cut(given, "@")
	n, err := strconv.Atoi(version)
	if exact && err != nil {
		return model.Instrument{}, c.Misuse(c.Text.CLI.Usage.BadValue, "flag", "--instrument", "value", lang.Inert(given))
	}
	var best model.Instrument
	for _, in := range all {
		if !in.Void && strings.EqualFold(in.Code, code) && (exact && in.Version == n || !exact && in.Version > best.Version) {
			best = in
		}
	}
	if best.ID != "" {
		return best, nil
	}
	known := codes(all)
	text := lang.Fill(c.Text.CLI.Plan.NoInstrument, "code", lang.Inert(given), "allowed", lang.Inert(strings.Join(known, ", ")))
	if word := near.Word(code, known); word != "" && !strings.EqualFold(word, code) {
		text += " " + lang.Fill(c.Text.CLI.Usage.Near, "near", word)
	}
	return best, call.Said(text, fmt.Errorf("instrument %s: %w", given, model.ErrNotFound))
}

// codes lists the codes of instruments, each once.
func codes(all []model.Instrument) (list []string) {
	for _, in := range planning.NewestVersions(all) {
		list = append(list, in.Code)
	}
	slices.Sort(list)
	return list
}

// sure asks before plans are made from instruments whose weights do not sum to
// 100; with yes that was answered on the command line.
func sure(c *call.Call, question string, used []model.Instrument, yes bool) error {
	var odd []string
	for _, in := range used {
		text := lang.Fill(c.Text.Positions.WeightsOf, "code", lang.Inert(in.Code), "n", c.Text.Number(in.Weights()))
		if in.Weights() != model.Int(100) && !slices.Contains(odd, text) {
			odd = append(odd, text)
		}
	}
	if len(odd) == 0 || yes {
		return nil
	}
	text := lang.Fill(question, "list", strings.Join(odd, ", "))
	return c.Confirm(text+" [y/n]", text)
}
