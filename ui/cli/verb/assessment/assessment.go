// Package assessment is the verb self: how somebody sees their own work in a
// period, written by themselves or recorded from a paper form, and beside the
// evaluator's side once both are in.
package assessment

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/assess"
)

// Command is `kinerja self` with its verbs.
func Command(c *call.Call) *cobra.Command {
	cmd := c.Verb("self", "self [QUERY] [--period P] [--plan ID]", nil, func(args []string) error {
		return about(c, call.ToRead, args, func(_ *store.Desk, v view) error { return v.show(c) })
	})
	pick.Flags(c, cmd)
	cmd.AddCommand(write(c), step(c, "submit"), step(c, "reopen"), record(c))
	return cmd
}

// view is a self-assessment as whoever works here sees it.
type view struct {
	pick.Subject
	st   assessment.Standing
	rows []assessment.Row
}

// about reads the assessment that words and flags mean, of whoever works here where
// they name nobody, and goes on with it.
func about(c *call.Call, to call.Access, words []string, f func(*store.Desk, view) error) error {
	d, err := c.Open(to)
	if err != nil {
		return err
	}
	if c.StandsIn { // whoever works here types it; it is not that person's own word
		who := d.Actor()
		who.Via = model.Recorded
		d = c.File.As(who)
	}
	if len(words) == 0 && c.Flag.ID == "" {
		c.Flag.ID = string(d.Actor().Employee)
	}
	s, err := pick.One(c, d, words)
	if err != nil {
		return err
	}
	v, err := open(c, d, s)
	if err == nil {
		err = f(d, v)
	}
	if c.StandsIn && errors.Is(err, model.ErrNotAllowed) && v.st.Staff.Employee == d.Actor().Employee {
		return call.Said(v.say(c, c.Text.Assessment.CLI.StandIn), err)
	}
	return assess.Error(c.Text, err, v.st.Own)
}

func open(c *call.Call, d *store.Desk, s pick.Subject) (view, error) {
	v := view{Subject: s}
	var err error
	if v.st, err = d.Assessment(s.Plan.ID, s.Period); err != nil {
		return v, err
	}
	v.Eval = v.st.Evaluation // the person's side knows no more of it
	sc, rs, err := pick.Score(c, v.Subject)
	if err == nil {
		v.rows = v.st.Rows(sc, rs)
	}
	return v, err
}

func (v view) name() string { return lang.Inert(v.Person.Employee.FullName()) }

// say fills a sentence about the assessment.
func (v view) say(c *call.Call, text string, pairs ...any) string {
	return lang.Fill(text, append([]any{"name", v.name(), "period", c.Text.Period(v.Period)}, pairs...)...)
}

// show writes how it stands, and what may be seen of it.
func (v view) show(c *call.Call) error {
	if c.Flag.JSON {
		return c.Object(v.object())
	}
	t, w := c.Text, c.Text.Assessment
	c.Line(v.say(c, w.CLI.Head))
	for _, line := range assess.Stage(t, v.st, v.rows) {
		say(c, "", line)
	}
	say(c, "", w.Unscored)
	if !v.st.Own && !v.st.Open || v.st.Assessment.Content.Empty() {
		return nil
	}
	heads := map[assessment.Part]string{assessment.Overall: w.OverAll, assessment.Measures: w.Measures, assessment.Values: w.About}
	last := assessment.Part(255)
	for _, r := range v.rows {
		if r.Part != last {
			c.Line("")
			c.Line(heads[r.Part])
			last = r.Part
		}
		v.row(c, r)
	}
	content := v.st.Assessment.Content
	for _, part := range []struct{ name, text string }{{w.Helped, content.Helped}, {w.Hindered, content.Hindered}, {w.Wished, content.Wished}} {
		c.Line("")
		c.Line(part.name)
		text := w.NotSaid
		if part.text != "" {
			text = part.text
		}
		say(c, "  ", text)
	}
	return nil
}

func (v view) row(c *call.Call, r assessment.Row) {
	t, w := c.Text, c.Text.Assessment
	other := ""
	if v.st.Open && r.Part != assessment.Values {
		name := w.Other
		if r.Part == assessment.Measures {
			name = w.AidSays
		}
		other = name + ": " + assess.Other(t, r)
	}
	text := assess.Name(t, v.st.Plan, r) + ": " + assess.Rating(t, r.Own.Rating)
	if other != "" {
		text += " · " + other
	}
	if mark := assess.Mark(t, r); mark != "" {
		text += " · " + mark
	}
	say(c, "  ", text)
	if r.Own.Text != "" {
		say(c, "    ", r.Own.Text)
	}
	if r.Note != "" {
		say(c, "    ", lang.Fill(w.Noted, "text", r.Note))
	}
}

// say writes a text, line by line as it was typed, below what stands before it.
func say(c *call.Call, first, text string) {
	for _, typed := range strings.Split(text, "\n") {
		typed = lang.Inert(typed)
		if c.Flag.Plain {
			c.Line(first + typed)
			continue
		}
		for _, line := range page.Wrap(typed, page.Width-len(first)) {
			c.Line(first + line)
		}
	}
}

// object is the assessment for programs: no more than the page shows.
func (v view) object() any {
	type row struct {
		Part    string       `json:"part"`
		ID      string       `json:"id"`
		Code    *string      `json:"code"`
		Rating  *string      `json:"rating"`
		Text    *string      `json:"text"`
		Other   *string      `json:"other"` // over all the evaluator's; of a measure the aid's
		Reached model.Amount `json:"reached"`
		Note    *string      `json:"note"`
		Differs bool         `json:"differs"`
	}
	parts := map[assessment.Part]string{assessment.Overall: "overall", assessment.Measures: "measure", assessment.Values: "behaviour"}
	rows := []row{}
	var state *string
	content := v.st.Assessment.Content
	if v.st.Own || v.st.Open {
		state = answer.OrNull(v.st.Assessment.State.String())
		for _, r := range v.rows {
			code := string(r.ID)
			for _, m := range v.st.Plan.Measures {
				if m.ID == r.ID {
					code = m.Gauge.Code
				}
			}
			rows = append(rows, row{
				Part: parts[r.Part], ID: string(r.ID), Code: answer.OrNull(code), Rating: answer.OrNull(r.Own.Rating.String()), Text: answer.OrNull(r.Own.Text),
				Other: answer.OrNull(r.Other.String()), Reached: r.Reached, Note: answer.OrNull(r.Note), Differs: r.Differs(),
			})
		}
	}
	return struct {
		Schema   int           `json:"schema"`
		Employee answer.Person `json:"employee"`
		Plan     model.PlanID  `json:"plan"`
		Period   model.Period  `json:"period"`
		Own      bool          `json:"own"`
		Handed   bool          `json:"handed_in"`
		Open     bool          `json:"open"`
		State    *string       `json:"state"`
		Rows     []row         `json:"rows"`
		Helped   *string       `json:"helped"`
		Hindered *string       `json:"hindered"`
		Wished   *string       `json:"wished"`
		Words    []answer.Word `json:"words"`
	}{
		answer.Schema, v.Who(), v.st.Plan.ID, v.Period, v.st.Own, v.st.Handed, v.st.Open, state, rows,
		answer.OrNull(content.Helped), answer.OrNull(content.Hindered), answer.OrNull(content.Wished), answer.Words(v.st.Assessment.Words),
	}
}
