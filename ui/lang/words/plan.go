package words

// Plan holds the words of the list of plans (SKP) and of one plan.
type Plan struct {
	Title, ListTitle, Reading                       string
	Employee, Position, Instrument, Own, State      string // columns of the list
	Code, Indicator, Unit, Target, Standard, Weight string // columns of one plan
	Count                                           Plural // {year}
	ForMany                                         Plural // {code}
	Changed                                         Plural
	NothingChanged                                  string
	Empty, EmptyHow                                 string // {year}
	NoPlans, OneYear                                string // why not
	Make, Targets, Year, Clear, OpenInstrument      string // actions
	TwoInstruments                                  string // {a} {b}
	Filter, Hits, NoHits, NoneFits, Keep, NoFilter  string // {n} {all}, {words}
	Version                                         string // {n}
	Instruments                                     string // {target}: the instrument's own
	UpTo                                            string // after a code: the upper end of a range
	OwnMeans, Applies                               string // what the star means
	Word                                            string // {on} {document}
	NoDrafts, NoOlder                               string // why not
	Agree, Renew                                    Plural // actions on drafts
	Drafts, Older                                   Plural // {menu}: what waits
	AgreeTitle, AskRenew                            Plural // questions
	Agreed, Renewed, StayFilled                     Plural // answers
	OddWeights                                      string // {list}
	From, FromHint                                  string // the form: from which period on
	NoneFree                                        string // {name} {year} {period}: no form
	AllTold                                         string // why not from there
	Shared                                          string // {period} {on}
	Keeps                                           string // {list}: of one person
	Stay                                            Plural // {list}
	Others                                          Plural // after a list
	Skipped                                         Plural // {list}
	Agreement                                       string // {n} {since} {document} {on}
	Since, SinceStart                               string // {period}
	Told                                            string // {period} {on}: refused
	Entered                                         string // {period}: another instrument is refused
	Move, Closed                                    string // action; why not
	Moved                                           string // {code} {n} {since}
	Newer                                           string // {code} {n} {menu}: a later version of the instrument
	Adds, Drops                                     string // {list}: indicators, by another instrument
	TellsTarget                                     string // {n} {since} {document} {on}: beside a working
	AgreedAnew, On, Document, DocumentHint, Reason  string // the form
}
