package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/known"
	"kinerja/ui/cli/told"
)

func (c *call) recordVerb() *cobra.Command {
	var limit int
	var lines bool
	cmd := c.verb("record", "record [QUERY] [--limit N]", nil, func(args []string) error { return c.record(args, limit, lines) })
	cmd.Flags().IntVar(&limit, "limit", 50, c.text.CLI.Flags["limit"])
	cmd.Flags().StringVar(&c.flag.id, "id", "", c.text.CLI.Flags["id"])
	c.completePeople(cmd)
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
	w, err := known.Read(d)
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
		c.lines(told.Entry(w, c.text, e, c.conf.Zone))
	}
	return nil
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
