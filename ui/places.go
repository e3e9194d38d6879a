package ui

import (
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// places lists the pages there are, each with its digit (UX 3).
func places(t *lang.Texts) []over.Place {
	return []over.Place{
		{Digit: '1', Name: t.Home.Title, Route: nav.Home{}},
		{Digit: '2', Name: t.Frame.Pages.Staff, Route: nav.Staff{}},
		{Digit: '3', Name: t.Frame.Pages.Results, Route: nav.Results{}},
		{Digit: '4', Name: t.Frame.Pages.Evaluations, Route: nav.Evaluations{}},
		{Digit: '5', Name: t.Feedback.Title, Route: nav.Feedback{}},
		{Digit: '0', Name: t.Settings.Title, Route: nav.Settings{}},
	}
}
