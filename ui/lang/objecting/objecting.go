// Package objecting says an objection to an evaluation: the one way of saying it for
// its page and the command line.
package objecting

import (
	"cmp"
	"errors"
	"strings"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
)

// Part is some lines under a heading.
type Part struct {
	Head  string
	Lines []string
}

// Parts are an objection in its order: what was filed, what the evaluator says to it,
// the hearings, and the decision. The ratings stand in Beside.
func Parts(t *lang.Texts, r objection.Row) []Part {
	w := t.Objection
	filed := Part{Head: w.Heads.Filed}
	if len(r.Words) > 0 {
		filed.Lines = append(filed.Lines, act(t, r, r.Words[0])+" · "+Timely(t, r.Objection))
	}
	filed.Lines = append(filed.Lines, Text(r.Reason)...)
	list := []Part{filed}
	if len(r.Papers) > 0 {
		p := Part{Head: w.Heads.Papers}
		for _, x := range r.Papers {
			line := lang.Inert(x.Label)
			if x.Where != "" {
				line += ": " + lang.Inert(x.Where)
			}
			p.Lines = append(p.Lines, line)
		}
		list = append(list, p)
	}
	account := Part{Head: w.Heads.Account}
	for _, x := range r.Words {
		if x.Act == objection.Explain {
			account.Lines = append(append(account.Lines, act(t, r, x)), Text(x.Reason)...)
		}
	}
	if account.Lines == nil && r.State == objection.Filed {
		account.Lines = []string{w.NoAccount}
	}
	if account.Lines != nil {
		list = append(list, account)
	}
	if len(r.Hearings) > 0 {
		list = append(list, hearings(t, r))
	}
	return append(list, ended(t, r)...)
}

// hearings are what was said in each.
func hearings(t *lang.Texts, r objection.Row) Part {
	w := t.Objection
	p := Part{Head: w.Heads.Hearings}
	for _, h := range r.Hearings {
		p.Lines = append(p.Lines, lang.Fill(w.HeardBy, "date", t.Date(h.On), "name", known(t, r.Names[h.By])))
		for _, x := range []struct{ form, said string }{{w.Staff, h.Staff}, {w.Evaluator, h.Evaluator}} {
			if x.said != "" {
				p.Lines = append(p.Lines, Text(lang.Fill(x.form, "text", x.said))...)
			}
		}
	}
	return p
}

// ended is the decision, or that it was taken back.
func ended(t *lang.Texts, r objection.Row) []Part {
	n := len(r.Words)
	if r.State.Open() || n == 0 {
		return nil
	}
	last := r.Words[n-1]
	p := Part{Head: t.Objection.Heads.Withdrawn, Lines: []string{act(t, r, last)}}
	if r.State == objection.Decided {
		p.Head = t.Objection.Heads.Decision
		p.Lines = []string{strings.ToUpper(t.Objection.Outcomes[r.Outcome.String()]) + " · " + act(t, r, last)}
		if r.Outcome == objection.Rejected {
			p.Lines[0] += " · " + t.Objection.Kept
		}
	}
	p.Lines = append(p.Lines, Text(last.Reason)...)
	return []Part{p}
}

// act says when a word was said, whose it is, and how that is known.
func act(t *lang.Texts, r objection.Row, w model.Word) string {
	line := lang.Fill(t.Objection.Act, "date", t.Date(w.On), "name", known(t, r.Names[w.Whose]))
	return said.After(t, line, w, r.Names[w.By])
}

// known is a name; nobody's is said too.
func known(t *lang.Texts, name string) string {
	return lang.Inert(cmp.Or(name, t.Voice.Unnamed))
}

// Text is somebody's text by its lines.
func Text(s string) (lines []string) {
	for line := range strings.SplitSeq(s, "\n") {
		lines = append(lines, lang.Inert(line))
	}
	return lines
}

// Timely says whether it was filed in time.
func Timely(t *lang.Texts, o objection.Objection) string {
	form := t.Objection.InTime
	if o.Late {
		form = t.Objection.Late
	}
	return lang.Fill(form, "date", t.Date(o.Until))
}

