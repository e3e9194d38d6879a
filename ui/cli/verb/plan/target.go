package plan

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

func planTarget(c *call.Call) *cobra.Command {
	var f anew
	cmd := c.Verb("plan target", "target QUERY CODE=75|36..37,5 … [--from 2026-Q3] [--document D] [--on DATE] [--reason T]", nil,
		func(args []string) error { return target(c, args, f) })
	f.flags(c, cmd)
	return cmd
}

// target gives a plan targets of its own, from a period on.
func target(c *call.Call, args []string, f anew) error {
	var words, values []string
	for _, a := range args {
		if strings.Contains(a, "=") {
			values = append(values, a)
		} else {
			words = append(words, a)
		}
	}
	if len(values) == 0 {
		return c.Misuse(c.Text.CLI.Usage.Targets)
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	s, order, err := f.order(c, d, words)
	if err != nil {
		return err
	}
	if order.Targets, err = readTargets(c, s.Plan, values); err != nil {
		return err
	}
	done, err := d.SetTargets(order)
	if err != nil {
		return refused(c, err)
	}
	if c.Flag.JSON {
		return revised(c, d, s, order, done)
	}
	t := c.Text
	said := lang.Fill(t.CLI.Plan.Targeted, "name", lang.Inert(s.Person.Employee.FullName()), "year", s.Plan.Year, "since", since(c, order.From))
	if done.Changed == 0 {
		said = t.Plan.NothingChanged
	}
	c.Line(said)
	return nil
}

// readTargets reads CODE=TARGET, or CODE=FROM..TO for a range.
func readTargets(c *call.Call, p model.Plan, values []string) (list []planning.Target, err error) {
	dec := c.Conf.Decimal
	if dec == model.DecimalAuto {
		dec = c.Text.Decimal()
	}
	for _, v := range values {
		code, text, _ := strings.Cut(v, "=")
		m, ok := p.Measure(strings.TrimSpace(code))
		if !ok {
			return nil, pick.NoCode(c, p, code)
		}
		if slices.ContainsFunc(list, func(t planning.Target) bool { return t.Measure == m.ID }) {
			return nil, c.Misuse(c.Text.CLI.Usage.Twice, "code", lang.Inert(m.Gauge.Code))
		}
		low, high, ranged := strings.Cut(text, "..")
		target := planning.Target{Measure: m.ID, High: m.Gauge.TargetHigh}
		target.Low, err = model.ParseNumber(low, dec)
		if err == nil && ranged {
			var n model.Number
			n, err = model.ParseNumber(high, dec)
			target.High = model.Some(n)
		}
		if err == nil {
			g := m.Gauge
			g.Target, g.TargetHigh = target.Low, target.High
			err = g.Check()
		}
		if err != nil {
			return nil, c.Misuse(c.Text.CLI.Usage.Target, "code", lang.Inert(m.Gauge.Code), "value", lang.Inert(text), "why", c.Text.Why(err))
		}
		list = append(list, target)
	}
	return list, nil
}
