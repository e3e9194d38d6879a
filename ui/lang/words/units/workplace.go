// Package units holds the words about units as wholes: of the page about one unit,
// and of the one that puts raters and units side by side.
package units

// Workplace holds the words of the page about one unit, and of the verb unit.
// Arrays follow the order of the enumeration in model/unitresult,
// model/overview and model/distribution.
type Workplace struct {
	Title, Reading string

	Grades   [6]string // the first: not decided
	States   [3]string
	Verdicts [7]string

	Result        string // {grade} {state} {on}
	Undecided     string // {leader}: nobody has decided yet
	Above         string // instead of the leader's name
	Draft         string // {grade}: proposed, not decided
	Basis         string // {basis}
	By            string // {decider}
	Recorded      string // {name} {document} {on}
	Fold          string // {grade} {rating}: what follows for the head
	HeadBy        string // {unit} {grade} {rating} {unverified}: the one suggestion on the head's own evaluation
	HeadAid       string // {rating}: by the aid, which does not hold for the head
	HeadUndecided string // {unit}
	Unverified    string // after a default that no source settles

	Distribution     string // {people} {none}
	Pattern          string // {grade} {source}
	NoPattern        string
	Some             string // {none}: the heading where not all counts are shown
	Few, FewRow      string // {least}: counts below it are not shown; the same in place of one
	Untold           string // the reader's own rating was not shared yet
	Unseen           string // {head}: in place of figures that are not shown
	UnseenHead       string // instead of the head's name
	Most, Least      string // {n} {percent}
	Biggest, Free    string
	Together         string // {list} {limit}: of several predicates together
	One              string // at least one
	And              string // between two predicates
	TooMany, TooFew  string // {group} {count} {limit} {off}
	NotBiggest       string // {group} {count} {bound}
	Nobody           string // {group}: must be somebody
	Stands           string // {reason} {name} {on}
	Stale            string // {reason}: it was about other counts
	AllFits          string
	OpenYet          string // {people} {all}: not everybody is rated
	WhyOpen          string // {group} {count} {all} {limit} {people}
	WhySource        string // {source}: whose limit it is
	WhyAssumed       string // {source} {unverified}: what is read into it here
	NeverMoves       string // advice, no more
	Indicators       string
	HeatHow          string
	NoIndicators     string
	Below, NoneBelow string
	Line, LineFew    string // {unit} {grade} {rated} {all}

	Set, Explain, Show     string // actions
	SetTitle, ExplainTitle string // of the forms
	NotHead                string // why an action cannot be done
	NothingOff             string // everything fits
	TooEarly               string // not everybody is rated
	TooEarlyUntold         string // the reader's own rating was not shared yet
	NotDecided             string

	Period, Grade, BasisName, BasisHint, Decider, DeciderHint     string // the form
	Document, DocumentHint, On, Reason, ReasonHint, ExplainReason string
	ExplainHint, DraftOnly                                        string
	IsDraft, IsDecided                                            string

	Why, WhyCount, WhyBound, WhyRating, WhyCell, WhyCellSum string // the working

	Unit, Counted, Predicate, People, Share, Limit, Verdict, State string // columns
	None                                                           string // of a list
	KeptSigned                                                     string // {unit} {period} {name}: the leader above decided, by their own PIN
	Kept                                                           string // {unit} {period}
}
