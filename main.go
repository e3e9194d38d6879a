// Command kinerja manages the performance of the staff of a local government:
// offline, on a terminal, in one file. `kinerja` opens it, `kinerja help` lists
// what it does from the command line.
package main

import (
	"os"
	"time"

	"kinerja/ui/quiet"

	"kinerja/ui/cli"
	"kinerja/ui/cli/call"
)

func main() {
	quiet.Restore()
	os.Exit(cli.Main(call.Env{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Lookup: os.LookupEnv, Now: time.Now,
	}))
}
