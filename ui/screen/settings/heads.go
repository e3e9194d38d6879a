package settings

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// fold is how the result of a unit suggests the rating of its head: from which
// result on above, and from which on meets.
type fold struct{ above, meets unitresult.Grade }

// folds are those that Enter goes round, the program's default first. Others can
// be written into the file of settings.
func folds() []fold {
	return []fold{
		{unitresult.Outstanding, unitresult.Good},
		{unitresult.Outstanding, unitresult.NeedsImprovement},
		{unitresult.Good, unitresult.NeedsImprovement},
	}
}

// foldNow is the fold in use, as its two bounds.
func (p *Page) foldNow() fold {
	now, f := fold{above: unitresult.Outstanding + 1, meets: unitresult.Outstanding + 1}, p.env.Rules.File.HeadFold()
	for g := unitresult.Outstanding; g >= unitresult.VeryPoor; g-- {
		if f.Of(g) == model.Above {
			now.above = g
		}
		if f.Of(g) >= model.Meets {
			now.meets = g
		}
	}
	return now
}

func (p *Page) heads() string {
	t, now := p.env.Text, p.foldNow()
	return lang.Fill(t.Settings.HeadsNote, "above", t.Grade(now.above), "meets", t.Grade(now.meets))
}

// nextHeads writes the next fold and opens the program anew with it, here. The
// bounds are written in the order in which they never cross.
func (p *Page) nextHeads() tea.Cmd {
	all, now := folds(), p.foldNow()
	next := all[0]
	for i, f := range all {
		if f == now {
			next = all[(i+1)%len(all)]
		}
	}
	desk, text, again := p.desk, p.env.Text, nav.AgainMsg{First: nav.Settings{At: p.menu.Chosen()}, Said: p.env.Text.Settings.HeadsSaid}
	return p.keeping.Start(func() (nav.AgainMsg, error) {
		changes := [][2]string{{"rules.head_above", next.above.String()}, {"rules.head_meets", next.meets.String()}}
		if next.above < now.meets { // the better bound may come down only after the other
			changes[0], changes[1] = changes[1], changes[0]
		}
		for _, c := range changes {
			if err := desk.Keep(c[0], c[1]); err != nil {
				again.Said = lang.Fill(text.Settings.HeadsNotKept, "why", text.Error(err))
				break
			}
		}
		return again, nil
	})
}
