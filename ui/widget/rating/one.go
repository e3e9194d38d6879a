package rating

import (
	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
)

// One is one person in one period, scored: what a page about them is made of.
type One struct {
	Plan     model.PlanID
	Period   model.Period
	Periods  []model.Period // in which this plan can be looked at
	Person   board.Person
	Names    map[model.EmployeeID]string
	Units    model.Units
	Outlooks []score.Outlook
}

// OneReader is what One is read from.
type OneReader interface {
	Scorecard(plan model.PlanID, p model.Period) (model.Board, error)
	UnitResults(p model.Period) (unitresult.Results, error)
}

// ReadOne reads a plan in a period, as it is seen by an actor. It reports
// ErrNotAllowed for somebody who may not be seen.
func ReadOne(desk OneReader, plan model.PlanID, p model.Period, book rules.Book, actor model.Actor) (One, error) {
	r := One{Plan: plan}
	b, err := desk.Scorecard(plan, p)
	if err != nil {
		return r, err
	}
	if len(b.Rows) == 0 {
		return r, model.ErrNotAllowed
	}
	r.Period, r.Names, r.Units, r.Person = b.Period, b.Names, b.Units, board.Made(b.Rows[0], book, actor)
	results, err := desk.UnitResults(b.Period)
	if err != nil {
		return r, err
	}
	if led, ok := results.Led(b.Units, r.Person.Staff.Employee, r.Person.Plan.Unit); ok {
		r.Person.Lead(led)
	}
	x := &r.Person
	r.Outlooks = score.Outlooks(x.Evaluation, x.Card, x.Plan, x.Score, x.Rules)
	for _, at := range b.Periods {
		if at.Year() == x.Plan.Year {
			r.Periods = append(r.Periods, at)
		}
	}
	return r, nil
}

// Undecided says of the head of a unit whose result is not decided that the aid
// suggests until then; "" for everybody else, and where the rating is computed or
// final. What a decided result suggests stands in the working.
func Undecided(l Look, r *board.Person) string {
	if r.Led == nil || r.Rules.Computes() || r.Evaluation.State == model.Final || r.ByUnit() {
		return ""
	}
	return lang.Fill(l.Text.Workplace.HeadUndecided, "unit", lang.Inert(r.Led.Unit.Name))
}
