package words

// Feedback holds the words of conversations: page, timeline, command line.
type Feedback struct {
	Title, Reading string
	Owner          string // whose word it is when the owner of the file is on no list

	To, Corrects string // {kind} {date}
	Corrected    string // {date}
	Proof        string // {document}
	About        string // head of what an item is about, in a form
	Person       string // an item about the person as such
	Behaviour    string // {name}
	Agreed       string // {text}
	Next         string // {day}

	DueToday string // {date}
	DueLate  Plural // {date}
	DueIn    Plural // {date}
	DueNow   string // without the date, for columns
	Late     Plural
	In       Plural
	Silent   Plural // days without a word
	Never    string
	Recent   Plural // days since the last word

	Items           Plural
	Head            string // {items} {due}
	NoDue           string
	Empty, EmptyHow string // {name}; {keys}
	Nobody          string
	Summary         string // {due} {late} {silent} {days}

	Columns struct{ Name, What, Date, Position, Items string }

	Give      [6]string // by kind: the name of the action and of the form
	Correct   string    // action
	CorrectOf string    // {kind} {name}: title of the form of another wording
	OfWhom    string    // {kind} {name}: title of the form
	Answer    string    // {name}: title of the form of an answer
	ToWhat    string    // {kind} {date} {text}: what a form answers or corrects

	Text, Agreement, NextDate, Document, ProofField, Date                           string // fields
	StarterGood, StarterBetter, StarterNote, StarterCheckIn, StarterAnswer, AboutOf string // hints: short starters
	DocumentHow, ProofHow, DateHow, NextHow                                         string // hints
	AnswerKept                                                                      string // {name}: after an answer of somebody was kept
	GivenTo                                                                         string // {kind} {name}: after it was kept
	Discard                                                                         string // question when writing is given up
	Unsaved                                                                         string // what would be lost
	NoPeriods, OnePeriod                                                            string // why no other period can be chosen
	Alone, NoItem, NotAllowed, Self, NotOwnWord, IsCorrected                        string // why an action cannot be done
}
