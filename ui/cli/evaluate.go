package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

type evaluateFlags struct {
	result, behaviour, reason, to, on, document, recommendation string
	notes                                                       []string
}

func (c *call) evaluateVerb() *cobra.Command {
	var f evaluateFlags
	cmd := c.verb("evaluate",
		"evaluate QUERY --period P [--result above|meets|below --behaviour above|meets|below --reason T] "+
			"[--note VALUE=T]… [--recommendation T] [--to rated|shared|received|accepted|final] [--on DATE --document TEXT]", nil,
		func(args []string) error { return c.evaluate(args, f) })
	c.pickFlags(cmd)
	set, t := cmd.Flags(), c.text.CLI.Flags
	set.StringVar(&f.result, "result", "", t["result"])
	set.StringVar(&f.behaviour, "behaviour", "", t["behaviour"])
	set.StringVar(&f.reason, "reason", "", t["evaluate-reason"])
	set.StringArrayVar(&f.notes, "note", nil, t["value-note"])
	set.StringVar(&f.recommendation, "recommendation", "", t["recommendation"])
	set.StringVar(&f.to, "to", "", t["to"])
	set.StringVar(&f.on, "on", "", t["on"])
	set.StringVar(&f.document, "document", "", t["document"])
	return cmd
}

// wishes are the flags of evaluate, read.
type wishes struct {
	result, behaviour model.Rating
	reason            string
	to                model.EvaluationState
	move              bool // --to was given
	word              model.Word
	notes             []model.ValueNote
	recommendation    string
}

func (w wishes) notesAny() bool { return len(w.notes) > 0 || w.recommendation != "" }

func (w wishes) rates() bool { return w.result != model.NotRated || w.behaviour != model.NotRated }

func (c *call) evaluate(args []string, f evaluateFlags) error {
	w, err := c.readWishes(f)
	if err != nil {
		return err
	}
	d, err := c.open(toWrite)
	if err != nil {
		return err
	}
	s, err := c.pick(d, args)
	if err != nil {
		return err
	}
	var done []model.EvaluationState
	if w.rates() {
		if err := c.rate(d, &s, w); err != nil {
			return err
		}
		done = append(done, model.Rated)
	}
	if w.notesAny() {
		if err := c.annotate(d, &s, w); err != nil {
			return c.partly(s, done, err)
		}
	}
	if w.move && (w.to != model.Rated || !w.rates()) {
		if err := c.move(d, &s, w); err != nil {
			return c.partly(s, done, err)
		}
		done = append(done, w.to)
	}
	return c.evaluated(s, done)
}

// readWishes reads the flags, before the file is opened.
func (c *call) readWishes(f evaluateFlags) (w wishes, err error) {
	u, words := c.text.CLI.Usage, []string{"above", "meets", "below"}
	if c.flag.period == "" {
		return w, c.misuse(u.Missing, "verb", "kinerja evaluate", "what", "--period")
	}
	for _, r := range []struct {
		name, given string
		to          *model.Rating
	}{{"--result", f.result, &w.result}, {"--behaviour", f.behaviour, &w.behaviour}} {
		if r.given == "" {
			continue
		}
		word, err := c.word(r.name, r.given, words)
		if err != nil {
			return w, err
		}
		*r.to, _ = model.ParseRating(word)
	}
	if w.move = f.to != ""; w.move {
		word, err := c.word("--to", f.to, []string{"rated", "shared", "received", "accepted", "final"})
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
			return w, c.misuse(u.Missing, "verb", "kinerja evaluate --note", "what", "VALUE=TEXT")
		}
		if value, err = c.word("--note", value, codes); err != nil {
			return w, err
		}
		w.notes = append(w.notes, model.ValueNote{Value: model.ElementID(value), Text: text})
	}
	w.recommendation = strings.TrimSpace(f.recommendation)
	if !w.move && !w.rates() && !w.notesAny() {
		return w, c.misuse(u.Missing, "verb", "kinerja evaluate", "what", "--result/--behaviour | --note | --to")
	}
	on, err := c.dateFlag("--on", f.on)
	w.reason, w.word = f.reason, model.Word{On: on, Document: strings.TrimSpace(f.document)}
	return w, err
}

// annotate keeps notes on values, and the recommendation; what is not said
// stays as it was, and an empty text takes a note away.
func (c *call) annotate(d *store.Desk, s *subject, w wishes) error {
	notes, note := slices.Clone(s.eval.Notes), s.eval.Note
	for _, n := range w.notes {
		notes = slices.DeleteFunc(notes, func(o model.ValueNote) bool { return o.Value == n.Value })
		notes = append(notes, n)
	}
	if w.recommendation != "" {
		note = w.recommendation
	}
	e, err := d.Annotate(s.plan.ID, s.period, notes, note)
	if err == nil {
		s.eval = e
	}
	return err
}

