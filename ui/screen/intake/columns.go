package intake

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model/offer"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
)

// ignored is what a column is read as that is left out.
const ignored = "-"

// name opens the form in which every column is given its meaning.
func (p *Page) name() tea.Cmd {
	t, f := p.env.Text, p.found.Data
	options := []form.Option{{Value: ignored, Label: t.Intake.Ignore}}
	for _, field := range f.Fields {
		options = append(options, form.Option{Value: field, Label: t.Field(field), Note: note(field, t.Field(field))})
	}
	var fields []form.Field
	seen := map[string]bool{}
	for _, c := range f.Columns {
		if c.Name == "" || seen[c.Name] {
			continue
		}
		seen[c.Name] = true
		fields = append(fields, form.Field{ID: c.Name, Label: lang.Inert(c.Name), Kind: form.Pick, Options: options, Value: read(c)})
	}
	p.columns = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: t}, fields...)
	p.columns.Focus(f.Astray)
	p.step = columns
	return nil
}

// note is the field's own name where people call it otherwise.
func note(field, label string) string {
	if field == label {
		return ""
	}
	return field
}

func read(c offer.Column) string {
	if c.Field == "" {
		return ignored
	}
	return c.Field
}

// fill gives a key to the form.
func (p *Page) fill(k tea.KeyMsg) tea.Cmd {
	switch p.columns.Press(k) {
	case form.Submit:
		return p.named()
	case form.Escape:
		if len(p.found.Data.Missing) > 0 {
			p.step, p.order = files, offer.Order{}
		} else {
			p.step = preview
		}
	}
	return nil
}

func (p *Page) submit() tea.Cmd {
	if p.columns.Submit() {
		return p.named()
	}
	return nil
}

// named reads the table with the columns as they are named now. Two columns
// cannot be the same thing.
func (p *Page) named() tea.Cmd {
	told := map[string]string{}
	for column, field := range p.order.Map {
		told[column] = field
	}
	taken := map[string]string{}
	for _, c := range p.found.Data.Columns {
		if c.Name == "" {
			continue
		}
		field := p.columns.Value(c.Name)
		if field == "" { // taken away with Backspace
			field = ignored
		}
		if other, twice := taken[field]; twice && field != ignored && other != c.Name {
			p.columns.Fail(c.Name, lang.Fill(p.env.Text.Intake.Twice, "column", lang.Inert(other)))
			return nil
		}
		taken[field] = c.Name
		if field != read(c) {
			told[c.Name] = field
		}
	}
	p.order.Map = told
	if p.order.Sheet == "" {
		p.order.Sheet = p.found.Data.Sheet
	}
	return p.look()
}
