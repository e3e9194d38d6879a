// Package picks holds which rows of a list are selected (Space). What cannot be
// seen is never acted on: an action on a selection means the selected rows that
// the list shows now, and of those that a filter hides only the number is said.
package picks

import "kinerja/ui/lang"

// Picks are the rows that are selected, by what tells them apart. A nil Picks
// has none and takes none.
type Picks[K comparable] map[K]bool

// Flip selects a row, or takes it out.
func (p Picks[K]) Flip(k K) {
	if p[k] {
		delete(p, k)
		return
	}
	p[k] = true
}

// Drop takes out what was acted on.
func (p Picks[K]) Drop(done ...K) {
	for _, k := range done {
		delete(p, k)
	}
}

// Seen are the selected rows among the n that the list shows, in its order.
func (p Picks[K]) Seen(n int, at func(row int) K) (rows []int) {
	for row := range n {
		if p[at(row)] {
			rows = append(rows, row)
		}
	}
	return rows
}

// Count says how many of those shown are selected, and how many besides are out
// of sight; "" for neither.
func Count(t *lang.Texts, seen, hidden int) string {
	switch {
	case seen+hidden == 0:
		return ""
	case hidden == 0:
		return lang.Fill(t.Picks.Selected, "n", t.Count(seen))
	}
	return lang.Fill(t.Picks.Hidden, "n", t.Count(seen), "hidden", t.Count(hidden))
}
