package objection_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/objection"
)

const (
	received = model.Date(2026_10_06)
	until    = model.Date(2026_10_20)
)

var (
	given = objection.Ratings{Result: model.Below, Behaviour: model.Meets, Predicate: model.NeedsImprovement}
	asked = objection.Ratings{Result: model.Meets, Behaviour: model.Meets}
	mine  = model.Word{Whose: "budi", By: "budi", Via: model.Signed, On: 2026_10_10}
	above = model.Word{Whose: "kadis", By: "kadis", Via: model.Signed, On: 2026_10_22}
)

func evaluation(state model.EvaluationState, words ...model.Word) model.Evaluation {
	return model.Evaluation{ID: "e", Plan: "p", Employee: "budi", Evaluator: "sari", Unit: "u", Period: 202653, State: state, Result: given.Result, Behaviour: given.Behaviour, Predicate: given.Predicate, Words: words}
}

func filed(t *testing.T) objection.Objection {
	t.Helper()
	o, err := objection.New("o", evaluation(model.Received), received, until, mine, objection.Objection{Reason: "Vaksin kosong enam minggu", Asked: asked})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// From every state of an evaluation: an objection is possible where it was
// received, deemed accepted, or accepted by somebody else's record.
func TestMayFile(t *testing.T) {
	for s := model.EvaluationDraft; s <= model.Final; s++ {
		for _, via := range []model.Via{model.Own, model.Recorded, model.Signed} {
			want := s == model.Received || s == model.DeemedAccepted || s == model.Accepted && via == model.Recorded
			e := evaluation(s, model.Word{Via: via, Document: "No. 1"})
			if got := objection.MayFile(e); got != want {
				t.Errorf("%s (%v): %v", s, via, got)
			}
			_, err := objection.New("o", e, received, until, mine, objection.Objection{Reason: "r"})
			if (err == nil) != want || err != nil && !errors.Is(err, model.ErrState) {
				t.Errorf("%s (%v): %v", s, via, err)
			}
		}
	}
}

func TestLateIsRecordedAndNotRefused(t *testing.T) {
	for on, late := range map[model.Date]bool{2026_10_06: false, 2026_10_20: false, 2026_10_21: true} {
		w := mine
		w.On = on
		o, err := objection.New("o", evaluation(model.Received), received, until, w, objection.Objection{Reason: "r"})
		if err != nil || o.Late != late || o.Filed() != on {
			t.Errorf("%v: late %v, %v", on, o.Late, err)
		}
	}
}

// Every step from every state.
func TestStates(t *testing.T) {
	open := map[objection.State]bool{objection.Filed: true, objection.Explained: true}
	for state := objection.Filed; state <= objection.Withdrawn; state++ {
		o := filed(t)
		o.State = state
		steps := map[string]func() (objection.Objection, error){
			"explained": func() (objection.Objection, error) {
				return o.Explained("Stok dicatat kosong dua minggu", model.Word{Whose: "sari", On: 2026_10_12})
			},
			"heard": func() (objection.Objection, error) {
				return o.Heard(objection.Hearing{On: 2026_10_15, Staff: "Menunjukkan kartu stok"})
			},
			"decided": func() (objection.Objection, error) {
				return o.Decide(objection.Upheld, objection.Ratings{}, "Kartu stok benar", above)
			},
			"withdrawn": func() (objection.Objection, error) {
				return o.Withdraw(model.Word{Whose: "budi", On: 2026_10_12, Reason: "sudah dibicarakan"})
			},
		}
		to := map[string]objection.State{"explained": objection.Explained, "heard": state, "decided": objection.Decided, "withdrawn": objection.Withdrawn}
		for name, step := range steps {
			got, err := step()
			switch {
			case open[state] && (err != nil || got.State != to[name]):
				t.Errorf("%s %s: %v, %v", state, name, got.State, err)
			case !open[state] && (!errors.Is(err, model.ErrState) || got.State != state):
				t.Errorf("%s %s: %v, %v", state, name, got.State, err)
			}
		}
		if o.State != state || len(o.Words) != 1 || o.Account != "" {
			t.Errorf("%s: a step changed the one before it", state)
		}
	}
}

func TestDecide(t *testing.T) {
	other := objection.Ratings{Result: model.Meets, Behaviour: model.Above}
	for _, x := range []struct {
		name    string
		out     objection.Outcome
		to      objection.Ratings
		grounds string
		word    model.Word
		want    objection.Ratings
		err     error
	}{
		{"rejected: the ratings stay", objection.Rejected, other, "g", above, given, nil},
		{"upheld: as asked", objection.Upheld, other, "g", above, asked, nil},
		{"changed", objection.Changed, other, "g", above, other, nil},
		{"changed to the same", objection.Changed, given, "g", above, given, objection.ErrAsBefore},
		{"changed to nothing", objection.Changed, objection.Ratings{Result: model.Meets}, "g", above, given, model.ErrMissing},
		{"without grounds", objection.Rejected, given, " ", above, given, model.ErrMissing},
		{"no outcome", objection.NoOutcome, given, "g", above, given, model.ErrMissing},
		{"by the evaluator", objection.Rejected, given, "g", model.Word{Whose: "sari", By: "sari", On: 2026_10_22}, given, model.ErrNotAllowed},
		{"by oneself", objection.Upheld, given, "g", mine, given, model.ErrNotAllowed},
		{"recorded without a letter", objection.Rejected, given, "g", model.Word{Whose: "kadis", By: "sari", Via: model.Recorded, On: 2026_10_22}, given, model.ErrMissing},
		{"recorded by the evaluator from a letter", objection.Rejected, given, "g", model.Word{Whose: "kadis", By: "sari", Via: model.Recorded, Document: "800/12", On: 2026_10_22}, given, nil},
	} {
		o, err := filed(t).Decide(x.out, x.to, x.grounds, x.word)
		if !errors.Is(err, x.err) {
			t.Errorf("%s: %v", x.name, err)
			continue
		}
		if err == nil && (o.New != x.want || o.Old != given || o.Outcome != x.out || o.Grounds != "g") {
			t.Errorf("%s: %+v", x.name, o)
		}
	}
	o := filed(t)
	o.Asked = objection.Ratings{}
	if _, err := o.Decide(objection.Upheld, other, "g", above); !errors.Is(err, model.ErrMissing) {
		t.Errorf("upheld, and nothing was asked for: %v", err)
	}
}

func TestCheck(t *testing.T) {
	for field, change := range map[string]func(*objection.Objection){
		"reason":      func(o *objection.Objection) { o.Reason = "\n" },
		"papers":      func(o *objection.Objection) { o.Papers = []objection.Paper{{Where: "map 3"}} },
		"asked":       func(o *objection.Objection) { o.Asked.Behaviour = model.NotRated },
		"hearing":     func(o *objection.Objection) { o.Hearings = []objection.Hearing{{Staff: "\x1b[2J"}} },
		"explanation": func(o *objection.Objection) { o.Account = strings.Repeat("a", objection.Most+1) },
	} {
		o := filed(t)
		change(&o)
		var f *model.FieldError
		if err := o.Check(); !errors.As(err, &f) || f.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// Over month ends, a leap day and the end of a year.
func TestDecideBy(t *testing.T) {
	for on, want := range map[model.Date]model.Date{2026_10_20: 2026_11_03, 2028_02_15: 2028_02_29, 2028_02_16: 2028_03_01, 2026_12_20: 2027_01_03} {
		o := objection.Objection{Words: []model.Word{{On: on}}}
		if got := o.DecideBy(0); got != want {
			t.Errorf("%v: %v, want %v", on, got, want)
		}
	}
	if got := (objection.Objection{Words: []model.Word{{On: 2026_10_20}}}).DecideBy(30); got != 2026_11_19 {
		t.Errorf("30 days: %v", got)
	}
}

// What an evaluation becomes by each step, and what it keeps.
func TestOn(t *testing.T) {
	e := evaluation(model.Received, model.Word{Act: "evaluation.receive", On: received})
	o := filed(t)
	after := o.On(e)
	if after.State != model.Objected || len(after.Words) != 2 || after.Words[1].Act != string(objection.VerbFile) || len(e.Words) != 1 {
		t.Errorf("filed: %+v", after)
	}
	for _, x := range []struct {
		out  objection.Outcome
		want objection.Ratings
	}{{objection.Rejected, given}, {objection.Upheld, asked}} {
		d, err := o.Decide(x.out, objection.Ratings{}, "g", above)
		if err != nil {
			t.Fatal(err)
		}
		got := d.On(after)
		if got.State != model.Decided || got.Result != x.want.Result || got.Predicate != x.want.Predicate || got.Words[2].Act != string(objection.VerbDecide) {
			t.Errorf("%v: %+v", x.out, got)
		}
		// Grounds are never shown as the evaluator's reason, nor the other way round.
		if objection.Decides(got) != (x.out == objection.Upheld) || objection.Decides(after) {
			t.Errorf("%v: the reason %q is that of a decision: %v", x.out, got.Reason, objection.Decides(got))
		}
	}
	for _, was := range []model.EvaluationState{model.Received, model.DeemedAccepted} {
		o, err := objection.New("o", evaluation(was), received, until, mine, objection.Objection{Reason: "r"})
		if err != nil {
			t.Fatal(err)
		}
		if o, err = o.Withdraw(model.Word{Whose: "budi", On: 2026_10_12, Reason: "r"}); err != nil || o.On(after).State != was {
			t.Errorf("withdrawn leads to %v, %v; want %v", o.On(after).State, err, was)
		}
	}
}
