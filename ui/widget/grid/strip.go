package grid

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// strip is a line of pieces. Neighbours of one style are drawn as one, so that a
// line costs few bytes: over ssh each key sends the lines that changed. The zero
// strip is empty.
type strip struct {
	drawn, piece strings.Builder
	style        *lipgloss.Style // of the piece; nil: the terminal's own
}

// add puts text behind what is there.
func (r *strip) add(style *lipgloss.Style, text string) {
	if style != r.style {
		r.flush()
		r.style = style
	}
	r.piece.WriteString(text)
}

func (r *strip) flush() {
	text := r.piece.String()
	if r.style != nil {
		text = r.style.Render(text)
	}
	r.drawn.WriteString(text)
	r.piece.Reset()
}

// line is all of it.
func (r *strip) line() string {
	r.flush()
	return r.drawn.String()
}
