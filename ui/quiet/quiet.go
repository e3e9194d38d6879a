// Package quiet keeps the terminal from being asked anything before main
// begins. Bubble Tea asks for the background colour while packages are
// initialised and waits up to five seconds for an answer, in every program
// that links it; `kinerja version` must neither wait nor write a byte of it.
//
// It works by import alone: its only import is os, so it is initialised before
// Bubble Tea, which needs os/exec and more ("kinerja/…" sorts before "os/…",
// and Go initialises ready packages in the order of their paths). Then TERM is
// "dumb", and a dumb terminal is not asked. main calls Restore before anything
// else; the program decides light or dark by itself.
package quiet

import "os"

// before is TERM as the program was given it.
var before, given = hush()

func hush() (string, bool) {
	term, given := os.LookupEnv("TERM")
	os.Setenv("TERM", "dumb")
	return term, given
}

// Restore gives the environment its TERM back. It may be called again.
func Restore() {
	if given {
		os.Setenv("TERM", before)
		return
	}
	os.Unsetenv("TERM")
}
