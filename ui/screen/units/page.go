// Package units is the tree of units as a list: who heads each, and how many
// people work there. Enter edits one, a adds one.
package units

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads.
type Desk interface {
	Units() (model.Units, error)
	// Everyone lists all people, those who left too.
	Everyone() ([]model.StaffRow, error)
}

// read is what one reading brings: the units in the order of the tree.
type read struct {
	list   []model.Unit
	depth  map[model.UnitID]int
	people map[model.UnitID]int
	heads  map[model.EmployeeID]string
}

// The columns, as Cell numbers them.
const (
	colName = iota
	colCode
	colKind
	colHead
	colPeople
)

// Page is the list.
type Page struct {
	env  nav.Env
	desk Desk

	data   nav.Load[read]
	wanted model.UnitID
	table  *table.Table

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk) *Page {
	t := env.Text.Edit
	return &Page{env: env, desk: desk, table: table.New(env.Text, env.Styles, []table.Column{
		colName:   {Title: t.UnitName, Min: 26, Max: 60},
		colCode:   {Title: t.Code, Min: 8, Max: 14, Level: 1},
		colKind:   {Title: t.UnitKind, Min: 10, Max: 14},
		colHead:   {Title: t.Head, Min: 14, Max: 34, Level: 2},
		colPeople: {Title: t.People, Min: 6, Max: 8, Right: true},
	})}
}

// Init reads the tree.
func (p *Page) Init() tea.Cmd {
	if u, ok := p.chosen(); ok {
		p.wanted = u.ID
	}
	desk := p.desk
	return p.data.Start(func() (read, error) {
		tree, err := desk.Units()
		if err != nil {
			return read{}, err
		}
		people, err := desk.Everyone()
		return inOrder(tree, people), err
	})
}

// inOrder lists a tree from the top down, by name, and counts who works where.
func inOrder(tree model.Units, people []model.StaffRow) read {
	r := read{depth: map[model.UnitID]int{}, people: map[model.UnitID]int{}, heads: map[model.EmployeeID]string{}}
	path := map[model.UnitID]string{}
	for id, u := range tree {
		if u.Void {
			continue
		}
		var names []string
		for _, above := range tree.Path(id) {
			names = append(names, lang.Fold(above.Name)+"\x00"+string(above.ID))
		}
		r.list, r.depth[id], path[id] = append(r.list, u), len(names)-1, strings.Join(names, "\x01")
	}
	slices.SortFunc(r.list, func(a, b model.Unit) int { return strings.Compare(path[a.ID], path[b.ID]) })
	for _, row := range people {
		r.heads[row.Employee] = row.Name
		if !row.Void && !row.Outside {
			r.people[row.Unit]++
		}
	}
	return r
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		for i, u := range p.data.Data.list {
			if u.ID == p.wanted {
				p.table.MoveTo(i)
			}
		}
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.table.Press(k, p.env.Keys)
	}
	return nil
}

// add proposes a new unit below the one under the cursor, or beside it where
// that is one below which there are usually none.
func (p *Page) add() tea.Cmd {
	u, _ := p.chosen()
	above := u.ID
	if (u.Kind == model.UnitSubClinic || u.Kind == model.UnitSchool) && u.Parent != "" {
		above = u.Parent
	}
	return nav.Open(nav.EditUnit{Parent: above})
}

// Actions says what can be done with the list.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Edit
	none := ""
	if p.Len() == 0 {
		none = t.NoUnits
	}
	return []nav.Action{
		{ID: "enter", Name: t.Change, Binding: k.Enter, Why: none, Main: true, Run: p.open},
		{ID: "edit", Name: t.Change, Binding: k.Edit, Why: none, Run: p.open},
		{ID: "add", Name: t.Add, Binding: k.Add, Main: true, Run: p.add},
	}
}

func (p *Page) open() tea.Cmd {
	u, _ := p.chosen()
	return nav.Open(nav.EditUnit{Unit: u.ID})
}

func (p *Page) chosen() (model.Unit, bool) {
	if i := p.table.Cursor(); i < p.Len() {
		return p.data.Data.list[i], true
	}
	return model.Unit{}, false
}

// Len is how many units there are.
func (p *Page) Len() int { return len(p.data.Data.list) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, r := p.env.Text, p.data.Data
	u := r.list[row]
	switch col {
	case colName:
		return strings.Repeat("  ", r.depth[u.ID]) + u.Name
	case colCode:
		return u.Code
	case colKind:
		return t.UnitKind(u.Kind)
	case colHead:
		return r.heads[u.Head]
	}
	return t.Count(r.people[u.ID])
}

// View draws the page in its room.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Edit.Reading
	case p.Len() == 0:
		return ansi.Wordwrap(t.Edit.NoUnits, max(1, p.width), "")
	}
	u, _ := p.chosen()
	detail := strings.Join(slices.DeleteFunc([]string{u.Name, u.Code, p.data.Data.heads[u.Head]}, func(x string) bool { return x == "" }), " · ")
	return p.table.View(p) + "\n" + s.Dim.Render(ansi.Truncate(lang.Inert(detail), p.width, s.Glyphs.Ellipsis))
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height-1))
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Edit.Units }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
