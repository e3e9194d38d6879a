package results

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/periods"
	"kinerja/ui/widget/reader"
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
		return []nav.Action{does(k.Enter, "enter", t.Go.Use, p.release), does(k.Esc, "esc", p.backTo(), p.reconsider), keep}
	case p.mode == noting:
		return []nav.Action{does(k.Enter, "enter", t.Go.Use, p.note), does(k.Esc, "esc", t.Go.Cancel, p.close), keep}
	case p.mode == previewing && p.grid.Typing():
		return []nav.Action{hint(k.Enter, t.Go.Down), hint(k.Tab, t.Go.Right), hint(k.Esc, t.Go.Cancel), keep}
	case p.mode == previewing:
		g := p.env.Text.Cells.Go
		enter := does(k.Enter, "enter", g.Keep, p.keepPaste)
		if i, c, ok := p.cursor(); ok {
			if n, slipped := p.pasted.Meant(i, c); slipped {
				enter = does(k.Enter, "enter", lang.Fill(g.Meant, "value", p.env.Text.Number(n)), p.takeMeant)
			}
		}
		return []nav.Action{
			enter, does(k.Edit, "edit", k.Edit.Help().Desc, func() tea.Cmd { return p.askPreview(p.grid.Editing()) }),
			hint(k.Tab, g.Problem), does(k.Esc, "esc", t.Go.Cancel, p.dropPaste), keep,
		}
	case p.mode == leftOut:
		return []nav.Action{does(k.Esc, "esc", t.Go.Close, p.close), keep}
	case p.mode == explaining:
		return []nav.Action{does(k.Esc, "esc", t.Go.Close, p.close), does(k.Why, "why", t.Go.Close, p.close), keep}
	case p.grid.Typing():
		taken := nav.Action{ID: "undo", Name: k.Undo.Help().Desc, Binding: k.Undo, Run: p.undo}
		return []nav.Action{
			hint(k.Enter, t.Go.Down), hint(k.Tab, t.Go.Right), does(k.FillDown, "filldown", k.FillDown.Help().Desc, p.fillDown),
			hint(k.Esc, t.Go.Cancel), keep, taken, {ID: "copy", Name: k.Copy.Help().Desc, Binding: k.Copy, Run: p.copy},
		}
	}
	return p.moving(keep)
}

