package credit

import (
	"slices"

	"kinerja/model"
)

// Judged is an evaluation and the post whose plan it is of.
type Judged struct {
	Post       model.PostID
	Evaluation model.Evaluation
}

// Input is what credit of one person is worked out from.
type Input struct {
	Employee model.Employee
	Posts    []model.Post
	Judged   []Judged
	Bases    []Base
	Today    model.Date
}

// Basis says which evaluation a line stands on.
type Basis uint8

// The bases.
const (
	Annual   Basis = iota // the final annual evaluation
	Periodic              // a final evaluation of a shorter period: an estimate until the annual one is final
)

var bases = [...]string{"annual", "periodic"}

// String is the word of files and the command line.
func (b Basis) String() string { return bases[min(int(b), len(bases)-1)] }

// Gap says why months bring nothing.
type Gap uint8

// The gaps.
const (
	NoGap         Gap = iota
	GapEvaluation     // no evaluation covers them
	GapNotFinal       // one does, and is not final
	GapPost           // no functional post was held
	GapLevel          // a functional post whose level cannot be read
)

var gaps = [...]string{"", "no_evaluation", "not_final", "no_functional_post", "level_unknown"}

// String is the word of files and the command line.
func (g Gap) String() string { return gaps[min(int(g), len(gaps)-1)] }

// Line is some months of a year in a row at one post: what they bring, or why
// they bring nothing.
type Line struct {
	Year        int
	First, Last int // months, 1 to 12
	Post        model.PostID
	Position    string
	Level       Level
	Gap         Gap // NoGap: the months bring Points
	Basis       Basis
	Plan        model.PlanID // of the evaluation
	Evaluation  model.EvaluationID
	Period      model.Period          // of the evaluation
	State       model.EvaluationState // of the evaluation, where it is not final
	Predicate   model.Predicate
	Points      Points
	Counts      bool // towards the level held today
}

// Months is how many months the line has.
func (l Line) Months() int { return l.Last - l.First + 1 }

// Whole reports that the line is a whole year: then the formula needs no
// twelfths.
func (l Line) Whole() bool { return l.Months() == 12 }

// Account is the credit of one person.
type Account struct {
	Standing Standing
	Kind     model.EmployeeKind
	Post     model.Post // held today
	Level    Level
	Grade    string // golongan ruang, as on the staff list
	Base     Base   // what holds; zero where there is none
	HasBase  bool
	Bases    []Base // all, oldest first
	Lines    []Line // oldest first
	// Sum counts towards the level held today: the balance, if it is of that
	// level, and the lines after it.
	Sum       Points
	Estimated Points // what of Sum stands on evaluations of shorter periods
	Earlier   Points // earned at another level; not counted (not verified)
	Rank      Goal   // naik pangkat
	Next      Goal   // naik jenjang
	last      model.Evaluation
}

// Of works out the credit of one person from their final evaluations. A year is
// credited from its final annual evaluation where there is one; until then
// final evaluations of shorter periods are offered as an estimate; never both
// for one month. A month belongs to the functional post held on its first day.
func Of(in Input) Account {
	a := Account{Kind: in.Employee.Kind, Grade: in.Employee.Grade}
	for _, b := range in.Bases {
		if !b.Void {
			a.Bases = append(a.Bases, b)
		}
	}
	Sort(a.Bases)
	a.Base, a.HasBase = Holding(a.Bases)
	a.Post, a.Level, a.Standing = standing(in)
	for _, j := range in.Judged {
		if e := j.Evaluation; !e.Void && e.State == model.Final && e.Period.Kind() == model.Year && e.Period.Year() >= a.last.Period.Year() {
			a.last = e
		}
	}
	m := maker{in: in, after: a.Base.Until}
	for year, last := m.years(); year <= last; year++ {
		for month := 1; month <= 12; month++ {
			m.month(year, month)
		}
	}
	a.Lines = m.lines
	a.sum()
	a.goals()
	return a
}

// standing reads what is held today.
func standing(in Input) (model.Post, Level, Standing) {
	post, held := postOn(in.Posts, in.Today)
	switch {
	case !held:
		return post, NoLevel, NoPost
	case in.Employee.Kind == model.NonASN:
		return post, NoLevel, NotASN
	}
	level, st := LevelOf(post)
	return post, level, st
}

