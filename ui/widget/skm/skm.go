// Package skm shows what a survey of satisfaction came to: the index with its
// grade, the nine elements as bars with digits, what moved since the survey
// before, and why the index is what it is. Page and command line say the same.
package skm

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
	"kinerja/ui/widget/chart"
)

// Code is how an element is named in short: "U3".
func Code(element int) string { return strings.ToUpper(survey.Field(element)) }

// named lists elements by code and name.
func named(t *lang.Texts, elements []int) string {
	var list []string
	for _, e := range elements {
		list = append(list, Code(e)+" "+t.Survey.Elements[e])
	}
	return strings.Join(list, ", ")
}

// Index is the index with its grade, or why there is none.
func Index(t *lang.Texts, r survey.Result) string {
	if !r.Index.Present() {
		var silent []int
		for _, row := range r.Rows {
			if !row.Mean.Present() {
				silent = append(silent, row.Element)
			}
		}
		return lang.Fill(t.Survey.NoIndex, "elements", named(t, silent))
	}
	return lang.Fill(t.Survey.Index, "index", t.FixedAmount(r.Index), "grade", r.Grade.String(), "name", t.Survey.Grades[r.Grade])
}

// Enough says whether there are as many respondents as the table asks for.
func Enough(t *lang.Texts, r survey.Result) string {
	w := t.Survey
	enough, known := r.Enough()
	text := w.TooFew
	switch {
	case !known:
		text = w.Unknown
	case r.Sample.Census:
		text = w.Census
	case enough:
		text = w.Enough
	}
	return lang.Fill(text, "n", t.Count(r.Survey.Respondents), "size", t.Count(r.Sample.Size), "population", t.Count(r.Survey.Population))
}

// Words is all about a result but its elements: index, respondents, weight,
// weakest element, what moved since before; each fits a line of its own.
func Words(t *lang.Texts, r survey.Result, before *survey.Result) (lines []string) {
	w := t.Survey
	lines = append(lines, Index(t, r))
	people := t.Plural(w.People, r.Survey.Respondents)
	if r.Survey.Averaged {
		people += ", " + w.Averaged
	}
	weight := w.Ninth
	if r.Weight == survey.Eleven {
		weight = w.Eleven
	}
	lines = append(lines, people, Enough(t, r), weight)
	if r.Index.Present() && r.ByMean != r.Grade {
		lines = append(lines, lang.Fill(w.ByMean, "mean", t.Amount(r.Mean), "grade", r.ByMean.String()))
	}
	if r.Missing > 0 {
		lines = append(lines, t.Plural(w.Missing, r.Missing))
	}
	if n := len(r.Weakest); n > 0 && n < survey.Elements {
		lines = append(lines, lang.Fill(w.Weakest, "list", named(t, r.Weakest)))
	}
	if before != nil {
		lines = append(lines, since(t, *before, r))
	}
	if r.Survey.Source != "" {
		lines = append(lines, lang.Fill(w.Source, "source", lang.Inert(r.Survey.Source)))
	}
	return lines
}

// since says how the index and the elements moved.
func since(t *lang.Texts, before, now survey.Result) string {
	w, moved := t.Survey, []string{}
	list := survey.Changes(before, now)
	for _, c := range list[1:] {
		if by, ok := c.By.Get(); ok && by != 0 {
			moved = append(moved, Code(c.Element)+" "+signed(t, by))
		}
	}
	text := w.Steady
	if len(moved) > 0 {
		text = lang.Fill(w.Moved, "list", strings.Join(moved, ", "))
	}
	by := lang.None
	if n, ok := list[0].By.Get(); ok {
		by = signed(t, n)
	}
	return lang.Fill(w.Since, "period", t.Period(before.Survey.Period), "by", by) + "; " + text
}

func signed(t *lang.Texts, n model.Number) string {
	if n > 0 {
		return "+" + t.Fixed(n)
	}
	return t.Fixed(n)
}

// Bars draws the nine elements: code, name, bar with its average, grade. A bar is
// full at 4 and empty at 1.
func Bars(t *lang.Texts, st *theme.Styles, r survey.Result, width int) (lines []string) {
	names := 0
	for _, name := range t.Survey.Elements {
		names = max(names, ansi.StringWidth(name))
	}
	names = max(8, min(names, width-28))
	for _, row := range r.Rows {
		name := ansi.Truncate(t.Survey.Elements[row.Element], names, st.Glyphs.Ellipsis)
		line := " " + Code(row.Element) + " " + name + strings.Repeat(" ", names-ansi.StringWidth(name)) + "  "
		digits := lang.None
		if row.Mean.Present() {
			digits = t.FixedAmount(row.Mean) + " " + row.Grade.String()
		}
		full := int(row.Mean.Or(model.Int(survey.Worst)) - model.Int(survey.Worst))
		lines = append(lines, line+chart.Bar(st, full, int(model.Int(survey.Best-survey.Worst)), digits, 6, min(40, width-ansi.StringWidth(line))))
	}
	return lines
}

// Points are the results of one unit as a series.
func Points(t *lang.Texts, trend survey.Trend) (list []chart.Point) {
	for _, r := range trend {
		p := chart.Point{Label: t.Period(r.Survey.Period), Value: lang.None, Height: r.Index, Note: r.Grade.String()}
		if r.Index.Present() {
			p.Value = t.FixedAmount(r.Index)
		}
		list = append(list, p)
	}
	return list
}

// Whose names the indicators that are filled, and in which instruments of how many
// people: "Kepuasan pasien (IKM) · Bidan 6, Perawat 3".
func Whose(t *lang.Texts, cells []survey.Cell) string {
	var parts, list []string
	groups := survey.Groups(cells)
	for i, g := range groups {
		list = append(list, lang.Inert(g.Instrument.In(t.Code))+" "+t.Count(g.Cells))
		if i == len(groups)-1 || groups[i+1].Indicator != g.Indicator {
			parts, list = append(parts, lang.Fill(t.Survey.Feed.Whose, "indicator", lang.Inert(g.Indicator.In(t.Code)), "list", strings.Join(list, ", "))), nil
		}
	}
	return strings.Join(parts, "; ")
}

// From says from which survey the value of an entry was taken; "" where it was
// typed, or typed over since.
func From(t *lang.Texts, e model.Entry, unit string, now *survey.Result) string {
	if o, ok := survey.Taken(e); ok {
		return Origin(t, o, unit, now)
	}
	return ""
}

// Origin says from which survey a value came, and whether that is another by
// now; unit is its name, "" where all else is about the same one. now is nil
// where nobody looked.
func Origin(t *lang.Texts, o survey.Origin, unit string, now *survey.Result) string {
	text := t.FromSurvey(o, unit)
	switch {
	case now == nil || !o.Moved(*now):
		return text
	case now.Survey.Unit == "":
		return text + "; " + t.Survey.Gone
	}
	return text + "; " + lang.Fill(t.Survey.Changed, "n", t.Count(now.Survey.Respondents), "index", t.FixedAmount(now.Index))
}
