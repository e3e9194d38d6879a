package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/ui/cli/answer"
	"kinerja/ui/lang"
)

func (c *call) recordVerb() *cobra.Command {
	var limit int
	var lines bool
	cmd := c.verb("record", "record [QUERY] [--limit N]", nil, func(args []string) error { return c.record(args, limit, lines) })
	cmd.Flags().IntVar(&limit, "limit", 50, c.text.CLI.Flags["limit"])
	cmd.Flags().StringVar(&c.flag.id, "id", "", c.text.CLI.Flags["id"])
	cmd.Flags().BoolVar(&lines, "lines", false, c.text.CLI.Flags["lines"])
	return cmd
}

func (c *call) record(args []string, limit int, lines bool) error {
	if limit < 0 {
		return c.misuse(c.text.CLI.Usage.BadValue, "flag", "--limit", "value", fmt.Sprint(limit))
	}
	d, err := c.open(toRead)
	if err != nil {
		return err
	}
	var about model.EmployeeID
	if len(args) > 0 || c.flag.id != "" {
		row, err := c.person(d, args)
		if err != nil {
			return err
		}
		about = row.Employee
	}
	list, err := d.Record(about, limit)
	if err != nil {
		return err
	}
	w, err := c.who(d)
	if err != nil {
		return err
	}
	if c.flag.json || lines {
		return c.recordJSON(list, lines)
	}
	if len(list) == 0 {
		c.note(c.text.CLI.Empty)
	}
	for _, e := range list {
		c.recordEntry(e, w)
	}
	return nil
}

// recordEntry writes one fact: when, who, what, about whom; then each value
// before and after.
func (c *call) recordEntry(e store.Entry, w who) {
	t, h := c.text, e.Fact.Header
	at := h.Time().Add(c.conf.Zone.Offset())
	what := t.Verb(h.Verb)
	if h.Undoes != "" {
		what += " (" + t.Kind(h.Kind) + ")"
	}
	about := lang.Inert(e.Name)
	if e.Detail != "" {
		about += " · " + lang.Inert(e.Detail)
	}
	c.line(lang.Fill(t.CLI.Record.Line, "at", t.Time(at)+" "+c.conf.Zone.String(), "who", c.whoDid(h.Actor, w), "what", what, "about", about, "mark", ledger.FactMark(e.Fact)))
	if e.Fact.Missing {
		c.line("    " + t.CLI.Record.Missing)
	}
	for _, ch := range e.Changes {
		if text := c.changeText(h.Kind, ch, w); text != "" {
			c.line("    " + text)
		}
	}
	if e.Fact.Payload.Reason != "" {
		c.line("    " + lang.Fill(t.CLI.Evaluate.Reason, "reason", lang.Inert(e.Fact.Payload.Reason)))
	}
	if e.Fact.Payload.Document != "" {
		c.line("    " + lang.Fill(t.CLI.Record.Document, "document", lang.Inert(e.Fact.Payload.Document)))
	}
}

// whoDid names an actor as facts have it.
func (c *call) whoDid(actor string, w who) string {
	if row, ok := w.people[model.EmployeeID(actor)]; ok {
		return lang.Inert(row.Name)
	}
	if actor == model.Owner("", "").ID {
		return c.text.CLI.Record.Owner
	}
	return lang.Inert(actor)
}

func (c *call) recordJSON(list []store.Entry, lines bool) error {
	out := []answer.Fact{}
	for _, e := range list {
		out = append(out, answer.FactOf(e))
	}
	if !lines {
		return c.object(out)
	}
	for _, f := range out {
		if err := c.object(f); err != nil {
			return err
		}
	}
	return nil
}
