package person

import (
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/widget/chart"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/ruleset"
	"kinerja/ui/widget/working"
)

// Side by side, the main pane keeps the width of a page at 80 columns; where
// that does not leave the other one enough, it moves below.
const (
	mainWidth = 78
	sideWidth = 36
	between   = 2
)

func (p *Page) wide() bool { return p.width >= mainWidth+between+sideWidth }

// View draws the page in its room, and says how much is out of sight.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.data.Err != nil:
		return strings.Join(p.wrap(t.Error(p.data.Err)), "\n")
	case !p.data.Have:
		return t.Person.Reading
	}
	lines, _ := p.body()
	if len(lines) > p.height && p.height > 1 {
		end := p.top + p.room()
		more := s.Dim.Render(" " + pane.More(t, s.Glyphs, p.top, len(lines)-end))
		lines = append(slices.Clone(lines[p.top:end]), more)
	}
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], p.width, s.Glyphs.Ellipsis)
	}
	return strings.Join(lines[:min(len(lines), max(1, p.height))], "\n")
}

// room is how many lines of the body are seen at once: one is kept for saying
// that there are more.
func (p *Page) room() int { return max(1, p.height-1) }

// lastTop is how far the body can be scrolled.
func (p *Page) lastTop() int {
	lines, _ := p.body()
	if len(lines) <= p.height {
		return 0
	}
	return len(lines) - p.room()
}

// rowLine is the line of the body in which the ith indicator stands.
func (p *Page) rowLine(i int) int {
	_, first := p.body()
	return first + i
}

// body is the whole page, however long, and the line of its first indicator.
func (p *Page) body() (lines []string, first int) {
	if !p.data.Have {
		return nil, 0
	}
	if p.why && !p.wide() {
		return pane.Stack(p.height, p.heading(), p.answer(p.width)), 0
	}
	profile, main, side := p.profile(), p.above(), [][]string{p.posts(), p.acts()}
	head := ""
	if table := p.table(); len(table) > 0 {
		head = table[0]
		main = append(main, table, p.foot())
	}
	if p.wide() {
		if p.why {
			side = append([][]string{p.answer(sideWidth)}, side...)
		}
		room := p.height - len(profile) - 1
		lines = pane.Stack(p.height, profile, pane.Beside(pane.Stack(room, main...), pane.Stack(room, side...), p.textWidth()+between))
	} else {
		lines = pane.Stack(p.height, append(append([][]string{profile}, main...), side...)...)
	}
	return lines, slices.IndexFunc(lines, func(l string) bool { return head != "" && strings.HasPrefix(l, head) }) + 1
}

// above is what stands before the table: series and state; or what to do where
// there is none of it.
func (p *Page) above() [][]string {
	t := p.env.Text.Person
	if _, ok := p.chosen(); ok {
		return [][]string{p.series(), p.state()}
	}
	if len(p.data.Data.profile.Plans) == 0 {
		if len(p.data.Data.profile.Posts) == 0 {
			return [][]string{p.wrap(t.NoPlan)}
		}
		return [][]string{append(p.wrap(t.NoPlan), p.how(t.NoPlanHow, model.VerbMakePlan)...)}
	}
	return [][]string{append(p.wrap(t.NoResults), p.how(t.NoResultsHow, model.VerbEnter)...)}
}

// how says what Enter does about what is not there, to whoever may do it.
func (p *Page) how(text string, verb model.Verb) []string {
	if p.env.May(verb) != "" {
		return nil
	}
	return p.wrap(lang.Fill(text, "key", p.env.Keys.Enter.Help().Key))
}

// series is every period as a bar with its number.
func (p *Page) series() []string {
	t := p.env.Text
	var points []chart.Point
	for i, r := range p.data.Data.results {
		f := p.figure[i]
		value := t.FixedAmount(f.then)
		if f.then.Present() && f.share < model.Int(100) {
			value = lang.Fill(t.Person.PartOf, "value", value, "share", t.Number(f.share))
		}
		note := t.StateShort(model.EvaluationDraft)
		if r.Evaluation.Predicate != model.NoPredicate {
			note = ruleset.Predicate(t, r.Evaluation, p.env.Rules.File)
		}
		label := t.Period(period(r))
		if n, all := p.among(i); all > 1 {
			part := t.Count(n) // of posts held beside each other
			if first, last, split := r.Plan.Span(period(r)); split {
				part = span.Days(t, first, last)
			}
			label += " (" + part + ")"
		}
		points = append(points, chart.Point{Label: label, Value: value, Note: note, Height: f.then})
	}
	// Half the cap and the cap: what lies below needs words, not a bar.
	return chart.Spark(p.env.Styles, points, p.at, p.env.Rules.File.Cap/2, p.env.Rules.File.Cap, p.textWidth())
}

// among says which of the plans in its period a result belongs to, and of how
// many.
func (p *Page) among(at int) (n, all int) {
	list := p.data.Data.results
	for i := range list {
		if period(list[i]) == period(list[at]) {
			if all++; i <= at {
				n++
			}
		}
	}
	return n, all
}

// table is the working of the period on show; nothing where there is none.
func (p *Page) table() []string {
	if p.measures() == 0 {
		return nil
	}
	f := p.figure[p.at]
	chosen := f.score.Steps[p.measure].Measure
	return working.Headed(p.env.Text, p.env.Styles, f.rules, f.score, p.data.Data.led[p.at], chosen, p.textWidth())
}

// heading names the period above an answer that takes the whole page.
func (p *Page) heading() []string {
	return []string{" " + p.env.Styles.Header.Render(p.Title()), p.stateLine()}
}

// answer is one indicator asked why.
func (p *Page) answer(width int) []string {
	f := p.figure[p.at]
	lines := working.Why(p.env.Text, p.env.Styles, p.env.Gain, f.score, f.score.Steps[p.measure].Measure, width)
	r, _ := p.chosen()
	return append(lines, working.Since(p.env.Text, r.Plan, r.Evaluation.Period, width)...)
}

// foot says by which rule, and whether the working is frozen.
func (p *Page) foot() []string {
	r, _ := p.chosen()
	t := p.env.Text
	text := lang.Fill(t.Person.Rule, "rule", working.RuleName(t, p.figure[p.at].score.RuleSet))
	if frozen(r.Evaluation) {
		text += ". " + t.Person.Frozen
	}
	return p.styled(p.env.Styles.Dim, text)
}

// wrap breaks text into lines of the main pane.
func (p *Page) wrap(text string) []string { return p.wrapTo(text, p.textWidth()) }

func (p *Page) wrapTo(text string, width int) []string { return pane.Wrap(text, width) }

// textWidth is the width of the main pane.
func (p *Page) textWidth() int {
	if p.wide() {
		return p.width - between - sideWidth
	}
	return p.width
}

func (p *Page) styled(style lipgloss.Style, text string) []string {
	lines := p.wrap(text)
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return lines
}
