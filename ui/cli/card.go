package cli

import (
	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/known"
	"kinerja/ui/cli/scorecard"
)

func (c *call) cardVerb() *cobra.Command {
	cmd := c.verb("card", "card QUERY [--period P] [--plan ID] [--json]", nil, func(args []string) error { return c.card(args) })
	c.pickFlags(cmd)
	return cmd
}

func (c *call) card(args []string) error {
	d, err := c.open(toRead)
	if err != nil {
		return err
	}
	s, err := c.pick(d, args)
	if err != nil {
		return err
	}
	sc, rs, err := c.score(s)
	if err != nil {
		return err
	}
	card := scorecard.Card{
		Employee: s.person.Employee, Post: s.post, Unit: s.unit, Period: s.period, Plan: s.plan,
		Results: s.card, Evaluation: s.eval, Score: sc, Rules: rs,
	}
	if c.flag.json {
		return c.object(card.Object(s.who(), c.text.Code))
	}
	if card.By, err = c.wrote(d, s.eval); err != nil {
		return err
	}
	c.lines(card.Lines(c.text, c.styles()))
	return nil
}

// wrote names who typed the newest word about an evaluation.
func (c *call) wrote(d *store.Desk, e model.Evaluation) (string, error) {
	if len(e.Words) == 0 || e.Words[len(e.Words)-1].By == "" {
		return c.text.CLI.Record.Owner, nil
	}
	w, err := known.Read(d)
	return w.Who(c.text, string(e.Words[len(e.Words)-1].By)), err
}

func (s subject) who() answer.Person {
	e := s.person.Employee
	return answer.Person{ID: e.ID, NIP: e.Number, Name: e.FullName(), Position: s.post.Position, Unit: s.unit.Name}
}
