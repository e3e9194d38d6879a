package rating

import (
	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/score"
	"kinerja/ui/lang"
)

// Because says why the rating of results is what it is: what the aid suggested
// when it was given, or on how few data it stands, and the reason; "" where it
// is as suggested and nothing was written.
func Because(t *lang.Texts, e model.Evaluation) string {
	v := t.Evaluation
	reason := lang.Inert(e.Reason)
	switch {
	case e.Result == model.NotRated, e.Reason == "" && !score.Asks(e.Suggested, e.Result):
		return ""
	case e.Reason == "":
		reason = t.Person.NoReason
	}
	switch e.Suggested {
	case model.NotRated:
		return lang.Fill(v.OnLittle, "share", t.Number(e.Share.Round()), "reason", reason)
	case e.Result:
		return lang.Fill(v.AsSuggested, "reason", reason)
	}
	return lang.Fill(v.Departed, "suggested", t.RatingShort(e.Suggested), "reason", reason)
}

// Moved says what changed after the rating, and on which number the rating stands.
func Moved(t *lang.Texts, r *board.Person) string {
	what := t.Working.Shifts[score.Shifted(r.Evaluation.Score, r.Card, r.Plan, r.Rules)]
	return lang.Fill(t.Evaluation.Moved, "what", what, "then", t.FixedAmount(r.Evaluation.Score), "now", t.FixedAmount(r.Score.Value))
}

// Unexplained says that the rating of results as it is seen now stands against
// the aid without a reason, and which key writes one; "" where it does not. The
// rating stays as it was given.
func Unexplained(l Look, r *board.Person, e model.Evaluation) string {
	t := l.Text
	switch key := l.Keys.Edit.Help().Key; {
	case !r.Unexplained(e):
		return ""
	case r.Suggested == model.NotRated:
		return lang.Fill(t.Evaluation.NowLittle, "share", t.Number(r.Score.Share.Round()), "key", key)
	default:
		return lang.Fill(t.Evaluation.NowSuggests, "suggested", t.RatingShort(r.Suggested), "key", key)
	}
}
