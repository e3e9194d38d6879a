package words

// Tenure holds the words of who holds which post from when to when.
type Tenure struct {
	Plt, Plh string
	Moved    string // {name} {position} {unit} {from} {evaluator} {letter}
	Ended    string // {position} {unit} {last}
	Drafted  string // {year} {n}
	NoPlan   string

	Form     Transfer
	Leave    Leave
	Coverage Coverage
}

// Transfer holds the words of the form by which somebody moves, acts or leaves.
type Transfer struct {
	Title, About                     string // the form; beside it in a list
	How                              string
	Move, MoveNote, Plt, PltNote     string
	Plh, PlhNote, End, EndNote       string
	From, FromHint, Last, LastHint   string
	Unit                             string
	Position, PositionHint           string
	Evaluator, EvaluatorHint, Nobody string
	Letter, LetterHint               string
	Instrument, InstrumentHint       string
	NoPost                           string // {day}
	After                            string
	Ends                             string // {position} {last} {year}
	Split                            string // {period} {days} {part} {all} {evaluator}
	Whole                            string // {period}
	GoesOn                           string // {position}
	Draft, NoDraft                   string // {year} {from} {instrument}
	Kept, KeptNoPlan                 string // {name} {unit} {from} {year}
	EndKept                          string // {name} {last}
}

// Leave holds the words of leave (cuti).
type Leave struct {
	Kinds                map[string]string // by leave.Kind's word
	Away                 string            // {days}: beside a name
	AwayDays             Plural            // several leaves in one period
	Added                string            // {name} {kind} {days} {letter}
	Removed              string            // {name} {kind} {days}
	Unverified           string            // the days are taken off targets that add up
	Nothing              string
	Which                string // {name}: name one of those listed
	NoSuch               string // {day}
	Reduces              string // {days}: of a part of a period
	Title, About, Remove string
	Note                 string // beside it in a list
	AskRemove            string // {kind} {days}
	Form                 struct {
		Title, Kind, From, To, Letter, LetterHint, Reduces, ReducesHint, ReducesNo, ReducesYes string
		Comes                                                                                  string // {days} {n}
		Nothing                                                                                string
	}
	Columns struct{ Kind, From, To, Days, Letter, Reduces string }
	Yes     string
}

// Coverage holds the words of who is evaluated twice, or not at all.
type Coverage struct {
	Title   string
	Kinds   []string // by coverage.Kind: {post} {other} {name}
	Columns struct{ Days, Found, MustAct string }
	Clear   string // {period}
	Line    string // on Home
	Hits    string // {n} {all}
	Faults  Plural
	None    string
	Open    string
	File    string // {period}: proposed name of a file
	Reduces string // after a leave
}
