package credit

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/points"
)

// According to what a balance is recorded.
const (
	onPaper = "paper"
	moved   = "moved"
)

// fill opens the form of the opening balance.
func (p *Page) fill() tea.Cmd {
	t := p.env.Text.Credit
	paper := func(f *form.Form) bool { return f.Value("from") == onPaper }
	var levels []form.Option
	for _, l := range credit.Levels() {
		levels = append(levels, form.Option{Value: l.String(), Label: l.Name()})
	}
	p.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text},
		form.Field{ID: "from", Label: t.From, Kind: form.Choice, Value: onPaper, Options: []form.Option{{Value: onPaper, Label: t.OnPaper}, {Value: moved, Label: t.Moved}}},
		form.Field{ID: "points", Label: t.Points, Kind: form.Number, Need: true, When: paper},
		form.Field{ID: "years", Label: t.InRank, Hint: t.InRankHint, Kind: form.Number, Need: true, When: func(f *form.Form) bool { return !paper(f) }},
		form.Field{ID: "date", Label: t.Until, Hint: t.UntilHint, Kind: form.Date, Need: true, Until: p.env.Today()},
		form.Field{ID: "document", Label: t.Document, Hint: t.PaperHint, Kind: form.Text, Need: true, Max: 200},
		form.Field{ID: "jenjang", Label: t.Level, Kind: form.Pick, Value: p.account().Level.String(), Options: levels},
	)
	return nil
}

func (p *Page) pressForm(k tea.KeyMsg) tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	switch p.form.Press(k) {
	case form.Submit:
		return p.save()
	case form.Escape:
		if p.form.Dirty() {
			return nav.Ask(p.env.Text.Credit.Discard, func() tea.Msg { return dropMsg{p} })
		}
		p.form = nil
	}
	return nil
}

// dropMsg: a person gave up what was typed.
type dropMsg struct{ page *Page }

func (p *Page) submit() tea.Cmd {
	if !p.saving.Busy && p.form.Submit() {
		return p.save()
	}
	return nil
}

// save keeps the balance as the form says it.
func (p *Page) save() tea.Cmd {
	f := p.form
	b := credit.Base{Employee: p.who, Document: strings.TrimSpace(f.Value("document"))}
	b.Level, _ = credit.ParseLevel(f.Value("jenjang"))
	b.Until, _ = f.Date("date") // the form checked it
	if f.Value("from") == moved {
		years, err := f.Number("years")
		months, ok := credit.MonthsOf(years.Or(0))
		if err != nil || !ok {
			f.Fail("years", p.env.Text.Why(model.ErrNumberRange))
			return nil
		}
		b.Months = months
	} else {
		n, _ := f.Number("points")
		b.Points = n.Or(0)
	}
	desk := p.desk
	return p.saving.Start(func() (credit.Base, error) { return desk.SetBase(b) })
}

// saved says what was kept; what was refused is said beside its field.
func (p *Page) saved() tea.Cmd {
	err := p.saving.Err
	if err == nil {
		p.form = nil
		said := lang.Fill(p.env.Text.Credit.Kept, "name", lang.Inert(p.data.Data.Staff.Name), "points", points.Points(p.env.Text, p.saving.Data.Amount()))
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said))
	}
	var field *model.FieldError
	if p.form != nil && errors.As(err, &field) && p.form.Has(field.Field) {
		p.form.Fail(field.Field, p.env.Text.Why(field.Err))
		return nil
	}
	return func() tea.Msg { return nav.FailMsg{Err: err} }
}
