package call

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/near"
	"kinerja/ui/lang"
)

// Misuse is wrong use of the command line, said in one sentence.
func (c *Call) Misuse(text string, pairs ...any) error {
	return Said(lang.Fill(text, pairs...), exit.ErrUsage)
}

// Needs names the flags that were left out of those that a verb needs, given with
// their values.
func (c *Call) Needs(verb string, pairs ...string) error {
	var missing []string
	for i := 0; i < len(pairs); i += 2 {
		if strings.TrimSpace(pairs[i+1]) == "" {
			missing = append(missing, pairs[i])
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return c.Misuse(c.Text.CLI.Usage.Missing, "verb", verb, "what", strings.Join(missing, ", "))
}

// WrongWord refuses a word that is not one of those allowed, and names the
// nearest.
func (c *Call) WrongWord(what, given string, allowed []string) error {
	u := c.Text.CLI.Usage
	text := lang.Fill(u.Word, "what", what, "given", lang.Inert(given), "allowed", strings.Join(allowed, ", "))
	if word := near.Word(given, allowed); word != "" {
		text += " " + lang.Fill(u.Near, "near", word)
	}
	return Said(text, exit.ErrUsage)
}

// FlagError says what is wrong with a flag.
func (c *Call) FlagError(cmd *cobra.Command, err error) error {
	u := c.Text.CLI.Usage
	// "kinerja crad --period X": the verb is what is wrong, not its flag.
	if rest := cmd.Flags().Args(); cmd.HasSubCommands() && len(rest) > 0 {
		return c.WrongVerb(cmd, rest[0])
	}
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return c.unknownFlag(cmd, unknown)
	case errors.As(err, &empty):
		return c.Misuse(u.NoValue, "flag", "--"+empty.GetFlag().Name)
	case errors.As(err, &bad):
		return c.Misuse(u.BadValue, "flag", "--"+bad.GetFlag().Name, "value", lang.Inert(bad.GetValue()))
	}
	return c.Misuse(u.BadFlag, "flag", lang.Inert(strings.TrimPrefix(err.Error(), "bad flag syntax: ")))
}

func (c *Call) unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) error {
	u := c.Text.CLI.Usage
	given, sign := err.GetSpecifiedName(), "--"
	if err.GetSpecifiedShortnames() != "" {
		sign = "-"
	}
	var names []string
	add := func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	}
	cmd.LocalFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	text := lang.Fill(u.Flag, "flag", lang.Inert(sign+given), "verb", cmd.CommandPath())
	if word := near.Word(given, names); word != "" {
		return Said(text+" "+lang.Fill(u.Near, "near", "--"+word), exit.ErrUsage)
	}
	return Said(text+" "+lang.Fill(u.SeeHelp, "verb", cmd.CommandPath()), exit.ErrUsage)
}

// WrongVerb refuses a word that is no verb of cmd, and names the nearest.
func (c *Call) WrongVerb(cmd *cobra.Command, given string) error {
	var names []string
	for _, sub := range cmd.Commands() {
		if !sub.Hidden && sub.Name() != "help" {
			names = append(names, sub.Name())
		}
	}
	what := c.Text.CLI.Help.Verb
	if cmd.HasParent() {
		what = cmd.CommandPath()
	}
	return c.WrongWord(what, given, names)
}

// Want takes so many arguments; names are what they are called in complaints.
func (c *Call) Want(least, most int, names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		u := c.Text.CLI.Usage
		switch {
		case len(args) < least:
			return c.Misuse(u.Missing, "verb", cmd.CommandPath(), "what", names[min(len(args), len(names)-1)])
		case len(args) > most:
			return c.Misuse(u.TooMany, "verb", cmd.CommandPath(), "what", lang.Inert(args[most]))
		}
		return nil
	}
}
