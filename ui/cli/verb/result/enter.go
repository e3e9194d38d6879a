// Package result is the verb enter: results of somebody's indicators, with the aid
// before and after.
package result

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/score"
	"kinerja/model/written"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/widget/ngain"
)

type enterFlags struct{ reason, note string }

// Command is `kinerja enter`.
func Command(c *call.Call) *cobra.Command {
	var f enterFlags
	cmd := c.Verb("enter", "enter QUERY CODE=94,5|47/52|45:78|- … [--period P] [--plan ID] [--reason T] [--note T]", nil,
		func(args []string) error { return enter(c, args, f) })
	pick.Flags(c, cmd)
	cmd.Flags().StringVar(&f.reason, "reason", "", c.Text.CLI.Flags["enter-reason"])
	cmd.Flags().StringVar(&f.note, "note", "", c.Text.CLI.Flags["note"])
	return cmd
}

// entering is one run of enter.
type entering struct {
	before, after score.Score
	entries       []model.Entry
	measures      []model.Measure
	odd           []model.Measure // outside their plausible range
}

func enter(c *call.Call, args []string, f enterFlags) error {
	var words, values []string
	for _, a := range args {
		if strings.Contains(a, "=") {
			values = append(values, a)
		} else {
			words = append(words, a)
		}
	}
	if len(values) == 0 {
		return c.Misuse(c.Text.CLI.Usage.Values)
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	s, err := pick.One(c, d, words)
	if err != nil {
		return err
	}
	var e entering
	if err := readValues(c, s, values, f, &e); err != nil {
		return err
	}
	if e.before, err = reckoned(c, s); err != nil {
		return err
	}
	old := s.Card
	if s.Card, err = d.Enter(s.Plan.ID, s.Period, e.entries, f.reason); err != nil {
		return locked(c, s, err)
	}
	if e.after, err = reckoned(c, s); err != nil {
		return err
	}
	if c.Flag.JSON {
		return c.Object(e.object(s, old))
	}
	enterLines(c, s, old, e)
	warnOdd(c, e, f)
	return nil
}

// reckoned is what the results come to; nothing where the rule set of the plan is not
// at hand: results are kept all the same.
func reckoned(c *call.Call, s pick.Subject) (score.Score, error) {
	rs, err := pick.Rules(c, s)
	if err != nil {
		c.Note(c.Text.Error(err))
		return score.Score{}, nil
	}
	return score.Of(s.Card, s.Plan, rs)
}

// readValues reads CODE=VALUE … for the plan.
func readValues(c *call.Call, s pick.Subject, values []string, f enterFlags, e *entering) error {
	dec := c.Conf.Decimal
	if dec == model.DecimalAuto {
		dec = c.Text.Decimal()
	}
	for _, v := range values {
		code, text, _ := strings.Cut(v, "=")
		m, ok := s.Plan.Measure(strings.TrimSpace(code))
		if !ok {
			return pick.NoCode(c, s.Plan, code)
		}
		if strings.TrimSpace(text) == "" { // an empty variable of a script must not empty the cell
			return c.Misuse(c.Text.CLI.Usage.NoEntry, "code", m.Gauge.Code)
		}
		entry, err := gain.Read(text, m.Gauge, dec)
		if err != nil {
			usage := c.Text.CLI.Usage.Number
			if m.Gauge.Direction == model.Gain {
				usage = c.Text.CLI.Usage.Gain
			}
			return c.Misuse(usage, "code", m.Gauge.Code, "value", lang.Inert(text), "why", whyNumber(c, err))
		}
		for _, have := range e.measures {
			if have.ID == m.ID {
				return c.Misuse(c.Text.CLI.Usage.Twice, "code", m.Gauge.Code)
			}
		}
		entry.Measure = m.ID
		if n, ok := entry.Actual.Get(); ok {
			entry.Note = s.Card.Entry(m.ID).Note
			if f.note != "" {
				entry.Note = f.note
			}
			if !m.Gauge.Plausible(n) {
				entry.Reason = f.reason
				e.odd = append(e.odd, m)
			}
		}
		e.entries, e.measures = append(e.entries, entry), append(e.measures, m)
	}
	return nil
}

// whyNumber says why a value cannot be read, and of a fraction or a gain which part.
func whyNumber(c *call.Call, err error) string {
	var field *model.FieldError
	if errors.As(err, &field) && (errors.Is(err, model.ErrZero) || field.Field != "realisasi") {
		return c.Text.Field(field.Field) + " " + c.Text.Why(err)
	}
	return c.Text.Why(err)
}

// locked says that results are locked for good once the person received them.
func locked(c *call.Call, s pick.Subject, err error) error {
	if errors.Is(err, model.ErrLocked) && s.Eval.State > model.Shared {
		return call.Said(lang.Fill(c.Text.CLI.Enter.Locked, "state", c.Text.State(s.Eval.State)), err)
	}
	return err
}

// enterLines says what was kept, and the aid before and after.
func enterLines(c *call.Call, s pick.Subject, old model.Card, e entering) {
	t := c.Text
	c.Line(lang.Inert(s.Person.Employee.FullName()) + " · " + t.Period(s.Period))
	for _, m := range e.measures {
		c.Line(lang.Fill(t.CLI.Enter.Value, "code", lang.Inert(m.Gauge.Code), "before", typed(c, old.Entry(m.ID)),
			"after", typed(c, s.Card.Entry(m.ID))))
	}
	c.Line(lang.Fill(t.CLI.Enter.Score, "before", aid(c, e.before), "after", aid(c, e.after)))
	c.Line(lang.Fill(t.CLI.Enter.Suggested, "before", suggested(c, e.before), "after", suggested(c, e.after)))
}

// typed is a value as it was entered: with its fraction, where it was one, or with
// what a gain was computed from.
func typed(c *call.Call, e model.Entry) string {
	if d, ok := gain.Of(e); ok {
		return d.Write(c.Text.Number) + " = " + ngain.Short(c.Text, c.Conf.Rules.Gain, d)
	}
	if written.Fraction(e) {
		return c.Text.Amount(e.Num) + "/" + c.Text.Amount(e.Den) + " = " + c.Text.Reached(e)
	}
	return c.Text.Reached(e)
}

// aid is a score with the share of weight it stands on, where that is not all.
func aid(c *call.Call, s score.Score) string {
	text := c.Text.FixedAmount(s.Value)
	if s.Value.Present() && s.Share < model.Int(100) {
		text += " " + lang.Fill(c.Text.Working.Share, "share", c.Text.Number(s.Share))
	}
	return text
}

func suggested(c *call.Call, s score.Score) string {
	if s.Suggested == model.NotRated {
		return c.Text.CLI.Enter.TooLittle
	}
	return c.Text.Rating(s.Suggested)
}

// warnOdd says which values are outside what is to be expected. They are kept.
func warnOdd(c *call.Call, e entering, f enterFlags) {
	for _, m := range e.odd {
		c.Note(lang.Fill(c.Text.CLI.Enter.Odd, "code", lang.Inert(m.Gauge.Code), "low", c.Text.Amount(m.Gauge.Low), "high", c.Text.Amount(m.Gauge.High)))
	}
	if len(e.odd) > 0 && strings.TrimSpace(f.reason) == "" {
		c.Note(c.Text.CLI.Enter.OddReason)
	}
}

func (e entering) object(s pick.Subject, old model.Card) answer.Entered {
	aid := func(sc score.Score) answer.Aid {
		return answer.Aid{Score: answer.Fixed(sc.Value), Share: sc.Share, Suggested: answer.OrNull(sc.Suggested.String())}
	}
	o := answer.Entered{
		Schema: answer.Schema, Employee: s.Who(), Period: s.Period, Plan: s.Plan.ID,
		Before: aid(e.before), After: aid(e.after), Values: []answer.Value{}, Warnings: []answer.Odd{},
	}
	for _, m := range e.measures {
		o.Values = append(o.Values, answer.Value{Code: m.Gauge.Code, Before: written.Reached(old.Entry(m.ID)), After: written.Reached(s.Card.Entry(m.ID))})
	}
	for _, m := range e.odd {
		o.Warnings = append(o.Warnings, answer.Odd{Code: m.Gauge.Code, Min: m.Gauge.Low, Max: m.Gauge.High})
	}
	return o
}
