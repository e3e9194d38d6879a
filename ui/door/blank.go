package door

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/nav"
)

// Blank is the page behind a door that nobody went through yet: it knows nothing.
func Blank(nav.Route) nav.Screen { return blank{} }

type blank struct{}

func (blank) Init() tea.Cmd          { return nil }
func (blank) Update(tea.Msg) tea.Cmd { return nil }
func (blank) Resize(int, int)        {}
func (blank) View() string           { return "" }
func (blank) Title() string          { return "" }
func (blank) Actions() []nav.Action  { return nil }
func (blank) Typing() bool           { return false }
