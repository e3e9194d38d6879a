package words

// Record holds the words of the record of changes.
type Record struct {
	Title, Reading, Empty string
	Find                  string // what else the menu finds the page by

	When, Who, What, About string // columns

	Read, Counted Plural // how many changes were read so far, and there are
	Older         string // after the first: there are older ones
	Filter        string // before the words being typed
	Hits          string // after them: {n} {all}
	NoHits        string // no change fits {words}

	Undone    string // by {who} {at}
	Withdrawn string // by {who} {at}
	Nothing   string // a change of which nothing can be told in values
	More      string // {lines} {key}

	Details, NoDetails string // actions: read the whole change; back to the list
	NoChange, NoPlace  string // why an action is not possible
	File               string // the proposed name of a file
}
