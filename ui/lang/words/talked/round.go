package talked

import (
	"errors"
	"strconv"
	"strings"

	"kinerja/model/round"
	"kinerja/ui/lang/words"
)

// Round holds the words of anonymous rounds, on their pages and on the command line.
type Round struct {
	Title  string
	About  string            // {name}
	Hint   string            // over the list
	Empty  string            // no round yet
	Groups map[string]string // who is asked, by round.Group
	States map[string]string // by round.State; "asked" and "gave" for whoever is asked

	Asks        string // {group} {day} {state}
	Promise     string // {n} {switch}: what is promised to those who are asked
	PromiseForm string // {n}: the same, below the form of an answer
	Waits       string // {n}: one's answer is in memory only
	Upward      string // {name}: who reads
	EndHow      string // {key} {close}: how a round is ended before its day
	Counts      string // {answers} {kinds}
	Answers     words.Plural
	Bullet      string // before a text

	Add, Answer, Close, Share string // actions
	SureClose                 string // {n}
	SureShare                 string // {name}
	Opened                    string // {name} {day}
	Given                     string // {n}
	Written                   string
	IsClosed                  string
	IsDropped                 string       // {n}
	IsShared                  string       // {name}
	Lost                      words.Plural // at the end of the program
	Unwritten                 words.Plural // what waits, when one quits

	Why struct{ Gave, Over, NotAsked, NotYours, NoShare string } // why an action cannot be done
	// Fault is why something is refused; of Few: {people} {pin} {least}.
	Fault   struct{ Few, Unguarded, Gave, Over, Running, Nothing, Here, Long string }
	NoRound string // {id}
	Nobody  string // who is named where an author is not stored
	Columns struct{ About, State, Until, Group, ID string }
	Form    struct {
		Who, WhoHow, Ask, AskHow, Until, UntilHow, Question, QuestionHow string
		Kind, TextHow                                                    string
	}
}

// Refused is why something about a round does not happen; "" for other errors.
func (r Round) Refused(err error) string {
	if few := (*round.FewError)(nil); errors.As(err, &few) {
		return strings.NewReplacer("{people}", strconv.Itoa(few.People), "{pin}", strconv.Itoa(few.WithPIN), "{least}", strconv.Itoa(round.Least)).Replace(r.Fault.Few)
	}
	for _, x := range []struct {
		err  error
		text string
	}{
		{round.ErrUnguarded, r.Fault.Unguarded}, {round.ErrGave, r.Fault.Gave}, {round.ErrOver, r.Fault.Over}, {round.ErrRunning, r.Fault.Running},
		{round.ErrNothing, r.Fault.Nothing}, {round.ErrHere, r.Fault.Here}, {round.ErrLong, r.Fault.Long},
	} {
		if errors.Is(err, x.err) {
			return x.text
		}
	}
	return ""
}
