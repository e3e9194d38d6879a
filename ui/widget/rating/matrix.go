package rating

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/widget/table"
)

// Matrix draws the 3×3 matrix of rs: results down, behaviour across, each best
// first for results and worst first for behaviour as the regulation prints it.
// The reached cell is written in capitals between > and <; a rating that is
// given has a > before its row or column also where the other is missing.
func Matrix(l Look, rs rules.RuleSet, result, behaviour model.Rating, width int) []string {
	t, s := l.Text, l.Styles
	const most = 19 // the longest predicate with its signs
	label := min(ansi.StringWidth(t.Evaluation.Corner), max(11, width-3*(most+1)))
	cell := min(most, max(6, (width-label-3)/3))
	steps := []model.Rating{model.Below, model.Meets, model.Above}
	mark := func(text string, on bool) string {
		if on {
			return ">" + text
		}
		return " " + text
	}
	corner := t.Evaluation.Corner
	if ansi.StringWidth(corner) > label {
		corner = t.Evaluation.CornerShort
	}
	head := table.Fit(corner, label, false, s.Glyphs.Ellipsis)
	for _, b := range steps {
		head += " " + table.Fit(mark(t.RatingShort(b), b == behaviour), cell, false, s.Glyphs.Ellipsis)
	}
	lines := []string{s.Header.Render(strings.TrimRight(head, " "))}
	for i := len(steps) - 1; i >= 0; i-- {
		r := steps[i]
		line := table.Fit(mark(t.RatingShort(r), r == result), label, false, s.Glyphs.Ellipsis)
		for _, b := range steps {
			name := t.Predicate(rs.Predicate(r, b))
			text := table.Fit(" "+name, cell, false, s.Glyphs.Ellipsis)
			if r == result && b == behaviour {
				name = ">" + ansi.Truncate(strings.ToUpper(name), cell-2, s.Glyphs.Ellipsis) + "<"
				text = s.Cell.Render(name) + strings.Repeat(" ", max(0, cell-ansi.StringWidth(name)))
			}
			line += " " + text
		}
		lines = append(lines, line)
	}
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], max(0, width), s.Glyphs.Ellipsis)
	}
	return lines
}
