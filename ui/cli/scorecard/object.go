package scorecard

import (
	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/model/score"
	"kinerja/model/survey"
	"kinerja/model/written"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/answer/basis"
)

// Object is the scorecard for programs; who is its person as every answer names
// somebody, language that of the indicators' names.
func (c Card) Object(who answer.Person, language string) answer.Card {
	suggested, _ := c.suggested()
	o := answer.Card{
		Schema: answer.Schema, Employee: who, Period: c.Period, Plan: c.Plan.ID,
		Score: answer.Fixed(c.Score.Value), Share: c.Score.Share, Suggested: answer.OrNull(suggested.String()), Why: c.why(),
		Result: answer.OrNull(c.Evaluation.Result.String()), Behaviour: answer.OrNull(c.Evaluation.Behaviour.String()),
		Predicate: answer.OrNull(c.Evaluation.Predicate.String()), State: c.Evaluation.State.String(), RuleSet: c.Score.RuleSet,
		Reason: answer.OrNull(c.Evaluation.Reason), Words: answer.Words(c.Evaluation.Words),
		Steps: []answer.Step{}, Change: []answer.Change{},
	}
	for _, st := range c.Score.Steps {
		o.Steps = append(o.Steps, answer.Step{
			Code: st.Gauge.Code, Name: st.Gauge.Name.In(language), Target: st.Gauge.Target, Actual: written.Reached(st.Entry()),
			Reached: answer.Fixed(st.Reached), Cap: st.Cap, Weight: st.Gauge.Weight, Adds: answer.Fixed(st.Adds), Note: answer.NoteOf(st.Note), Origin: origin(st), Part: part(st.Gauge), Gain: basis.GainOf(st.Entry(), c.Gain),
			Observations: basis.Observations(st.Entry()),
			Evidence:     c.Actions.EvidenceOf(c.Plan, st.Measure),
		})
	}
	if c.Evaluation.Computed.Present() {
		if g, _, err := c.grade(); err == nil {
			o.Computed = answer.GradeOf(g, c.Evaluation.Idea)
		}
	}
	o.Leave = leave.During(c.Plan, c.Period)
	o.Notes, o.Recommendation = answer.Notes(c.Evaluation), answer.OrNull(c.Evaluation.Note)
	for _, way := range c.outlooks() {
		o.Change = append(o.Change, answer.ChangeOf(way))
	}
	return o
}

// part is the part of the period that the target is of; null for the whole.
func part(g model.Gauge) *model.Part {
	if g.Part.Days == 0 {
		return nil
	}
	return &g.Part
}

// origin is the survey that a value was taken from, as the entry has it; null
// where the value was typed.
func origin(st score.Step) *string {
	if _, ok := survey.Taken(st.Entry()); ok {
		return answer.OrNull(st.Source)
	}
	return nil
}

// why says where the suggestion for the head of a unit comes from; null for everybody
// else.
func (c Card) why() *answer.Why {
	if c.Led == nil || c.Rules.Computes() || c.Evaluation.State == model.Final {
		return nil
	}
	args := map[string]any{"unit": c.Led.Unit.Name, "unit_id": c.Led.Unit.ID, "aid": answer.OrNull(c.Score.Suggested.String())}
	if _, byUnit := c.suggested(); !byUnit {
		return &answer.Why{Code: "unit_undecided", Args: args}
	}
	args["result"], args["verified"] = c.Led.Grade.String(), false
	return &answer.Why{Code: "unit_result", Args: args}
}
