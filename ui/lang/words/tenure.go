package words

// Tenure holds the words of who holds which post from when to when.
type Tenure struct {
	Plt, Plh string
	Moved    string // {name} {position} {unit} {from} {evaluator} {letter}
	Ended    string // {position} {unit} {last}
	Drafted  string // {year} {n}
	NoPlan   string

	Leave    Leave
	Coverage Coverage
}

// Leave holds the words of leave (cuti).
type Leave struct {
	Kinds      map[string]string // by leave.Kind's word
	Away       string            // {days}: beside a name
	AwayDays   Plural            // several leaves in one period
	Added      string            // {name} {kind} {days} {letter}
	Removed    string            // {name} {kind} {days}
	Unverified string            // the days are taken off targets that add up
	Nothing    string
	Which      string // {name}: name one of those listed
	NoSuch     string // {day}
	Reduces    string // {days}: of a part of a period
	Columns    struct{ Kind, From, To, Days, Letter, Reduces string }
	Yes        string
}

// Coverage holds the words of who is evaluated twice, or not at all.
type Coverage struct {
	Title   string
	Kinds   []string // by coverage.Kind: {post} {other} {name}
	Columns struct{ Days, Found, MustAct string }
	Clear   string // {period}
	Reduces string // after a leave
}
