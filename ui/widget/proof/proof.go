// Package proof says in words what shows somebody's work: the evidence of an action
// plan, the same on the page, in a detail, beside an evaluation and on the command
// line.
package proof

import (
	"strings"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/widget/pane"
)

// Piece is one piece of evidence: what it is called, where it is, how large the
// file was, the day, the note.
func Piece(t *lang.Texts, e action.Evidence) string {
	parts := []string{lang.Inert(e.Name)}
	if e.Place != "" && e.Place != e.Name {
		parts = append(parts, lang.Inert(e.Place))
	}
	if e.IsFile() {
		parts = append(parts, Size(t, e.Size))
	}
	if !e.On.IsZero() {
		parts = append(parts, t.Date(e.On))
	}
	if e.Note != "" {
		parts = append(parts, lang.Inert(strings.ReplaceAll(e.Note, "\n", " ")))
	}
	return strings.Join(parts, " · ")
}

// Size is how large a file is: whole kibibytes, rounded up as file managers do, or
// bytes below one.
func Size(t *lang.Texts, n int64) string {
	if n < 1024 {
		return lang.Fill(t.Action.Bytes, "n", t.Count(int(n)))
	}
	return lang.Fill(t.Action.KiB, "n", t.Count(int((n+1023)/1024)))
}

// Found says what became of a piece of evidence.
func Found(t *lang.Texts, f action.Found) string {
	w := t.Action.Checked
	return [...]string{w.Same, w.Changed, w.Missing, w.NoFile}[f]
}

// Summary says how many pieces of evidence there are of each measure of a plan for
// which something is planned, and of which there is none; "" where nothing is.
func Summary(t *lang.Texts, s action.Sheet, plan model.Plan) string {
	var list, none []string
	for _, m := range plan.In(s.Period).Measures {
		code := lang.Inert(m.Gauge.Code)
		if n := len(s.EvidenceOf(plan, m.ID)); n > 0 {
			list = append(list, lang.Fill(t.Action.Shown, "code", code, "n", t.Count(n)))
		} else if len(s.Of(plan, m.ID)) > 0 {
			none = append(none, code)
		}
	}
	if len(none) > 0 {
		list = append(list, lang.Fill(t.Action.NotShown, "list", strings.Join(none, ", ")))
	}
	if len(list) == 0 {
		return ""
	}
	return lang.Fill(t.Action.Summary, "list", strings.Join(list, " · "))
}

// Of lists what shows what was reached on a measure, under its heading and in lines
// of a width; nothing where nothing is planned for it, and that there is none where
// something is.
func Of(t *lang.Texts, s action.Sheet, plan model.Plan, measure model.ElementID, width int) []string {
	if len(s.Of(plan, measure)) == 0 {
		return nil
	}
	lines := pane.Wrap(t.Action.Why, width)
	shown := s.EvidenceOf(plan, measure)
	for _, e := range shown {
		lines = append(lines, pane.Hang("· "+Piece(t, e), width, 1, 3)...)
	}
	if len(shown) == 0 {
		lines = append(lines, pane.Wrap("· "+t.Action.NoEvidence, width)...)
	}
	return lines
}

// State is how far an action plan is, or that nobody can write it any more.
func State(t *lang.Texts, s action.Standing) string {
	state := t.Action.States[s.Sheet.State()]
	if s.Locked() {
		state += " · " + t.Action.Locked
	}
	return state
}

// Sum says how many actions there are, how many of them are realised, and how much
// evidence.
func Sum(t *lang.Texts, s action.Sheet) string {
	lines, realised, evidence := s.Count()
	return lang.Fill(t.Action.Sum, "lines", t.Plural(t.Action.Actions, lines), "realised", t.Count(realised), "evidence", t.Plural(t.Action.Pieces, evidence))
}

// Group is the heading of the lines of a group: its result by number, its
// measure, or what neither holds.
func Group(t *lang.Texts, plan model.Plan, g action.Group) string {
	switch {
	case g.Outcome.ID != "":
		for i, x := range planning.InOrder(plan.Outline.Outcomes) {
			if x.ID == g.Outcome.ID {
				return lang.Fill(t.Action.Outcome, "n", i+1, "text", lang.Inert(x.Text))
			}
		}
	case g.Measure.ID != "":
		return lang.Inert(g.Measure.Gauge.Code) + " · " + lang.Inert(g.Measure.Gauge.Name.In(t.Code))
	}
	return t.Action.General
}

// Measure is the code of the measure that a line hangs on below the heading of a
// result; "" where it hangs on the result itself.
func Measure(g action.Group, a action.Action) string {
	for _, m := range g.Members {
		if m.ID == a.Measure {
			return lang.Inert(m.Gauge.Code)
		}
	}
	return ""
}
