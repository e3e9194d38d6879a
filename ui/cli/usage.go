package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kinerja/model"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/near"
	"kinerja/ui/lang"
)

// misuse is wrong use of the command line, said in one sentence.
func (c *call) misuse(text string, pairs ...any) error {
	return &said{lang.Fill(text, pairs...), exit.ErrUsage}
}

// wrongWord refuses a word that is not one of those allowed, and names the
// nearest.
func (c *call) wrongWord(what, given string, allowed []string) error {
	u := c.text.CLI.Usage
	text := lang.Fill(u.Word, "what", what, "given", lang.Inert(given), "allowed", strings.Join(allowed, ", "))
	if word := near.Word(given, allowed); word != "" {
		text += " " + lang.Fill(u.Near, "near", word)
	}
	return &said{text, exit.ErrUsage}
}

// flagError says what is wrong with a flag.
func (c *call) flagError(cmd *cobra.Command, err error) error {
	u := c.text.CLI.Usage
	// "kinerja crad --period X": the verb is what is wrong, not its flag.
	if rest := cmd.Flags().Args(); cmd.HasSubCommands() && len(rest) > 0 {
		return c.wrongVerb(cmd, rest[0])
	}
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return c.unknownFlag(cmd, unknown)
	case errors.As(err, &empty):
		return c.misuse(u.NoValue, "flag", "--"+empty.GetFlag().Name)
	case errors.As(err, &bad):
		return c.misuse(u.BadValue, "flag", "--"+bad.GetFlag().Name, "value", lang.Inert(bad.GetValue()))
	}
	return c.misuse(u.BadFlag, "flag", lang.Inert(strings.TrimPrefix(err.Error(), "bad flag syntax: ")))
}

func (c *call) unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) error {
	u := c.text.CLI.Usage
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
		return &said{text + " " + lang.Fill(u.Near, "near", "--"+word), exit.ErrUsage}
	}
	return &said{text + " " + lang.Fill(u.SeeHelp, "verb", cmd.CommandPath()), exit.ErrUsage}
}

func (c *call) wrongVerb(cmd *cobra.Command, given string) error {
	var names []string
	for _, sub := range cmd.Commands() {
		if !sub.Hidden && sub.Name() != "help" {
			names = append(names, sub.Name())
		}
	}
	what := c.text.CLI.Help.Verb
	if cmd.HasParent() {
		what = cmd.CommandPath()
	}
	return c.wrongWord(what, given, names)
}

// want takes so many arguments; names are what they are called in complaints.
func (c *call) want(least, most int, names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		u := c.text.CLI.Usage
		switch {
		case len(args) < least:
			return c.misuse(u.Missing, "verb", cmd.CommandPath(), "what", names[min(len(args), len(names)-1)])
		case len(args) > most:
			return c.misuse(u.TooMany, "verb", cmd.CommandPath(), "what", lang.Inert(args[most]))
		}
		return nil
	}
}

// word reads an argument that is one of several words.
func (c *call) word(what, given string, allowed []string) (string, error) {
	if w := strings.ToLower(given); slices.Contains(allowed, w) {
		return w, nil
	}
	return "", c.wrongWord(what, given, allowed)
}

// periodFlag reads --period; the zero Period when it is not given.
func (c *call) periodFlag() (model.Period, error) {
	if c.flag.period == "" {
		return 0, nil
	}
	p, err := model.ParsePeriod(c.flag.period)
	if err != nil {
		return 0, c.misuse(c.text.CLI.Usage.Period, "value", lang.Inert(c.flag.period))
	}
	return p, nil
}

// yearFlag reads --year; the year of today when it is not given.
func (c *call) yearFlag() (int, error) {
	if c.flag.year == "" {
		return c.today().Year(), nil
	}
	p, err := model.ParsePeriod(c.flag.year)
	if err != nil || p.Kind() != model.Year {
		return 0, c.misuse(c.text.CLI.Usage.Year, "value", lang.Inert(c.flag.year))
	}
	return p.Year(), nil
}

// dateFlag reads an ISO date.
func (c *call) dateFlag(flag, given string) (model.Date, error) {
	if given == "" {
		return 0, nil
	}
	d, err := model.ParseDate(given)
	if err != nil {
		return 0, c.misuse(c.text.CLI.Usage.Date, "flag", flag, "value", lang.Inert(given))
	}
	return d, nil
}
