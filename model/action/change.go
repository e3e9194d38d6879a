package action

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
)

// Hand is who writes: it gives what is new an identity, and knows the day.
type Hand struct {
	Mint  func() model.ElementID
	Today model.Date
}

// Change is one change of a sheet; Verb is what it takes to be allowed.
type Change struct {
	Verb model.Verb
	do   func(s Sheet, plan model.Plan, by Hand) (Sheet, error)
}

// Make returns a sheet with changes in it, of a plan as it holds in the period. It
// refuses texts that are missing, too long or hold control characters, and what
// hangs on something that is not in the plan (model.FieldError).
func Make(s Sheet, plan model.Plan, by Hand, changes ...Change) (Sheet, error) {
	plan = plan.In(s.Period)
	for _, change := range changes {
		var err error
		s.Actions = slices.Clone(s.Actions)
		if s, err = change.do(s, plan, by); err != nil {
			return s, err
		}
	}
	return s, nil
}

// Put adds a line at the end, or, where it has the identity of one, changes what
// that hangs on, what is done and what it should come to; what came of it and its
// evidence stay.
func Put(a Action) Change {
	return Change{model.VerbPlanAction, func(s Sheet, plan model.Plan, by Hand) (Sheet, error) {
		var err error
		if a.Text, err = text("aksi", a.Text, MostText, false); err != nil {
			return s, err
		}
		if a.Target, err = text("target_aksi", a.Target, MostText, true); err != nil {
			return s, err
		}
		i := slices.IndexFunc(s.Actions, func(old Action) bool { return old.ID == a.ID })
		if i < 0 || s.Actions[i].Measure != a.Measure || s.Actions[i].Outcome != a.Outcome { // what it hung on may be gone
			if err := hangs(a, plan); err != nil {
				return s, err
			}
		}
		if i >= 0 {
			old := &s.Actions[i]
			old.Outcome, old.Measure, old.Text, old.Target = a.Outcome, a.Measure, a.Text, a.Target
			return s, nil
		}
		if a.ID != "" {
			return s, fmt.Errorf("action %s: %w", a.ID, model.ErrNotFound)
		}
		if len(s.Actions) >= MostLines {
			return s, &model.FieldError{Field: "aksi", Value: a.Text, Err: ErrTooMany}
		}
		s.Actions = append(s.Actions, Action{ID: by.Mint(), Outcome: a.Outcome, Measure: a.Measure, Text: a.Text, Target: a.Target})
		return s, nil
	}}
}

// hangs refuses a line on a measure or a result that the plan does not have.
func hangs(a Action, plan model.Plan) error {
	if a.Measure != "" && !slices.ContainsFunc(plan.Measures, func(m model.Measure) bool { return m.ID == a.Measure }) {
		return &model.FieldError{Field: "kode", Value: string(a.Measure), Err: model.ErrNotFound}
	}
	if _, ok := plan.Outline.Outcome(a.Outcome); a.Outcome != "" && !ok {
		return &model.FieldError{Field: "rhk", Value: string(a.Outcome), Err: model.ErrNotFound}
	}
	return nil
}

// Realise says what came of a line, and where that is taken from. No text takes
// back what stood there.
func Realise(id model.ElementID, realised, source string) Change {
	return on(model.VerbRealiseAction, id, func(a Action, _ Hand) (Action, error) {
		var err error
		if a.Realised, err = text("realisasi_aksi", realised, MostText, true); err != nil {
			return a, err
		}
		a.Source, err = text("sumber_data", source, MostText, true)
		return a, err
	})
}

// Remove takes a line away, with what hangs on it.
func Remove(id model.ElementID) Change {
	return Change{model.VerbPlanAction, func(s Sheet, _ model.Plan, _ Hand) (Sheet, error) {
		if _, ok := s.Action(id); !ok {
			return s, fmt.Errorf("action %s: %w", id, model.ErrNotFound)
		}
		if s.Actions = slices.DeleteFunc(s.Actions, func(a Action) bool { return a.ID == id }); len(s.Actions) == 0 {
			s.Actions = nil
		}
		return s, nil
	}}
}

