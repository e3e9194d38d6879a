// Package sample makes the district of Bukitintan: a health office with three
// puskesmas, an education office with three schools, 120 people and four
// quarters of results, for the demonstration, for trying things out, and, with
// many more people, for tests and measurements.
//
// It promises that the same number of people gives the same records, on every
// machine and in every release that leaves this package and the ready
// instruments as they are; that every record passes its own Check and every
// evaluation is what score.Of and the rule set in force make of its card; and
// that people come one at a time, so that 100,000 need no more memory than one.
// Bukitintan is no place, and everybody in it is thrown by dice.
package sample

import (
	"fmt"
	"iter"
	"slices"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/catalogue"
	"kinerja/model/leave"
	"kinerja/model/rules"
	"kinerja/model/sample/culture"
	"kinerja/model/talk"
)

// District is a sample of so many people. It is a plain description: records
// are made when they are asked for.
type District struct {
	people      int
	seats       []seat
	pools       []culture.Culture
	cast        map[string]member
	spelled     map[string]spelled
	instruments []model.Instrument
	rules       rules.RuleSet
	digest      []byte
	terms       []term
	retired     int // seat of the former head of the third clinic
}

// Person is everything on record about somebody. Cards are in the order of
// plans and periods; so are the evaluations.
type Person struct {
	Employee    model.Employee
	Posts       []model.Post
	Leaves      []leave.Leave
	Plans       []model.Plan
	Cards       []model.Card
	Evaluations []model.Evaluation
	Talks       []talk.Feedback // what was said, the oldest first
	Actions     []action.Sheet
	Own         []assessment.Assessment // how they see their own work
	Followed    []any                   // objections and coaching plans
}

// New returns the sample with exactly so many people, but never fewer than the
// 120 of Bukitintan.
func New(people int) District {
	rs := rules.PermenPANRB6()
	d := District{
		people: max(people, blockSize), seats: seats(), pools: culture.All(), cast: castOfBukitintan(),
		spelled: spelledOut(), instruments: instruments(), rules: rs, digest: rs.Digest(), terms: terms(),
	}
	d.retired = slices.IndexFunc(d.seats, func(s seat) bool { return s.story == retired })
	return d
}

// Len is how many people there are.
func (d District) Len() int { return d.people }

// Today is the day on which the sample stands still: the third quarter of 2026
// has just ended and is being worked on.
func (d District) Today() model.Date { return today }

const today = model.Date(2026_10_05)

// Head is the person at the keyboard in the demonstration: dr. Sari Wulandari,
// head of Puskesmas Tanjung Raya.
func (d District) Head() model.EmployeeID { return employeeID(firstClinic) }

// Instruments returns the ready instruments, frozen, since plans use them.
func (d District) Instruments() []model.Instrument {
	list := instruments()
	for i := range list {
		list[i].Frozen = true
	}
	return list
}

// instruments are the first of the ready ones, and that of a teacher of one
// subject, who measures how much the pupils learnt.
func instruments() []model.Instrument {
	list := catalogue.First()
	for _, in := range catalogue.All() {
		if in.Code == "GURUMP" {
			list = append(list, in)
		}
	}
	return list
}

// Units returns every unit, each after its parent. A unit of a block that is
// cut short exists as soon as it has a head.
func (d District) Units() []model.Unit {
	var list []model.Unit
	for first := 0; first < d.people; first += blockSize {
		for u := 0; u < unitCount && first+u < d.people; u++ {
			list = append(list, unit(first/blockSize, u))
		}
	}
	return list
}

// People yields everybody, one at a time, heads of units first in each block.
func (d District) People() iter.Seq[Person] {
	return func(yield func(Person) bool) {
		for i := range d.people {
			if !yield(d.person(i)) {
				return
			}
		}
	}
}

// Records yields every record of the sample: units, instruments, then each
// person with posts, leave, plans, action plans, cards, evaluations, own assessments, what was said and what followed, last what was
// decided, asked and held beside them. A record refers only to earlier ones; but a unit's head and a post's or evaluation's evaluator may
// come later.
func Records(d District) iter.Seq[any] {
	return func(yield func(any) bool) {
		if !each(d.Units(), yield) || !each(d.Instruments(), yield) {
			return
		}
		for p := range d.People() {
			if !yield(p.Employee) || !each(p.Posts, yield) || !each(p.Leaves, yield) || !each(p.Plans, yield) || !each(p.Actions, yield) ||
				!each(p.Cards, yield) || !each(p.Evaluations, yield) || !each(p.Own, yield) || !each(p.Talks, yield) || !each(p.Followed, yield) {
				return
			}
		}
		each(d.occasions(), yield)
	}
}

func each[T any](list []T, yield func(any) bool) bool {
	for _, x := range list {
		if !yield(x) {
			return false
		}
	}
	return true
}

func employeeID(person int) model.EmployeeID {
	return model.EmployeeID(model.ReadyID("employee", fmt.Sprint(person)))
}

func postID(person, n int) model.PostID {
	return model.PostID(model.ReadyID("post", fmt.Sprint(person), fmt.Sprint(n)))
}

func unitID(block, u int) model.UnitID {
	return model.UnitID(model.ReadyID("unit", fmt.Sprint(block), fmt.Sprint(u)))
}

// What the dice are thrown for, so that a change in how one thing is made leaves
// all others as they were.
const (
	forPerson uint64 = iota + 1
	forResults
	forRatings
	forAbility
	forTalks

	// With this one no two people of Bukitintan have the same name, and names
	// of one word and very long ones are among them.
	forName uint64 = 2289
)
