package cli

import (
	"runtime"

	"github.com/spf13/cobra"

	"kinerja/store/ledger"
	"kinerja/ui/cli/answer"
)

// Version is the version of the program.
const Version = "0.1.0"

func (c *call) versionVerb() *cobra.Command {
	return c.verb("version", "version", c.want(0, 0), func([]string) error {
		if c.flag.json {
			return c.object(struct {
				Schema  int    `json:"schema"`
				Version string `json:"version"`
				Format  int    `json:"format"`
				System  string `json:"system"`
			}{answer.Schema, Version, ledger.Format, runtime.GOOS + "/" + runtime.GOARCH})
		}
		c.line("kinerja " + Version)
		return nil
	})
}
