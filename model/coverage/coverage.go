// Package coverage says whether everybody is evaluated once for every day on which
// they hold a post: who would be twice, who not at all, and by whom nobody.
//
// What it promises: each day of a period on which somebody holds a post of their
// own (not acting) belongs to exactly one plan of a post held on that day, or to a
// finding that names it. A day between two such posts is named too.
package coverage

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/leave"
)

// Kind is what is found about some days of somebody.
type Kind uint8

// The kinds.
const (
	Twice         Kind = iota // the days belong to two plans
	Gap                       // between two posts nobody holds one
	NoPlan                    // the post has no plan
	PlanDays                  // the plan is about other days than the post
	NoEvaluator               // the post names no evaluator
	EvaluatorGone             // the evaluator is on no list any more
	EvaluatorLeft             // the evaluator is there no longer on the last day of the part
	OnLeave                   // away: no fault, and said for whoever reads the numbers
	Kinds                     // how many there are
)

var kinds = [...]string{"twice", "gap", "no_plan", "plan_days", "no_evaluator", "evaluator_gone", "evaluator_left", "on_leave"}

// String is the word of the command line.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// Fault reports a kind that somebody has to act upon.
func (k Kind) Fault() bool { return k != OnLeave }

// Part is one post of somebody, with its plan for the year and its evaluator.
type Part struct {
	Post      model.Post
	Plan      model.Plan     // no identity: none was made
	Evaluator model.StaffRow // no identity: nobody is named, or nobody knows them
	Until     model.Date     // the last day on which the evaluator holds any post here; 0: still does
}

// Person is one person with every post they ever held.
type Person struct {
	Staff model.StaffRow
	Parts []Part
}

// Finding is one thing that was found: some days of somebody in a post.
type Finding struct {
	Kind        Kind
	Staff       model.StaffRow
	First, Last model.Date
	Post        model.Post     // of a Gap the one before it
	Other       model.Post     // of Twice the other one, of a Gap the one after it
	Evaluator   model.StaffRow // of Post, as far as known
	Reduces     bool           // OnLeave: taken off targets that add up

	By agenda.By // in which capacity somebody must act
}

// Of lists what is found about somebody in a period, by its first day.
func Of(p Person, period model.Period) []Finding {
	r := reader{person: p, period: period}
	for _, part := range p.Parts {
		if !part.Post.Void && !part.Post.Outside {
			r.parts = append(r.parts, part)
		}
	}
	r.days()
	for _, part := range r.parts {
		r.part(part)
	}
	r.leave()
	slices.SortStableFunc(r.list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Post.ID, b.Post.ID))
	})
	return r.list
}

// reader gathers findings.
type reader struct {
	person Person
	period model.Period
	parts  []Part // those that count
	list   []Finding
}

func (r *reader) add(k Kind, at Part, other model.Post, first, last model.Date) {
	f := Finding{Kind: k, Staff: r.person.Staff, First: first, Last: last, Post: at.Post, Other: other, Evaluator: at.Evaluator}
	if k == NoPlan && at.Evaluator.Employee != "" {
		f.By = agenda.ByEvaluator
	}
	if n := len(r.list); n > 0 && k <= Gap { // the days before say the same
		if l := &r.list[n-1]; l.Kind == k && l.Post.ID == f.Post.ID && l.Other.ID == other.ID && l.Last.Add(1) == first {
			l.Last = last
			return
		}
	}
	r.list = append(r.list, f)
}

