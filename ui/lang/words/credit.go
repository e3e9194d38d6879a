package words

// Credit holds the words of credit points: page, working, command line.
type Credit struct {
	Title, Reading string

	Standings [5]string // why somebody has none, by credit.Standing; the last is never said
	NeedLevel string    // what to do where a level cannot be read
	Held      string    // {position} {level} {grade}
	NoGrade   string

	Base         string // {points} {date} {document}
	MovedIn      string // {points} {months} {coefficient} {date} {document}
	NoBase       string
	OtherLevel   string // {points}: what is not counted
	Sum          string // {points}
	Estimated    string // {points}
	AllEstimated string
	Replaced     Plural // balances that a newer one took the place of
	Ranks        string // {to}
	Levels       string // {to}
	Missing      string // {missing} {need} {years}
	Unbased      string // {missing} {need}: no opening balance is recorded
	Met          string // {need}
	Years        Plural
	Bars         [4]string // why there is no goal, by credit.Bar; the first is never said
	Conditions   string    // of the next level: {last}
	Last         string    // {year} {predicate}
	NoLast       string
	Unverified   string // head of what is not verified
	FromNought   string // {n} {points}
	FirstDay     string
	ThreePlaces  string // {three}

	Columns   struct{ Year, Level, Predicate, Percent, Months, Coefficient, Points, Sum, Basis, Missing, Next string }
	Gaps      [5]string // by credit.Gap; the first is never said
	Annual    string    // the basis of a line, short
	Unsettled string    // {period}
	Shorter   string    // {period}
	Carried   string    // the line of the balance in the table

	Why         string // title: {about}
	WhyAnnual   string // {year}
	WhyPeriodic string // {year} {period}
	WhyOther    string // {level}
	WhyNotFinal string // {period} {state}
	WhyGap      string // {gap}
	WhyExact    string // {exact} {three}
	Rule        string
	Formula     struct{ Year, Part string } // {percent} {predicate} {coefficient} {level} {months} {points}
	Nothing     string
	Nobody      string // nobody in a functional post

	SetBase        string // action, and title of the form
	From, FromHint string
	Document       string
	OnPaper        string // choice: a document says the points
	Moved          string // choice: from an administrative post
	Points         string
	PointsHint     string
	InRank         string // years in rank
	InRankHint     string
	Until          string
	UntilHint      string
	PaperHint      string
	Level          string
	Kept           string // {points} {name}
	CloseWhy       string
	NeedLine       string
	NeedEvaluation string
	BadNumber      string // {value} {why}
}
