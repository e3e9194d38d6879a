package objection

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/objection"
	"kinerja/store/follow"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/objecting"
)

func showing(c *call.Call) *cobra.Command {
	cmd := c.Verb("objection show", "show QUERY [--period P]", nil, func(args []string) error {
		s, err := about(c, call.ToRead, args)
		if err == nil && c.Flag.Period == "" && len(s.list) == 0 {
			err = s.newest(c, args)
		}
		if err != nil {
			return err
		}
		return show(c, s)
	})
	pick.Flags(c, cmd)
	return cmd
}

// newest goes to the period of somebody's newest objection, where there is one.
func (s *sheet) newest(c *call.Call, args []string) error {
	all, err := s.desk.Objections(follow.Asked{Employee: s.Person.Employee.ID})
	if err != nil || len(all) == 0 {
		return err
	}
	c.Flag.Period = all[0].Period.String()
	if s.Subject, err = pick.One(c, s.desk.Desk, args); err != nil {
		return err
	}
	return s.read()
}

// form is the blank objection that somebody fills in by hand.
func form(c *call.Call) *cobra.Command {
	cmd := c.Verb("objection form", "form QUERY [--period P]", nil, func(args []string) error {
		s, err := about(c, call.ToRead, args)
		if err != nil {
			return err
		}
		e := s.Person.Employee
		b := objecting.Blank{
			Name: e.FullName(), NIP: string(e.Number), Position: s.Post.Position, Unit: s.Unit.Name, Evaluation: s.Eval, Evaluator: s.Person.Evaluator.FullName(),
		}
		if s.Post.Evaluator != "" {
			above, err := s.desk.Profile(s.Post.Evaluator)
			if err != nil {
				return err
			}
			b.Evaluator, b.Superior = above.Employee.FullName(), above.Evaluator.FullName()
		}
		b.Evaluation.Period = s.Period
		lines := objecting.Form(c.Text, b)
		if c.Flag.JSON {
			return c.Object(blank{answer.Schema, s.Who(), s.Period, lines})
		}
		c.Lines(lines)
		return nil
	})
	pick.Flags(c, cmd)
	return cmd
}

// show writes the objections to an evaluation, and how long one can object.
func show(c *call.Call, s sheet) error {
	if c.Flag.JSON {
		return c.Object(s.object(c))
	}
	t := c.Text
	c.Line(lang.Fill(t.Objection.For, "name", s.name(), "period", t.Period(s.Period)))
	c.Line(lang.Fill(t.CLI.Evaluate.State, "state", t.State(s.Eval.State)))
	if len(s.list) == 0 {
		c.Line(t.Objection.None)
	}
	if clock := objecting.Clock(t, s.Eval, c.Today()); clock != "" {
		c.Line(clock)
	}
	for _, r := range s.list {
		c.Line("")
		c.Line(strings.ToUpper(t.Objection.States[r.State]) + " · " + objecting.Next(t, r))
		for _, p := range objecting.Parts(t, r) {
			c.Line(p.Head)
			for _, l := range p.Lines {
				c.Line("    " + l)
			}
		}
		c.Line(t.Objection.Heads.Ratings)
		rows := objecting.Beside(t, r.Objection)
		var heads []page.Column
		for _, h := range rows[0] {
			heads = append(heads, page.Column{Head: h})
		}
		for _, l := range page.Table(heads, rows[1:], 0, "") {
			c.Line("    " + l)
		}
	}
	return nil
}

// blank is the form for programs.
type blank struct {
	Schema   int           `json:"schema"`
	Employee answer.Person `json:"employee"`
	Period   model.Period  `json:"period"`
	Lines    []string      `json:"lines"`
}

// object is an evaluation with the objections to it, for programs.
type object struct {
	Schema     int           `json:"schema"`
	Employee   answer.Person `json:"employee"`
	Period     model.Period  `json:"period"`
	Plan       model.PlanID  `json:"plan"`
	Evaluation string        `json:"evaluation_state"`
	Last       model.Date    `json:"last_day"`
	DaysLeft   *int          `json:"days_left"`
	Objections []one         `json:"objections"`
}

// one is one objection.
type one struct {
	objection.Objection
	State    string        `json:"state"`
	Papers   []string      `json:"papers"`
	Asked    *pair         `json:"asked"`
	Old      *pair         `json:"old"`
	New      *pair         `json:"new"`
	Outcome  *string       `json:"outcome"`
	Expected model.Date    `json:"decision_expected"`
	Superior *string       `json:"superior"`
	Words    []answer.Word `json:"words"`
}

// pair are two ratings and the predicate.
type pair struct {
	Result    *string `json:"result"`
	Behaviour *string `json:"behaviour"`
	Predicate *string `json:"predicate"`
}

func pairOf(r objection.Ratings) *pair {
	if r == (objection.Ratings{}) {
		return nil
	}
	return &pair{answer.OrNull(r.Result.String()), answer.OrNull(r.Behaviour.String()), answer.OrNull(r.Predicate.String())}
}

func (s sheet) object(c *call.Call) object {
	o := object{Schema: answer.Schema, Employee: s.Who(), Period: s.Period, Plan: s.Plan.ID, Evaluation: s.Eval.State.String(), Objections: []one{}}
	if s.Eval.State >= model.Received {
		o.Last = board.ObjectUntil(s.Eval)
		if days := c.Today().Until(o.Last); objection.MayFile(s.Eval) {
			o.DaysLeft = &days
		}
	}
	for _, r := range s.list {
		x := one{
			Objection: r.Objection, State: r.State.String(), Papers: []string{}, Asked: pairOf(r.Asked), Old: pairOf(r.Old), New: pairOf(r.New),
			Outcome: answer.OrNull(r.Outcome.String()), Superior: answer.OrNull(r.SuperiorName), Words: answer.Words(r.Objection.Words),
		}
		if r.State.Open() {
			x.Expected = r.Expected()
		}
		for _, p := range r.Papers {
			x.Papers = append(x.Papers, strings.Trim(p.Label+" = "+p.Where, " ="))
		}
		o.Objections = append(o.Objections, x)
	}
	return o
}
