package cli

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/page"
	"kinerja/ui/lang"
)

// helpWidth is how wide help is written.
const helpWidth = 80

// help writes what a verb does, how it is called, its flags and the exit codes.
func (c *call) help(cmd *cobra.Command) {
	h := c.text.CLI.Help
	c.paragraph(cmd.Short)
	if cmd.Long != "" {
		c.paragraph("")
		c.paragraph(cmd.Long)
	}
	c.heading(h.Usage)
	use := cmd.UseLine()
	if !cmd.HasParent() {
		use = "kinerja [" + h.Verb + "]"
	} else if cmd.HasSubCommands() {
		use += " " + h.Verb
	}
	c.lines(page.Hang(use, helpWidth, 2, 4))
	if cmd.HasSubCommands() {
		c.heading(h.Verbs)
		var rows [][2]string
		for _, sub := range cmd.Commands() {
			if !sub.Hidden {
				rows = append(rows, [2]string{sub.Name(), sub.Short})
			}
		}
		c.pairs(rows)
	}
	c.flagHelp(h.Flags, cmd.LocalNonPersistentFlags())
	c.flagHelp(h.Global, cmd.Root().PersistentFlags())
	c.heading(h.Codes)
	c.pairs(exit.Meanings(c.text))
	if cmd.HasSubCommands() {
		fmt.Fprintf(&c.out, "\n%s\n", lang.Fill(h.More, "verb", cmd.CommandPath()))
	}
}

func (c *call) flagHelp(title string, set *pflag.FlagSet) {
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
		c.heading(title)
		c.pairs(rows)
	}
}

func (c *call) heading(s string) { fmt.Fprintf(&c.out, "\n%s\n", s) }

func (c *call) paragraph(s string) { c.lines(page.Wrap(s, helpWidth)) }

func (c *call) pairs(rows [][2]string) { c.lines(page.Pairs(rows, helpWidth)) }
