package worksheet

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/outbox"
)

// Question asks why values are outside what is to be expected, and holds these
// and what comes with them until it is answered. The zero Question asks nothing.
type Question struct {
	Key     *grid.Ask // that left the cell; nil for many values
	Changes []outbox.Change
	Left    Left

	line grid.Line
	top  int // first of the doubtful values in sight
}

// Press scrolls the list of many values, or types the reason.
func (q *Question) Press(k tea.KeyMsg, b *keys.Map) {
	switch {
	case k.Type == tea.KeyRunes || k.Type == tea.KeySpace || q.Key != nil:
		q.line.Take(k)
	case key.Matches(k, b.Up):
		q.top--
	case key.Matches(k, b.Down):
		q.top++
	case key.Matches(k, b.PageUp):
		q.top -= named
	case key.Matches(k, b.PageDown):
		q.top += named
	default:
		q.line.Take(k)
	}
}

// Answered are the values, each that is outside with the reason typed so far.
func (q *Question) Answered(s Source) (list []outbox.Change, reason string) {
	reason = q.line.Text()
	for i, c := range q.Changes {
		if s.Sheet.Outside(c.Cell.Plan, c.Entry) {
			q.Changes[i].Entry.Reason = reason
		}
	}
	return q.Changes, reason
}

// Lines are the question with the line that is typed, below those values of
// many that it is about, in at most a third of the height.
func (q *Question) Lines(s Source, b *keys.Map, width, height int) []string {
	t, look := s.Text, s.Styles
	if q.Key != nil {
		c := q.Changes[0]
		ask := lang.Fill(t.Results.AskReason, "value", t.Reached(c.Entry),
			"range", figure.Plausible(t, s.Sheet.Gauge(c.Cell.Plan, c.Cell.Measure)))
		return []string{q.line.Prompt(look, width, look.Warning.Render(ask))}
	}
	var list []string
	for _, c := range q.Changes {
		if s.Sheet.Outside(c.Cell.Plan, c.Entry) {
			list = append(list, s.doubtful(c))
		}
	}
	room := max(named, height/3)
	q.top = max(0, min(q.top, len(list)-room))
	lines := make([]string, 0, room+2)
	for _, line := range list[q.top:min(len(list), q.top+room)] {
		lines = append(lines, ansi.Truncate(line, width, look.Glyphs.Ellipsis))
	}
	more := lang.Fill(t.Cells.AndMore, "n", t.Count(len(list)-q.top-len(lines)), "keys", b.Now(b.Up, true)+"/"+b.Now(b.Down, true))
	if q.top+len(lines) == len(list) {
		more = lang.Fill(t.Frame.Rows, "first", t.Count(q.top+1), "last", t.Count(len(list)), "all", t.Count(len(list)))
	}
	if len(lines) < len(list) {
		lines = append(lines, look.Dim.Render(ansi.Truncate(more, width, look.Glyphs.Ellipsis)))
	}
	return append(lines, q.line.Prompt(look, width, look.Warning.Render(t.Plural(t.Cells.AskReasonForAll, len(list)))))
}

// doubtful is whose value is outside which range.
func (s Source) doubtful(c outbox.Change) string {
	g := s.Sheet.Gauge(c.Cell.Plan, c.Cell.Measure)
	return about.Name(s.Sheet, s.Sheet.At[c.Cell.Plan]) + " · " + figure.Code(g) + " " + s.Styles.Warning.Render(figure.Typed(s.Text, c.Entry)+"!") +
		" · " + lang.Fill(s.Text.Results.Plausible, "range", figure.Plausible(s.Text, g))
}

// Refusal says why a value of a person cannot be typed; "" when it can.
func (s Source) Refusal(person, column int) string {
	t, who := s.Text, s.Sheet.People[person]
	name := about.Name(s.Sheet, person)
	switch _, ok := s.Sheet.Measure(person, column); {
	case who.Reads:
		return lang.Fill(t.Results.Reads, "name", name)
	case who.State == model.Shared:
		return lang.Fill(t.Results.WithdrawFirst, "name", name, "state", t.State(who.State))
	case (model.Evaluation{State: who.State}).LocksCard():
		return lang.Fill(t.Results.LockedWhy, "name", name, "state", t.State(who.State))
	case s.Sheet.InWords(person, column):
		return lang.Fill(t.SKP.TakesWords, "name", name, "code", figure.Code(s.Sheet.Columns[column].Gauge))
	case !ok:
		return lang.Fill(t.Results.NotInPlan, "name", name, "code", figure.Code(s.Sheet.Columns[column].Gauge))
	}
	return ""
}
