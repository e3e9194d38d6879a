// Package about says all there is to know about one cell of a sheet: in one
// line below the grid, or in a panel.
package about

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rubric"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
	"kinerja/ui/widget/figure"
)

// Cell is one cell and what it holds: what the file has, or what is being typed
// into it.
type Cell struct {
	Text           *lang.Texts
	Gain           gain.Cuts
	Styles         *theme.Styles
	Sheet          *sheet.Sheet
	Person, Column int
	Entry          model.Entry
	Typing         bool
	State          string // how safe the value is
}

// Name is a person's name without the titles that stand after it.
func Name(s *sheet.Sheet, person int) string {
	name, _, _ := strings.Cut(s.People[person].Staff.Name, ",")
	return lang.Inert(name)
}

// Slip is the number that was probably meant, where a digit or a decimal sign
// seems to have slipped and nobody said that it did not.
func Slip(s *sheet.Sheet, person int, m model.Measure, e model.Entry) (model.Number, bool) {
	n, ok := e.Actual.Get()
	_, lessons := rubric.Of(e)
	if _, computed := gain.Of(e); !ok || computed || lessons || e.Den.Present() || e.Note != "" {
		return 0, false
	}
	return sheet.Slip(n, m.Gauge, s.People[person].Before.Entry(m.ID).Actual, model.Some(m.Gauge.Target))
}

// Line is the cell in one line. Where it does not fit, what is least needed
// goes first.
func (c Cell) Line(width int) string {
	t, s := c.Text, c.Styles
	who, column := c.Sheet.People[c.Person], c.Sheet.Columns[c.Column]
	m, planned := c.Sheet.Measure(c.Person, c.Column)
	if !planned {
		text := lang.Fill(t.Results.NotInPlan, "name", Name(c.Sheet, c.Person), "code", figure.Code(column.Gauge))
		return ansi.Truncate(text, width, s.Glyphs.Ellipsis)
	}
	if c.Sheet.InWords(c.Person, c.Column) {
		text := lang.Fill(t.SKP.TakesWords, "name", Name(c.Sheet, c.Person), "code", figure.Code(column.Gauge))
		return ansi.Truncate(text, width, s.Glyphs.Ellipsis)
	}
	before := figure.Before(t, column, who.Before.Entry(m.ID), who.Before.Period, c.Sheet.Period)
	plausible, warns := c.plausible(m)
	state := c.State
	if c.Typing {
		state = ""
	}
	own := ""
	if OwnTarget(column.Gauge, m.Gauge) {
		own = lang.Fill(t.Cells.OwnTargetShort, "target", figure.Target(t, m.Gauge))
	}
	parts := []string{Name(c.Sheet, c.Person), figure.Value(t, column.Gauge, c.Entry), c.note(), before, plausible, state, own}
	return c.fitted(parts, warns, width)
}

// OwnTarget reports whether somebody's target is another one than that of the
// instrument, which stands above the column.
func OwnTarget(instrument, own model.Gauge) bool {
	return own.Target != instrument.Target || own.TargetHigh != instrument.TargetHigh
}

// note is the note on the cell.
func (c Cell) note() string {
	if c.Entry.Note == "" || c.Typing {
		return ""
	}
	return lang.Fill(c.Text.Cells.Noted, "note", lang.Inert(c.Entry.Note))
}

// plausible is the range to be expected, or a warning with what is known of it.
func (c Cell) plausible(m model.Measure) (text string, warns bool) {
	t, s := c.Text, c.Styles
	ranged := figure.Plausible(t, m.Gauge)
	n, present := c.Entry.Actual.Get()
	meant, slipped := Slip(c.Sheet, c.Person, m, c.Entry)
	hint := ""
	if slipped {
		hint = lang.Fill(t.Cells.Meant, "value", t.Number(meant))
	}
	switch {
	case present && !m.Gauge.Plausible(n):
		text = s.Warning.Render(lang.Fill(t.Results.Outside, "range", ranged))
		if c.Entry.Reason != "" && !c.Typing {
			text += " · " + lang.Fill(t.Results.Because, "reason", lang.Inert(c.Entry.Reason))
		} else if slipped {
			text += " · " + s.Warning.Render(hint)
		}
		return text, true
	case slipped:
		return s.Warning.Render("? " + hint), true
	case ranged != "":
		return lang.Fill(t.Results.Plausible, "range", ranged), false
	}
	return "", false
}

// fitted joins the parts that have room: name, value, note, before, range,
// state, own target.
func (c Cell) fitted(parts []string, warns bool, room int) string {
	join := func() string {
		var list []string
		for _, part := range parts {
			if part != "" {
				list = append(list, part)
			}
		}
		return strings.Join(list, " · ")
	}
	drop := []int{4, 3, 6}
	if warns {
		drop = []int{3, 6}
	}
	for _, i := range drop {
		if ansi.StringWidth(join()) > room {
			parts[i] = ""
		}
	}
	if over := ansi.StringWidth(join()) - room; over > 0 {
		parts[0] = lang.Namesakes(nil).Fit(parts[0], max(8, ansi.StringWidth(parts[0])-over), c.Styles.Glyphs.Ellipsis)
	}
	return ansi.Truncate(join(), room, c.Styles.Glyphs.Ellipsis)
}

// Fault is something wrong in at most three lines.
func Fault(s *theme.Styles, width int, text string) []string {
	lines := strings.Split(ansi.Wrap(text, max(1, width), ""), "\n")
	lines = lines[:min(len(lines), 3)]
	for i := range lines {
		lines[i] = s.Bad.Render(lines[i])
	}
	return lines
}
