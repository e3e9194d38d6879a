package words

// Results holds the words of the page on which results are entered.
type Results struct {
	Title   string
	Heading string // {instrument} {people}

	// The line above the grid.
	Status       string // {incomplete} {order} {filter}
	Incomplete   Plural
	Complete     string
	ByName       string
	MissingFirst string
	Indicators   string // {first} {last} {all}
	Unsaved      Plural // in the same line
	Values       Plural // how many, where a question says that they are not saved

	// The grid.
	Names, Target, Score, Suggestion string
	Together                         string // {n} {what}
	TogetherShort                    string // {n}
	TooLittle                        string
	Filled                           string // {share}: per cent of the weight that has data, where that is too little

	// The line below the grid: what there is to know about one cell.
	Value, Fraction                 string // {code} {value}; {code} {num} {den} {value}
	Before                          string // {period} {value}
	Range, From, UpTo               string // {low} {high}: a plausible range
	Plausible, Outside              string // {range}
	Because                         string // {reason}
	Saved, Saving, NotSaved         string // {at}; -; {why}
	Stuck                           string // {name} {code} {value}: the file refused it, and a key was meant for another cell
	Elsewhere                       string // {value}: kept by another window while this one types
	Locked                          string // {state}
	LockedShared                    string // the same where it can be withdrawn
	LockedWhy, WithdrawFirst        string // {name} {state}; the second where it can be withdrawn
	NotInPlan                       string // {name} {code}
	Reads                           string // {name}: somebody else enters it
	Block                           string
	Invalid                         string // {text} {why}
	AskReason                       string // {value} {range}
	AskFilter                       string
	Reading, ReadFailed             string // -; {why}
	Empty, EmptyHow                 string // {year}
	NoHits                          string // {words}
	WhyOf                           string // {name}
	TakenBack                       string // {what}
	UndoElsewhere, RedoElsewhere    string // questions
	AllSaved, StillUnsaved          string // {at}; {what}
	BeingTyped                      string // {name} {code} {text}
	Waiting                         Plural // values that wait for their reason
	NoteTyped                       string // {name} {code}
	NobodyHere                      string // why an action cannot be done
	FirstInstrument, LastInstrument string
	OnePeriod, NothingToOrder       string

	// What keys do while something is open.
	Go struct{ Down, Right, Cancel, Use, Choose, Close, Next, Previous, Evaluation, Drop string }
}
