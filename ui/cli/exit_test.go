package cli

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

// A fault of the program ends with one plain sentence: no trace, no word of Go,
// nothing on stdout.
func TestFaultIsPlain(t *testing.T) {
	var out, complaint bytes.Buffer
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	got := Main(call.Env{
		Args: []string{"list", "staff", "--demo"}, In: strings.NewReader(""), Out: &out, Err: &complaint, Lookup: os.LookupEnv,
		Now: func() time.Time { panic("runtime error: index out of range [7]") },
	})
	if got != exit.Fault || out.Len() > 0 {
		t.Errorf("exit code %d, stdout %q; want %d and nothing", got, out.String(), exit.Fault)
	}
	text := complaint.String()
	if strings.Count(text, "\n") != 1 || strings.Contains(text, "index") || strings.Contains(text, "goroutine") || !strings.Contains(text, "aman") {
		t.Errorf("said %q", text)
	}
}

// A result that cannot be written is a failure, not a success.
func TestOutputThatFails(t *testing.T) {
	var complaint bytes.Buffer
	got := Main(call.Env{
		Args: []string{"version"}, In: strings.NewReader(""), Out: closed{}, Err: &complaint, Lookup: os.LookupEnv, Now: time.Now,
	})
	if got != exit.Refused || !strings.Contains(complaint.String(), "keluaran") && !strings.Contains(complaint.String(), "written out") {
		t.Errorf("exit code %d, said %q", got, complaint.String())
	}
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, &fs.PathError{Op: "write", Err: fs.ErrClosed} }

// Every verb and every flag has its words in both languages, and no word is
// left over.
func TestEveryVerbHasWords(t *testing.T) {
	for _, code := range lang.Languages() {
		text, err := lang.Read(code)
		if err != nil {
			t.Fatal(err)
		}
		c := &call.Call{Text: text, Env: call.Env{Err: &bytes.Buffer{}}}
		verbs := map[string]bool{}
		for _, cmd := range all(c) {
			name := strings.TrimPrefix(cmd.CommandPath(), "kinerja ")
			if strings.HasPrefix(name, "completion ") || name == "kinerja" {
				continue
			}
			verbs[name] = true
			if cmd.Short == "" || cmd.Short != text.CLI.Verbs[name] {
				t.Errorf("%s: %s has no words", code, name)
			}
			cmd.Flags().VisitAll(func(f *pflag.Flag) {
				if f.Usage == "" {
					t.Errorf("%s: %s --%s has no words", code, name, f.Name)
				}
			})
		}
		for name := range text.CLI.Verbs {
			if !verbs[name] {
				t.Errorf("%s: words for %q, which is no verb", code, name)
			}
		}
	}
}

// all lists every verb, those below others too.
func all(c *call.Call) []*cobra.Command {
	list := []*cobra.Command{root(c)}
	for i := 0; i < len(list); i++ {
		list = append(list, list[i].Commands()...)
	}
	return list
}
