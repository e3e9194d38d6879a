package cli_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"kinerja/ui/cli"
	"kinerja/ui/cli/call"
)

// reads counts what is asked of stdin.
type reads struct {
	io.Reader
	n int
}

func (r *reads) Read(b []byte) (int, error) { r.n++; return r.Reader.Read(b) }

// After a double click a failure stays to be read until Enter; what went well
// waits for nobody, and a command line never does.
func TestAWindowStaysOpenAfterAFailure(t *testing.T) {
	home(t)
	for _, tt := range []struct {
		args    []string
		clicked bool
		waits   bool
	}{
		{[]string{"--db", "kinerja.db"}, true, true}, // no terminal here
		{[]string{"--db", "kinerja.db"}, false, false},
		{[]string{"version"}, true, false},
	} {
		in, out := &reads{Reader: strings.NewReader("\n")}, &bytes.Buffer{}
		cli.Main(call.Env{
			Args: append([]string{"--lang", "en"}, tt.args...), In: in, Out: out, Err: out, Lookup: func(string) (string, bool) { return "", false },
			Now: clock, Clicked: func() bool { return tt.clicked },
		})
		if said := strings.Contains(out.String(), "Press Enter to close"); said != tt.waits || (in.n > 0) != tt.waits {
			t.Errorf("%v clicked %v: said %v, read %d times\n%s", tt.args, tt.clicked, said, in.n, out)
		}
	}
}
