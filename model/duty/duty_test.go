package duty_test

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/duty"
	"kinerja/model/talk"
)

func kindsOf(list []duty.Duty) (kinds []string) {
	for _, d := range list {
		kinds = append(kinds, d.Kind.String())
	}
	return kinds
}

// What is still to be written follows from what is there; nothing is asked for of a plan
// that is not agreed upon, of a period that has not begun or is closed, or after the
// result was shared.
func TestDoing(t *testing.T) {
	q3, _ := model.ParsePeriod("2026-Q3")
	whole := duty.Case{Plan: model.Plan{ID: "p", State: model.PlanAgreed}, Period: q3, Today: 20260925}
	shown := action.Sheet{Actions: []action.Action{{ID: "a", Realised: "3 kelas", Evidence: []action.Evidence{{ID: "e"}}}}}
	for name, tt := range map[string]struct {
		change func(*duty.Case)
		want   []string
	}{
		"nothing written": {func(*duty.Case) {}, []string{"plan", "assess"}},
		"early in it":     {func(c *duty.Case) { c.Today = 20260801 }, []string{"plan"}},
		"not begun":       {func(c *duty.Case) { c.Today = 20260601 }, nil},
		"closed":          {func(c *duty.Case) { c.Closed = true }, nil},
		"plan not agreed": {func(c *duty.Case) { c.Plan.State = model.PlanSubmitted }, nil},
		"shared":          {func(c *duty.Case) { c.Evaluation.State = model.Shared }, nil},
		"rated, unshared": {func(c *duty.Case) { c.Evaluation.State = model.Rated }, []string{"plan", "assess"}},
		"handed in":       {func(c *duty.Case) { c.Own.State = assessment.Submitted }, []string{"plan"}},
		"all is there":    {func(c *duty.Case) { c.Sheet, c.Own.State = shown, assessment.Submitted }, nil},
		"half is done":    {func(c *duty.Case) { c.Sheet.Actions = []action.Action{{ID: "a"}, {ID: "b", Realised: "x"}} }, []string{"realise", "prove", "assess"}},
		"evidence is lent": {func(c *duty.Case) {
			c.Sheet.Actions = []action.Action{{ID: "a", Evidence: []action.Evidence{{ID: "e"}}}}
		}, []string{"realise", "assess"}},
	} {
		c := whole
		tt.change(&c)
		if got := kindsOf(c.Doing()); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// A shared result is to be received, and a received one to be accepted or objected to as
// long as there is time.
func TestHeard(t *testing.T) {
	received := model.Evaluation{State: model.Received, Words: []model.Word{{Act: string(model.VerbReceive), On: 20261001}}}
	for name, tt := range map[string]struct {
		e     model.Evaluation
		today model.Date
		want  string
		until model.Date
	}{
		"rated":          {model.Evaluation{State: model.Rated}, 20261002, "", 0},
		"shared":         {model.Evaluation{State: model.Shared}, 20261002, "receive", 0},
		"received":       {received, 20261002, "object", 20261015},
		"the last day":   {received, 20261015, "object", 20261015},
		"the time is up": {received, 20261016, "", 20261015},
		"accepted":       {model.Evaluation{State: model.Accepted}, 20261002, "", 0},
	} {
		d, ok := duty.Heard(tt.e, tt.today)
		if ok != (tt.want != "") || ok && d.Kind.String() != tt.want || d.Until != tt.until {
			t.Errorf("%s: %v %+v", name, ok, d)
		}
	}
}

// Only what is the person's to do stands there, what is due first, then in the order of
// the work; a remark that was answered, corrected or taken back asks for nothing.
func TestTheirs(t *testing.T) {
	list := []duty.Duty{{Kind: duty.Consent}, {Kind: duty.Assess, Until: 20260930}, {Kind: duty.Plan, Until: 20260930}, {Kind: duty.Answer}, {Kind: duty.Object, Until: 20260915}}
	staff := model.Actor{Employee: "e", Roles: model.RolesOf(model.RoleStaff)}
	if got := kindsOf(duty.Theirs(staff, slices.Clone(list))); !slices.Equal(got, []string{"object", "plan", "assess", "answer", "consent"}) {
		t.Errorf("%v", got)
	}
	if got := duty.Theirs(model.Actor{Employee: "e", Roles: model.RolesOf(model.RoleAuditor)}, slices.Clone(list)); len(got) != 0 {
		t.Errorf("who only reads has %v", kindsOf(got))
	}
	said := []talk.Feedback{
		{ID: "1", Kind: talk.Improve}, {ID: "2", Kind: talk.Improve}, {ID: "3", Kind: talk.Answer, To: "2"}, {ID: "4", Kind: talk.Improve, Void: true},
		{ID: "5", Kind: talk.Improve}, {ID: "6", Kind: talk.Improve, Corrects: "5"}, {ID: "7", Kind: talk.Note}, {ID: "8", Kind: talk.Answer, To: "1", Void: true},
	}
	if n := duty.Unanswered(said); n != 2 {
		t.Errorf("%d without an answer", n)
	}
}
