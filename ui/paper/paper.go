// Package paper prints lines on this machine's printer. They go through a pipe, as a
// job that bears the program's name alone: no file is made, and nothing is kept.
package paper

import (
	"context"
	"errors"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// ErrNone: no printer answers here.
var ErrNone = errors.New("no printer")

// patience is how long the system may take to take a job over.
const patience = 15 * time.Second

// Print sends lines to the printer that the system uses when none is named. It reports
// ErrNone where there is none, or it did not take them.
func Print(lines []string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for _, words := range ways(runtime.GOOS) {
		path, err := exec.LookPath(words[0])
		if err != nil {
			continue
		}
		cmd := exec.CommandContext(ctx, path, words[1:]...)
		cmd.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n\f")
		if cmd.Run() == nil {
			return nil
		}
	}
	return ErrNone
}

// ways are the commands by which a system prints what they read.
func ways(system string) [][]string {
	if system == "windows" {
		return [][]string{{"powershell.exe", "-NoProfile", "-NonInteractive", "-Command", "$input | Out-Printer"}}
	}
	return [][]string{{"lp", "-s", "-t", "Kinerja"}, {"lpr", "-T", "Kinerja"}}
}
