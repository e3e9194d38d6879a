package program

import (
	"runtime"

	"github.com/spf13/cobra"

	"kinerja/store/ledger"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
)

// version is the version of the program.
const version = "0.1.0"

// Version is `kinerja version`: of the program and of its files.
func Version(c *call.Call) *cobra.Command {
	return c.Verb("version", "version", c.Want(0, 0), func([]string) error {
		if c.Flag.JSON {
			return c.Object(struct {
				Schema  int    `json:"schema"`
				Version string `json:"version"`
				Format  int    `json:"format"`
				System  string `json:"system"`
			}{answer.Schema, version, ledger.Format, runtime.GOOS + "/" + runtime.GOARCH})
		}
		c.Line("kinerja " + version)
		return nil
	})
}
