package results

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
)

// Actions says what can be done here and now.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Results
	hint := func(b key.Binding, name string) nav.Action {
		return nav.Action{ID: b.Help().Key, Name: name, Binding: b, Main: true}
	}
	does := func(b key.Binding, id, name string, run func() tea.Cmd) nav.Action {
		return nav.Action{ID: id, Name: name, Binding: b, Main: true, Run: func() tea.Cmd { return p.then(run()) }}
	}
	keep := nav.Action{ID: "saved", Name: k.Saved.Help().Desc, Binding: k.Saved, Run: p.save}
	switch {
	case p.mode == filtering:
		return []nav.Action{does(k.Enter, "enter", t.Go.Use, p.close), does(k.Esc, "esc", t.Go.Cancel, p.noFilter), keep}
	case p.mode == reasoning:
		return []nav.Action{
			does(k.Enter, "enter", t.Go.Use, p.release),
			does(k.Esc, "esc", t.Go.Without, func() tea.Cmd { return p.reasoned("") }), keep,
		}
	case p.mode == choosing:
		return []nav.Action{
			does(k.Enter, "enter", t.Go.Choose, p.choose), does(k.Period, "period", k.Period.Help().Desc, p.choosePeriod),
			does(k.Esc, "esc", t.Go.Cancel, p.close), keep,
		}
	case p.mode == explaining:
		return []nav.Action{does(k.Esc, "esc", t.Go.Close, p.close), does(k.Why, "why", t.Go.Close, p.close), keep}
	case p.grid.Typing():
		taken := nav.Action{ID: "undo", Name: k.Undo.Help().Desc, Binding: k.Undo, Run: p.undo}
		return []nav.Action{hint(k.Enter, t.Go.Down), hint(k.Tab, t.Go.Right), hint(k.Esc, t.Go.Cancel), keep, taken}
	}
	return p.moving(keep)
}

// moving lists what can be done while the cursor moves.
func (p *Page) moving(keep nav.Action) []nav.Action {
	k, t := p.env.Keys, p.env.Text.Results
	act := func(b key.Binding, id, name, why string, main bool, run func() tea.Cmd) nav.Action {
		return nav.Action{ID: id, Name: name, Binding: b, Why: why, Main: main, Run: func() tea.Cmd { return p.then(run()) }}
	}
	nobody, nothing, first, last, one := "", "", "", "", ""
	if _, _, ok := p.cursor(); !ok {
		nobody = t.NobodyHere
	}
	if p.sheet == nil || len(p.sheet.People) == 0 {
		nothing = t.NothingToOrder
	}
	at, all := p.place()
	if at <= 0 {
		first = t.FirstInstrument
	}
	if at >= all-1 {
		last = t.LastInstrument
	}
	if len(p.periods()) < 2 {
		one = t.OnePeriod
	}
	list := []nav.Action{
		act(k.Edit, "edit", k.Edit.Help().Desc, nobody, true, func() tea.Cmd { return p.ask(tea.KeyMsg{}, p.grid.Editing()) }),
		act(k.Why, "why", k.Why.Help().Desc, nobody, true, p.why),
		act(k.Undo, "undo", k.Undo.Help().Desc, "", true, p.undo),
		act(k.Period, "period", k.Period.Help().Desc, one, true, p.choosePeriod),
		act(k.Next, "next", t.Go.Next, last, all > 1, func() tea.Cmd { return p.other(1) }),
		act(k.Previous, "previous", t.Go.Previous, first, false, func() tea.Cmd { return p.other(-1) }),
		act(k.Filter, "filter", k.Filter.Help().Desc, nothing, false, p.startFilter),
		act(k.Order, "order", k.Order.Help().Desc, nothing, false, p.reorder),
		act(k.Redo, "redo", k.Redo.Help().Desc, "", false, p.redo),
		keep,
	}
	if p.filter != "" {
		list = append(list, act(k.Esc, "esc", t.Go.Cancel, "", false, p.noFilter))
	}
	return list
}

