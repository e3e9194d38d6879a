package evaluations

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/widget/picks"
)

// pick selects the row, or takes it out, and goes down.
func (p *Page) pick() tea.Cmd {
	i, _ := p.cursor()
	id := p.board.People[i].Plan.ID
	if p.anchor >= 0 {
		return p.span()
	}
	p.selected.Flip(id)
	return p.row(1)
}

// span begins a range of rows; a second time it ends it, and its rows are
// selected.
func (p *Page) span() tea.Cmd {
	if p.anchor < 0 {
		p.anchor = p.table.Cursor()
		return nil
	}
	for row := range p.board.Shown {
		if p.inRange(row) {
			p.selected[p.plan(row)] = true
		}
	}
	p.anchor = -1
	return nil
}

func (p *Page) inRange(row int) bool {
	at := p.table.Cursor()
	return p.anchor >= 0 && row >= min(p.anchor, at) && row <= max(p.anchor, at)
}

// unpick gives up a range, else the selection.
func (p *Page) unpick() tea.Cmd {
	if p.anchor < 0 {
		clear(p.selected)
	}
	p.anchor = -1
	return nil
}

// picked reports whether a row is selected.
func (p *Page) picked(row int) bool {
	return p.inRange(row) || p.selected[p.plan(row)]
}

// plan is that of who is on a row.
func (p *Page) plan(row int) model.PlanID { return p.board.People[p.board.Shown[row]].Plan.ID }

// targets are the people that a step is meant for: of those who can be seen, the
// selected and those of an open range; else the one under the cursor.
func (p *Page) targets() []int {
	if p.board == nil {
		return nil
	}
	var list []int
	for row, i := range p.board.Shown {
		if p.picked(row) {
			list = append(list, i)
		}
	}
	if i, ok := p.cursor(); ok && len(list) == 0 {
		list = []int{i}
	}
	return list
}

// marked says how many are selected, those of an open range with them, and how
// many the filter hides.
func (p *Page) marked() string {
	seen, shown := 0, len(p.selected.Seen(p.Len(), p.plan))
	for row := range p.Len() {
		if p.picked(row) {
			seen++
		}
	}
	return picks.Count(p.env.Text, seen, len(p.selected)-shown)
}
