package feedback

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/round"
	"kinerja/store"
	"kinerja/store/rounds"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
)

// rounded is `kinerja feedback round` with its verbs: anonymous feedback of a group.
func rounded(c *call.Call) *cobra.Command {
	cmd := c.Group("feedback round", openRound(c), listRounds(c), showRound(c), endRound(c), shareRound(c), giveRound(c))
	cmd.Use = "round"
	return cmd
}

// roundDesk opens the file. A command has no memory in which answers could wait.
func roundDesk(c *call.Call, to call.Access) (rounds.Desk, error) {
	d, err := c.Open(to)
	return rounds.Desk{Desk: d, Urn: &rounds.Urn{}}, err
}

func openRound(c *call.Call) *cobra.Command {
	var ask, until, question string
	cmd := c.Verb("feedback round open", "open QUERY --ask "+strings.Join(round.Groups(), "|")+" --until DATE [--question T]", nil, func(args []string) error {
		if err := c.Needs("kinerja feedback round open", "--ask", ask, "--until", until); err != nil {
			return err
		}
		word, err := c.Word("--ask", ask, round.Groups())
		if err != nil {
			return err
		}
		r := round.Round{Question: question}
		r.Group, _ = round.ParseGroup(word)
		if r.Until, err = c.DateFlag("--until", until); err != nil {
			return err
		}
		d, err := roundDesk(c, call.ToWrite)
		if err != nil {
			return err
		}
		who, err := pick.Person(c, d.Desk, args)
		if err != nil {
			return err
		}
		r.About = who.Employee
		if r, err = d.Open(r); err != nil {
			return err
		}
		return sayRound(c, r, who.Name, lang.Fill(c.Text.Round.Opened, "name", lang.Inert(who.Name), "day", c.Text.Date(r.Until)))
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&ask, "ask", "", t["round-ask"])
	set.StringVar(&until, "until", "", t["round-until"])
	set.StringVar(&question, "question", "", t["round-question"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	pick.CompleteFlag(c, cmd, "ask", func(*store.Desk, []string) []string { return round.Groups() })
	return cmd
}

// roundOf is a round as JSON has it.
type roundOf struct {
	Schema int    `json:"schema"`
	Name   string `json:"name"`
	Ask    string `json:"ask"`
	State  string `json:"state"`
	round.Round
}

func sayRound(c *call.Call, r round.Round, name, text string) error {
	if c.Flag.JSON {
		return c.Object(roundOf{answer.Schema, name, r.Group.String(), r.State.String(), r})
	}
	c.Line(text + " [" + roundMark(r.ID) + "]")
	return nil
}

// roundMark is the end of an identity: enough to tell rounds apart.
func roundMark(id round.ID) string { return string(id[max(0, len(id)-6):]) }

func listRounds(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("feedback round list", "list", cobra.NoArgs, func([]string) error {
		d, err := roundDesk(c, call.ToRead)
		if err != nil {
			return err
		}
		list, err := d.Rounds()
		if err != nil {
			return err
		}
		return c.List(roundTable(c.Text, list), lines, c.Text.Round.Empty)
	})
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

func roundTable(t *lang.Texts, list []round.Row) listing.Table {
	w := t.Round.Columns
	return listing.Table{
		Columns: []listing.Column{
			{Name: w.ID, Field: "round"}, {Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: w.About, Field: "name"},
			{Name: w.Group, Field: "ask"}, {Name: w.Until, Field: "until", Kind: listing.Date}, {Name: w.State, Field: "state"},
		},
		Rows: listing.Each(listing.All(list), func(r round.Row) []listing.Value {
			return []listing.Value{{Text: roundMark(r.ID)}, {Text: string(r.ID)}, {Text: r.Staff.Name},
				{Text: t.Round.Groups[r.Group.String()], Word: r.Group.String()}, {Date: r.Until}, {Text: t.Round.States[r.State.String()], Word: r.State.String()}}
		}),
	}
}

// findRound finds the round that a word names by its identity or the end of it.
func findRound(c *call.Call, d rounds.Desk, args []string) (row round.Row, err error) {
	if len(args) != 1 || len(args[0]) < 4 {
		return row, c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja feedback round", "what", "ID")
	}
	list, err := d.Rounds()
	if err != nil {
		return row, err
	}
	var fit []round.Row
	for _, r := range list {
		if strings.HasSuffix(string(r.ID), strings.ToUpper(args[0])) {
			fit = append(fit, r)
		}
	}
	switch len(fit) {
	case 1:
		return fit[0], nil
	case 0:
		return row, call.Said(lang.Fill(c.Text.Round.NoRound, "id", lang.Inert(args[0])), model.ErrNotFound)
	}
	several := &model.AmbiguousError{Query: args[0]}
	for _, r := range fit {
		several.Candidates = append(several.Candidates, model.Candidate{ID: string(r.ID), Name: r.Staff.Name, Detail: c.Text.Date(r.Until)})
	}
	return row, several
}

// onRound is a verb about one round.
func onRound(c *call.Call, name string, to call.Access, do func(rounds.Desk, round.Row) error) *cobra.Command {
	cmd := c.Verb("feedback round "+name, name+" ID", nil, func(args []string) error {
		d, err := roundDesk(c, to)
		if err != nil {
			return err
		}
		row, err := findRound(c, d, args)
		if err != nil {
			return err
		}
		return do(d, row)
	})
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) (list []string, _ cobra.ShellCompDirective) {
		d, err := roundDesk(c, call.ToRead)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		all, _ := d.Rounds() // what cannot be read offers nothing
		for _, r := range all {
			list = append(list, roundMark(r.ID)+"\t"+lang.Inert(r.Staff.Name))
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

func showRound(c *call.Call) *cobra.Command {
	return onRound(c, "show", call.ToRead, func(d rounds.Desk, r round.Row) error {
		sum, err := d.Summary(r.ID)
		if err != nil {
			return err
		}
		if c.Flag.JSON {
			return c.Object(summaryOf(sum))
		}
		t := c.Text
		c.Line(lang.Fill(t.Round.About, "name", lang.Inert(sum.Staff.Name)))
		c.Line(lang.Fill(t.Round.Asks, "group", t.Round.Groups[sum.Round.Group.String()], "day", t.Date(sum.Round.Until), "state", t.Round.States[sum.Round.State.String()]))
		for _, line := range said.Round(t, sum) {
			c.Line(line)
		}
		return nil
	})
}

// summary is what was said in a round as JSON has it.
type summary struct {
	roundOf
	Answers []spoken `json:"answers"`
}

// spoken is one answer.
type spoken struct {
	Kind      string  `json:"kind"`
	Behaviour *string `json:"behaviour"`
	Text      string  `json:"text"`
}

func summaryOf(s round.Summary) summary {
	o := summary{roundOf{answer.Schema, s.Staff.Name, s.Round.Group.String(), s.Round.State.String(), s.Round}, []spoken{}}
	for _, v := range s.Voices {
		o.Answers = append(o.Answers, spoken{v.Kind.String(), answer.OrNull(v.Value), v.Text})
	}
	return o
}

func endRound(c *call.Call) *cobra.Command {
	return onRound(c, "close", call.ToWrite, func(d rounds.Desk, row round.Row) error {
		r, err := d.Close(row.ID)
		if err != nil {
			return err
		}
		text := c.Text.Round.IsClosed
		if r.State == round.Dropped {
			text = lang.Fill(c.Text.Round.IsDropped, "n", round.Least)
		}
		return sayRound(c, r, row.Staff.Name, text)
	})
}

func shareRound(c *call.Call) *cobra.Command {
	return onRound(c, "share", call.ToWrite, func(d rounds.Desk, row round.Row) error {
		r, err := d.Share(row.ID)
		if err != nil {
			return err
		}
		return sayRound(c, r, row.Staff.Name, lang.Fill(c.Text.Round.IsShared, "name", lang.Inert(row.Staff.Name)))
	})
}

// giveRound says where an answer is given.
func giveRound(c *call.Call) *cobra.Command {
	return c.Verb("feedback round give", "give", nil, func([]string) error { return round.ErrHere })
}
