// Package takeback takes facts back: each record is put as it was before, if
// nothing that was built on it meanwhile stands in the way.
package takeback

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/leave"
	"kinerja/model/planning"
	"kinerja/store/cabinet"
	"kinerja/store/history"
	"kinerja/store/leaves"
	"kinerja/store/ledger"
)

// Revert takes one fact back: every place that it changed must still be as it
// left it. It says in info what was taken back. It reports ErrNoUndo for a fact
// whose content is not known, ErrChanged where somebody built on it, and
// ErrLocked where the person was told already.
func Revert(t *cabinet.Tx, f model.Fact, info *model.ChangeInfo) error {
	if f.Missing {
		return fmt.Errorf("%s: %w", ledger.FactName(f.Header.Key), model.ErrNoUndo)
	}
	if info.Count == 0 {
		info.Kind = f.Header.Kind
	} else if info.Kind != f.Header.Kind {
		info.Kind = ""
	}
	info.Count++
	info.At = f.Header.At
	k, ok := cabinet.KeeperOf(f.Header.Kind)
	if !ok {
		return fmt.Errorf("%s %s: %w", f.Header.Kind, f.Header.Record, model.ErrNoUndo)
	}
	e, err := k.Back(t, f)
	if err != nil {
		return err
	}
	if in, ok := e.Record.(model.Instrument); ok && (in.Void || !in.Frozen) {
		if used, err := t.Planned(in.ID); err != nil || used {
			return err // others' plans stand on it: it stays
		}
	}
	cabinet.Describe(t, e.Record, e.Back, info)
	if err := errors.Join(alone(t, e.Record, e.Void, e.Back), free(t, e.Record), standing(e.Record, e.Void, e.Back)); err != nil {
		return fmt.Errorf("%s %s: %w", f.Header.Kind, f.Header.Record, err)
	}
	return e.Put()
}

// alone refuses to take back the making of a thing that others stand on.
func alone(t *cabinet.Tx, v any, void uint64, back []model.Difference) error {
	if !history.MakesVoid(back, void) {
		return nil
	}
	used, err := t.Used(v)
	if err == nil && used {
		err = model.ErrChanged
	}
	return err
}

// free refuses to bring back a number or code that somebody else bears by now,
// and to change results under an evaluation that was shared.
func free(t *cabinet.Tx, v any) error {
	var err error
	switch v := v.(type) {
	case model.Employee:
		if !v.Void && v.SameAs == "" {
			err = t.CheckEmployee(v)
		}
	case model.Unit:
		if !v.Void {
			err = t.CheckUnit(v)
		}
	case leave.Leave:
		others, e := leaves.Of(t.Tx, v.Employee)
		if err = e; err == nil && !v.Void {
			err = v.Check(others)
		}
	case model.Plan:
		err = unmoved(t, v)
	case model.Card:
		err = open(t, v.Plan, v.Employee, v.Period)
	case assessment.Assessment:
		err = open(t, v.Plan, v.Employee, v.Period)
	case action.Sheet:
		err = open(t, v.Plan, v.Employee, v.Period)
	case model.Evaluation:
		err = t.StillOpen(v.Unit, v.Period)
	}
	if errors.Is(err, model.ErrExists) || errors.Is(err, leave.ErrOverlap) {
		return model.ErrChanged
	}
	return err
}

// open refuses to move what was shared with the person, or is closed.
func open(t *cabinet.Tx, id model.PlanID, employee model.EmployeeID, p model.Period) error {
	ev, err := t.Evaluation(model.Plan{ID: id, Employee: employee}, p)
	if err != nil {
		return err
	}
	if ev.LocksCard() {
		return fmt.Errorf("%s: %w", ev.State, model.ErrLocked)
	}
	plan, err := t.Plan(id)
	if err != nil {
		return err
	}
	return t.StillOpen(plan.Unit, p)
}

// unmoved refuses to take a plan back to what would move a period that was
// shared since.
func unmoved(t *cabinet.Tx, back model.Plan) error {
	now, err := t.Plan(back.ID)
	if errors.Is(err, model.ErrNotFound) || back.Void {
		return nil
	}
	if err == nil {
		back, err = t.Full(back)
	}
	if err == nil {
		// Other days of the post leave what is final as it is; another content does not.
		_, err = t.Recards(now, back, planning.ContentOf(now).Same(planning.ContentOf(back)))
	}
	if errors.Is(err, model.ErrEntered) {
		err = model.ErrChanged
	}
	return err
}

// standing refuses to change ratings or notes under an evaluation that somebody
// else shared meanwhile: what was shared does not move.
func standing(v any, void uint64, back []model.Difference) error {
	e, ok := v.(model.Evaluation)
	moves := func(d model.Difference) bool { return d.Path == statePath }
	if !ok || !e.LocksCard() || history.TouchesVoid(back, void) || slices.ContainsFunc(back, moves) {
		return nil
	}
	return fmt.Errorf("%s: %w", e.State, model.ErrLocked)
}

// statePath is where the state of an evaluation stands in its record.
const statePath = "7"
