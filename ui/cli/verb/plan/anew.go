package plan

import (
	"errors"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

// anew is how a plan is agreed upon anew: from when on, and on what paper.
type anew struct{ from, on, document, reason string }

// flags gives cmd the flags of somebody's plan that is agreed upon anew.
func (f *anew) flags(c *call.Call, cmd *cobra.Command) {
	t, set := c.Text.CLI.Flags, cmd.Flags()
	set.StringVar(&c.Flag.Year, "year", "", t["year"])
	set.StringVar(&c.Flag.Plan, "plan", "", t["plan"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	set.StringVar(&f.from, "from", "", t["plan-from"])
	set.StringVar(&f.on, "on", "", t["plan-on"])
	set.StringVar(&f.document, "document", "", t["document"])
	set.StringVar(&f.reason, "reason", "", t["plan-reason"])
	pick.CompletePeople(c, cmd)
}

// order finds whose plan the words mean and reads the flags. A plan that was
// agreed upon needs the document that both signed; a draft has no beginning of
// its own.
func (f anew) order(c *call.Call, d *store.Desk, words []string) (s pick.Subject, o planning.TargetOrder, err error) {
	o.Document, o.Reason = f.document, f.reason
	if o.On, err = c.DateFlag("--on", f.on); err != nil {
		return s, o, err
	}
	if s, err = pick.OfYear(c, d, words); err != nil {
		return s, o, err
	}
	o.Plans = []model.PlanID{s.Plan.ID}
	name := lang.Inert(s.Person.Employee.FullName())
	switch {
	case s.Plan.State == model.PlanAgreed && f.document == "":
		return s, o, c.Misuse(c.Text.CLI.Plan.Document, "name", name)
	case s.Plan.State == model.PlanAgreed:
		o.From, err = f.begins(c, d, s.Plan)
	case f.from != "":
		err = c.Misuse(c.Text.CLI.Plan.DraftFrom, "name", name)
	}
	return s, o, err
}

// begins is the period that --from names, else the first from the one in which
// people work in which nothing was shared.
func (f anew) begins(c *call.Call, d *store.Desk, p model.Plan) (model.Period, error) {
	if f.from != "" {
		from, err := model.ParsePeriod(f.from)
		if err != nil {
			return 0, c.Misuse(c.Text.CLI.Usage.Period, "flag", "--from", "value", lang.Inert(f.from))
		}
		if from.Year() != p.Year {
			return 0, call.Said(lang.Fill(c.Text.CLI.Plan.OtherYear, "period", c.Text.Period(from), "year", p.Year), model.ErrBadPeriod)
		}
		return from, nil
	}
	told, starts, now, err := d.Told([]model.PlanID{p.ID})
	if err != nil {
		return 0, err
	}
	list := told[p.ID]
	from, ok := planning.FirstFree(starts, now, list)
	if !ok {
		return 0, &planning.ToldError{Employee: p.Employee, Told: list[len(list)-1]}
	}
	return from, nil
}

// since says from when on a plan is as it is now.
func since(c *call.Call, from model.Period) string {
	if !from.Valid() {
		return c.Text.Plan.SinceStart
	}
	return lang.Fill(c.Text.Plan.Since, "period", c.Text.Period(from))
}

// refused says of a value that is in the way which one that is.
func refused(c *call.Call, err error) error {
	var entered *planning.EnteredError
	if errors.As(err, &entered) {
		return call.Said(lang.Fill(c.Text.Plan.Entered, "period", c.Text.Period(entered.Period)), err)
	}
	return err
}

// revised tells a program what became of somebody's plan.
func revised(c *call.Call, d *store.Desk, s pick.Subject, o planning.TargetOrder, done planning.Revised) error {
	row, err := d.PlanRow(s.Plan.ID)
	if err != nil {
		return err
	}
	a := answer.Revised{
		Schema: answer.Schema, Employee: s.Who(), Plan: s.Plan.ID, Instrument: row.Instrument.Code, Version: row.Plan.Version, Changed: done.Changed > 0,
	}
	if o.From.Valid() {
		a.From = &o.From
	}
	return c.Object(a)
}
