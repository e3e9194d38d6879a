package session

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/session"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/met"
)

// numbers reads those of a new session.
func numbers(c *call.Call, f plan, s *session.Session) error {
	for _, x := range []struct {
		flag, given string
		to          *model.Number
	}{{"--hours", f.hours, &s.Hours}, {"--most", f.most, &s.Most}} {
		n, err := mark(c, x.flag, x.given, model.Some(0))
		if err != nil {
			return err
		}
		*x.to, _ = n.Get()
	}
	return nil
}

// mark reads a number; what was there before where none is given.
func mark(c *call.Call, flag, given string, before model.Amount) (model.Amount, error) {
	if given == "" {
		return before, nil
	}
	n, err := model.ParseNumber(given, c.Text.Decimal())
	if err != nil {
		return before, c.Misuse(c.Text.CLI.Usage.BadValue, "flag", flag, "value", lang.Inert(given))
	}
	return model.Some(n), nil
}

// where reads --unit and --period; the period is the newest with values where none
// is given.
func where(c *call.Call, d *store.Desk) (unit model.UnitID, p model.Period, err error) {
	if p, err = c.PeriodFlag(); err != nil {
		return unit, p, err
	}
	if !p.Valid() {
		if p, err = pick.LastPeriod(c, d); err != nil {
			return unit, p, err
		}
	}
	unit, err = pick.Unit(c, d)
	return unit, p, err
}

// coverage lists who was told about the version by which they are measured, who
// still must be, and the lesson hours of the year.
func coverage(c *call.Call) *cobra.Command {
	var lines, waiting bool
	cmd := c.Verb("session coverage", "coverage [--unit U] [--period P] [--missing]", c.Want(0, 0), func([]string) error {
		d, err := open(c, call.ToRead)
		if err != nil {
			return err
		}
		unit, p, err := where(c, d.Desk)
		if err != nil {
			return err
		}
		all, err := d.Learners(unit, p)
		if err != nil {
			return err
		}
		shown := all
		if waiting {
			shown = slices.DeleteFunc(slices.Clone(all), func(l session.Learner) bool { return l.Told })
		}
		if !c.Flag.JSON && !lines {
			c.Line(met.Cover(c.Text, all, p))
		}
		if err := c.List(met.Learners(c.Text, shown), lines, ""); err != nil {
			return err
		}
		if len(all) > 0 && !lines {
			c.Note(met.Unverified(c.Text, c.Conf.Terms.Hours))
		}
		return nil
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	set.StringVar(&c.Flag.Period, "period", "", t["list-period"])
	set.BoolVar(&waiting, "missing", false, t["session-missing"])
	set.BoolVar(&lines, "lines", false, t["lines"])
	return cmd
}

// weak lists the measures that several people do not reach: a training is suggested
// for them.
func weak(c *call.Call) *cobra.Command {
	var below string
	least := session.WeakLeast
	cmd := c.Verb("session weak", "weak [--unit U] [--period P] [--below N] [--least N]", c.Want(0, 0), func([]string) error {
		bound, err := mark(c, "--below", below, model.Some(model.Int(session.WeakBelow)))
		if err != nil {
			return err
		}
		d, err := open(c, call.ToRead)
		if err != nil {
			return err
		}
		unit, p, err := where(c, d.Desk)
		if err != nil {
			return err
		}
		b, _ := bound.Get()
		found, err := d.Weak(unit, p, c.Book(), b, least)
		if err != nil {
			return err
		}
		names := map[model.EmployeeID]model.StaffRow{}
		for _, w := range found {
			for _, e := range w.Below {
				if _, read := names[e]; read {
					continue
				}
				who, err := d.Profile(e)
				if err != nil {
					return err
				}
				names[e] = model.StaffRow{Employee: e, Number: who.Employee.Number, Name: who.Employee.FullName()}
			}
		}
		return sayWeak(c, found, names, p, b, cmp.Or(max(least, 1), 1))
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	set.StringVar(&c.Flag.Period, "period", "", t["list-period"])
	set.StringVar(&below, "below", "", t["session-below"])
	set.IntVar(&least, "least", least, t["session-least"])
	return cmd
}

func sayWeak(c *call.Call, found []session.Weak, names map[model.EmployeeID]model.StaffRow, p model.Period, bound model.Number, least int) error {
	t := c.Text
	if c.Flag.JSON {
		type measure struct {
			Code   string          `json:"code"`
			People int             `json:"people"`
			Below  []answer.Person `json:"below"` // the weakest first
		}
		o := struct {
			Schema   int          `json:"schema"`
			Period   model.Period `json:"period"`
			Bound    model.Number `json:"bound"`
			Least    int          `json:"least"`
			Measures []measure    `json:"measures"`
		}{answer.Schema, p, bound, least, []measure{}}
		for _, w := range found {
			m := measure{Code: w.Code, People: w.People}
			for _, e := range w.Below {
				m.Below = append(m.Below, answer.Person{ID: e, NIP: names[e].Number, Name: names[e].Name})
			}
			o.Measures = append(o.Measures, m)
		}
		return c.Object(o)
	}
	pairs := []any{"bound", t.Number(bound), "least", t.Count(least), "period", t.Period(p)}
	if len(found) == 0 {
		c.Note(lang.Fill(t.Session.CLI.WeakNone, pairs...))
		return nil
	}
	c.Line(lang.Fill(t.Session.CLI.WeakHead, pairs...))
	h := t.Session.Columns
	var rows [][]string
	for _, w := range found {
		var who []string
		for _, e := range w.Below {
			who = append(who, lang.Inert(names[e].Name))
		}
		rows = append(rows, []string{lang.Inert(w.Code), t.Count(len(w.Below)), t.Count(w.People), strings.Join(who, "; ")})
	}
	c.Columns([]page.Column{{Head: h.Code, Whole: true}, {Head: h.Below, Right: true}, {Head: h.People, Right: true}, {Head: h.Who}}, rows)
	return nil
}
