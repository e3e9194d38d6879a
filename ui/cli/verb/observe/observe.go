// Package observe is the verb observe: the lessons that were observed in a period,
// and the value that they come to.
package observe

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rubric"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/answer/basis"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/lesson"
)

// flags say what an observation is, and which one is meant.
type flags struct {
	code, on, observer, stage, note string
	focus, score                    []string
	number, remove                  int
}

// Command is `kinerja observe`.
func Command(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("observe", "observe QUERY [--code CODE] [--period P] [--focus F --score 3,4,-]… [--on DATE] [--observer T] [--stage S] [--note T] [--number N | --remove N]", nil,
		func(args []string) error { return observe(c, args, f) })
	pick.Flags(c, cmd)
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.code, "code", "", t["observe-code"])
	set.StringArrayVar(&f.focus, "focus", nil, t["observe-focus"])
	set.StringArrayVar(&f.score, "score", nil, t["observe-score"])
	set.StringVar(&f.on, "on", "", t["observe-on"])
	set.StringVar(&f.observer, "observer", "", t["observe-observer"])
	set.StringVar(&f.stage, "stage", "", t["observe-stage"])
	set.StringVar(&f.note, "note", "", t["observe-note"])
	set.IntVar(&f.number, "number", 0, t["observe-number"])
	set.IntVar(&f.remove, "remove", 0, t["observe-remove"])
	pick.CompleteFlag(c, cmd, "focus", func(*store.Desk, []string) []string { return rubric.FocusWords() })
	pick.CompleteFlag(c, cmd, "stage", func(*store.Desk, []string) []string { return rubric.StageWords() })
	return cmd
}

// writes reports whether anything is to be kept.
func (f flags) writes() bool {
	return len(f.focus)+len(f.score) > 0 || f.on != "" || f.observer != "" || f.stage != "" || f.note != "" || f.number != 0 || f.remove != 0
}

func observe(c *call.Call, args []string, f flags) error {
	access := call.ToRead
	if f.writes() {
		access = call.ToWrite
	}
	d, err := c.Open(access)
	if err != nil {
		return err
	}
	s, err := pick.One(c, d, args)
	if err != nil {
		return err
	}
	m, err := measure(c, s, f.code)
	if err != nil {
		return err
	}
	was, _ := rubric.Of(s.Card.Entry(m.ID))
	now, said := was, ""
	if f.writes() {
		if now, said, err = change(c, d, was, f); err != nil {
			return err
		}
		if err = now.Check(s.Period); err != nil {
			return err
		}
		e := now.Entry()
		e.Measure, e.Note = m.ID, s.Card.Entry(m.ID).Note
		if s.Card, err = d.Enter(s.Plan.ID, s.Period, []model.Entry{e}, ""); err != nil {
			return err
		}
	}
	return say(c, s, m, said)
}

// measure is the indicator that is meant: that of --code, or the only one of
// classroom observation.
func measure(c *call.Call, s pick.Subject, code string) (model.Measure, error) {
	if code != "" {
		m, ok := s.Plan.Measure(code)
		if !ok {
			return m, pick.NoCode(c, s.Plan, code)
		}
		if !rubric.Takes(m.Gauge) {
			return m, c.Misuse(c.Text.Observe.CLI.NotObserved, "code", lang.Inert(m.Gauge.Code))
		}
		return m, nil
	}
	var found []model.Measure
	var codes []string
	for _, m := range s.Plan.Measures {
		if rubric.Takes(m.Gauge) {
			found, codes = append(found, m), append(codes, lang.Inert(m.Gauge.Code))
		}
	}
	switch len(found) {
	case 0:
		name := lang.Inert(s.Person.Employee.FullName())
		return model.Measure{}, call.Said(lang.Fill(c.Text.Observe.CLI.None, "name", name), model.ErrNotFound)
	case 1:
		return found[0], nil
	}
	return model.Measure{}, c.Misuse(c.Text.Observe.CLI.Which, "list", strings.Join(codes, ", "))
}

