package evaluation

import tea "github.com/charmbracelet/bubbletea"

// whole is the line of the working that stands for the total.
const whole = -1

// least is the first line that can be asked why.
func (p *Page) least() int {
	if p.why {
		return whole
	}
	return 0
}

// sideways moves the focus. An open choice goes to the other rating.
func (p *Page) sideways(by int) {
	if p.pen.Choosing() {
		p.focus = onResults + onBehaviour - p.focus
		p.choose()
		return
	}
	if p.focus = (p.focus + focus(by) + focuses) % focuses; p.computes() && p.focus == onResults { // it is computed
		p.focus = (p.focus + focus(by) + focuses) % focuses
	}
	p.showFocus()
}

// move puts the cursor on another indicator; beyond the last it scrolls.
func (p *Page) move(by int) {
	n := len(p.data.Data.Person.Score.Steps)
	to := max(p.least(), min(p.measure+by, n-1))
	if to == p.measure {
		p.scrollBy(by)
		return
	}
	p.measure = to
	if p.why && !p.wide() {
		p.scroll.Reset() // another answer begins at its beginning
		return
	}
	lines, at := p.lines()
	p.scroll.Show(at.table+1+to, at.table+2+to, len(lines), p.height)
}

func (p *Page) scrollBy(by int) { p.scroll.By(by, len(p.body()), p.height) }

// showFocus brings the part of the page with the focus into sight.
func (p *Page) showFocus() {
	lines, at := p.lines()
	first := 0
	if p.focus == onResults || p.focus == onBehaviour {
		first = at.ratings
	}
	p.scroll.Show(first, first+2, len(lines), p.height)
}

// noIndicator says why there is nothing to ask about; "" where there is.
func (p *Page) noIndicator() string {
	if len(p.data.Data.Person.Score.Steps) == 0 {
		return p.env.Text.Evaluation.Why.NoIndicator
	}
	return ""
}

// toggleWhy opens and closes the answer why; an open choice waits meanwhile.
func (p *Page) toggleWhy() tea.Cmd {
	p.why = !p.why
	p.scroll.Reset()
	if p.why {
		p.rates = p.pen.Choosing()
		p.pen.Close()
		return nil
	}
	p.measure = max(0, p.measure)
	lines, at := p.lines()
	p.scroll.Show(at.table+1+p.measure, at.table+2+p.measure, len(lines), p.height)
	if p.rates && p.lockedWhy() == "" {
		p.choose()
	}
	p.rates = false
	return nil
}
