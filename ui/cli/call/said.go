package call

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

// said is an error whose sentence is known where it happened.
type said struct {
	text string
	err  error
}

func (e *said) Error() string            { return e.err.Error() }
func (e *said) Unwrap() error            { return e.err }
func (e *said) Say(_ *lang.Texts) string { return e.text }

// Said gives an error the sentence that people read instead of its own. The
// error decides the exit code.
func Said(text string, err error) error { return &said{text, err} }

// end writes what there is to say and returns the exit code.
func (c *Call) end(err error) int {
	if err == nil {
		if _, err = c.Env.Out.Write(c.Out.Bytes()); err == nil {
			return 0
		}
		err = Said(c.Text.CLI.NoOutput, err)
	}
	code, word := exit.Of(err)
	switch {
	case c.Text == nil:
		fmt.Fprintf(c.Env.Err, "kinerja: %s\n", word)
	case c.Flag.JSON:
		c.failJSON(word, err)
	default:
		c.complain("kinerja: " + c.Text.Error(err))
		c.candidates(err)
		var closed *model.ClosedError
		if errors.As(err, &closed) {
			c.complain(lang.Fill(c.Text.CLI.Period.Again, "code", closed.Period.String()))
		}
	}
	return code
}

// candidates lists what a question could have meant.
func (c *Call) candidates(err error) {
	var several *model.AmbiguousError
	if !errors.As(err, &several) {
		return
	}
	const few = 20
	for i, x := range several.Candidates {
		if i == few {
			fmt.Fprintf(c.Env.Err, "  %s\n", c.Text.Plural(c.Text.CLI.More, len(several.Candidates)-few))
			return
		}
		name := x.Number
		if name == "" {
			name = x.ID
		}
		fmt.Fprintf(c.Env.Err, "  %s  %s  %s\n", name, lang.Inert(x.Name), lang.Inert(x.Detail))
	}
}

// Note says something that is no result. Under --json it is left out, so that
// stderr holds one object or nothing.
func (c *Call) Note(text string) {
	if text != "" && !c.Flag.JSON {
		c.complain(text)
	}
}

// complain writes to stderr; whatever a name or a path holds can do nothing to
// the terminal.
func (c *Call) complain(text string) {
	for l := range strings.Lines(text) {
		fmt.Fprintln(c.Env.Err, lang.Inert(strings.TrimSuffix(l, "\n")))
	}
}

// failJSON says a failure to a program.
func (c *Call) failJSON(word string, err error) {
	failure := struct {
		Error      string            `json:"error"`
		Message    string            `json:"message"`
		Candidates []model.Candidate `json:"candidates"`
	}{word, c.Text.Error(err), []model.Candidate{}}
	var several *model.AmbiguousError
	if errors.As(err, &several) {
		failure.Candidates = several.Candidates
	}
	e := json.NewEncoder(c.Env.Err)
	e.SetEscapeHTML(false)
	_ = e.Encode(failure) // there is nobody left to tell
}
