// Package transfer is the verb transfer: somebody moves to another post, acts in
// one beside their own, or leaves.
package transfer

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/tenure"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// flags are those of one call beside the common ones.
type flags struct{ to, on, evaluator, letter, position, acting, instrument string }

// Command is `kinerja transfer` with its verb.
func Command(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("transfer", "transfer QUERY --to UNIT --on DATE --letter NO [--evaluator QUERY] [--position P] [--instrument CODE] [--acting plt|plh]", nil, func(args []string) error {
		return move(c, args, f)
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.to, "to", "", t["transfer-to"])
	set.StringVar(&f.on, "on", "", t["transfer-on"])
	set.StringVar(&f.letter, "letter", "", t["transfer-letter"])
	set.StringVar(&f.evaluator, "evaluator", "", t["transfer-evaluator"])
	set.StringVar(&f.position, "position", "", t["transfer-position"])
	set.StringVar(&f.instrument, "instrument", "", t["transfer-instrument"])
	set.StringVar(&f.acting, "acting", "", t["transfer-acting"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	cmd.AddCommand(end(c))
	return cmd
}

func end(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("transfer end", "end QUERY --on DATE --letter NO", nil, func(args []string) error { return leave(c, args, f) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.on, "on", "", t["transfer-last"])
	set.StringVar(&f.letter, "letter", "", t["transfer-letter"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	return cmd
}

func move(c *call.Call, args []string, f flags) error {
	if err := c.Needs("kinerja transfer", "--to", f.to, "--on", f.on, "--letter", f.letter); err != nil {
		return err
	}
	if f.acting != "" {
		if _, err := c.Word("--acting", f.acting, []string{"plt", "plh"}); err != nil {
			return err
		}
	}
	on, err := c.DateFlag("--on", f.on)
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	who, err := pick.Person(c, d, args)
	if err != nil {
		return err
	}
	o := tenure.Order{Employee: who.Employee, Position: f.position, On: on, Letter: f.letter, Acting: f.acting != "", Daily: f.acting == "plh"}
	if o.Unit, err = pick.FindUnit(c, units, f.to); err != nil {
		return err
	}
	if f.evaluator != "" {
		row, err := d.FindOne(f.evaluator)
		if err := c.Nobody(f.evaluator, err); err != nil {
			return err
		}
		o.Evaluator = row.Employee
	}
	if o.Instrument, err = instrument(c, d, f.instrument); err != nil {
		return err
	}
	moved, err := d.Transfer(o)
	if err != nil {
		return err
	}
	return say(c, d, who, moved, units)
}

// instrument finds the newest version of an instrument by its code; "" for none
// named: the one that fits the position.
func instrument(c *call.Call, d *store.Desk, code string) (model.InstrumentID, error) {
	if code == "" {
		return "", nil
	}
	all, err := d.Instruments()
	if err != nil {
		return "", err
	}
	var codes []string
	for _, in := range planning.NewestVersions(all) {
		if strings.EqualFold(in.Code, code) {
			return in.ID, nil
		}
		codes = append(codes, in.Code)
	}
	return "", c.WrongWord("--instrument", code, codes)
}

func say(c *call.Call, d *store.Desk, who model.StaffRow, moved tenure.Moved, units model.Units) error {
	p := moved.Post
	if c.Flag.JSON {
		return c.Object(answerOf(who, moved, units))
	}
	w := c.Text.Tenure
	position := lang.Inert(p.Position)
	switch {
	case p.Daily:
		position = w.Plh + " " + position
	case p.Acting:
		position = w.Plt + " " + position
	}
	evaluator, err := d.Profile(p.Evaluator)
	if err != nil {
		return err
	}
	c.Line(lang.Fill(w.Moved, "name", lang.Inert(who.Name), "position", position, "unit", lang.Inert(units[p.Unit].Name),
		"from", c.Text.Date(p.From), "evaluator", lang.Inert(evaluator.Employee.FullName()), "letter", lang.Inert(p.Letter)))
	if moved.Ended.ID != "" {
		ended(c, moved.Ended, units)
	}
	if moved.Plan.ID == "" {
		c.Note(w.NoPlan)
		return nil
	}
	c.Line(lang.Fill(w.Drafted, "year", moved.Plan.Year, "n", len(moved.Plan.Measures)))
	return nil
}

func ended(c *call.Call, p model.Post, units model.Units) {
	c.Line(lang.Fill(c.Text.Tenure.Ended, "position", lang.Inert(p.Position), "unit", lang.Inert(units[p.Unit].Name), "last", c.Text.Date(p.To)))
}

func leave(c *call.Call, args []string, f flags) error {
	if err := c.Needs("kinerja transfer end", "--on", f.on, "--letter", f.letter); err != nil {
		return err
	}
	on, err := c.DateFlag("--on", f.on)
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	who, err := pick.Person(c, d, args)
	if err != nil {
		return err
	}
	p, err := d.EndPost(who.Employee, on, f.letter)
	if err != nil {
		return err
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		return c.Object(answerOf(who, tenure.Moved{Ended: p}, units))
	}
	c.Line(lang.Inert(who.Name))
	ended(c, p, units)
	return nil
}