// change is the observations as they would be, and what is said of it.
func change(c *call.Call, d *store.Desk, was rubric.Detail, f flags) (rubric.Detail, string, error) {
	w := c.Text.Observe.CLI
	if n := max(f.number, f.remove); n > len(was) || min(f.number, f.remove) < 0 {
		return nil, "", call.Said(lang.Fill(w.Number, "n", n, "most", len(was)), model.ErrNotFound)
	}
	if f.remove > 0 {
		if rest := (flags{remove: f.remove, code: f.code}); !f.same(rest) {
			return nil, "", c.Misuse(c.Text.CLI.Usage.Together, "a", "--remove", "b", "--number, --focus, --on, …")
		}
		o := was[f.remove-1]
		return was.Without(f.remove - 1), lang.Fill(w.Removed, "session", lesson.Session(c.Text, o)), nil
	}
	o := rubric.Observation{On: c.Today(), Stage: rubric.Observed}
	if me := d.Actor(); me.Employee != "" { // a file's owner is nobody by name
		o.By = me.Name
	}
	rest := was
	if f.number > 0 {
		o, rest = was[f.number-1], was.Without(f.number-1)
	}
	if err := fill(c, &o, f); err != nil {
		return nil, "", err
	}
	return rest.With(o), lang.Fill(w.Kept, "session", lesson.Session(c.Text, o)), o.Check()
}

// same reports whether two calls say the same.
func (f flags) same(g flags) bool {
	return f.code == g.code && f.on == g.on && f.observer == g.observer && f.stage == g.stage && f.note == g.note &&
		f.number == g.number && f.remove == g.remove && slices.Equal(f.focus, g.focus) && slices.Equal(f.score, g.score)
}

// fill puts into an observation what the flags say; what they do not say stays.
func fill(c *call.Call, o *rubric.Observation, f flags) error {
	on, err := c.DateFlag("--on", f.on)
	if err != nil {
		return err
	}
	if !on.IsZero() {
		o.On = on
	}
	if f.stage != "" {
		ok := false
		if o.Stage, ok = rubric.ParseStage(f.stage); !ok {
			return c.WrongWord("--stage", f.stage, rubric.StageWords())
		}
	}
	if f.observer != "" {
		o.By = f.observer
	}
	if f.note != "" {
		o.Note = f.note
	}
	if len(f.focus) != len(f.score) {
		return c.Misuse(c.Text.Observe.CLI.Pairs)
	}
	for i, name := range f.focus {
		focus, ok := rubric.ParseFocus(name)
		if !ok {
			return c.WrongWord("--focus", name, rubric.FocusWords())
		}
		if o.Scores[focus], err = rubric.ParseScores(f.score[i]); err != nil {
			return badScore(c, f.score[i], err)
		}
	}
	return nil
}

func badScore(c *call.Call, given string, err error) error {
	var field *model.FieldError
	if errors.As(err, &field) {
		err = field.Err
	}
	return c.Misuse(c.Text.CLI.Usage.Number, "code", "--score", "value", lang.Inert(given), "why", c.Text.Why(err))
}

// observed is the answer for programs.
type observed struct {
	Schema       int                 `json:"schema"`
	Employee     answer.Person       `json:"employee"`
	Period       model.Period        `json:"period"`
	Plan         model.PlanID        `json:"plan"`
	Code         string              `json:"code"`
	Actual       model.Amount        `json:"actual"`
	Observations []basis.Observation `json:"observations"`
}

// say prints the value and every observation behind it, numbered.
func say(c *call.Call, s pick.Subject, m model.Measure, said string) error {
	t, e := c.Text, s.Card.Entry(m.ID)
	if c.Flag.JSON {
		list := basis.Observations(e)
		if list == nil {
			list = []basis.Observation{}
		}
		return c.Object(observed{
			Schema: answer.Schema, Employee: s.Who(), Period: s.Period, Plan: s.Plan.ID, Code: m.Gauge.Code, Actual: e.Actual, Observations: list,
		})
	}
	if said != "" {
		c.Line(said)
	}
	c.Line(lang.Inert(s.Person.Employee.FullName()) + " · " + t.Period(s.Period))
	d, ok := rubric.Of(e)
	switch {
	case !ok && !e.Actual.Present():
		c.Line(lang.Fill(t.Observe.CLI.Empty, "code", lang.Inert(m.Gauge.Code), "period", t.Period(s.Period)))
	case !ok:
		c.Line(lang.Inert(m.Gauge.Code) + " " + t.Amount(e.Actual) + " · " + t.Observe.Alone)
	default:
		c.Line(lang.Inert(m.Gauge.Code) + " · " + lesson.Count(t, d) + " · " + t.Observe.Scale)
		for i, o := range d {
			c.Line("  " + lang.Fill(t.Observe.CLI.Numbered, "n", strconv.Itoa(i+1), "session", lesson.Whole(t, o)))
		}
	}
	return nil
}
