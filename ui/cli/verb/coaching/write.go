package coaching

import (
	"strings"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/store/follow"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// start proposes a plan; with --code it is tied to that measure.
func start(c *call.Call, d follow.Desk, args []string, f flags) error {
	if err := c.Needs("kinerja coaching QUERY start", "--problem", f.problem, "--cause", strings.Join(f.causes, ""), "--aim", f.aim); err != nil {
		return err
	}
	var p coaching.Coaching
	var err error
	if p, err = words(c, f); err != nil {
		return err
	}
	var who model.StaffRow
	if f.code == "" {
		if who, err = pick.Person(c, d.Desk, args); err != nil {
			return err
		}
		p.Employee = who.Employee
	} else if p, err = tied(c, d, p, args, f.code); err != nil {
		return err
	}
	if f.by != "" {
		row, err := d.FindOne(f.by)
		if err := c.Nobody(f.by, err); err != nil {
			return err
		}
		p.By = row.Employee
	}
	if p, err = d.StartCoaching(p); err != nil {
		return err
	}
	return kept(c, d, p, c.Text.Coaching.Kept.Started)
}

// words is what the flags say about a plan.
func words(c *call.Call, f flags) (p coaching.Coaching, err error) {
	p.Problem, p.Aim = f.problem, f.aim
	kind, err := c.Word("--kind", f.kind, named(coaching.Kinds()))
	if err != nil {
		return p, err
	}
	p.Kind, _ = coaching.ParseKind(kind)
	for _, given := range f.causes {
		word, err := c.Word("--cause", given, named(coaching.Causes()))
		if err != nil {
			return p, err
		}
		cause, _ := coaching.ParseCause(word)
		p.Causes = append(p.Causes, cause)
	}
	return with(c, p, f)
}

// with adds the steps, promises and reviews that the flags name.
func with(c *call.Call, p coaching.Coaching, f flags) (coaching.Coaching, error) {
	for _, given := range f.steps {
		x, err := dated(c, "--step", given)
		if err != nil {
			return p, err
		}
		x.Part = coaching.Step
		p = p.With(x)
	}
	for _, given := range f.support {
		x, err := dated(c, "--support", given)
		if err != nil {
			return p, err
		}
		who, text, ok := strings.Cut(x.Text, ":")
		if !ok || strings.TrimSpace(text) == "" {
			return p, c.Misuse(c.Text.Coaching.CLI.Both, "flag", "--support")
		}
		p = p.With(coaching.Item{Part: coaching.Support, Text: strings.TrimSpace(text), Who: strings.TrimSpace(who), Due: x.Due})
	}
	for _, given := range f.reviews {
		due, err := c.DateFlag("--review", given)
		if err != nil {
			return p, err
		}
		p = p.With(coaching.Item{Part: coaching.Look, Due: due})
	}
	return p, nil
}

// dated reads "2026-10-20 text".
func dated(c *call.Call, flag, given string) (x coaching.Item, err error) {
	day, text, ok := strings.Cut(strings.TrimSpace(given), " ")
	if !ok {
		return x, c.Misuse(c.Text.Coaching.CLI.Pair, "flag", flag, "value", lang.Inert(given))
	}
	x.Text = strings.TrimSpace(text)
	x.Due, err = c.DateFlag(flag, day)
	return x, err
}

// tied names the measure of a plan in a period.
func tied(c *call.Call, d follow.Desk, p coaching.Coaching, args []string, code string) (coaching.Coaching, error) {
	s, err := pick.One(c, d.Desk, args)
	if err != nil {
		return p, err
	}
	plan := s.Plan.In(s.Period)
	for _, m := range plan.Measures {
		if strings.EqualFold(m.Gauge.Code, code) {
			p.Employee, p.SKP, p.Period, p.Measure = s.Person.Employee.ID, plan.ID, s.Period, m.ID
			return p, nil
		}
	}
	return p, pick.NoCode(c, plan, code)
}

// act does one thing to a plan.
func act(c *call.Call, d follow.Desk, r coaching.Row, verb string, f flags) error {
	on, err := c.DateFlag("--on", f.on)
	if err != nil {
		return err
	}
	switch verb {
	case verbStep, verbSupport, verbReview:
		return change(c, d, r, verb, on, f)
	}
	name := map[string]string{verbAgree: coaching.Agree, verbBegin: coaching.Begin, verbClose: coaching.Close, verbCancel: coaching.Cancel}[verb]
	out := coaching.NoOutcome
	switch verb {
	case verbClose:
		if err := c.Needs("kinerja coaching QUERY close", "--outcome", f.outcome); err != nil {
			return err
		}
		word, err := c.Word("--outcome", f.outcome, named(coaching.Outcomes()))
		if err != nil {
			return err
		}
		out, _ = coaching.ParseOutcome(word)
	case verbCancel:
		if err := c.Needs("kinerja coaching QUERY cancel", "--reason", f.reason); err != nil {
			return err
		}
	}
	p, err := d.StepCoaching(r.Employee, r.ID, name, model.Word{Document: f.document, On: on, Reason: f.reason}, out, f.note)
	if err != nil {
		return err
	}
	return kept(c, d, p, c.Text.Coaching.Kept.Acts[name])
}

// change adds steps, promises or reviews, or marks one as done, kept or held.
func change(c *call.Call, d follow.Desk, r coaching.Row, verb string, on model.Date, f flags) (err error) {
	w := c.Text.Coaching
	if f.done == 0 {
		given := map[string][]string{verbStep: f.steps, verbSupport: f.support, verbReview: f.reviews}[verb]
		if err := c.Needs("kinerja coaching QUERY "+verb, "--"+verb+" | --done", strings.Join(given, "")); err != nil {
			return err
		}
		p, err := with(c, r.Coaching, f)
		if err != nil {
			return err
		}
		if p, err = d.WriteCoaching(p); err != nil {
			return err
		}
		return kept(c, d, p, w.Kept.Acts["add"])
	}
	part, _ := coaching.ParsePart(verb)
	var list []coaching.Item
	for _, x := range r.Items() {
		if x.Part == part {
			list = append(list, x)
		}
	}
	if f.done < 1 || f.done > len(list) {
		return call.Said(lang.Fill(w.CLI.NoItem, "part", w.Parts[part.String()], "n", f.done, "all", len(list)), model.ErrNotFound)
	}
	if on.IsZero() {
		on = c.Today()
	}
	p, err := r.Done(list[f.done-1].ID, on, f.note)
	if err != nil {
		return err
	}
	if p, err = d.WriteCoaching(p); err != nil {
		return err
	}
	return kept(c, d, p, w.Kept.Acts["done"])
}

// kept says what was kept, and prints the plan.
func kept(c *call.Call, d follow.Desk, p coaching.Coaching, text string) error {
	list, err := d.Coachings(follow.Asked{Employee: p.Employee})
	if err != nil {
		return err
	}
	for _, r := range list {
		if r.ID != p.ID {
			continue
		}
		if c.Flag.JSON {
			return c.Object(answerOf(r, nil))
		}
		c.Line(lang.Fill(text, "name", lang.Inert(r.Staff.Name)))
		tell(c, r, nil)
	}
	return nil
}
