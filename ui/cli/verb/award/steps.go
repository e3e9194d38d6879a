package award

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/awarding"
)

// propose lists everybody: who meets the rule, and of everybody else why not.
func propose(c *call.Call) *cobra.Command {
	var a asked
	cmd := c.Verb("award propose", "propose [--unit U] [--period P] [--periods N] [--best P] [--worst P] [--row N]", c.Want(0, 0), func([]string) error {
		rule, err := a.rule(c)
		if err != nil {
			return err
		}
		d, err := open(c, call.ToRead)
		if err != nil {
			return err
		}
		periods, err := a.periods(c, d.Desk)
		if err != nil {
			return err
		}
		unit, err := pick.Unit(c, d.Desk)
		if err != nil {
			return err
		}
		found, err := d.Propose(unit, periods, rule)
		if err != nil {
			return err
		}
		return sayProposal(c, found, periods, rule)
	})
	a.flags(c, cmd)
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["unit"])
	return cmd
}

func sayProposal(c *call.Call, found []follow.Proposal, periods []model.Period, rule award.Rule) error {
	t, w := c.Text, c.Text.Award
	if c.Flag.JSON {
		type line struct {
			Employee  answer.Person `json:"employee"`
			Met       bool          `json:"met"`
			Nominated bool          `json:"nominated"`
			Findings  []looked      `json:"findings"`
			Reasons   string        `json:"reasons"` // in words
		}
		lines := []line{}
		for _, p := range found {
			lines = append(lines, line{person(p.Staff), p.Met, p.Nominated, lookedAt(p.Findings), awarding.Reasons(t, p.Findings, rule)})
		}
		return c.Object(struct {
			Schema  int            `json:"schema"`
			Periods []model.Period `json:"periods"`
			Best    string         `json:"best"`
			Worst   string         `json:"worst"`
			Row     int            `json:"row"`
			People  []line         `json:"people"`
		}{answer.Schema, periods, rule.Least.Best.String(), rule.Least.Worst.String(), rule.Least.Row, lines})
	}
	if len(found) == 0 {
		c.Note(lang.Fill(w.Nobody, "period", t.Period(periods[len(periods)-1])))
		return nil
	}
	var rows [][]string
	for _, p := range found {
		rows = append(rows, []string{lang.Inert(p.Staff.Name), awarding.Result(t, p), awarding.Reasons(t, p.Findings, rule)})
	}
	c.Line(awarding.Head(t, found, periods))
	c.Line(awarding.Rule(t, rule))
	c.Columns([]page.Column{{Head: w.Columns.Name}, {Head: w.Columns.Result}, {Head: w.Columns.Reasons, Last: true}}, rows)
	return nil
}

