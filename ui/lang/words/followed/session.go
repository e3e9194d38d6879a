// Package followed holds the words of what follows an evaluation: briefings and
// trainings, awards, letters of discipline.
package followed

import "kinerja/ui/lang/words"

// Session holds the words of briefings and trainings.
type Session struct {
	Title          string            // of the list
	Kinds, States  map[string]string // by session.Kind's and session.State's words
	Steps          map[string]string // by the name of the step, as an action
	Nothing, Begin string            // an empty list; what to do then
	NobodyYet      string            // a session without people
	Count          string            // {came} {all}
	Told           string            // {told} {all}
	Passed         string            // {passed} {all}
	Gain           string            // {gain} {pre} {post} {most} {people}
	GainOf         words.Plural      // {people}: on how many it stands
	GainOut        words.Plural      // who has no two marks
	NoGain         string
	Hours          string // {hours}
	About          string // {code} {version}
	Measure        string // {code}
	Place          string // {place}
	Speaker        string // {name}
	Material       string // {text}
	FollowUp       string // {text}
	Missed         string // not there, and it is done
	Came, Absent   string // of a person: came; on the list, not
	ToldOn         string // {on}
	NotTold        string
	Explained      string // coverage: that version was explained
	Must           string // coverage: still to be told
	NoInstrument   string
	Waiting        string // {n} {all} {period}
	AllTold        string // {period}
	Nobody         string // {period}: nobody has a plan
	Least, Most    string // {n}: beside the hours of PNS, PPPK
	Unverified     string // {least} {most}
	Short, Over    string // the least is not reached; the most is exceeded
	Columns        struct {
		Date, Kind, Topic, Unit, State, Came, Told, Name, Position, Presence, Acknowledged, Before, After, Passed string
		Instrument, Explained, Hours, Bound, Code, Below, People, Who                                             string
	}
	Yes  string
	Done struct { // sentences after an act
		Planned      string       // {topic} {date}
		Stepped      string       // {topic} {state}
		Attended     words.Plural // {topic} {n}
		Acknowledged words.Plural // {topic} {n}
	}
	WarnCLI  string       // {code} {name}
	Warn     string       // {code}: rating somebody to whom nobody explained it
	WarnMany words.Plural // {n} {names}

	Page SessionPage
	CLI  SessionCLI
}

// SessionPage holds the words of the pages.
type SessionPage struct {
	Open, New, Coverage, Presence, AddPerson, Acknowledge, Marks, Edit string // actions
	Reading, NotOpen, NobodyHere, NoTest, OnlyBriefing, Already        string // why not
	File, CoverageFile, PeopleFile                                     string // {period}; names of files
	Who, WhoHint                                                       string
	Suggested, SuggestedFile, PlanIt                                   string // {period}
	MarkBefore, MarkAfter, MarkPassed, MarkHint                        string
	StepReason                                                         string
	AcknowledgeHead                                                    string // {name} {topic}
	Form                                                               struct {
		Title, Kind, Topic, TopicHint, From, To, ToHint, Unit, Place, Speaker, Hours, HoursHint string
		Instrument, Code, CodeHint, Most, MostHint, Material, FollowUp                          string
	}
}

// SessionCLI holds the words of the command line.
type SessionCLI struct {
	NoSession    string // {query}
	NoneYet      string
	StepNow      string // {topic} {state} {steps}
	Ended        string // {topic} {state}
	NoPeople     string // whom to name
	UnitFirst    string
	NoCode       string // {code}
	WeakNone     string // {bound} {least} {period}
	WeakHead     string // {bound} {least} {period}
	OneMark      string // marks are of one person
	NotABriefing string
}
