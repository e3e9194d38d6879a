// Package sheet is one instrument in one period, people down and indicators
// across, as a grid of results shows it: everybody scored, what is missing
// counted, every indicator combined over all people by its own rule.
//
// It promises that rows stand still: a sheet read anew takes over the order of
// the one before it (Follow), and only Sorted makes another.
package sheet

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// Person is one row: a plan with what was reached, scored.
type Person struct {
	model.SheetRow
	Score   score.Score
	Rules   rules.RuleSet // that the plan goes by
	Away    error         // why Rules is none: nothing is scored
	Missing int           // indicators without a value
	Gone    bool          // no longer in the file; kept because somebody is at work on it
}

// Column is one indicator and how its values are written.
type Column struct {
	ID      model.ElementID
	Gauge   model.Gauge
	Decimal bool         // values have two decimals
	Widest  model.Number // in absolute value
	Minus   bool         // some value is negative
}

// Sheet is one instrument in one period. People stand as the file has them, by
// name; Shown says which of them are on screen, and how.
type Sheet struct {
	model.Sheet
	Columns    []Column
	People     []Person
	At         map[model.PlanID]int
	Shown      []int // who is shown, in order, as places in People
	Incomplete int
	Together   []model.Amount // by column
	Rough      []bool         // the ratio is a plain mean: parts are missing
}

// Build makes a sheet of what was read, by name, each scored by the rule set that
// their plan goes by.
func Build(in model.Sheet, book rules.Book) *Sheet {
	s := &Sheet{Sheet: in, People: make([]Person, len(in.Rows)), At: make(map[model.PlanID]int, len(in.Rows))}
	for _, i := range in.Instrument.Indicators {
		s.Columns = append(s.Columns, Column{
			ID: i.ID, Gauge: i.Gauge, Decimal: i.Gauge.Unit == "%" || fraction(i.Gauge.Target),
			Widest: max(abs(i.Gauge.Target), abs(i.Gauge.TargetHigh.Or(0))),
		})
	}
	s.Together, s.Rough = make([]model.Amount, len(s.Columns)), make([]bool, len(s.Columns))
	for i, r := range in.Rows {
		s.People[i] = Person{SheetRow: r}
		s.People[i].Rules, s.People[i].Away = book.For(r.Plan, r.Staff.Kind)
		s.At[r.Plan.ID] = i
		s.Judge(i)
		for c := range s.Columns {
			s.widen(c, s.value(i, c))
		}
	}
	for c := range s.Columns {
		s.add(c)
	}
	s.Shown = s.Sorted(ByName, "")
	return s
}

// Among is the place of an instrument among those that there are sheets of,
// counted from 0, and how many these are; -1 where it is none of them.
func (s *Sheet) Among(in model.InstrumentID) (at, all int) {
	if s == nil {
		return 0, 0
	}
	at = slices.IndexFunc(s.Instruments, func(x model.Instrument) bool { return x.ID == in })
	return at, len(s.Instruments)
}

// Measure is the measure of a person's plan that a column shows; false where
// the plan has none.
func (s *Sheet) Measure(i, c int) (model.Measure, bool) {
	for _, m := range s.People[i].Plan.Measures {
		if m.Indicator == s.Columns[c].ID {
			return m, true
		}
	}
	return model.Measure{}, false
}

// InWords reports a measure of a person's plan whose success is told in words: it
// takes no number.
func (s *Sheet) InWords(i, c int) bool {
	m, ok := s.Measure(i, c)
	return ok && s.People[i].Plan.Outline.InWords(m.ID)
}

// Entry is what was entered for a person in a column.
func (s *Sheet) Entry(i, c int) model.Entry {
	if m, ok := s.Measure(i, c); ok {
		return s.People[i].Card.Entry(m.ID)
	}
	return model.Entry{}
}

func (s *Sheet) value(i, c int) model.Amount { return s.Entry(i, c).Actual }

// Judge scores a person anew, and counts what they lack.
func (s *Sheet) Judge(i int) {
	p := &s.People[i]
	if p.Missing > 0 {
		s.Incomplete--
	}
	p.Score = p.Scored(p.Card)
	p.Missing = 0
	for _, m := range p.Plan.Measures {
		if !p.Card.Entry(m.ID).Actual.Present() && !p.Plan.Outline.InWords(m.ID) {
			p.Missing++
		}
	}
	if p.Missing > 0 {
		s.Incomplete++
	}
}