// moving lists what can be done while the cursor moves. What has no key of its
// own has none because every letter means something else.
func (p *Page) moving(keep nav.Action) []nav.Action {
	k, t := p.env.Keys, p.env.Text.Results
	act := func(b key.Binding, id, name, why string, main bool, run func() tea.Cmd) nav.Action {
		return nav.Action{ID: id, Name: name, Binding: b, Why: why, Main: main, Run: func() tea.Cmd { return p.then(run()) }}
	}
	nobody, closed, nothing, first, last, one, all := "", "", "", "", "", "", ""
	_, ranged := p.grid.Selected()
	if _, _, ok := p.cursor(); !ok {
		nobody, closed = t.NobodyHere, t.NobodyHere
	} else if !ranged || p.sheet.Closed != nil { // what is locked among many is left out, and said
		closed = p.refusal()
	}
	if all = p.env.Text.Cells.NothingLeft; len(p.left.Each) > 0 {
		all = ""
	}
	if p.sheet == nil || len(p.sheet.People) == 0 {
		nothing = t.NothingToOrder
	}
	at, of := p.sheet.Among(p.instrument)
	if at <= 0 {
		first = t.FirstInstrument
	}
	if at >= of-1 {
		last = t.LastInstrument
	}
	if len(p.periods()) < 2 {
		one = t.OnePeriod
	}
	list := []nav.Action{
		act(k.Edit, "edit", p.source().Edits(k, p.cursor), closed, !ranged, func() tea.Cmd { return p.ask(tea.KeyMsg{}, p.grid.Editing()) }),
		act(k.FillDown, "filldown", k.FillDown.Help().Desc, closed, !p.detailed, p.fillDown),
		act(k.FillRight, "fillright", k.FillRight.Help().Desc, closed, ranged, p.fillRight),
		act(k.Copy, "copy", k.Copy.Help().Desc, nobody, ranged, p.copy),
		act(k.Range, "range", k.Range.Help().Desc, nobody, false, func() tea.Cmd { p.grid.Range(); return nil }),
		act(k.Note, "note", k.Note.Help().Desc, closed, p.detailed, p.startNote),
		act(k.Why, "why", k.Why.Help().Desc, nobody, true, p.why),
		act(k.Coach, "coach", k.Coach.Help().Desc, nobody, false, p.coach),
		act(k.Next, "next", t.Go.Next, last, of > 1 && !p.detailed, func() tea.Cmd { return p.other(1) }),
		act(k.Previous, "previous", t.Go.Previous, first, of > 1 && at == of-1 && !p.detailed, func() tea.Cmd { return p.other(-1) }),
		act(k.Detail, "detail", k.Detail.Help().Desc, nobody, !ranged && !p.detailed, p.inspect),
		act(k.Undo, "undo", k.Undo.Help().Desc, "", !p.detailed, p.undo),
		act(k.Period, "period", k.Period.Help().Desc, one, !p.detailed, p.choosePeriod),
		act(k.Filter, "filter", k.Filter.Help().Desc, nothing, false, func() tea.Cmd { p.mode, p.line = filtering, grid.NewLine(p.filter); return nil }),
		act(k.Order, "order", k.Order.Help().Desc, nothing, false, p.reorder), act(k.Redo, "redo", k.Redo.Help().Desc, "", false, p.redo),
		act(k.Write, "write", k.Write.Help().Desc, p.env.NoWriting(nobody), false, p.write),
		{ID: "evaluation", Name: t.Go.Evaluation, Why: nobody, Run: func() tea.Cmd { return nav.Open(nav.Evaluation{Plan: p.plan(), Period: p.sheet.Period}) }},
		{ID: "action", Name: p.env.Text.Action.Open, Why: nobody, Run: func() tea.Cmd { return nav.Open(nav.ActionPlan{Plan: p.plan(), Period: p.sheet.Period}) }},
		{ID: "left", Name: p.env.Text.Cells.Go.Left, Why: all, Run: p.listLeft}, keep,
	}
	switch {
	case ranged: // the grid gives the range up
	case p.failure() != "":
		list = append([]nav.Action{act(k.Esc, "esc", t.Go.Drop, "", true, p.drop)}, list...)
	case p.detailed:
		list = append(list, act(k.Esc, "esc", t.Go.Close, "", true, p.inspect))
	case p.filter != "":
		list = append(list, act(k.Esc, "esc", t.Go.Cancel, "", false, p.noFilter))
	}
	return list
}

// backTo is where the reason is given up to.
func (p *Page) backTo() string {
	if p.pasted.Open() {
		return p.env.Text.Cells.Go.Preview
	}
	return p.env.Text.Results.Go.Cancel
}

// coach starts a coaching plan about the value that the cursor is on.
func (p *Page) coach() tea.Cmd {
	i, c, _ := p.cursor()
	who := &p.sheet.People[i]
	return nav.Open(nav.StartCoaching{Employee: who.Staff.Employee, Plan: who.Plan.ID, Period: p.sheet.Period, Measure: p.sheet.Columns[c].ID})
}

// plan is that of whom the cursor is on.
func (p *Page) plan() model.PlanID {
	i, _, _ := p.cursor()
	return p.sheet.People[i].Plan.ID
}

// other goes to another instrument, by places in their list.
func (p *Page) other(by int) tea.Cmd {
	at, _ := p.sheet.Among(p.instrument)
	p.instrument = p.sheet.Instruments[at+by].ID
	return p.read()
}

// periods are those that can be chosen, oldest first.
func (p *Page) periods() []model.Period {
	if p.sheet == nil {
		return nil
	}
	return periods.With(p.sheet.Periods, p.sheet.Period)
}

// choosePeriod lets another period be chosen.
func (p *Page) choosePeriod() tea.Cmd {
	return nav.ChoosePeriod(p.periods(), p.period, func(to model.Period) tea.Cmd {
		p.period = to
		return p.then(p.read())
	})
}

// close goes back to the grid.
func (p *Page) close() tea.Cmd { p.mode = entering; return nil }

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

func (p *Page) why() tea.Cmd { p.mode, p.reader = explaining, reader.Reader{}; return nil }
