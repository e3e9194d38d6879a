package lang

// Cells holds the words for many cells at once, and for all about one.
type Cells struct {
	// Ranges and filling.
	Selected        string // {rows} {columns} {from} {to} {first} {last}
	Filled, Emptied Plural
	Skipped         Plural // behind these: cells that do not take a value
	Nothing         string // instead of these
	NothingAbove    string
	NothingBeside   string
	AskFill         string // {value} {cells} {others}
	OfCells, Others Plural // in AskFill
	Copied          Plural
	AskReasonForAll Plural
	Block           string // {values} {people}: names a change of many values
	TooMany         string
	NothingPasted   string
	NoClipboard     string

	// A pasted block before it is kept.
	Preview                     string
	Coming, Replacing, Clearing Plural
	Outside, Refused            Plural
	Below, Beside               Plural
	Unknown, Strange            Plural // {names}
	NoNumber                    string // {text} {why}
	NotPlanned, Untouched, Same string
	Pending                     string // {values}: what would be lost with it

	// All about one cell.
	Noted      string // {note}
	Meant      string // {value}
	AskNote    string // {name} {code}
	NoteChange string // {name} {code} {before} {after}
	NoNote     string

	Go struct{ Keep, Problem string }
}
