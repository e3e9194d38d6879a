package evaluation

import (
	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/store/heard"
	"kinerja/store/ledger"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/answer/worded"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/known"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
)

// showing is `kinerja evaluate show`: every word on an evaluation, whose it is and
// how it is known, for who looks afterwards whether everything is in order.
func showing(c *call.Call) *cobra.Command {
	cmd := c.Verb("evaluate show", "show QUERY --period P", nil, func(args []string) error { return show(c, args) })
	pick.Flags(c, cmd)
	return cmd
}

func show(c *call.Call, args []string) error {
	if c.Flag.Period == "" {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja evaluate show", "what", "--period")
	}
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	s, err := pick.One(c, d, args)
	if err != nil {
		return err
	}
	list, err := d.Words(s.Plan.ID, s.Period)
	if err != nil {
		return err
	}
	names, err := known.Read(d)
	if err != nil {
		return err
	}
	sheet := wordSheet{c, names}
	if c.Flag.JSON {
		return c.Object(worded.Sheet{Schema: answer.Schema, Employee: s.Who(), Period: s.Period, Plan: s.Plan.ID, State: s.Eval.State.String(), Words: sheet.objects(list)})
	}
	t := c.Text
	c.Line(lang.Fill(t.Voice.Sheet, "name", lang.Inert(s.Person.Employee.FullName()), "period", t.Period(s.Period)))
	c.Line(lang.Fill(t.CLI.Evaluate.State, "state", t.State(s.Eval.State)))
	if len(list) == 0 {
		c.Line(t.Voice.SheetNone)
	}
	for _, w := range list {
		c.Line("")
		c.Lines(sheet.lines(w))
	}
	return nil
}

// wordSheet tells the words on an evaluation.
type wordSheet struct {
	c     *call.Call
	names known.Names
}

// who names somebody by the identity that a word or a fact has.
func (s wordSheet) who(id string) string {
	if id == "" {
		return s.c.Text.Voice.Unnamed
	}
	return s.names.Who(s.c.Text, id)
}

// lines are one word: what and whose, then how it is known, when it was said, when
// and by whom it was typed, from what paper, and by which facts that is shown.
func (s wordSheet) lines(w heard.Word) []string {
	t, v := s.c.Text, s.c.Text.Voice
	word, reason := w.Word, w.Reason
	if said.Verb(word) == model.VerbWithdraw && word.Via != model.Recorded { // its reason has the place of the paper
		word.Document, reason = "", word.Document
	}
	how := said.Known(t, word, s.who(string(word.By)))
	if how == "" {
		how = v.Plain
	}
	lines := []string{t.Verb(said.Verb(word)) + " · " + s.who(string(word.Whose)), "    " + lang.Fill(v.Known, "how", how)}
	add := func(text, name string, value any) { lines = append(lines, "    "+lang.Fill(text, name, value)) }
	if !word.On.IsZero() {
		add(v.Said, "on", t.Date(word.On))
	}
	if word.Document != "" && word.Via != model.Recorded { // else how it is known names it
		add(v.Paper, "document", lang.Inert(word.Document))
	}
	if reason != "" {
		add(v.Reason, "reason", lang.Inert(reason))
	}
	if len(w.Facts) == 0 {
		return append(lines, "    "+v.NoFact)
	}
	for i, f := range w.Facts {
		text := v.Typed
		if i > 0 {
			text = v.Corrected
		}
		zone := s.c.Conf.Zone
		at := t.Time(f.Header.Time().Add(zone.Offset())) + " " + zone.String()
		lines = append(lines, "    "+lang.Fill(text, "at", at, "by", s.who(f.Header.Actor)))
		if i > 0 && f.Payload.Reason != "" {
			add(v.Reason, "reason", lang.Inert(f.Payload.Reason))
		}
		add(v.Fact, "mark", ledger.FactMark(f))
	}
	return lines
}

// objects are the words for programs.
func (s wordSheet) objects(list []heard.Word) []worded.Word {
	out := []worded.Word{}
	for _, w := range list {
		word := worded.Word{Word: answer.Words([]model.Word{w.Word})[0], Facts: []worded.Fact{}}
		word.WhoseName, word.ByName = s.who(string(w.Whose)), s.who(string(w.By))
		for _, f := range w.Facts {
			word.Facts = append(word.Facts, worded.FactOf(f, ledger.FactMark(f)))
		}
		out = append(out, word)
	}
	return out
}
