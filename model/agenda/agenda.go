package agenda

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/rules"
)

// Agenda is what is still to be done for one period.
type Agenda struct {
	Period     model.Period
	Periods    []model.Period // that can be chosen, oldest first
	Today      model.Date
	Unit       model.Unit         // whose people these are; zero: all
	Closed     *model.ClosedError // the unit's period is closed
	Listed     int                // on the staff list of the whole file, in any period
	People     int
	Cases      int // posts held; more than people where somebody holds two
	Stages     [Stages]Progress
	Predicates [model.VeryGood + 1]int // by model.Predicate; the first: none yet
	Items      []Item                  // what waits for the actor first, each part by urgency
	Obstacles  []Obstacle              // by person, each person's in the order of kinds; none in brief
	Blocking   int                     // how many of them keep the unit's period open
	Units      []Obstacle              // about the unit as a whole; they keep no period open
}

// Close says that the period is closed; nil: it is open. What can no longer be
// done then waits for nobody, but the obstacles tell what was left.
func (a *Agenda) Close(by *model.ClosedError) {
	if a.Closed = by; by != nil {
		a.Items = slices.DeleteFunc(a.Items, func(it Item) bool { return it.Kind.rests() })
	}
}

// Progress is how many have come through one stage.
type Progress struct {
	Done int
	// Of is how many are to come through. The own evaluation of an actor who
	// rates others counts from being rated on only where it has come so far:
	// nobody rates themselves. So does who has no plan: there is nothing to rate,
	// and the list that rates does not have them (board.Board.Rated).
	Of int
	// Next is the obstacle to go to from here: of this stage, else of the one
	// before that keeps it waiting. Open says that there is one.
	Next Obstacle
	Open bool
}

// Item is all that waits for one kind of act.
type Item struct {
	Kind  Kind
	By    By
	Mine  bool   // it waits for the actor, and not for somebody else
	Count int    // how many people it is about
	Name  string // of who must act, where that is one person and not the actor
	First Obstacle
	Due   Due // the first date
}

// Maker makes an Agenda out of cases that come one at a time: of 100,000 people
// only what stands in their way is kept, in brief not even that.
type Maker struct {
	rules  rules.Book
	actor  model.Actor
	head   model.EmployeeID // of the unit that it is about; "": nobody is known
	brief  bool
	agenda Agenda
	items  map[itemKey]*item
	last   model.EmployeeID
}

// itemKey is what one Item gathers: a kind of act, by whom.
type itemKey struct {
	kind Kind
	by   By
	mine bool
}

// item is an Item while it is gathered.
type item struct {
	Item
	last model.EmployeeID // obstacles of one person follow each other
}

// New begins an agenda of a period as it is seen today by an actor, with the
// rule sets in force.
func New(period model.Period, today model.Date, book rules.Book, actor model.Actor) *Maker {
	return &Maker{rules: book, actor: actor, agenda: Agenda{Period: period, Today: today}, items: map[itemKey]*item{}}
}

// Brief keeps no list of obstacles: what waits for whom is gathered without it.
func (m *Maker) Brief() { m.brief = true }

// HeadedBy says who heads the unit that the agenda is about.
func (m *Maker) HeadedBy(id model.EmployeeID) { m.head = id }

// Add takes in one case. Cases of one person follow each other.
func (m *Maker) Add(c Case) {
	rs, away := m.rules.For(c.Plan, c.Staff.Kind)
	a, f := &m.agenda, c.reckon(rs, away)
	own := board.Oneself(m.actor, c.Staff.Employee)
	enough := rs.Enough(f.share)
	a.Cases++
	if c.Staff.Employee != m.last {
		a.People, m.last = a.People+1, c.Staff.Employee
		m.talk(c)
	}
	for s := range Stages {
		switch p := &a.Stages[s]; {
		case s.reached(c, f, enough):
			p.Done, p.Of = p.Done+1, p.Of+1
		case s < Rated || !own && c.Plan.ID != "":
			p.Of++
		}
	}
	a.Predicates[min(c.Evaluation.Predicate, model.VeryGood)]++
	for _, o := range obstacles(c, f, enough, a.Period) {
		o.Head = m.head != "" && c.Staff.Employee == m.head
		if (own || o.Head) && o.By == ByTeam && c.Evaluator.Employee == "" && !o.Kind.listed() {
			if o.Kind.judged() {
				continue // first an evaluator is named, and that is said already
			}
			o.By = ByAbove // no list that is kept here says who that is
		}
		m.take(o)
	}
}

