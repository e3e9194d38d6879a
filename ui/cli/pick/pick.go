// Package pick finds what a verb is about: the person, the unit, the period and the
// plan that words and flags mean. What is not found, or means several, is an error
// that says so and lists them.
package pick

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/near"
	"kinerja/ui/lang"
)

// Subject is one person's plan in one period: what most verbs are about.
type Subject struct {
	Person model.Profile
	Post   model.Post
	Unit   model.Unit
	Plan   model.Plan
	Period model.Period
	Card   model.Card
	Eval   model.Evaluation
}

// Who is the person as JSON has them.
func (s Subject) Who() answer.Person {
	e := s.Person.Employee
	return answer.Person{ID: e.ID, NIP: e.Number, Name: e.FullName(), Position: s.Post.Position, Unit: s.Unit.Name}
}

// Flags are the flags by which a verb finds its subject.
func Flags(c *call.Call, cmd *cobra.Command) {
	f, t := cmd.Flags(), c.Text.CLI.Flags
	f.StringVar(&c.Flag.Period, "period", "", t["period"])
	f.StringVar(&c.Flag.Plan, "plan", "", t["plan"])
	f.StringVar(&c.Flag.ID, "id", "", t["id"])
	CompletePeople(c, cmd)
}

// One finds the person, the period and the plan that a verb is about. Without
// --period it is the newest period with values for that person.
func One(c *call.Call, d *store.Desk, words []string) (s Subject, err error) {
	if s.Period, err = c.PeriodFlag(); err != nil {
		return s, err
	}
	row, err := Person(c, d, words)
	if err != nil {
		return s, err
	}
	if s.Person, err = d.Profile(row.Employee); err != nil {
		return s, err
	}
	if !s.Period.Valid() {
		if s.Period, err = newest(c, d, s.Person); err != nil {
			return s, err
		}
	}
	if s.Plan, err = pickPlan(c, d, s.Person, s.Period); err != nil {
		return s, err
	}
	return s, fill(c, d, &s)
}

// newest is the newest period in which the person has values, in the chosen
// plan; else the newest that anybody has; else the quarter that ended last.
func newest(c *call.Call, d *store.Desk, person model.Profile) (model.Period, error) {
	var own []model.Period
	for _, r := range person.Results {
		if c.Flag.Plan == "" || strings.EqualFold(string(r.Plan.ID), c.Flag.Plan) {
			own = append(own, r.Card.Period)
		}
	}
	if p, ok := model.Usual(own); ok {
		return p, nil
	}
	used, err := d.Periods()
	if err != nil {
		return 0, err
	}
	used = slices.DeleteFunc(used, func(p model.Period) bool {
		return !slices.ContainsFunc(person.Plans, func(plan model.Plan) bool { return plan.Year == p.Year() })
	})
	if p, ok := model.Usual(used); ok {
		return p, nil
	}
	last := model.PeriodAt(model.Quarter, c.Today()).Prev()
	if len(person.Plans) > 0 && last.Year() != person.Plans[0].Year {
		return model.NewPeriod(model.Quarter, person.Plans[0].Year, 1)
	}
	return last, nil
}

// pickPlan is the plan that somebody has in a period: one that has values there
// or whose post is held then. Of several, --plan says which.
func pickPlan(c *call.Call, d *store.Desk, person model.Profile, p model.Period) (model.Plan, error) {
	var fit []model.Plan
	for _, plan := range person.Plans {
		if plan.Year != p.Year() {
			continue
		}
		if c.Flag.Plan != "" {
			if strings.EqualFold(string(plan.ID), c.Flag.Plan) {
				return plan, nil
			}
			continue
		}
		if hasValues(c, person, plan, p) || holds(c, person, plan, p) {
			fit = append(fit, plan)
		}
	}
	t := c.Text
	switch {
	case len(fit) == 1:
		return fit[0], nil
	case len(fit) == 0 && c.Flag.Plan != "":
		return model.Plan{}, call.Said(lang.Fill(t.CLI.NoSuchPlan, "plan", lang.Inert(c.Flag.Plan), "name", person.Employee.FullName(),
			"period", t.Period(p)), model.ErrNotFound)
	case len(fit) == 0:
		return model.Plan{}, call.Said(lang.Fill(t.CLI.NoPlan, "name", person.Employee.FullName(), "period", t.Period(p),
			"year", p.Year()), model.ErrNotFound)
	}
	units, err := d.Units()
	if err != nil {
		return model.Plan{}, err
	}
	several := &model.AmbiguousError{Query: person.Employee.FullName()}
	for _, plan := range fit {
		post := postOf(person, plan)
		several.Candidates = append(several.Candidates, model.Candidate{
			ID: string(plan.ID), Name: post.Position, Detail: units[plan.Unit].Name + " · " + t.Date(post.From),
		})
	}
	return model.Plan{}, call.Said(lang.Fill(t.CLI.SeveralPlans, "name", person.Employee.FullName(), "period", t.Period(p)), several)
}

