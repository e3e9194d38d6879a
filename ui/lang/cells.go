package lang

import "github.com/charmbracelet/x/ansi"

// Cells holds the words for many cells at once, and for all about one.
type Cells struct {
	// Ranges and filling.
	Selected        string // {rows} {columns} {from} {to} {first} {last}
	Filled, Emptied Plural
	Skipped         Plural // behind these, before which and why: cells that do not take a value
	LeftOut         string // in its place where no cell is among them
	LeftName        string // {name}: nobody's, or more than one person's
	LeftColumn      string // {name}
	LeftPlan        string // why: a plan has no such indicator
	LeftTwice       string // why
	LeftNumber      string // why: {text} {why}
	LeftMore        string // {n} {how}
	LeftHow         string // where all are listed: {key} {name}
	LeftTitle       string // above that list
	NothingLeft     string // why there is none
	AndMore         string // {n} {keys}: more values than there is room for
	Nothing         string // instead of these
	NothingAbove    string // {range} {down} {fill}: keys
	NothingBeside   string
	AskFill         string // {value} {cells}
	AskReplace      string // behind it, where other values would go: {others}
	OfCells, Others Plural // in these
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
	ForeignNone, ForeignFew     string // {all} {sheet}; {n}: of its names none, few, are on the sheet
	ForeignThere                string // behind it: {n} {sheet} {key}
	ForeignHidden               string // in its place, where a filter hides them: {n} {key}
	ForeignNowhere              string // in its place, where they are on no sheet
	NoNumber                    string // {text} {why}
	NotPlanned, Untouched, Same string
	Pending                     string // {values}: what would be lost with it

	// All about one cell.
	Noted      string // {note}
	Meant      string // {value}
	AskNote    string // {name} {code}
	NoteChange string // {name} {code} {before} {after}
	NoNote     string

	// The panel about one cell.
	DetailOf           string // {name} {code} {period}
	Labels             CellLabels
	Weight             string // {weight}
	TargetOfInstrument string // {target}
	OwnTarget          string // {target} {instrument}
	PartTarget         string // {target} {held} {days} {full}
	OwnTargetShort     string // {target}: in the line below the grid
	Parts              string // {num} {den} {value}
	NoParts            string
	EnteredBy          string // {name} {at}
	Unverified         string
	How                [4]string // how values of people and periods are combined, by model.Aggregate
	Together, Rough    string    // {value}: what they come to; as a plain mean for want of parts

	Signs struct{ Outside, Doubt, Note, Saving, Unsaved, Lower, Rough, Own string } // what signs mean

	Go struct {
		Keep, Problem, Left string
		Edits               string // a value is edited, where a digit would replace it
		Meant               string // {value}
		Preview             string
	}
}

// CellLabels stand before the lines of the panel about one cell.
type CellLabels struct {
	Indicator, Measured, Combined, Target, Plausible, Actual, Origin, Parts string
	Reason, Note, Entered, State, Before, Source, Evidence                  string
}

// Width is that of the widest label, in cells.
func (l CellLabels) Width() (width int) {
	for _, label := range []string{
		l.Indicator, l.Measured, l.Combined, l.Target, l.Plausible, l.Actual, l.Origin, l.Parts, l.Reason, l.Note, l.Entered, l.State, l.Before, l.Source, l.Evidence,
	} {
		width = max(width, ansi.StringWidth(label))
	}
	return width
}

// Sign is a sign on a page, and what it means.
type Sign struct{ Sign, Means string }
