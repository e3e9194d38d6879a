package words

// Welcome holds the words of the first run.
type Welcome struct {
	Title, Intro                  string
	Language                      string // the language's own name
	Begin, BeginNote              string
	Sample, SampleNote            string
	Choose, NextField, Next, Back string // actions
	Answers                       string // what would be lost
	NotKept                       string // {why}: settings could not be written
	UnitTitle, UnitIntro          string
	Which, WhichHint              string
	UnitName, UnitHint, UnitKind  string
	WhoTitle, WhoIntro            string
	Name, NameHint                string
	Number, NumberHint, Position  string
	PeriodTitle, PeriodIntro      string
	Ended, Runs                   string
	NextTitle                     string
	Summary                       string // {unit} {kind} {name} {number} {position} {period}
	NoNumber                      string
	TakeList, TakeListNote        string
	Later, LaterNote              string
}
