package call

import (
	"fmt"
	"time"

	"kinerja/ui/lang"
)

// Progress shows on a terminal how far long work has come, from half a second
// on, ten times a second.
type Progress struct {
	call  *Call
	text  string // {n}
	begun time.Time
	shown time.Time
	width int
}

// Progress begins to show how far work has come; text says it, with {n} for the
// rows that are done.
func (c *Call) Progress(text string) *Progress {
	return &Progress{call: c, text: text, begun: c.Env.Now()}
}

// Rows says that so many rows are done.
func (p *Progress) Rows(n int) {
	now := p.call.Env.Now()
	if p.call.Flag.JSON || now.Sub(p.begun) < 500*time.Millisecond || now.Sub(p.shown) < 100*time.Millisecond || !Terminal(p.call.Env.Err) {
		return
	}
	p.shown = now
	line := lang.Fill(p.text, "n", p.call.Text.Count(n))
	p.width = max(p.width, len(line))
	fmt.Fprintf(p.call.Env.Err, "\r%-*s", p.width, line)
}

// End takes the line away.
func (p *Progress) End() {
	if p.width > 0 {
		fmt.Fprintf(p.call.Env.Err, "\r%*s\r", p.width, "")
	}
}
