// Package follow is the verbs of what follows an evaluation, on a desk: objections,
// coaching, awards with letters of discipline, briefings and trainings.
//
// Every verb has one shape: may this person; read; decide (model); put. Whoever may
// not see a thing does not get it in a list, and is refused it by name.
package follow

import (
	"strings"

	"kinerja/model"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/sight"
)

// Desk is a desk with these verbs.
type Desk struct{ *store.Desk }

// Asked is which people's things are read.
type Asked struct {
	Employee model.EmployeeID // one person; "": everybody
	Unit     model.UnitID     // at or below it; "": everywhere
	Open     bool             // only what is not at its end
}

// spoken is the word of a step about somebody: of the person, of who evaluates
// them, of who evaluates that one, or of whoever does it. What this person types
// for somebody else is recorded for them, and needs its paper.
func spoken(s sight.Sight, rel model.Relation, who, evaluator model.EmployeeID, w model.Word) (model.Word, error) {
	me := s.Actor
	w.ID, w.By, w.Whose, w.Via = model.ElementID(ledger.MintID()), me.Employee, me.Employee, me.Via
	w.Document, w.Reason = strings.TrimSpace(w.Document), strings.TrimSpace(w.Reason)
	s.Act.Whose = ""
	record := func(whose model.EmployeeID) { w.Whose, w.Via, s.Act.Whose = whose, model.Recorded, whose }
	switch rel {
	case model.RelSelf:
		if me.Employee != who {
			record(who)
		}
	case model.RelEvaluator:
		if whose, recorded := voice.Judge(me, evaluator, who); recorded {
			record(whose)
		}
	case model.RelSuperior:
		above, err := superiorOf(s, evaluator)
		if err != nil {
			return w, err
		}
		if above == "" || above != me.Employee {
			record(above)
		}
	}
	if w.On.IsZero() {
		w.On = s.Today()
	}
	if w.On > s.Today() {
		return w, &model.FieldError{Field: "date", Value: w.On.String(), Err: model.ErrFuture}
	}
	s.Act.Document, s.Act.Reason = w.Document, w.Reason
	return w, nil
}

// superiorOf is who evaluates an evaluator now; "" where the file does not know.
func superiorOf(s sight.Sight, evaluator model.EmployeeID) (model.EmployeeID, error) {
	if evaluator == "" {
		return "", nil
	}
	post, _, err := s.MainPost(evaluator)
	return post.Evaluator, err
}

// evaluatorOf is who evaluates somebody now; "" where the file does not know.
func evaluatorOf(s sight.Sight, who model.EmployeeID) (model.EmployeeID, error) {
	post, _, err := s.MainPost(who)
	return post.Evaluator, err
}

// after refuses a word of a day before the last of those that stand.
func after(words []model.Word, w model.Word) error {
	if n := len(words); n > 0 && w.On < words[n-1].On {
		return &model.FieldError{Field: "date", Value: w.On.String(), Err: &model.EarlierError{Last: words[n-1].On}}
	}
	return nil
}

// lines finds the lines of people in lists, once each, and who is asked for.
type lines struct {
	s     sight.Sight
	asked Asked
	verb  model.Verb
	tree  model.Units
	rows  map[model.EmployeeID]model.StaffRow
	sees  map[model.EmployeeID]bool
}

func newLines(s sight.Sight, asked Asked, verb model.Verb) (*lines, error) {
	tree, err := s.Units()
	return &lines{s: s, asked: asked, verb: verb, tree: tree, rows: map[model.EmployeeID]model.StaffRow{}, sees: map[model.EmployeeID]bool{}}, err
}

// of is the line of somebody; false where they are not asked for, or not to be
// seen.
func (l *lines) of(who model.EmployeeID) (row model.StaffRow, ok bool, err error) {
	if l.asked.Employee != "" && who != l.asked.Employee {
		return row, false, nil
	}
	row, known := l.rows[who]
	if !known {
		if row, l.sees[who], err = l.read(who); err != nil {
			return row, false, err
		}
		l.rows[who] = row
	}
	return row, l.sees[who] && (l.asked.Unit == "" || l.tree.Within(row.Unit, l.asked.Unit)), nil
}

func (l *lines) read(who model.EmployeeID) (row model.StaffRow, sees bool, err error) {
	if sees, err = l.s.Sees(l.verb, who); err != nil {
		return row, false, err
	}
	e, listed, err := l.s.Names.Line(who)
	if err != nil || !listed {
		return model.StaffRow{Employee: who, Name: l.s.NameOf(who)}, sees, nil
	}
	return e.Row(), sees, nil
}
