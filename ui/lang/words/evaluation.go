package words

// Evaluation holds the words of the pages that rate: the list of a period, and
// one person's evaluation.
type Evaluation struct {
	Title, Reading     string
	Empty, EmptyHow    string // {year}
	NoHits             string // {words}
	Results, Behaviour string // what the two ratings are of

	// The list.
	Head struct {
		Name, Aid, AidShort, Results, Behaviour, Predicate, State string
	}
	Progress  string // {n} {all}
	Filter    string
	Hits      string // {n} {all}
	Orders    [3]string
	TooLittle string // the aid of too little weight
	Half      string // one of two ratings is given
	HalfWord  string // that, in 11 cells

	StateWords  [11]string // by model.EvaluationState, in 11 cells each
	NotShared   string     // rated and not shared, plainly
	Departed    string     // {suggested} {reason}
	OnLittle    string     // {share} {reason}: a rating without a suggestion
	AsSuggested string     // {reason}

	NowSuggests string // {suggested} {key}: the rating stands against it without a reason
	NowLittle   string // {share} {key}: the same where nothing is suggested

	Moved string // {what} {then} {now}: score.Shift, after the rating

	Suggested, NoSuggestion string // {rating}
	ReasonFor               string // {suggested}: why the rating departs from it
	ReasonThin              string // {share}: why somebody is rated on too few data
	ReasonNone              string // the same, on none
	ReasonFree              string // a reason that nobody asks for
	ReasonHow               string
	ChooseHow               string // {name}
	Astray, AstrayThen      string // text typed into an open choice
	AstrayLast              string // {last} {key}: the rating given before it
	AtEnd                   string // the last person was rated
	Unsaved                 Plural // ratings: {name}
	TextUnsaved             string
	Waits                   string // {name}: what is not saved while a reason is asked for
	MovedAll                string // {n} {what}
	MovedSome               string // {n} {what} {not}

	Go struct { // names of actions
		Open, Choose, Step, Close, Save, Check, Day, Rewrite, Cancel, Clear, Reason, Range, Notes, Write, Yes, Person, Next, Previous string
		Take, TakeSuggested                                                                                                           string // {rating}
		Withdraw, Received, Accepted, Final, MendShared, MendReceived, MendAccepted                                                   string // without a key
	}
	Why struct { // why an action cannot be done
		Nobody, OnePeriod, NoResult, First, Last, Locked, Received, NoIndicator, Done, NoRecord, NotShared, OtherRecord, Mend string

		Letters string // {letters}: Enter takes nothing yet
		NoneOf  string // {n}: none of those who are selected can
	}

	RatedBy, NoEvaluator string // {who}: of somebody who does not rate themselves
	OwnTask              string // {judge}

	Next           string // {task}
	Objecting      string // {days}: how one objects
	RatedNotShared string // how far it has come, plainly
	PredicateIs    string // {predicate}
	Top            string // there is no better predicate
	Notes          string // head of what was noted
	NotesHow       string
	Note           string // the note and recommendation
	NoteHow        string
	NoteLabel      string
	DropNote       string // question

	Corner, CornerShort string // of the matrix

	Change struct {
		Toward, TowardPredicate string // {what} {predicate}
		Results                 string // {rating} {from}
		Behaviour               string // {rating}
		And                     string
		One, Several            string // {list} {score}
		Suggests, Silent        string
		OutOfReach              string
		Wish                    string // {code} {to} {from}
	}

	Step struct {
		Share, Withdraw, Receive, Accept, Final, MendSharing, MendReceipt, MendAcceptance string // {who}
		Nobody                                                                            string
		ShareThen, FinalThen, WithdrawThen, Recorded                                      string
		Document, DocumentHint, OnPaper, Date                                             string
		Reason, ReasonHint, MendHint                                                      string
		YesOrEsc, YesEditOrEsc                                                            string // {yes} {edit}
		SharedOn, Mended                                                                  string // {date}; {n}
		MendNow, MendNowShared                                                            string // {date} {document}: what stands there
		MendThen, MendNothing                                                             string
		ReceivedOn, AcceptedOn                                                            string // {who} {date} {document}: what a yes records
		Not, Moved, Bare, Thin, Ready                                                     Plural
		NoReason                                                                          string // of one whose rating stands on too few data
	}

	Tasks   [9]string // by board.Task: {who} {until} {missing} {days}
	Missing Plural    // indicators without a value, in brackets
	Left    Plural    // days of a clock: {date}
	Over    string    // {date}: the clock has run out
}
