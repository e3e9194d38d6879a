package feedback

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/ui/nav"
)

// of is the period of an item: the one it names, else the quarter in which it
// was said.
func of(f talk.Feedback) model.Period {
	if f.Period != 0 {
		return f.Period
	}
	return model.PeriodAt(model.Quarter, f.Word.On)
}

// periods are those in which something was said, oldest first.
func (p *Page) periods() []model.Period {
	var list []model.Period
	for _, f := range p.items() {
		list = append(list, of(f))
	}
	slices.SortFunc(list, model.Period.Compare)
	return slices.Compact(list)
}

// onePeriod says why there is no other period to go to.
func (p *Page) onePeriod() string {
	switch len(p.periods()) {
	case 0:
		return p.env.Text.Feedback.NoItem
	case 1:
		return p.env.Text.Feedback.OnePeriod
	}
	return ""
}

// choosePeriod opens the choice of a period: the conversation is one, so the
// cursor goes to the first thing that was said in it.
func (p *Page) choosePeriod() tea.Cmd {
	item, _ := p.chosen()
	return nav.ChoosePeriod(p.periods(), of(item), func(to model.Period) tea.Cmd {
		p.show(slices.IndexFunc(p.items(), func(f talk.Feedback) bool { return of(f) == to }))
		return nil
	})
}
