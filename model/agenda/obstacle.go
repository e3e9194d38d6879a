package agenda

import (
	"kinerja/model"
	"kinerja/model/board"
)

// DueKind says what happens on a date.
type DueKind uint8

// The kinds of dates.
const (
	NoDue     DueKind = iota // no rule gives one
	PeriodEnd                // the period ends
	PostEnd                  // the post ends within the period: what was reached in it is rated at once
	Objection                // the last day for an objection
	Talk                     // the next check-in was agreed upon for that day
)

// Due is a date by which something matters.
type Due struct {
	Kind DueKind
	On   model.Date
}

// before orders dates by urgency; no date comes last.
func (d Due) before(other Due) bool {
	return d.On != 0 && (other.On == 0 || d.On < other.On)
}

// Obstacle is one thing that stands in the way of closing a period.
type Obstacle struct {
	Kind       Kind
	Staff      model.StaffRow
	Unit       model.UnitID // of the post that it is about
	Post       model.PostID
	Plan       model.PlanID
	Instrument model.InstrumentID
	State      model.EvaluationState
	First      model.Date // days of the period on which the post is held; none: all of them
	Last       model.Date
	N, Of      int  // indicators that have a value, or are implausible, of how many
	Enough     bool // Missing: what is there is enough for a suggestion

	By    By
	Actor model.EmployeeID // who must act; "" where that is nobody in particular
	Name  string           // and their name
	Due   Due

	Rank int // of who it is about, among all by name

	// Head: it is about whoever heads the unit that the agenda is about. Somebody
	// above moves that on, and it keeps nobody from closing the unit's period.
	Head bool
}

// first reports whether o comes before other where one of the two is shown: what
// is due first, then by name.
func (o Obstacle) first(other Obstacle) bool {
	return o.Due.before(other.Due) || !other.Due.before(o.Due) && o.Rank < other.Rank
}

// Blocking counts what keeps a unit's period from being closed without a reason.
func Blocking(list []Obstacle) (n int) {
	for _, o := range list {
		if !o.Head {
			n++
		}
	}
	return n
}

// obstacles lists what stands in the way of one case.
func obstacles(c Case, f figures, enough bool, period model.Period) []Obstacle {
	var list []Obstacle
	add := func(k Kind) {
		o := Obstacle{
			Kind: k, Staff: c.Staff, Rank: c.Rank, Unit: c.Post.Unit, Post: c.Post.ID, Plan: c.Plan.ID, Instrument: c.Plan.Instrument,
			State: c.Evaluation.State, N: f.filled, Of: len(c.Plan.Measures), Enough: enough, By: k.by(c), Due: k.due(c, period),
		}
		if k == Implausible {
			o.N = f.implausible
		}
		switch o.By {
		case ByStaff:
			o.Actor, o.Name = c.Staff.Employee, c.Staff.Name
		case ByEvaluator:
			o.Actor, o.Name = c.Evaluator.Employee, c.Evaluator.Name
		case BySuperior:
			o.Actor, o.Name = c.Superior.Employee, c.Superior.Name
		}
		o.First, o.Last = c.days(period)
		list = append(list, o)
	}
	if c.Post.ID == "" {
		add(NoPost)
		return list
	}
	if k, wrong := lineFault(c); wrong {
		add(k)
	}
	if c.Plan.ID != "" && !c.agreed() {
		add(PlanOpen)
	}
	if f.implausible > 0 && !c.Evaluation.LocksCard() {
		add(Implausible)
	}
	if c.thin(enough) {
		add(Thin)
	}
	if k, open := next(c, f); open {
		add(k)
	}
	return list
}

// lineFault says what is wrong with who evaluates, while that matters.
func lineFault(c Case) (Kind, bool) {
	switch {
	case c.Evaluation.State == model.Final:
		return 0, false
	case c.Post.Evaluator == "":
		return NoEvaluator, true
	case c.Evaluator.Employee == "" || c.Evaluator.Void:
		return EvaluatorGone, true
	}
	return Circle, c.circle()
}

// next is the step that a case waits for; false when it is final.
func next(c Case, f figures) (Kind, bool) {
	if c.Plan.ID == "" {
		return NoPlan, true
	}
	switch c.Evaluation.State {
	case model.EvaluationDraft:
		switch {
		case f.filled < len(c.Plan.Measures):
			return Missing, true
		case f.fault:
			return Unscored, true
		}
		return NotRated, true
	case model.Rated, model.Reviewed:
		switch {
		case f.fault:
			return Unscored, true
		case f.stale:
			return Stale, true
		}
		return NotShared, true
	case model.Shared:
		return NotReceived, true
	case model.Received:
		return NotAccepted, true
	case model.Objected:
		return Objected, true
	case model.Explained:
		return Explained, true
	}
	return NotFinal, c.Evaluation.State != model.Final
}

// due is the date that a rule gives for acting on an obstacle.
func (k Kind) due(c Case, period model.Period) Due {
	switch k {
	case NotShared:
		if _, last := c.days(period); last != 0 && last < period.Last() {
			return Due{PostEnd, last}
		}
	case Missing, Implausible, Unscored, NotRated, Stale, Thin:
		if _, last := c.days(period); last != 0 && last < period.Last() {
			return Due{PostEnd, last}
		}
		return Due{PeriodEnd, period.Last()}
	case NotAccepted:
		if on := board.ObjectUntil(c.Evaluation); on != 0 {
			return Due{Objection, on}
		}
	}
	return Due{}
}
