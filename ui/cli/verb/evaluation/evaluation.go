// Package evaluation is the verb evaluate: ratings, notes, and the steps to the
// final form.
package evaluation

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
)

type evaluateFlags struct {
	result, behaviour, value, idea, reason, to, correct, on, document, recommendation string
	notes                                                                             []string
	signed                                                                            bool
}

// Command is `kinerja evaluate`.
func Command(c *call.Call) *cobra.Command {
	var f evaluateFlags
	cmd := c.Verb("evaluate",
		"evaluate QUERY --period P [--result above|meets|below --behaviour above|meets|below --reason T] "+
			"[--behaviour-value N --idea T] [--note VALUE=T]… [--recommendation T] [--to rated|shared|received|accepted|deemed_accepted|final] [--on DATE --document TEXT | --signed] "+
			"[--correct shared|received|accepted --on DATE --document TEXT --reason T]", nil,
		func(args []string) error { return named(c, evaluate(c, args, f)) })
	cmd.AddCommand(showing(c), papers(c), replace(c))
	pick.Flags(c, cmd)
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.result, "result", "", t["result"])
	set.StringVar(&f.behaviour, "behaviour", "", t["behaviour"])
	set.StringVar(&f.value, "behaviour-value", "", t["behaviour-value"])
	set.StringVar(&f.idea, "idea", "", t["idea"])
	set.StringVar(&f.reason, "reason", "", t["evaluate-reason"])
	set.StringArrayVar(&f.notes, "note", nil, t["value-note"])
	set.StringVar(&f.recommendation, "recommendation", "", t["recommendation"])
	set.StringVar(&f.to, "to", "", t["to"])
	set.StringVar(&f.correct, "correct", "", t["correct"])
	set.StringVar(&f.on, "on", "", t["on"])
	set.StringVar(&f.document, "document", "", t["document"])
	set.BoolVar(&f.signed, "signed", false, t["signed"])
	return cmd
}

// named says which letter is missing, where a judgement is the word of another.
func named(c *call.Call, err error) error {
	var word *voice.Error
	if errors.As(err, &word) {
		return call.Said(lang.Fill(c.Text.Voice.OthersHow, "name", lang.Inert(word.Name)), exit.ErrUsage)
	}
	return err
}

// wishes are the flags of evaluate, read.
type wishes struct {
	result, behaviour model.Rating
	said              grade.Said // under a rule set with a formula
	reason            string
	to                model.EvaluationState
	move              bool // --to was given
	word              model.Word
	corrects          model.Verb // whose record is corrected; "": none
	notes             []model.ValueNote
	recommendation    string
}

func (w wishes) notesAny() bool { return len(w.notes) > 0 || w.recommendation != "" }

// grades reports that numbers were given, for a rule set with a formula.
func (w wishes) grades() bool { return w.said.Behaviour.Present() || w.said.Idea != "" }

func (w wishes) rates() bool { return w.result != model.NotRated || w.behaviour != model.NotRated }

func evaluate(c *call.Call, args []string, f evaluateFlags) error {
	w, err := readWishes(c, f)
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	s, err := pick.One(c, d, args)
	if err != nil {
		return err
	}
	if w.corrects != "" {
		return correct(c, d, s, w)
	}
	if d = d.From(w.word.Document, w.word.On); f.signed {
		if d, err = signed(c, d, s, w); err != nil {
			return err
		}
	}
	var done []model.EvaluationState
	if w.grades() {
		if s.Eval, err = compute(c, d, s, w); err != nil {
			return err
		}
		done = append(done, model.Rated)
	}
	if w.rates() {
		if err := rate(c, d, &s, w); err != nil {
			return err
		}
		done = append(done, model.Rated)
	}
	if w.notesAny() {
		if err := annotate(c, d, &s, w); err != nil {
			return partly(c, s, done, err)
		}
	}
	if len(done) > 0 && done[0] == model.Rated {
		if err := warn(c, d, s); err != nil {
			return err
		}
	}
	if w.move && (w.to != model.Rated || !w.rates() && !w.grades()) {
		if err := move(c, d, &s, w); err != nil {
			return partly(c, s, done, err)
		}
		done = append(done, w.to)
	}
	return evaluated(c, s, done)
}

