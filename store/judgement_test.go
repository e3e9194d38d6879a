package store_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/correction"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store"
	"kinerja/store/storetest"
)

var q3, _ = model.ParsePeriod("2026-Q3")

// unrated finds plans that were scored and not rated, with what the aid suggests.
func unrated(t *testing.T, desk *store.Desk, n int) (plans []model.Plan, suggested []model.Rating) {
	t.Helper()
	b, err := desk.Board(q3, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range b.Rows {
		s, err := score.Of(r.Card, r.Plan, rules.PermenPANRB6())
		if err == nil && s.Suggested != model.NotRated && !r.Evaluation.Begun() {
			plans, suggested = append(plans, r.Plan), append(suggested, s.Suggested)
		}
	}
	if len(plans) < n {
		t.Fatalf("%d plans are scored and not rated, %d needed", len(plans), n)
	}
	return plans[:n], suggested[:n]
}

// The board shows everybody with a plan in the period, with and without results.
func TestBoard(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk := storetest.Owner(s)
	all, err := desk.Board(q3, "")
	if err != nil {
		t.Fatal(err)
	}
	standings, err := desk.Standings(q3, "")
	if err != nil {
		t.Fatal(err)
	}
	on := map[model.PlanID]bool{}
	for i, r := range all.Rows {
		on[r.Plan.ID] = true
		if r.Post.ID != r.Plan.Post || !r.Post.During(q3.First(), q3.Last()) || r.Staff.Void {
			t.Errorf("%s: %+v", r.Staff.Name, r.Post)
		}
		if all.Names[r.Plan.Employee] != r.Staff.Name {
			t.Errorf("%d: named %q, listed %q", i, all.Names[r.Plan.Employee], r.Staff.Name)
		}
	}
	for _, st := range standings {
		if !on[st.Plan.ID] && st.Card.HasValues() {
			t.Errorf("%s has results and is not on the board", st.Employee)
		}
	}
	unit := all.Rows[0].Plan.Unit
	part, err := desk.Board(q3, unit)
	if err != nil || len(part.Rows) == 0 || len(part.Rows) >= len(all.Rows) {
		t.Errorf("at %s: %d of %d rows, %v", unit, len(part.Rows), len(all.Rows), err)
	}
	for _, r := range part.Rows {
		if !all.Units.Within(r.Plan.Unit, unit) {
			t.Errorf("%s works elsewhere", r.Staff.Name)
		}
	}
	one, err := desk.Scorecard(all.Rows[3].Plan.ID, q3)
	if err != nil || len(one.Rows) != 1 || one.Rows[0].Plan.ID != all.Rows[3].Plan.ID || one.Rows[0].Staff.Name != all.Rows[3].Staff.Name {
		t.Errorf("one: %+v, %v", one.Rows, err)
	}
	self := s.As(model.Actor{ID: "x", Employee: all.Rows[5].Plan.Employee, Roles: model.RolesOf(model.RoleStaff)})
	own, err := self.Board(q3, "")
	if err != nil || len(own.Rows) != 1 || own.Rows[0].Plan.Employee != all.Rows[5].Plan.Employee {
		t.Errorf("a member of staff sees %d rows, %v", len(own.Rows), err)
	}
}

// Each of two ratings is kept as it is given; both together rate; undo takes
// one at a time.
func TestMarkByHalves(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk, rs := storetest.Owner(s), rules.PermenPANRB6()
	plans, suggested := unrated(t, desk, 1)
	id := plans[0].ID
	other := model.Meets
	if suggested[0] == model.Meets {
		other = model.Below
	}
	if _, err := desk.Mark(id, q3, store.Rating{Result: other, Rules: rs}); !errors.Is(err, model.ErrReason) {
		t.Errorf("departed without a reason: %v", err)
	}
	e, err := desk.Mark(id, q3, store.Rating{Result: other, Reason: " bukti belum lengkap ", Rules: rs})
	if err != nil || !e.Half() || e.State != model.EvaluationDraft || e.Predicate != model.NoPredicate || e.Reason != "bukti belum lengkap" || !e.Departs() {
		t.Fatalf("half: %+v, %v", e, err)
	}
	if _, err := desk.Move(id, q3, model.Shared, model.Word{}, rs); !errors.Is(err, model.ErrState) {
		t.Errorf("shared a half: %v", err)
	}
	e, err = desk.Mark(id, q3, store.Rating{Behaviour: model.Above, Rules: rs})
	if err != nil || e.State != model.Rated || e.Result != other || e.Behaviour != model.Above ||
		e.Predicate != rs.Predicate(other, model.Above) || e.Reason != "bukti belum lengkap" {
		t.Fatalf("both: %+v, %v", e, err)
	}
	e, err = desk.Mark(id, q3, store.Rating{Result: suggested[0], Rules: rs})
	if err != nil || e.Reason != "" || e.Behaviour != model.Above || e.Departs() {
		t.Fatalf("back to the suggestion: %+v, %v", e, err)
	}
	for i, want := range []struct {
		state             model.EvaluationState
		result, behaviour model.Rating
	}{{model.Rated, other, model.Above}, {model.EvaluationDraft, other, model.NotRated}, {model.EvaluationDraft, model.NotRated, model.NotRated}} {
		if info, err := desk.Undo(); err != nil || info.Verb != model.VerbRate || info.Employee != plans[0].Employee {
			t.Fatalf("undo %d: %+v, %v", i, info, err)
		}
		e, err := desk.Evaluation(id, q3)
		if err != nil || e.State != want.state || e.Result != want.result || e.Behaviour != want.behaviour {
			t.Errorf("undo %d: %+v, %v", i, e, err)
		}
	}
}

func TestAnnotate(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk, rs := storetest.Owner(s), rules.PermenPANRB6()
	plans, suggested := unrated(t, desk, 1)
	id := plans[0].ID
	note := func(value, text string) []model.ValueNote {
		return []model.ValueNote{{Value: model.ElementID(value), Text: text}}
	}
	e, err := desk.Annotate(id, q3, append(note("loyal", "menjaga rahasia\npasien"), note("pelayanan", "ramah")...), "pertahankan")
	if err != nil || len(e.Notes) != 2 || e.Notes[0].Value != "pelayanan" || e.On("loyal") != "menjaga rahasia\npasien" || e.Note != "pertahankan" || !e.Begun() {
		t.Fatalf("%+v, %v", e, err)
	}
	for _, tt := range []struct {
		notes []model.ValueNote
		note  string
		want  error
	}{
		{note("ramah", "x"), "", model.ErrWord}, {note("loyal", "a\x1b[31m"), "", model.ErrControl},
		{nil, strings.Repeat("a", model.MostNote+1), model.ErrTooLong},
	} {
		if _, err := desk.Annotate(id, q3, tt.notes, tt.note); !errors.Is(err, tt.want) || !errors.Is(err, model.ErrInvalid) {
			t.Errorf("%+v: %v, want %v", tt, err, tt.want)
		}
	}
	if e, err = desk.Annotate(id, q3, note("loyal", "  "), "pertahankan"); err != nil || e.Notes != nil || e.Note == "" {
		t.Errorf("taken away: %+v, %v", e, err)
	}
	if info, err := desk.Undo(); err != nil || info.Verb != model.VerbNote {
		t.Fatalf("undo: %+v, %v", info, err)
	}
	if e, err = desk.Evaluation(id, q3); err != nil || e.On("pelayanan") != "ramah" {
		t.Errorf("after undo: %+v, %v", e, err)
	}
	if _, err := desk.Mark(id, q3, store.Rating{Result: suggested[0], Behaviour: model.Meets, Rules: rs}); err != nil {
		t.Fatal(err)
	}
	if e, err = desk.Move(id, q3, model.Shared, model.Word{}, rs); err != nil || e.On("pelayanan") != "ramah" {
		t.Fatalf("shared: %+v, %v", e, err)
	}
	if _, err := desk.Annotate(id, q3, nil, "lain"); !errors.Is(err, model.ErrState) {
		t.Errorf("noted on a shared evaluation: %v", err)
	}
	outsider := s.As(model.Actor{ID: "y", Roles: model.RolesOf(model.RoleStaff)})
	if _, err := outsider.Annotate(id, q3, nil, "x"); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("a stranger noted: %v", err)
	}
}

