// Package opened holds the words of what is still open after an evaluation.
package opened

import "kinerja/ui/lang/words"

// Words holds the words of the page and the list of what is still open.
type Words struct {
	Title       string
	Kinds       map[string]string            // by followup.Kind
	States      map[string]map[string]string // by kind and state
	Sessions    map[string]string            // by kind of session
	Turns       map[string]string            // whose turn: by followup.By
	Mine        string                       // it is the reader's own turn
	Late        string                       // {date}
	NoDay       string
	Count       words.Plural
	LateCount   string // {n}
	MineCount   string // {n}
	Hits        string // {n} {all}
	Empty, None string // the whole of the empty page; why nothing can be filtered or written
	EmptyHow    string // {key}: how coaching begins, to whoever may begin it
	Columns     struct{ Person, Kind, About, State, Turn, Until, Unit string }
	Open, File  string
}
