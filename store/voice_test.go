package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/correction"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/store"
)

// led is an office where Budi evaluates Ani, and Cici keeps the file.
func led(t *testing.T) (s *store.Store, ani, budi, cici model.StaffRow, plan model.PlanID) {
	t.Helper()
	s, d, _ := office(t)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260102, Document: "SKP 1"})
	if err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]*model.StaffRow{"Ani": &ani, "Budi": &budi, "Cici": &cici} {
		if *to, err = d.FindOne(name); err != nil {
			t.Fatal(err)
		}
	}
	profile, err := d.Profile(ani.Employee)
	if err != nil {
		t.Fatal(err)
	}
	post := profile.Posts[0]
	post.Evaluator = budi.Employee
	if err := d.EditPost(post, ""); err != nil {
		t.Fatal(err)
	}
	for _, p := range made.Plans {
		if p.Employee == ani.Employee {
			plan = p.ID
		}
	}
	return s, ani, budi, cici, plan
}

// Whoever keeps the file and does not evaluate somebody types the evaluator's
// judgement from a paper, or not at all; it is kept as the evaluator's word, in
// the evaluation and in every fact. The evaluator's own is their own.
func TestAnotherEvaluatorsStaffAreRatedFromAPaper(t *testing.T) {
	s, ani, budi, cici, plan := led(t)
	rs := rules.PermenPANRB6()
	both := store.Rating{Result: model.Meets, Behaviour: model.Above, Reason: "berita acara", Rules: rs}
	keeper := s.As(model.Owner(cici.Employee, cici.Name))
	from := keeper.From("surat no. 7", 2026_10_01)
	refused := func(what string, err error) {
		t.Helper()
		var word *voice.Error
		if !errors.As(err, &word) || word.Whose != budi.Employee || word.Name != budi.Name {
			t.Errorf("%s without a paper: %v", what, err)
		}
	}
	_, err := keeper.Mark(plan, q3, both)
	refused("rates", err)
	_, err = keeper.Annotate(plan, q3, nil, "catatan")
	refused("notes", err)
	if _, err = keeper.From("surat no. 7", 2027_01_01).Mark(plan, q3, both); !errors.Is(err, model.ErrFuture) {
		t.Errorf("a paper of tomorrow: %v", err)
	}
	for range 2 { // rated anew, the word takes the place of the one before
		if _, err = from.Mark(plan, q3, both); err != nil {
			t.Fatal(err)
		}
	}
	e, err := from.Annotate(plan, q3, nil, "catatan")
	if err != nil || len(e.Words) != 1 {
		t.Fatalf("%+v, %v", e.Words, err)
	}
	recorded := func(e model.Evaluation, act model.Verb, document string, on model.Date) {
		t.Helper()
		w := e.Words[len(e.Words)-1]
		if w.Act != string(act) || w.Whose != budi.Employee || w.By != cici.Employee || w.Via != model.Recorded || w.Document != document || w.On != on {
			t.Errorf("%s: %+v", act, w)
		}
	}
	recorded(e, model.VerbRate, "surat no. 7", 2026_10_01)
	moved, err := keeper.MoveAll([]model.PlanID{plan}, q3, model.Shared, model.Word{}, rs)
	if err != nil {
		t.Fatal(err)
	}
	refused("shares", moved[0].Err)
	if e, err = from.Move(plan, q3, model.Shared, model.Word{On: 2026_10_02}, rs); err != nil {
		t.Fatal(err)
	}
	recorded(e, model.VerbShare, "surat no. 7", 2026_10_02)
	if e, err = keeper.Correct(plan, q3, correction.Order{Word: e.Words[1].ID, On: 2026_10_03, Reason: "tanggal lain"}); err != nil {
		t.Fatal(err)
	}
	recorded(e, model.VerbShare, "surat no. 7", 2026_10_03)
	if _, err = from.Move(plan, q3, model.Rated, model.Word{}, rs); !errors.Is(err, model.ErrReason) {
		t.Errorf("taken back without a reason: %v", err)
	}
	if e, err = from.Move(plan, q3, model.Rated, model.Word{Document: "keliru"}, rs); err != nil {
		t.Fatal(err)
	}
	if recorded(e, model.VerbWithdraw, "surat no. 7", 2026_10_05); e.Words[2].Reason != "keliru" {
		t.Errorf("the reason: %+v", e.Words[2])
	}
	list, err := s.As(model.Owner("", "")).Record(ani.Employee, 0)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range list {
		if f.Fact.Header.Kind != model.KindEvaluation {
			continue
		}
		if n++; f.Fact.Header.For != budi.Employee || f.Fact.Header.Verb != model.VerbCorrect && f.Fact.Payload.Document != "surat no. 7" {
			t.Errorf("%s for %q from %q", f.Fact.Header.Verb, f.Fact.Header.For, f.Fact.Payload.Document)
		}
	}
	if n != 6 {
		t.Errorf("%d facts", n)
	}
	if e, err = s.As(model.Actor{ID: "b", Employee: budi.Employee, Via: model.Signed, Roles: model.RolesOf(model.RoleEvaluator)}).Mark(plan, q3, store.Rating{Behaviour: model.Meets, Rules: rs}); err != nil {
		t.Fatal(err)
	}
	if e, err = s.As(model.Actor{ID: "b", Employee: budi.Employee, Via: model.Signed, Roles: model.RolesOf(model.RoleEvaluator)}).Move(plan, q3, model.Shared, model.Word{}, rs); err != nil {
		t.Fatal(err)
	}
	if w := e.Words[len(e.Words)-1]; w.Via != model.Signed || w.Whose != budi.Employee || w.By != budi.Employee || w.Document != "" {
		t.Errorf("the evaluator's own: %+v", w)
	}
}

