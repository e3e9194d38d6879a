package evaluation

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/document"
	"kinerja/model/objection"
	"kinerja/store/editions"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang/documenting"
)

// papers is `kinerja evaluate document`: the evaluation document in one version.
func papers(c *call.Call) *cobra.Command {
	var version int
	cmd := c.Verb("evaluate document", "document QUERY --period P [--version N]", nil, func(args []string) error {
		d, s, err := subject(c, call.ToRead, "document", args)
		if err != nil {
			return err
		}
		sheet, err := d.Document(s.Plan.ID, s.Period)
		if err != nil {
			return err
		}
		if n := sheet.Versions(); version < 0 || version > n {
			return c.Misuse(c.Text.Document.NoVersion, "version", version, "of", n)
		}
		v := sheet.At(version)
		lines := documenting.Lines(c.Text, sheet, v)
		if c.Flag.JSON {
			return c.Object(paperOf(s, sheet, v, lines))
		}
		c.Lines(lines)
		return nil
	})
	pick.Flags(c, cmd)
	cmd.Flags().IntVar(&version, "version", 0, c.Text.CLI.Flags["evaluate-version"])
	return cmd
}

// paper is the document for programs.
type paper struct {
	Schema       int            `json:"schema"`
	Employee     answer.Person  `json:"employee"`
	Period       model.Period   `json:"period"`
	Plan         model.PlanID   `json:"plan"`
	Version      int            `json:"version"`
	Versions     int            `json:"versions"`
	State        string         `json:"state"`
	Replaced     *answer.Word   `json:"replaced"` // null: it is the newest
	Person       document.Party `json:"person"`
	Evaluator    document.Party `json:"evaluator"`
	Superior     document.Party `json:"superior"`
	Organisation *string        `json:"organisation"`
	Result       *string        `json:"result"`
	Behaviour    *string        `json:"behaviour"`
	Predicate    *string        `json:"predicate"`
	Note         *string        `json:"note"`
	Objection    *objection.ID  `json:"objection"`
	Words        []answer.Word  `json:"words"`
	Lines        []string       `json:"lines"`
}

func paperOf(s pick.Subject, sheet document.Sheet, v document.Version, lines []string) paper {
	e := v.Evaluation
	p := paper{
		Schema: answer.Schema, Employee: s.Who(), Period: s.Period, Plan: s.Plan.ID, Version: v.Number, Versions: sheet.Versions(), State: e.State.String(),
		Person: sheet.Person, Evaluator: sheet.Evaluator, Superior: sheet.Superior, Organisation: answer.OrNull(sheet.Organisation.String()),
		Result: answer.OrNull(e.Result.String()), Behaviour: answer.OrNull(e.Behaviour.String()), Predicate: answer.OrNull(e.Predicate.String()), Note: answer.OrNull(e.Note),
		Words: answer.Words(e.Words), Lines: lines,
	}
	if v.Replaced != nil {
		p.Replaced = &answer.Words([]model.Word{*v.Replaced})[0]
	}
	if v.Objection != nil {
		p.Objection = &v.Objection.ID
	}
	return p
}

type replaceFlags struct{ result, behaviour, reason, document, on string }

// replace is `kinerja evaluate replace`: a new version of a final evaluation.
func replace(c *call.Call) *cobra.Command {
	var f replaceFlags
	cmd := c.Verb("evaluate replace", "replace QUERY --period P --reason T [--document TEXT --on DATE] [--result above|meets|below --behaviour above|meets|below]", nil,
		func(args []string) error { return named(c, replaced(c, f, args)) })
	pick.Flags(c, cmd)
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.reason, "reason", "", t["replace-reason"])
	set.StringVar(&f.document, "document", "", t["replace-document"])
	set.StringVar(&f.on, "on", "", t["on"])
	set.StringVar(&f.result, "result", "", t["result"])
	set.StringVar(&f.behaviour, "behaviour", "", t["behaviour"])
	return cmd
}

func replaced(c *call.Call, f replaceFlags, args []string) error {
	u, words := c.Text.CLI.Usage, []string{"above", "meets", "below"}
	var to objection.Ratings
	for _, r := range []struct {
		name, given string
		to          *model.Rating
	}{{"--result", f.result, &to.Result}, {"--behaviour", f.behaviour, &to.Behaviour}} {
		if r.given == "" {
			continue
		}
		word, err := c.Word(r.name, r.given, words)
		if err != nil {
			return err
		}
		*r.to, _ = model.ParseRating(word)
	}
	w := model.Word{Reason: strings.TrimSpace(f.reason), Document: strings.TrimSpace(f.document)}
	switch {
	case w.Reason == "":
		return c.Misuse(u.Missing, "verb", "kinerja evaluate replace", "what", "--reason")
	case to != (objection.Ratings{}) && !to.Given():
		return c.Misuse(u.Missing, "verb", "kinerja evaluate replace", "what", "--result & --behaviour")
	}
	var err error
	if w.On, err = c.DateFlag("--on", f.on); err != nil {
		return err
	}
	d, s, err := subject(c, call.ToWrite, "replace", args)
	if err != nil {
		return err
	}
	if w.Document == "" && !d.Actor().Roles.Has(model.RoleTeam) {
		return call.Said(c.Text.Document.NeedsLetter, exit.ErrUsage)
	}
	e, err := d.Replace(s.Plan.ID, s.Period, to, w, c.Rules())
	if err != nil {
		return err
	}
	s.Eval = e
	return evaluated(c, s, []model.EvaluationState{model.Rated})
}

// subject opens the file and finds whose evaluation is meant.
func subject(c *call.Call, to call.Access, verb string, args []string) (d editions.Desk, s pick.Subject, err error) {
	if c.Flag.Period == "" {
		return d, s, c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja evaluate "+verb, "what", "--period")
	}
	desk, err := c.Open(to)
	if err != nil {
		return d, s, err
	}
	s, err = pick.One(c, desk, args)
	return editions.Desk{Desk: desk}, s, err
}
