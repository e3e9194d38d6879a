package results

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/outbox"
)

// recalled is what undo or redo brought.
type recalled struct {
	info  model.ChangeInfo
	sheet *sheet.Sheet // as it is now; nil where it could not be read
}

// confirmed is the yes to an undo or redo outside this sheet.
type confirmed struct {
	page *Page
	kind outbox.Kind
}

// run starts the next job of the queue, unless one is on its way.
func (p *Page) run() tea.Cmd {
	j := p.queue.Next()
	if j == nil {
		return nil
	}
	desk := p.desk
	if j.Kind == outbox.Enter {
		c, e := j.Cell, j.Entry
		return p.saving.Start(func() (model.Card, error) {
			return desk.Enter(c.Plan, c.Period, []model.Entry{e}, e.Reason)
		})
	}
	verb := desk.Undo
	if j.Kind == outbox.Redo {
		verb = desk.Redo
	}
	period, in, unit, rs := p.period, p.instrument, p.unit, p.env.Rules
	return p.recalls.Start(func() (r recalled, err error) {
		if r.info, err = verb(); err != nil {
			return r, err
		}
		// Without a sheet the page reads again by itself.
		if raw, err := desk.Sheet(period, in, unit); err == nil {
			r.sheet = sheet.Build(raw, rs)
		}
		return r, nil
	})
}

// kept takes the answer to a saving.
func (p *Page) kept() tea.Cmd {
	if err := p.saving.Err; err != nil {
		first := p.queue.Busy() != nil && p.queue.Busy().Err == nil
		p.queue.Fail(err)
		cmd := p.run()
		if first || p.answer {
			p.answer = false
			cmd = tea.Batch(cmd, func() tea.Msg { return nav.FailMsg{Err: err} })
		}
		return cmd
	}
	j := p.queue.Done()
	p.saves++
	p.last = p.env.Now()
	p.saved[j.Cell] = p.last
	p.queue.Retry() // the file takes values again
	if i, ok := p.sheet.At[j.Cell.Plan]; ok && j.Cell.Period == p.sheet.Period {
		p.sheet.People[i].Card = p.saving.Data
		p.sheet.Judge(i, p.env.Rules)
		for other := range p.queue.Waiting() {
			if other.Cell.Plan == j.Cell.Plan {
				p.show(other.Cell, other.Entry, other.Kind)
			}
		}
	}
	if next := p.run(); next != nil || p.queue.Values() > 0 {
		return next
	}
	cmd := func() tea.Msg { return nav.ChangedMsg{} }
	if j.Err != nil || p.answer {
		p.answer = false
		return tea.Batch(cmd, nav.Say(p.allSaved()))
	}
	return cmd
}

// save answers whether everything is saved, and tries what is not.
func (p *Page) save() tea.Cmd {
	var left tea.Cmd
	if p.mode == reasoning {
		left = p.release()
	} else if p.grid.Typing() {
		left = p.leave(p.grid.Leaving())
	}
	t := p.env.Text.Results
	if p.queue.Values() > 0 {
		p.answer = true
		if n, _ := p.queue.Unsaved(); n > 0 {
			left = tea.Batch(left, nav.Say(lang.Fill(t.StillUnsaved, "what", p.env.Text.Plural(t.Values, n))))
		}
		return p.then(left)
	}
	if p.grid.Typing() { // cannot be left: the fault says why
		return left
	}
	return tea.Batch(left, nav.Say(p.allSaved()))
}

func (p *Page) allSaved() string {
	if p.last.IsZero() {
		return p.env.Text.Frame.AllSaved
	}
	return lang.Fill(p.env.Text.Results.AllSaved, "at", p.env.Text.Clock(p.last))
}

// enter puts an entry into the sheet and on its way into the file.
func (p *Page) enter(i int, m model.Measure, e model.Entry) {
	who := p.sheet.People[i]
	was := who.Card.Entry(m.ID)
	p.queue.Add(outbox.Job{
		Cell:  outbox.Cell{Plan: who.Plan.ID, Period: p.sheet.Period, Measure: m.ID},
		Entry: e, Was: was, Label: p.name(i) + " · " + lang.Inert(m.Gauge.Code),
	})
	p.mine, p.undone = p.mine+1, 0
	if p.sheet.Put(i, e, p.env.Rules) {
		p.arrange()
	} else {
		p.grid.SetFoot(p.foot())
	}
}

