package words

// Action holds the words of what is planned and done in a period for the results
// of a plan, and of what shows it.
type Action struct {
	Title, Open      string
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
	Summary          string // {list}
	Shown, NotShown  string // {code} {n}; {list}
	Why              string // heading: what shows one value
	Unproven         Plural // people in whose action plan something has no evidence, before they are shared
	Checked          ActionChecked
	CLI              ActionCLI
	Page             ActionPage
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

// ActionPage holds the words of the page and its forms.
type ActionPage struct {
	Reading                         string
	ReadOnly                        string // who reads here may not write
	AddAction, AddEvidence          string
	EditAction, EditEvidence        string
	Realise                         string
	Remove, AskRemove, Removed      string // {what}
	AskRemoveAll                    string // {what} {n}: with evidence on it
	NothingHere                     string // why nothing can be edited or removed
	FirstAction                     string // why no evidence can be added yet
	NothingRealised                 string // why nothing can be said of it
	OnlyOne                         string // why no other period
	Check, NoFiles, CheckedAll      string // {same} {n}
	Kept                            string // {what}
	About, AboutHint, AboutPlan     string
	Text, TextHint                  string
	TargetLabel, TargetHint         string
	RealisedLabel, RealisedHint     string
	SourceLabel, SourceHint         string
	Way, WayHint                    string
	File, Link, Elsewhere           string // the ways
	FilePlace, FileHint             string
	LinkPlace, LinkHint             string
	ElsewherePlace, ElsewhereHint   string
	Name, NameHint, Note            string
	NoFile, IsFolder, NoLink        string // {file}; why a file or a link is refused
	FormAction, FormReal, FormProof string // titles
}
