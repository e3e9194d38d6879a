package followed

import "kinerja/ui/lang/words"

// Award holds the words of awards and of letters of discipline.
type Award struct {
	States     map[string]string // by award.State's word
	Kinds      []string          // proposed; each person may name another
	KindsNote  string            // not verified
	Conditions struct {
		Final, NoFinal         string // {periods}
		Best, NotBest          string // {predicate} {row} {need}
		NotLast                string // {predicate} {need}
		Worse                  string // {predicate} {periods}
		NoObjection, Objection string // {periods}
		NoLetter, Letter       string // {number}
	}
	Met, NotMet, Nominated string       // before the reasons of a person
	Head                   string       // {n} {all} {periods}
	Rule                   string       // {row} {best} {worst}
	Unverified             string       // of the rule
	All                    string       // in all periods looked at
	Last, InRow            words.Plural // {n} periods
	EveryOne               string       // so many as are looked at
	Nobody                 string       // {period}
	Columns                struct{ Name, Kind, Period, State, Reason, Result, Reasons, Position string }
	Done                   map[string]string // by the name of the step: {name} {kind}
	Line                   string            // {kind} {period} {state}
	Why                    string            // {reason}
	Overruled              string            // {reason}
	Act                    string            // {on} {act} {whose}
	Nothing, NoneOf        string            // an empty list; {name}
	Which                  string            // {name}: several are open
	StepNow, Ended         string            // {name} {state} {steps}
	Predicates             string            // {allowed}
	Letter                 struct {
		Levels                             map[string]string
		Added, Removed                     string // {name} {number}
		Nothing, Which, NoSuch             string
		Number, On, From, To, Level, Force string // columns
		InForce, Past                      string
		Reference                          string // nothing is computed from it
	}
	Page AwardPage
}

// AwardPage holds the words of the pages.
type AwardPage struct {
	Title, Kind, Proposals, Letters       string
	Open, New                             string // actions
	Reading, Empty, NoLetters, NobodyHere string
	Next, Conditions, Past                string            // headings
	Acts                                  map[string]string // by the name of the step: what it is called to do
	Titles, Texts                         map[string]string // of the forms, by the name of the step
	NotNow                                string            // {state}
	File, ProposalsFile, LettersFile      string            // {period}
	Refer, Remove, ReferTitle, RemoveText string
	Form                                  struct {
		Person, PersonHint, Kind, Other, OtherHint, Period, Reason, ReasonHint string
		Overruled, OverruledHint, On, Letter, LetterHint, Paper                string
		Because, Number, LetterOn, From, To, ToHint, Level                     string
	}
}
