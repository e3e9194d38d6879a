package words

// Staff holds the words of the list of people.
type Staff struct {
	Title                                  string
	Name, Number, Position, Unit, Standing string // columns

	ByName, ByUnit  string // order
	Filter          string // before the words being typed
	Hits            string // after them: {n} {all}
	NoHits          string // nobody fits {words}
	Keep, Clear     string // actions: end typing, take the filter away
	Empty, EmptyHow string // there is no staff yet; what to do next
	NeedsStaff      string // why an action is not possible
	NoPeriod        string // nothing was entered in any period
	NoCard          string // nothing was entered for this person
	Filled          string // {n} of {all} indicators have a value
	Reading         string

	AddHow               string // heading: how people are added
	AddOne, AddOneNote   string
	AddList, AddListNote string
	Choose, Back         string // actions
}
