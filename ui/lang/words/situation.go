package words

// Situation holds the words of what a unit worked under in a period: on the pages
// beside its numbers, in the form, on the command line.
type Situation struct {
	Title    string
	Unsaid   string
	Unused   string // it counts in no score
	Accesses [4]string

	Vacancies, Needed, Present, Disaster Plural
	Access                               string // {words}: own words alone
	AccessIn                             string // {access} {words}: both
	Counted                              Plural // {date}: people counted by their posts
	Note, Source                         string // {note}; {source}
	Whole, Refused                       string // what a number has to be: {most}; {flag} {value} {most}
	Short                                struct {
		Vacancies, Lacks, Disaster Plural // in a few cells; Lacks: needed without present
	}

	Form struct {
		Title, Head                                               string // Head: {unit} {period}
		Vacancies, Needed, Present, Access, Words, Disaster, Note string // labels
		Source, AccessUnsaid                                      string
		VacanciesHint, NeededHint, WordsHint, DisasterHint        string
		PresentHint                                               string // {counted}
		SourceHint                                                string
		Kept, Cleared                                             string // {unit} {period}
		NotYours                                                  string // why it is disabled
	}
}
