package store

import (
	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/planview"
	"kinerja/store/sight"
)

// PlanForm reads a plan as the official form shows it.
func (d *Desk) PlanForm(id model.PlanID) (planning.Form, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (planning.Form, error) { return planview.Form(s, id) })
}

// Matrix reads the matrix of roles and results of a plan.
func (d *Desk) Matrix(id model.PlanID) (planning.Matrix, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (planning.Matrix, error) { return planview.Matrix(s, id) })
}
