package plan

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// stepping is a step as flags give it.
type stepping struct {
	name, on, document, reason, from string
	signed                           bool
}

// stepVerbs are the verbs that move a plan, by the step's name.
var stepVerbs = []struct{ verb, step string }{
	{"submit", planning.Submit}, {"agree", planning.Agree}, {"return", planning.Return}, {"revise", planning.Reopen}, {"close", planning.Conclude},
}

func planSteps(c *call.Call) (list []*cobra.Command) {
	for _, v := range stepVerbs {
		list = append(list, stepVerb(c, v.verb, v.step))
	}
	return list
}

func stepVerb(c *call.Call, verb, name string) *cobra.Command {
	s := stepping{name: name}
	use := " QUERY | --unit U [--year Y] [--document D] [--on DATE]"
	needs := name == planning.Return || name == planning.Reopen || name == planning.Conclude
	if needs {
		use = " QUERY | --unit U [--year Y] --reason T [--document D] [--on DATE]"
	}
	use += " [--signed]"
	if name == planning.Agree {
		use += " [--from 2026-Q3]"
	}
	cmd := c.Verb("plan "+verb, verb+use, nil, func(args []string) error { return s.run(c, args) })
	planFlags(c, cmd)
	f, t := cmd.Flags(), c.Text.CLI.Flags
	f.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	f.StringVar(&s.on, "on", "", t["step-on"])
	f.StringVar(&s.document, "document", "", t["step-document"])
	f.BoolVar(&s.signed, "signed", false, t["signed"])
	if needs {
		f.StringVar(&s.reason, "reason", "", t["step-reason"])
	}
	if name == planning.Agree {
		f.StringVar(&s.from, "from", "", t["step-from"])
	}
	return cmd
}

func (s stepping) run(c *call.Call, args []string) error {
	if s.signed && (c.Flag.Unit != "" || s.document != "" || s.on != "") {
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--signed", "b", "--unit | --document | --on")
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	o := planning.StepOrder{Step: s.name, Document: s.document, Reason: s.reason}
	if o.On, err = c.DateFlag("--on", s.on); err != nil {
		return err
	}
	if s.from != "" {
		if o.From, err = model.ParsePeriod(s.from); err != nil {
			return c.Misuse(c.Text.CLI.Usage.Period, "flag", "--from", "value", lang.Inert(s.from))
		}
	}
	on := d // whose desk the step is taken on
	name, year, err := s.plans(c, &on, args, &o)
	if err != nil {
		return err
	}
	done, err := on.StepPlans(o)
	var paper *planning.PaperError
	if errors.As(err, &paper) {
		return c.Misuse(c.Text.CLI.Plan.NeedsPaper)
	}
	if err != nil {
		return err
	}
	return told(c, d, s.name, name, year, o.Plans, done.Done, done.Skipped)
}

// plans finds whose plans are meant: one person's, or those of a unit from which
// the step leads on. Name is the person; "" for a unit. With --signed the desk
// becomes that of whoever's word the step is.
func (s stepping) plans(c *call.Call, desk **store.Desk, args []string, o *planning.StepOrder) (name string, year int, err error) {
	d := *desk
	if c.Flag.Unit == "" {
		one, err := pick.OfYear(c, d, args)
		if err != nil {
			return "", 0, err
		}
		if step, ok := planning.StepOf(s.name, one.Plan.State); ok && step.Paper && s.document == "" {
			return "", 0, c.Misuse(c.Text.CLI.Plan.AgreePaper, "name", lang.Inert(one.Person.Employee.FullName()), "state", c.Text.PlanState(one.Plan.State))
		}
		if s.signed {
			if *desk, err = s.sign(c, d, one); err != nil {
				return "", 0, err
			}
		}
		o.Plans = []model.PlanID{one.Plan.ID}
		return one.Person.Employee.FullName(), one.Plan.Year, nil
	}
	if len(args) > 0 || c.Flag.ID != "" {
		return "", 0, c.Misuse(c.Text.CLI.Usage.Together, "a", "--unit", "b", "QUERY")
	}
	year, err = c.YearFlag()
	if err != nil {
		return "", 0, err
	}
	unit, err := pick.Unit(c, d)
	if err != nil {
		return "", 0, err
	}
	list, err := d.Plans(year, unit)
	if err != nil {
		return "", 0, err
	}
	for _, p := range list {
		if step, ok := planning.StepOf(s.name, p.State); ok && (!step.Paper || s.document != "") {
			o.Plans = append(o.Plans, p.ID)
		}
	}
	if len(o.Plans) == 0 {
		return "", 0, call.Said(lang.Fill(c.Text.CLI.Plan.NoneToStep, "year", year), model.ErrNothing)
	}
	return "", year, nil
}

// sign is the desk of whoever's word the step is, who types their own PIN. A step
// that is not to be taken now is refused by the file.
func (s stepping) sign(c *call.Call, d *store.Desk, one pick.Subject) (*store.Desk, error) {
	step, ok := planning.StepOf(s.name, one.Plan.State)
	if !ok {
		return d, nil
	}
	whose := step.Speaker(one.Plan, one.Post.Evaluator, d.Actor().Employee)
	if whose == one.Plan.Employee {
		return pick.Signed(c, d, whose, one.Person.Employee.FullName())
	}
	return pick.Signed(c, d, whose, pick.NameOf(d, whose))
}

// told says what became of plans.
func told(c *call.Call, d *store.Desk, step, name string, year int, plans []model.PlanID, done int, skipped []planning.Skip) error {
	t := c.Text
	out := answer.Stepped{Schema: answer.Schema, Step: step, Done: done, Plans: []model.PlanID{}, Skipped: []answer.Skipped{}}
	passed := map[model.PlanID]bool{}
	for _, s := range skipped {
		passed[s.Plan] = true
		out.Skipped = append(out.Skipped, answer.Skipped{Employee: s.Employee, Plan: s.Plan, Why: t.Error(s.Err)})
	}
	for _, id := range plans {
		if !passed[id] {
			out.Plans = append(out.Plans, id)
		}
	}
	if c.Flag.JSON {
		return c.Object(out)
	}
	state := t.SKP.Done[step]
	if name != "" {
		c.Line(lang.Fill(t.CLI.Plan.SteppedOne, "name", lang.Inert(name), "year", year, "state", state))
	} else {
		c.Line(lang.Fill(t.CLI.Plan.Stepped, "n", t.Count(done), "year", year, "state", state))
	}
	for _, s := range skipped {
		who := ""
		if row, err := d.PlanRow(s.Plan); err == nil {
			who = row.Staff.Name
		}
		c.Note(lang.Inert(who) + ": " + t.Error(s.Err))
	}
	return nil
}

func planCopy(c *call.Call) *cobra.Command {
	var from string
	cmd := c.Verb("plan copy", "copy QUERY | --unit U --year Y [--from-year Y]", nil, func(args []string) error { return copyPlans(c, args, from) })
	planFlags(c, cmd)
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["unit"])
	cmd.Flags().StringVar(&from, "from-year", "", c.Text.CLI.Flags["copy-from"])
	return cmd
}

