// Package card is the verb card: somebody's scorecard.
package card

import (
	"errors"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/cli/scorecard"
	"kinerja/ui/known"
)

// Command is `kinerja card`.
func Command(c *call.Call) *cobra.Command {
	cmd := c.Verb("card", "card QUERY [--period P] [--plan ID] [--json]", nil, func(args []string) error { return card(c, args) })
	pick.Flags(c, cmd)
	return cmd
}

func card(c *call.Call, args []string) error {
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	s, err := pick.One(c, d, args)
	if err != nil {
		return err
	}
	sc, rs, err := pick.Score(c, s)
	var away *rules.AwayError
	if errors.As(err, &away) { // the rest of the card can be read all the same
		c.Note(c.Text.Error(err))
	} else if err != nil {
		return err
	}
	card := scorecard.Card{
		Employee: s.Person.Employee, Post: s.Post, Unit: s.Unit, Period: s.Period, Plan: s.Plan,
		Results: s.Card, Evaluation: s.Eval, Score: sc, Rules: rs, Gain: c.Conf.Rules.Gain,
	}
	st, err := d.Actions(s.Plan.ID, s.Period)
	if err != nil {
		return err
	}
	card.Actions = st.Sheet
	if led, ok, err := pick.LedBy(d, s); err == nil && ok { // whoever may not see the unit's result sees the aid's suggestion
		card.Led = &led
	}
	if c.Flag.JSON {
		return c.Object(card.Object(s.Who(), c.Text.Code))
	}
	if card.By, err = wrote(c, d, s.Eval); err != nil {
		return err
	}
	c.Lines(card.Lines(c.Text, c.Styles()))
	return nil
}

// wrote names who typed the newest word about an evaluation.
func wrote(c *call.Call, d *store.Desk, e model.Evaluation) (string, error) {
	if len(e.Words) == 0 || e.Words[len(e.Words)-1].By == "" {
		return c.Text.CLI.Record.Owner, nil
	}
	w, err := known.Read(d)
	return w.Who(c.Text, string(e.Words[len(e.Words)-1].By)), err
}
