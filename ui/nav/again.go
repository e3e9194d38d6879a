package nav

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
)

// AgainMsg ends the pages and opens the program anew, for Env does not change
// while pages are open: in another language, for somebody else, on the sample.
// What is empty stays as it was.
type AgainMsg struct {
	Language string
	Theme    string
	Me       model.EmployeeID
	Sample   bool   // on the sample district
	Own      bool   // away from it, on one's own file
	First    Route  // opened over the first page
	Said     string // shown then

	Guest *Guest // somebody else works from now on; nil: whoever did
	Open  bool   // the file asks nobody for a PIN any more
	Code  string // a recovery code that is shown first, the one time
}

// Again opens the program anew.
func Again(m AgainMsg) tea.Cmd { return func() tea.Msg { return m } }

// InsteadMsg goes to a place, and leaves the page on top for it: going back from
// there leads to where one was before.
type InsteadMsg struct{ Route Route }

// Instead goes to a place in the place of this page.
func Instead(r Route) tea.Cmd { return func() tea.Msg { return InsteadMsg{Route: r} } }

// Guest is somebody who came in with a PIN.
type Guest struct {
	Actor  model.Actor
	User   string    // the name to log in by
	Last   time.Time // of the login before; zero: this is the first
	Failed int       // tries with a wrong PIN since then
	Must   bool      // the PIN was set by somebody else and is changed before anything else
}
