package model_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/objection"
	"kinerja/model/round"
	"kinerja/model/session"
	"kinerja/model/support"
	"kinerja/model/user"
)

// states are all states in their usual order; the table of moves below has a
// row for each and, in the same order, a column for each.
const states = 11

// moves is every pair from → to: "." refused, else the first letter of who
// moves it: e the evaluator, s the person.
var moves = [states]string{
	//                  d r v s c a d o x d f   draft rated reViewed shared reCeived accepted deemed objected eXplained decided final
	model.EvaluationDraft: ". e . . . . . . . . .",
	model.Rated:           ". e . e . . . . . . .",
	model.Reviewed:        ". . . e . . . . . . .",
	model.Shared:          ". e . . s . . . . . .",
	model.Received:        ". . . . . s e . . . .",
	model.Accepted:        ". . . . . . . . . . e",
	model.DeemedAccepted:  ". . . . . . . . . . e",
	model.Objected:        ". . . . . . . . . . .",
	model.Explained:       ". . . . . . . . . . .",
	model.Decided:         ". . . . . . . . . . e",
	model.Final:           ". . . . . . . . . . .",
}

func TestEveryMove(t *testing.T) {
	for from := model.EvaluationDraft; from <= model.Final; from++ {
		for to := model.EvaluationDraft; to <= model.Final; to++ {
			want := moves[from][2*int(to)]
			e := model.Evaluation{State: from, Words: []model.Word{{Act: "before"}}}
			got, err := e.Move(to, model.Word{Whose: "x", Document: "on paper"})
			if e.State != from || len(e.Words) != 1 {
				t.Fatalf("%v → %v changed the evaluation itself", from, to)
			}
			if want == '.' {
				var refused *model.StateError
				if !errors.Is(err, model.ErrState) || !errors.As(err, &refused) || refused.State != from || refused.Step != to || got.State != from {
					t.Errorf("%v → %v: %v, %v; want a refusal that names both", from, to, got.State, err)
				}
				continue
			}
			if err != nil || got.State != to || len(got.Words) != 2 || got.Words[1].Whose != "x" || got.Words[1].Act == "" {
				t.Errorf("%v → %v: %v, %v, %+v", from, to, got.State, err, got.Words)
			}
			step, _ := model.StepTo(from, to)
			if whose := map[byte]model.Relation{'e': model.RelEvaluator, 's': model.RelSelf}[want]; step.Whose != whose {
				t.Errorf("%v → %v is the act of %d, want %d", from, to, step.Whose, whose)
			}
		}
	}
}

func TestMoveNamesWhatIsNeeded(t *testing.T) {
	for to, want := range map[model.EvaluationState]model.EvaluationState{
		model.Shared: model.Rated, model.Received: model.Shared, model.Accepted: model.Received, model.Final: model.Accepted,
	} {
		_, err := model.Evaluation{}.Move(to, model.Word{})
		var refused *model.StateError
		if !errors.As(err, &refused) || refused.Needs != want {
			t.Errorf("draft → %v: %v, want %v named", to, err, want)
		}
	}
}

func TestWithdrawNeedsAReason(t *testing.T) {
	e := model.Evaluation{State: model.Shared}
	if _, err := e.Move(model.Rated, model.Word{Document: "  "}); !errors.Is(err, model.ErrReason) {
		t.Errorf("withdrawn without a reason: %v", err)
	}
	if got, err := e.Move(model.Rated, model.Word{Document: "a wrong denominator"}); err != nil || got.State != model.Rated {
		t.Errorf("withdrawn with a reason: %v, %v", got.State, err)
	}
}

func TestLocksCard(t *testing.T) {
	for s := model.EvaluationDraft; s <= model.Final; s++ {
		if got, want := (model.Evaluation{State: s}).LocksCard(), s >= model.Shared; got != want {
			t.Errorf("%v locks: %v", s, got)
		}
	}
}

// The table handed out is a copy.
func TestStepsIsACopy(t *testing.T) {
	list := model.Steps()
	list[0].To = model.Final
	if model.Steps()[0].To == model.Final {
		t.Error("the table of states can be changed from outside")
	}
}

// afterwards is how what follows an evaluation is taken back.
func afterwards() map[model.Verb]access.Recall {
	return map[model.Verb]access.Recall{
		objection.VerbFile: access.CanWithdraw, objection.VerbExplain: access.CanCorrect, objection.VerbDecide: access.CanCorrect,
		objection.VerbHear: access.Never, objection.VerbWithdraw: access.Never,
		coaching.VerbAgree: access.Never, coaching.VerbClose: access.Never, coaching.VerbCancel: access.Never,
		award.VerbNominate: access.CanWithdraw, award.VerbDecide: access.Never, award.VerbReject: access.Never, award.VerbHandOver: access.Never,
		award.VerbWithdraw: access.Never, session.VerbAcknowledge: access.Never,
		support.VerbContact: access.CanCorrect, support.VerbRefer: access.Never,
		round.VerbOpen: access.Never, round.VerbGive: access.Never, round.VerbClose: access.Never, round.VerbShare: access.Never,
	}
}

// What others were told or acted on is never just undone.
func TestRecall(t *testing.T) {
	for _, v := range access.Verbs() {
		want := access.CanUndo
		switch v {
		case model.VerbShare, model.VerbClosePeriod, assessment.VerbSubmit:
			want = access.CanWithdraw
		case model.VerbReceive, model.VerbAccept, model.VerbDeem, model.VerbCorrect, model.VerbFinalise, model.VerbSetUnit, model.VerbRecordUnit:
			want = access.CanCorrect
		case model.VerbFeedback, model.VerbAnswer, model.VerbWithdraw, model.VerbOpenChange, model.VerbCloseChange, model.VerbTakeBack, model.VerbRestore, model.VerbReopenPeriod, model.VerbReturnPlan, assessment.VerbReopen:
			want = access.Never
		}
		if strings.HasPrefix(string(v), "user.") && v != user.VerbRead {
			want = access.Never // who may log in
		}
		if w, said := afterwards()[v]; said {
			want = w
		}
		if got := access.RecallOf(v); got != want {
			t.Errorf("%s: %d, want %d", v, got, want)
		}
	}
}

func TestSortResults(t *testing.T) {
	result := func(post, p string) model.Result {
		return model.Result{Plan: model.Plan{ID: model.PlanID("plan of " + post), Post: model.PostID(post)}, Card: model.Card{Period: period(t, p)}}
	}
	list := []model.Result{result("1", "2026-Q1"), result("1", "2026-Q3"), result("2", "2026-Q3"), result("1", "2025-Q4")}
	model.SortResults(list)
	got := ""
	for _, r := range list {
		got += string(r.Plan.Post) + " " + r.Card.Period.String() + "; "
	}
	if want := "2 2026-Q3; 1 2026-Q3; 1 2026-Q1; 1 2025-Q4; "; got != want {
		t.Errorf("order %s, want %s", got, want)
	}
}
