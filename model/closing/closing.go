// Package closing says when the period of a unit is closed: what was entered,
// rated and shared for it stands, until somebody opens it again with a reason.
//
// # Which units
//
// Closing a unit closes those below it that have no head of their own: a pustu
// without one is part of its puskesmas, a puskesmas under the office is not. The
// units are kept with the closing, so that a head who is named later opens
// nothing. A period is closed by itself: the quarter leaves its months and its
// year as they are.
//
// # Which verbs
//
// What makes the numbers and the judgement is refused once it is closed: to
// enter and to set targets, to rate and to note, to share and to withdraw (see
// [Locks]). What belongs to the member of staff runs on, for a law gives it its
// time and no evaluator may cut it short: to receive, to accept, to object within
// 14 days (PP 30/2019), to decide upon that, and to make final what came through.
// The conversation goes on as well.
package closing

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/agenda"
)

// ID names one closing: a unit and a period.
type ID string

// IDOf is the same at every site.
func IDOf(unit model.UnitID, p model.Period) ID {
	return ID(model.ReadyID("closing", string(unit), p.String()))
}

// Closing is what was done about the end of one period in one unit.
type Closing struct {
	ID     ID             `cbor:"1,keyasint" json:"id"`
	Unit   model.UnitID   `cbor:"2,keyasint,omitempty" json:"unit"`
	Period model.Period   `cbor:"3,keyasint,omitempty" json:"period"`
	Acts   []Act          `cbor:"4,keyasint,omitempty" json:"acts"`  // closed, opened again, closed …
	Units  []model.UnitID `cbor:"5,keyasint,omitempty" json:"units"` // that it holds for, the unit itself among them
	Void   bool           `cbor:"6,keyasint,omitempty" json:"-"`
}

// Act is one closing or opening again.
type Act struct {
	ID     model.ElementID  `cbor:"1,keyasint" json:"id"`
	Opens  bool             `cbor:"2,keyasint,omitempty" json:"opens"` // it opens the period again
	By     model.EmployeeID `cbor:"3,keyasint,omitempty" json:"by"`    // "": the owner of the file
	On     model.Date       `cbor:"4,keyasint,omitempty" json:"on"`
	Reason string           `cbor:"5,keyasint,omitempty" json:"reason"` // needed to open, and where something was left
	Left   []Left           `cbor:"6,keyasint,omitempty" json:"left"`   // what stood in the way and was accepted
}

// Left is one thing that stood in the way of closing.
type Left struct {
	ID       model.ElementID  `cbor:"1,keyasint" json:"id"`
	Employee model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Plan     model.PlanID     `cbor:"3,keyasint,omitempty" json:"plan"`
	Kind     string           `cbor:"4,keyasint,omitempty" json:"kind"` // word of the agenda.Kind
	Head     bool             `cbor:"5,keyasint,omitempty" json:"head"` // it is about the unit's head: no reason is asked for it
}

// Order says which period of which unit is closed or opened, and why.
type Order struct {
	Unit   model.UnitID // "": the only one at the top of the tree
	Period model.Period
	Reason string
}

// Preview is what closing would be about.
type Preview struct {
	Unit      model.Unit
	Period    model.Period
	Units     []model.UnitID // that it would hold for
	Obstacles []agenda.Obstacle
	Closing   Closing // what was done so far
}

// Standing is a closing as lists show it: with the names in it.
type Standing struct {
	Closing Closing
	Unit    model.Unit
	By      string // who did the last act; "": the owner of the file
}

// Last is the act that counts; false where there is none.
func (c Closing) Last() (Act, bool) {
	if len(c.Acts) == 0 || c.Void {
		return Act{}, false
	}
	return c.Acts[len(c.Acts)-1], true
}

// Closed reports whether the period is closed.
func (c Closing) Closed() bool {
	a, ok := c.Last()
	return ok && !a.Opens
}

// Covers reports whether it is closed for a unit.
func (c Closing) Covers(unit model.UnitID) bool { return c.Closed() && slices.Contains(c.Units, unit) }

// Covered lists the unit and those below it without a head of their own, in the
// order of identities. Who heads the unit itself is nobody else.
func Covered(tree model.Units, top model.UnitID) []model.UnitID {
	var list []model.UnitID
	for id := range tree {
		if within(tree, id, top) {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return list
}

func within(tree model.Units, id, top model.UnitID) bool {
	path := tree.Path(id)
	i := slices.IndexFunc(path, func(u model.Unit) bool { return u.ID == top })
	if i < 0 {
		return false
	}
	return !slices.ContainsFunc(path[i+1:], func(u model.Unit) bool { return u.Head != "" && u.Head != path[i].Head })
}

// In lists what stands in the way of closing units: what is about a post there.
// Who holds no post anywhere stands in nobody's way.
func In(units []model.UnitID, all []agenda.Obstacle) []agenda.Obstacle {
	return slices.DeleteFunc(slices.Clone(all), func(o agenda.Obstacle) bool { return !slices.Contains(units, o.Unit) })
}

// MostReason is how many characters the reason of an act may have.
const MostReason = 4_000

// Close closes the period by an act, for units. It reports ErrFuture while the
// period lasts, ErrNothing where it is closed already, and ErrReason where
// something is left and no reason is written. What is about the unit's head is for
// somebody above to move on, and needs none.
func Close(c Closing, units []model.UnitID, a Act) (Closing, error) {
	switch {
	case a.On <= c.Period.Last():
		return c, &model.FieldError{Field: "periode", Value: c.Period.String(), Err: model.ErrFuture}
	case c.Closed():
		return c, model.ErrNothing
	case slices.ContainsFunc(a.Left, func(l Left) bool { return !l.Head }) && strings.TrimSpace(a.Reason) == "":
		return c, model.ErrReason
	}
	if err := model.CheckText(a.Reason, MostReason, "\n"); err != nil {
		return c, &model.FieldError{Field: "reason", Err: err}
	}
	a.Opens = false
	c.Units, c.Acts = units, append(slices.Clone(c.Acts), a)
	return c, nil
}

// Reopen opens the period again by an act. It reports ErrNothing where it is
// open, and ErrReason without a reason.
func Reopen(c Closing, a Act) (Closing, error) {
	switch {
	case !c.Closed():
		return c, model.ErrNothing
	case strings.TrimSpace(a.Reason) == "":
		return c, model.ErrReason
	}
	if err := model.CheckText(a.Reason, MostReason, "\n"); err != nil {
		return c, &model.FieldError{Field: "reason", Err: err}
	}
	a.Opens, a.Left = true, nil
	c.Acts = append(slices.Clone(c.Acts), a)
	return c, nil
}

// Locks reports whether a verb is refused in a closed period.
func Locks(v model.Verb) bool {
	switch v {
	case model.VerbEnter, model.VerbPlanAction, model.VerbRealiseAction, model.VerbEvidence, model.VerbEditPlan, model.VerbRate, model.VerbNote, model.VerbShare, model.VerbWithdraw:
		return true
	}
	return false
}
