package plans

import (
	"fmt"
	"slices"
	"strconv"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/store/intake/gauge"
)

// settle makes a record of a plan, unless something of it is refused. The error
// is the snapshot's.
func (p *plans) settle(d *draft) error {
	if len(d.refused) == 0 && weights(d.measures) <= 0 {
		p.RefuseRow(d.rows[0], "bobot", weights(d.measures).String(), model.ErrZero)
		d.refused = d.rows[:1]
	}
	if len(d.refused) > 0 {
		p.refuseRest(d)
		return nil
	}
	if err := p.link(d); err != nil {
		return err
	}
	measured := planning.ContentOf(d.old).Same(planning.Content{Instrument: d.in.ID, Version: d.in.Version, Measures: d.measures})
	switch {
	case d.old.ID == "":
		return p.fresh(d)
	case measured && sameOutline(d.old.Outline, d.outline) && (d.ruleset == "" || d.ruleset == d.old.RuleSet):
		p.Same++
		return nil
	}
	used, err := p.plans.Entered(d.old)
	if err != nil {
		return err
	}
	used = used && (!measured || d.ruleset != "" && d.ruleset != d.old.RuleSet) // results stand against measures and rule set alone
	why := model.ErrEntered
	if d.old.State == model.PlanClosed {
		used, why = true, model.ErrState
	}
	if used {
		for _, row := range d.rows {
			p.RefuseRow(row, "nip", string(d.person.Employee.Number), why)
		}
		return nil
	}
	if measured && sameOutline(d.old.Outline, d.outline) {
		p.Changed++
		p.put(d, p.named(d, d.old)) // nothing of it is agreed anew
		return nil
	}
	return p.change(d)
}

// named lets a plan name the rule set that its rows name, if they do.
func (p *plans) named(d *draft, plan model.Plan) model.Plan {
	if d.ruleset != "" {
		p.Change(d.rows[0], d.person.Employee.FullName(), "aturan", rules.Own(d.old), d.ruleset)
		plan.RuleSet = d.ruleset
	}
	return plan
}

// refuseRest refuses the rows of a plan of which others are refused: half of it
// would be another plan.
func (p *plans) refuseRest(d *draft) {
	slices.Sort(d.refused)
	rows := slices.Compact(d.refused)
	for _, row := range d.rows {
		if !slices.Contains(rows, row) {
			p.RefuseRow(row, "nip", string(d.person.Employee.Number), &misread.RowsError{Rows: rows, Err: misread.ErrRowRefused})
		}
	}
}

func weights(list []model.Measure) (sum model.Number) {
	for _, m := range list {
		sum += m.Gauge.Weight
	}
	return sum
}

// fresh proposes a plan that does not exist yet.
func (p *plans) fresh(d *draft) error {
	plan, err := model.PlanFrom(model.Instrument{ID: d.in.ID, Version: d.in.Version}, d.post, d.year).Agree(p.word(d))
	if err != nil {
		return fmt.Errorf("plan of %s: %w", d.person.Employee.Number, err)
	}
	plan.Measures, plan.Outline = d.measures, d.outline
	if d.ruleset != "" {
		plan.RuleSet = d.ruleset
	}
	p.New++
	p.Fresh(d.rows[0], d.person.Employee.FullName(), string(d.person.Employee.Number),
		fmt.Sprintf("%d · %s · %d · Σ %v", d.year, label(d.in), len(d.measures), weights(d.measures)))
	p.put(d, plan)
	return nil
}

// change proposes what a plan would be instead, agreed anew.
func (p *plans) change(d *draft) error {
	plan, err := planning.Revise(d.old, planning.Content{Instrument: d.in.ID, Version: d.in.Version, Measures: d.measures}, 0, p.word(d))
	if err == nil && plan.State != model.PlanAgreed {
		plan.Outline = d.outline
		plan, err = planning.Take(plan, planning.Agree, 0, p.word(d))
	}
	if err != nil {
		return fmt.Errorf("plan of %s: %w", d.person.Employee.Number, err)
	}
	plan.Outline = d.outline
	if n := len(plan.Agreements); n > 0 {
		plan.Agreements = slices.Clone(plan.Agreements)
		plan.Agreements[n-1].Outline = d.outline
	}
	p.Changed++
	p.outlined(d)
	row, name := d.rows[0], d.person.Employee.FullName()
	was, _ := p.instruments.ByID(d.old.Instrument)
	p.Change(row, name, "instrumen", label(was), label(d.in))
	find := func(list []model.Measure, code string) model.Gauge {
		m, _ := model.Plan{Measures: list}.Measure(code)
		return m.Gauge
	}
	for _, m := range d.measures {
		gauge.Diff(p.Table, row, name, find(d.old.Measures, m.Gauge.Code), m.Gauge)
	}
	for _, m := range d.old.Measures {
		if find(d.measures, m.Gauge.Code).Code == "" {
			gauge.Gone(p.Table, row, name, m.Gauge)
		}
	}
	p.put(d, p.named(d, plan))
	return nil
}

// put keeps a plan, after the instrument that it is made from.
func (p *plans) put(d *draft, plan model.Plan) {
	if sum := weights(d.measures); sum != d.in.Weights() {
		gauge.Weights(p.Table, d.rows[0], sum)
	}
	if id := d.in.ID; !p.instruments.Held(id) && !p.used[id] {
		p.used[id] = true
		p.Records = append(p.Records, d.in)
	}
	p.Records = append(p.Records, plan)
}

// word is the agreement, as it was told from a paper.
func (p *plans) word(d *draft) model.Word {
	on := d.on
	if on == 0 {
		on = p.Opt.Today
	}
	return model.Word{
		ID: model.ElementID(p.Opt.NewID()), Whose: d.person.Employee.ID, By: p.Opt.By, Via: model.Recorded, Document: d.document, On: on,
	}
}

// label names a version of an instrument.
func label(in model.Instrument) string {
	if in.Code == "" {
		return ""
	}
	return in.Code + " v" + strconv.Itoa(in.Version)
}