func nominate(c *call.Call) *cobra.Command {
	var kind, reason string
	cmd := c.Verb("award nominate", "nominate QUERY --kind KIND --reason T [--period P]", nil, func(args []string) error {
		if err := c.Needs("kinerja award nominate", "--kind", kind, "--reason", reason); err != nil {
			return err
		}
		p, err := c.PeriodFlag()
		if err != nil {
			return err
		}
		d, err := open(c, call.ToWrite)
		if err != nil {
			return err
		}
		if !p.Valid() {
			if p, err = pick.LastPeriod(c, d.Desk); err != nil {
				return err
			}
		}
		who, err := pick.Person(c, d.Desk, args)
		if err != nil {
			return err
		}
		a, err := d.Nominate(award.Award{Employee: who.Employee, Kind: kind, Reason: reason, Period: p})
		if err != nil {
			return err
		}
		if err := sayStep(c, who, a); err != nil {
			return err
		}
		if c.Conf.Terms.Kinds == "" {
			c.Note(c.Text.Award.KindsNote)
		}
		return nil
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&kind, "kind", "", t["award-kind"])
	set.StringVar(&reason, "reason", "", t["award-reason"])
	set.StringVar(&c.Flag.Period, "period", "", t["award-period"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	pick.CompleteFlag(c, cmd, "kind", func(*store.Desk, []string) []string { return c.Conf.Terms.KindsOr(c.Text.Award.Kinds) })
	return cmd
}

func sayStep(c *call.Call, who model.StaffRow, a award.Award) error {
	text := lang.Fill(c.Text.Award.Done[a.State.String()], "name", lang.Inert(who.Name), "kind", lang.Inert(a.Kind))
	return say(c, follow.AwardRow{Award: a, Staff: who}, text)
}

// common are the flags of the steps of a nomination.
type common struct{ kind, document, on, reason string }

func (f *common) flags(c *call.Call, cmd *cobra.Command, names ...string) {
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.kind, "kind", "", t["award-which"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	for _, name := range names {
		switch name {
		case "document":
			set.StringVar(&f.document, name, "", t["award-document"])
		case "on":
			set.StringVar(&f.on, name, "", t["award-on"])
		case "reason":
			set.StringVar(&f.reason, name, "", t["award-reason"])
		}
	}
	pick.CompletePeople(c, cmd)
}

func (f common) word(c *call.Call) (w model.Word, err error) {
	w = model.Word{Document: f.document, Reason: f.reason}
	w.On, err = c.DateFlag("--on", f.on)
	return w, err
}

func check(c *call.Call) *cobra.Command {
	var a asked
	var f common
	var overruled string
	cmd := c.Verb("award check", "check QUERY [--overruled T] [--period P] [--periods N] [--on DATE]", nil, func(args []string) error {
		rule, err := a.rule(c)
		if err != nil {
			return err
		}
		w, err := f.word(c)
		if err != nil {
			return err
		}
		d, err := open(c, call.ToWrite)
		if err != nil {
			return err
		}
		r, err := one(c, d, args, f.kind, true)
		if err != nil {
			return err
		}
		if c.Flag.Period == "" {
			c.Flag.Period = r.Period.String()
		}
		periods, err := a.periods(c, d.Desk)
		if err != nil {
			return err
		}
		n, err := d.CheckAward(r.Employee, r.ID, periods, rule, strings.TrimSpace(overruled), w)
		if err != nil {
			return refused(c, r, err)
		}
		if err := sayStep(c, r.Staff, n); err != nil || c.Flag.JSON {
			return err
		}
		c.Line(awarding.Reasons(c.Text, n.Findings, rule))
		return nil
	})
	a.flags(c, cmd)
	f.flags(c, cmd, "on")
	cmd.Flags().StringVar(&overruled, "overruled", "", c.Text.CLI.Flags["award-overruled"])
	return cmd
}

// step is one of the other steps, under the name that people type.
func step(c *call.Call, verb, name string) *cobra.Command {
	var f common
	use, flag := "", "reason"
	switch name {
	case award.Decide:
		use, flag = " --document NO [--on DATE]", "document"
	case award.HandOver:
		use, flag = " [--on DATE]", ""
	default:
		use = " --reason T [--on DATE]"
	}
	cmd := c.Verb("award "+verb, verb+" QUERY"+use, nil, func(args []string) error {
		if flag != "" {
			if err := c.Needs("kinerja award "+verb, "--"+flag, map[string]string{"document": f.document, "reason": f.reason}[flag]); err != nil {
				return err
			}
		}
		w, err := f.word(c)
		if err != nil {
			return err
		}
		d, err := open(c, call.ToWrite)
		if err != nil {
			return err
		}
		r, err := one(c, d, args, f.kind, true)
		if err != nil {
			return err
		}
		n, err := d.StepAward(r.Employee, r.ID, name, w)
		if err != nil {
			return refused(c, r, err)
		}
		return sayStep(c, r.Staff, n)
	})
	f.flags(c, cmd, flag, "on")
	return cmd
}

func list(c *call.Call) *cobra.Command {
	var lines, ahead bool
	cmd := c.Verb("award list", "list [QUERY] [--unit U] [--open]", nil, func(args []string) error {
		d, err := open(c, call.ToRead)
		if err != nil {
			return err
		}
		q, err := query(c, d, args, ahead)
		if err != nil {
			return err
		}
		rows, err := d.Awards(q)
		if err != nil {
			return err
		}
		return c.List(awarding.Nominations(c.Text, rows), lines, c.Text.Award.Nothing)
	})
	listFlags(c, cmd, &lines, &ahead)
	return cmd
}

func listFlags(c *call.Call, cmd *cobra.Command, lines, ahead *bool) {
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	set.BoolVar(ahead, "open", false, t["award-open"])
	set.BoolVar(lines, "lines", false, t["lines"])
	pick.CompletePeople(c, cmd)
}

// query is whose things a list is of.
func query(c *call.Call, d follow.Desk, args []string, ahead bool) (q follow.Asked, err error) {
	q.Open = ahead
	if q.Unit, err = pick.Unit(c, d.Desk); err != nil || len(args) == 0 && c.Flag.ID == "" {
		return q, err
	}
	who, err := pick.Person(c, d.Desk, args)
	q.Employee = who.Employee
	return q, err
}

func show(c *call.Call) *cobra.Command {
	var f common
	cmd := c.Verb("award show", "show QUERY [--kind KIND]", nil, func(args []string) error {
		d, err := open(c, call.ToRead)
		if err != nil {
			return err
		}
		r, err := one(c, d, args, f.kind, false)
		if err != nil {
			return err
		}
		return say(c, r, "")
	})
	f.flags(c, cmd)
	return cmd
}
