package edit

import (
	"strings"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/model/tenure"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
)

// outsider are the fields that introduce an evaluator who is on no list: they
// are shown once a name is to be added. The own unit's head is evaluated from
// the office above, of which nothing else need be in the file.
func outsider(p *Page) []form.Field {
	t := p.Env.Text.Edit
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
	if name := p.Form().Added("evaluator"); name != "" {
		p.Form().Fill("above_name", name)
	}
}

// aboveNumber refuses what is no NIP, and one that somebody has: then they are
// on the list and can be chosen.
func aboveNumber(p *Page, value string) string {
	n, _, err := nip.Parse(value, p.Env.Today())
	if err != nil {
		return p.Env.Text.Why(err)
	}
	for _, r := range p.Data().people {
		if r.Number == n {
			return lang.Fill(p.Env.Text.Edit.Taken, "name", lang.Inert(r.Name))
		}
	}
	return ""
}

// office refuses the unit where the post in hand is, and those below it: who
// works there is staff, and is added as such.
func office(p *Page, value string) string {
	units := p.Data().units
	for id, u := range units {
		if lang.Fold(u.Name) == lang.Fold(strings.Join(strings.Fields(value), " ")) && units.Within(id, model.UnitID(p.Form().Value("unit"))) {
			return p.Env.Text.Edit.OfficeOwn
		}
	}
	return ""
}

// introduced is the evaluator that the form introduces; false where none is.
func introduced(p *Page) (tenure.Outsider, bool) {
	f := p.Form()
	if f.Added("evaluator") == "" {
		return tenure.Outsider{}, false
	}
	before, name, after := model.SplitName(f.Value("above_name"))
	n, info, _ := nip.Parse(f.Value("above_number"), p.Env.Today()) // the form has checked it
	return tenure.Outsider{
		Person:   model.Employee{Name: name, Before: before, After: after, Number: n, Kind: info.Kind()},
		Position: f.Value("above_position"), Office: strings.Join(strings.Fields(f.Value("above_office")), " "), Above: model.UnitID(f.Value("unit")),
	}, true
}
