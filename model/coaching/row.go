package coaching

import (
	"kinerja/model"
)

// Row is one plan as lists show it.
type Row struct {
	Coaching
	Staff  model.StaffRow
	ByName string
	Names  map[model.EmployeeID]string // of whoever owns a step or said a word
}

// Helped is one plan with what its measure did before and after, beside the same
// measure of colleagues who were not helped.
type Helped struct {
	Row        Row
	Line       Line
	Effect     Effect
	Colleagues Group // of the same unit and instrument, around the same period
}

// Item is one thing of a plan that has a day: a step, a promise or a review.
type Item struct {
	ID    model.ElementID
	Part  Part
	Text  string // of a review what was noted
	Who   string // of a promise: who gives it
	Owner model.EmployeeID
	Due   model.Date
	Done  model.Date // none: it is still ahead
}

// Part says what of a plan an item is.
type Part uint8

// The parts.
const (
	Step    Part = iota + 1 // somebody does it
	Support                 // the organisation gives it
	Look                    // both look at it: a review
)

var parts = [...]string{"", "step", "support", "review"}

// String is the word of the command line.
func (p Part) String() string { return parts[min(int(p), len(parts)-1)] }

// ParsePart reads the word of the command line.
func ParsePart(s string) (Part, bool) { return parse[Part](parts[:], s) }

// Items lists what a plan holds, steps first, each part in its order.
func (p Coaching) Items() (list []Item) {
	for _, x := range p.Steps {
		list = append(list, Item{ID: x.ID, Part: Step, Text: x.Text, Owner: x.Owner, Due: x.Due, Done: x.Done})
	}
	for _, x := range p.Promises {
		list = append(list, Item{ID: x.ID, Part: Support, Text: x.Text, Who: x.Who, Due: x.Due, Done: x.Kept})
	}
	for _, x := range p.Reviews {
		list = append(list, Item{ID: x.ID, Part: Look, Text: x.Note, Due: x.Due, Done: x.Held})
	}
	return list
}

// With returns the plan with one more thing in it. p itself is left as it was.
func (p Coaching) With(x Item) Coaching {
	switch x.Part {
	case Step:
		p.Steps = append(p.Steps[:len(p.Steps):len(p.Steps)], Task{Text: x.Text, Owner: x.Owner, Due: x.Due})
	case Support:
		p.Promises = append(p.Promises[:len(p.Promises):len(p.Promises)], Promise{Text: x.Text, Who: x.Who, Due: x.Due})
	case Look:
		p.Reviews = append(p.Reviews[:len(p.Reviews):len(p.Reviews)], Review{Due: x.Due})
	}
	return p
}

// Done returns the plan with one of its things done, kept or held on a day, and with
// a note where it is a review; model.ErrNotFound where there is no such thing. p
// itself is left as it was.
func (p Coaching) Done(id model.ElementID, on model.Date, note string) (Coaching, error) {
	p.Steps, p.Promises, p.Reviews = append([]Task(nil), p.Steps...), append([]Promise(nil), p.Promises...), append([]Review(nil), p.Reviews...)
	for i := range p.Steps {
		if p.Steps[i].ID == id {
			p.Steps[i].Done = on
			return p, nil
		}
	}
	for i := range p.Promises {
		if p.Promises[i].ID == id {
			p.Promises[i].Kept = on
			return p, nil
		}
	}
	for i := range p.Reviews {
		if p.Reviews[i].ID == id {
			p.Reviews[i].Held, p.Reviews[i].Note = on, note
			return p, nil
		}
	}
	return p, model.ErrNotFound
}
