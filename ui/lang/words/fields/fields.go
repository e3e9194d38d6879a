// Package fields holds the words that every form needs.
package fields

// Words holds the words that every form needs.
type Words struct {
	Needed  string // beside a field that may not be empty
	TooLong string // {max}
	NoHits  string // no option fits what was typed
	Stray   string // {text} was typed where one of many is chosen, and none was
	Letters string // beside a few answers, when something was typed that begins none
	Pick    string // hint: how one of many is found
	Date    string // hint: how a day is written
	Whole   string // hint: the line is taken whole
	NewLine string // what Enter does in a text of several lines
	Next    string // action: to the next field
	Choose  string // what the arrows do with a few answers
	Save    string // action
	Cancel  string // action
	GiveUp  string // what would be lost: in "Not saved: {what}"
}
