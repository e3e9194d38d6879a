package lang

import (
	"kinerja/model"
	"kinerja/model/agenda"
)

// Home holds the words of the first page and of the one that closes a period.
// Arrays follow the order of the enumeration in agenda.
type Home struct {
	Title   string
	Reading string

	Days                        Plural
	Posts                       Plural // where more posts than people: "39 posts"
	Whole                       string // instead of a unit's name: all units
	Starts                      string // {period} {date} {days} from now
	Runs                        string // {period} {date}, {days} are left
	EndsToday                   string // {period} {date}
	Ended                       string // {period} {date} {days} ago
	Yours                       string // what waits for whoever works here
	Others                      string // what waits for somebody else
	Nothing                     string // nothing waits for whoever works here
	Item                        string // {who}: {what}
	Left                        string // {days} are left, until {date}
	PostEnd                     string // {when}
	DueToday                    string // {date}
	Over                        string // {days} over, until {date}
	LeftShort, OverShort, Today string // the same without the day: {days}
	Objection                   string // {when}: how long somebody may object

	Progress   string // {period}
	Predicates string
	Of         string // {n} {all}
	Close      string // {period} {obstacles}
	Closable   string // {period}: nothing stands in the way
	Closed     string // {period} {on} {by}: since when, by whom
	Obstacles  Plural

	File, FileBackup string // {path} {at}
	NoBackup         string

	Empty, EmptyHow         string // nobody is on the list yet; what to do first
	TakeList, Begin, AddOne string // the choices
	Nobody, NobodyHow       string // {period} {unit}: nobody holds a post there
	OnePeriod, NeedsPeriod  string // why an action is not possible
	NothingToOpen           string

	Stages  [agenda.Stages]string
	What    [agenda.Kinds]string // what one waits for
	Missing string               // {n} {all}: What, of one person
	Enough  string               // the same, and enough for a suggestion
	Doubts  Plural               // implausible values of one person

	Owed map[string]string // by duty.Kind: {period} {n}

	Keepers, Above string // who keeps the staff list; who evaluates the head and is not recorded
	Who            string // {role} {name}

	Closing                           string // {period}: the other page's name
	Person, Obstacle, MustAct         string // columns
	ByPerson, ByKind, ByActor         string // order
	WithHead                          string // {obstacles} {n}: those that block, and how many about the head
	Filter, Hits, NoHits, Keep, Clear string
	NoObstacles                       string // {period}
	NoObstaclesHow                    string // {period}, and the key that closes it
	ClosedHow                         string // nothing is left, and it is closed

	You                       string // heading: it waits for whoever works here
	Through                   string // {n} of {people} are through, {left} are not
	ClosingDoes               string // {period}: in one sentence
	ReopeningDoes             string // {period}
	CloseHead, ReopenHead     string // {period} {unit}
	CloseReason, ReopenReason string // before the reason
	LeftHead, LeftOfHead      string // {obstacles}: over their counts by kind; of those about the unit's head
	SureClose, SureReopen     string // {period} {unit}: questions
	IsClosed, IsOpen          string // {period}: what was done
	NotOver                   string // {date}: why it cannot be closed yet
	Go                        struct{ Close, Reopen string }
}

// Closed says that a period is closed: since when, by whom.
func (t *Texts) Closed(e *model.ClosedError) string { return t.closedBy(t.Home.Closed, e) }

func (t *Texts) closedBy(text string, e *model.ClosedError) string {
	by := Inert(e.By)
	if by == "" {
		by = t.CLI.Record.Owner
	}
	return Fill(text, "period", t.Period(e.Period), "unit", Inert(e.Unit), "on", t.Date(e.On), "by", by)
}