// days goes through the days of the period in stretches on which all stays as it
// is, and looks for those of two plans and those between two posts.
func (r *reader) days() {
	cuts := []model.Date{r.period.First()}
	cut := func(d model.Date) {
		if d > r.period.First() && d <= r.period.Last() {
			cuts = append(cuts, d)
		}
	}
	for _, p := range r.parts {
		first, last := covered(p.Plan)
		for _, d := range [...]model.Date{p.Post.From, first} {
			cut(d)
		}
		for _, d := range [...]model.Date{p.Post.To, last} {
			if d != 0 {
				cut(d.Add(1))
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i, first := range cuts {
		last := r.period.Last()
		if i+1 < len(cuts) {
			last = cuts[i+1].Add(-1)
		}
		r.stretch(first, last)
	}
}

// stretch looks at days of which all are alike.
func (r *reader) stretch(first, last model.Date) {
	var before, after, one *Part
	held := false
	for i := range r.parts {
		p := &r.parts[i]
		if p.Post.Acting {
			continue
		}
		switch {
		case p.Post.During(first, first):
			held = true
		case p.Post.To != 0 && p.Post.To < first && (before == nil || before.Post.To < p.Post.To):
			before = p
		case p.Post.From > last && (after == nil || after.Post.From > p.Post.From):
			after = p
		}
		if from, to := covered(p.Plan); p.Plan.ID == "" || first < from || first > to {
			continue
		}
		if one != nil {
			r.add(Twice, *one, p.Post, first, last)
			continue
		}
		one = p
	}
	if !held && before != nil && after != nil {
		r.add(Gap, *before, after.Post, first, last)
	}
}

// covered are the days that a plan is about.
func covered(p model.Plan) (first, last model.Date) {
	first, last = model.Date(p.Year*10000+101), model.Date(p.Year*10000+1231)
	if p.From != 0 {
		first = p.From
	}
	if p.To != 0 {
		last = p.To
	}
	return first, last
}

// part looks at the plan and the evaluator of one post.
func (r *reader) part(p Part) {
	first, last := r.period.First(), r.period.Last()
	from, to := max(first, p.Post.From), last
	if p.Post.To != 0 {
		to = min(to, p.Post.To)
	}
	if p.Plan.ID != "" {
		r.planDays(p, from, to)
	}
	if from > to {
		return // not held in this period
	}
	if p.Plan.ID == "" {
		r.add(NoPlan, p, model.Post{}, from, to)
	}
	switch {
	case p.Post.Evaluator == "":
		r.add(NoEvaluator, p, model.Post{}, from, to)
	case p.Evaluator.Employee == "":
		r.add(EvaluatorGone, p, model.Post{}, from, to)
	case p.Until != 0 && p.Until < to:
		r.add(EvaluatorLeft, p, model.Post{}, max(from, p.Until.Add(1)), to)
	}
}

// planDays looks whether the plan of a post is about the days from to to of the
// period, on which the post is held, and about no others.
func (r *reader) planDays(p Part, from, to model.Date) {
	first, last := covered(p.Plan)
	first, last = max(first, r.period.First()), min(last, r.period.Last())
	held, planned := from <= to, first <= last
	switch {
	case !held && !planned:
	case !held:
		r.add(PlanDays, p, model.Post{}, first, last)
	case !planned:
		r.add(PlanDays, p, model.Post{}, from, to)
	case last < from || to < first: // the one before the other
		r.add(PlanDays, p, model.Post{}, first, last)
		r.add(PlanDays, p, model.Post{}, from, to)
	default:
		if first != from {
			r.add(PlanDays, p, model.Post{}, min(first, from), max(first, from).Add(-1))
		}
		if last != to {
			r.add(PlanDays, p, model.Post{}, min(last, to).Add(1), max(last, to))
		}
	}
}

// leave says when somebody was away, once for the days of each leave.
func (r *reader) leave() {
	seen := map[model.ElementID]bool{}
	for _, p := range r.parts {
		for _, a := range leave.During(p.Plan, r.period) {
			if !seen[a.ID] {
				seen[a.ID] = true
				r.add(OnLeave, p, model.Post{}, a.From, a.To)
				r.list[len(r.list)-1].Reduces = a.Reduces
			}
		}
	}
}

// Faults counts what somebody has to act upon.
func Faults(list []Finding) (n int) {
	for _, f := range list {
		if f.Kind.Fault() {
			n++
		}
	}
	return n
}

// List is what is found about the people of a unit in a period.
type List struct {
	Period   model.Period
	Periods  []model.Period // to choose from, oldest first
	Unit     model.Unit     // zero: everybody
	People   int            // who were looked at
	Findings []Finding      // by name, of one person by their first days
}
