package words

// Over holds the words of what lies over a page: questions, help, the list of
// pages, the menu, the lookup, and what is shown to a member of staff.
type Over struct {
	Yes, No      string // answers to a question
	Keys         string // heading of the help
	Here, Always string // its parts: keys of this page, of every page
	Filling      string // another: what keys do in the fields of forms
	Signs        string // another: what the signs of the page mean
	Replace      string // F2 there
	Clear        string // Ctrl+U there
	InMenu       string // another: what has no key of its own and stands in the menu alone {keys}
	Pages        string // heading of the list of pages
	Digit        string // a digit opens a page

	Open, Close, Do, Choose, Scroll string // what keys do

	Show      string // action: the page is shown to whom it is about
	ShowWhy   string // why not: the page is about nobody in particular
	ShowFirst string // why not: something is being typed
	Alone     string // while it is shown
	AloneStop string // action
	AloneEnd  string // question

	Period string // before the periods to choose from
	Cancel string // action: the choice is given up

	Menu   string // before what is typed into the menu
	Plans  string // further words by which the menu finds the plans
	NoItem string // nothing in the menu fits {words}

	Lookup    string // before what is typed into the lookup
	LookupHow string // what may be typed
	// OtherPeriod says that somebody is shown in another period than the one that one
	// worked in: {period} {from} {key} {back}. FindNobody: there is nobody to look up.
	OtherPeriod, FindNobody string
	Reading                 string
	Nobody                  string // nobody fits {words}
	Recent                  string // those looked up last
	Many                    string // there are more than {n}
	NoResult                string // about a person: neither values nor a rating
	NotRated                string // about a period: there are values and no rating
	NotShared               string // about a period: rated, and not to be read out

	Place, Draft          string // what could not be kept
	Redrafted, RedraftAsk string // a draft came back; question when something else stands there
	Last                  string // at the start: what was saved last {at} {what}
	LastValue             string // what that was: {code} {name} {value}
}
