package agenda

import (
	"slices"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/talk"
)

// Case is one post held in a period, with all that is known about it there.
// Somebody without any post is a Case too.
type Case struct {
	Staff     model.StaffRow // who it is about
	Rank      int            // their place among all by name
	Post      model.Post     // with no identity: none is held
	Evaluator model.StaffRow // of the post; zero where nobody is, or is known
	Superior  model.StaffRow // the evaluator's own evaluator
	// Line is the evaluator, the evaluator's evaluator and so on, as far as it
	// is known, up to whoever comes in it twice.
	Line       []model.EmployeeID
	Plan       model.Plan // with no identity: none was made
	Card       model.Card
	Evaluation model.Evaluation
	Talk       talk.Feedback // the check-in whose next one is still to come; zero: none
	Silent     bool          // nothing was said to them for long, and no check-in is planned
}

// figures is what the numbers of a case come to.
type figures struct {
	filled      int
	implausible int          // values beyond what is to be expected, without a reason
	share       model.Number // of the weight that is present
	stale       bool         // rated on other numbers than stand there now
	fault       bool         // they cannot be computed
}

// reckon counts a card. What was shared is not scored again: its results are
// locked, and it carries the share that it was rated on. away says why there is
// no rule set.
func (c Case) reckon(rs rules.RuleSet, away error) figures {
	var f figures
	for _, m := range c.Plan.Measures {
		e := c.Card.Entry(m.ID)
		n, ok := e.Actual.Get()
		if !ok {
			continue
		}
		f.filled++
		if e.Reason == "" && !m.Gauge.Plausible(n) {
			f.implausible++
		}
	}
	if c.Evaluation.LocksCard() {
		f.share = c.Evaluation.Share
		return f
	}
	if away != nil {
		f.fault = true
		return f
	}
	s, err := score.Of(c.Card, c.Plan, rs)
	f.share, f.fault = s.Share, err != nil
	f.stale = err == nil && c.Evaluation.State != model.EvaluationDraft &&
		(c.Evaluation.Score != s.Value || c.Evaluation.Share != s.Share)
	return f
}

// thin reports a rating on data too few for a suggestion of which nobody wrote
// on what it stands, while it can still be taken back by who gave it.
func (c Case) thin(enough bool) bool {
	return !enough && c.Evaluation.Reason == "" && c.Evaluation.State >= model.Rated && c.Evaluation.State <= model.Shared
}

// agreed reports whether the plan was agreed upon, whatever came after.
func (c Case) agreed() bool {
	return c.Plan.ID != "" && c.Plan.Holds()
}

// days are the first and last day of a period on which the post is held; none
// where it is held on all of them.
func (c Case) days(period model.Period) (first, last model.Date) {
	if first, last, split := (model.Plan{Year: period.Year()}).Spanning(c.Post).Span(period); split {
		return first, last
	}
	return 0, 0
}

// circle reports whether somebody comes back as the evaluator of an own
// evaluator: nobody could then decide between them.
func (c Case) circle() bool { return slices.Contains(c.Line, c.Staff.Employee) }
