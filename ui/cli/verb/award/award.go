// Package award is the verbs award and discipline: rules propose with reasons,
// people decide; a letter of discipline is a reference and nothing more.
package award

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/course"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/awarding"
)

// Command is `kinerja award` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("award", propose(c), nominate(c), check(c), step(c, "decide", award.Decide), step(c, "reject", award.Reject),
		step(c, "handover", award.HandOver), step(c, "withdraw", award.Withdraw), list(c), show(c))
}

func open(c *call.Call, to call.Access) (follow.Desk, error) {
	d, err := c.Open(to)
	return follow.Desk{Desk: d, Terms: c.Conf.Terms}, err
}

// asked is the rule and the periods that the flags mean.
type asked struct {
	best, worst string
	row, span   int
}

func (a *asked) flags(c *call.Call, cmd *cobra.Command) {
	def := c.Conf.Terms.Award.Least
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Period, "period", "", t["award-period"])
	set.IntVar(&a.span, "periods", max(def.Row, 1), t["award-periods"])
	set.StringVar(&a.best, "best", def.Best.String(), t["award-best"])
	set.StringVar(&a.worst, "worst", def.Worst.String(), t["award-worst"])
	set.IntVar(&a.row, "row", def.Row, t["award-row"])
	for _, flag := range []string{"best", "worst"} {
		pick.CompleteFlag(c, cmd, flag, func(*store.Desk, []string) []string { return predicates() })
	}
}

func predicates() (list []string) {
	for p := model.NoPredicate + 1; p <= model.VeryGood; p++ {
		list = append(list, p.String())
	}
	return list
}

// rule reads the rule.
func (a asked) rule(c *call.Call) (r award.Rule, err error) {
	for _, x := range []struct {
		flag, given string
		to          *model.Predicate
	}{{"--best", a.best, &r.Least.Best}, {"--worst", a.worst, &r.Least.Worst}} {
		word, err := c.Word(x.flag, x.given, predicates())
		if err != nil {
			return r, err
		}
		*x.to, _ = model.ParsePredicate(word)
	}
	r.Least.Row = max(a.row, 0)
	return r, nil
}

// periods are so many up to the one asked for, oldest first.
func (a asked) periods(c *call.Call, d *store.Desk) ([]model.Period, error) {
	last, err := c.PeriodFlag()
	if err == nil && !last.Valid() {
		last, err = pick.LastPeriod(c, d)
	}
	return award.Span(last, a.span), err
}

// one is the nomination of somebody that a verb is about: the only one that is
// open, else the newest; --kind tells several apart.
func one(c *call.Call, d follow.Desk, args []string, kind string, openOnly bool) (follow.AwardRow, error) {
	who, err := pick.Person(c, d.Desk, args)
	if err != nil {
		return follow.AwardRow{}, err
	}
	w := c.Text.Award
	rows, err := d.Awards(follow.Asked{Employee: who.Employee})
	if err != nil {
		return follow.AwardRow{}, err
	}
	var fit, ahead []follow.AwardRow
	for _, r := range rows {
		if kind != "" && !strings.Contains(lang.Fold(r.Kind), lang.Fold(kind)) {
			continue
		}
		if fit = append(fit, r); r.State.Open() {
			ahead = append(ahead, r)
		}
	}
	switch {
	case len(fit) == 0:
		return follow.AwardRow{}, call.Said(lang.Fill(w.NoneOf, "name", lang.Inert(who.Name)), model.ErrNotFound)
	case openOnly && len(ahead) > 1:
		return follow.AwardRow{}, call.Said(lang.Fill(w.Which, "name", lang.Inert(who.Name)), model.ErrSeveral)
	case len(ahead) > 0:
		return ahead[0], nil
	}
	return fit[0], nil
}

// refused says in what state a nomination is, and what leads on from there.
func refused(c *call.Call, r follow.AwardRow, err error) error {
	var e *course.Error
	if !errors.As(err, &e) {
		return err
	}
	w, pairs := c.Text.Award, []any{"name", lang.Inert(r.Staff.Name), "state", c.Text.Award.States[r.State.String()]}
	if len(e.Open) == 0 {
		return call.Said(lang.Fill(w.Ended, pairs...), err)
	}
	var steps []string
	for _, name := range e.Open {
		steps = append(steps, w.States[name])
	}
	return call.Said(lang.Fill(w.StepNow, append(pairs, "steps", strings.Join(steps, ", "))...), err)
}

// looked is one condition for programs.
type looked struct {
	Condition string         `json:"condition"`
	Met       bool           `json:"met"`
	Periods   []model.Period `json:"periods"`   // that lack it
	Predicate *string        `json:"predicate"` // the worst of them
	Letter    *string        `json:"letter"`
	Row       int            `json:"row"` // periods in a row that are good enough
}

func lookedAt(found []award.Finding) []looked {
	list := []looked{}
	for _, f := range found {
		l := looked{Condition: f.Condition.String(), Met: f.Met, Periods: append([]model.Period{}, f.Periods...), Letter: answer.OrNull(f.Letter), Row: f.Row}
		if f.Predicate != model.NoPredicate {
			l.Predicate = answer.OrNull(f.Predicate.String())
		}
		list = append(list, l)
	}
	return list
}

func person(s model.StaffRow) answer.Person {
	return answer.Person{ID: s.Employee, NIP: s.Number, Name: s.Name, Position: s.Position}
}

// say shows a nomination, or gives it to programs.
func say(c *call.Call, r follow.AwardRow, first string) error {
	t, w := c.Text, c.Text.Award
	if c.Flag.JSON {
		return c.Object(struct {
			Schema   int           `json:"schema"`
			Employee answer.Person `json:"employee"`
			State    string        `json:"state"`
			award.Award
			Findings []looked `json:"findings"` // on the day of the check
		}{answer.Schema, person(r.Staff), r.State.String(), r.Award, lookedAt(r.Findings)})
	}
	if first != "" {
		c.Line(first)
		return nil
	}
	c.Line(lang.Inert(r.Staff.Name))
	c.Line(awarding.Line(t, r.Award))
	c.Line(lang.Fill(w.Why, "reason", lang.Inert(r.Reason)))
	for _, text := range awarding.Acts(t, r) {
		c.Line("  " + text)
	}
	if len(r.Findings) > 0 {
		c.Line("  " + awarding.Reasons(t, r.Findings, c.Conf.Terms.Award))
	}
	if r.Overruled != "" {
		c.Line("  " + lang.Fill(w.Overruled, "reason", lang.Inert(r.Overruled)))
	}
	return nil
}
