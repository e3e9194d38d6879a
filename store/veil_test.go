package store_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store"
)

// Until it is shared the person rated sees nothing of a rating in any read, whatever
// their roles; then the two ratings, and of the drafts before it never what they said.
func TestUnsharedRatingIsNotSeen(t *testing.T) {
	m := newMatrix(t)
	rs := rules.PermenPANRB6()
	at := m.at[1] // evaluated by self
	boss := m.s.As(model.Actor{ID: string(m.at[0].who), Employee: m.at[0].who, Roles: model.RolesOf(model.RoleStaff, model.RoleEvaluator)})
	const reason, note = "alasan rahasia", "catatan rahasia"
	if _, err := boss.Rate(at.plan.ID, q3, store.Rating{Result: model.Below, Behaviour: model.Below, Reason: reason, Rules: rs}); err != nil {
		t.Fatal(err)
	}
	if _, err := boss.Annotate(at.plan.ID, q3, nil, note); err != nil {
		t.Fatal(err)
	}
	for _, role := range []model.Role{model.RoleStaff, model.RoleManager, model.RoleTeam, model.RoleAuditor} {
		d := m.s.As(model.Actor{ID: string(at.who), Employee: at.who, Roles: model.RolesOf(role)})
		for what, read := range map[string]func() (any, model.Evaluation, error){
			"profile": func() (any, model.Evaluation, error) {
				pr, err := d.Profile(at.who)
				e := model.Evaluation{}
				for _, r := range pr.Results {
					if r.Evaluation.Period == q3 {
						e = r.Evaluation
					}
				}
				return pr, e, err
			},
			"evaluation": func() (any, model.Evaluation, error) { e, err := d.Evaluation(at.plan.ID, q3); return e, e, err },
			"scorecard": func() (any, model.Evaluation, error) {
				b, err := d.Scorecard(at.plan.ID, q3)
				return b, b.Rows[0].Evaluation, err
			},
			"board": func() (any, model.Evaluation, error) {
				b, err := d.Board(q3, "")
				for _, r := range b.Rows {
					if r.Plan.Employee == at.who {
						return r, r.Evaluation, err
					}
				}
				return b, model.Evaluation{}, errors.Join(err, model.ErrNotFound)
			},
			"standings": func() (any, model.Evaluation, error) {
				list, err := d.Standings(q3, m.at[1].unit)
				return list, list[0].Evaluation, err
			},
			"latest": func() (any, model.Evaluation, error) {
				all, err := d.Latest([]model.EmployeeID{at.who}, q3)
				return all, all[at.who].Evaluation, err
			},
			"last rated": func() (any, model.Evaluation, error) {
				all, err := d.LastRated([]model.EmployeeID{at.who})
				return all, all[at.who].Evaluation, err
			},
			"record": func() (any, model.Evaluation, error) {
				all, err := d.Record(at.who, 0)
				return all, model.Evaluation{}, err
			},
		} {
			v, e, err := read()
			if err != nil {
				t.Fatalf("%s, %s: %v", role, what, err)
			}
			if e.Begun() || e.State != model.EvaluationDraft || e.Evaluator != "" || e.Result != model.NotRated {
				t.Errorf("%s reads in %s: %+v", role, what, e)
			}
			if raw, _ := json.Marshal(v); strings.Contains(string(raw), reason) || strings.Contains(string(raw), note) {
				t.Errorf("%s reads in %s what was written in the draft", role, what)
			}
		}
		if b, _ := d.Sheet(q3, "", m.at[1].unit); len(b.Rows) != 1 || b.Rows[0].State != model.EvaluationDraft {
			t.Errorf("%s reads in the grid %+v", role, b.Rows)
		}
	}
	if _, err := boss.Move(at.plan.ID, q3, model.Shared, model.Word{}, rs); err != nil {
		t.Fatal(err)
	}
	d := m.s.As(model.Actor{ID: string(at.who), Employee: at.who, Roles: model.RolesOf(model.RoleStaff)})
	e, err := d.Evaluation(at.plan.ID, q3)
	if err != nil || e.Result != model.Below || e.Behaviour != model.Below || e.Note != note || e.Reason != reason {
		t.Errorf("once shared: %+v, %v", e, err)
	}
	list, err := d.Record(at.who, 0)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, x := range list {
		switch {
		case x.Fact.Header.Kind != model.KindEvaluation:
		case x.Fact.Header.Verb == model.VerbShare && len(x.Changes) > 0:
			told++
		case len(x.Changes) > 0 || x.Fact.Payload.Reason != "":
			t.Errorf("the draft is told: %s %+v", x.Fact.Header.Verb, x.Changes)
		}
	}
	if told != 1 {
		t.Errorf("that it was shared is told %d times", told)
	}
}
