package plan

import (
	"errors"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/widget/ruleset"
)

func planRuleSet(c *call.Call) *cobra.Command {
	cmd := c.Verb("plan ruleset", "ruleset QUERY ID[@VERSION]|- [--year Y] [--plan ID]", nil, func(args []string) error {
		last := len(args) - 1
		if last < 0 || last == 0 && c.Flag.ID == "" && c.Flag.Plan == "" {
			return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan ruleset", "what", "ID|-")
		}
		return nameRules(c, args[:last], args[last])
	})
	planFlags(c, cmd)
	return cmd
}

// nameRules lets a plan name a rule set that is at hand; "-" takes it away.
func nameRules(c *call.Call, words []string, id string) error {
	rs, ref := rules.RuleSet{}, ""
	if id != "-" {
		var err error
		if rs, _, err = c.FindRules(id); err != nil {
			return c.NoRules(id, err)
		}
		ref = rs.Ref()
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	s, err := pick.OfYear(c, d, words)
	if err != nil {
		return err
	}
	now, err := d.NameRules(s.Plan.ID, ref)
	if errors.Is(err, model.ErrNothing) {
		now, err = s.Plan, nil // it is so already
	}
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		return c.Object(struct {
			Schema   int           `json:"schema"`
			Employee answer.Person `json:"employee"`
			Plan     model.PlanID  `json:"plan"`
			Year     int           `json:"year"`
			RuleSet  *string       `json:"ruleset"` // null: it names none
		}{answer.Schema, s.Who(), s.Plan.ID, s.Plan.Year, answer.OrNull(rules.Own(now))})
	}
	c.Line(ruleset.Named(c.Text, s.Person.Employee.FullName(), now, rs))
	return nil
}
