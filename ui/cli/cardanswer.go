package cli

import (
	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/ui/cli/answer"
)

func (s subject) who() answer.Person {
	e := s.person.Employee
	return answer.Person{ID: e.ID, NIP: e.Number, Name: e.FullName(), Position: s.post.Position, Unit: s.unit.Name}
}

func (c *call) cardObject(s subject, sc score.Score, rs rules.RuleSet) answer.Card {
	o := answer.Card{
		Schema: answer.Schema, Employee: s.who(), Period: s.period, Plan: s.plan.ID,
		Score: answer.Fixed(sc.Value), Share: sc.Share, Suggested: answer.OrNull(sc.Suggested.String()),
		Result: answer.OrNull(s.eval.Result.String()), Behaviour: answer.OrNull(s.eval.Behaviour.String()),
		Predicate: answer.OrNull(s.eval.Predicate.String()), State: s.eval.State.String(), RuleSet: sc.RuleSet,
		Reason: answer.OrNull(s.eval.Reason), Words: answer.Words(s.eval.Words),
		Steps: []answer.Step{}, Change: []answer.Change{},
	}
	for _, st := range sc.Steps {
		o.Steps = append(o.Steps, answer.Step{
			Code: st.Gauge.Code, Name: st.Gauge.Name.In(c.text.Code), Target: st.Gauge.Target, Actual: st.Actual,
			Reached: answer.Fixed(st.Reached), Cap: st.Cap, Weight: st.Gauge.Weight, Adds: answer.Fixed(st.Adds), Note: answer.NoteOf(st.Note),
		})
	}
	to, list := nextChange(s, sc, rs)
	for _, p := range list {
		ch := answer.Change{Rating: to.String(), Score: answer.Fixed(model.Some(p.Score)), Values: []answer.Wish{}}
		for _, w := range p.Values {
			ch.Values = append(ch.Values, answer.Wish{Code: w.Code, From: w.From, To: w.To})
		}
		o.Change = append(o.Change, ch)
	}
	return o
}
