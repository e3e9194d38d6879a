package sample

import (
	"kinerja/model"
	"kinerja/model/sample/dice"
	"kinerja/model/sample/said"
	"kinerja/model/score"
)

func wordID(act model.Verb) model.ElementID {
	return model.ElementID(model.ReadyID("word", string(act)))
}

// evaluation rates a card by the aid, or against it with a reason, and moves it
// as far as it has come today, with what was objected to it. It reports false where
// nothing was rated yet.
func (d District) evaluation(s self, post model.Post, plan model.Plan, card model.Card, q quarter) (model.Evaluation, []any, bool) {
	throw := dice.For(q.seed, forRatings)
	term := d.terms[q.t]
	script := s.scripted[term.period.String()]
	aid, err := score.Of(card, plan, d.rules)
	if err != nil || term.now && !script.rated && (aid.Share < model.Int(100) || !throw.Chance(7) || len(s.scripted) > 0) {
		return model.Evaluation{}, nil, false
	}
	last := term.last
	if post.To != 0 {
		last = min(last, post.To)
	}
	e := model.Evaluation{
		ID: model.EvaluationOf(plan.ID, term.period), Plan: plan.ID, Employee: s.id, Unit: post.Unit,
		Evaluator: d.evaluatorOf(s, post, last), Period: term.period,
		Suggested: aid.Suggested, RuleSet: aid.RuleSet, Score: aid.Value, Share: aid.Share,
	}
	e.Result, e.Reason = judged(&throw, aid)
	e.Behaviour = behaved(&throw, s, q.t)
	if script.rated {
		e.Result, e.Reason, e.Behaviour = aid.Suggested, "", script.behaviour
	}
	e.Predicate = d.rules.Predicate(e.Result, e.Behaviour)
	var followed []any
	if disputed, o, ok := d.objected(s, e); ok {
		e, followed = disputed, []any{o}
	} else {
		e = d.moved(&throw, e, term, progress(&throw, q.t, len(d.terms)))
	}
	if e.State == model.Final {
		e.Frozen = &model.Frozen{Measures: plan.Measures, Entries: card.Entries, Rules: d.digest}
	}
	return e, followed, true
}

// judged is the rating of results: mostly what the aid suggests, sometimes not,
// and then with the reason.
func judged(d *dice.Dice, aid score.Score) (model.Rating, string) {
	value := aid.Value.Or(0)
	switch s := aid.Suggested; {
	case s == model.NotRated:
		return model.Meets, dice.Pick(d, said.NoData)
	case s == model.Below && value >= model.Int(86) && d.Chance(25),
		s == model.Meets && value >= model.Int(106) && d.Chance(35):
		return s + 1, dice.Pick(d, said.Higher)
	case s == model.Above && d.Chance(12):
		return s - 1, dice.Pick(d, said.Lower)
	}
	return aid.Suggested, ""
}

// behaved is the rating of behaviour. Who does well mostly behaves well; the
// dice know exceptions both ways.
func behaved(d *dice.Dice, s self, t int) model.Rating {
	level := s.ability() + courses[s.seat.story][t]
	bad := 2
	if s.seat.story == falling && t == 2 {
		bad = 40
	}
	switch n := d.Below(100); {
	case n < bad:
		return model.Below
	case n < bad+30+level/4:
		return model.Above
	}
	return model.Meets
}

// progress is how far an evaluation of term t has come: all of the first are
// final, those of the last only rated.
func progress(d *dice.Dice, t, terms int) model.EvaluationState {
	n := d.Below(100)
	switch {
	case t == terms-1:
		return model.Rated
	case t == terms-2 && n < 4:
		return model.Shared
	case t == terms-2 && n < 8:
		return model.Received
	case t == terms-2 && n < 14, t == terms-3 && n < 3:
		return model.Accepted
	}
	return model.Final
}

// moved takes an evaluation from state to state on plausible working days. Whoever
// works here types it all: what others said, evaluators of other units among them,
// from the signed paper.
func (d District) moved(throw *dice.Dice, e model.Evaluation, t term, to model.EvaluationState) model.Evaluation {
	on := t.last
	for _, step := range []struct {
		to       model.EvaluationState
		verb     model.Verb
		low, top int // days after the step before
	}{
		{model.Rated, model.VerbRate, 1, 9},
		{model.Shared, model.VerbShare, 1, 4},
		{model.Received, model.VerbReceive, 0, 3},
		{model.Accepted, model.VerbAccept, 1, 7},
		{model.Final, model.VerbFinalise, 1, 4},
	} {
		if step.to > to {
			break
		}
		on = min(said.Workday(on.Add(throw.Between(step.low, step.top))), today)
		w := model.Word{ID: wordID(step.verb), Whose: e.Evaluator, By: d.Head(), On: on}
		paper := t.sheet
		if step.to == model.Received || step.to == model.Accepted {
			w.Whose, paper = e.Employee, t.document
		}
		if w.Whose != w.By {
			w.Via, w.Document = model.Recorded, paper
		}
		next, err := e.Move(step.to, w)
		if err != nil {
			break
		}
		e = next
	}
	return e
}