// Beside are the ratings and the predicate as they were, as they were asked for, and
// as they were decided: a line of headings, and one for each. The first column is
// what it is.
func Beside(t *lang.Texts, o objection.Objection) [][]string {
	c := t.Objection.Columns
	all := []struct {
		name string
		of   objection.Ratings
		have bool
	}{{c.Old, o.Old, true}, {c.Asked, o.Asked, o.Asked.Given()}, {c.New, o.New, o.State == objection.Decided}}
	rows := [][]string{{""}, {t.Objection.Form.Result}, {t.Objection.Form.Behaviour}, {t.Objection.Predicate}}
	for _, x := range all {
		if !x.have {
			continue
		}
		for i, cell := range []string{x.name, Rated(t, x.of.Result), Rated(t, x.of.Behaviour), Predicate(t, x.of.Predicate)} {
			rows[i] = append(rows[i], cell)
		}
	}
	return rows
}

// Rated is a rating; a dash for none.
func Rated(t *lang.Texts, r model.Rating) string {
	if r == model.NotRated {
		return lang.None
	}
	return t.Rating(r)
}

// Predicate is a predicate; a dash for none.
func Predicate(t *lang.Texts, p model.Predicate) string {
	if p == model.NoPredicate {
		return lang.None
	}
	return t.Predicate(p)
}

// Next says who has to do what now.
func Next(t *lang.Texts, r objection.Row) string {
	n, date := t.Objection.Next, t.Date(r.Expected())
	form := map[objection.State]string{objection.Filed: n.Explain, objection.Explained: n.Decide, objection.Decided: n.Final, objection.Withdrawn: n.Back}[r.State]
	return lang.Fill(form, "evaluator", somebody(t, r.EvaluatorName), "superior", somebody(t, r.SuperiorName), "date", date, "days", cmp.Or(r.Days, objection.DecisionDays))
}

func somebody(t *lang.Texts, name string) string {
	return lang.Inert(cmp.Or(name, t.Objection.Somebody))
}

// Turn is who has to act now, by name; "" for nobody.
func Turn(r objection.Row) string {
	switch r.State {
	case objection.Filed:
		return r.EvaluatorName
	case objection.Explained:
		return r.SuperiorName
	}
	return ""
}

// Clock says how long an evaluation nobody has objected to can be objected to; "" for
// one that cannot.
func Clock(t *lang.Texts, e model.Evaluation, today model.Date) string {
	last := board.ObjectUntil(e)
	switch {
	case e.State == model.Shared:
		return t.Objection.Unreceived
	case !objection.MayFile(e) || last == 0:
		return ""
	case today > last:
		return lang.Fill(t.Objection.Passed, "date", t.Date(last))
	}
	return lang.Fill(t.Objection.Open, "until", t.Plural(t.Evaluation.Left, today.Until(last), "date", t.Date(last)))
}

// Days is within how many days of receipt one objects.
func Days(e model.Evaluation) int { return rules.ObjectionFor(e) }

// Pending is the objection that is not decided; false where none is.
func Pending(list []objection.Row) (objection.Row, bool) {
	for _, r := range list {
		if r.State.Open() {
			return r, true
		}
	}
	return objection.Row{}, false
}

// Cannot says why a step cannot be taken as things stand; "" where it can. list are
// the objections to e.
func Cannot(t *lang.Texts, e model.Evaluation, list []objection.Row, verb model.Verb) string {
	_, open := Pending(list)
	switch {
	case verb != objection.VerbFile && !open:
		return t.Objection.NoneOpen
	case verb != objection.VerbFile || !open && objection.MayFile(e):
		return ""
	case open:
		return t.Objection.Already
	case e.State == model.Accepted:
		return t.Objection.Accepted
	}
	return lang.Fill(t.Objection.Closed, "state", t.State(e.State))
}

// Refused says what a rule about objections refuses: the field, and why; "" for what
// others say.
func Refused(t *lang.Texts, err error) (field, why string) {
	var f *model.FieldError
	if !errors.As(err, &f) {
		return "", ""
	}
	w := t.Objection
	switch {
	case errors.Is(f.Err, objection.ErrAsBefore):
		return "result", w.AsBefore
	case f.Field == "outcome" && f.Value != "":
		return "outcome", w.NotAsked
	case f.Field == "ratings":
		return "result", w.NeedsBoth
	case f.Field == "asked":
		return "result", w.OneRating
	case f.Field == "hearing" && errors.Is(f.Err, model.ErrMissing):
		return "staff", w.SaidNone
	}
	return "", ""
}
