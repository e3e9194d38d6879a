// Package planview reads plans (SKP) as people see them: in the official form, with
// what they contribute to, and in the matrix of roles and results.
package planview

import (
	"cmp"
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/sight"
)

// Form reads a plan as the official form shows it. Of the evaluator's own plan it
// tells the results alone, which those below must know to contribute to them.
func Form(s sight.Sight, id model.PlanID) (f planning.Form, err error) {
	if f.Row, err = s.PlanRow(id); err != nil {
		return f, err
	}
	if u, e := s.Unit(f.Plan.Unit); e == nil {
		f.Unit = u.Name
	}
	f.Names = map[model.EmployeeID]string{}
	for _, w := range f.Plan.Words {
		for _, who := range []model.EmployeeID{w.Whose, w.By} {
			if who != "" {
				f.Names[who] = s.NameOf(who)
			}
		}
	}
	if f.Post.Evaluator != "" {
		if f.Evaluator, err = s.Employee(f.Post.Evaluator); err != nil && !errors.Is(err, model.ErrNotFound) {
			return f, err
		}
	}
	above, err := superior(s, f.Post.Evaluator, f.Plan.Year)
	f.Superior = planning.Superior{Plan: above.ID, Outcomes: above.Outline.Outcomes}
	if err == nil {
		f.Served, err = served(s, f.Plan, above)
	}
	return f, err
}

// superior is the plan of an evaluator for a year; an empty one where the file
// has none.
func superior(s sight.Sight, evaluator model.EmployeeID, year int) (model.Plan, error) {
	if evaluator == "" {
		return model.Plan{}, nil
	}
	plans, err := s.PlansOf(evaluator)
	if err != nil {
		return model.Plan{}, err
	}
	post, _, err := s.MainPost(evaluator)
	best := model.Plan{}
	for _, p := range plans {
		if p.Year == year && (best.ID == "" || p.Post == post.ID) {
			best = p
		}
	}
	return best, err
}

// served is the texts of the results of others that a plan contributes to.
func served(s sight.Sight, p model.Plan, above model.Plan) (map[model.ElementID]string, error) {
	texts := map[model.ElementID]string{}
	for _, x := range p.Outline.Outcomes {
		if x.Serves.Plan == "" {
			continue
		}
		of := above
		if x.Serves.Plan != above.ID {
			var err error
			if of, err = s.Plan(x.Serves.Plan); errors.Is(err, model.ErrNotFound) {
				continue
			} else if err != nil {
				return nil, err
			}
		}
		for _, id := range x.Serves.Outcomes {
			if y, ok := of.Outline.Outcome(id); ok {
				texts[id] = y.Text
			}
		}
	}
	return texts, nil
}

// Matrix reads the matrix of roles and results of a plan: who of those whom its
// holder evaluates contributes to which of its results. Whom the reader may not
// see is left out.
func Matrix(s sight.Sight, id model.PlanID) (m planning.Matrix, err error) {
	leader, err := s.PlanRow(id)
	if err != nil {
		return m, err
	}
	below, err := team(s, leader.Plan)
	return planning.MatrixOf(leader, below), err
}

// team is whom the holder of a plan evaluates in its year, by name, each with
// the plan of that post, if there is one.
func team(s sight.Sight, leader model.Plan) (rows []planning.Row, err error) {
	first, _ := model.NewDate(leader.Year, 1, 1)
	last, err := model.NewDate(leader.Year, 12, 31)
	if err != nil {
		return nil, err
	}
	var posts []model.Post
	if err := s.EachPost(nil, func(p model.Post) {
		if p.Evaluator == leader.Employee && !p.Void && !p.Outside && p.During(first, last) {
			posts = append(posts, p)
		}
	}); err != nil {
		return nil, err
	}
	for _, post := range posts {
		ok, err := s.Sees(model.VerbReadCard, post.Employee)
		if err != nil {
			return nil, err
		}
		e, err := s.Employee(post.Employee)
		if errors.Is(err, model.ErrNotFound) || err == nil && (!ok || e.Void) {
			continue
		}
		if err != nil {
			return nil, err
		}
		plan, err := s.Plan(model.PlanOf(post.ID, leader.Year))
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return nil, err
		}
		if err != nil {
			plan = model.Plan{}
		}
		rows = append(rows, planning.Row{
			Staff: model.StaffRow{Employee: e.ID, Name: e.FullName(), Number: e.Number, Position: post.Position, Unit: post.Unit}, Post: post, Plan: plan,
		})
	}
	slices.SortStableFunc(rows, func(a, b planning.Row) int { return cmp.Compare(a.Staff.Name, b.Staff.Name) })
	return rows, nil
}
