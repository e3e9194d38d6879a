package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Main runs the program once and returns its exit code.
func Main(env Env) int { return run(env, func(c *call) error { return c.execute() }) }

// execute reads the arguments and runs the verb that they name.
func (c *call) execute() error {
	cobra.MousetrapHelpText = "" // a double click opens the program like any other start
	root := c.root()
	// Never nil: then cobra would read the arguments of the process by itself.
	root.SetArgs(append([]string{}, c.env.Args...))
	return root.ExecuteContext(context.Background())
}

// root is the tree of verbs.
func (c *call) root() *cobra.Command {
	root := &cobra.Command{
		Use: "kinerja", Short: c.text.CLI.Help.Program, Long: c.text.CLI.Help.About,
		SilenceErrors: true, SilenceUsage: true, DisableSuggestions: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return c.wrongVerb(cmd, args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return c.program() },
	}
	root.SetOut(&c.out)
	root.SetErr(c.env.Err)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { c.help(cmd) })
	root.SetFlagErrorFunc(c.flagError)
	c.globalFlags(root)
	root.AddCommand(
		c.cardVerb(), c.listVerb(), c.enterVerb(), c.planVerb(), c.evaluateVerb(), c.feedbackVerb(), c.importVerb(), c.exportVerb(),
		c.recordVerb(), c.verifyVerb(), c.backupVerb(), c.restoreVerb(), c.configVerb(), c.keysVerb(), c.versionVerb(),
	)
	c.helpVerb(root)
	c.completionVerb(root)
	return root
}

func (c *call) globalFlags(root *cobra.Command) {
	f, t := root.PersistentFlags(), c.text.CLI.Flags
	f.StringVar(&c.flag.db, "db", "", t["db"])
	f.StringVar(&c.flag.config, "config", "", t["config"])
	f.StringVar(&c.flag.lang, "lang", "", t["lang"])
	f.StringVar(&c.flag.as, "as", "", t["as"])
	f.BoolVar(&c.flag.json, "json", false, t["json"])
	f.BoolVar(&c.flag.noColor, "no-color", false, t["no-color"])
	f.BoolVar(&c.flag.plain, "plain", false, t["plain"])
	f.BoolVar(&c.flag.demo, "demo", false, t["demo"])
	f.BoolVar(&c.flag.moved, "moved", false, t["moved"])
	f.BoolVar(&c.flag.copied, "copied", false, t["copied"])
	f.BoolP("help", "h", false, t["help"])
}

// verb makes a verb. key names its texts; use is what follows the program's
// name on its usage line; run gets the arguments.
func (c *call) verb(key, use string, args cobra.PositionalArgs, run func(args []string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: c.text.CLI.Verbs[key], Long: c.text.CLI.About[key], Args: args, DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error {
			return c.watch(false, func(context.Context) error { return run(args) })
		},
	}
}

// longVerb is verb for work that takes time and can be stopped.
func (c *call) longVerb(key, use string, args cobra.PositionalArgs, run func(ctx context.Context, args []string) error) *cobra.Command {
	cmd := c.verb(key, use, args, nil)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return c.watch(true, func(ctx context.Context) error { return run(ctx, args) })
	}
	return cmd
}

// group makes a verb that only holds others.
func (c *call) group(key string, verbs ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: key, Short: c.text.CLI.Verbs[key], Long: c.text.CLI.About[key], DisableFlagsInUseLine: true}
	cmd.AddCommand(verbs...)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return c.wrongVerb(cmd, args[0])
		}
		var names []string
		for _, v := range verbs {
			names = append(names, v.Name())
		}
		return c.misuse(c.text.CLI.Usage.Missing, "verb", cmd.CommandPath(), "what", strings.Join(names, " | "))
	}
	return cmd
}

// helpVerb is cobra's, in the reader's language and as strict as the others.
func (c *call) helpVerb(root *cobra.Command) {
	root.SetHelpCommand(&cobra.Command{
		Use: "help [VERB]", Short: c.text.CLI.Verbs["help"], DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return c.wrongVerb(cmd, args[len(args)-1])
			}
			c.help(cmd)
			return nil
		},
	})
	root.InitDefaultHelpCmd()
}

// completionVerb is cobra's, with our words.
func (c *call) completionVerb(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() != "completion" {
			continue
		}
		cmd.Short, cmd.Long = c.text.CLI.Verbs["completion"], c.text.CLI.About["completion"]
		cmd.Args, cmd.DisableFlagsInUseLine = nil, true
		shells := cmd.Commands()
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return c.wrongVerb(cmd, args[0])
			}
			return c.misuse(c.text.CLI.Usage.Missing, "verb", cmd.CommandPath(), "what", "bash | zsh | fish | powershell")
		}
		for _, shell := range shells {
			shell.Short, shell.Long = cmd.Short+" · "+shell.Name(), ""
			shell.Args, shell.DisableFlagsInUseLine = c.want(0, 0), true
			shell.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = c.text.CLI.Flags["no-descriptions"] })
		}
	}
}
