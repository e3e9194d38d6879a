package plans

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/intake/table"
)

// kinds are the words for the two sections of results.
var kinds = map[string]bool{"utama": false, "main": false, "tambahan": true, "additional": true}

// result reads the planned result (RHK) that the row at hand is about: it is put
// into the plan, and the measure of the row, where there is one, tells of it.
func (p *plans) result(d *draft, code string) {
	rhk, above, kind := p.Text("rhk"), p.Text("rhk_atasan"), p.Text("jenis")
	if rhk == "" {
		if above != "" || kind != "" {
			p.Refuse("rhk", "", model.ErrMissing)
		}
		return
	}
	x := model.Outcome{Text: rhk}
	if i := slices.IndexFunc(d.outline.Outcomes, func(x model.Outcome) bool { return table.FoldWords(x.Text) == table.FoldWords(rhk) }); i >= 0 {
		x = d.outline.Outcomes[i]
	}
	if kind != "" {
		additional, ok := kinds[table.Fold(kind)]
		if !ok {
			p.Refuse("jenis", kind, model.ErrWord, "utama", "tambahan")
			return
		}
		x.Additional = additional
	}
	if above != "" {
		x.Serves = model.Served{Text: above} // settle links it where the superior's plan has it
	}
	var measures []model.ElementID
	for _, y := range d.outline.Yardsticks {
		if y.Outcome == x.ID && x.ID != "" {
			measures = append(measures, y.ID)
		}
	}
	plan := model.Plan{Measures: d.measures, Outline: d.outline}
	if m, ok := plan.Measure(code); ok && code != "" {
		measures = append(measures, m.ID)
	}
	written, err := planning.Write(plan, func() model.ElementID { return model.ElementID(p.Opt.NewID()) }, planning.PutOutcome(x, measures))
	if err != nil {
		p.Refuse("rhk", rhk, err)
		return
	}
	d.outline = written.Outline
}

// link puts in the place of a text of the superior's result the result itself,
// where the superior's plan of that year, of the file or of this table, has one of
// that text.
func (p *plans) link(d *draft) error {
	if d.post.Evaluator == "" {
		return nil
	}
	above, err := p.above(d)
	if err != nil || above.ID == "" {
		return err
	}
	d.outline.Outcomes = slices.Clone(d.outline.Outcomes)
	for i, x := range d.outline.Outcomes {
		for _, y := range above.Outline.Outcomes {
			if x.Serves.Plan == "" && x.Serves.Text != "" && table.FoldWords(x.Serves.Text) == table.FoldWords(y.Text) {
				d.outline.Outcomes[i].Serves = model.Served{Plan: above.ID, Outcomes: []model.ElementID{y.ID}}
			}
		}
	}
	return nil
}

// above is the plan of who evaluates the holder of a plan; one without identity
// for none.
func (p *plans) above(d *draft) (model.Plan, error) {
	for _, other := range p.order {
		if other.person.Employee.ID == d.post.Evaluator && other.year == d.year {
			return model.Plan{ID: model.PlanOf(other.post.ID, other.year), Outline: other.outline}, nil
		}
	}
	return p.plans.Any(d.post.Evaluator, d.year)
}

// sameOutline reports whether a plan says the same beside its measures as before.
func sameOutline(a, b model.Outline) bool {
	return slices.EqualFunc(a.Outcomes, b.Outcomes, func(x, y model.Outcome) bool {
		return x.ID == y.ID && x.Text == y.Text && x.Additional == y.Additional && x.Serves.Plan == y.Serves.Plan &&
			x.Serves.Text == y.Serves.Text && slices.Equal(x.Serves.Outcomes, y.Serves.Outcomes)
	}) && slices.Equal(a.Yardsticks, b.Yardsticks)
}

// outlined says what becomes other in what a plan says beside its measures.
func (p *plans) outlined(d *draft) {
	name := d.person.Employee.FullName()
	say := func(o model.Outline) string {
		var parts []string
		for _, x := range planning.InOrder(o.Outcomes) {
			parts = append(parts, x.Text)
		}
		return strings.Join(parts, "; ")
	}
	before, after := say(d.old.Outline), say(d.outline)
	if before == after && !sameOutline(d.old.Outline, d.outline) {
		after += " *"
	}
	p.Change(d.rows[0], name, "rhk", before, after)
}
