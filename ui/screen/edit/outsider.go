package edit

import (
	"strings"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
)

// outsider are the fields that introduce an evaluator who is on no list: they
// are shown once a name is to be added. The own unit's head is evaluated from
// the office above, of which nothing else need be in the file.
func outsider(p *Page) []form.Field {
	t := p.env.Text.Edit
	adding := func(f *form.Form) bool { return f.Added("evaluator") != "" }
	return []form.Field{
		{Kind: form.Head, Label: t.Outside, When: adding},
		{ID: "above_name", Label: t.Name, Hint: t.NameHint, Need: true, Max: 120, When: adding},
		{ID: "above_number", Label: t.Number, Hint: t.AboveNumberHint, Need: true, Max: 40, When: adding, Check: func(v string) string { return aboveNumber(p, v) }},
		{ID: "above_position", Label: t.Position, Hint: t.AbovePositionHint, Need: true, Max: 120, When: adding},
		{ID: "above_office", Label: t.Office, Hint: t.OfficeHint, Need: true, Max: 120, When: adding, Check: func(v string) string { return office(p, v) }},
		{Kind: form.Head, When: adding},
	}
}

// introduce takes the name that was typed over into the field of the name.
func introduce(p *Page) {
	if name := p.form.Added("evaluator"); name != "" {
		p.form.Fill("above_name", name)
	}
}

// aboveNumber refuses what is no NIP, and one that somebody has: then they are
// on the list and can be chosen.
func aboveNumber(p *Page, value string) string {
	n, _, err := nip.Parse(value, p.today())
	if err != nil {
		return p.env.Text.Why(err)
	}
	for _, r := range p.data.Data.people {
		if r.Number == n {
			return lang.Fill(p.env.Text.Edit.Taken, "name", lang.Inert(r.Name))
		}
	}
	return ""
}

// office refuses the unit where the post in hand is, and those below it: who
// works there is staff, and is added as such.
func office(p *Page, value string) string {
	units := p.data.Data.units
	for id, u := range units {
		if lang.Fold(u.Name) == lang.Fold(strings.Join(strings.Fields(value), " ")) && units.Within(id, model.UnitID(p.form.Value("unit"))) {
			return p.env.Text.Edit.OfficeOwn
		}
	}
	return ""
}

// outsider is the evaluator that the form introduces; false where none is.
func (p *Page) outsider() (model.Outsider, bool) {
	f := p.form
	if f.Added("evaluator") == "" {
		return model.Outsider{}, false
	}
	before, name, after := model.SplitName(f.Value("above_name"))
	n, info, _ := nip.Parse(f.Value("above_number"), p.today()) // the form has checked it
	return model.Outsider{
		Person:   model.Employee{Name: name, Before: before, After: after, Number: n, Kind: info.Kind()},
		Position: f.Value("above_position"), Office: strings.Join(strings.Fields(f.Value("above_office")), " "), Above: model.UnitID(f.Value("unit")),
	}, true
}
