// Package visit is what is done in half a day at one site, in the order of the
// visit: who is due, with how they stood before; conversations that were arranged;
// open steps of coaching; open objections; evidence that is missing; forms to take
// along. The notes of the visit follow as feedback.
package visit

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/followup"
)

// Part is one part of a visit.
type Part uint8

// The parts, in the order of a visit.
const (
	Due        Part = iota + 1 // whose evaluation waits for somebody
	Talks                      // check-ins that were arranged
	Coaching                   // plans with open steps
	Objections                 // not decided
	Evidence                   // actions that nothing shows yet
	Forms                      // to be printed and taken along
)

var parts = [...]string{"", "due", "talks", "coaching", "objections", "evidence", "forms"}

// String is the word of the command line.
func (p Part) String() string { return parts[min(int(p), len(parts)-1)] }

// Form is a form that is taken along.
type Form uint8

// The forms.
const (
	NoForm    Form = iota
	Document       // the evaluation document, to be signed
	Objection      // blank: the person can still object
)

var forms = [...]string{"", "document", "objection"}

// String is the word of the command line; nothing for none.
func (f Form) String() string { return forms[min(int(f), len(forms)-1)] }

// Item is one thing to do at the site.
type Item struct {
	Part   Part
	Staff  model.StaffRow
	Plan   model.PlanID
	Period model.Period

	Person *board.Person   // of Due, Evidence and Forms
	Last   *model.Standing // of Due: how they stood in the newest period rated before; nil: never
	Row    *followup.Row   // of Talks, Coaching and Objections
	Bare   int             // of Evidence: actions that nothing shows
	Form   Form            // of Forms
	Until  model.Date      // by when; none: by no day
}

// Sheet is a whole visit.
type Sheet struct {
	Unit    model.Unit
	Period  model.Period
	Periods []model.Period // in use, to choose from
	Today   model.Date
	People  int
	Items   []Item // by part, then by day and name
}

// Count is how many items a part has.
func (s Sheet) Count(p Part) (n int) {
	for _, it := range s.Items {
		if it.Part == p {
			n++
		}
	}
	return n
}

// Input is what a visit is made from. Rows are what is open of the unit's people;
// Last how they stood before.
type Input struct {
	Unit  model.Unit
	Board *board.Board
	Rows  []followup.Row
	Last  map[model.EmployeeID]model.Standing
	Today model.Date
}

// Make puts a visit together. What of an evaluation waits for somebody far away, for
// the decision about an objection, is among the objections and not among what is due.
func Make(in Input) Sheet {
	s := Sheet{Unit: in.Unit, Period: in.Board.Period, Periods: in.Board.Periods, Today: in.Today, People: len(in.Board.People)}
	for i := range in.Board.People {
		s.Items = append(s.Items, ofPerson(&in.Board.People[i], in)...)
	}
	for i := range in.Rows {
		if part, ok := partOf(in.Rows[i].Kind); ok {
			r := &in.Rows[i]
			s.Items = append(s.Items, Item{Part: part, Staff: r.Staff, Plan: r.Plan, Period: r.Period, Row: r, Until: r.Until})
		}
	}
	slices.SortStableFunc(s.Items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Form, b.Form), cmp.Compare(day(a), day(b)), cmp.Compare(a.Staff.Name, b.Staff.Name))
	})
	return s
}

func day(it Item) model.Date {
	if it.Until.IsZero() {
		return 9999_12_31
	}
	return it.Until
}

func partOf(k followup.Kind) (Part, bool) {
	switch k {
	case followup.CheckIn:
		return Talks, true
	case followup.Coaching:
		return Coaching, true
	case followup.Objection:
		return Objections, true
	}
	return 0, false
}

// ofPerson is what of one plan is due, lacks evidence, or needs a form.
func ofPerson(p *board.Person, in Input) (list []Item) {
	e := p.Evaluation
	add := func(it Item) {
		it.Staff, it.Plan, it.Period, it.Person = p.Staff, p.Plan.ID, in.Board.Period, p
		list = append(list, it)
	}
	switch next := board.NextOf(e); next.Task {
	case board.Done, board.Explain, board.Answer:
	default:
		it := Item{Part: Due, Until: next.Until}
		if st, ok := in.Last[p.Staff.Employee]; ok && st.Period.Compare(in.Board.Period) < 0 {
			it.Last = &st
		}
		add(it)
	}
	if p.Unproven > 0 && e.State < model.Final {
		add(Item{Part: Evidence, Bare: p.Unproven})
	}
	switch last := board.ObjectUntil(e); {
	case e.State == model.Shared:
		add(Item{Part: Forms, Form: Document})
	case e.State == model.Received && in.Today <= last:
		add(Item{Part: Forms, Form: Objection, Until: last})
	}
	return list
}
