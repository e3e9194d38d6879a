// Package objection is the verb objection: it is filed, explained, heard and decided,
// each as the word of whoever said it; and the blank form that somebody fills in.
package objection

import (
	"slices"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/store/follow"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/objecting"
)

// flags are those of one call beside the common ones.
type flags struct {
	reason, text, on, document, staff, evaluator, outcome, result, behaviour string
	papers                                                                   []string
	signed                                                                   bool
}

// Command is `kinerja objection` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("objection", file(c), explain(c), hear(c), decide(c), withdraw(c), showing(c), form(c))
}

// sheet is an evaluation with the objections to it, the newest first.
type sheet struct {
	pick.Subject
	desk follow.Desk
	list []objection.Row
}

// about reads the evaluation that the words and flags mean.
func about(c *call.Call, to call.Access, words []string) (s sheet, err error) {
	d, err := c.Open(to)
	if err != nil {
		return s, err
	}
	s.desk = follow.Desk{Desk: d, Terms: c.Conf.Terms}
	if s.Subject, err = pick.One(c, d, words); err != nil {
		return s, err
	}
	return s, s.read()
}

// read reads what is there now.
func (s *sheet) read() (err error) {
	all, err := s.desk.Objections(follow.Asked{Employee: s.Person.Employee.ID})
	if err != nil {
		return err
	}
	s.list = objection.Of(all, s.Plan.ID, s.Period)
	s.Eval, err = s.desk.Evaluation(s.Plan.ID, s.Period)
	return err
}

func (s sheet) name() string { return lang.Inert(s.Person.Employee.FullName()) }

// acting makes a verb that keeps a word. needs names the flags without which it does
// nothing; open: it is about the objection that is not decided yet.
func acting(c *call.Call, name, use string, f *flags, needs func() []string, act func(s sheet, r objection.Row) error) *cobra.Command {
	return c.Verb("objection "+name, name+" "+use, nil, func(args []string) error {
		if err := c.Needs("kinerja objection "+name, append([]string{"--period", c.Flag.Period}, needs()...)...); err != nil {
			return err
		}
		s, err := about(c, call.ToWrite, args)
		if err != nil {
			return err
		}
		r, open := objecting.Pending(s.list)
		if !open && name != "file" {
			return call.Said(lang.Fill(c.Text.Objection.Which, "name", s.name(), "period", c.Text.Period(s.Period)), model.ErrNotFound)
		}
		if err := act(s, r); err != nil {
			return refused(c, err)
		}
		if err := s.read(); err != nil {
			return err
		}
		return show(c, s)
	})
}

// refused says what a rule about objections refuses.
func refused(c *call.Call, err error) error {
	if _, why := objecting.Refused(c.Text, err); why != "" {
		return call.Said(upper(why)+". "+c.Text.CLI.Evaluate.Unchanged, err)
	}
	return err
}

// common gives a verb the flags by which it finds its subject, and the given ones.
func common(c *call.Call, cmd *cobra.Command, f *flags, names ...string) *cobra.Command {
	pick.Flags(c, cmd)
	set, t := cmd.Flags(), c.Text.CLI.Flags
	to := map[string]*string{
		"reason": &f.reason, "text": &f.text, "on": &f.on, "document": &f.document, "staff": &f.staff, "evaluator": &f.evaluator,
		"outcome": &f.outcome, "result": &f.result, "behaviour": &f.behaviour, "asked-result": &f.result, "asked-behaviour": &f.behaviour,
	}
	for _, n := range names {
		if n == "signed" {
			set.BoolVar(&f.signed, n, false, t[n])
			continue
		}
		set.StringVar(to[n], n, "", t["objection-"+n])
		if slices.Contains([]string{"result", "behaviour", "asked-result", "asked-behaviour"}, n) {
			pick.CompleteFlag(c, cmd, n, words("above", "meets", "below"))
		}
	}
	return cmd
}
