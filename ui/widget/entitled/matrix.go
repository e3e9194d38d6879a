package entitled

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/ui/lang"
)

const (
	gap  = 2  // cells between two columns of the matrix
	wide = 80 // cells that it has at the most
)

// Meaning says what the letters and the short heads of the matrix mean.
func Meaning(t *lang.Texts) []string {
	var means []string
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		means = append(means, t.Access.Heads[r.String()]+" "+t.Role(r))
	}
	return []string{t.Access.Legend, strings.Join(means, ", ")}
}

// Matrix is the whole table of rights as text of at most 80 cells, a line a right, by
// group in the order of the work.
func Matrix(t *lang.Texts) (lines []string) {
	w := t.Access
	var heads []string
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		heads = append(heads, w.Heads[r.String()])
	}
	first, widths := 0, make([]int, len(heads))
	for i, h := range heads {
		widths[i] = ansi.StringWidth(h)
	}
	for g := range access.Groups {
		for _, v := range access.Said(g) {
			first = max(first, ansi.StringWidth(w.Acts[string(v)]))
			for i := range heads {
				widths[i] = max(widths[i], ansi.StringWidth(cellOf(t, i, v)))
			}
		}
	}
	rest := 0
	for _, n := range widths {
		rest += gap + n
	}
	first = min(first, wide-rest)
	for g := range access.Groups {
		lines = append(lines, "", row(w.Groups[g.String()], heads, first, widths))
		for _, v := range access.Said(g) {
			cells := make([]string, len(heads))
			for i := range heads {
				cells[i] = cellOf(t, i, v)
			}
			name := strings.Split(ansi.Wordwrap(w.Acts[string(v)], first-gap, ""), "\n")
			if ansi.StringWidth(w.Acts[string(v)]) <= first {
				name = []string{w.Acts[string(v)]}
			}
			lines = append(lines, row(name[0], cells, first, widths))
			for _, more := range name[1:] { // a long name goes on below
				lines = append(lines, strings.Repeat(" ", gap)+more)
			}
		}
	}
	return lines
}

// cellOf is Cell of the role in a column, or a dash.
func cellOf(t *lang.Texts, column int, v model.Verb) string {
	if text := Cell(t, model.RoleStaff+model.Role(column), v); text != "" {
		return text
	}
	return lang.None
}

func row(name string, cells []string, first int, widths []int) string {
	line := name + strings.Repeat(" ", max(0, first-ansi.StringWidth(name)))
	for i, c := range cells {
		line += strings.Repeat(" ", gap) + c + strings.Repeat(" ", widths[i]-ansi.StringWidth(c))
	}
	return strings.TrimRight(line, " ")
}