// postOn is the post that counts on a day: the newest that is functional, else
// the newest; who only acts in a post (Plt, Plh) keeps the own one.
func postOn(posts []model.Post, day model.Date) (model.Post, bool) {
	var functional, all []model.Post
	for _, p := range posts {
		if p.Acting || p.Void || !p.During(day, day) {
			continue
		}
		all = append(all, p)
		if _, st := LevelOf(p); st == Functional || st == LevelUnknown {
			functional = append(functional, p)
		}
	}
	if len(functional) > 0 {
		all = functional
	}
	return model.MainPost(all, day, day)
}

// maker makes the lines, month by month.
type maker struct {
	in    Input
	after model.Date // months that have ended by this day are in the balance
	lines []Line
}

// years are the first and the last one that has anything to say: from the
// balance, else from the oldest evaluation, to today.
func (m *maker) years() (first, last int) {
	first, last = m.in.Today.Year()+1, m.in.Today.Year()
	for _, j := range m.in.Judged {
		first, last = min(first, j.Evaluation.Period.Year()), max(last, j.Evaluation.Period.Year())
	}
	if m.after != 0 {
		first = m.after.Year()
	}
	return first, last
}

// month says of one month what it brings, and joins it to the line before where
// it is of the same kind.
func (m *maker) month(year, month int) {
	period, err := model.NewPeriod(model.Month, year, month)
	if err != nil || period.Last() <= m.after {
		return
	}
	line, ok := m.line(period)
	if !ok {
		return
	}
	line.Year, line.First, line.Last = year, month, month
	if n := len(m.lines); n > 0 {
		before := m.lines[n-1]
		before.First, before.Last = month, month
		if before == line && m.lines[n-1].Last == month-1 {
			m.lines[n-1].Last = month
			return
		}
	}
	m.lines = append(m.lines, line)
}

// line is what a month is part of; false where there is nothing to say: it has
// not come yet, or nobody was here.
func (m *maker) line(period model.Period) (Line, bool) {
	post, held := postOn(m.in.Posts, period.First())
	if !held {
		return Line{}, false
	}
	l := Line{Post: post.ID, Position: post.Position}
	var st Standing
	l.Level, st = LevelOf(post)
	best, found := m.judged(post.ID, period)
	switch {
	case m.in.Employee.Kind == model.NonASN, st == NotFunctional:
		l.Gap = GapPost
	case st == LevelUnknown:
		l.Gap = GapLevel
	case !found:
		l.Gap = GapEvaluation
	case best.State != model.Final:
		l.Gap, l.Period, l.State, l.Plan, l.Evaluation = GapNotFinal, best.Period, best.State, best.Plan, best.ID
	default:
		l.Period, l.Predicate, l.Plan, l.Evaluation = best.Period, best.Predicate, best.Plan, best.ID
		if l.State = model.Final; best.Period.Kind() != model.Year {
			l.Basis = Periodic
		}
	}
	return l, l.Gap == NoGap || period.Last() < m.in.Today // a month that is not over is not missing
}

// judged is the evaluation that speaks for a month of a post: a final one
// before any other, then the longest; the newest version of these.
func (m *maker) judged(post model.PostID, month model.Period) (best model.Evaluation, found bool) {
	for _, j := range m.in.Judged {
		e := j.Evaluation
		if j.Post != post || e.Void || !e.Period.Contains(month) || e.Predicate == model.NoPredicate {
			continue
		}
		final, bestFinal := e.State == model.Final, best.State == model.Final
		longer := e.Period.Days() > best.Period.Days()
		if !found || final && !bestFinal || final == bestFinal && longer {
			best, found = e, true
		}
	}
	return best, found
}

// sum gives each line its points and adds up what counts.
func (a *Account) sum() {
	a.Sum = a.Counted()
	a.Earlier = a.Base.Amount() - a.Sum
	for i := range a.Lines {
		l := &a.Lines[i]
		if l.Gap != NoGap {
			continue
		}
		l.Points = Earned(l.Level, l.Predicate, l.Months())
		if l.Counts = a.Standing == Functional && l.Level == a.Level; !l.Counts {
			a.Earlier += l.Points
			continue
		}
		a.Sum += l.Points
		if l.Basis == Periodic {
			a.Estimated += l.Points
		}
	}
}

// Counted is what of the opening balance counts: all, if it is of the level held
// today.
func (a Account) Counted() Points {
	if a.HasBase && a.Base.Level == a.Level {
		return a.Base.Amount()
	}
	return 0
}

// Of returns the lines of a year.
func (a Account) Of(year int) []Line {
	return slices.DeleteFunc(slices.Clone(a.Lines), func(l Line) bool { return l.Year != year })
}

// Row is somebody and their credit, as lists show it.
type Row struct {
	Staff   model.StaffRow
	Account Account
}
