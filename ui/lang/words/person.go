package words

// Person holds the words of the page about one person.
type Person struct {
	Reading string

	Number        string // {nip}
	Evaluator     string // {name}
	NoPost        string
	Posts         string // head of the list of posts
	Since         string // {from}
	FromTo        string // {from} {to}
	Until         string // {to}
	Acting        string // before the position
	Left          string // {date}
	PlanAmong     string // {n} {all} {position} {unit}: several plans in one period
	PlanElsewhere string // {position} {unit}: a plan of another post than today's

	NoPlan, NoPlanHow       string // {key} for the second
	NoResults, NoResultsHow string // {key}

	NotShared    string // rated and not shared: not to be read out
	PartOf       string // {value} {share}: a value of part of the weight
	Ratings      string // {predicate} {result} {behaviour}
	Improvement  string // the predicate that e-Kinerja calls otherwise
	Reason       string // {suggested} {reason}
	Decided      string // {suggested} {reason}: of a decision on an objection
	NoReason     string
	NoSuggestion string // {share}
	Changed      string // {what} {then} {now}: score.Shift, since the rating
	ChangedFinal string // {what} {then} {now}
	Frozen       string // the working of a final evaluation
	Rule         string // {rule}
	NoScore      string // {why}

	Acts       string // head of what people did
	Act        string // {date} {act} {whose}
	ActUnnamed string // {date} {act}

	OpenResults, OpenEvaluation, OpenPlan string // actions
	CloseWhy                              string // action

	NeedsResult, OneResult, NeedsPlan, NeedsIndicator string // why an action cannot be done
}
