//go:build !windows

package quiet_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"

	"kinerja/ui/quiet"
)

// TestMain plays `kinerja version` when it is started as that: a program that
// links Bubble Tea, restores TERM and writes one line.
func TestMain(m *testing.M) {
	if os.Getenv("PLAY_VERSION") != "" {
		during := os.Getenv("TERM")
		quiet.Restore()
		term, given := os.LookupEnv("TERM")
		fmt.Println("version", during, term, given, tea.KeyEnter)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// play runs the program on a terminal that never answers, and returns all that
// it wrote there and how long it took.
func play(t *testing.T, term ...string) (string, time.Duration) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "TERM=") && !strings.HasPrefix(v, "COLORFGBG=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(append(cmd.Env, "PLAY_VERSION=1"), term...)
	begin := time.Now()
	f, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, _ := io.ReadAll(f) // ends with EIO when the program has left
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	return string(out), time.Since(begin)
}

// LIBS 1: on a silent terminal, Bubble Tea alone costs five seconds and writes
// escape bytes before main begins.
func TestSilentTerminal(t *testing.T) {
	for _, tt := range []struct {
		env  []string
		want string
	}{
		{[]string{"TERM=xterm-256color"}, "version dumb xterm-256color true enter\r\n"},
		{[]string{"TERM="}, "version dumb  true enter\r\n"},
		{nil, "version dumb  false enter\r\n"},
	} {
		out, took := play(t, tt.env...)
		if out != tt.want {
			t.Errorf("%v wrote %q, want %q", tt.env, out, tt.want)
		}
		if took > 3*time.Second {
			t.Errorf("%v took %v", tt.env, took)
		}
	}
}
