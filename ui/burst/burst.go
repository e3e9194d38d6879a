// Package burst tells what a console pastes as if it were typed from what a
// person types. A console without bracketed paste (the old one of Windows, the
// one of Linux, GNU screen) hands over a block as keys. Nobody types more than a
// few keys within a moment, so keys are held for that long before they are
// replayed: a burst that has a Tab or an Enter is a block.
package burst

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/clip"
)

const (
	many = 8 // more keys than these
	// Within: in this time are pasted.
	Within = 30 * time.Millisecond
	// What follows a block this soon is the rest of it: a slow console pauses,
	// and a stray Enter must not say yes to half a block.
	rest = 500 * time.Millisecond
)

// Keys are the keys on their way to a page that takes blocks. The zero Keys hold
// none, and none is held while On is false.
type Keys struct {
	On bool // this terminal pastes as keys

	list   []tea.KeyMsg
	last   time.Time
	pasted time.Time // when the last block went on
	ticket int
}

// Msg comes a moment after a key.
type Msg struct{ ticket int }

// Due is the message that is awaited.
func (b *Keys) Due() Msg { return Msg{b.ticket} }

// Hold takes a key that may be the beginning of a block. begun: it is the first,
// and Due is to come after Within.
func (b *Keys) Hold(k tea.KeyMsg, now time.Time) (begun bool) {
	b.list, b.last = append(b.list, k), now
	if len(b.list) > 1 {
		return false
	}
	b.ticket++
	return true
}

// Drop forgets the keys that are held.
func (b *Keys) Drop() { b.list = nil }

// Over ends a burst: what is to be pressed now, a block as one pasted key. One in
// which keys still come is waited for, that long.
func (b *Keys) Over(msg Msg, now time.Time) (press []tea.KeyMsg, wait time.Duration) {
	if msg.ticket != b.ticket || len(b.list) == 0 {
		return nil, 0
	}
	text, plain := clip.TextOf(b.list)
	block := len([]rune(text)) > many
	if wait := Within - now.Sub(b.last); wait > 0 && block {
		return nil, wait
	}
	keys := b.list
	b.list = nil
	if plain && (block && strings.ContainsAny(text, "\t\n") || now.Sub(b.pasted) < rest) {
		b.pasted = now
		return []tea.KeyMsg{{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}}, 0
	}
	return keys, 0
}
