// Package visited holds the words of a visit to a site.
package visited

import "kinerja/ui/lang/words"

// Words holds the words of the page and the sheet of a visit.
type Words struct {
	Title    string
	Open     string // the action that opens it
	Heading  string // {unit} {period} {date}
	Parts    map[string]string
	Part     string // {part} {n}: over the things of a part
	People   words.Plural
	Nothing  string // a part without anything
	Empty    string // {unit} {period}: nobody is evaluated there
	Forms    map[string]string
	Print    string // {form} {command}
	Bare     words.Plural
	Before   string // {period} {predicate}
	Never    string // no period before
	NoDay    string
	Columns  struct{ Person, What, Before, Until, Note string }
	Go       struct{ Open, Note string }
	Notes    string // how the notes of the visit are kept
	Noted    string // {name}: what was kept
	NoteForm string // {given}: a note on the command line without NAME=
	File     string // {unit} {date}
	Which    string // several units: which is meant
}
