package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/known"
	"kinerja/ui/lang"
)

// outcome is a result as flags give it.
type outcome struct {
	text, measures, serves, servesText string
	number                             int
	additional                         bool
}

func planOutcome(c *call.Call) *cobra.Command {
	cmd := c.Group("plan outcome", outcomeVerb(c, "add"), outcomeVerb(c, "edit"), outcomeVerb(c, "remove"))
	cmd.Use = "outcome"
	return cmd
}

func outcomeVerb(c *call.Call, name string) *cobra.Command {
	var o outcome
	var cmd *cobra.Command
	use := map[string]string{
		"add":    "add QUERY --text T [--measures IDL,K6] [--serves 1,2 | --serves-text T] [--additional]",
		"edit":   "edit QUERY --number N [--text T] [--measures IDL,K6] [--serves 1,2 | --serves-text T] [--additional]",
		"remove": "remove QUERY --number N",
	}[name]
	cmd = c.Verb("plan outcome "+name, use, nil, func(args []string) error {
		return write(c, args, func(f planning.Form) ([]planning.Edit, error) { return o.edits(c, cmd, name, f) })
	})
	planFlags(c, cmd)
	f, t := cmd.Flags(), c.Text.CLI.Flags
	if name != "add" {
		f.IntVar(&o.number, "number", 0, t["outcome-number"])
	}
	if name != "remove" {
		f.StringVar(&o.text, "text", "", t["outcome-text"])
		f.StringVar(&o.measures, "measures", "", t["outcome-measures"])
		f.StringVar(&o.serves, "serves", "", t["outcome-serves"])
		f.StringVar(&o.servesText, "serves-text", "", t["outcome-serves-text"])
		f.BoolVar(&o.additional, "additional", false, t["outcome-additional"])
	}
	return cmd
}

// edits is what the flags change in a plan.
func (o outcome) edits(c *call.Call, cmd *cobra.Command, name string, f planning.Form) ([]planning.Edit, error) {
	var x model.Outcome
	var codes []model.ElementID
	if name != "add" {
		list := planning.InOrder(f.Plan.Outline.Outcomes)
		if !cmd.Flags().Changed("number") {
			return nil, c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan outcome "+name, "what", "--number")
		}
		if o.number < 1 || o.number > len(list) {
			return nil, noNumber(c, o.number, list)
		}
		x = list[o.number-1]
		for _, m := range planning.MeasuresOf(f.Plan, x.ID) {
			codes = append(codes, m.ID)
		}
	} else if strings.TrimSpace(o.text) == "" {
		return nil, c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan outcome add", "what", "--text")
	}
	if name == "remove" {
		return []planning.Edit{planning.RemoveOutcome(x.ID)}, nil
	}
	changed := cmd.Flags().Changed
	if changed("serves") && changed("serves-text") {
		return nil, c.Misuse(c.Text.CLI.Usage.Together, "a", "--serves", "b", "--serves-text")
	}
	if changed("text") {
		x.Text = o.text
	}
	if changed("additional") {
		x.Additional = o.additional
	}
	var err error
	if changed("measures") {
		codes, err = o.codes(c, f.Plan)
	}
	switch {
	case err != nil:
	case changed("serves-text"):
		x.Serves = model.Served{Text: o.servesText}
	case changed("serves"):
		x.Serves, err = o.served(c, f)
	}
	return []planning.Edit{planning.PutOutcome(x, codes)}, err
}

// codes finds the measures that --measures names.
func (o outcome) codes(c *call.Call, p model.Plan) (list []model.ElementID, err error) {
	for _, code := range words(o.measures) {
		m, ok := p.Measure(code)
		if !ok {
			return nil, pick.NoCode(c, p, code)
		}
		list = append(list, m.ID)
	}
	return list, nil
}

// served finds the superior's results that --serves numbers.
func (o outcome) served(c *call.Call, f planning.Form) (s model.Served, err error) {
	list := planning.InOrder(f.Superior.Outcomes)
	if len(list) == 0 {
		return s, call.Said(c.Text.CLI.Plan.NoSuperior, model.ErrNotFound)
	}
	for _, w := range words(o.serves) {
		n, err := strconv.Atoi(w)
		if err != nil || n < 1 || n > len(list) {
			return s, noNumber(c, n, list)
		}
		s.Plan, s.Outcomes = f.Superior.Plan, append(s.Outcomes, list[n-1].ID)
	}
	return s, nil
}

// words parts what commas part.
func words(s string) []string {
	list := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
	return slices.Compact(list)
}

// noNumber says that no result has such a number, and lists those there are.
func noNumber(c *call.Call, n int, list []model.Outcome) error {
	var lines []string
	for i, x := range list {
		lines = append(lines, strconv.Itoa(i+1)+". "+lang.Inert(x.Text))
	}
	if len(lines) == 0 {
		lines = []string{c.Text.SKP.NoLines}
	}
	return call.Said(lang.Fill(c.Text.CLI.Plan.NoNumber, "n", n)+"\n"+strings.Join(lines, "\n"), model.ErrNotFound)
}

