package over

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/nav"
	"kinerja/ui/widget/periods"
)

// Periods lets a person choose another period for the page below.
type Periods struct {
	env    nav.Env
	asked  nav.PeriodMsg
	choice periods.Choice
	width  int
}

// NewPeriods opens the choice that a page asked for.
func NewPeriods(env nav.Env, m nav.PeriodMsg) *Periods {
	return &Periods{env: env, asked: m, choice: periods.New(m.List, m.At), width: 78}
}

// Press moves the choice; the key that opened it goes on to the next period.
func (p *Periods) Press(k tea.KeyMsg) Done {
	keys := p.env.Keys
	switch {
	case k.Paste:
	case key.Matches(k, keys.Esc):
		return closed()
	case key.Matches(k, keys.Enter):
		chosen := p.choice.Chosen()
		if chosen == p.asked.At {
			return closed()
		}
		return Done{Close: true, Run: func() tea.Cmd { return p.asked.Choose(chosen) }}
	case key.Matches(k, keys.Period):
		p.choice.Next()
	default:
		p.choice.Press(k, keys)
	}
	return Done{}
}

// Body leaves the page in sight.
func (p *Periods) Body(width, _ int) (string, bool) {
	p.width = width
	return "", false
}

// Line lists the periods around the chosen one, which stands in brackets.
func (p *Periods) Line() string {
	return ansi.Strip(p.choice.Line(p.env.Text, p.env.Styles, p.env.Text.Over.Period, p.width))
}

// Foot says how one is chosen.
func (p *Periods) Foot() []Hint {
	t, k := p.env.Text.Over, p.env.Keys
	return []Hint{
		{Label: k.Now(k.Left, true) + "/" + k.Now(k.Right, true), Name: k.Period.Help().Desc},
		hint(p.env, k.Enter, t.Choose, false), hint(p.env, k.Esc, t.Cancel, false),
	}
}

// Typing is never so.
func (p *Periods) Typing() bool { return false }
