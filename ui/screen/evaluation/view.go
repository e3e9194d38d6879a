package evaluation

import (
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
	"kinerja/ui/widget/outlook"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/proof"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/valued"
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

// textWidth is the width of the main pane.
func (p *Page) textWidth() int {
	if p.wide() {
		return p.width - between - sideWidth
	}
	return p.width
}

// View draws the page in its room, and says how much is out of sight.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.data.Err != nil:
		return strings.Join(pane.Wrap(t.Error(p.data.Err), p.width), "\n")
	case !p.ready():
		return t.Evaluation.Reading
	case p.voice.Open():
		return p.voice.View(p.width, p.height)
	case p.step != nil:
		return p.step.View(p.width, p.height)
	case p.noting:
		return p.notesView()
	}
	return p.scroll.View(t, s, p.body(), p.width, p.height)
}

// places are lines of the body that the focus and the cursor are brought to.
type places struct{ table, ratings int }

func (p *Page) body() []string {
	lines, _ := p.lines()
	return lines
}

// lines is the whole page, however long, and where its parts begin.
func (p *Page) lines() ([]string, places) {
	if !p.ready() {
		return nil, places{}
	}
	if p.why && !p.wide() {
		if p.measure == whole {
			return pane.Stack(p.height, p.head(), p.table(), p.answer(p.width)), places{}
		}
		return pane.Stack(p.height, p.head(), p.answer(p.width)), places{}
	}
	table, ratings := p.table(), p.ratings()
	main := [][]string{p.head(), table, ratings, p.matrix(), p.change(), p.objection()}
	side := [][]string{p.notes(), p.acts()}
	var lines []string
	if p.wide() {
		if p.why {
			side = append([][]string{p.answer(sideWidth)}, side...)
		}
		lines = pane.Beside(pane.Stack(p.height, main...), pane.Stack(p.height, side...), p.textWidth()+between)
	} else {
		lines = pane.Stack(p.height, append(main, side...)...)
	}
	find := func(part []string) int {
		return max(0, slices.IndexFunc(lines, func(l string) bool { return len(part) > 0 && strings.HasPrefix(l, part[0]) }))
	}
	return lines, places{find(table), find(ratings)}
}

// sign stands before what has the focus.
func (p *Page) sign(f focus) string {
	if p.focus == f {
		return p.env.Styles.Glyphs.Cursor
	}
	return " "
}

// head says as what the person named above is rated, how far the evaluation has
// come, and what is next.
func (p *Page) head() []string {
	t, s, r := p.env.Text, p.env.Styles, &p.data.Data.Person
	e := p.evaluation()
	state, style := t.State(e.State), s.Header
	switch {
	case e.Half():
		state = t.Evaluation.Half
	case e.State == model.Rated || e.State == model.Reviewed:
		state, style = t.Evaluation.RatedNotShared, s.Warning
	}
	who := t.Seat(r.Post, p.data.Data.Units[r.Plan.Unit])
	lines := p.signed(onName, style, strings.Join(append(who, state), " · "))
	next := p.task()
	if e.State != model.Final {
		next = lang.Fill(t.Evaluation.Next, "task", next)
	}
	lines = append(lines, p.signed(onNext, s.Text, next)...)
	if text := p.voice.Line(r, p.names()); text != "" && !e.LocksCard() {
		lines = append(lines, p.styled(s.Header, text)...)
	}
	return lines
}

// signed is a text of the main pane with the sign of the focus before it.
func (p *Page) signed(f focus, style lipgloss.Style, text string) []string {
	lines := pane.Wrap(text, p.textWidth())
	if p.focus == f {
		style = p.env.Styles.Chosen
	}
	for i, l := range lines {
		sign := " "
		if i == 0 {
			sign = p.sign(f)
		}
		lines[i] = style.Render(sign + l[1:])
	}
	return lines
}

// task says what is to be done next, and by whom.
func (p *Page) task() string {
	if text := p.computedTask(); text != "" {
		return text
	}
	return rating.Task(p.env.Text, &p.data.Data.Person, p.evaluation(), p.names(), p.env.Today())
}

// names are those who are known to this page.
func (p *Page) names() map[model.EmployeeID]string {
	return lang.Names(p.data.Data.Names, p.env.Me)
}

// table is the aid with its working, and what it suggests.
func (p *Page) table() []string {
	t, s, r := p.env.Text, p.env.Styles, &p.data.Data.Person
	if r.Err != nil {
		return p.styled(s.Bad, lang.Fill(t.Person.NoScore, "why", t.Error(r.Err)))
	}
	chosen := r.MeasureAt(p.measure)
	if s, ok := p.stand(); ok {
		return p.frozen(p.computedTable(s, chosen))
	}
	lines := working.Headed(t, s, r.Rules, r.Score, r.Suggests(), chosen, p.textWidth())
	if r.Moved() {
		lines = append(lines, p.styled(s.Warning, rating.Moved(t, r))...)
	}
	if text := rating.Undecided(p.look(), r); text != "" {
		lines = append(lines, p.styled(s.Header, text)...)
	}
	for _, text := range p.data.Data.shown.Lines(t, r.Plan, r.Score, r.By) {
		lines = append(lines, p.styled(s.Text, text)...)
	}
	return p.frozen(lines)
}

