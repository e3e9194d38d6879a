package sample

import (
	"fmt"
	"slices"
	"time"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/sample/dice"
	"kinerja/model/sample/said"
	"kinerja/model/talk"
)

// conversation makes what was said to somebody. Each answer is to the line
// before it.
func (d District) conversation(s self, p Person) (list []talk.Feedback) {
	for _, l := range d.lines(s) {
		post, plan, ok := heldOn(p, l.On)
		if !ok || post.Evaluator == "" {
			continue
		}
		by := d.evaluatorOf(s, post, l.On)
		f := talk.Feedback{
			ID: model.FeedbackID(model.ReadyID("feedback", fmt.Sprint(s.index), fmt.Sprint(len(list)))), Employee: s.id, Kind: l.Kind,
			Text: l.Text, Agreed: l.Agreed, Next: l.Next, At: written(l.On, len(list)),
			Word: model.Word{Whose: by, By: by, On: l.On},
		}
		if l.Kind == talk.Answer {
			if len(list) == 0 {
				continue
			}
			f.To, f.Word.Whose, f.Word.Via, f.Word.Document = list[len(list)-1].ID, s.id, model.Recorded, l.Paper
		}
		if m, ok := plan.Measure(l.About); ok {
			f.Plan, f.Measure, f.Code = plan.ID, m.ID, m.Gauge.Code
		} else if behaviour(l.About) {
			f.Value = l.About
		}
		list = append(list, f)
	}
	return list
}

// heldOn is the post that somebody held on a day, and its plan of that year.
func heldOn(p Person, on model.Date) (model.Post, model.Plan, bool) {
	post, ok := model.MainPost(p.Posts, on, on)
	if !ok {
		return post, model.Plan{}, false
	}
	for _, plan := range p.Plans {
		if plan.ID == model.PlanOf(post.ID, on.Year()) {
			return post, plan, true
		}
	}
	return post, model.Plan{}, false
}

// written is when the nth item of a conversation was typed: in the morning of
// its day.
func written(on model.Date, n int) int64 {
	return time.Date(on.Year(), time.Month(on.Month()), on.Day(), 2, 10+n, 0, 0, time.UTC).UnixNano()
}

// lines is what was said to somebody: the cast's own, what belongs to a story,
// and to some of the others a word now and then.
func (d District) lines(s self) []said.Line {
	if m, ok := d.member(s); ok && m.name != sari {
		return said.Cast(m.name)
	}
	throw := dice.For(s.index, forTalks)
	switch s.seat.story {
	case rising:
		return said.Rising(throw.Between, today)
	case falling:
		return said.Falling(throw.Between, today)
	case newcomer:
		return said.Newcomer(throw.Between, joinDay, today)
	}
	if s.offset <= educationOffice || !throw.Chance(40) {
		return nil
	}
	return said.Now(throw.Between, s.seat.unit >= firstClinic && s.seat.unit <= thirdClinic, s.seat.unit >= juniorSchool)
}

// behaviour reports whether a code is that of one of the seven values.
func behaviour(code string) bool {
	return slices.ContainsFunc(rules.Behaviours(), func(b rules.Behaviour) bool { return b.Code == code })
}