// Where nobody is above somebody in the file, the word is that of whoever keeps
// it, and nothing is asked.
func TestWithoutAnEvaluatorTheWordIsTheKeepers(t *testing.T) {
	s, ani, _, cici, plan := led(t)
	keeper := s.As(model.Owner(cici.Employee, cici.Name))
	profile, err := keeper.Profile(ani.Employee)
	if err != nil {
		t.Fatal(err)
	}
	post := profile.Posts[0]
	post.Evaluator = ""
	if err := keeper.EditPost(post, "tidak ada"); err != nil {
		t.Fatal(err)
	}
	rs := rules.PermenPANRB6()
	if _, err := keeper.Mark(plan, q3, store.Rating{Result: model.Meets, Behaviour: model.Above, Reason: "x", Rules: rs}); err != nil {
		t.Fatal(err)
	}
	e, err := keeper.Move(plan, q3, model.Shared, model.Word{}, rs)
	if err != nil || len(e.Words) != 1 || e.Words[0].Whose != cici.Employee || e.Words[0].Via != model.Own {
		t.Errorf("%+v, %v", e.Words, err)
	}
}

// What the inspectorate reads of one evaluation with the words of three people:
// rated and shared by the evaluator's PIN, received by the employee's, accepted from a letter
// that another recorded. Nobody else's word is taken for theirs.
func TestTheAuditorReadsTheWordsOfThree(t *testing.T) {
	s, ani, budi, cici, plan := led(t)
	keeper := s.As(model.Owner(cici.Employee, cici.Name))
	pins := map[string]string{"cici": "830217", "budi": "495162", "ani": "602915", "irban": "517390"}
	if _, err := keeper.Guard(user.New{User: user.User{Name: "cici"}, Secret: pins["cici"]},
		user.New{User: user.User{Name: "budi", Employee: budi.Employee}, Secret: pins["budi"]},
		user.New{User: user.User{Name: "ani", Employee: ani.Employee}, Secret: pins["ani"]},
		user.New{User: user.User{Name: "irban", Display: "Inspektur Pembantu", Roles: model.RolesOf(model.RoleAuditor)}, Secret: pins["irban"]}); err != nil {
		t.Fatal(err)
	}
	desk := map[string]*store.Desk{}
	for name, pin := range pins {
		actor, _, err := s.Enter(name, pin)
		if err != nil {
			t.Fatal(name, err)
		}
		desk[name] = s.As(actor)
	}
	rs := rules.PermenPANRB6()
	_, rated := desk["budi"].Mark(plan, q3, store.Rating{Result: model.Meets, Behaviour: model.Above, Reason: "bukti", Rules: rs})
	_, shared := desk["budi"].Move(plan, q3, model.Shared, model.Word{}, rs)
	beside, signed := desk["budi"].Voiced(voice.Said{Whose: ani.Employee, Secret: pins["ani"]})
	if rated != nil || shared != nil || signed != nil {
		t.Fatal(rated, shared, signed)
	}
	_, received := beside.Move(plan, q3, model.Received, model.Word{}, rs)
	_, accepted := desk["cici"].Move(plan, q3, model.Accepted, model.Word{Document: "surat no. 13"}, rs)
	if err := errors.Join(received, accepted); err != nil {
		t.Fatal(err)
	}
	if _, err := desk["ani"].Voiced(voice.Said{Whose: budi.Employee, Secret: pins["ani"]}); !errors.Is(err, user.ErrWrong) {
		t.Errorf("Ani's PIN for Budi: %v", err)
	}
	list, err := desk["irban"].Words(plan, q3)
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		verb      model.Verb
		whose, by model.EmployeeID
		via       model.Via
		document  string
	}{
		{model.VerbRate, budi.Employee, budi.Employee, model.Signed, ""}, {model.VerbShare, budi.Employee, budi.Employee, model.Signed, ""},
		{model.VerbReceive, ani.Employee, ani.Employee, model.Signed, ""}, {model.VerbAccept, ani.Employee, cici.Employee, model.Recorded, "surat no. 13"},
	}
	if len(list) != len(want) {
		t.Fatalf("%d words: %+v", len(list), list)
	}
	for i, w := range want {
		got := list[i]
		if got.Act != string(w.verb) || got.Whose != w.whose || got.By != w.by || got.Via != w.via || got.Document != w.document {
			t.Errorf("word %d: %+v, want %+v", i, got.Word, w)
		}
		if len(got.Facts) != 1 || got.Facts[0].Header.Verb != w.verb || model.EmployeeID(got.Facts[0].Header.Actor) != w.by || got.Facts[0].Header.Via != model.Signed {
			t.Errorf("word %d is shown by %+v", i, got.Facts)
		}
	}
}