// place is which instrument is shown, counted from 0, and of how many.
func (p *Page) place() (at, all int) {
	if p.sheet == nil {
		return 0, 0
	}
	at = slices.IndexFunc(p.sheet.Instruments, func(in model.Instrument) bool { return in.ID == p.instrument })
	return at, len(p.sheet.Instruments)
}

// other goes to another instrument, by places in their list.
func (p *Page) other(by int) tea.Cmd {
	at, _ := p.place()
	p.instrument = p.sheet.Instruments[at+by].ID
	return p.read()
}

// periods are those that can be chosen, oldest first.
func (p *Page) periods() []model.Period {
	if p.sheet == nil {
		return nil
	}
	list := slices.Clone(p.sheet.Periods)
	if !slices.Contains(list, p.sheet.Period) {
		list = append(list, p.sheet.Period)
		slices.SortFunc(list, model.Period.Compare)
	}
	return list
}

// choosePeriod opens the choice of a period; once open it goes to the next,
// around the end.
func (p *Page) choosePeriod() tea.Cmd {
	if p.mode == choosing {
		p.choice = (p.choice + 1) % len(p.periods())
		return nil
	}
	p.mode, p.choice = choosing, max(0, slices.Index(p.periods(), p.period))
	return nil
}

func (p *Page) pressChoice(k tea.KeyMsg) {
	keys, last := p.env.Keys, len(p.periods())-1
	switch {
	case key.Matches(k, keys.Left, keys.Up, keys.BackTab):
		p.choice = max(0, p.choice-1)
	case key.Matches(k, keys.Right, keys.Down, keys.Tab):
		p.choice = min(last, p.choice+1)
	case key.Matches(k, keys.Home):
		p.choice = 0
	case key.Matches(k, keys.End):
		p.choice = last
	}
}

func (p *Page) choose() tea.Cmd {
	p.mode = entering
	if chosen := p.periods()[min(p.choice, len(p.periods())-1)]; chosen != p.period {
		p.period = chosen
		return p.read()
	}
	return nil
}

// close goes back to the grid.
func (p *Page) close() tea.Cmd {
	p.mode = entering
	return nil
}

func (p *Page) startFilter() tea.Cmd {
	p.mode, p.line = filtering, grid.NewLine(p.filter)
	return nil
}

func (p *Page) noFilter() tea.Cmd {
	p.mode = entering
	p.search("")
	return nil
}

// search shows the people whose name holds all words of text.
func (p *Page) search(text string) {
	p.filter = text
	p.stand()
}

// reorder puts the rows in the other order.
func (p *Page) reorder() tea.Cmd {
	if p.order++; p.order > sheet.MissingFirst {
		p.order = sheet.ByName
	}
	p.stand()
	return nil
}

// stand puts the rows in the order and filter asked for, the cursor on the
// person it was on.
func (p *Page) stand() {
	i, c, ok := p.cursor()
	p.sheet.Shown = p.sheet.Sorted(p.order, p.filter)
	row := 0
	if ok {
		row = max(0, slices.Index(p.sheet.Shown, i))
	}
	p.arrange()
	p.grid.Goto(row, c)
}

func (p *Page) why() tea.Cmd {
	p.mode, p.scroll = explaining, 0
	return nil
}

// pressWhy scrolls the working of a score.
func (p *Page) pressWhy(k tea.KeyMsg) {
	keys, most := p.env.Keys, max(0, len(p.working())-p.whyRoom())
	switch {
	case key.Matches(k, keys.Up):
		p.scroll--
	case key.Matches(k, keys.Down):
		p.scroll++
	case key.Matches(k, keys.PageUp):
		p.scroll -= p.whyRoom()
	case key.Matches(k, keys.PageDown):
		p.scroll += p.whyRoom()
	case key.Matches(k, keys.Home):
		p.scroll = 0
	case key.Matches(k, keys.End):
		p.scroll = most
	}
	p.scroll = max(0, min(p.scroll, most))
}
