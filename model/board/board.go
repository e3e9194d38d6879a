// Package board is everybody who is evaluated in a period, as the pages that
// rate show it: scored, in an order that stands still, with what each lacks and
// who has to act next.
//
// It promises to leave what it is given alone, and that a board read anew takes
// over the order of the one before it (Follow); only Sorted makes another.
package board

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
)

// Person is one row: a plan in a period, scored.
type Person struct {
	model.BoardRow
	Score   score.Score
	Rules   rules.RuleSet // with the numbers that Score was made with
	By      rules.RuleSet // that the plan goes by: it is rated by this one
	Away    error         // why By is none: its file is not at hand
	Err     error         // why it cannot be scored
	Missing int           // indicators without a value
	Own     bool          // of an actor who rates others: somebody else rates it
	// Suggested is the rating of results that departing from takes a reason:
	// Score's, or for the head of a unit what the result of the unit comes to.
	Suggested model.Rating
	Led       *unitresult.Led // the unit whose head this is; nil: none
}

// Lead says which unit the person heads: its result suggests, once it is decided.
func (p *Person) Lead(led unitresult.Led) {
	p.Led = &led
	if p.ByUnit() {
		p.Suggested = p.Rules.Head(led.Grade)
	}
}

// ByUnit reports that the result of the unit suggests, and not the aid. What is
// final stays as it was suggested then.
func (p *Person) ByUnit() bool {
	return p.Led != nil && p.Evaluation.State != model.Final && p.Rules.Head(p.Led.Grade) != model.NotRated
}

// Suggests is the unit whose result suggests; nil where the aid does.
func (p *Person) Suggests() *unitresult.Led {
	if p.ByUnit() {
		return p.Led
	}
	return nil
}

// Lead says of everybody which unit they head.
func (b *Board) Lead(results unitresult.Results) {
	for i := range b.People {
		p := &b.People[i]
		if led, ok := results.Led(b.Units, p.Staff.Employee, p.Plan.Unit); ok {
			p.Lead(led)
		}
	}
}

// Board is one period. People stand as the file has them, by name; Shown says
// which of them are on screen, and how.
type Board struct {
	model.Board
	People []Person
	At     map[model.PlanID]int
	Shown  []int    // places in People
	Untold []string // to whom the instrument by which they are rated was not explained
}

// Build scores what was read, each by the rule set that their plan goes by, as it
// is seen by an actor. Everybody is shown, by name.
func Build(in model.Board, book rules.Book, actor model.Actor) *Board {
	b := &Board{Board: in, People: make([]Person, len(in.Rows)), At: make(map[model.PlanID]int, len(in.Rows))}
	for i, r := range in.Rows {
		b.People[i] = Made(r, book, actor)
		b.At[r.Plan.ID] = i
	}
	b.Shown = b.Sorted(ByName, nil)
	return b
}

// Made scores one row, as it is seen by an actor.
func Made(r model.BoardRow, book rules.Book, actor model.Actor) Person {
	p := Person{BoardRow: r, Own: Oneself(actor, r.Staff.Employee)}
	p.By, p.Away = book.For(r.Plan, r.Staff.Kind)
	p.Score, p.Rules, p.Err = score.StandingIn(book, r.Staff.Kind, r.Evaluation, r.Card, r.Plan)
	p.Suggested = p.Score.Suggested
	for _, m := range r.Plan.Measures {
		if e := r.Card.Entry(m.ID); !e.Actual.Present() && !e.Den.Present() {
			p.Missing++
		}
	}
	return p
}

// Oneself reports that a thing is about the actor, who rates others: somebody else
// rates it (access.Judges).
func Oneself(actor model.Actor, about model.EmployeeID) bool {
	return actor.Employee != "" && about == actor.Employee && access.May(actor, model.VerbRate, model.RelEvaluator)
}

// MeasureAt is the indicator in a line of the working; "" where none stands there.
func (p *Person) MeasureAt(line int) model.ElementID {
	if line < 0 || line >= len(p.Score.Steps) {
		return ""
	}
	return p.Score.Steps[line].Measure
}

// Moved reports whether results changed after the rating: what the aid came to
// then and now are not the same.
func (p *Person) Moved() bool {
	e := p.Evaluation
	return p.Err == nil && e.Result != model.NotRated && e.State != model.Final && e.Score != p.Score.Value
}

// Thin reports a rating that stands on too little of the weight for the aid to
// suggest any.
func (p *Person) Thin() bool {
	return p.Err == nil && p.Evaluation.State != model.EvaluationDraft && !p.Rules.Enough(p.Score.Share)
}

// Unexplained reports that the rating of results in e, which is the person's as
// it is seen now, would take a reason if it were given now, and has none: the
// suggestion moved, or nobody was asked when it was given. The rating stays; the
// reason is asked for when results are rated again, and sharing names it. What
// was shared stands as it was told.
func (p *Person) Unexplained(e model.Evaluation) bool {
	return p.Err == nil && !e.LocksCard() && e.Result != model.NotRated && strings.TrimSpace(e.Reason) == "" &&
		score.Asks(p.Suggested, e.Result)
}

// Rated is how many have both ratings, and how many are to have them: one's own
// counts from being rated on only, for nobody rates themselves.
func (b *Board) Rated() (n, of int) {
	for i := range b.People {
		switch p := &b.People[i]; {
		case p.Evaluation.State != model.EvaluationDraft:
			n, of = n+1, of+1
		case !p.Own:
			of++
		}
	}
	return n, of
}

// Computes reports that everybody on the board goes by a formula; ok is false
// where nobody is on it.
func (b *Board) Computes() (all, ok bool) {
	for i := range b.People {
		if !b.People[i].By.Computes() {
			return false, true
		}
	}
	return true, len(b.People) > 0
}

// Order is how the rows stand.
type Order uint8

// The orders.
const (
	ByName       Order = iota
	UnratedFirst       // then those that are not shared, received, accepted, final
	ByScore            // the lowest first; who has none last
	orders
)

// Next is the order after this one, around the end.
func (o Order) Next() Order { return (o + 1) % orders }

// Sorted returns the people that keep lets through (nil: all), in order.
func (b *Board) Sorted(by Order, keep func(i int) bool) []int {
	list := make([]int, 0, len(b.People))
	for i := range b.People {
		if keep == nil || keep(i) {
			list = append(list, i)
		}
	}
	switch by {
	case UnratedFirst:
		slices.SortStableFunc(list, func(x, y int) int {
			return int(b.People[x].Evaluation.State) - int(b.People[y].Evaluation.State)
		})
	case ByScore:
		slices.SortStableFunc(list, func(x, y int) int { return compare(b.People[x].Score.Value, b.People[y].Score.Value) })
	}
	return list
}

func compare(a, b model.Amount) int {
	x, okX := a.Get()
	y, okY := b.Get()
	switch {
	case okX != okY && okX, okX && okY && x < y:
		return -1
	case okX != okY, x > y:
		return 1
	}
	return 0
}

// Follow takes over the order of the board that was on screen before: people
// stay where they are, new ones come last, who went is left out.
func (b *Board) Follow(old *Board) {
	order, shown := make([]int, 0, len(old.Shown)), make([]bool, len(b.People))
	for _, i := range old.Shown {
		if now, ok := b.At[old.People[i].Plan.ID]; ok {
			order, shown[now] = append(order, now), true
		}
	}
	for i := range b.People {
		if _, known := old.At[b.People[i].Plan.ID]; !known && !shown[i] {
			order = append(order, i)
		}
	}
	b.Shown = order
}

// Has reports whether every word stands somewhere in line, both in small
// letters.
func Has(line string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(line, w) })
}
