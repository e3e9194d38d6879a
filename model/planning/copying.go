package planning

import (
	"slices"

	"kinerja/model"
)

// CopyOrder says whose plan of the year before becomes the draft of a year.
type CopyOrder struct {
	Plan model.PlanID // the plan to copy
	Year int          // the year of the draft
}

// Copied is a draft made from a plan of another year.
type Copied struct {
	Plan   model.Plan
	Newest model.Instrument // where a version newer than the plan's own stands; else none
}

// Copy returns the plan of a post for another year, as a draft: with the
// results, the measures and their targets, what was expected of behaviour, and
// the annex that were agreed upon last. Elements keep their identities, so that
// the years can be compared. serve says which results of the superior the
// copied ones contribute to in the new year.
func Copy(old model.Plan, post model.Post, year int, serve func(model.Served) model.Served) model.Plan {
	if list := Agreed(old); len(list) > 0 {
		last := list[len(list)-1]
		old.Instrument, old.Version, old.Measures, old.Outline = last.Instrument, last.Version, last.Measures, last.Outline
	}
	p := model.Plan{
		ID: model.PlanOf(post.ID, year), Post: post.ID, Employee: post.Employee, Unit: post.Unit, Year: year,
		Instrument: old.Instrument, Version: old.Version, RuleSet: old.RuleSet, Measures: slices.Clone(old.Measures), Outline: old.Outline,
	}
	p.Outline.Outcomes = slices.Clone(p.Outline.Outcomes)
	for i, x := range p.Outline.Outcomes {
		p.Outline.Outcomes[i].Serves = serve(x.Serves)
	}
	return p.Spanning(post)
}

// Carry is what a link to the superior's results becomes in another year: the
// same results, where the superior's plan of that year has them; else their
// texts, as they stood in the old plan.
func Carry(s model.Served, old, now model.Plan) model.Served {
	if s.Plan == "" {
		return s
	}
	kept := model.Served{Text: s.Text}
	for _, id := range s.Outcomes {
		if _, ok := now.Outline.Outcome(id); ok {
			kept.Plan, kept.Outcomes = now.ID, append(kept.Outcomes, id)
			continue
		}
		if x, ok := old.Outline.Outcome(id); ok {
			kept.Text = joined(kept.Text, x.Text)
		}
	}
	return kept
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}
