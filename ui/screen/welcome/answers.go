package welcome

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/model/nip"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/menu"
)

// unitFields asks for the unit: one that the file has, or a new one.
func (p *Page) unitFields(at nav.Welcome) []form.Field {
	t := p.env.Text
	kinds := []form.Option{}
	for _, k := range []model.UnitKind{model.UnitClinic, model.UnitSubClinic, model.UnitSchool, model.UnitOffice, model.UnitDivision, model.UnitOther} {
		kinds = append(kinds, form.Option{Value: k.String(), Label: t.UnitKind(k)})
	}
	fresh := func(f *form.Form) bool { return f.Value("which") == "" }
	return []form.Field{
		{ID: "which", Label: t.Welcome.Which, Hint: t.Welcome.WhichHint, Kind: form.Pick, When: func(*form.Form) bool { return len(p.inside) > 0 }},
		{ID: "name", Label: t.Welcome.UnitName, Hint: t.Welcome.UnitHint, Need: true, Max: 120, Value: at.Unit, When: fresh},
		{ID: "kind", Label: t.Welcome.UnitKind, Kind: form.Choice, Options: kinds, Value: at.Kind.String(), When: fresh},
	}
}

// offerUnits lists the units that the file has.
func (p *Page) offerUnits() {
	p.inside = p.inside[:0]
	var options []form.Option
	for id, u := range p.units.Data {
		if !u.Void {
			p.inside = append(p.inside, id)
			options = append(options, form.Option{Value: string(id), Label: u.Name, Note: u.Code})
		}
	}
	slices.SortFunc(options, func(a, b form.Option) int { return strings.Compare(a.Label, b.Label) })
	p.unit.SetOptions("which", options)
	if len(options) == 1 && !p.unit.Dirty() {
		p.unit.SetValue("which", options[0].Value)
	}
	if len(options) > 0 && p.unit.Value("name") == "" {
		p.unit.Focus("which")
	}
}

// whoFields asks for the head of the unit, who works here.
func (p *Page) whoFields(at nav.Welcome) []form.Field {
	t := p.env.Text.Welcome
	return []form.Field{
		{ID: "name", Label: t.Name, Hint: t.NameHint, Need: true, Max: 120, Value: at.Name, Check: p.nameCheck},
		{ID: "number", Label: t.Number, Hint: t.NumberHint, Max: 40, Value: at.Number, Check: p.numberCheck},
		{ID: "position", Label: t.Position, Need: true, Max: 120, Value: at.Position},
	}
}

// nameCheck refuses what is titles alone.
func (p *Page) nameCheck(value string) string {
	if _, name, _ := model.SplitName(value); name == "" {
		return p.env.Text.Why(model.ErrMissing)
	}
	return ""
}

func (p *Page) numberCheck(value string) string {
	if _, _, err := p.number(value); err != nil {
		return p.env.Text.Why(err)
	}
	return ""
}

// number reads a NIP, or the local number of somebody who has none.
func (p *Page) number(value string) (model.NIP, model.EmployeeKind, error) {
	if value == "" {
		return "", model.NonASN, nil
	}
	if n, err := nip.ParseLocal(value); err == nil {
		return n, model.NonASN, nil
	}
	now := p.env.Now()
	today, err := model.NewDate(now.Year(), int(now.Month()), now.Day())
	if err != nil {
		return "", 0, err
	}
	n, info, err := nip.Parse(value, today)
	return n, info.Kind(), err
}

// propose gives the head of the unit the usual name of the post, unless another
// was typed.
func (p *Page) propose() {
	if was := p.who.Value("position"); was == p.position {
		p.position = founding.HeadOf(p.unitOf().Kind)
		p.who.SetValue("position", p.position)
	}
}

// offerPeriods lists what people begin with: the quarter that ended, the one
// that runs, and the same of months.
func (p *Page) offerPeriods(wanted model.Period) {
	now := p.env.Now()
	today, err := model.NewDate(now.Year(), int(now.Month()), now.Day())
	if err != nil {
		return
	}
	t := p.env.Text
	var items []menu.Item
	for _, kind := range []model.PeriodKind{model.Quarter, model.Month} {
		runs := model.PeriodAt(kind, today)
		p.periods = append(p.periods, runs.Prev(), runs)
		items = append(items, menu.Item{Label: t.Period(runs.Prev()), Note: t.Welcome.Ended}, menu.Item{Label: t.Period(runs), Note: t.Welcome.Runs})
	}
	p.choice.SetItems(items...)
	p.choice.MoveTo(max(0, slices.Index(p.periods, wanted)))
}

func (p *Page) period() model.Period { return p.periods[p.choice.Chosen()] }

// unitOf is the unit as it was answered.
func (p *Page) unitOf() model.Unit {
	if id := model.UnitID(p.unit.Value("which")); id != "" {
		return p.units.Data[id]
	}
	kind, _ := model.ParseUnitKind(p.unit.Value("kind"))
	return model.Unit{Name: strings.Join(strings.Fields(p.unit.Value("name")), " "), Kind: kind}
}

// answers is the place in which the page is now.
func (p *Page) answers() nav.Welcome {
	u := p.unitOf()
	at := nav.Welcome{
		Step: p.step, Kind: u.Kind, Name: p.who.Value("name"), Number: p.who.Value("number"), Period: p.period(),
	}
	if u.ID == "" {
		at.Unit = u.Name
	}
	if position := p.who.Value("position"); position != p.position {
		at.Position = position
	}
	return at
}

// beginning is all the answers, as they are kept.
func (p *Page) beginning() founding.Beginning {
	before, name, after := model.SplitName(p.who.Value("name"))
	number, kind, _ := p.number(p.who.Value("number")) // checked by the form
	return founding.Beginning{
		Unit:   p.unitOf(),
		Person: model.Employee{Number: number, Name: name, Before: before, After: after, Kind: kind},
		Post:   model.Post{Position: p.who.Value("position")},
		Period: p.period(),
	}
}
