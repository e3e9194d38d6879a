// Package situated holds the words of what a unit worked under in a period.
package situated

import "kinerja/ui/lang/words"

// Words holds the words of what a unit worked under in a period: on the pages
// beside its numbers, in the form, on the command line.
type Words struct {
	Title    string
	Unsaid   string
	Unused   string // it counts in no score
	Accesses [4]string

	Vacancies, Needed, Present, Disaster words.Plural
	Access                               string       // {words}: own words alone
	AccessIn                             string       // {access} {words}: both
	Counted                              words.Plural // {date}: people counted by their posts
	Note, Source                         string       // {note}; {source}
	Whole, Refused                       string       // what a number has to be: {most}; {flag} {value} {most}
	Short                                struct {
		Vacancies, Lacks, Disaster words.Plural // in a few cells; Lacks: needed without present
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
