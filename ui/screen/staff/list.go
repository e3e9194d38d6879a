package staff

import (
	"strings"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/widget/ruleset"
)

// The page is its table's source: the rows that fit the filter.

// The columns, as Cell numbers them.
const (
	colName = iota
	colNumber
	colPosition
	colUnit
	colStanding
)

// Len is how many people fit the filter.
func (p *Page) Len() int {
	if p.hits != nil {
		return len(p.hits)
	}
	return p.all()
}

// all is how many people there are.
func (p *Page) all() int {
	if p.people.Data.list == nil {
		return 0
	}
	return p.people.Data.list.Len()
}

// row is the ith person that fits the filter.
func (p *Page) row(i int) model.StaffRow {
	if p.hits != nil {
		i = p.hits[i]
	}
	return p.people.Data.list.Row(i)
}

// chosen is the person under the cursor; nobody in an empty list.
func (p *Page) chosen() model.StaffRow {
	if i := p.table.Cursor(); i < p.Len() {
		return p.row(i)
	}
	return model.StaffRow{}
}

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	r := p.row(row)
	switch col {
	case colName:
		return r.Name
	case colNumber:
		return r.Number.Grouped()
	case colPosition:
		return r.Position
	case colUnit:
		return p.people.Data.units[r.Unit].Name
	}
	return p.standing(r.Employee, row)
}

// standing says how somebody stands: rated, or how much was entered. It is
// silent until the answer is there.
func (p *Page) standing(id model.EmployeeID, row int) string {
	t := p.env.Text
	s, found := p.standings.Data[id]
	switch {
	case p.now() == 0:
		return t.Staff.NoPeriod
	case !found && (!p.standings.Have || p.standings.Busy || row < p.asked.first || row >= p.asked.end):
		return ""
	case !found:
		return t.Staff.NoCard
	case s.Evaluation.Predicate != model.NoPredicate:
		return ruleset.Predicate(t, s.Evaluation, p.env.Rules.File) + " · " + t.StateShort(s.Evaluation.State)
	}
	n := filled(s)
	if n == 0 {
		return t.Staff.NoCard
	}
	return lang.Fill(t.Staff.Filled, "n", n, "all", len(s.Plan.Measures))
}

// search finds the rows in which every word of the filter stands, in any
// order: in name, number, position or unit.
func (p *Page) search() {
	p.asked = span{}
	p.hits, _ = p.filter.Hits(p.fold)
	p.table.SetLen(p.Len())
}

// listed reports whether somebody stands on the whole list.
func (p *Page) listed(who model.EmployeeID) bool {
	for i := range p.all() {
		if p.people.Data.list.Row(i).Employee == who {
			return true
		}
	}
	return false
}

// fold makes the lines that are searched, once for each reading.
func (p *Page) fold() []string {
	if p.folded != nil {
		return p.folded
	}
	p.folded = make([]string, p.all())
	for i := range p.folded {
		r := p.people.Data.list.Row(i)
		p.folded[i] = strings.ToLower(r.Name + "\n" + string(r.Number) + "\n" + r.Position + "\n" + p.people.Data.units[r.Unit].Name)
	}
	return p.folded
}
