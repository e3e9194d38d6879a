package words

// SKP holds the words of the plan as the official form has it: results,
// behaviour, annex, and the steps from draft to agreement.
type SKP struct {
	Approaches               [2]string // in numbers, in words
	Main, Additional         string    // the two sections of results
	Serves, ServesNothing    string    // {text}; the superior's results
	NoOutcomes, NoMeasures   string    // said in place of a list
	Unplaced                 string    // heading: measures of no result
	InWords                  string    // {text}: success in words
	Qualitative              string    // in place of a number
	Behaviour, Expects       string    // heading; {text}
	Annex                    string    // heading
	Parts                    [3]string // the lists of the annex
	NoLines                  string
	Agreements               string            // heading
	States                   string            // heading: what was done, with whose word
	Refused                  map[string]string // by step, "write" for writing: why not. {state}
	Lacking                  string            // {list}: cannot be handed in
	Lacks                    map[string]string // {of}
	Hints                    map[string]string // what is odd and stops nobody
	Acts                     map[string]string // {who} {on}
	Because, NeedsPaper      string            // {reason}; why the word of another is refused without a document
	Nobody                   string            // whose word, where nobody is named
	Done                     map[string]string // by step, "copied": what a plan is then
	Turn                     map[string]string // by state: whose turn it is, and for what. {staff} {evaluator}
	Matrix, Alone, NotLinked string            // heading; said of a result; heading
	NoPlanYet                string            // after a name in the matrix
	Counts, CountsNobody     string            // {results} {alone} {staff} {unlinked}; {results}: of who evaluates nobody
	ShortWords               string            // in a cell, in place of a number
	TakesWords               string            // {name} {code}: no number can be entered
	FormulaWords             string            // why there is no percentage
	Page                     SKPPage
}

// SKPPage holds the words of the page of one plan.
type SKPPage struct {
	OpenForm, OpenPlan                     string // actions of other pages
	AddOutcome, EditOutcome, AddLine, Edit string
	Remove, AskRemove, Removed             string // {what}
	NothingToRemove, OutOfSight            string // why not
	Submit, AskSubmit                      string // {name}
	Agree, AgreePaper                      string // what was submitted; what was agreed on paper
	Return, Revise, Close                  string
	Targets, Matrix                        string
	Approach                               [2]string // to that approach
	Copy, NoCopy, Copied                   string    // {year}: from that year
	CopyTo, AskCopyTo, CopiedTo, HasPlan   string    // {name} {year}: into that year, and why not
	Stepped                                string    // {name} {year} {state}
	Kept                                   string    // {what}
	Weighs                                 string    // {n}
	Text, TextHint                         string
	Section                                string
	Sections                               [2]string
	AdditionalHint                         string
	Measures, MeasuresHint, NoMeasure      string // {codes}; {code}
	Serves, ServesHint                     string
	ServesOwn, ServesNone                  string // {text}
	Words, WordsHint                       string
	Expectation, ExpectationHint           string
	Line, DocumentHint                     string
}
