package skp

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// whyNoCopyTo says why no draft of the next year can be made from this plan.
func (p *Page) whyNoCopyTo() string {
	if p.data.Have && !access.MayAnybody(p.env.Me, model.VerbCopyPlan) {
		return p.env.Text.Error(model.ErrNotAllowed)
	}
	return p.reading()
}

// askCopyTo says what a draft of the next year takes over, and asks.
func (p *Page) askCopyTo() tea.Cmd {
	f := p.form()
	question := lang.Fill(p.env.Text.SKP.Page.AskCopyTo, "name", lang.Inert(f.Staff.Name), "year", f.Plan.Year+1)
	return nav.Ask(question, func() tea.Msg { return doMsg{p, "copy-to"} })
}

// copyTo makes the draft of the next year and goes there.
func (p *Page) copyTo() tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	f, w, desk := p.form(), p.env.Text.SKP.Page, p.desk
	year, name := f.Plan.Year+1, lang.Inert(f.Staff.Name)
	order := planning.CopyOrder{Plan: p.id, Year: year}
	return p.saving.Start(func() (done, error) {
		made, _, err := desk.CopyPlans(order)
		if errors.Is(err, model.ErrExists) {
			return done{said: lang.Fill(w.HasPlan, "name", name, "year", year)}, nil
		}
		if err != nil || len(made) == 0 {
			return done{}, err
		}
		return done{said: lang.Fill(w.CopiedTo, "name", name, "year", year), open: made[0].Plan.ID}, nil
	})
}

// things are what can be added to a plan: its results and the lines of its annex.
func things(p model.Plan) (list []item) {
	for _, x := range p.Outline.Outcomes {
		list = append(list, item{kind: onOutcome, id: x.ID})
	}
	for part := range planning.Parts {
		for _, l := range *planning.List(&p.Outline.Annex, part) {
			list = append(list, item{kind: onLine, id: l.ID, part: part})
		}
	}
	return list
}

// added is the thing that a plan has and had not; nil where there is none.
func added(had []item, now model.Plan) *item {
	for _, x := range things(now) {
		known := false
		for _, old := range had {
			known = known || old == x
		}
		if !known {
			return &x
		}
	}
	return nil
}
