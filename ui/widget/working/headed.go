package working

import (
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Headed is Choose for whoever heads a unit: what the result of the unit comes to
// is the one suggestion, and the aid's own stands beside it as not holding. Where
// led is nil, or not decided yet, it is Choose.
func Headed(t *lang.Texts, st *theme.Styles, rs rules.RuleSet, s score.Score, led *unitresult.Led, chosen model.ElementID, width int) []string {
	if led == nil || rs.Head(led.Grade) == model.NotRated {
		return Choose(t, st, rs, s, chosen, width)
	}
	lines := Table(t, st, s, chosen, width)
	for i, text := range ByUnit(t, rs, s, *led) {
		style := st.Header
		if i > 0 {
			style = st.Dim
		}
		for _, l := range wrap(text, width-1) {
			lines = append(lines, ansi.Truncate(" "+style.Render(l), max(width, 0), st.Glyphs.Ellipsis))
		}
	}
	return lines
}

// ByUnit says what the result of a unit suggests for its head, and, where the aid
// suggests something too, that this does not hold for them.
func ByUnit(t *lang.Texts, rs rules.RuleSet, s score.Score, led unitresult.Led) []string {
	w := t.Workplace
	lines := []string{lang.Fill(w.HeadBy, "unit", lang.Inert(led.Unit.Name), "grade", t.Grade(led.Grade), "rating", t.Rating(rs.Head(led.Grade)), "unverified", w.Unverified)}
	if s.Suggested != model.NotRated {
		lines = append(lines, lang.Fill(w.HeadAid, "rating", t.Rating(s.Suggested)))
	}
	return lines
}
