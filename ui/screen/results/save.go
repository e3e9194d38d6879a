package results

import (
	"errors"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/outbox"
	"kinerja/ui/widget/worksheet"
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
		period, list, reason := j.Changes[0].Cell.Period, outbox.ByPlan(j.Changes), j.Reason
		return p.saving.Start(func() ([]model.Card, error) { return desk.EnterMany(period, list, reason) })
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
		if row, c, ok := p.source().Find(p.queue.Refused()); ok && first && !p.Typing() {
			p.grid.Goto(row, c)
		}
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
	for _, c := range j.Changes {
		p.saved[c.Cell] = p.last
	}
	p.queue.Retry() // the file takes values again
	if j.Changes[0].Cell.Period == p.sheet.Period {
		p.source().Kept(p.saving.Data)
		p.show(func(c outbox.Change) model.Entry { return c.Entry }, slices.Collect(p.queue.Waiting())...)
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
	t := p.env.Text.Results
	switch {
	case p.mode == reasoning:
		left = p.release()
	case p.mode == noting:
		left = p.note()
	case p.mode == previewing: // Enter keeps it, and nothing else does
		return nav.Say(lang.Fill(p.env.Text.Frame.NotSaved, "what", p.Unsaved()))
	case p.grid.Typing():
		if left = p.leave(p.grid.Leaving()); p.mode == reasoning { // its reason is asked first
			return left
		}
	}
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
	if what := p.Unsaved(); what != "" { // typed since
		return lang.Fill(p.env.Text.Frame.NotSaved, "what", what)
	}
	if p.last.IsZero() {
		return p.env.Text.Frame.AllSaved
	}
	return lang.Fill(p.env.Text.Results.AllSaved, "at", p.env.Text.Clock(p.last))
}

// enter puts values into the sheet and on their way into the file, together.
func (p *Page) enter(list []outbox.Change, reason string) {
	j := outbox.Job{Changes: list, Reason: reason, Label: p.source().Label(list)}
	p.queue.Add(j)
	p.mine, p.undone = p.mine+1, 0
	if p.source().Put(list, func(c outbox.Change) model.Entry { return c.Entry }) {
		p.arrange()
	} else {
		p.grid.SetFoot(p.source().Foot())
	}
}

// undo takes back what was done last: the text being typed, a value that the
// file did not take, a change of this sheet; anything else only after a
// question.
func (p *Page) undo() tea.Cmd {
	if p.grid.Typing() {
		p.giveUp()
		return nil
	}
	if j, ok := p.queue.Drop(); ok {
		return p.dropped(j)
	}
	if p.mine == 0 {
		return nav.Ask(p.env.Text.Results.UndoElsewhere, func() tea.Msg { return confirmed{p, outbox.Undo} })
	}
	return p.recall(outbox.Undo)
}

// drop takes the value under the cursor back, which the file did not take.
func (p *Page) drop() tea.Cmd {
	i, c, _ := p.cursor()
	j, _ := p.queue.DropAt(p.source().At(i, c)) // on its way again: nothing is dropped
	return p.dropped(j)
}

func (p *Page) dropped(j outbox.Job) tea.Cmd {
	if len(j.Changes) == 0 {
		return nil
	}
	p.mine = max(0, p.mine-1)
	p.show(func(c outbox.Change) model.Entry { return c.Was }, j)
	p.arrange()
	return nav.Say(lang.Fill(p.env.Text.Results.TakenBack, "what", j.Label))
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
	t, j, by := p.env.Text, p.queue.Busy(), -1
	redo := j != nil && j.Kind == outbox.Redo
	if redo {
		by = 1
	}
	if err := p.recalls.Err; err != nil {
		p.queue.Fail(err)
		if errors.Is(err, model.ErrNothing) {
			return nav.Say(t.NothingRecalled(redo))
		}
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	p.queue.Done()
	p.mine, p.undone = max(0, p.mine+by), max(0, p.undone-by)
	p.saves++
	what := t.Change(p.recalls.Data.info)
	if now := p.recalls.Data.sheet; now != nil {
		old := p.sheet
		p.adopt(now)
		if there := p.goThere(old, p.recalls.Data.info); there != "" {
			what = there
		}
	}
	return tea.Batch(nav.Say(t.Recalled(what, redo)), p.run(), func() tea.Msg { return nav.ChangedMsg{} })
}

// goThere puts the cursor on the first value that a change was about, and says
// how it changed since old, or how many did; "" when none is on this sheet.
func (p *Page) goThere(old *sheet.Sheet, info model.ChangeInfo) string {
	if info.Period != p.sheet.Period || info.Measure == "" {
		return ""
	}
	list := p.sheet.Since(old)
	first, told := p.source().Recalled(list)
	if told == "" {
		return ""
	}
	p.last = p.env.Now()
	for _, d := range list {
		i := p.sheet.Shown[d.Row]
		m, _ := p.sheet.Measure(i, d.Column)
		p.saved[worksheet.Place(p.sheet, i, m)] = p.last
	}
	p.grid.Goto(first.Row, first.Column)
	return told
}
