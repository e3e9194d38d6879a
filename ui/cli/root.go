package cli

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kinerja/ui/cli/call"
	"kinerja/ui/cli/verb/access"
	"kinerja/ui/cli/verb/action"
	"kinerja/ui/cli/verb/assessment"
	"kinerja/ui/cli/verb/award"
	"kinerja/ui/cli/verb/card"
	"kinerja/ui/cli/verb/coaching"
	"kinerja/ui/cli/verb/credit"
	"kinerja/ui/cli/verb/evaluation"
	"kinerja/ui/cli/verb/feedback"
	"kinerja/ui/cli/verb/file"
	"kinerja/ui/cli/verb/leave"
	"kinerja/ui/cli/verb/list"
	"kinerja/ui/cli/verb/objection"
	"kinerja/ui/cli/verb/observe"
	"kinerja/ui/cli/verb/period"
	"kinerja/ui/cli/verb/plan"
	"kinerja/ui/cli/verb/program"
	"kinerja/ui/cli/verb/record"
	"kinerja/ui/cli/verb/result"
	"kinerja/ui/cli/verb/rules"
	"kinerja/ui/cli/verb/session"
	"kinerja/ui/cli/verb/settings"
	"kinerja/ui/cli/verb/support"
	"kinerja/ui/cli/verb/survey"
	"kinerja/ui/cli/verb/table"
	"kinerja/ui/cli/verb/transfer"
	"kinerja/ui/cli/verb/unit"
	"kinerja/ui/cli/verb/users"
	"kinerja/ui/cli/verb/visit"
)

// Main runs the program once and returns its exit code.
func Main(env call.Env) int { return call.Run(env, execute) }

// execute reads the arguments and runs the verb that they name.
func execute(c *call.Call) error {
	cobra.MousetrapHelpText = "" // a double click opens the program like any other start
	root := root(c)
	// Never nil: then cobra would read the arguments of the process by itself.
	root.SetArgs(append([]string{}, c.Env.Args...))
	return root.ExecuteContext(context.Background())
}

// root is the tree of verbs.
func root(c *call.Call) *cobra.Command {
	root := &cobra.Command{
		Use: "kinerja", Short: c.Text.CLI.Help.Program, Long: c.Text.CLI.Help.About,
		SilenceErrors: true, SilenceUsage: true, DisableSuggestions: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return c.WrongVerb(cmd, args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return program.Open(c) },
	}
	root.SetOut(&c.Out)
	root.SetErr(c.Env.Err)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { help(c, cmd) })
	root.SetFlagErrorFunc(c.FlagError)
	c.GlobalFlags(root)
	root.AddCommand(
		card.Command(c), list.Command(c), result.Command(c), observe.Command(c), plan.Command(c), evaluation.Command(c), feedback.Command(c), survey.Command(c), credit.Command(c), period.Command(c), action.Command(c), action.Evidence(c), assessment.Command(c),
		unit.Command(c), transfer.Command(c), leave.Command(c), objection.Command(c), session.Command(c), visit.Command(c), award.Command(c), award.Discipline(c),
		coaching.Command(c), support.Command(c),
		table.Import(c), table.Export(c), record.Command(c), access.Command(c), file.Verify(c), file.Backup(c), file.Restore(c),
		users.Command(c), users.Whoami(c), rules.Command(c), settings.Config(c), settings.Keys(c), program.Version(c),
	)
	helpVerb(c, root)
	completionVerb(c, root)
	return root
}

// helpVerb is cobra's, in the reader's language and as strict as the others.
func helpVerb(c *call.Call, root *cobra.Command) {
	root.SetHelpCommand(&cobra.Command{
		Use: "help [VERB]", Short: c.Text.CLI.Verbs["help"], DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return c.WrongVerb(cmd, args[len(args)-1])
			}
			help(c, cmd)
			return nil
		},
	})
	root.InitDefaultHelpCmd()
}

// completionVerb is cobra's, with our words.
func completionVerb(c *call.Call, root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() != "completion" {
			continue
		}
		cmd.Short, cmd.Long = c.Text.CLI.Verbs["completion"], c.Text.CLI.About["completion"]
		cmd.Args, cmd.DisableFlagsInUseLine = nil, true
		shells := cmd.Commands()
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return c.WrongVerb(cmd, args[0])
			}
			return c.Misuse(c.Text.CLI.Usage.Missing, "verb", cmd.CommandPath(), "what", "bash | zsh | fish | powershell")
		}
		for _, shell := range shells {
			shell.Short, shell.Long = cmd.Short+" · "+shell.Name(), ""
			shell.Args, shell.DisableFlagsInUseLine = c.Want(0, 0), true
			shell.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = c.Text.CLI.Flags["no-descriptions"] })
		}
	}
}
