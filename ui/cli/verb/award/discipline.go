package award

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/discipline"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/awarding"
)

// Discipline is `kinerja discipline` with its verbs: references to letters.
func Discipline(c *call.Call) *cobra.Command {
	return c.Group("discipline", refer(c), letters(c), takeOff(c))
}

func refer(c *call.Call) *cobra.Command {
	var letter, on, from, to, level string
	cmd := c.Verb("discipline add", "add QUERY --letter NO --on DATE --from DATE [--to DATE] --level LEVEL", nil, func(args []string) error {
		if err := c.Needs("kinerja discipline add", "--letter", letter, "--on", on, "--from", from, "--level", level); err != nil {
			return err
		}
		word, err := c.Word("--level", level, discipline.Words())
		if err != nil {
			return err
		}
		l := discipline.Letter{Number: strings.TrimSpace(letter)}
		l.Level, _ = discipline.ParseLevel(word)
		for _, x := range []struct {
			flag, given string
			to          *model.Date
		}{{"--on", on, &l.On}, {"--from", from, &l.From}, {"--to", to, &l.To}} {
			if *x.to, err = c.DateFlag(x.flag, x.given); err != nil {
				return err
			}
		}
		d, err := open(c, call.ToWrite)
		if err != nil {
			return err
		}
		who, err := pick.Person(c, d.Desk, args)
		if err != nil {
			return err
		}
		l.Employee = who.Employee
		if l, err = d.Refer(l); err != nil {
			return err
		}
		return sayLetter(c, who, l, c.Text.Award.Letter.Added)
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&letter, "letter", "", t["discipline-letter"])
	set.StringVar(&on, "on", "", t["discipline-on"])
	set.StringVar(&from, "from", "", t["discipline-from"])
	set.StringVar(&to, "to", "", t["discipline-to"])
	set.StringVar(&level, "level", "", t["discipline-level"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	pick.CompleteFlag(c, cmd, "level", func(*store.Desk, []string) []string { return discipline.Words() })
	return cmd
}

// sayLetter tells what was kept or taken off.
func sayLetter(c *call.Call, who model.StaffRow, l discipline.Letter, text string) error {
	if c.Flag.JSON {
		return c.Object(struct {
			Schema int           `json:"schema"`
			Person answer.Person `json:"person"`
			Level  string        `json:"level"`
			discipline.Letter
		}{answer.Schema, person(who), l.Level.String(), l})
	}
	c.Line(lang.Fill(text, "name", lang.Inert(who.Name), "number", lang.Inert(l.Number)))
	c.Note(c.Text.Award.Letter.Reference)
	return nil
}

func letters(c *call.Call) *cobra.Command {
	var lines, active bool
	cmd := c.Verb("discipline list", "list [QUERY] [--unit U] [--open]", nil, func(args []string) error {
		d, err := open(c, call.ToRead)
		if err != nil {
			return err
		}
		q, err := query(c, d, args, active)
		if err != nil {
			return err
		}
		rows, err := d.Letters(q)
		if err != nil {
			return err
		}
		return c.List(awarding.Letters(c.Text, rows, c.Today()), lines, c.Text.Award.Letter.Nothing)
	})
	listFlags(c, cmd, &lines, &active)
	return cmd
}

func takeOff(c *call.Call) *cobra.Command {
	var letter, reason string
	cmd := c.Verb("discipline remove", "remove QUERY [--letter NO] --reason T", nil, func(args []string) error {
		if err := c.Needs("kinerja discipline remove", "--reason", reason); err != nil {
			return err
		}
		d, err := open(c, call.ToWrite)
		if err != nil {
			return err
		}
		who, err := pick.Person(c, d.Desk, args)
		if err != nil {
			return err
		}
		rows, err := d.Letters(follow.Asked{Employee: who.Employee})
		if err != nil {
			return err
		}
		l, err := chosen(c, who, rows, letter)
		if err != nil {
			return err
		}
		if err := d.RemoveLetter(who.Employee, l.ID, reason); err != nil {
			return err
		}
		l.Void = true
		return sayLetter(c, who, l, c.Text.Award.Letter.Removed)
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&letter, "letter", "", t["discipline-letter"])
	set.StringVar(&reason, "reason", "", t["discipline-reason"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	return cmd
}

// chosen is the letter of a number, or the only one there is.
func chosen(c *call.Call, who model.StaffRow, rows []follow.LetterRow, number string) (discipline.Letter, error) {
	w := c.Text.Award.Letter
	for _, r := range rows {
		if strings.EqualFold(r.Number, strings.TrimSpace(number)) || number == "" && len(rows) == 1 {
			return r.Letter, nil
		}
	}
	switch {
	case len(rows) == 0:
		return discipline.Letter{}, call.Said(lang.Inert(who.Name)+": "+w.Nothing, model.ErrNotFound)
	case number == "":
		return discipline.Letter{}, call.Said(lang.Fill(w.Which, "name", lang.Inert(who.Name)), model.ErrSeveral)
	}
	return discipline.Letter{}, call.Said(lang.Fill(w.NoSuch, "number", lang.Inert(number), "name", lang.Inert(who.Name)), model.ErrNotFound)
}