// write changes somebody's plan and shows it as it is then.
func write(c *call.Call, args []string, edits func(planning.Form) ([]planning.Edit, error)) error {
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	s, err := pick.OfYear(c, d, args)
	if err != nil {
		return err
	}
	f, err := d.PlanForm(s.Plan.ID)
	if err != nil {
		return err
	}
	list, err := edits(f)
	if err != nil {
		return err
	}
	if _, err := d.WritePlan(s.Plan.ID, list...); err != nil {
		return err
	}
	return written(c, d, s)
}

// written shows a plan after it was changed.
func written(c *call.Call, d *store.Desk, s pick.Subject) error {
	f, err := d.PlanForm(s.Plan.ID)
	if err != nil {
		return err
	}
	s.Plan = f.Plan
	if c.Flag.JSON {
		names, err := known.Instruments(d)
		if err != nil {
			return err
		}
		return c.Object(planObject(c, s, f, names))
	}
	c.Line(lang.Fill(c.Text.CLI.Plan.Written, "name", lang.Inert(s.Person.Employee.FullName()), "year", s.Plan.Year))
	formLines(c, f)
	return nil
}

func planExpectation(c *call.Call) *cobra.Command {
	cmd := c.Verb("plan expectation", "expectation QUERY pelayanan=TEXT …", nil, func(args []string) error {
		people, values := assignments(args)
		if len(values) == 0 {
			return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan expectation", "what", "pelayanan=…")
		}
		return write(c, people, func(planning.Form) (list []planning.Edit, err error) {
			for _, v := range values {
				if !slices.ContainsFunc(rules.Behaviours(), func(b rules.Behaviour) bool { return strings.EqualFold(b.Code, v[0]) }) {
					return nil, c.WrongWord(c.Text.Fault.Fields["perilaku"], v[0], behaviours())
				}
				list = append(list, planning.Expect(v[0], v[1]))
			}
			return list, nil
		})
	})
	planFlags(c, cmd)
	return cmd
}

func behaviours() (list []string) {
	for _, b := range rules.Behaviours() {
		list = append(list, b.Code)
	}
	return list
}

// assignments parts NAME=TEXT from the words of a name.
func assignments(args []string) (people []string, values [][2]string) {
	for _, a := range args {
		if name, text, ok := strings.Cut(a, "="); ok {
			values = append(values, [2]string{name, text})
		} else {
			people = append(people, a)
		}
	}
	return people, values
}

func planAnnex(c *call.Call) *cobra.Command {
	var remove string
	cmd := c.Verb("plan annex", "annex QUERY sumberdaya=TEXT … | --remove sumberdaya:1", nil, func(args []string) error {
		people, values := assignments(args)
		if len(values) == 0 && remove == "" {
			return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan annex", "what", "sumberdaya=… | --remove")
		}
		return write(c, people, func(f planning.Form) (list []planning.Edit, err error) {
			for _, v := range values {
				part, err := annexPart(c, v[0])
				if err != nil {
					return nil, err
				}
				list = append(list, planning.PutLine(part, model.Line{Text: v[1]}))
			}
			if remove != "" {
				gone, err := annexLine(c, f.Plan.Outline.Annex, remove)
				return append(list, gone), err
			}
			return list, nil
		})
	})
	planFlags(c, cmd)
	cmd.Flags().StringVar(&remove, "remove", "", c.Text.CLI.Flags["annex-remove"])
	return cmd
}

func annexPart(c *call.Call, word string) (planning.Part, error) {
	if part, ok := planning.ParsePart(word); ok {
		return part, nil
	}
	var allowed []string
	for part := range planning.Parts {
		allowed = append(allowed, part.String())
	}
	return 0, c.WrongWord(c.Text.Fault.Fields["lampiran"], word, allowed)
}

// annexLine takes away the line that PART:N names.
func annexLine(c *call.Call, a model.Annex, given string) (planning.Edit, error) {
	word, number, _ := strings.Cut(given, ":")
	part, err := annexPart(c, word)
	if err != nil {
		return nil, err
	}
	list := *planning.List(&a, part)
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(list) {
		return nil, call.Said(lang.Fill(c.Text.CLI.Plan.NoLine, "part", c.Text.SKP.Parts[part], "n", lang.Inert(number)), model.ErrNotFound)
	}
	return planning.PutLine(part, model.Line{ID: list[n-1].ID}), nil
}

func planApproach(c *call.Call) *cobra.Command {
	var word string
	cmd := c.Verb("plan approach", "approach QUERY [--approach kuantitatif|kualitatif] [KODE=TEXT …]", nil, func(args []string) error {
		people, values := assignments(args)
		if word == "" && len(values) == 0 {
			return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja plan approach", "what", "--approach")
		}
		return write(c, people, func(f planning.Form) (list []planning.Edit, err error) {
			if word != "" {
				a, ok := model.ParseApproach(word)
				if !ok {
					return nil, c.WrongWord("--approach", word, []string{model.Quantitative.String(), model.Qualitative.String()})
				}
				list = append(list, planning.Approached(a))
			}
			for _, v := range values {
				m, ok := f.Plan.Measure(strings.TrimSpace(v[0]))
				if !ok {
					return nil, pick.NoCode(c, f.Plan, v[0])
				}
				list = append(list, planning.InWords(m.ID, v[1]))
			}
			return list, nil
		})
	})
	planFlags(c, cmd)
	cmd.Flags().StringVar(&word, "approach", "", c.Text.CLI.Flags["plan-approach"])
	return cmd
}