// rate keeps the two ratings; one that is not said stays as it was.
func (c *call) rate(d *store.Desk, s *subject, w wishes) error {
	r := store.Rating{Result: w.result, Behaviour: w.behaviour, Reason: w.reason, Rules: c.rules()}
	if r.Result == model.NotRated {
		r.Result = s.eval.Result
	}
	if r.Behaviour == model.NotRated {
		r.Behaviour = s.eval.Behaviour
	}
	if r.Reason == "" && r.Result == s.eval.Result {
		r.Reason = s.eval.Reason
	}
	for flag, rating := range map[string]model.Rating{"--result": r.Result, "--behaviour": r.Behaviour} {
		if rating == model.NotRated {
			return c.misuse(c.text.CLI.Usage.Missing, "verb", "kinerja evaluate", "what", flag)
		}
	}
	e, err := d.Rate(s.plan.ID, s.period, r)
	if err == nil {
		s.eval = e
	}
	return c.departs(*s, r, err)
}

// departs says what the aid suggested when a rating that differs from it has
// no reason.
func (c *call) departs(s subject, r store.Rating, err error) error {
	if code, word := exit.Of(err); code != exit.Refused || word != "needs_reason" {
		return err
	}
	sc, _, e := c.score(s)
	if e != nil {
		return err
	}
	return &said{lang.Fill(c.text.CLI.Evaluate.Departs, "rating", c.text.Rating(r.Result), "suggested", c.text.Rating(sc.Suggested),
		"score", c.text.FixedAmount(sc.Value)), err}
}

// move takes the evaluation one step further, or back to be corrected.
func (c *call) move(d *store.Desk, s *subject, w wishes) error {
	if s.eval.State == model.Shared && w.to == model.Rated {
		if strings.TrimSpace(w.reason) == "" {
			return &said{c.text.CLI.Evaluate.Withdraw, model.ErrReason}
		}
		w.word.Document = w.reason
	}
	// Without a PIN nobody's word is known to be their own: it needs its paper.
	own := w.to == model.Received || w.to == model.Accepted
	if own && w.word.Document == "" && (c.flag.as != "" || d.Actor().Employee != s.plan.Employee) {
		return &said{lang.Fill(c.text.CLI.Evaluate.Document, "name", lang.Inert(s.person.Employee.FullName())), exit.ErrUsage}
	}
	e, err := d.Move(s.plan.ID, s.period, w.to, w.word, c.rules())
	if err == nil {
		s.eval = e
	}
	return err
}

// partly says that the rating was kept although the step after it failed.
func (c *call) partly(s subject, done []model.EvaluationState, err error) error {
	if len(done) == 0 {
		return err
	}
	return &said{lang.Fill(c.text.CLI.Evaluate.Partly, "state", c.text.State(s.eval.State), "why", strings.ReplaceAll(c.text.Error(err), " "+c.text.CLI.Evaluate.Unchanged, "")), err}
}

// evaluated says how the evaluation stands now.
func (c *call) evaluated(s subject, done []model.EvaluationState) error {
	t, e := c.text, s.eval
	if c.flag.json {
		return c.object(answer.Evaluated{
			Schema: answer.Schema, Employee: s.who(), Period: s.period, Plan: s.plan.ID, Result: answer.OrNull(e.Result.String()),
			Behaviour: answer.OrNull(e.Behaviour.String()), Suggested: answer.OrNull(e.Suggested.String()), Reason: answer.OrNull(e.Reason),
			Predicate: answer.OrNull(e.Predicate.String()), State: e.State.String(), RuleSet: e.RuleSet, Words: answer.Words(e.Words),
			Notes: answer.Notes(e), Recommendation: answer.OrNull(e.Note),
		})
	}
	c.line(lang.Inert(s.person.Employee.FullName()) + " · " + t.Period(s.period))
	c.line(lang.Fill(t.CLI.Card.Rated, "result", t.Rating(e.Result), "behaviour", t.Rating(e.Behaviour), "predicate", t.Predicate(e.Predicate)))
	if e.Reason != "" && len(done) > 0 && done[0] == model.Rated {
		c.line(lang.Fill(t.CLI.Evaluate.Reason, "reason", lang.Inert(e.Reason)))
	}
	for _, b := range rules.Behaviours() {
		if text := e.On(model.ElementID(b.Code)); text != "" {
			c.line(b.Name.In(t.Code) + ": " + lang.Inert(strings.ReplaceAll(text, "\n", " ")))
		}
	}
	if e.Note != "" {
		c.line(t.Evaluation.Note + ": " + lang.Inert(strings.ReplaceAll(e.Note, "\n", " ")))
	}
	c.line(lang.Fill(t.CLI.Evaluate.State, "state", t.State(e.State)))
	if n := len(e.Words); n > 0 && len(done) > 0 && done[len(done)-1] != model.Rated {
		w := e.Words[n-1]
		if w.Via == model.Recorded {
			c.line(lang.Fill(t.CLI.Evaluate.Recorded, "document", t.Paper(w.Document), "on", t.Date(w.On)))
		}
	}
	return nil
}
