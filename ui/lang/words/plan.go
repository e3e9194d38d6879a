package words

// Plan holds the words of the list of plans (SKP) and of one plan.
type Plan struct {
	Title, ListTitle, Reading                       string
	Employee, Position, Instrument, Own, State      string // columns of the list
	Code, Indicator, Unit, Target, Standard, Weight string // columns of one plan
	Count                                           Plural // {year}
	Chosen                                          Plural
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
	OwnMeans                                        string // what the star means
	Word                                            string // {on} {document}
	NoDrafts, NoOlder                               string // why not
	Agree, Renew                                    Plural // actions on drafts
	Drafts, Older                                   Plural // {menu}: what waits
	AgreeTitle, AskRenew                            Plural // questions
	Agreed, Renewed, StayFilled                     Plural // answers
	OddWeights                                      string // {list}
	AgreedAnew, On, Document, DocumentHint, Reason  string // the form
}