// Show adds a piece of evidence to a line, of the day on which it is added, or,
// where it has the identity of one, puts it in the place of what stood there.
func Show(line model.ElementID, e Evidence) Change {
	return on(model.VerbEvidence, line, func(a Action, by Hand) (Action, error) {
		e, err := checked(e)
		if err != nil {
			return a, err
		}
		if e.On.IsZero() {
			e.On = by.Today
		}
		a.Evidence = slices.Clone(a.Evidence)
		if i := slices.IndexFunc(a.Evidence, func(old Evidence) bool { return old.ID == e.ID }); i >= 0 {
			a.Evidence[i] = e
			return a, nil
		}
		if e.ID != "" {
			return a, fmt.Errorf("evidence %s: %w", e.ID, model.ErrNotFound)
		}
		if len(a.Evidence) >= MostEvidence {
			return a, &model.FieldError{Field: "bukti", Value: e.Name, Err: ErrTooMany}
		}
		e.ID = by.Mint()
		a.Evidence = append(a.Evidence, e)
		return a, nil
	})
}

// Withdraw takes a piece of evidence away, wherever in the sheet it hangs.
func Withdraw(id model.ElementID) Change {
	return Change{model.VerbEvidence, func(s Sheet, _ model.Plan, _ Hand) (Sheet, error) {
		for i, a := range s.Actions {
			if at := slices.IndexFunc(a.Evidence, func(e Evidence) bool { return e.ID == id }); at >= 0 {
				a.Evidence = slices.Delete(slices.Clone(a.Evidence), at, at+1)
				if len(a.Evidence) == 0 {
					a.Evidence = nil
				}
				s.Actions[i] = a
				return s, nil
			}
		}
		return s, fmt.Errorf("evidence %s: %w", id, model.ErrNotFound)
	}}
}

// on changes one line.
func on(verb model.Verb, id model.ElementID, f func(Action, Hand) (Action, error)) Change {
	return Change{verb, func(s Sheet, _ model.Plan, by Hand) (Sheet, error) {
		i := slices.IndexFunc(s.Actions, func(a Action) bool { return a.ID == id })
		if i < 0 {
			return s, fmt.Errorf("action %s: %w", id, model.ErrNotFound)
		}
		a, err := f(s.Actions[i], by)
		s.Actions[i] = a
		return s, err
	}}
}

// checked is a piece of evidence without space around its texts, refused where
// it has no name, or is neither a file nor anywhere.
func checked(e Evidence) (Evidence, error) {
	var err error
	if e.Name, err = text("bukti", e.Name, MostName, false); err != nil {
		return e, err
	}
	if e.Place, err = text("tempat", e.Place, MostText, e.IsFile()); err != nil {
		return e, err
	}
	e.Note, err = text("catatan", e.Note, MostText, true)
	return e, err
}

// Check refuses a sheet, as it comes from outside, that breaks a rule which its
// changes hold.
func (s Sheet) Check(plan model.Plan) error {
	fresh := New(plan, s.Period)
	if s.ID != fresh.ID || s.Employee != fresh.Employee {
		return fmt.Errorf("sheet %s: %w", s.ID, model.ErrInvalid)
	}
	for _, a := range s.Actions {
		if a.ID == "" {
			return fmt.Errorf("sheet %s: %w", s.ID, model.ErrInvalid)
		}
		by := Hand{Mint: func() model.ElementID { return a.ID }}
		changes := []Change{Put(Action{Outcome: a.Outcome, Measure: a.Measure, Text: a.Text, Target: a.Target}), Realise(a.ID, a.Realised, a.Source)}
		for _, e := range a.Evidence {
			if e.ID == "" || e.On.IsZero() {
				return fmt.Errorf("sheet %s: evidence: %w", s.ID, model.ErrInvalid)
			}
			e.ID = ""
			changes = append(changes, Show(a.ID, e))
		}
		var err error
		if fresh, err = Make(fresh, plan, by, changes...); err != nil {
			return err
		}
	}
	return nil
}

// On finds the one line under a measure of the plan, to which evidence is added
// that names the measure alone: ErrNoLine where nothing is planned for it,
// ErrManyLines where more than one thing is.
func (s Sheet) On(plan model.Plan, measure model.ElementID) (Action, error) {
	switch list := s.Of(plan, measure); len(list) {
	case 0:
		return Action{}, ErrNoLine
	case 1:
		return list[0], nil
	}
	return Action{}, ErrManyLines
}

// text is a text without space around it, checked. A name of one line has no
// line breaks; what is longer may have.
func text(field, s string, most int, mayLack bool) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" && !mayLack {
		return s, &model.FieldError{Field: field, Err: model.ErrMissing}
	}
	allowed := "\n\t"
	if most == MostName {
		allowed = ""
	}
	if err := model.CheckText(s, most, allowed); err != nil {
		return s, &model.FieldError{Field: field, Err: err}
	}
	return s, nil
}
