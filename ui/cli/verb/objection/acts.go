package objection

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

func words(list ...string) func(*store.Desk, []string) []string {
	return func(*store.Desk, []string) []string { return list }
}

func upper(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[n:]
}

func file(c *call.Call) *cobra.Command {
	var f flags
	cmd := acting(c, "file", "QUERY --period P --reason T [--paper LABEL=WHERE]… [--asked-result R --asked-behaviour R] [--document T --on DATE | --signed]", &f,
		func() []string { return []string{"--reason", f.reason} },
		func(s sheet, _ objection.Row) error {
			said := objection.Objection{Reason: f.reason, Papers: objection.Papers(strings.Join(f.papers, "\n"))}
			var err error
			if said.Asked, err = ratings(c, f, "--asked-result", "--asked-behaviour"); err != nil {
				return err
			}
			d, w, err := spoken(c, s, f, s.Plan.Employee, s.name())
			if err != nil {
				return err
			}
			_, err = d.FileObjection(s.Plan.ID, s.Period, said, w)
			return err
		})
	cmd.Flags().StringArrayVar(&f.papers, "paper", nil, c.Text.CLI.Flags["objection-paper"])
	return common(c, cmd, &f, "reason", "asked-result", "asked-behaviour", "document", "on", "signed")
}

func explain(c *call.Call) *cobra.Command {
	var f flags
	cmd := acting(c, "explain", "QUERY --period P --text T [--document T --on DATE | --signed]", &f, func() []string { return []string{"--text", f.text} },
		func(s sheet, r objection.Row) error {
			whose := r.Evaluator
			if _, recorded := voice.Judge(s.desk.Actor(), r.Evaluator, r.Employee); !recorded {
				whose = s.desk.Actor().Employee
			}
			d, w, err := spoken(c, s, f, whose, r.EvaluatorName)
			if err != nil {
				return err
			}
			_, err = d.ExplainObjection(r.Employee, r.ID, f.text, w)
			return err
		})
	return common(c, cmd, &f, "text", "document", "on", "signed")
}

func hear(c *call.Call) *cobra.Command {
	var f flags
	cmd := acting(c, "hear", "QUERY --period P [--staff T] [--evaluator T] [--on DATE]", &f,
		func() []string { return []string{"--staff | --evaluator", f.staff + f.evaluator} },
		func(s sheet, r objection.Row) error {
			on, err := c.DateFlag("--on", f.on)
			if err != nil {
				return err
			}
			_, err = s.desk.HearObjection(r.Employee, r.ID, objection.Hearing{On: on, Staff: f.staff, Evaluator: f.evaluator})
			return err
		})
	return common(c, cmd, &f, "staff", "evaluator", "on")
}

func decide(c *call.Call) *cobra.Command {
	var f flags
	cmd := acting(c, "decide", "QUERY --period P --outcome rejected|upheld|changed --reason T [--result R --behaviour R] [--document T --on DATE | --signed]", &f,
		func() []string { return []string{"--outcome", f.outcome, "--reason", f.reason} },
		func(s sheet, r objection.Row) error {
			word, err := c.Word("--outcome", f.outcome, outcomes())
			if err != nil {
				return err
			}
			out, _ := objection.ParseOutcome(word)
			to, err := ratings(c, f, "--result", "--behaviour")
			if err != nil {
				return err
			}
			if out != objection.Changed && to != (objection.Ratings{}) {
				return c.Misuse(c.Text.CLI.Usage.Together, "a", "--outcome "+word, "b", "--result/--behaviour")
			}
			d, w, err := spoken(c, s, f, r.Superior, r.SuperiorName)
			if err != nil {
				return err
			}
			_, err = d.DecideObjection(r.Employee, r.ID, out, to, f.reason, w, c.Rules())
			return err
		})
	common(c, cmd, &f, "outcome", "reason", "result", "behaviour", "document", "on", "signed")
	pick.CompleteFlag(c, cmd, "outcome", words(outcomes()...))
	return cmd
}

func outcomes() (list []string) {
	for _, o := range objection.Outcomes() {
		list = append(list, o.String())
	}
	return list
}

func withdraw(c *call.Call) *cobra.Command {
	var f flags
	cmd := acting(c, "withdraw", "QUERY --period P --reason T [--document T --on DATE | --signed]", &f, func() []string { return []string{"--reason", f.reason} },
		func(s sheet, r objection.Row) error {
			d, w, err := spoken(c, s, f, s.Plan.Employee, s.name())
			if err != nil {
				return err
			}
			w.Reason = f.reason
			_, err = d.WithdrawObjection(r.Employee, r.ID, w)
			return err
		})
	return common(c, cmd, &f, "reason", "document", "on", "signed")
}

// ratings reads two ratings; none of them is none at all.
func ratings(c *call.Call, f flags, result, behaviour string) (r objection.Ratings, err error) {
	for _, x := range []struct {
		flag, given string
		to          *model.Rating
	}{{result, f.result, &r.Result}, {behaviour, f.behaviour, &r.Behaviour}} {
		if x.given == "" {
			continue
		}
		word, err := c.Word(x.flag, x.given, []string{"above", "meets", "below"})
		if err != nil {
			return r, err
		}
		*x.to, _ = model.ParseRating(word)
	}
	return r, nil
}

// spoken is the word of whose, and the desk on which it is said. Where somebody else
// types it, or nobody's PIN says that it is their own, it needs its letter; with
// --signed whose types their own PIN now.
func spoken(c *call.Call, s sheet, f flags, whose model.EmployeeID, name string) (d follow.Desk, w model.Word, err error) {
	d = s.desk
	if w.On, err = c.DateFlag("--on", f.on); err != nil {
		return d, w, err
	}
	w.Document = strings.TrimSpace(f.document)
	if name == "" {
		name = c.Text.Objection.Somebody
	}
	me := d.Actor()
	switch {
	case f.signed && (w.Document != "" || f.on != ""):
		return d, w, c.Misuse(c.Text.CLI.Usage.Together, "a", "--signed", "b", "--document | --on")
	case f.signed && (me.Employee != whose || me.Via != model.Signed):
		secret, err := c.PIN(lang.Fill(c.Text.Account.Ask.PIN, "name", lang.Inert(name)))
		if err != nil {
			return d, w, err
		}
		d.Desk, err = d.Voiced(voice.Said{Whose: whose, Secret: secret})
		return d, w, err
	case w.Document == "" && (me.Employee != whose || c.Flag.As != "" && me.Via != model.Signed):
		return d, w, call.Said(lang.Fill(c.Text.Objection.NoLetter, "name", lang.Inert(name)), exit.ErrUsage)
	}
	return d, w, nil
}
