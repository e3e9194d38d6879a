package round_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/round"
	"kinerja/model/talk"
)

const today = model.Date(2026_10_05)

func opened(t *testing.T) round.Round {
	t.Helper()
	r, err := round.New(round.Round{About: "sari", Group: round.Reports, Until: 2026_10_19, Upward: true}, model.Word{Whose: "dedi"}, today)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every step from every state: what is in the table is taken, and nothing else.
func TestSteps(t *testing.T) {
	names := map[string]bool{"": true, "open": true}
	for _, s := range round.Steps() {
		names[s.Name] = true
	}
	for from := round.Open; from <= round.Shared; from++ {
		for name := range names {
			r := opened(t)
			r.State = from
			got, err := r.Take(name, model.Word{Whose: "dedi"})
			var want *round.Step
			for _, s := range round.Steps() {
				if s.Name == name && s.From == from {
					want = &s
				}
			}
			switch {
			case want == nil && err == nil:
				t.Errorf("%s from %s is taken", name, from)
			case want != nil && (err != nil || got.State != want.To || got.Words[len(got.Words)-1].Act != string(want.Verb) || len(r.Words) != 1):
				t.Errorf("%s from %s: %s, %v", name, from, got.State, err)
			}
		}
	}
}

// Nobody opens, ends or shares a round about themselves, and staff do neither; to
// share is for the person's own evaluator.
func TestWhoSteps(t *testing.T) {
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		actor := model.Actor{Roles: model.RolesOf(r)}
		for rel := model.RelNone; rel <= model.RelLeader; rel++ {
			keeper := r == model.RoleManager || r == model.RoleTeam
			evaluates := r == model.RoleEvaluator && rel == model.RelEvaluator || r == model.RoleSuperior && (rel == model.RelEvaluator || rel == model.RelSuperior)
			for verb, want := range map[model.Verb]bool{
				round.VerbOpen:  (keeper || evaluates) && rel != model.RelSelf,
				round.VerbClose: (keeper || evaluates) && rel != model.RelSelf,
				round.VerbShare: rel == model.RelEvaluator && (r == model.RoleEvaluator || r == model.RoleSuperior),
				round.VerbGive:  r == model.RoleStaff && (rel == model.RelUnit || rel == model.RelLeader),
				round.VerbRead:  r == model.RoleAuditor || evaluates || r == model.RoleStaff && rel == model.RelSelf,
			} {
				if got := access.May(actor, verb, rel); got != want {
					t.Errorf("%s, %s of relation %d: %v", r, verb, rel, got)
				}
			}
			if access.RecallOf(round.VerbGive) != access.Never {
				t.Error("an answer can be undone")
			}
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*round.Round)
		err    error
	}{
		"about nobody":    {func(r *round.Round) { r.About = "" }, model.ErrMissing},
		"of nobody":       {func(r *round.Round) { r.Group = round.NoGroup }, model.ErrMissing},
		"without an end":  {func(r *round.Round) { r.Until = 0 }, model.ErrMissing},
		"already over":    {func(r *round.Round) { r.Until = 2026_10_04 }, model.ErrPast},
		"much too long":   {func(r *round.Round) { r.Until = 2027_10_04 }, round.ErrLong},
		"a control":       {func(r *round.Round) { r.Question = "a\x1b[31m" }, nil},
		"a long question": {func(r *round.Round) { r.Question = strings.Repeat("a", talk.Most+1) }, nil},
	} {
		r := round.Round{About: "sari", Group: round.Unit, Until: 2026_10_19}
		tt.change(&r)
		if _, err := round.New(r, model.Word{}, today); err == nil || tt.err != nil && !errors.Is(err, tt.err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// An answer carries nothing of its own but kind, value and text, and comes in time.
func TestAnswer(t *testing.T) {
	r := opened(t)
	good := round.Voice{ID: "mine", On: 2026_10_05, Round: "other", Kind: talk.Improve, Value: "kolaboratif", Text: " jadwal terlambat "}
	got, err := r.Answer(good, today)
	if want := (round.Voice{Round: r.ID, Kind: talk.Improve, Value: "kolaboratif", Text: "jadwal terlambat"}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	for name, change := range map[string]func(*round.Voice){
		"a check-in": func(v *round.Voice) { v.Kind = talk.CheckIn }, "no kind": func(v *round.Voice) { v.Kind = 0 },
		"no text": func(v *round.Voice) { v.Text = " \n" }, "no such value": func(v *round.Voice) { v.Value = "rajin" },
		"too long": func(v *round.Voice) { v.Text = strings.Repeat("a", talk.Most+1) },
	} {
		v := good
		if change(&v); v != good {
			if _, err := r.Answer(v, today); err == nil {
				t.Errorf("%s is taken", name)
			}
		}
	}
	if _, err := r.Answer(good, 2026_10_19); err != nil {
		t.Errorf("on the last day: %v", err)
	}
	if _, err := r.Answer(good, 2026_10_20); !errors.Is(err, round.ErrOver) {
		t.Errorf("a day late: %v", err)
	}
	r.State = round.Closed
	if _, err := r.Answer(good, today); !errors.Is(err, round.ErrOver) {
		t.Errorf("once closed: %v", err)
	}
}

// Fewer than five are thrown away, and say so; what is said upward the person reads
// once it is shared.
func TestEnd(t *testing.T) {
	for kept, want := range map[int]round.State{0: round.Dropped, round.Least - 1: round.Dropped, round.Least: round.Closed, 40: round.Closed} {
		if r, err := opened(t).End(kept, model.Word{}); err != nil || r.State != want {
			t.Errorf("%d answers: %s, %v", kept, r.State, err)
		}
	}
	r := opened(t)
	for state, want := range map[round.State][2]error{
		round.Open: {round.ErrRunning, round.ErrRunning}, round.Dropped: {round.ErrNothing, round.ErrNothing},
		round.Closed: {nil, model.ErrNotAllowed}, round.Shared: {nil, nil},
	} {
		r.State = state
		for i, self := range []bool{false, true} {
			if err := r.Readable(self); !errors.Is(err, want[i]) {
				t.Errorf("%s, the person %v: %v", state, self, err)
			}
		}
	}
	r.State, r.Upward = round.Closed, false
	if err := r.Readable(true); err != nil {
		t.Errorf("of colleagues: %v", err)
	}
}

func TestSummary(t *testing.T) {
	s := round.Summarise(opened(t), model.StaffRow{}, []round.Voice{
		{ID: "c", Kind: talk.Improve, Text: "1"}, {ID: "b", Kind: talk.Appreciation, Value: "loyal", Text: "2"},
		{ID: "a", Kind: talk.Improve, Text: "3"}, {ID: "d", Kind: talk.Appreciation, Text: "4"}, {ID: "e", Kind: talk.Improve, Text: "5"},
	})
	var order string
	for _, v := range s.Voices {
		order += v.ID
	}
	if order != "bdace" || s.Of(talk.Improve, "") != 3 || s.Of(talk.Appreciation, "loyal") != 1 || s.Of(talk.Appreciation, "") != 1 {
		t.Errorf("%s: %+v", order, s)
	}
}
