// Package voiced holds the words for whose word an act is, and how it is known.
package voiced

import "kinerja/ui/lang/words"

// Words holds the words for whose word an act is (UX 2.11): how it is known, the
// questions about it, and the sheet that lists the words of an evaluation.
type Words struct {
	Signed       string // the person acted, with their own PIN
	Recorded     string // {by} {document}
	RecordedBare string // {document}
	Others       string // {name}: a judgement that is another's and names no paper
	OthersHow    string // the same, what to give on the command line

	How          string            // field: a letter, or the own PIN
	ByLetter     string            // the one answer; Signed is the other
	OwnHint      string            // {name}
	PIN, PINHint string            // {name}: whose PIN is asked for; below its field
	Temporary    string            // {name}: their PIN was set by somebody else
	Either       string            // the word of a member of staff, who has a PIN
	PaperDate    string            // field: the day of the letter
	ForTitle     string            // {act} {name}: somebody else's staff is judged
	ForThen      string            // {name}
	ForPaper     string            // {name} {by} {on}: said while it is judged so
	ForSigned    string            // {name}
	Foreign      string            // {name} {key}: why somebody is not judged here yet
	Later        words.Plural      // {n} {name}: of a selection, whose step follows after that of the others
	Go           string            // {act}: action: go on with what was answered
	Acts         map[string]string // what is done for another: rate, share, withdraw, final

	Sheet     string // {name} {period}: head
	SheetNone string
	Said      string // {on}: the day of the word
	Typed     string // {at} {by}: when, by whom
	Corrected string // {at} {by}
	Known     string // {how}
	Plain     string // how: the person acted, no PIN is asked here
	Paper     string // {document}
	Reason    string // {reason}
	Fact      string // {mark}
	NoFact    string
	Unnamed   string // whose word, where nobody is named
}