func hasValues(c *call.Call, person model.Profile, plan model.Plan, p model.Period) bool {
	return slices.ContainsFunc(person.Results, func(r model.Result) bool { return r.Plan.ID == plan.ID && r.Card.Period == p })
}

func holds(c *call.Call, person model.Profile, plan model.Plan, p model.Period) bool {
	post := postOf(person, plan)
	return post.ID == "" || post.During(p.First(), p.Last())
}

func postOf(person model.Profile, plan model.Plan) model.Post {
	i := slices.IndexFunc(person.Posts, func(p model.Post) bool { return p.ID == plan.Post })
	if i < 0 {
		return model.Post{}
	}
	return person.Posts[i]
}

// fill reads what belongs to a plan in a period.
func fill(c *call.Call, d *store.Desk, s *Subject) error {
	units, err := d.Units()
	if err != nil {
		return err
	}
	s.Plan = s.Plan.In(s.Period)
	s.Post, s.Unit = postOf(s.Person, s.Plan), units[s.Plan.Unit]
	if s.Card, err = d.Card(s.Plan.ID, s.Period); err != nil {
		return err
	}
	s.Eval, err = d.Evaluation(s.Plan.ID, s.Period)
	return err
}

// Score is the aid: of a final evaluation what was frozen with it, else of the
// results as they are, by the rule set that the plan goes by.
func Score(c *call.Call, s Subject) (score.Score, rules.RuleSet, error) {
	return score.StandingIn(c.Book(), s.Person.Employee.Kind, s.Eval, s.Card, s.Plan)
}

// Rules is the rule set that the plan goes by. It reports a rules.AwayError where
// that is not at hand.
func Rules(c *call.Call, s Subject) (rules.RuleSet, error) {
	return c.Book().For(s.Plan, s.Person.Employee.Kind)
}

// OfYear finds the plan of somebody in a year: the one that --year names, this
// one, else the newest with a plan.
func OfYear(c *call.Call, d *store.Desk, words []string) (s Subject, err error) {
	year, err := c.YearFlag()
	if err != nil {
		return s, err
	}
	row, err := Person(c, d, words)
	if err != nil {
		return s, err
	}
	if s.Person, err = d.Profile(row.Employee); err != nil {
		return s, err
	}
	if c.Flag.Year == "" && len(s.Person.Plans) > 0 && !slices.ContainsFunc(s.Person.Plans, func(p model.Plan) bool { return p.Year == year }) {
		year = s.Person.Plans[0].Year // newest first
	}
	if s.Period, err = model.NewPeriod(model.Year, year, 1); err != nil {
		return s, err
	}
	if s.Plan, err = pickPlan(c, d, s.Person, s.Period); err != nil {
		return s, err
	}
	return s, fill(c, d, &s)
}

// LastPeriod is the newest period with values, else the quarter that ended
// last.
func LastPeriod(c *call.Call, d *store.Desk) (model.Period, error) {
	used, err := d.Periods()
	if err != nil || len(used) == 0 {
		return model.PeriodAt(model.Quarter, c.Today()).Prev(), err
	}
	return used[len(used)-1], nil
}

// NoCode says that a plan has no measure of such a code, and names those it has.
func NoCode(c *call.Call, plan model.Plan, code string) error {
	var codes []string
	for _, m := range plan.Measures {
		codes = append(codes, m.Gauge.Code)
	}
	text := lang.Fill(c.Text.CLI.NoCode, "code", lang.Inert(code), "allowed", lang.Inert(strings.Join(codes, ", ")))
	if word := near.Word(code, codes); word != "" {
		text += " " + lang.Fill(c.Text.CLI.Usage.Near, "near", word)
	}
	return call.Said(text, model.ErrNotFound)
}
