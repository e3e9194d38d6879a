// Package objected holds the words of an objection (keberatan) to an evaluation: on
// its page, in its forms, on paper and on the command line.
package objected

// Words holds the words of an objection.
type Words struct {
	Title    string
	For      string            // {name} {period}
	None     string            // nobody objected to this evaluation
	About    string            // how one objects, and who decides
	States   [4]string         // filed, explained, decided, withdrawn
	Outcomes map[string]string // by the word of model

	Open       string // {until}: it can be filed
	Passed     string // {date}: the last day has passed; it can be filed, as late
	Unreceived string // no clock runs
	Closed     string // {state}: an evaluation that cannot be objected to
	Accepted   string // why not: the person accepted in their own word
	Already    string // why not: one is open
	NoneOpen   string // why not: none is open

	InTime, Late string // {date}: the last day
	Next         struct {
		Explain string // {evaluator} {superior} {date} {days}
		Decide  string // {superior} {date} {days}
		Final   string // {evaluator}
		Back    string // withdrawn
	}
	Somebody string // who is not known

	Heads struct {
		Filed, Papers, Asked, Account, Hearings, Decision, Withdrawn, Ratings, Working string
	}
	Columns struct {
		Old, Asked, New string
	}
	Predicate string // the line of the predicate
	Kept      string // a rejection leaves the ratings
	NoAccount string
	Staff     string // {text}: what the person said when heard
	Evaluator string // {text}
	HeardBy   string // {date} {name}
	Act       string // {date} {name}: who said a word

	Go struct {
		File, Explain, Hear, Decide, Withdraw, Evaluation string
	}

	Form struct {
		Reason, ReasonHint, Papers, PapersHint string
		Asks, AsksNo, AsksYes                  string
		Result, Behaviour                      string
		Account, AccountHint                   string
		Staff, Evaluator, HeardOn, HeardHint   string
		Outcome, Grounds, GroundsHint          string
		Back, BackHint                         string
		Own                                    string // {name}: this is the own word
		OfStaff, OfEvaluator, OfSuperior       string // {name}: whose word it is
		Comes                                  string // {old} {new}: the predicate
		Filed, Explained, Heard, Decided       string // {name}: what was kept
		Withdrawn                              string // {name}
		ComputedOnly                           string // ratings are computed: only a rejection
	}

	AsBefore  string // a change that changes nothing
	NotAsked  string // upheld, though nothing was asked for
	OneRating string // one of two ratings
	NeedsBoth string // a change without both ratings
	SaidNone  string // a hearing in which nobody said anything
	NoLetter  string // {name}: on the command line, the letter of another's word
	Which     string // {name} {period}: none is open
	Nothing   string // an empty list

	List struct {
		State, Filed, Last, Until, Acts, Outcome string
	}

	Sheet struct { // the blank form
		Title, To, From, Name, NIP, Position, Unit, About, Period, Given string
		Wants, Reasons, Papers, Signed, Place, Note, Received            string
		Deadline                                                         string // {date} {days}
		NoDeadline                                                       string // {days}
	}
}
