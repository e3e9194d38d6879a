// Package talked holds the words of who gives feedback, how it begins, and of
// anonymous rounds.
package talked

import "kinerja/ui/lang/words"

// Starter is how a text may begin: a name to choose it by, and lines to fill in.
type Starter struct{ Name, Text string }

// Words holds the words of feedback from colleagues, subordinates and others.
type Words struct {
	Sources   map[string]string // how the giver stands, by talk.Source
	From      string            // {source} {name}
	Agenda    string            // {text}: what the next check-in is about
	LastTime  string            // {text}: the agenda that a new check-in begins with
	Own       string            // head of a conversation of which one sees the own part
	EmptyOwn  string            // {name}: nothing of one's own yet
	NotLeader string            // why who may give may not hold a check-in

	Other, OtherHow     string               // field: somebody who is no member of staff
	AgendaOf, AgendaHow string               // field of a check-in
	Start               string               // the action that puts a starter into the text
	StartLine           string               // {name}: which one stands in the text
	Started, Blank      string               // why it cannot be put in; why it is not saved as it is
	FromAgenda          string               // the starter of a check-in that had an agenda
	Starters            map[string][]Starter // by kind

	Colleagues   string // page and action
	NoColleagues string
	Given        words.Plural // {date}: what one gave, and when last
	NeverGiven   string
	Hint         string // over the list of colleagues
	Columns      struct{ Name, Position, Given string }
}
