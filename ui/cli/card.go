package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store"
	"kinerja/ui/cli/page"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/widget/working"
)

// The room of a scorecard: one screen of the smallest terminal.
const (
	cardWidth  = 80
	cardHeight = 24
)

func (c *call) cardVerb() *cobra.Command {
	cmd := c.verb("card", "card QUERY [--period P] [--plan ID] [--json]", nil, c.card)
	c.pickFlags(cmd)
	return cmd
}

func (c *call) card(args []string) error {
	d, err := c.open(toRead)
	if err != nil {
		return err
	}
	s, err := c.pick(d, args)
	if err != nil {
		return err
	}
	sc, rs, err := c.score(s)
	if err != nil {
		return err
	}
	if c.flag.json {
		return c.object(c.cardObject(s, sc, rs))
	}
	if s.by, err = c.wrote(d, s.eval); err != nil {
		return err
	}
	for _, l := range c.cardLines(s, sc, rs) {
		c.line(l)
	}
	return nil
}

// wrote names who typed the newest word about an evaluation.
func (c *call) wrote(d *store.Desk, e model.Evaluation) (string, error) {
	if len(e.Words) == 0 || e.Words[len(e.Words)-1].By == "" {
		return c.text.CLI.Record.Owner, nil
	}
	w, err := c.who(d)
	return w.names().Who(c.text, string(e.Words[len(e.Words)-1].By)), err
}

// cardLines is the scorecard as text: at most one screen.
func (c *call) cardLines(s subject, sc score.Score, rs rules.RuleSet) []string {
	st := c.styles()
	head := c.cardHead(s)
	work := working.Lines(c.text, st, rs, sc, cardWidth)
	foot := c.cardFoot(s, sc, rs)
	// A plan of very many indicators is cut in its middle, and says so.
	if over := len(head) + len(work) + len(foot) + 2 - cardHeight; over > 0 && len(sc.Steps) > over {
		keep := 1 + len(sc.Steps) - over - 1
		left := "  " + c.text.Plural(c.text.CLI.Card.Left, over+1)
		work = append(append(work[:keep:keep], left), work[1+len(sc.Steps):]...)
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

// cardHead says who, where, when, and how far the evaluation has come.
func (c *call) cardHead(s subject) []string {
	t := c.text
	e := s.person.Employee
	state := t.State(s.eval.State)
	if s.eval.State == model.Rated || s.eval.State == model.Reviewed {
		state = t.Person.NotShared
	}
	return []string{
		" " + lang.Inert(e.FullName()) + " · " + e.Number.Grouped(),
		" " + lang.Inert(s.post.Position) + " · " + lang.Inert(s.unit.Name),
		" " + t.Period(s.period) + " · " + state,
	}
}

// cardFoot says how the person was rated, and what would lift the suggestion.
func (c *call) cardFoot(s subject, sc score.Score, rs rules.RuleSet) []string {
	t := c.text
	var lines []string
	if s.eval.Result != model.NotRated {
		text := lang.Fill(t.CLI.Card.Rated, "result", t.Rating(s.eval.Result), "behaviour", t.Rating(s.eval.Behaviour),
			"predicate", t.Predicate(s.eval.Predicate))
		lines = append(lines, wrapped(text)...)
	}
	if s.eval.Reason != "" {
		lines = append(lines, wrapped(lang.Fill(t.CLI.Evaluate.Reason, "reason", lang.Inert(s.eval.Reason)))...)
	}
	if text := c.newestWord(s); text != "" {
		lines = append(lines, wrapped(text)...)
	}
	if then, ok := s.eval.Score.Get(); ok && s.eval.State != model.Final && then != sc.Value.Or(0) {
		lines = append(lines, wrapped(lang.Fill(t.CLI.Card.Moved, "then", t.Fixed(then)))...)
	}
	to, list := nextChange(s, sc, rs)
	switch {
	case to == model.NotRated:
	case len(list) == 0:
		lines = append(lines, wrapped(lang.Fill(t.CLI.Card.OutOfReach, "rating", t.Rating(to)))...)
	default:
		var wishes []string
		for _, w := range list[0].Values {
			wishes = append(wishes, wish(t, w))
		}
		lines = append(lines, wrapped(lang.Fill(t.CLI.Card.Towards, "rating", t.Rating(to), "list", strings.Join(wishes, ", "),
			"score", t.Fixed(list[0].Score)))...)
	}
	return lines
}

// newestWord says since when the evaluation stands where it stands, and from
// which letter that is known.
func (c *call) newestWord(s subject) string {
	t := c.text
	if len(s.eval.Words) == 0 || s.eval.State < model.Shared {
		return ""
	}
	w := s.eval.Words[len(s.eval.Words)-1]
	text := lang.Fill(t.CLI.Card.Word, "on", t.Date(w.On))
	if w.Document == "" {
		if from := export.Letter(s.eval); from.Document != "" {
			text += " · " + lang.Fill(t.CLI.Evaluate.Recorded, "document", lang.Inert(from.Document), "on", t.Date(from.On))
		}
		return text
	}
	return text + lang.Fill(t.CLI.Card.From, "document", lang.Inert(w.Document), "who", s.by)
}

// wish is one value that would have to change: "IDL 98 (dari 94)".
func wish(t *lang.Texts, w score.Wish) string {
	to := t.Number(w.To)
	if num, ok := w.Num.Get(); ok {
		to = t.Number(num) + "/" + t.Amount(w.Den)
	}
	return lang.Fill(t.CLI.Card.Wish, "code", lang.Inert(w.Code), "to", to, "from", t.Number(w.From))
}

// nextChange is the next better rating and what would lift the suggestion to
// it; NotRated when there is none, nothing is suggested, or the results are
// locked.
func nextChange(s subject, sc score.Score, rs rules.RuleSet) (model.Rating, []score.Proposal) {
	if sc.Suggested == model.NotRated || sc.Suggested == model.Above || s.eval.LocksCard() {
		return model.NotRated, nil
	}
	to := sc.Suggested + 1
	return to, score.Change(s.card, s.plan, rs, to)
}

func wrapped(text string) []string {
	lines := page.Wrap(text, cardWidth-1)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}
