package editions

import (
	"errors"

	"kinerja/model"
	"kinerja/model/document"
	"kinerja/model/edition"
	"kinerja/store"
	"kinerja/store/sequels"
	"kinerja/store/sight"
	"kinerja/store/speech"
	"kinerja/store/unitresults"
)

// Document reads what the evaluation document of a plan in a period consists of, in
// every version. It names the evaluator and their superior in full: they stand on a
// paper that the person gets.
func (d Desk) Document(id model.PlanID, p model.Period) (document.Sheet, error) {
	return store.Look(d.Desk, model.VerbReadCard, func(s sight.Sight) (sheet document.Sheet, err error) {
		plan, err := s.Plan(id)
		if err != nil {
			return sheet, err
		}
		if err := s.May(model.VerbReadCard, plan.Employee); err != nil {
			return sheet, err
		}
		sheet = document.Sheet{Plan: plan, Period: p, Names: map[model.EmployeeID]string{}}
		if sheet.Now, err = s.Evaluation(plan, p); err != nil {
			return sheet, err
		}
		former, err := sequels.Former().Of(s.Tx.Tx, plan.Employee)
		if err != nil {
			return sheet, err
		}
		sheet.Former = edition.Of(former, id, p)
		if err := parties(s, &sheet); err != nil {
			return sheet, err
		}
		r, err := unitresults.Of(s.Tx.Tx, plan.Unit, p)
		if err == nil && r.Decided() {
			sheet.Organisation = r.Grade
		}
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return sheet, err
		}
		list, err := sequels.Objections().Of(s.Tx.Tx, plan.Employee)
		for _, o := range list {
			if o.Plan == id && o.Period == p {
				sheet.Objections = append(sheet.Objections, o)
			}
		}
		name(s, &sheet)
		return sheet, err
	})
}

// parties fills in who is evaluated, by whom, and under whom that one works.
func parties(s sight.Sight, sheet *document.Sheet) error {
	post, _, err := s.HeldIn(sheet.Plan, sheet.Period)
	if err != nil {
		return err
	}
	if sheet.Person, err = party(s, sheet.Plan.Employee, post); err != nil {
		return err
	}
	judge := sheet.Now.Evaluator
	if judge == "" {
		judge = post.Evaluator
	}
	above, err := speech.Superior(s, judge)
	if err != nil {
		return err
	}
	for _, x := range []struct {
		who model.EmployeeID
		to  *document.Party
	}{{judge, &sheet.Evaluator}, {above, &sheet.Superior}} {
		if x.who == "" {
			continue
		}
		post, _, err := s.MainPost(x.who)
		if err != nil {
			return err
		}
		if *x.to, err = party(s, x.who, post); err != nil {
			return err
		}
	}
	return nil
}

func party(s sight.Sight, who model.EmployeeID, post model.Post) (document.Party, error) {
	e, err := s.Employee(who)
	if errors.Is(err, model.ErrNotFound) {
		return document.Party{}, nil
	}
	if err != nil {
		return document.Party{}, err
	}
	unit, err := s.Unit(post.Unit)
	if errors.Is(err, model.ErrNotFound) {
		err = nil
	}
	return document.Party{Name: e.FullName(), Number: e.Number, Grade: e.Grade, Position: post.Position, Unit: unit.Name}, err
}

// name finds the names of whoever said a word on any version.
func name(s sight.Sight, sheet *document.Sheet) {
	add := func(words ...model.Word) {
		for _, w := range words {
			for _, id := range []model.EmployeeID{w.Whose, w.By} {
				if id != "" && sheet.Names[id] == "" {
					sheet.Names[id] = s.NameOf(id)
				}
			}
		}
	}
	add(sheet.Now.Words...)
	for _, f := range sheet.Former {
		add(f.Evaluation.Words...)
		add(f.Word)
	}
	for _, o := range sheet.Objections {
		add(o.Words...)
	}
}
