package skp

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/voice"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/word"
)

// own reports a step that is the own word of whoever is at work: it needs no
// paper.
func (p *Page) own(step planning.Step) bool {
	f := p.form()
	return step.Own(f.Plan, f.Post.Evaluator, p.env.Me)
}

// asked is whose word a step is, and whether they may say it by their own PIN: not
// what both signed on paper.
func (p *Page) asked(step planning.Step) word.Asked {
	f := p.form()
	whose := step.Speaker(f.Plan, f.Post.Evaluator, p.env.Me.Employee)
	a := word.Asked{Whose: whose, Name: f.Evaluator.FullName()}
	if !step.Paper && !p.own(step) {
		a.PIN = p.data.Data.pins[whose]
	}
	if whose == f.Plan.Employee {
		a.Name = f.Staff.Name
	}
	return a
}

// submit asks once, where somebody hands in the own plan; for another it opens the
// form that asks for the paper too.
func (p *Page) submit() tea.Cmd {
	if step, ok := planning.StepOf(planning.Submit, p.form().Plan.State); ok && !p.own(step) {
		p.openStep(planning.Submit)
		return nil
	}
	return nav.Ask(lang.Fill(p.env.Text.SKP.Page.AskSubmit, "name", lang.Inert(p.form().Staff.Name)), func() tea.Msg { return doMsg{p, planning.Submit} })
}

// step takes one step, off the loop.
func (p *Page) step(o planning.StepOrder) tea.Cmd { return p.stepAs(o, voice.Said{}) }

// stepAs takes one step as the word of whoever types their PIN; without one, as
// whoever works here.
func (p *Page) stepAs(o planning.StepOrder, by voice.Said) tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	t, f := p.env.Text, p.form()
	said := lang.Fill(t.SKP.Page.Stepped, "name", lang.Inert(f.Staff.Name), "year", f.Plan.Year, "state", t.SKP.Done[o.Step])
	o.Plans = []model.PlanID{p.id}
	desk := p.desk
	return p.saving.Start(func() (done, error) {
		steps := Stepper(desk)
		if by.Signs() {
			var err error
			if steps, err = desk.Voiced(by); err != nil {
				return done{}, err
			}
		}
		_, err := steps.StepPlans(o)
		return done{said: said}, err
	})
}
