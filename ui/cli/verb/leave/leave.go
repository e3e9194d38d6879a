// Package leave is the verb leave: when staff are away (cuti).
package leave

import (
	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
)

// Command is `kinerja leave` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("leave", add(c), list(c), remove(c))
}

// flags are those of one call beside the common ones.
type flags struct {
	kind, from, to, letter, reason string
	reduces                        bool
}

func add(c *call.Call) *cobra.Command {
	var f flags
	var cmd *cobra.Command
	cmd = c.Verb("leave add", "add QUERY --kind KIND --from DATE --to DATE --letter NO [--reduces]", nil, func(args []string) error {
		if !cmd.Flags().Changed("reduces") {
			f.reduces = c.Conf.Rules.LeaveReduces
		}
		return record(c, args, f)
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.kind, "kind", "", t["leave-kind"])
	set.StringVar(&f.from, "from", "", t["leave-from"])
	set.StringVar(&f.to, "to", "", t["leave-to"])
	set.StringVar(&f.letter, "letter", "", t["leave-letter"])
	set.BoolVar(&f.reduces, "reduces", false, t["leave-reduces"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	pick.CompleteFlag(c, cmd, "kind", func(*store.Desk, []string) []string { return leave.Words() })
	return cmd
}

func list(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("leave list", "list [QUERY] [--unit U] [--period P]", nil, func(args []string) error { return listed(c, args, lines) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	set.StringVar(&c.Flag.Period, "period", "", t["list-period"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	set.BoolVar(&lines, "lines", false, t["lines"])
	pick.CompletePeople(c, cmd)
	return cmd
}

func remove(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("leave remove", "remove QUERY [--from DATE] [--reason T]", nil, func(args []string) error { return takeOff(c, args, f) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.from, "from", "", t["leave-from"])
	set.StringVar(&f.reason, "reason", "", t["leave-reason"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	return cmd
}

func record(c *call.Call, args []string, f flags) error {
	if err := c.Needs("kinerja leave add", "--kind", f.kind, "--from", f.from, "--to", f.to, "--letter", f.letter); err != nil {
		return err
	}
	word, err := c.Word("--kind", f.kind, leave.Words())
	if err != nil {
		return err
	}
	l := leave.Leave{Letter: f.letter, Reduces: f.reduces}
	l.Kind, _ = leave.ParseKind(word)
	if l.From, err = c.DateFlag("--from", f.from); err != nil {
		return err
	}
	if l.To, err = c.DateFlag("--to", f.to); err != nil {
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
	l.Employee = who.Employee
	if l, err = d.AddLeave(l); err != nil {
		return err
	}
	return say(c, who, l, c.Text.Tenure.Leave.Added)
}

// kept is a leave for programs.
type kept struct {
	Schema   int           `json:"schema"`
	Employee answer.Person `json:"employee"`
	Kind     string        `json:"kind"`
	leave.Leave
}

// say tells what was kept or taken off.
func say(c *call.Call, who model.StaffRow, l leave.Leave, text string) error {
	if c.Flag.JSON {
		return c.Object(kept{answer.Schema, answer.Person{ID: who.Employee, NIP: who.Number, Name: who.Name, Position: who.Position}, l.Kind.String(), l})
	}
	w := c.Text.Tenure.Leave
	c.Line(lang.Fill(text, "name", lang.Inert(who.Name), "kind", w.Kinds[l.Kind.String()], "days", span.Short(c.Text, l.From, l.To), "letter", lang.Inert(l.Letter)))
	if l.Reduces && !l.Void {
		c.Note(w.Unverified)
	}
	return nil
}

func listed(c *call.Call, args []string, lines bool) error {
	period, err := c.PeriodFlag()
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	q := leave.Query{}
	if q.Unit, err = pick.Unit(c, d); err != nil {
		return err
	}
	if len(args) > 0 || c.Flag.ID != "" {
		who, err := pick.Person(c, d, args)
		if err != nil {
			return err
		}
		q.Employee = who.Employee
	}
	if period.Valid() {
		q.First, q.Last = period.First(), period.Last()
	}
	rows, err := d.Leaves(q)
	if err != nil {
		return err
	}
	return c.List(lists.Leaves(c.Text, rows), lines, c.Text.Tenure.Leave.Nothing)
}

func takeOff(c *call.Call, args []string, f flags) error {
	from, err := c.DateFlag("--from", f.from)
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
	rows, err := d.Leaves(leave.Query{Employee: who.Employee})
	if err != nil {
		return err
	}
	l, err := chosen(c, who, rows, from)
	if err != nil {
		return err
	}
	if err := d.RemoveLeave(who.Employee, l.ID, f.reason); err != nil {
		return err
	}
	l.Void = true
	return say(c, who, l, c.Text.Tenure.Leave.Removed)
}

// chosen is the leave that begins on a day, or the only one there is.
func chosen(c *call.Call, who model.StaffRow, rows []leave.Row, from model.Date) (leave.Leave, error) {
	w := c.Text.Tenure.Leave
	for _, r := range rows {
		if r.From == from || from == 0 && len(rows) == 1 {
			return r.Leave, nil
		}
	}
	switch {
	case len(rows) == 0:
		return leave.Leave{}, call.Said(lang.Inert(who.Name)+": "+w.Nothing, model.ErrNotFound)
	case from == 0:
		return leave.Leave{}, call.Said(lang.Fill(w.Which, "name", lang.Inert(who.Name)), model.ErrSeveral)
	}
	return leave.Leave{}, call.Said(lang.Fill(w.NoSuch, "day", c.Text.Date(from)), model.ErrNotFound)
}
