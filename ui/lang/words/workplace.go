package words

// Workplace holds the words of the page about one unit, and of the verb unit.
// Arrays follow the order of the enumeration in model/unitresult,
// model/overview and model/distribution.
type Workplace struct {
	Title, Reading string

	Grades   [6]string // the first: not decided
	States   [3]string
	Verdicts [6]string

	Result     string // {grade} {state} {on}
	Above      string // instead of the leader's name
	Draft      string // {grade}: proposed, not decided
	By         string // {decider}
	Fold       string // {grade} {rating}: what follows for the head
	Unverified string // after a default that no source settles

	Most, Least     string // {n} {percent}
	Biggest, Free   string
	Together        string // {list} {limit}: of several predicates together
	One             string // at least one
	And             string // between two predicates
	TooMany, TooFew string // {group} {count} {limit} {off}
	NotBiggest      string // {group} {count} {bound}
	Nobody          string // {group}: must be somebody
	Below           string
	Line            string // {unit} {grade} {rated} {all}

	Show string // actions

	Period, Grade                    string // the form
	Document, On, Reason, ReasonHint string

	Why, WhyCount, WhyBound string // the working

	Unit, Predicate, People, Share, Limit, Verdict, State string // columns
	None                                                  string // of a list
}
