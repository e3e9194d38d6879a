package call

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/ui/cli/exit"
)

// watch runs a verb so that Ctrl+C ends it. A verb that takes back what it
// wrote is waited for, until Ctrl+C comes again; of the others every change is
// kept whole or not at all, whenever they end.
func (c *Call) watch(takesBack bool, verb func(context.Context) error) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stop := make(chan os.Signal, 2)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)
	done := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- fmt.Errorf("%w: %v", exit.ErrFault, p)
			}
		}()
		done <- verb(ctx)
	}()
	select {
	case err := <-done:
		return err
	case <-stop:
	}
	cancel()
	if takesBack {
		c.Note(c.Text.CLI.Stopping)
		select {
		case err := <-done:
			return err
		case <-stop:
		}
	}
	c.left = true
	return Said(c.Text.CLI.Stopped, model.ErrStopped)
}

// Verb makes a verb. key names its texts; use is what follows the program's
// name on its usage line; run gets the arguments.
func (c *Call) Verb(key, use string, args cobra.PositionalArgs, run func(args []string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: c.Text.CLI.Verbs[key], Long: c.Text.CLI.About[key], Args: args, DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error {
			return c.watch(false, func(context.Context) error { return run(args) })
		},
	}
}

// LongVerb is Verb for work that takes time and can be stopped.
func (c *Call) LongVerb(key, use string, args cobra.PositionalArgs, run func(ctx context.Context, args []string) error) *cobra.Command {
	cmd := c.Verb(key, use, args, nil)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return c.watch(true, func(ctx context.Context) error { return run(ctx, args) })
	}
	return cmd
}

// Group makes a verb that only holds others.
func (c *Call) Group(key string, verbs ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: key, Short: c.Text.CLI.Verbs[key], Long: c.Text.CLI.About[key], DisableFlagsInUseLine: true}
	cmd.AddCommand(verbs...)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return c.WrongVerb(cmd, args[0])
		}
		var names []string
		for _, v := range verbs {
			names = append(names, v.Name())
		}
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", cmd.CommandPath(), "what", strings.Join(names, " | "))
	}
	return cmd
}
