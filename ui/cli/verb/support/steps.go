package support

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/course"
	"kinerja/model/support"
	"kinerja/store/vault"
	"kinerja/ui/cli/call"
	"kinerja/ui/lang"
	"kinerja/ui/lang/confide"
)

// asked is what a step asks once the passphrase was given, and what it makes of a
// case then.
type asked func(on model.Date) (func(support.Case) (support.Case, error), error)

// stepping makes a verb that takes a case one step further, on the day of --on, else
// today.
func stepping(c *call.Call, name, use string, f *flags, ask asked) *cobra.Command {
	cmd := verb(c, name, strings.Join(strings.Fields("CASE "+use+" --vault FILE"), " "), c.Want(1, 1, "CASE"), f, func(path string, args []string) error {
		on, err := c.DateFlag("--on", f.on)
		if err != nil {
			return err
		}
		if on.IsZero() {
			on = c.Today()
		}
		return opened(c, path, func(v *vault.Vault) error {
			all, err := v.Cases()
			if err != nil {
				return err
			}
			x, err := find(c, all, args[0])
			if err != nil {
				return err
			}
			take, err := ask(on)
			if err != nil {
				return err
			}
			if _, err := take(x); err != nil {
				return refused(c, x, err)
			}
			if x, err = v.Change(x.ID, take); err != nil {
				return refused(c, x, err)
			}
			return tell(c, x)
		})
	})
	if strings.Contains(use, "--on") {
		cmd.Flags().StringVar(&f.on, "on", "", c.Text.CLI.Flags["support-on"])
	}
	return cmd
}

// refused says from where no step of that name leads on.
func refused(c *call.Call, x support.Case, err error) error {
	w := c.Text.Support
	var step *course.Error
	if !errors.As(err, &step) {
		return err
	}
	code, state := x.ID.Code(), w.States[step.State]
	if len(step.Open) == 0 {
		return call.Said(lang.Fill(w.Case.Ended, "code", code, "state", state), err)
	}
	var names []string
	for _, n := range step.Open {
		names = append(names, w.Acts[n])
	}
	return call.Said(lang.Fill(w.Case.Next, "code", code, "state", state, "steps", strings.Join(names, ", ")), err)
}

// tell says where a case is now, and what may be told of it.
func tell(c *call.Call, x support.Case) error {
	if c.Flag.JSON {
		return c.Object(object(x))
	}
	w := c.Text.Support
	c.Line(lang.Fill(w.Case.Done, "code", x.ID.Code(), "state", w.States[x.State.String()]))
	c.Line(w.Fields.Tell)
	for _, who := range support.Audiences() {
		c.Line("    " + confide.Telling(c.Text, x, who))
	}
	return nil
}

// consent keeps that the person consented, and what may be known to whom. Only the
// whole is said: an audience that is not named may know nothing.
func consent(c *call.Call) *cobra.Command {
	var f flags
	cmd := stepping(c, "consent", "--allow WHO=WHAT… | --allow none [--on DATE]", &f, func(on model.Date) (func(support.Case) (support.Case, error), error) {
		allow, err := allowed(c, "kinerja support consent", f.allow)
		if err != nil {
			return nil, err
		}
		paper, err := line(c, c.Text.Support.Ask.Paper)
		return func(x support.Case) (support.Case, error) {
			return x.Take(support.Act{On: on, Name: support.Consent, Paper: paper, Allow: allow}, c.Today())
		}, err
	})
	allowFlag(c, cmd, &f)
	return cmd
}

func allowFlag(c *call.Call, cmd *cobra.Command, f *flags) {
	cmd.Flags().StringArrayVar(&f.allow, "allow", nil, c.Text.CLI.Flags["support-allow"])
	offer(cmd, "allow", "none", "evaluator=made", "evaluator=made,attended,finished", "superior=made", "team=made")
}

// offer offers words for a flag: no file is opened for that.
func offer(cmd *cobra.Command, flag string, words ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // a flag that the verb does not have
	}
}

// allowed reads what --allow says; it must say something.
func allowed(c *call.Call, verb string, list []string) (support.Allow, error) {
	if err := c.Needs(verb, "--allow", strings.Join(list, "")); err != nil {
		return support.Allow{}, err
	}
	a, err := support.ParseAllow(list)
	if err != nil {
		return a, c.Misuse(c.Text.CLI.Usage.BadValue, "flag", "--allow", "value", lang.Inert(strings.Join(list, " ")))
	}
	return a, nil
}

// session keeps a meeting: with a day to come it is planned, else it took place.
func session(c *call.Call) *cobra.Command {
	var f flags
	return stepping(c, "session", "[--on DATE]", &f, func(on model.Date) (func(support.Case) (support.Case, error), error) {
		if on > c.Today() {
			return func(x support.Case) (support.Case, error) { return x.Plans(on, c.Today()) }, nil
		}
		text, err := lines(c, c.Text.Support.Ask.Note)
		return func(x support.Case) (support.Case, error) { return x.Holds(on, text, c.Today()) }, err
	})
}

func plan(c *call.Call) *cobra.Command {
	var f flags
	return stepping(c, "plan", "", &f, func(model.Date) (func(support.Case) (support.Case, error), error) {
		text, err := lines(c, c.Text.Support.Ask.Plan)
		return func(x support.Case) (support.Case, error) { return x.Aims(text) }, err
	})
}

func note(c *call.Call) *cobra.Command {
	var f flags
	return stepping(c, "note", "[--on DATE]", &f, func(on model.Date) (func(support.Case) (support.Case, error), error) {
		text, err := lines(c, c.Text.Support.Fields.Notes)
		return func(x support.Case) (support.Case, error) { return x.Jots(text, on) }, err
	})
}

// onward refers the person to somebody else.
func onward(c *call.Call) *cobra.Command {
	var f flags
	return stepping(c, "refer-onward", "[--on DATE]", &f, func(on model.Date) (func(support.Case) (support.Case, error), error) {
		to, err := line(c, c.Text.Support.Ask.Onward)
		if err != nil {
			return nil, err
		}
		why, err := lines(c, c.Text.Support.Ask.Why)
		return func(x support.Case) (support.Case, error) {
			return x.Sends(to, support.Act{On: on, Reason: why}, c.Today())
		}, err
	})
}

func closing(c *call.Call) *cobra.Command {
	var f flags
	cmd := stepping(c, "close", "--outcome better|partly|unchanged|ended [--on DATE]", &f, func(on model.Date) (func(support.Case) (support.Case, error), error) {
		if err := c.Needs("kinerja support close", "--outcome", f.outcome); err != nil {
			return nil, err
		}
		word, err := c.Word("--outcome", f.outcome, support.Outcomes())
		if err != nil {
			return nil, err
		}
		out, _ := support.ParseOutcome(word)
		text, err := lines(c, c.Text.Support.Ask.Close)
		return func(x support.Case) (support.Case, error) {
			return x.Ends(out, support.Act{On: on, Reason: text}, c.Today())
		}, err
	})
	cmd.Flags().StringVar(&f.outcome, "outcome", "", c.Text.CLI.Flags["support-outcome"])
	offer(cmd, "outcome", support.Outcomes()...)
	return cmd
}

func cancel(c *call.Call) *cobra.Command {
	var f flags
	return stepping(c, "cancel", "[--on DATE]", &f, func(on model.Date) (func(support.Case) (support.Case, error), error) {
		text, err := lines(c, c.Text.Support.Ask.Reason)
		return func(x support.Case) (support.Case, error) {
			return x.Take(support.Act{On: on, Name: support.Cancel, Reason: text}, c.Today())
		}, err
	})
}
