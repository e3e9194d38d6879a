package cli

import (
	"fmt"
	"time"

	"kinerja/ui/lang"
)

// progress shows on a terminal how far long work has come, from half a second
// on, ten times a second.
type progress struct {
	call  *call
	text  string // {n}
	begun time.Time
	shown time.Time
	width int
}

func (c *call) progress(text string) *progress {
	return &progress{call: c, text: text, begun: c.env.Now()}
}

// rows says that so many rows are done.
func (p *progress) rows(n int) {
	now := p.call.env.Now()
	if p.call.flag.json || now.Sub(p.begun) < 500*time.Millisecond || now.Sub(p.shown) < 100*time.Millisecond || !terminal(p.call.env.Err) {
		return
	}
	p.shown = now
	line := lang.Fill(p.text, "n", p.call.text.Count(n))
	p.width = max(p.width, len(line))
	fmt.Fprintf(p.call.env.Err, "\r%-*s", p.width, line)
}

// end takes the line away.
func (p *progress) end() {
	if p.width > 0 {
		fmt.Fprintf(p.call.env.Err, "\r%*s\r", p.width, "")
	}
}