// Scored is the aid to a card of the person, or an empty score where there is
// nothing to compute.
func (p *Person) Scored(c model.Card) score.Score {
	if p.Away != nil {
		return score.Score{}
	}
	got, err := score.Of(c, p.Plan, p.Rules)
	if err != nil {
		return score.Score{RuleSet: p.Rules.Ref()}
	}
	return got
}

// Put writes an entry into the sheet, as if it were saved. It reports whether
// a column needs another width.
func (s *Sheet) Put(i int, e model.Entry) (wider bool) {
	return s.PutAll([]Placed{{i, e}})
}

// Placed is an entry and whose it is.
type Placed struct {
	Person int
	Entry  model.Entry
}

// PutAll writes many entries into the sheet, as Put does one; columns are
// combined once.
func (s *Sheet) PutAll(list []Placed) (wider bool) {
	people, columns := map[int]bool{}, map[int]bool{}
	for _, p := range list {
		s.People[p.Person].Card = s.People[p.Person].Card.With(p.Entry)
		people[p.Person] = true
		for c := range s.Columns {
			if m, ok := s.Measure(p.Person, c); ok && m.ID == p.Entry.Measure {
				wider = s.widen(c, p.Entry.Actual) || wider
				columns[c] = true
			}
		}
	}
	for i := range people {
		s.Judge(i)
	}
	for c := range columns {
		s.add(c)
	}
	return wider
}

// widen makes room in a column for a value. Once a column shows decimals it
// keeps them, so that digits stand below one another.
func (s *Sheet) widen(c int, a model.Amount) (wider bool) {
	n, ok := a.Get()
	if !ok {
		return false
	}
	col := &s.Columns[c]
	if fraction(n) && !col.Decimal {
		col.Decimal, wider = true, true
	}
	if n < 0 && !col.Minus {
		col.Minus, wider = true, true
	}
	if abs(n) > col.Widest {
		col.Widest, wider = abs(n), true
	}
	return wider
}

// add combines a column over all people by the indicator's own rule.
func (s *Sheet) add(c int) {
	var all Combined
	for i := range s.People {
		all.Add(s.Entry(i, c))
	}
	s.Together[c], s.Rough[c] = all.Value(s.Columns[c].Gauge.Aggregate)
}

// Order is how the rows stand.
type Order uint8

// The orders.
const (
	ByName Order = iota
	MissingFirst
)

// Sorted returns the people whose name, number and position hold all words of
// filter, in order.
func (s *Sheet) Sorted(by Order, filter string) []int {
	words := strings.Fields(strings.ToLower(filter))
	list := make([]int, 0, len(s.People))
	for i := range s.People {
		if s.People[i].Gone {
			continue
		}
		who := s.People[i].Staff
		name := strings.ToLower(who.Name + "\n" + string(who.Number) + "\n" + who.Position)
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) }) {
			list = append(list, i)
		}
	}
	if by == MissingFirst {
		slices.SortStableFunc(list, func(a, b int) int {
			return s.People[b].Missing - s.People[a].Missing
		})
	}
	return list
}

// Follow takes over the order of the sheet that was on screen before, so that
// rows stand still: people stay where they are, new ones come last. keep names
// people who must stay though the file no longer has them.
func (s *Sheet) Follow(old *Sheet, keep func(model.PlanID) bool) {
	order, shown := make([]int, 0, len(old.Shown)), make([]bool, len(s.People))
	for _, i := range old.Shown {
		was := old.People[i]
		now, ok := s.At[was.Plan.ID]
		if !ok {
			if !keep(was.Plan.ID) {
				continue
			}
			was.Gone = true
			now = len(s.People)
			s.People, shown = append(s.People, was), append(shown, true)
			s.At[was.Plan.ID] = now
			if was.Missing > 0 {
				s.Incomplete++
			}
		}
		order = append(order, now)
		shown[now] = true
	}
	for i := range s.People {
		if _, known := old.At[s.People[i].Plan.ID]; !known && !shown[i] {
			order = append(order, i)
		}
	}
	s.Shown = order
}

func fraction(n model.Number) bool { return n%model.Scale != 0 }

func abs(n model.Number) model.Number { return max(n, -n) }

// Column is the place of an indicator among the columns; -1 where it is none.
func (s *Sheet) Column(id model.ElementID) int {
	return slices.IndexFunc(s.Columns, func(c Column) bool { return c.ID == id })
}
