package words

// Positions holds the words of the page that gives each position an instrument
// and makes the plans.
type Positions struct {
	Title                       string
	Position, Count, Instrument string // columns
	Intro, Kept, NoPost         Plural // {year} for the first
	AllHave                     Plural // {year}
	Empty, Reading              string
	Measures                    string // {code} {list}
	NobodyLeft                  string // why an action cannot be done
	Accept, Other, Instruments  string // actions
	Agreed                      string // over the form
	On, Document, DocumentHint  string
	Make                        string // action
	Made                        Plural // {year}
}
