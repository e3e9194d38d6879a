package ui

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/frame"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// The frame: a top line, the page with a free column on either side, a rule,
// the message line, the line of keys.
const (
	around = 4 // lines that are not the page's
	margin = 1
)

type (
	// stampMsg brings the file's stamp, once a second.
	stampMsg struct {
		stamp uint64
		err   error
	}
	// leaveMsg: a person agreed to leave the pages from n on.
	leaveMsg struct{ n int }
	// roomMsg tells the page on top that its room changed. It carries nothing:
	// pages that read only what is on screen look again at any message.
	roomMsg struct{}
)

// tick asks a second from now whether the file changed, and whether to keep
// where one is. It is the only clock of the program; nothing on screen moves by
// it.
func (r *Router) tick() tea.Cmd {
	if r.stamp == nil && r.memory.keeper == nil && r.lock.House == nil {
		return nil
	}
	stamp := r.stamp
	return tea.Tick(time.Second, func(time.Time) tea.Msg {
		if stamp == nil {
			return stampMsg{}
		}
		s, err := stamp()
		return stampMsg{s, err}
	})
}

// later brings a message after a while.
func later(wait time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(wait, func(time.Time) tea.Msg { return msg })
}

// stamped reads all pages again when another process changed the file. A
// change made here shows too; reading twice is harmless.
func (r *Router) stamped(msg stampMsg) tea.Cmd {
	next := tea.Batch(r.tick(), r.rest(), r.idle())
	if msg.err != nil || msg.stamp == r.seen {
		return next
	}
	first := r.seen == 0
	r.seen = msg.stamp
	if first {
		return next
	}
	return tea.Batch(next, r.reread())
}

// end leaves the program after a fault; Run says so.
func (r *Router) end(fault any) tea.Cmd {
	r.crash, r.view = fault, ""
	return tea.Quit
}

// small reports a terminal in which no page can be shown.
func (r *Router) small() bool { return r.width < minWidth || r.height < minHeight }

// resize gives the page on top its room, and a chance to ask for what it can
// show now.
func (r *Router) resize() tea.Cmd {
	width, height := max(0, r.width-2*margin), max(0, r.height-around)
	r.top().Resize(width, height)
	cmd := r.top().Update(roomMsg{})
	if t, ok := r.over.(over.Taker); ok {
		r.over.Body(width, height)
		cmd = tea.Batch(cmd, r.done(t.Take(roomMsg{})))
	}
	return cmd
}

// draw draws the whole screen.
func (r *Router) draw() string {
	switch {
	case r.width <= 0 || r.height <= 0:
		return ""
	case r.small():
		return r.env.Styles.Glyphs.Plain(r.drawSmall())
	}
	width, height := r.width-2*margin, r.height-around
	body, covered := "", false
	if o := r.lies(); o != nil {
		body, covered = o.Body(width, height)
	}
	if !covered {
		body = r.top().View()
	}
	message := r.message(width)
	lines := make([]string, 0, r.height)
	lines = append(lines, r.topLine(width))
	// A long sentence grows upward, over the page, so that nothing moves.
	lines = append(lines, frame.Exactly(body, height+1-len(message))...)
	lines = append(lines, frame.Rule(r.env.Styles, r.label, width))
	lines = append(append(lines, message...), frame.Foot(r.parts(width)))
	for i, line := range lines {
		// What stands behind the text costs bytes with each key, and shows nothing.
		lines[i] = strings.TrimRight(ansi.Truncate(strings.Repeat(" ", margin)+line, r.width-margin, ""), " ")
	}
	return r.env.Styles.Glyphs.Plain(strings.Join(lines, "\n"))
}

// topLine is where one is, at the left, and who works, at the right.
func (r *Router) topLine(width int) string {
	if r.lock.door != nil {
		left, right := r.lock.door.Head()
		return frame.Ends(r.env.Styles, left, right, width)
	}
	return frame.Top(r.env, r.top(), nav.By(r.actions()), width)
}

// message is the line above the keys: a question, what was said, or when the
// last change was saved. It is never empty; a long sentence has several lines.
func (r *Router) message(width int) []string {
	s, t := r.env.Styles, r.env.Text
	style, text := s.Dim, ""
	switch {
	case r.lies() != nil:
		style, text = s.Question, r.lies().Line()
	case r.said != "" && r.failed:
		style, text = s.Bad, r.said
	case r.said != "":
		style, text = s.Text, r.said
	case r.unsaved(0) != "":
		style, text = s.Warning, r.notSaved(r.unsaved(0))
	case r.memory.keeper.Fault() != nil:
		style, text = s.Warning, t.Error(r.memory.keeper.Fault())
	case !r.saved.IsZero():
		text = fill(t.Frame.Saved, "at", t.Moment(r.saved, r.env.Now()))
	}
	return frame.Said(style, text, width)
}

// notSaved says that something is not in the file, or that it is being typed.
func (r *Router) notSaved(what string) string {
	if c, ok := r.top().(nav.Closer); ok && r.top().Typing() && c.Unsaved() != "" {
		return fill(r.env.Text.Frame.TypingUnsaved, "what", what)
	}
	return fill(r.env.Text.Frame.NotSaved, "what", what)
}

// parts is the line of keys: of what lies over the page, else of the page.
func (r *Router) parts(width int) []frame.Part {
	if o := r.lies(); o != nil {
		return frame.Over(r.env, o.Foot(), o.Typing(), width)
	}
	return frame.Keys(r.env, r.actions(), r.top().Typing(), len(r.stack) == 1, width)
}

// drawSmall says what size is needed, in whatever room there is.
func (r *Router) drawSmall() string {
	t := r.env.Text.Frame
	text := fill(t.TooSmall, "haveWidth", r.width, "haveHeight", r.height, "width", minWidth, "height", minHeight) +
		"\n" + fill(t.TooSmallHow, "key", r.env.Keys.Quit.Help().Key)
	if o := r.lies(); o != nil {
		text = strings.TrimSpace(o.Line() + "\n" + frame.Foot(r.parts(r.width)))
	}
	return frame.Small(text, r.width, r.height)
}
