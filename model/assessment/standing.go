package assessment

import (
	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// Standing is an assessment as one reader may see it.
type Standing struct {
	// Assessment is whole for its person, and for others once both are in; before
	// that it is the empty one, whether something was written or not.
	Assessment Assessment
	Own        bool // the reader is the person whom it is about
	Handed     bool // it was handed in; others know no more of it
	Open       bool // both are in, and the reader may see both

	Plan  model.Plan // as it holds in the period
	Staff model.StaffRow
	Names map[model.EmployeeID]string // of whoever typed or took part
	Card  model.Card
	// Evaluation is the evaluator's side. The person's is empty until it is shared.
	Evaluation model.Evaluation

	Write  error // why the person cannot write on it now; nil: they can
	Reopen error // why they cannot take it back
	Record error // why the reader cannot type it from a paper
}

// For is what a reader sees of an assessment and of the evaluation beside it. own
// says that the reader is its person.
func For(a Assessment, plan model.Plan, e model.Evaluation, own bool) Standing {
	st := Standing{Own: own, Handed: a.State == Submitted, Plan: plan.In(a.Period), Evaluation: e, Open: a.In(e)}
	st.Assessment = a
	if own && e.State < model.Shared {
		st.Open = false
		st.Evaluation = model.Evaluation{ID: e.ID, Plan: e.Plan, Employee: e.Employee, Unit: e.Unit, Period: e.Period}
	}
	if !own && !st.Open {
		st.Assessment = New(plan, a.Period)
	}
	return st
}

// Part is one of the three parts of an assessment.
type Part uint8

// The parts.
const (
	Overall Part = iota
	Measures
	Values
)

// Row is one thing that both look at: what the person says of it, and what stands
// on the other side.
type Row struct {
	Part Part
	ID   model.ElementID // of the measure, the code of the value; over all: "result", "behaviour"
	Own  Remark
	// Other is, over all, the evaluator's rating; of a measure, what its result
	// suggests by the bounds of the aid; of a value nothing, for there the
	// evaluator has notes.
	Other   model.Rating
	Reached model.Amount // of a measure: per cent of the target
	Note    string       // of a value: what the evaluator noted
}

// Differs reports two ratings that are not the same: that is talked about first.
func (r Row) Differs() bool {
	return r.Own.Rating != model.NotRated && r.Other != model.NotRated && r.Own.Rating != r.Other
}

// What rows over all are called.
const (
	OverResult    model.ElementID = "result"
	OverBehaviour model.ElementID = "behaviour"
)

// Rows puts both sides beside each other: first the two ratings over all, then
// measures and values in their order. Where the reader may not see the evaluator's
// side there is none; s is the aid of the card, rs what it is read by.
func (st Standing) Rows(s score.Score, rs rules.RuleSet) []Row {
	c, e := st.Assessment.Content, st.Evaluation
	list := []Row{
		{ID: OverResult, Own: Remark{ID: OverResult, Rating: c.Result}, Other: e.Result},
		{ID: OverBehaviour, Own: Remark{ID: OverBehaviour, Rating: c.Behaviour}, Other: e.Behaviour},
	}
	for _, m := range st.Plan.Measures {
		r := Row{Part: Measures, ID: m.ID, Own: On(c.Measures, m.ID)}
		for _, step := range s.Steps {
			if step.Measure == m.ID {
				r.Reached = step.Reached
			}
		}
		if st.Open {
			r.Other = rs.Suggest(r.Reached, full)
		}
		list = append(list, r)
	}
	for _, v := range rules.Behaviours() {
		id := model.ElementID(v.Code)
		list = append(list, Row{Part: Values, ID: id, Own: On(c.Values, id), Note: e.On(id)})
	}
	if !st.Open {
		for i := range list {
			list[i].Other, list[i].Note = model.NotRated, ""
		}
	}
	return list
}

// full is the whole weight: of one measure all of it is there.
const full = model.Number(100_0000)

// Differing counts the rows that are talked about first.
func Differing(rows []Row) (n int) {
	for _, r := range rows {
		if r.Differs() {
			n++
		}
	}
	return n
}
