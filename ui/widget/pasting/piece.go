package pasting

import "time"

// atOnce is how soon one piece of a block follows another.
const atOnce = 500 * time.Millisecond

// Piece is what was pasted last. A terminal may hand over a long block in
// several pieces: what comes at once belongs to the one before.
type Piece struct {
	Text string
	At   time.Time
}

// Before is text with the piece before it, if it belongs to that.
func (p Piece) Before(text string, now time.Time) string {
	if now.Sub(p.At) < atOnce {
		return p.Text + text
	}
	return text
}
