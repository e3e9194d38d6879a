package words

// Edit holds the words of the forms of a person, a post and a unit, and of the
// list of units.
type Edit struct {
	Reading                       string
	NewPerson, Person             string // titles
	NewPost, Post                 string
	NewUnit, Unit                 string
	Saved                         string // {name}
	NotTitle                      string // a NIP where a title belongs
	AskPlan                       string // {name} {year} {instrument} {code}: after somebody new
	Reason, ReasonHint            string
	Identity, Work                string // headings
	Name, NameHint, Before, After string
	Kind, Number, NumberHint      string
	Grade, Left, LeftHint         string
	Taken, Near                   string // {name}: who has that number, or one like it
	Position, PositionHint        string
	UnitOf, Evaluator             string
	EvaluatorHint                 string
	AddEvaluator                  string // {text}: last line in the list of evaluators
	Outside                       string // heading over who is added so
	AboveNumberHint               string
	AbovePositionHint             string
	Office, OfficeHint, OfficeOwn string
	From, FromHint, To, ToHint    string
	PostKind, Level               string
	Acting, Definite              string // choice
	How                           string // label of that choice
	Ends, EndsYes, EndsNo         string // {position} for the first answer
	EndsHint                      string
	Record, RecordNote            string // what can be edited of a person
	Posts, AnotherPost            string
	AnotherPostNote               string
	UnitName, Code, CodeHint      string
	UnitKind, Parent, ParentHint  string
	Head, HeadHint                string
	NPSN, NPSNHint, NPSNWrong     string
	Zone                          string

	Units, NoUnits string // the list
	People         string // column
	Add, Change    string // actions
}