// readWishes reads the flags, before the file is opened.
func readWishes(c *call.Call, f evaluateFlags) (w wishes, err error) {
	u, words := c.Text.CLI.Usage, []string{"above", "meets", "below"}
	if c.Flag.Period == "" {
		return w, c.Misuse(u.Missing, "verb", "kinerja evaluate", "what", "--period")
	}
	for _, r := range []struct {
		name, given string
		to          *model.Rating
	}{{"--result", f.result, &w.result}, {"--behaviour", f.behaviour, &w.behaviour}} {
		if r.given == "" {
			continue
		}
		word, err := c.Word(r.name, r.given, words)
		if err != nil {
			return w, err
		}
		*r.to, _ = model.ParseRating(word)
	}
	if w.said, err = readSaid(c, f); err != nil {
		return w, err
	}
	if w.move = f.to != ""; w.move {
		word, err := c.Word("--to", f.to, []string{"rated", "shared", "received", "accepted", "deemed_accepted", "final"})
		if err != nil {
			return w, err
		}
		w.to, _ = model.ParseEvaluationState(word)
	}
	for _, n := range f.notes {
		value, text, ok := strings.Cut(n, "=")
		var codes []string
		for _, b := range rules.Behaviours() {
			codes = append(codes, b.Code)
		}
		if !ok {
			return w, c.Misuse(u.Missing, "verb", "kinerja evaluate --note", "what", "VALUE=TEXT")
		}
		if value, err = c.Word("--note", value, codes); err != nil {
			return w, err
		}
		w.notes = append(w.notes, model.ValueNote{Value: model.ElementID(value), Text: text})
	}
	w.recommendation = strings.TrimSpace(f.recommendation)
	if f.signed && (f.document != "" || f.on != "" || f.correct != "") {
		return w, c.Misuse(u.Together, "a", "--signed", "b", "--document | --on | --correct")
	}
	if w.corrects, err = readCorrect(c, f, w); err != nil {
		return w, err
	}
	if w.corrects == "" && !w.move && !w.rates() && !w.grades() && !w.notesAny() {
		return w, c.Misuse(u.Missing, "verb", "kinerja evaluate", "what", "--result/--behaviour | --note | --to")
	}
	on, err := c.DateFlag("--on", f.on)
	w.reason, w.word = f.reason, model.Word{On: on, Document: strings.TrimSpace(f.document)}
	return w, err
}

// annotate keeps notes on values, and the recommendation; what is not said
// stays as it was, and an empty text takes a note away.
func annotate(c *call.Call, d *store.Desk, s *pick.Subject, w wishes) error {
	notes, note := slices.Clone(s.Eval.Notes), s.Eval.Note
	for _, n := range w.notes {
		notes = slices.DeleteFunc(notes, func(o model.ValueNote) bool { return o.Value == n.Value })
		notes = append(notes, n)
	}
	if w.recommendation != "" {
		note = w.recommendation
	}
	e, err := d.Annotate(s.Plan.ID, s.Period, notes, note)
	if err == nil {
		s.Eval = e
	}
	return err
}

// rate keeps the ratings that are said; one that is not stays as it was, and
// needs no reason. Only both together are an evaluation.
func rate(c *call.Call, d *store.Desk, s *pick.Subject, w wishes) error {
	rs, err := pick.Rules(c, *s)
	if err != nil {
		return err
	}
	r := store.Rating{Result: w.result, Behaviour: w.behaviour, Reason: w.reason, Rules: rs}
	if r.Reason == "" && r.Result == s.Eval.Result {
		r.Reason = s.Eval.Reason
	}
	for _, half := range []struct {
		flag       string
		given, has model.Rating
	}{{"--result", r.Result, s.Eval.Result}, {"--behaviour", r.Behaviour, s.Eval.Behaviour}} {
		if half.given == model.NotRated && half.has == model.NotRated {
			return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja evaluate", "what", half.flag)
		}
	}
	if r.Result == model.NotRated && r.Reason != "" {
		r.Result = s.Eval.Result // a reason is about the results: they are rated again with it
	}
	e, err := d.Mark(s.Plan.ID, s.Period, r)
	if err == nil {
		s.Eval = e
	}
	return departs(c, d, *s, r, err)
}

// departs says what the aid suggested, or on how few data it is silent, when a
// rating of results needs a reason and has none.
func departs(c *call.Call, d *store.Desk, s pick.Subject, r store.Rating, err error) error {
	if code, word := exit.Of(err); code != exit.Refused || word != "needs_reason" {
		return err
	}
	sc, _, e := pick.Score(c, s)
	if e != nil {
		return err
	}
	if led, ok, e := pick.LedBy(d, s); e == nil && ok {
		if head := r.Rules.Head(led.Grade); head != model.NotRated {
			return call.Said(lang.Fill(c.Text.CLI.Evaluate.Head, "rating", c.Text.Rating(r.Result), "suggested", c.Text.Rating(head),
				"unit", lang.Inert(led.Unit.Name), "grade", c.Text.Grade(led.Grade)), err)
		}
	}
	if sc.Suggested == model.NotRated {
		text := lang.Fill(c.Text.CLI.Evaluate.OnLittle, "rating", c.Text.Rating(r.Result), "share", c.Text.Number(sc.Share.Round()))
		return call.Said(text, err)
	}
	return call.Said(lang.Fill(c.Text.CLI.Evaluate.Departs, "rating", c.Text.Rating(r.Result), "suggested", c.Text.Rating(sc.Suggested),
		"score", c.Text.FixedAmount(sc.Value)), err)
}

