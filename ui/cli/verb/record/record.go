// Package record is the verb record: who changed what, and when.
package record

import (
	"fmt"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/known"
	"kinerja/ui/told"
)

// Command is `kinerja record`.
func Command(c *call.Call) *cobra.Command {
	var limit int
	var lines bool
	cmd := c.Verb("record", "record [QUERY] [--limit N]", nil, func(args []string) error { return record(c, args, limit, lines) })
	cmd.Flags().IntVar(&limit, "limit", 50, c.Text.CLI.Flags["limit"])
	cmd.Flags().StringVar(&c.Flag.ID, "id", "", c.Text.CLI.Flags["id"])
	pick.CompletePeople(c, cmd)
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

func record(c *call.Call, args []string, limit int, lines bool) error {
	if limit < 0 {
		return c.Misuse(c.Text.CLI.Usage.BadValue, "flag", "--limit", "value", fmt.Sprint(limit))
	}
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	var about model.EmployeeID
	if len(args) > 0 || c.Flag.ID != "" {
		row, err := pick.Person(c, d, args)
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
	if c.Flag.JSON || lines {
		return recordJSON(c, list, lines)
	}
	if len(list) == 0 {
		c.Note(c.Text.CLI.Empty)
	}
	for _, e := range list {
		c.Lines(told.Entry(w, c.Text, e).Lines(c.Text, c.Conf.Zone))
	}
	return nil
}

func recordJSON(c *call.Call, list []store.Entry, lines bool) error {
	out := []answer.Fact{}
	for _, e := range list {
		out = append(out, answer.FactOf(e))
	}
	if !lines {
		return c.Object(out)
	}
	for _, f := range out {
		if err := c.Object(f); err != nil {
			return err
		}
	}
	return nil
}
