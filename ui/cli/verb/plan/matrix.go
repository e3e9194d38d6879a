package plan

import (
	"strconv"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/turn"
)

func planMatrix(c *call.Call) *cobra.Command {
	cmd := c.Verb("plan matrix", "matrix QUERY | --unit U [--year Y]", nil, func(args []string) error { return matrix(c, args) })
	planFlags(c, cmd)
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["matrix-unit"])
	return cmd
}

func matrix(c *call.Call, args []string) error {
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	if c.Flag.Unit != "" {
		if len(args) > 0 || c.Flag.ID != "" {
			return c.Misuse(c.Text.CLI.Usage.Together, "a", "--unit", "b", "QUERY")
		}
		id, err := pick.Unit(c, d)
		if err != nil {
			return err
		}
		units, err := d.Units()
		if err != nil {
			return err
		}
		if units[id].Head == "" {
			return call.Said(lang.Fill(c.Text.CLI.Plan.NoHead, "unit", lang.Inert(units[id].Name)), model.ErrNotFound)
		}
		c.Flag.ID = string(units[id].Head)
	}
	s, err := pick.OfYear(c, d, args)
	if err != nil {
		return err
	}
	m, err := d.Matrix(s.Plan.ID)
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		return c.Object(answer.MatrixOf(m))
	}
	t := c.Text
	c.Line(t.SKP.Matrix + " " + strconv.Itoa(s.Plan.Year) + " · " + lang.Inert(m.Leader.Staff.Name) + " · " + lang.Inert(m.Leader.Staff.Position))
	c.Line(turn.MatrixCounts(t, m))
	if len(m.Rows) == 0 {
		c.Line(t.SKP.Hints[planning.NoOutcomes.String()])
	}
	for i, r := range m.Rows {
		c.Line(strconv.Itoa(i+1) + ". " + lang.Inert(r.Outcome.Text))
		if m.Lacks(r) {
			c.Line("   ! " + t.SKP.Alone)
		}
		for _, b := range r.By {
			c.Line("   " + lang.Inert(b.Staff.Name) + ": " + lang.Inert(b.Outcome.Text))
		}
	}
	if len(m.Unlinked) > 0 {
		c.Line(t.SKP.NotLinked)
	}
	for _, r := range m.Unlinked {
		text := "   " + lang.Inert(r.Staff.Name)
		if r.Plan.ID == "" {
			text += " · " + t.SKP.NoPlanYet
		}
		c.Line(text)
	}
	return nil
}