// move takes the evaluation one step further, or back to be corrected.
func move(c *call.Call, d *store.Desk, s *pick.Subject, w wishes) error {
	if s.Eval.State == model.Shared && w.to == model.Rated {
		if strings.TrimSpace(w.reason) == "" {
			return call.Said(c.Text.CLI.Evaluate.Withdraw, model.ErrReason)
		}
		w.word.Document = w.reason
	}
	if w.to == model.DeemedAccepted {
		if w.word.Reason = c.Conf.Rules.Silence; w.word.Reason == "" {
			return call.Said(c.Text.Document.DeemCLI, exit.ErrUsage)
		}
		if last := board.ObjectUntil(s.Eval); s.Eval.State == model.Received && c.Today() <= last {
			return call.Said(lang.Fill(c.Text.Document.StillOpen, "date", c.Text.Date(last)), model.ErrState)
		}
	}
	// Without a PIN nobody's word is known to be their own: it needs its paper.
	own := w.to == model.Received || w.to == model.Accepted
	if own && w.word.Document == "" && (c.Flag.As != "" && d.Actor().Via != model.Signed || d.Actor().Employee != s.Plan.Employee) {
		return call.Said(lang.Fill(c.Text.CLI.Evaluate.Document, "name", lang.Inert(s.Person.Employee.FullName())), exit.ErrUsage)
	}
	e, err := d.Move(s.Plan.ID, s.Period, w.to, w.word, c.Rules())
	if err == nil {
		s.Eval = e
	}
	return err
}

// partly says that the rating was kept although the step after it failed.
func partly(c *call.Call, s pick.Subject, done []model.EvaluationState, err error) error {
	if len(done) == 0 {
		return err
	}
	return call.Said(lang.Fill(c.Text.CLI.Evaluate.Partly, "state", c.Text.State(s.Eval.State), "why", strings.ReplaceAll(c.Text.Error(err), " "+c.Text.CLI.Evaluate.Unchanged, "")), err)
}

// evaluated says how the evaluation stands now.
func evaluated(c *call.Call, s pick.Subject, done []model.EvaluationState) error {
	t, e := c.Text, s.Eval
	if c.Flag.JSON {
		return c.Object(answer.Evaluated{
			Schema: answer.Schema, Employee: s.Who(), Period: s.Period, Plan: s.Plan.ID, Result: answer.OrNull(e.Result.String()),
			Behaviour: answer.OrNull(e.Behaviour.String()), Suggested: answer.OrNull(e.Suggested.String()), Reason: answer.OrNull(e.Reason),
			Predicate: answer.OrNull(e.Predicate.String()), State: e.State.String(), RuleSet: e.RuleSet, Computed: computed(c, s), Words: answer.Words(e.Words),
			Notes: answer.Notes(e), Recommendation: answer.OrNull(e.Note),
		})
	}
	c.Line(lang.Inert(s.Person.Employee.FullName()) + " · " + t.Period(s.Period))
	if e.Computed.Present() {
		c.Lines(working(c, s))
	} else {
		c.Line(lang.Fill(t.CLI.Card.Rated, "result", t.Rating(e.Result), "behaviour", t.Rating(e.Behaviour), "predicate", t.Predicate(e.Predicate)))
	}
	if e.Reason != "" && len(done) > 0 && done[0] == model.Rated {
		c.Line(lang.Fill(t.CLI.Evaluate.Reason, "reason", lang.Inert(e.Reason)))
	}
	for _, b := range rules.Behaviours() {
		if text := e.On(model.ElementID(b.Code)); text != "" {
			c.Line(b.Name.In(t.Code) + ": " + lang.Inert(strings.ReplaceAll(text, "\n", " ")))
		}
	}
	if e.Note != "" {
		c.Line(t.Evaluation.Note + ": " + lang.Inert(strings.ReplaceAll(e.Note, "\n", " ")))
	}
	c.Line(lang.Fill(t.CLI.Evaluate.State, "state", t.State(e.State)))
	if n := len(e.Words); n > 0 && len(done) > 0 && done[len(done)-1] != model.Rated {
		recorded(c, e.Words[n-1])
	}
	return nil
}
