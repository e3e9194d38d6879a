// Package coached holds the words of coaching plans (bimbingan kinerja).
package coached

import "kinerja/ui/lang/words"

// Words holds the words of coaching plans, on their page, in their forms and on the
// command line.
type Words struct {
	Title, List string // the page of a plan; the action that opens somebody's plans
	None, About string // nothing yet: what would be here
	AboutHow    string // {key}: that makes one
	Which       string // {at} {all}: which of several
	Kinds       map[string]string
	KindNotes   map[string]string // what each is, as a hint
	States      map[string]string
	Causes      map[string]string
	Outcomes    map[string]string
	Verdicts    map[string]string
	Parts       map[string]string // step, support, review
	Headings    map[string]string // the same, over their lists

	Head        string // {kind} {state}
	Measure     string // {code} {value} {target} {period}
	NoMeasure   string
	Problem     string // {text}
	Cause       string // {list}
	Aim         string // {text}
	Helper      string // {name}
	Due         string // {text} {date}
	Late        string // {text} {date}
	Done        string // {text} {date}
	Given       string // {text} {who}
	Owned       string // {text} {name}
	ReviewText  string // a review without a note
	Word        string // {act} {on} {name} {how}
	OwnWord     string // how: on a machine that asks for no PIN
	Acts        map[string]string
	Ended       string // {outcome} {note}
	EndedBare   string // {outcome}
	WhoseTurn   string
	Next        map[string]string // by state: what comes next, as the line that Enter acts on
	Over        string            // heading: before and after
	Before      string            // {mean} {periods}
	After       string            // {mean} {periods}
	Nothing     string            // no period before, or after
	Change      string            // {change} {verdict}
	Unsaid      string            // {periods} {need}
	UnsaidNone  string            // no value before
	Colleagues  string            // {lines} {better} {same} {worse} {unsaid}
	NoColleague string
	TheirChange string // {change} {n}
	Periods     words.Plural
	Began       string // mark below the period in which it began
	Later       string // a plan that nobody agreed to has no line yet
	Caution     string // what such a comparison is not

	UnitTitle string // {unit}
	Unit      string // {all} {better} {same} {worse} {unsaid}
	UnitNone  string
	Columns   struct {
		Name, Kind, About, State, Before, After, Change, Verdict, Colleagues string
	}

	Go struct {
		Start, Add, Close, Cancel, Agree, Begin, Other, Before, Mark string
		NoPlan, Ended, Nothing, OnePlan, Already                     string // why not
	}

	Form Form
	Kept Kept
	CLI  CLI
}

// Form holds the words of the forms.
type Form struct {
	Title, Kind, Measure, MeasureHint, NoMeasure string
	MeasureNote                                  string // {value} {target} {reach}
	MeasureBare                                  string // {value} {target}
	Problem, ProblemHint, Proposed               string // {name} {value} {target} {period}: proposed as the problem
	Causes, CausesNeeded                         string
	Aim, AimHint                                 string
	Steps, Step, StepHint, Day                   string // {n} for Step
	Support, Promise, PromiseHint, Who, WhoHint  string // {n} for Promise
	Reviews, Review                              string // {n} for Review
	Save                                         string
	Titles                                       map[string]string // by act
	Texts                                        map[string]string // by act: what is asked, or what it means
	Part, Text, On, Note, NoteHint, Outcome      string
	Reason                                       string
}

// Kept holds what is said when something was kept.
type Kept struct {
	Started string            // {name}
	Acts    map[string]string // by act: {name}
}

// CLI holds the words of the command line alone.
type CLI struct {
	Which    string // {name} {list}
	NoneOpen string // {name}
	NoItem   string // {n} {all} {part}
	Item     string // {n} {text}
	Pair     string // {flag} {value}: a thing with its day
	Both     string // {verb}
	NoQuery  string
}
