// Package visit is the verb visit: half a day at one site on one sheet, and its notes.
package visit

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/model/visit"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/visits"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/visiting"
)

// Command is `kinerja visit`.
func Command(c *call.Call) *cobra.Command {
	var notes []string
	var lines bool
	cmd := c.Verb("visit", "visit UNIT [--period P] [--note NAME=TEXT]…", nil, func(args []string) error { return run(c, args, notes, lines) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Period, "period", "", t["visit-period"])
	set.StringArrayVar(&notes, "note", nil, t["visit-note"])
	set.BoolVar(&lines, "lines", false, t["lines"])
	return cmd
}

func run(c *call.Call, args, notes []string, lines bool) error {
	if len(args) == 0 {
		return call.Said(c.Text.Visit.Which, exit.ErrUsage)
	}
	for _, n := range notes {
		if who, text, ok := strings.Cut(n, "="); !ok || strings.TrimSpace(who) == "" || strings.TrimSpace(text) == "" {
			return call.Said(lang.Fill(c.Text.Visit.NoteForm, "given", lang.Inert(n)), exit.ErrUsage)
		}
	}
	period, err := c.PeriodFlag()
	if err != nil {
		return err
	}
	to := call.ToRead
	if len(notes) > 0 {
		to = call.ToWrite
	}
	d, err := c.Open(to)
	if err != nil {
		return err
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	unit, err := pick.FindUnit(c, units, strings.Join(args, " "))
	if err != nil {
		return err
	}
	if len(notes) > 0 {
		return note(c, d, period, notes)
	}
	s, err := visits.Read(follow.Desk{Desk: d, Terms: c.Conf.Terms}, unit, period, c.Book(), c.Today())
	if err != nil {
		return err
	}
	if c.Flag.JSON || lines {
		return c.List(visiting.Table(c.Text, units, s), lines, "")
	}
	show(c, s)
	return nil
}

// show writes the sheet, part by part.
func show(c *call.Call, s visit.Sheet) {
	t := c.Text
	c.Line(visiting.Heading(t, s))
	c.Line(t.Plural(t.Visit.People, s.People))
	for _, p := range visiting.Parts() {
		c.Line("")
		c.Line(visiting.Part(t, s, p))
		if s.Count(p) == 0 {
			c.Line("  " + t.Visit.Nothing)
			continue
		}
		var rows [][]string
		for _, it := range s.Items {
			switch {
			case it.Part != p:
			case p == visit.Forms:
				rows = append(rows, []string{lang.Inert(it.Staff.Name), visiting.What(t, it), visiting.Command(it)})
			default:
				rows = append(rows, []string{lang.Inert(it.Staff.Name), visiting.What(t, it), visiting.Before(t, it), visiting.Until(t, it, s.Today)})
			}
		}
		for _, l := range page.Table(make([]page.Column, len(rows[0])), rows, 0, "")[1:] {
			c.Line("  " + strings.TrimRight(l, " "))
		}
	}
	c.Line("")
	c.Line(t.Visit.Notes)
}

// note keeps notes of the visit as feedback: whom they are about is found before the
// first is kept.
func note(c *call.Call, d *store.Desk, p model.Period, notes []string) error {
	items := make([]talk.Feedback, len(notes))
	names := make([]string, len(notes))
	for i, n := range notes {
		who, text, _ := strings.Cut(n, "=")
		row, err := pick.Person(c, d, strings.Fields(who))
		if err != nil {
			return err
		}
		items[i], names[i] = talk.Feedback{Employee: row.Employee, Period: p, Kind: talk.Note, Text: strings.TrimSpace(text)}, row.Name
	}
	out := noted{Schema: answer.Schema}
	for i, item := range items {
		kept, err := d.Give(item)
		if err != nil {
			return err
		}
		out.Notes = append(out.Notes, one{kept.ID, kept.Employee, names[i], kept.Text})
		if !c.Flag.JSON {
			c.Line(lang.Fill(c.Text.Visit.Noted, "name", lang.Inert(names[i])))
		}
	}
	if c.Flag.JSON {
		return c.Object(out)
	}
	return nil
}

// noted are the notes that were kept, for programs.
type noted struct {
	Schema int   `json:"schema"`
	Notes  []one `json:"notes"`
}

type one struct {
	ID       model.FeedbackID `json:"id"`
	Employee model.EmployeeID `json:"employee"`
	Name     string           `json:"name"`
	Text     string           `json:"text"`
}
