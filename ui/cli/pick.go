package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store"
	"kinerja/ui/cli/near"
	"kinerja/ui/lang"
)

// subject is one person's plan in one period: what most verbs are about.
type subject struct {
	person model.Profile
	post   model.Post
	unit   model.Unit
	plan   model.Plan
	period model.Period
	card   model.Card
	eval   model.Evaluation
}

// pickFlags are the flags by which a verb finds its subject.
func (c *call) pickFlags(cmd *cobra.Command) {
	f, t := cmd.Flags(), c.text.CLI.Flags
	f.StringVar(&c.flag.period, "period", "", t["period"])
	f.StringVar(&c.flag.plan, "plan", "", t["plan"])
	f.StringVar(&c.flag.id, "id", "", t["id"])
	c.completePeople(cmd)
}

// query is the question for a person: --id, or all words that were given, so
// that a name needs no quotation marks.
func (c *call) query(words []string) (string, error) {
	q := strings.TrimSpace(strings.Join(words, " "))
	switch {
	case c.flag.id != "" && q != "":
		return "", c.misuse(c.text.CLI.Usage.Together, "a", "--id", "b", "\""+lang.Inert(q)+"\"")
	case c.flag.id != "":
		return c.flag.id, nil
	case q == "":
		return "", c.misuse(c.text.CLI.Usage.Who)
	}
	return q, nil
}

// person finds the one person that the words mean.
func (c *call) person(d *store.Desk, words []string) (model.StaffRow, error) {
	q, err := c.query(words)
	if err != nil {
		return model.StaffRow{}, err
	}
	row, err := d.FindOne(q)
	return row, c.nobody(q, err)
}

// nobody says whom a question did not find.
func (c *call) nobody(query string, err error) error {
	if errors.Is(err, model.ErrNotFound) {
		return &said{lang.Fill(c.text.CLI.Nobody, "query", lang.Inert(query)), err}
	}
	return err
}

// pick finds the person, the period and the plan that a verb is about. Without
// --period it is the newest period with values for that person.
func (c *call) pick(d *store.Desk, words []string) (s subject, err error) {
	if s.period, err = c.periodFlag(); err != nil {
		return s, err
	}
	row, err := c.person(d, words)
	if err != nil {
		return s, err
	}
	if s.person, err = d.Profile(row.Employee); err != nil {
		return s, err
	}
	if !s.period.Valid() {
		if s.period, err = c.newest(d, s.person); err != nil {
			return s, err
		}
	}
	if s.plan, err = c.pickPlan(d, s.person, s.period); err != nil {
		return s, err
	}
	return s, c.fill(d, &s)
}

// newest is the newest period in which the person has values, in the chosen
// plan; else the newest that anybody has; else the quarter that ended last.
func (c *call) newest(d *store.Desk, person model.Profile) (model.Period, error) {
	var own []model.Period
	for _, r := range person.Results {
		if c.flag.plan == "" || strings.EqualFold(string(r.Plan.ID), c.flag.plan) {
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
	last := model.PeriodAt(model.Quarter, c.today()).Prev()
	if len(person.Plans) > 0 && last.Year() != person.Plans[0].Year {
		return model.NewPeriod(model.Quarter, person.Plans[0].Year, 1)
	}
	return last, nil
}

// pickPlan is the plan that somebody has in a period: one that has values there
// or whose post is held then. Of several, --plan says which.
func (c *call) pickPlan(d *store.Desk, person model.Profile, p model.Period) (model.Plan, error) {
	var fit []model.Plan
	for _, plan := range person.Plans {
		if plan.Year != p.Year() {
			continue
		}
		if c.flag.plan != "" {
			if strings.EqualFold(string(plan.ID), c.flag.plan) {
				return plan, nil
			}
			continue
		}
		if c.hasValues(person, plan, p) || c.holds(person, plan, p) {
			fit = append(fit, plan)
		}
	}
	t := c.text
	switch {
	case len(fit) == 1:
		return fit[0], nil
	case len(fit) == 0 && c.flag.plan != "":
		return model.Plan{}, &said{lang.Fill(t.CLI.NoSuchPlan, "plan", lang.Inert(c.flag.plan), "name", person.Employee.FullName(),
			"period", t.Period(p)), model.ErrNotFound}
	case len(fit) == 0:
		return model.Plan{}, &said{lang.Fill(t.CLI.NoPlan, "name", person.Employee.FullName(), "period", t.Period(p),
			"year", p.Year()), model.ErrNotFound}
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
	return model.Plan{}, &said{lang.Fill(t.CLI.SeveralPlans, "name", person.Employee.FullName(), "period", t.Period(p)), several}
}

func (c *call) hasValues(person model.Profile, plan model.Plan, p model.Period) bool {
	return slices.ContainsFunc(person.Results, func(r model.Result) bool { return r.Plan.ID == plan.ID && r.Card.Period == p })
}

func (c *call) holds(person model.Profile, plan model.Plan, p model.Period) bool {
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
func (c *call) fill(d *store.Desk, s *subject) error {
	units, err := d.Units()
	if err != nil {
		return err
	}
	s.plan = s.plan.In(s.period)
	s.post, s.unit = postOf(s.person, s.plan), units[s.plan.Unit]
	if s.card, err = d.Card(s.plan.ID, s.period); err != nil {
		return err
	}
	s.eval, err = d.Evaluation(s.plan.ID, s.period)
	return err
}

// score is the aid: of a final evaluation what was frozen with it, else of the
// results as they are.
func (c *call) score(s subject) (score.Score, rules.RuleSet, error) {
	if s.eval.State != model.Final || s.eval.Frozen == nil {
		now, err := score.Of(s.card, s.plan, c.rules())
		return now, c.rules(), err
	}
	then, err := score.OfFinal(s.eval)
	if err != nil {
		return then, rules.RuleSet{}, err
	}
	rs, err := rules.FromDigest(s.eval.RuleSet, s.eval.Frozen.Rules)
	return then, rs, err
}

// unitFlag finds the unit that --unit names: by identity, code, name, or words
// of the name; "" when it is not given.
func (c *call) unitFlag(d *store.Desk) (model.UnitID, error) {
	if c.flag.unit == "" {
		return "", nil
	}
	units, err := d.Units()
	if err != nil {
		return "", err
	}
	return c.findUnit(units, c.flag.unit)
}

func (c *call) findUnit(units model.Units, query string) (model.UnitID, error) {
	parts := near.Units(units, query)
	switch len(parts) {
	case 1:
		return parts[0].ID, nil
	case 0:
		return "", &said{lang.Fill(c.text.CLI.NoUnit, "unit", lang.Inert(query)), model.ErrNotFound}
	}
	several := &model.AmbiguousError{Query: query}
	for _, u := range parts {
		several.Candidates = append(several.Candidates, model.Candidate{ID: string(u.ID), Name: u.Name, Detail: u.Code})
	}
	return "", several
}
