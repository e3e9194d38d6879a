package cli

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/page"
	"kinerja/ui/lang"
)

// help writes what a verb does, how it is called, its flags and the exit codes.
func help(c *call.Call, cmd *cobra.Command) {
	h := c.Text.CLI.Help
	paragraph(c, cmd.Short)
	if cmd.Long != "" {
		paragraph(c, "")
		paragraph(c, cmd.Long)
	}
	heading(c, h.Usage)
	use := cmd.UseLine()
	if !cmd.HasParent() {
		use = "kinerja [" + h.Verb + "]"
	} else if cmd.HasSubCommands() {
		use += " " + h.Verb
	}
	c.Lines(page.Hang(use, page.Width, 2, 4))
	if cmd.HasSubCommands() {
		heading(c, h.Verbs)
		var rows [][2]string
		for _, sub := range cmd.Commands() {
			if !sub.Hidden {
				rows = append(rows, [2]string{sub.Name(), sub.Short})
			}
		}
		pairs(c, rows)
	}
	flagHelp(c, h.Flags, cmd.LocalNonPersistentFlags())
	flagHelp(c, h.Global, cmd.Root().PersistentFlags())
	heading(c, h.Codes)
	pairs(c, exit.Meanings(c.Text))
	if cmd.HasSubCommands() {
		fmt.Fprintf(&c.Out, "\n%s\n", lang.Fill(h.More, "verb", cmd.CommandPath()))
	}
}

func flagHelp(c *call.Call, title string, set *pflag.FlagSet) {
	var rows [][2]string
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		value, usage := pflag.UnquoteUsage(f)
		if value != "" {
			name += " " + value
		}
		rows = append(rows, [2]string{name, usage})
	})
	if len(rows) > 0 {
		heading(c, title)
		pairs(c, rows)
	}
}

func heading(c *call.Call, s string) { fmt.Fprintf(&c.Out, "\n%s\n", s) }

func paragraph(c *call.Call, s string) { c.Lines(page.Wrap(s, page.Width)) }

func pairs(c *call.Call, rows [][2]string) { c.Lines(page.Pairs(rows, page.Width)) }
