// Package assessed holds the words of how staff see their own work (penilaian
// diri).
package assessed

import "kinerja/ui/lang/words"

// Words holds the words of a self-assessment: on its page, in its forms, on the
// command line.
type Words struct {
	Title, Open string    // Open: the action that leads there
	Mine        string    // the same, to one's own
	NotListed   string    // why there is none of one's own
	States      [2]string // by assessment.State
	Unscored    string    // it is in no score

	Stage struct { // how it stands, for its person and for others
		Hidden               string // who sees one's own, until when
		Empty, Draft, Closed string // {hidden}: of one's own; Closed: nothing was handed in, and it is too late
		Handed, Waiting      string // {how}: handed in; what each side sees when
		None, There          string // {name}: not handed in; handed in, and closed until both are in
		Both                 string // {name}
		Differ               words.Plural
		Alike                string
	}
	Brief struct {
		Differ             words.Plural
		Alike, Own, Handed string
	}
	Handed                   string // {on}
	Own, Other, AidSays      string // columns: own, evaluator, what the aid says
	OverAll, Measures, About string // headings; About: of the seven values
	Helped, Hindered, Wished string
	Differs, Same            string // beside a row
	Reached                  string // {percent} {rating}
	Noted                    string // {text}: the evaluator's note
	NotSaid, NotRated        string

	Refused struct { // why something is not done
		HandedIn, Both, BothOwn, NotRated, Locked, OnlyOwn, OnlyOther, Nothing string
	}
	Page struct {
		Reading, Write, Submit, AskSubmit, Submitted, Reopen, AskReopen, Reopened, Record string
		Form, FormRecord, Kept, KeptRecord                                                string // titles; what is said
		Text                                                                              string // label of a sentence
		None                                                                              string // no rating
		ResultHint, TextHint, HelpedHint, HinderedHint, WishedHint                        string
		Unready                                                                           string // {missing} {key}: why it cannot be handed in
		Needed                                                                            string // beside a rating that is missing
		Paper, PaperHint, Day, DayHint, RecordHint                                        string
	}
	CLI struct {
		Head                      string // {name} {period}
		Written, Handed, Reopened string // {name} {period}
		Recorded                  string // {name} {period} {document}
		Pair                      string // {flag} {value}: not CODE=RATING:TEXT
		NoValue                   string // {code} {allowed}
		Document                  string
		StandIn                   string // {name}: nobody asked them for a PIN
	}
}