// take counts an obstacle, and keeps it unless the agenda is brief.
func (m *Maker) take(o Obstacle) {
	a := &m.agenda
	if !o.Head {
		a.Blocking++
	}
	if p := &a.Stages[o.Kind.Stage()]; !p.Open || o.Rank < p.Next.Rank {
		p.Next, p.Open = o, true
	}
	if !m.brief {
		a.Obstacles = append(a.Obstacles, o)
	}
	m.gather(o)
}

// gather counts who waits for one kind of act.
func (m *Maker) gather(o Obstacle) {
	k := itemKey{o.Kind, o.By, Mine(m.actor, o)}
	if k.mine {
		k.by = 0 // in which capacity the actor acts is all one
	}
	it := m.items[k]
	if it == nil {
		it = &item{Item: Item{Kind: o.Kind, By: o.By, Mine: k.mine, Name: o.Name, First: o, Due: o.Due}}
		m.items[k] = it
	}
	if it.last != o.Staff.Employee {
		it.Count, it.last = it.Count+1, o.Staff.Employee
	}
	if o.Name != it.Name {
		it.Name = ""
	}
	if o.first(it.First) {
		it.By, it.First, it.Due = o.By, o, o.Due
	}
}

// CheckInAhead is how many days before its day a check-in is reminded of.
const CheckInAhead = 14

// talk takes in a person's next check-in, if it is near, or that nothing was said to
// them for long. Whoever held the last check-in holds the next.
func (m *Maker) talk(c Case) {
	if c.Silent && c.Evaluator.Employee != "" { // who has no evaluator is an obstacle already
		m.gather(Obstacle{Kind: Silent, Staff: c.Staff, Rank: c.Rank, Unit: c.Post.Unit, By: ByEvaluator, Actor: c.Evaluator.Employee, Name: c.Evaluator.Name})
	}
	next := c.Talk.Next
	if next == 0 || next > m.agenda.Today.Add(CheckInAhead) {
		return
	}
	o := Obstacle{Kind: CheckIn, Staff: c.Staff, Rank: c.Rank, Unit: c.Post.Unit, By: ByEvaluator, Actor: c.Talk.Word.Whose, Due: Due{Talk, next}}
	for _, known := range []model.StaffRow{c.Evaluator, c.Superior, c.Staff} {
		if known.Employee == o.Actor {
			o.Name = known.Name
			break
		}
	}
	m.gather(o)
}

// Done returns what came together.
func (m *Maker) Done() Agenda {
	a := m.agenda
	slices.SortStableFunc(a.Obstacles, func(x, y Obstacle) int { return x.Rank - y.Rank })
	for s := Planned + 1; s < Stages; s++ {
		if p := &a.Stages[s]; !p.Open && p.Done < p.Of {
			p.Next, p.Open = a.Stages[s-1].Next, a.Stages[s-1].Open
		}
	}
	for _, it := range m.items {
		a.Items = append(a.Items, it.Item)
	}
	slices.SortFunc(a.Items, compareItems)
	return a
}

// compareItems puts what waits for the actor first, then what is due first,
// then what everything else waits for, and of one kind those nearest by.
func compareItems(a, b Item) int {
	switch {
	case a.Mine != b.Mine:
		if a.Mine {
			return -1
		}
		return 1
	case a.Due.before(b.Due):
		return -1
	case b.Due.before(a.Due):
		return 1
	}
	return cmp.Or(int(a.Kind)-int(b.Kind), int(a.By)-int(b.By))
}

// Mine reports whether an obstacle waits for actor: for who keeps the staff
// list by role, for anybody else in person. The owner of a file who is not on
// its staff list stands for the evaluators of it.
func Mine(actor model.Actor, o Obstacle) bool {
	keeper := actor.Roles.Has(model.RoleManager)
	switch {
	case o.By == ByTeam:
		return keeper || actor.Roles.Has(model.RoleTeam)
	case actor.Employee == "":
		return keeper && (o.By == ByEvaluator || o.By == ByAbove)
	}
	return o.By != ByAbove && o.Actor == actor.Employee
}
