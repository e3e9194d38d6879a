package ui

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/clip"
	"kinerja/ui/nav"
)

// A console without bracketed paste (the old one of Windows, the one of Linux,
// GNU screen) hands over what is pasted as if it were typed. Nobody types more
// than a few keys within a moment, so keys are held for that long before they
// are replayed: a burst that has a Tab or an Enter is a block.
const (
	burstKeys   = 8                     // more than these
	burstWithin = 30 * time.Millisecond // in this time are pasted
	// What follows a block this soon is the rest of it: a slow console pauses,
	// and a stray Enter must not say yes to half a block.
	burstRest = 500 * time.Millisecond
)

// burst are keys on their way to a page that takes blocks.
type burst struct {
	on     bool // this terminal pastes as keys
	keys   []tea.KeyMsg
	last   time.Time
	pasted time.Time // when the last block went on
	ticket int
}

// burstMsg comes a moment after a key.
type burstMsg struct{ ticket int }

// holds takes a key that may be the beginning of a block.
func (b *burst) holds(r *Router, k tea.KeyMsg) (tea.Cmd, bool) {
	p, ok := r.top().(nav.Paster)
	if !b.on || !ok || !p.Pastes() || r.over != nil || k.Paste {
		return nil, false
	}
	b.keys, b.last = append(b.keys, k), r.env.Now()
	if len(b.keys) > 1 {
		return nil, true
	}
	b.ticket++
	return later(burstWithin, burstMsg{b.ticket}), true
}

// over ends a burst: it is pasted, or its keys are replayed one by one. One in
// which keys still come is waited for.
func (b *burst) over(r *Router, msg burstMsg) tea.Cmd {
	if msg.ticket != b.ticket || len(b.keys) == 0 {
		return nil
	}
	now := r.env.Now()
	text, plain := clip.TextOf(b.keys)
	many := len([]rune(text)) > burstKeys
	if wait := burstWithin - now.Sub(b.last); wait > 0 && many {
		return later(wait, msg)
	}
	keys := b.keys
	b.keys = nil
	if plain && (many && strings.ContainsAny(text, "\t\n") || now.Sub(b.pasted) < burstRest) {
		b.pasted = now
		return r.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	}
	var list []tea.Cmd
	for _, k := range keys {
		list = append(list, r.press(k))
	}
	return tea.Batch(list...)
}
