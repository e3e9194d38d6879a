// Package action is the verbs action and evidence: what somebody plans and does in
// a period, and what shows it.
package action

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/widget/proof"
)

// Command is `kinerja action` with its verbs.
func Command(c *call.Call) *cobra.Command {
	cmd := c.Verb("action", "action QUERY [--period P] [--plan ID]", nil, func(args []string) error {
		return about(c, call.ToRead, args, func(_ *store.Desk, s sheet) error { return s.show(c) })
	})
	pick.Flags(c, cmd)
	cmd.AddCommand(put(c, "add"), put(c, "edit"), realise(c), remove(c))
	return cmd
}

// sheet is an action plan with its lines as they are numbered: by the order of
// the results.
type sheet struct {
	pick.Subject
	action.Standing
	groups []action.Group
	lines  []action.Action
}

// about reads the action plan that the words and flags mean, and goes on with it.
func about(c *call.Call, to call.Access, words []string, f func(*store.Desk, sheet) error) error {
	d, err := c.Open(to)
	if err != nil {
		return err
	}
	s, err := pick.One(c, d, words)
	if err != nil {
		return err
	}
	read, err := open(d, s)
	if err != nil {
		return err
	}
	return f(d, read)
}

func open(d *store.Desk, s pick.Subject) (sheet, error) {
	st, err := d.Actions(s.Plan.ID, s.Period)
	read := sheet{Subject: s, Standing: st, groups: st.Sheet.Groups(st.Plan)}
	for _, g := range read.groups {
		read.lines = append(read.lines, g.Actions...)
	}
	return read, err
}

// changed keeps changes and reads the action plan anew.
func (s sheet) changed(d *store.Desk, changes ...action.Change) (sheet, error) {
	if _, err := d.ChangeActions(s.Subject.Plan.ID, s.Period, changes...); err != nil {
		return s, err
	}
	return open(d, s.Subject)
}

// number is the number of a line.
func (s sheet) number(id model.ElementID) int {
	for i, a := range s.lines {
		if a.ID == id {
			return i + 1
		}
	}
	return 0
}

func (s sheet) name() string { return lang.Inert(s.Person.Employee.FullName()) }

// line finds the line of a number; else those there are are listed.
func (s sheet) line(c *call.Call, n int) (action.Action, error) {
	if n >= 1 && n <= len(s.lines) {
		return s.lines[n-1], nil
	}
	if len(s.lines) == 0 {
		return action.Action{}, call.Said(lang.Fill(c.Text.Action.CLI.Nothing, "name", s.name(), "period", c.Text.Period(s.Period)), model.ErrNotFound)
	}
	return action.Action{}, call.Said(lang.Fill(c.Text.Action.CLI.NoLine, "n", n)+"\n"+strings.Join(s.listed(s.lines), "\n"), model.ErrNotFound)
}

// listed are lines with their numbers.
func (s sheet) listed(list []action.Action) (lines []string) {
	for _, a := range list {
		lines = append(lines, strconv.Itoa(s.number(a.ID))+". "+lang.Inert(a.Text))
	}
	return lines
}

// show writes the whole action plan.
func (s sheet) show(c *call.Call) error {
	if c.Flag.JSON {
		return c.Object(s.object())
	}
	t := c.Text
	c.Line(lang.Fill(t.Action.CLI.Head, "name", s.name(), "period", t.Period(s.Period), "state", proof.State(t, s.Standing)))
	if len(s.lines) == 0 {
		c.Line(lang.Fill(t.Action.CLI.Nothing, "name", s.name(), "period", t.Period(s.Period)))
		c.Line(t.Action.Hint)
		return nil
	}
	c.Line(proof.Sum(t, s.Sheet))
	for _, g := range s.groups {
		if len(g.Actions) == 0 && g.Outcome.ID == "" {
			continue // a measure without an action says nothing
		}
		c.Line("")
		say(c, "", proof.Group(t, s.Standing.Plan, g))
		if len(g.Actions) == 0 {
			say(c, "  ", t.Action.None)
		}
		for _, a := range g.Actions {
			s.showLine(c, g, a)
		}
	}
	return nil
}

func (s sheet) showLine(c *call.Call, g action.Group, a action.Action) {
	t, n := c.Text, strconv.Itoa(s.number(a.ID))
	text := lang.Inert(a.Text)
	if code := proof.Measure(g, a); code != "" {
		text += " · " + code
	}
	if a.Target != "" {
		text += " · " + lang.Fill(t.Action.Target, "text", lang.Inert(a.Target))
	}
	say(c, n+". ", text)
	came := t.Action.NoRealised
	if a.Realised != "" {
		came = lang.Fill(t.Action.Realised, "text", lang.Inert(a.Realised))
	}
	if a.Source != "" {
		came += " · " + lang.Fill(t.Action.Source, "text", lang.Inert(a.Source))
	}
	say(c, "   ", came)
	if len(a.Evidence) == 0 {
		say(c, "   ", t.Action.NoEvidence)
	}
	for i, e := range a.Evidence {
		say(c, "   "+n+"."+strconv.Itoa(i+1)+" ", proof.Piece(t, e))
	}
}

// say writes a text below what stands before its first line.
func say(c *call.Call, first, text string) {
	if c.Flag.Plain {
		c.Line(first + text)
		return
	}
	for i, line := range page.Wrap(text, page.Width-len(first)) {
		if i > 0 {
			first = strings.Repeat(" ", len(first))
		}
		c.Line(first + line)
	}
}

// object is the action plan for programs.
func (s sheet) object() any {
	type line struct {
		Number  int     `json:"number"`
		Result  *int    `json:"result"`  // number of the result; null: none
		Measure *string `json:"measure"` // code; null: none
		State   string  `json:"state"`
		action.Action
	}
	lines := []line{}
	results := planning.InOrder(s.Standing.Plan.Outline.Outcomes)
	for _, a := range s.lines {
		l := line{Number: s.number(a.ID), State: a.State().String(), Action: a}
		if l.Evidence == nil {
			l.Evidence = []action.Evidence{}
		}
		outcome := a.Outcome
		for _, m := range s.Standing.Plan.Measures {
			if m.ID == a.Measure {
				l.Measure = answer.OrNull(m.Gauge.Code)
				outcome = s.Standing.Plan.Outline.Yardstick(m.ID).Outcome
			}
		}
		for i, x := range results {
			if x.ID == outcome {
				n := i + 1
				l.Result = &n
			}
		}
		lines = append(lines, l)
	}
	return struct {
		Schema   int           `json:"schema"`
		Employee answer.Person `json:"employee"`
		Plan     model.PlanID  `json:"plan"`
		Period   model.Period  `json:"period"`
		State    string        `json:"state"`
		Locked   bool          `json:"locked"`
		Actions  []line        `json:"actions"`
	}{answer.Schema, s.Who(), s.Standing.Plan.ID, s.Period, s.Sheet.State().String(), s.Locked(), lines}
}
