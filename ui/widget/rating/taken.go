package rating

import (
	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/correction"
	"kinerja/ui/lang"
	"kinerja/ui/widget/word"
)

// Taken is about whom a step is to be taken.
type Taken struct {
	To       model.EvaluationState
	Plans    []model.PlanID // of those who are ready
	Ready    []string       // their names
	Not      []Obstacle     // who cannot, and why
	Moved    []string       // of those who are ready, whose results changed after the rating
	Bare     []string       // whose rating departs from what is suggested by now, without a reason
	Thin     []Obstacle     // whose rating stands on too few data, and for what reason
	Unproven []string       // in whose action plan something has no evidence
	Since    model.Date     // the newest word of those who are ready
	First    model.Date     // of their period
	Until    model.Date     // the last day that it can be of
	Today    model.Date
	Asked    word.Asked // whose word the step is, where it is that of one person
	Word     model.Word // what is corrected, of one person; without an identity a step is taken
}

// Judges reports a step that is the evaluator's word; the others are that of the
// person who is evaluated.
func Judges(to model.EvaluationState) bool { return to != model.Received && to != model.Accepted }

// Obstacle is somebody who cannot take a step, or not without a word about it,
// and why.
type Obstacle struct{ Name, Why string }

// Take parts people into those who can take a step and those who cannot, and
// says what is to be known before some of them are shared.
func Take(t *lang.Texts, people []*board.Person, to model.EvaluationState, names map[model.EmployeeID]string, today model.Date) Taken {
	taken := Taken{To: to, Today: today, Until: today}
	for _, r := range people {
		name := r.Staff.Name
		if !r.Takes(to) {
			taken.Not = append(taken.Not, Obstacle{Name: name, Why: Cannot(t, r, to, names)})
			continue
		}
		taken.Plans, taken.Ready = append(taken.Plans, r.Plan.ID), append(taken.Ready, name)
		taken.First = max(taken.First, r.Evaluation.Period.First())
		if n := len(r.Evaluation.Words); n > 0 {
			taken.Since = max(taken.Since, r.Evaluation.Words[n-1].On)
		}
		if to != model.Shared {
			continue
		}
		if r.Moved() {
			taken.Moved = append(taken.Moved, name)
		}
		if r.Unproven > 0 {
			taken.Unproven = append(taken.Unproven, name)
		}
		switch e := r.Evaluation; {
		case r.Thin():
			why := t.Evaluation.Step.NoReason
			if e.Reason != "" {
				why = lang.Inert(e.Reason)
			}
			taken.Thin = append(taken.Thin, Obstacle{Name: name, Why: why})
		case r.Unexplained(e):
			taken.Bare = append(taken.Bare, name)
		}
	}
	return taken
}

// Correct is about a word of one person that was recorded wrongly: no step, but
// the same question with what stands there now.
func Correct(r *board.Person, w model.Word, to model.EvaluationState, today model.Date) Taken {
	e := r.Evaluation
	first, last := correction.Between(e, w.ID)
	if last == 0 || last > today {
		last = today
	}
	return Taken{
		To: to, Plans: []model.PlanID{r.Plan.ID}, Ready: []string{r.Staff.Name},
		Since: first, First: e.Period.First(), Until: last, Today: today, Word: w,
	}
}

// Mend is a word that can be corrected by name.
type Mend struct {
	ID   string
	To   model.EvaluationState
	Verb model.Verb
	Name string
}

// Mends are the words that can be corrected, in the order in which they are said.
func Mends(t *lang.Texts) []Mend {
	g := t.Evaluation.Go
	return []Mend{
		{"mend-shared", model.Shared, model.VerbShare, g.MendShared},
		{"mend-received", model.Received, model.VerbReceive, g.MendReceived},
		{"mend-accepted", model.Accepted, model.VerbAccept, g.MendAccepted},
	}
}

// Unmended says why nobody can correct a word; "" where by can.
func Unmended(t *lang.Texts, e model.Evaluation, verb model.Verb, by model.EmployeeID) string {
	why := t.Evaluation.Why
	w, ok := correction.Recorded(e, verb)
	switch {
	case e.State == model.Final:
		return why.Done
	case !ok && verb == model.VerbShare:
		return why.NotShared
	case !ok:
		return why.NoRecord
	case w.By != by:
		return why.OtherRecord
	}
	return ""
}

// Cannot says why somebody cannot take a step.
func Cannot(t *lang.Texts, r *board.Person, to model.EvaluationState, names map[model.EmployeeID]string) string {
	if r.Own && (to == model.Shared || to == model.Final) && board.NextOf(r.Evaluation).Who == model.RelEvaluator || r.Own && to == model.Rated && r.Evaluation.State == model.Shared {
		return Judge(t, r, names)
	}
	return Standing(t, r.Evaluation)
}

// Judge says by whom somebody is rated, or that nobody does it yet.
func Judge(t *lang.Texts, r *board.Person, names map[model.EmployeeID]string) string {
	if who := evaluator(r, names); who != "" && r.Post.Evaluator != r.Staff.Employee {
		return lang.Fill(t.Evaluation.RatedBy, "who", lang.Inert(who))
	}
	return t.Evaluation.NoEvaluator
}

func evaluator(r *board.Person, names map[model.EmployeeID]string) string {
	if r.Evaluation.Evaluator != "" {
		return names[r.Evaluation.Evaluator]
	}
	return names[r.Post.Evaluator]
}

// Named is a step that has a name and no key of its own; the menu finds it.
type Named struct {
	ID   string
	To   model.EvaluationState
	Name string
}

// Steps are those with a name, in the order in which they are taken.
func Steps(t *lang.Texts) []Named {
	g := t.Evaluation.Go
	return []Named{
		{"withdraw", model.Rated, g.Withdraw}, {"received", model.Received, g.Received},
		{"accepted", model.Accepted, g.Accepted}, {"final", model.Final, g.Final},
	}
}