func copyPlans(c *call.Call, args []string, from string) error {
	if c.Flag.Year == "" {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan copy", "what", "--year")
	}
	year, err := c.YearFlag()
	if err != nil {
		return err
	}
	source := year - 1
	if from != "" {
		c.Flag.Year = from
		if source, err = c.YearFlag(); err != nil {
			return err
		}
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	name, orders, err := copied(c, d, args, source, year)
	if err != nil {
		return err
	}
	made, skipped, err := d.CopyPlans(orders...)
	if err != nil {
		return filled(c, year, err)
	}
	for i := range skipped {
		skipped[i].Err = filled(c, year, skipped[i].Err)
	}
	var ids []model.PlanID
	for _, m := range made {
		ids = append(ids, m.Plan.ID)
	}
	if err := told(c, d, "copied", name, year, ids, len(made), skipped); err != nil || c.Flag.JSON {
		return err
	}
	said := map[model.InstrumentID]bool{}
	for _, m := range made {
		if m.Newest.ID != "" && !said[m.Newest.ID] {
			said[m.Newest.ID] = true
			c.Note(lang.Fill(c.Text.CLI.Plan.NewerThere, "code", lang.Inert(m.Newest.Code), "n", m.Newest.Version))
		}
	}
	return nil
}

// copied finds the plans of a year that become drafts of another: one person's, or
// all of a unit's. Name is the person; "" for a unit.
func copied(c *call.Call, d *store.Desk, args []string, source, year int) (name string, orders []planning.CopyOrder, err error) {
	if c.Flag.Unit == "" {
		c.Flag.Year = strconv.Itoa(source)
		one, err := pick.OfYear(c, d, args)
		return one.Person.Employee.FullName(), []planning.CopyOrder{{Plan: one.Plan.ID, Year: year}}, err
	}
	unit, err := pick.Unit(c, d)
	if err != nil {
		return "", nil, err
	}
	list, err := d.Plans(source, unit)
	for _, p := range list {
		orders = append(orders, planning.CopyOrder{Plan: p.ID, Year: year})
	}
	if err == nil && len(orders) == 0 {
		err = call.Said(lang.Fill(c.Text.CLI.Plan.NoneToStep, "year", source), model.ErrNothing)
	}
	return "", orders, err
}

// filled says of a plan that is there already which year has it.
func filled(c *call.Call, year int, err error) error {
	if errors.Is(err, model.ErrExists) {
		return call.Said(lang.Fill(c.Text.CLI.Plan.Filled, "year", year), err)
	}
	return err
}
