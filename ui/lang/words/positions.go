package words

// Positions holds the words of the page that gives each position an instrument
// and makes the plans.
type Positions struct {
	Title                       string
	Position, Count, Instrument string // columns
	Intro, Kept, NoPost         Plural // {year} for the first
	IntroOf                     string // {name} {year}: one person
	AllHave                     Plural // {year}
	Empty, Reading              string
	Measures                    string // {code} {list}
	NobodyLeft                  string // why an action cannot be done
	Accept, AcceptOne           string // actions
	Other, Instruments          string // actions
	Agreed                      string // over the form
	IsAgreed                    string // the question
	OnPaper, NotYet             string // its answers
	OnPaperHint, NotYetHint     string // what follows from each
	On, Document, DocumentHint  string
	OddWeights, WeightsOf       string // {list}; {code} {n}: weights that do not sum to 100
	Make                        string // action
	Made, MadeDrafts            Plural // {year} {date}: agreed on that day; {year}: drafts
	Early                       Plural // stay drafts
	Chosen                      Plural // what would be lost: positions with another instrument
}
