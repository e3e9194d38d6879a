package worksheet

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/grid"
)

// Foot combines each indicator over all people, by its own rule. There is no
// combined score.
func (s Source) Foot() *grid.Foot {
	sh, t := s.Sheet, s.Text
	if len(sh.People) < 2 {
		return nil
	}
	n := t.Count(len(sh.People))
	_, what, _ := strings.Cut(t.Plural(t.Common.People, len(sh.People)), " ")
	if name := strings.ToLower(lang.Inert(sh.Instrument.Name.ID)); t.Code == "id" && ansi.StringWidth(name) <= 8 {
		what = name // "24 bidan"; English would need a plural
	}
	foot := &grid.Foot{Names: []string{
		lang.Fill(t.Results.Together, "n", n, "what", what), lang.Fill(t.Results.TogetherShort, "n", n),
	}}
	for c := range sh.Columns {
		n, ok := sh.Together[c].Get()
		switch {
		case !ok:
			foot.Cells = append(foot.Cells, lang.None)
		case sh.Rough[c]:
			foot.Cells = append(foot.Cells, about.RoughSign+t.Fixed(n))
		case sh.Columns[c].Decimal || n%model.Scale != 0:
			foot.Cells = append(foot.Cells, t.Fixed(n))
		default:
			foot.Cells = append(foot.Cells, t.Number(n))
		}
	}
	return foot
}

// Status says what is not saved, what is incomplete, how the rows stand, and
// which of the indicators are on screen.
func (s Source) Status(g *grid.Grid, by sheet.Order, filtered string, width int) string {
	t, look := s.Text, s.Styles
	complete, order, filter := t.Results.Complete, t.Results.ByName, lang.None
	if n := s.Sheet.Incomplete; n > 0 {
		complete = t.Plural(t.Results.Incomplete, n)
	}
	if by == sheet.MissingFirst {
		order = t.Results.MissingFirst
	}
	if filtered != "" {
		filter = lang.Inert(filtered)
	}
	left := look.Dim.Render(lang.Fill(t.Results.Status, "incomplete", complete, "order", order, "filter", filter))
	if s.Sheet.Closed != nil {
		left = look.Title.Render(t.Closed(s.Sheet.Closed)) + look.Dim.Render(" · ") + left
	}
	if n, _ := s.Queue.Unsaved(); n > 0 {
		left = look.Bad.Render("* "+t.Plural(t.Results.Unsaved, n)) + look.Dim.Render(" · ") + left
	}
	first, last, all := g.Shown()
	rows, right := more(t, look.Glyphs, g), ""
	if last-first+1 < all {
		right = lang.Fill(t.Results.Indicators, "first", first, "last", last, "all", all)
		if first > 1 {
			right = "‹ " + right
		}
		if last < all {
			right += " ›"
		}
	}
	if rows != "" && right != "" {
		rows += " · "
	}
	right = rows + right
	room := max(0, width-ansi.StringWidth(right))
	left = ansi.Truncate(left, max(0, room-1), look.Glyphs.Ellipsis)
	line := left + strings.Repeat(" ", max(0, room-ansi.StringWidth(left))) + look.Dim.Render(right)
	return ansi.Truncate(line, width, "")
}

// more says how many rows are out of sight above and below: "▲ 2 · ▼ 10".
func more(t *lang.Texts, signs theme.Glyphs, g *grid.Grid) string {
	var parts []string
	above, below := g.Hidden()
	if above > 0 {
		parts = append(parts, signs.Up+" "+t.Count(above))
	}
	if below > 0 {
		parts = append(parts, signs.Down+" "+t.Count(below))
	}
	return strings.Join(parts, " · ")
}

// Signs says what the signs beside values mean.
func Signs(t *lang.Texts, look *theme.Styles) []lang.Sign {
	s := t.Cells.Signs
	return []lang.Sign{
		{Sign: "!", Means: s.Outside}, {Sign: "?", Means: s.Doubt}, {Sign: grid.NoteSign, Means: s.Note},
		{Sign: look.Glyphs.Ellipsis, Means: s.Saving}, {Sign: "*", Means: s.Unsaved},
		{Sign: look.Glyphs.Down, Means: s.Lower}, {Sign: about.RoughSign, Means: s.Rough}, {Sign: grid.OwnSign, Means: s.Own},
	}
}
