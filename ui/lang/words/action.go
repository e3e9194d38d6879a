package words

// Action holds the words of what is planned and done in a period for the results
// of a plan, and of what shows it.
type Action struct {
	States           [3]string // by action.State
	Locked           string    // in place of a state
	Hint             string    // the order of the form
	Sum              string    // {lines} {realised} {evidence}
	Actions          Plural
	Pieces           Plural
	Outcome          string // {n} {text}
	General          string // heading of what hangs on the plan itself
	None             string // of a result: nothing is planned
	Target           string // {text}
	Realised, Source string // {text}
	NoRealised       string
	NoEvidence       string
	Bytes, KiB       string // {n}
	Checked          ActionChecked
	CLI              ActionCLI
}

// ActionChecked says what became of a piece of evidence.
type ActionChecked struct{ Same, Changed, Missing, NoFile string }

// ActionCLI holds what the command line says.
type ActionCLI struct {
	Head                    string // {name} {period} {state}
	NoLine                  string // {n}: no such line; a list follows
	NoPiece                 string // {n}
	First                   string // {code} {name} {period}: nothing is planned for the measure
	Which                   string // {code}: several are; a list follows
	Nothing                 string // {name} {period}
	NoOutcome               string // {n}; a list follows
	BadLink                 string // {link}
	Folder                  string // {file}
	Kept, Removed, Realised string // {n} {name}
	Added, Withdrawn        string // {evidence} {n}
	Counts                  string // {same} {changed} {missing} {nofile}
}
