package words

// Survey holds the words of the survey of satisfaction (SKM): page, working,
// command line.
type Survey struct {
	Title, Reading string
	Find           string // further words by which the menu finds the page
	None           string
	NoUnit         string

	Elements [9]string // U1 to U9, as in PermenPANRB 14/2017
	Grades   [5]string // by grade; the first is none

	Head     string // {unit} {period}
	Index    string // {index} {grade} {name}
	NoIndex  string // {elements}
	Ninth    string // what the weight 1/9 is, and that it is not verified
	Eleven   string
	ByMean   string // {mean} {grade}
	People   Plural // respondents
	Averaged string
	Missing  Plural
	Source   string // {source}

	Enough, TooFew, Census, Unknown string // {size} {population} {n}
	Sample                          string // {population} {size}
	SampleCensus                    string // {population}
	SampleNote                      string

	Weakest string // {list}
	Since   string // {period} {by}
	Moved   string // {list}
	Steady  string
	Trend   string

	Why struct {
		Title                                                            string
		Input, Element, Weight, Sum, Rounding, Grade, Left, Sample, Rule string // labels
		InputText                                                        string // {n} {sum}
		ElementText                                                      string // {code} {sum} {count} {mean} {weight} {weighted}
		AverageText                                                      string // {code} {mean} {weight} {weighted}: of what was entered as an average
		SumText                                                          string // {sum} {n} {exact}
		MeansText                                                        string // {mean} {weight} {exact}
		RoundingText                                                     string // {exact} {index}
		GradeText                                                        string // {index} {grade} {cuts}
		SampleText                                                       string // {population} {size}
		RuleText                                                         string
	}

	Origin  string // {where} {n} {weight}
	OwnUnit string // for {where}: the unit of whoever a value is about
	Under   string // for {n}: {n} {size}, too few answered
	Changed string // {n} {index}: the survey is another by now
	Gone    string // the survey was taken back since

	Feed struct {
		Name    string            // the action
		Title   string            // {index} {period} {whose}
		Whose   string            // {indicator} {list}: of instruments, each with how many people
		Fates   map[string]string // by survey.Fate
		Ask     string            // {cells} {index}
		Others  Plural            // typed values that stay
		Replace string            // the action that takes those too
		Nothing string            // no cell changes
		Nobody  string            // nobody of the unit has the indicator
		Done    Plural            // {index}
		Cells   Plural
		Would   string // dry run on the command line
	}

	Form struct {
		Add, Edit, Period, Respondents, RespondentsHint, Population, PopulationHint string
		Averages, Source, SourceHint, Reason                                        string
		Paste                                                                       string // the averages, from a spreadsheet
		AveragesHint                                                                string // {element}
		Saved                                                                       string // {unit} {period} {index}
		Whole, There, Sheets                                                        string
		How                                                                         string // {key}: where there is none yet
	}

	Columns struct{ Period, Respondents, Index, Grade, Weakest, Weight, Enough string }
}
