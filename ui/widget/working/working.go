// Package working shows a score with its working: the table of indicators, and
// one indicator asked why. It is the one rendering for screen, command line and
// paper, so that nobody sees two explanations of one number.
//
// It promises that every line fits its width in cells, that text from outside
// is inert, and that nothing is said by colour alone: without attributes the
// lines are plain text.
package working

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Lines shows s as a table: the head, one line a step, the total with its
// notes, then the suggestion with the thresholds of rs. Where there is little
// room names are cut and columns left out; nothing is wider than width cells.
func Lines(t *lang.Texts, st *theme.Styles, rs rules.RuleSet, s score.Score, width int) []string {
	return Choose(t, st, rs, s, "", width)
}

// Choose is Lines with the cursor on one measure. Line 0 is the head, line 1+i
// the ith step.
func Choose(t *lang.Texts, st *theme.Styles, rs rules.RuleSet, s score.Score, chosen model.ElementID, width int) []string {
	lines := Table(t, st, s, chosen, width)
	for _, l := range suggestion(t, st, rs, s, width) {
		lines = append(lines, ansi.Truncate(l, max(width, 0), st.Glyphs.Ellipsis))
	}
	return lines
}

// Table is Choose without what the aid suggests: under a formula it suggests
// nothing.
func Table(t *lang.Texts, st *theme.Styles, s score.Score, chosen model.ElementID, width int) []string {
	g := newGrid(t, s, width)
	lines := []string{st.Header.Render(g.head(t))}
	for i, step := range s.Steps {
		line := g.row(st, i, step.Measure == chosen)
		switch {
		case step.Measure == chosen:
			line = st.Chosen.Render(line)
		case !step.Note.Code.Counts():
			line = st.Dim.Render(line)
		}
		lines = append(lines, line)
	}
	lines = append(lines, total(t, st, g, s, width)...)
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], max(width, 0), st.Glyphs.Ellipsis)
	}
	return lines
}

// total is the line under the table, and the notes that do not fit beside the
// sum.
func total(t *lang.Texts, st *theme.Styles, g grid, s score.Score, width int) []string {
	if !s.Value.Present() {
		return append([]string{" " + st.Bad.Render(t.Working.NoValue)}, pack(st, notes(t, s), width)...)
	}
	list := notes(t, s)
	left := ""
	for len(list) > 0 && ansi.StringWidth(joined(left, list[0])) <= g.left() {
		left, list = joined(left, list[0]), list[1:]
	}
	sum := g.total(left, t.Number(weight(s)), t.FixedAmount(s.Value))
	return append([]string{st.Header.Render(sum)}, pack(st, list, width)...)
}

// weight is the sum of the weights that take part in the value.
func weight(s score.Score) (sum model.Number) {
	for _, step := range s.Steps {
		if step.Note.Code.Counts() {
			sum += step.Gauge.Weight
		}
	}
	return sum
}

// notes says what the marks in the table mean, of how much of the weight the
// value is, and what rounding left between rows and total.
func notes(t *lang.Texts, s score.Score) []string {
	var list []string
	if s.Value.Present() && s.Share < model.Int(100) {
		list = append(list, lang.Fill(t.Working.Share, "share", t.Number(s.Share)))
	}
	var marks []string // in the order in which they first appear
	says := map[string][]string{}
	for _, step := range s.Steps {
		mark := markOf(t, step.Note.Code)
		if mark == "" {
			continue
		}
		if !slices.Contains(marks, mark) {
			marks = append(marks, mark)
		}
		if note := Note(t, step); !slices.Contains(says[mark], note) {
			says[mark] = append(says[mark], note)
		}
	}
	for _, mark := range marks {
		text := strings.Join(says[mark], "; ")
		if mark == t.Working.Mark.Capped && len(says[mark]) > 1 {
			text = capped(t, s)
		}
		list = append(list, mark+" "+text)
	}
	for _, step := range s.Steps {
		if n, ok := step.Actual.Get(); ok && !step.Gauge.Plausible(n) {
			list = append(list, "! "+lang.Fill(t.Working.Outside, "code", lang.Inert(step.Gauge.Code), "value", t.Reached(step.Entry())))
		}
	}
	if s.Rounding != 0 {
		list = append(list, lang.Fill(t.Working.Rounding, "n", t.Fixed(s.Rounding)))
	}
	return list
}