// frozen says below lines that what is final does not move any more.
func (p *Page) frozen(lines []string) []string {
	if p.data.Data.Person.Evaluation.State == model.Final {
		lines = append(lines, p.styled(p.env.Styles.Dim, p.env.Text.Person.Frozen)...)
	}
	return lines
}

// answer is the total asked why, or one indicator.
func (p *Page) answer(width int) []string {
	r := &p.data.Data.Person
	if p.measure >= len(r.Score.Steps) {
		return nil
	}
	lines := working.Total(p.env.Text, p.env.Styles, r.Score, width)
	if p.measure >= 0 {
		lines = working.Why(p.env.Text, p.env.Styles, p.env.Gain, r.Score, r.Score.Steps[p.measure].Measure, width)
		lines = append(lines, proof.Of(p.env.Text, p.data.Data.shown.Actions.Sheet, r.Plan, r.Score.Steps[p.measure].Measure, width)...)
	}
	lines = append(lines, working.Since(p.env.Text, r.Plan, r.Evaluation.Period, width)...)
	if s, ok := p.stand(); ok {
		lines = append(append(lines, ""), s.Working(p.look(), width)...)
	}
	return lines
}

// ratings are the two ratings, and why the one of results departs; or the open
// choice, or the line of the reason.
func (p *Page) ratings() []string {
	t, s, e := p.env.Text, p.env.Styles, p.evaluation()
	if stand, ok := p.stand(); ok {
		return p.computedRatings(stand)
	}
	if lines := p.pen.View(p.textWidth() - 1); lines != nil {
		return []string{" " + lines[0], " " + lines[1]}
	}
	part := func(f focus, of rating.Of) string {
		value := "[" + t.Rating(of.In(e)) + "]"
		if p.focus == f {
			value = s.Cell.Render(value)
		}
		return p.sign(f) + of.Name(t) + " " + value
	}
	lines := []string{part(onResults, rating.Results) + "   " + part(onBehaviour, rating.Behaviour)}
	if lipgloss.Width(lines[0]) > p.textWidth() {
		lines = []string{part(onResults, rating.Results), part(onBehaviour, rating.Behaviour)}
	}
	if e.Predicate == model.NeedsImprovement { // the others stand in the matrix as they are called everywhere
		text := lang.Fill(t.Evaluation.PredicateIs, "predicate", t.Person.Improvement)
		lines = append(lines, p.styled(s.Header, text)...)
	}
	if text := rating.Unexplained(p.look(), &p.data.Data.Person, e); text != "" {
		lines = append(lines, p.styled(s.Warning, text)...)
	} else if text := rating.Because(t, e); text != "" {
		lines = append(lines, pane.Wrap(text, p.textWidth())...)
	}
	return lines
}

func (p *Page) matrix() []string {
	if s, ok := p.stand(); ok {
		return s.Bands(p.look(), p.textWidth())
	}
	e, r := p.evaluation(), &p.data.Data.Person
	if r.Err != nil {
		return nil
	}
	return rating.Matrix(p.look(), r.Rules, e.Result, e.Behaviour, p.textWidth())
}

// change is what would change the predicate. While a rating is on its way the
// answer would be about the one before.
func (p *Page) change() []string {
	if p.queue.Len() > 0 || p.data.Data.Person.Evaluation.State == model.Final {
		return nil
	}
	if s, ok := p.stand(); ok {
		return p.computedChange(s)
	}
	t, e := p.env.Text, p.data.Data.Person.Evaluation
	if len(p.data.Data.Outlooks) == 0 && e.Predicate == model.VeryGood {
		return pane.Wrap(t.Evaluation.Top, p.textWidth())
	}
	var lines []string
	for _, text := range outlook.Lines(t, p.data.Data.Outlooks) {
		lines = append(lines, pane.Wrap(text, p.textWidth())...)
	}
	return lines
}

// objection says how one objects, while one can (DOMAIN 10.3).
func (p *Page) objection() []string {
	if text := p.env.Text.Objecting(p.evaluation()); text != "" {
		return p.styled(p.env.Styles.Text, text)
	}
	return nil
}

// notes are those that were written.
func (p *Page) notes() []string {
	var lines []string
	for _, text := range valued.Written(p.env.Text, p.data.Data.Person.Evaluation) {
		lines = append(lines, p.item(text)...)
	}
	if lines == nil {
		return nil
	}
	return append([]string{" " + p.env.Styles.Header.Render(p.env.Text.Evaluation.Notes)}, lines...)
}

// acts list who did what, and whose word it is.
func (p *Page) acts() (lines []string) {
	r := &p.data.Data.Person
	for i, text := range said.Acts(p.env.Text, p.names(), r.Plan.Words, r.Evaluation.Words) {
		if i == 0 {
			lines = append(lines, " "+p.env.Styles.Header.Render(p.env.Text.Person.Acts))
		}
		lines = append(lines, p.item(text)...)
	}
	return lines
}

// item is one entry of a list in the side pane, its later lines set in.
func (p *Page) item(text string) []string {
	width := p.width
	if p.wide() {
		width = sideWidth
	}
	return pane.Hang(text, width, 2, 4)
}

func (p *Page) styled(style lipgloss.Style, text string) []string {
	return pane.Styled(style, text, p.textWidth())
}
