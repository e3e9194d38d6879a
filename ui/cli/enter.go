package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/score"
	"kinerja/model/written"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/near"
	"kinerja/ui/lang"
)

type enterFlags struct{ reason, note string }

func (c *call) enterVerb() *cobra.Command {
	var f enterFlags
	cmd := c.verb("enter", "enter QUERY CODE=94,5|47/52|- … [--period P] [--plan ID] [--reason T] [--note T]", nil,
		func(args []string) error { return c.enter(args, f) })
	c.pickFlags(cmd)
	cmd.Flags().StringVar(&f.reason, "reason", "", c.text.CLI.Flags["enter-reason"])
	cmd.Flags().StringVar(&f.note, "note", "", c.text.CLI.Flags["note"])
	return cmd
}

// entering is one run of enter.
type entering struct {
	before, after score.Score
	entries       []model.Entry
	measures      []model.Measure
	odd           []model.Measure // outside their plausible range
}

func (c *call) enter(args []string, f enterFlags) error {
	var words, values []string
	for _, a := range args {
		if strings.Contains(a, "=") {
			values = append(values, a)
		} else {
			words = append(words, a)
		}
	}
	if len(values) == 0 {
		return c.misuse(c.text.CLI.Usage.Values)
	}
	d, err := c.open(toWrite)
	if err != nil {
		return err
	}
	s, err := c.pick(d, words)
	if err != nil {
		return err
	}
	var e entering
	if err := c.readValues(s, values, f, &e); err != nil {
		return err
	}
	if e.before, err = score.Of(s.card, s.plan, c.rules()); err != nil {
		return err
	}
	old := s.card
	if s.card, err = d.Enter(s.plan.ID, s.period, e.entries, f.reason); err != nil {
		return c.locked(s, err)
	}
	if e.after, err = score.Of(s.card, s.plan, c.rules()); err != nil {
		return err
	}
	if c.flag.json {
		return c.object(e.object(s, old))
	}
	c.enterLines(s, old, e)
	c.warnOdd(e, f)
	return nil
}

// readValues reads CODE=VALUE … for the plan.
func (c *call) readValues(s subject, values []string, f enterFlags, e *entering) error {
	dec := c.conf.Decimal
	if dec == model.DecimalAuto {
		dec = c.text.Decimal()
	}
	for _, v := range values {
		code, text, _ := strings.Cut(v, "=")
		m, ok := s.plan.Measure(strings.TrimSpace(code))
		if !ok {
			return c.noCode(s.plan, code)
		}
		if strings.TrimSpace(text) == "" { // an empty variable of a script must not empty the cell
			return c.misuse(c.text.CLI.Usage.NoEntry, "code", m.Gauge.Code)
		}
		actual, num, den, err := model.ParseEntry(text, dec)
		if err != nil {
			return c.misuse(c.text.CLI.Usage.Number, "code", m.Gauge.Code, "value", lang.Inert(text), "why", c.whyNumber(err))
		}
		for _, have := range e.measures {
			if have.ID == m.ID {
				return c.misuse(c.text.CLI.Usage.Twice, "code", m.Gauge.Code)
			}
		}
		entry := model.Entry{Measure: m.ID, Actual: actual, Num: num, Den: den}
		if n, ok := actual.Get(); ok {
			entry.Note = s.card.Entry(m.ID).Note
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

// whyNumber says why a value cannot be read, and of a fraction which half.
func (c *call) whyNumber(err error) string {
	var field *model.FieldError
	if errors.As(err, &field) && errors.Is(err, model.ErrZero) {
		return c.text.Field(field.Field) + " " + c.text.Why(err)
	}
	return c.text.Why(err)
}

// locked says that results are locked for good once the person received them.
func (c *call) locked(s subject, err error) error {
	if errors.Is(err, model.ErrLocked) && s.eval.State > model.Shared {
		return &said{lang.Fill(c.text.CLI.Enter.Locked, "state", c.text.State(s.eval.State)), err}
	}
	return err
}

func (c *call) noCode(plan model.Plan, code string) error {
	var codes []string
	for _, m := range plan.Measures {
		codes = append(codes, m.Gauge.Code)
	}
	text := lang.Fill(c.text.CLI.NoCode, "code", lang.Inert(code), "allowed", lang.Inert(strings.Join(codes, ", ")))
	if word := near.Word(code, codes); word != "" {
		text += " " + lang.Fill(c.text.CLI.Usage.Near, "near", word)
	}
	return &said{text, model.ErrNotFound}
}

// enterLines says what was kept, and the aid before and after.
func (c *call) enterLines(s subject, old model.Card, e entering) {
	t := c.text
	c.line(lang.Inert(s.person.Employee.FullName()) + " · " + t.Period(s.period))
	for _, m := range e.measures {
		c.line(lang.Fill(t.CLI.Enter.Value, "code", lang.Inert(m.Gauge.Code), "before", c.typed(old.Entry(m.ID)),
			"after", c.typed(s.card.Entry(m.ID))))
	}
	c.line(lang.Fill(t.CLI.Enter.Score, "before", c.aid(e.before), "after", c.aid(e.after)))
	c.line(lang.Fill(t.CLI.Enter.Suggested, "before", c.suggested(e.before), "after", c.suggested(e.after)))
}

// typed is a value as it was entered: with its fraction, where it was one.
func (c *call) typed(e model.Entry) string {
	if written.Fraction(e) {
		return c.text.Amount(e.Num) + "/" + c.text.Amount(e.Den) + " = " + c.text.Reached(e)
	}
	return c.text.Reached(e)
}

// aid is a score with the share of weight it stands on, where that is not all.
func (c *call) aid(s score.Score) string {
	text := c.text.FixedAmount(s.Value)
	if s.Value.Present() && s.Share < model.Int(100) {
		text += " " + lang.Fill(c.text.Working.Share, "share", c.text.Number(s.Share))
	}
	return text
}

func (c *call) suggested(s score.Score) string {
	if s.Suggested == model.NotRated {
		return c.text.CLI.Enter.TooLittle
	}
	return c.text.Rating(s.Suggested)
}

// warnOdd says which values are outside what is to be expected. They are kept.
func (c *call) warnOdd(e entering, f enterFlags) {
	for _, m := range e.odd {
		c.note(lang.Fill(c.text.CLI.Enter.Odd, "code", lang.Inert(m.Gauge.Code), "low", c.text.Amount(m.Gauge.Low), "high", c.text.Amount(m.Gauge.High)))
	}
	if len(e.odd) > 0 && strings.TrimSpace(f.reason) == "" {
		c.note(c.text.CLI.Enter.OddReason)
	}
}

func (e entering) object(s subject, old model.Card) answer.Entered {
	aid := func(sc score.Score) answer.Aid {
		return answer.Aid{Score: answer.Fixed(sc.Value), Share: sc.Share, Suggested: answer.OrNull(sc.Suggested.String())}
	}
	o := answer.Entered{
		Schema: answer.Schema, Employee: s.who(), Period: s.period, Plan: s.plan.ID,
		Before: aid(e.before), After: aid(e.after), Values: []answer.Value{}, Warnings: []answer.Odd{},
	}
	for _, m := range e.measures {
		o.Values = append(o.Values, answer.Value{Code: m.Gauge.Code, Before: written.Reached(old.Entry(m.ID)), After: written.Reached(s.card.Entry(m.ID))})
	}
	for _, m := range e.odd {
		o.Warnings = append(o.Warnings, answer.Odd{Code: m.Gauge.Code, Min: m.Gauge.Low, Max: m.Gauge.High})
	}
	return o
}
