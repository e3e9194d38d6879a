package words

// Rules holds the words about rule sets: what one says, and how a value was
// computed by one.
type Rules struct {
	Title, Reading string
	Head           struct{ Name, ID, Version, Decides, Unverified string }
	Used           string // the mark of the one in use
	ByMatrix       string
	ByFormula      string // {results} {behaviour}
	Own            string // {file}
	Refused        string // {why}
	Good           string // {name} {version} {n}: checked
	Example        string // {where} {about} {key} {got} {want}
	Contradicts    string // {key} {value}
	Both           string
	NoSuch         string // {id} {ids}
	Chosen         string // {name} {version}
	ChosenFor      string // {kind} {name} {version}
	Together       string // {list}: one pattern for all
	NoneFor        string // {kind}: they go by the one of all again
	KeptWith       string // what is final keeps its own
	Away           string // {id} {version}: a plan names one that is not at hand
	Told           string // {period} {on}: why a plan cannot name another
	PlanOwn        string // {name}: the plan names it
	PlanKind       string // {name} {kind}
	PlanGoes       string // {name}
	Named          string // {who} {year} {name} {version}
	NamesNone      string // {who} {year}
	Other          string // why a rating by another one than the plan names is refused

	Source     string // {source}
	Suggests   string // {above} {meets} {share} {cap}
	Parts      string // {results} {behaviour} {most}
	Kinds      map[string]string
	ByAspect   string // {aspect} {kind}
	Whole      string
	Maximum    string // {value}
	LineIs     string // {from} {base} {rise} {run}
	LineAfter  string
	LineFlat   string // {from} {base}
	OnFlat     string // {capaian} {value}
	BandIs     string // {name} {from}
	BandIdea   string
	Objection  string // {days}
	Heads      string // {list}: what the result of a unit suggests for its head
	Spread     string // {source}: head of the pattern of a unit
	SpreadIs   string // {grade} {limits}
	SpreadMost string // {group} {percent}
	SpreadLeast,
	SpreadOne,
	SpreadLargest string // {group}
	Bands      string // heads of the parts of a rule set
	Lines      string
	Matrix     string
	Basis      string
	Verified   string // {field} {note}
	Unverified string

	Value     string // {value} {predicate}
	Result    string // {value} {weight} {adds}
	Behaviour string
	Idea      string // {idea}
	NoIdea    string
	Rounding  string // {n}
	WithIdea  string // {from}: what an idea would change
	TooLittle string // {share} {need}
	NoNumber  string // behaviour is missing
	How       map[string]string

	// Page is the page of the rule sets.
	Page struct {
		Whole, InUse, NotUsed, Always, Unrecorded, Unverified, Refused string
		Ask                                                            string // {name}
		Since                                                          string // {date}
		Note                                                           string // {name} {n}: in the settings
		AskPlan, AskPlanNone                                           string // {name} {who} {year}
		GoPlan, GoPlanNone, Open                                       string // actions
		OfPlan                                                         string // {who} {year}: head of the page for one plan
		PlanHas                                                        string // the plan names this one already
		PlanNone                                                       string // why nothing is to be taken away
		For                                                            string // {kinds}: for whom alone it is in use
		AskFor                                                         string // {kind} {name}
		AskNone                                                        string // {kind}
		GoFor, GoNone                                                  string // {kind}: actions
		Others                                                         string // {list}: who goes by another, in the settings
	}

	// Screen is what the pages that rate say under a formula.
	Screen struct {
		Head                              struct{ Results, Behaviour, Value string } // columns
		Results, Behaviour                string                                     // labels of the parts
		Empty                             string                                     // no number yet
		Task                              string                                     // {results} {most}
		Moved                             string                                     // {then} {now}
		Toward, TowardIdea                string                                     // {name} {from} {by}
		Working                           string                                     // {name}
		Ask                               string                                     // {most}
		AskHow, AskDown, AskIdea, IdeaHow string
		Outside                           string // {most}
		EnterNumber, EnterIdea            string // actions
		NoIdea, NoNumber                  string // why no idea can be entered
	}
	Go    string            // the action that chooses a rule set
	About map[string]string // what a note of the basis is about, by its field
}
