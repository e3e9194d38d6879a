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
	DueToday                    string // {date}
	Over                        string // {days} over, until {date}
	LeftShort, OverShort, Today string // the same without the day: {days}
	Objection                   string // {when}: how long somebody may object

	Progress   string // {period}
	Predicates string
	Of         string // {n} {all}
	Close      string // {period} {obstacles}
	Closable   string // {period}: nothing stands in the way
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

	Keepers string // who keeps the staff list
	Who     string // {role} {name}

	Closing                           string // {period}: the other page's name
	Person, Obstacle, MustAct         string // columns
	ByPerson, ByKind, ByActor         string // order
	Filter, Hits, NoHits, Keep, Clear string
	NoObstacles, NoObstaclesHow       string // {period}
}

// Stage is the name of a stage: "disampaikan".
func (t *Texts) Stage(s agenda.Stage) string { return word(t.Home.Stages[:], s) }

// Waits says what one kind of obstacle waits for.
func (t *Texts) Waits(k agenda.Kind) string { return word(t.Home.What[:], k) }

// Obstacle says what stands in the way, with the numbers of the one person.
func (t *Texts) Obstacle(o agenda.Obstacle) string {
	switch {
	case o.Kind == agenda.Implausible:
		return t.Plural(t.Home.Doubts, o.N)
	case o.Kind == agenda.Missing && o.Enough:
		return Fill(t.Home.Enough, "n", t.Count(o.N), "all", t.Count(o.Of))
	case o.Kind == agenda.Missing:
		return Fill(t.Home.Missing, "n", t.Count(o.N), "all", t.Count(o.Of))
	}
	return t.Waits(o.Kind)
}

// MustAct says who must act, in which capacity; name may be empty.
func (t *Texts) MustAct(by agenda.By, name string) string {
	role := [...]string{
		agenda.ByTeam: t.Home.Keepers, agenda.ByStaff: t.Role(model.RoleStaff),
		agenda.ByEvaluator: t.Role(model.RoleEvaluator), agenda.BySuperior: t.Role(model.RoleSuperior),
	}[by]
	if name == "" {
		return role
	}
	return Fill(t.Home.Who, "role", role, "name", name)
}

// Due says until when: "sisa 9 hari, s.d. 24 Oktober 2026"; nothing where no
// rule gives a date.
func (t *Texts) Due(d agenda.Due, today model.Date) string {
	days := today.Until(d.On)
	when := t.Home.Left
	switch {
	case d.Kind == agenda.NoDue:
		return ""
	case days == 0:
		when = t.Home.DueToday
	case days < 0:
		when = t.Home.Over
	}
	when = Fill(when, "days", t.Days(days), "date", t.Date(d.On))
	if d.Kind == agenda.Objection {
		return Fill(t.Home.Objection, "when", when)
	}
	return when
}

// DueShort is Due without the day: "sisa 9 hari", "hari ini".
func (t *Texts) DueShort(d agenda.Due, today model.Date) string {
	days := today.Until(d.On)
	switch {
	case days == 0:
		return t.Home.Today
	case days < 0:
		return Fill(t.Home.OverShort, "days", t.Days(days))
	}
	return Fill(t.Home.LeftShort, "days", t.Days(days))
}

// Days writes a number of days, either way: "9 hari".
func (t *Texts) Days(n int) string { return t.Plural(t.Home.Days, max(n, -n)) }

// CountOf writes a part of a whole: "29 dari 38".
func (t *Texts) CountOf(n, all int) string {
	return Fill(t.Home.Of, "n", t.Count(n), "all", t.Count(all))
}

// PeriodEnd says how long a period goes on, or how long it is over.
func (t *Texts) PeriodEnd(p model.Period, today model.Date) string {
	text, on := t.Home.Runs, p.Last()
	switch {
	case today < p.First():
		text, on = t.Home.Starts, p.First()
	case today == on:
		text = t.Home.EndsToday
	case today > on:
		text = t.Home.Ended
	}
	return Fill(text, "period", t.Period(p), "date", t.Date(on), "days", t.Days(today.Until(on)))
}

// CountShort is CountOf where there is little room: "29/38".
func (t *Texts) CountShort(n, all int) string { return t.Count(n) + "/" + t.Count(all) }