// What can be shared is, in one change; of the others it says why not.
func TestMoveAll(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk, rs := storetest.Owner(s), rules.PermenPANRB6()
	plans, suggested := unrated(t, desk, 4)
	var ids []model.PlanID
	for i, p := range plans {
		ids = append(ids, p.ID)
		if i == 1 {
			continue // not rated
		}
		if _, err := desk.Mark(p.ID, q3, store.Rating{Result: suggested[i], Behaviour: model.Meets, Rules: rs}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := desk.Move(ids[3], q3, model.Shared, model.Word{}, rs); err != nil {
		t.Fatal(err)
	}
	moved, err := desk.MoveAll(ids, q3, model.Shared, model.Word{}, rs)
	if err != nil || len(moved) != 4 {
		t.Fatalf("%+v, %v", moved, err)
	}
	for i, want := range []error{nil, model.ErrState, nil, model.ErrState} {
		if !errors.Is(moved[i].Err, want) || (want == nil) != (moved[i].Err == nil) || moved[i].Plan != ids[i] {
			t.Errorf("%d: %+v, want %v", i, moved[i], want)
		}
	}
	if _, err := desk.Undo(); !errors.Is(err, model.ErrNoUndo) {
		t.Errorf("a sharing was undone: %v", err)
	}
	word := model.Word{Document: "tanda tangan di kertas", On: 20261005}
	if moved, err = desk.MoveAll(ids, q3, model.Received, word, rs); err != nil || moved[0].Err != nil || moved[1].Err == nil || moved[3].Err != nil {
		t.Fatalf("received: %+v, %v", moved, err)
	}
	for i, id := range ids {
		e, err := desk.Evaluation(id, q3)
		if err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			continue
		}
		w := e.Words[len(e.Words)-1]
		if e.State != model.Received || w.Whose != plans[i].Employee || w.Via != model.Recorded || w.Document != word.Document {
			t.Errorf("%d: %s, %+v", i, e.State, w)
		}
	}
	// Withdrawing takes a reason, and nothing is a rating again by a move.
	if moved, err = desk.MoveAll(ids[1:2], q3, model.Rated, model.Word{Document: "x"}, rs); err != nil || !errors.Is(moved[0].Err, model.ErrState) {
		t.Errorf("a draft was moved to rated: %+v, %v", moved, err)
	}
	outsider := s.As(model.Actor{ID: "y", Roles: model.RolesOf(model.RoleStaff)})
	if moved, err = outsider.MoveAll(ids[:1], q3, model.Accepted, word, rs); err != nil || !errors.Is(moved[0].Err, model.ErrNotAllowed) {
		t.Errorf("a stranger accepted: %+v, %v", moved, err)
	}
}

// What was recorded from a document is put right with a reason by whoever
// recorded it; the record of changes shows both, and nothing is undone.
func TestCorrect(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk, rs := storetest.Owner(s), rules.PermenPANRB6()
	plans, suggested := unrated(t, desk, 1)
	id := plans[0].ID
	if _, err := desk.Mark(id, q3, store.Rating{Result: suggested[0], Behaviour: model.Meets, Rules: rs}); err != nil {
		t.Fatal(err)
	}
	today := s.Today()
	for _, step := range []struct {
		to model.EvaluationState
		on model.Date
	}{{model.Shared, today.Add(-3)}, {model.Received, today.Add(-1)}} {
		if _, err := desk.Move(id, q3, step.to, model.Word{Document: "surat 12", On: step.on}, rs); err != nil {
			t.Fatal(err)
		}
	}
	e, _ := desk.Evaluation(id, q3)
	word, _ := correction.Recorded(e, model.VerbReceive)
	right := correction.Order{Word: word.ID, On: today.Add(-2), Document: "surat 21", Reason: "nomor tertukar"}
	for _, r := range []struct {
		who    *store.Desk
		change func(*correction.Order)
		want   error
	}{
		{desk, func(c *correction.Order) { c.On = today.Add(1) }, model.ErrFuture},
		{desk, func(c *correction.Order) { c.On = today.Add(-4) }, model.ErrEarlier},
		{desk, func(c *correction.Order) { c.Reason = "" }, model.ErrReason},
		{s.As(model.Actor{ID: "y", Roles: model.RolesOf(model.RoleStaff)}), func(*correction.Order) {}, model.ErrNotAllowed},
		{s.As(model.Actor{ID: "z", Employee: "z", Roles: model.RolesOf(model.RoleManager)}), func(*correction.Order) {}, model.ErrNotAllowed},
	} {
		c := right
		r.change(&c)
		if _, err := r.who.Correct(id, q3, c); !errors.Is(err, r.want) {
			t.Errorf("%+v: %v, want %v", c, err, r.want)
		}
	}
	if _, err := desk.Correct(id, q3, right); err != nil {
		t.Fatal(err)
	}
	e, err := desk.Evaluation(id, q3)
	if err != nil {
		t.Fatal(err)
	}
	if w, ok := correction.Recorded(e, model.VerbReceive); !ok || w.ID != word.ID || w.On != right.On || w.Document != right.Document || e.State != model.Received {
		t.Errorf("%s, %+v", e.State, w)
	}
	if got, want := board.ObjectUntil(e), rules.ObjectionUntil(e, right.On); got != want {
		t.Errorf("one may object until %s, want %s", got, want)
	}
	var refused *model.NoUndoError
	if _, err := desk.Undo(); !errors.As(err, &refused) || refused.Verb != model.VerbCorrect {
		t.Errorf("a correction was undone: %v", err)
	}
}

// What somebody else shared meanwhile does not move by an undo.
func TestUndoUnderAShare(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk, rs := storetest.Owner(s), rules.PermenPANRB6()
	other := s.As(model.Actor{ID: "other", Roles: model.RolesOf(model.RoleManager)})
	plans, suggested := unrated(t, desk, 1)
	id := plans[0].ID
	for _, b := range []model.Rating{model.Meets, model.Above} {
		if _, err := desk.Mark(id, q3, store.Rating{Result: suggested[0], Behaviour: b, Rules: rs}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := other.Move(id, q3, model.Shared, model.Word{}, rs); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.Undo(); !errors.Is(err, model.ErrLocked) {
		t.Errorf("undid a rating that was shared: %v", err)
	}
	if e, err := desk.Evaluation(id, q3); err != nil || e.State != model.Shared || e.Behaviour != model.Above {
		t.Errorf("%+v, %v", e, err)
	}
}

// Nobody rates, notes, shares or makes final what is their own, whatever their
// roles; who should is named. What was shared that way can still be withdrawn.
func TestNobodyJudgesOneself(t *testing.T) {
	s, d := storetest.District(t, 120)
	owner, rs := storetest.Owner(s), rules.PermenPANRB6()
	b, err := owner.Board(q3, "")
	if err != nil {
		t.Fatal(err)
	}
	heads := make([]model.BoardRow, 2)
	for _, r := range b.Rows {
		switch {
		case r.Staff.Employee == d.Head():
			heads[0] = r
		case r.Post.Level != "" && r.Post.Evaluator == d.Head():
			heads[1] = r
		}
	}
	if b.Names[heads[0].Post.Evaluator] == "" || heads[1].Plan.ID == "" {
		t.Fatalf("%+v", heads)
	}
	orphan := heads[1].Post
	orphan.Evaluator = ""
	if err := owner.EditPost(orphan, "pindah"); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		who  model.BoardRow
		name string
	}{{heads[0], b.Names[heads[0].Post.Evaluator]}, {heads[1], ""}} {
		head := s.As(model.Owner(tt.who.Staff.Employee, tt.who.Staff.Name))
		id, both := tt.who.Plan.ID, store.Rating{Result: model.Above, Behaviour: model.Above, Reason: "bukti", Rules: rs}
		refused := func(what string, err error) {
			t.Helper()
			var own *model.OneselfError
			if !errors.As(err, &own) || !errors.Is(err, model.ErrNotAllowed) || own.Evaluator != tt.name {
				t.Errorf("%s %s themselves: %v, want %q named", tt.who.Staff.Name, what, err, tt.name)
			}
		}
		_, err := head.Mark(id, q3, both)
		refused("marks", err)
		_, err = head.Rate(id, q3, both)
		refused("rates", err)
		_, err = head.Annotate(id, q3, nil, "x")
		refused("notes on", err)
		if _, err := owner.Rate(id, q3, both); err != nil {
			t.Fatal(err)
		}
		moved, err := head.MoveAll([]model.PlanID{id}, q3, model.Shared, model.Word{}, rs)
		if err != nil {
			t.Fatal(err)
		}
		refused("shares with", moved[0].Err)
		_, err = head.Move(id, q3, model.Shared, model.Word{}, rs)
		refused("shares with", err)
		if _, err := owner.Move(id, q3, model.Shared, model.Word{}, rs); err != nil {
			t.Fatal(err)
		}
		_, err = head.Move(id, q3, model.Rated, model.Word{Document: "dinilai sendiri"}, rs)
		refused("withdraws", err)
	}
}
