// Package scorecard shows how somebody stands in a period: the whole working, how
// they were rated, and what would change that. It fits the smallest
// terminal, and says what it leaves out.
package scorecard

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/gain"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
	"kinerja/ui/cli/page"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/theme"
	"kinerja/ui/widget/outlook"
	"kinerja/ui/widget/working"
)

// The room of a scorecard: one screen of the smallest terminal.
const (
	cardWidth  = 80
	cardHeight = 24
)

// Card is one plan of one person in one period.
type Card struct {
	Employee   model.Employee
	Post       model.Post
	Unit       model.Unit
	Period     model.Period
	Plan       model.Plan
	Results    model.Card
	Evaluation model.Evaluation
	By         string // who typed the newest word about it
	Score      score.Score
	Rules      rules.RuleSet
	Gain       gain.Cuts // where the bands of a gain begin
	Actions    action.Sheet
	Led        *unitresult.Led // the unit that the person heads; nil for who heads none
}

// suggested is what is suggested for the rating of results: by the result of the
// unit for its head, once that is decided; else by the aid. What is final stays as it
// was suggested then.
func (c Card) suggested() (r model.Rating, byUnit bool) {
	if c.Led != nil && c.Evaluation.State != model.Final {
		if r := c.Rules.Head(c.Led.Grade); r != model.NotRated {
			return r, true
		}
	}
	return c.Score.Suggested, false
}

// ofHead says of the head of a unit whose result is not decided that the aid suggests
// until then; "" for everybody else, and where the rating is computed or final. What a
// decided result suggests stands in the working.
func (c Card) ofHead(t *lang.Texts) string {
	if c.Led == nil || c.Rules.Computes() || c.Evaluation.State == model.Final {
		return ""
	}
	if _, byUnit := c.suggested(); byUnit {
		return ""
	}
	return lang.Fill(t.Workplace.HeadUndecided, "unit", lang.Inert(c.Led.Unit.Name))
}

// Lines is the scorecard as text: at most one screen.
func (c Card) Lines(t *lang.Texts, st *theme.Styles) []string {
	head := c.head(t)
	led := c.Led
	if _, byUnit := c.suggested(); !byUnit {
		led = nil
	}
	work := working.Headed(t, st, c.Rules, c.Score, led, "", cardWidth)
	foot := c.foot(t)
	// A plan of very many indicators is cut in its middle, and says so.
	if over := len(head) + len(work) + len(foot) + 2 - cardHeight; over > 0 && len(c.Score.Steps) > over {
		keep := 1 + len(c.Score.Steps) - over - 1
		left := "  " + t.Plural(t.CLI.Card.Left, over+1)
		work = append(append(work[:keep:keep], left), work[1+len(c.Score.Steps):]...)
	}
	lines := append(append(head, ""), work...)
	if len(foot) > 0 {
		lines = append(append(lines, ""), foot...)
	}
	for i := range lines {
		lines[i] = strings.TrimRight(st.Glyphs.Plain(ansi.Truncate(lines[i], cardWidth, st.Glyphs.Ellipsis)), " ")
	}
	return lines
}

// head says who, where, when, and how far the evaluation has come.
func (c Card) head(t *lang.Texts) []string {
	e := c.Employee
	state := t.State(c.Evaluation.State)
	if c.Evaluation.State == model.Rated || c.Evaluation.State == model.Reviewed {
		state = t.Person.NotShared
	}
	return []string{
		" " + lang.Inert(e.FullName()) + " · " + e.Number.Grouped(),
		" " + lang.Inert(c.Post.Position) + " · " + lang.Inert(c.Unit.Name),
		" " + span.With(t.Period(c.Period), span.Of(t, c.Plan, c.Period)) + " · " + state,
	}
}

// foot says how the person was rated, and what would change that.
func (c Card) foot(t *lang.Texts) []string {
	var lines []string
	if text := t.TargetsOf(c.Plan, c.Period); text != "" {
		lines = append(lines, wrapped(text)...)
	}
	if text := c.ofHead(t); text != "" {
		lines = append(lines, wrapped(text)...)
	}
	if c.Evaluation.Result != model.NotRated {
		text := lang.Fill(t.CLI.Card.Rated, "result", t.Rating(c.Evaluation.Result), "behaviour", t.Rating(c.Evaluation.Behaviour),
			"predicate", t.Predicate(c.Evaluation.Predicate))
		lines = append(lines, wrapped(text)...)
	}
	if c.Evaluation.Computed.Present() {
		for _, text := range c.computed(t) {
			lines = append(lines, wrapped(text)...)
		}
	}
	if c.Evaluation.Reason != "" {
		lines = append(lines, wrapped(lang.Fill(t.CLI.Evaluate.Reason, "reason", lang.Inert(c.Evaluation.Reason)))...)
	}
	if text := c.newestWord(t); text != "" {
		lines = append(lines, wrapped(text)...)
	}
	if then, ok := c.Evaluation.Score.Get(); ok && c.Evaluation.State != model.Final && then != c.Score.Value.Or(0) {
		lines = append(lines, wrapped(lang.Fill(t.CLI.Card.Moved,
			"what", t.Working.Shifts[score.Shifted(c.Evaluation.Score, c.Results, c.Plan, c.Rules)], "then", t.Fixed(then), "now", t.FixedAmount(c.Score.Value)))...)
	}
	for _, text := range outlook.Lines(t, c.outlooks()) {
		lines = append(lines, wrapped(text)...)
	}
	return lines
}

// newestWord says since when the evaluation stands where it stands, and from
// which letter that is known.
func (c Card) newestWord(t *lang.Texts) string {
	if len(c.Evaluation.Words) == 0 || c.Evaluation.State < model.Shared {
		return ""
	}
	w := c.Evaluation.Words[len(c.Evaluation.Words)-1]
	text := lang.Fill(t.CLI.Card.Word, "on", t.Date(w.On))
	if w.Document == "" {
		if from := export.Letter(c.Evaluation); from.Document != "" {
			text += " · " + lang.Fill(t.CLI.Evaluate.Recorded, "document", t.By(from.Document), "on", t.Date(from.On))
		}
		return text
	}
	return text + lang.Fill(t.CLI.Card.From, "document", lang.Inert(w.Document), "who", c.By)
}

// outlooks are the ways to a better predicate. A final evaluation has none.
func (c Card) outlooks() []score.Outlook {
	if c.Evaluation.State == model.Final {
		return nil
	}
	return score.Outlooks(c.Evaluation, c.Results, c.Plan, c.Score, c.Rules)
}

func wrapped(text string) []string {
	lines := page.Wrap(text, cardWidth-1)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}