// capped lists several capped steps: each cap once, with what every indicator under
// it was reckoned to.
func capped(t *lang.Texts, s score.Score) string {
	var caps, says []string
	for _, step := range s.Steps {
		if step.Note.Code != score.NoteCapped {
			continue
		}
		at, each := t.Number(step.Cap), lang.Inert(step.Gauge.Code)+" "+t.FixedAmount(step.Reached)
		if i := slices.Index(caps, at); i >= 0 {
			says[i] += "; " + each
		} else {
			caps, says = append(caps, at), append(says, each)
		}
	}
	for i := range caps {
		says[i] = lang.Fill(t.Working.CappedAll, "cap", caps[i], "list", says[i])
	}
	return strings.Join(says, "; ")
}

// Note is what is special about a step, in a few words; "" for nothing.
func Note(t *lang.Texts, step score.Step) string {
	w := t.Working
	switch step.Note.Code {
	case score.NoteMissing:
		return w.None
	case score.NoteInWords:
		return t.SKP.Qualitative
	case score.NoteTargetZero:
		return w.TargetZero
	case score.NoteNoLimit:
		return w.NoLimit
	case score.NoteDenominator:
		return w.Denominator
	case score.NoteCapped:
		return lang.Fill(w.Capped, "cap", t.Number(step.Cap), "reached", t.FixedAmount(step.Reached))
	case score.NoteFloored:
		return lang.Fill(w.Floored, "reached", t.FixedAmount(step.Reached))
	}
	return ""
}

// markOf is the letter that stands beside a number with a note. A missing one
// says so itself.
func markOf(t *lang.Texts, code score.NoteCode) string {
	switch code {
	case score.NoNote, score.NoteMissing, score.NoteInside:
		return ""
	case score.NoteCapped:
		return t.Working.Mark.Capped
	case score.NoteFloored:
		return t.Working.Mark.Floored
	}
	return t.Working.Mark.Uncounted
}

// joined sets a note behind others on one line.
func joined(line, note string) string {
	if line == "" {
		return note
	}
	return line + " · " + note
}

// pack sets notes on as few lines as they need.
func pack(st *theme.Styles, notes []string, width int) []string {
	var lines []string
	line := ""
	for _, n := range notes {
		if line != "" && ansi.StringWidth(joined(line, n))+indent > width {
			lines = append(lines, line)
			line = ""
		}
		line = joined(line, n)
	}
	if line != "" {
		lines = append(lines, line)
	}
	var out []string
	for _, l := range lines {
		for _, part := range wrap(l, width-indent) {
			out = append(out, st.Dim.Render(strings.Repeat(" ", indent)+part))
		}
	}
	return out
}

// suggestion says which rating the aid suggests, from where to where, and that
// a person decides.
func suggestion(t *lang.Texts, st *theme.Styles, rs rules.RuleSet, s score.Score, width int) []string {
	w := t.Working
	if !s.Value.Present() {
		return nil
	}
	var lines []string
	if s.Suggested == model.NotRated {
		for _, l := range wrap(lang.Fill(w.TooLittle, "min", t.Number(rs.MinShare)), width-1) {
			lines = append(lines, " "+st.Warning.Render(l))
		}
		return lines
	}
	meets, above := t.Number(rs.Meets), t.Number(rs.Above)
	within := map[model.Rating]string{model.Below: w.Under, model.Meets: w.Between, model.Above: w.From}[s.Suggested]
	within = lang.Fill(within, "meets", meets, "above", above)
	for _, l := range wrap(lang.Fill(w.Suggests, "rating", t.Rating(s.Suggested), "range", within), width-1) {
		lines = append(lines, " "+l)
	}
	if basis := basisOf(t, rs); basis != "" {
		for _, l := range wrap(lang.Fill(basis, "meets", meets, "above", above), width-1) {
			lines = append(lines, " "+st.Dim.Render(l))
		}
	}
	return lines
}

// basisOf says whose the thresholds are; "" when they are law.
func basisOf(t *lang.Texts, rs rules.RuleSet) string {
	if !rs.IsDefault("above") && !rs.IsDefault("meets") {
		return ""
	}
	if own, ok := rules.Find(rs.Ref()); ok && (own.Above != rs.Above || own.Meets != rs.Meets) {
		return t.Working.Set
	}
	return t.Working.Default
}

// wrap breaks text at blanks, and words that are longer than a line anywhere.
func wrap(text string, width int) []string {
	return strings.Split(ansi.Wrap(text, max(width, 1), ""), "\n")
}
