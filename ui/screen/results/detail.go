package results

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model/sheet"
	"kinerja/ui/nav"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/outbox"
	"kinerja/ui/widget/worksheet"
)

// Where the page is high enough for both, the panel about a cell stands below
// the grid; else it takes the grid's place.
const (
	panelHeight = 17
	gridHeight  = 12
)

// panelRoom is how much of the page the panel takes from below the grid.
func (p *Page) panelRoom() int {
	if !p.detailed || p.height < around+gridHeight+panelHeight {
		return 0
	}
	return panelHeight
}

// inspect opens or closes the panel about the cell under the cursor; of a gain or
// an observation that can be entered it opens the form of what that is computed from.
func (p *Page) inspect() tea.Cmd {
	if at, observed, ok := p.source().Computed(p.cursor()); ok && !p.detailed && p.refusal() == "" {
		return nav.Open(nav.Basis(nav.Gain(at), observed))
	}
	p.detailed = !p.detailed
	p.Resize(p.width, p.height)
	return nil
}

// look reads what the file knows of the cell under the cursor, while the panel
// is open.
func (p *Page) look() tea.Cmd {
	i, c, ok := p.cursor()
	if !ok || !p.detailed {
		return nil
	}
	m, planned := p.sheet.Measure(i, c)
	at := worksheet.Place(p.sheet, i, m)
	if !planned || at == p.traced {
		return nil
	}
	p.traced, p.trace.Have = at, false
	desk := p.desk
	return p.trace.Start(func() (sheet.Trace, error) { return desk.Trace(at.Plan, at.Period, at.Measure) })
}

// panel is all about the cell under the cursor, in so many lines.
func (p *Page) panel(height int) []string {
	i, c, ok := p.cursor()
	if !ok {
		return make([]string, height)
	}
	var known about.Known
	if p.trace.Have && p.traced != (outbox.Cell{}) {
		known = about.KnownFrom(p.trace.Data, p.env.Me, p.env.Now().Location())
	}
	lines := p.aboutCell(i, c).Panel(known, p.grid.Line(), p.width)
	lines = append(lines, make([]string, max(0, height-len(lines)))...)
	return lines[:max(0, height)]
}

// withPanel puts the panel below the lines of the grid, or in their place.
func (p *Page) withPanel(lines []string) []string {
	room := p.panelRoom()
	if room == 0 {
		return p.panel(len(lines))
	}
	rule := p.env.Styles.Rule.Render(strings.Repeat(p.env.Styles.Glyphs.Rule, max(0, p.width)))
	return append(append(lines, rule), p.panel(room-1)...)
}