// undo takes back what was done last: the text being typed, a value that the
// file did not take, a change of this sheet; anything else only after a
// question.
func (p *Page) undo() tea.Cmd {
	if p.grid.Typing() {
		p.grid.Cancel()
		p.fault, p.preview = "", nil
		return nil
	}
	if j, ok := p.queue.Drop(); ok {
		p.mine = max(0, p.mine-1)
		p.show(j.Cell, j.Was, outbox.Enter)
		p.arrange()
		what := j.Label + " " + p.typed(j.Entry)
		return nav.Say(lang.Fill(p.env.Text.Results.TakenBack, "what", what))
	}
	if p.mine == 0 {
		return nav.Ask(p.env.Text.Results.UndoElsewhere, func() tea.Msg { return confirmed{p, outbox.Undo} })
	}
	return p.recall(outbox.Undo)
}

// redo does again what was undone here; anything else only after a question.
func (p *Page) redo() tea.Cmd {
	if p.grid.Typing() {
		return nil
	}
	if p.undone == 0 {
		return nav.Ask(p.env.Text.Results.RedoElsewhere, func() tea.Msg { return confirmed{p, outbox.Redo} })
	}
	return p.recall(outbox.Redo)
}

func (p *Page) recall(k outbox.Kind) tea.Cmd {
	p.queue.Add(outbox.Job{Kind: k})
	return p.run()
}

// recalled shows what undo or redo changed: the sentence names it, and the
// cursor goes there if it is on the sheet.
func (p *Page) recalled() tea.Cmd {
	t := p.env.Text.Results
	text, nothing := t.Undone, t.NothingUndone
	j := p.queue.Busy()
	if j != nil && j.Kind == outbox.Redo {
		text, nothing = t.Redone, t.NothingRedone
	}
	if err := p.recalls.Err; err != nil {
		p.queue.Fail(err)
		if errors.Is(err, model.ErrNothing) {
			return nav.Say(nothing)
		}
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	p.queue.Done()
	if text == t.Undone {
		p.mine, p.undone = max(0, p.mine-1), p.undone+1
	} else {
		p.mine, p.undone = p.mine+1, max(0, p.undone-1)
	}
	p.saves++
	what := p.changed(p.recalls.Data.info)
	if now := p.recalls.Data.sheet; now != nil {
		old := p.sheet
		p.adopt(now)
		if there := p.goThere(old, p.recalls.Data.info); there != "" {
			what = there
		}
	}
	return tea.Batch(nav.Say(lang.Fill(text, "what", what)), p.run(), func() tea.Msg { return nav.ChangedMsg{} })
}

// goThere puts the cursor on the value that a change was about, and says how
// it changed since old; "" when it is not on this sheet.
func (p *Page) goThere(old *sheet.Sheet, info model.ChangeInfo) string {
	if info.Period != p.sheet.Period || info.Measure == "" {
		return ""
	}
	for row, i := range p.sheet.Shown {
		who := p.sheet.People[i]
		was, known := old.At[who.Plan.ID]
		if who.Staff.Employee != info.Employee || !known {
			continue
		}
		for c := range p.sheet.Columns {
			m, ok := p.sheet.Measure(i, c)
			if !ok || m.ID != info.Measure {
				continue
			}
			p.grid.Goto(row, c)
			p.last = p.env.Now()
			p.saved[p.cell(i, m)] = p.last
			before, after := model.Entry{Actual: info.Before}, model.Entry{Actual: info.After}
			if old.Period == p.sheet.Period {
				before, after = old.People[was].Card.Entry(m.ID), who.Card.Entry(m.ID)
			}
			return lang.Fill(p.env.Text.Results.Change, "name", p.name(i), "code", p.code(c),
				"before", p.typed(before), "after", p.typed(after))
		}
	}
	return ""
}

// changed names a change that is not one value of this sheet.
func (p *Page) changed(info model.ChangeInfo) string {
	t := p.env.Text
	switch {
	case info.Count > 1 || info.What == "":
		return t.Plural(t.Results.SeveralRecords, info.Count, "what", t.Verb(info.Verb))
	case info.Measure == "":
		return lang.Inert(info.What) + " · " + t.Verb(info.Verb)
	}
	code := lang.Inert(info.Detail)
	if info.Period != p.sheet.Period && info.Period.Valid() {
		code += " " + t.Period(info.Period)
	}
	return lang.Fill(t.Results.Change, "name", lang.Inert(info.What), "code", code,
		"before", t.Amount(info.Before), "after", t.Amount(info.After))
}

// same reports whether two entries hold the same value.
func same(a, b model.Entry) bool { return a.Actual == b.Actual && a.Num == b.Num && a.Den == b.Den }
