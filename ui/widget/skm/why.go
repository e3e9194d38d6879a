package skm

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Step is one answer to the question why an index is what it is.
type Step struct{ Label, Text string }

// Steps answers it: input, each element, formula with the numbers filled in,
// rounding, grade, what was left out, respondents, rule.
func Steps(t *lang.Texts, r survey.Result) (list []Step) {
	w := t.Survey.Why
	add := func(label, text string) { list = append(list, Step{label, text}) }
	sum := model.Number(0)
	for _, row := range r.Rows {
		sum += row.Sum
	}
	weight := t.SurveyWeight(r.Weight)
	add(w.Input, input(t, r, sum))
	for i, row := range r.Rows {
		label := ""
		if i == 0 {
			label = w.Element
		}
		text := Code(row.Element) + " " + lang.None
		if row.Mean.Present() {
			said := w.ElementText
			if r.Survey.Averaged {
				said = w.AverageText // nobody's answers were counted here
			}
			text = lang.Fill(said, "code", Code(row.Element), "sum", t.Number(row.Sum), "count", t.Count(row.Count),
				"mean", t.Amount(row.Mean), "weight", weight, "weighted", t.Amount(row.Weighted))
		}
		add(label, text)
	}
	if !r.Index.Present() {
		add(w.Sum, Index(t, r))
		return append(list, Step{w.Rule, w.RuleText})
	}
	if r.Missing == 0 && r.Weight == survey.Ninth && !r.Survey.Averaged {
		add(w.Sum, lang.Fill(w.SumText, "sum", t.Number(sum), "n", t.Count(r.Survey.Respondents), "exact", t.Amount(r.Exact)))
	} else {
		add(w.Sum, lang.Fill(w.MeansText, "mean", t.Amount(r.Total), "weight", weight, "exact", t.Amount(r.Exact)))
	}
	add(w.Rounding, lang.Fill(w.RoundingText, "exact", t.Amount(r.Exact), "index", t.FixedAmount(r.Index)))
	var cuts []string
	for _, c := range survey.Cuts() {
		cuts = append(cuts, c.Grade.String()+" "+t.Fixed(c.From))
	}
	add(w.Grade, lang.Fill(w.GradeText, "index", t.FixedAmount(r.Index), "grade", r.Grade.String(), "cuts", strings.Join(cuts, ", ")))
	text := t.Survey.Ninth
	if r.Weight == survey.Eleven {
		text = t.Survey.Eleven
	}
	add(w.Weight, text)
	if r.Missing > 0 {
		add(w.Left, t.Plural(t.Survey.Missing, r.Missing))
	}
	if r.Survey.Population > 0 {
		add(w.Sample, lang.Fill(w.SampleText, "population", t.Count(r.Survey.Population), "size", t.Count(r.Sample.Size)))
	}
	return append(list, Step{w.Rule, w.RuleText})
}

// input is what was entered: answers with their sum, or averages.
func input(t *lang.Texts, r survey.Result, sum model.Number) string {
	people := t.Plural(t.Survey.People, r.Survey.Respondents)
	if r.Survey.Averaged {
		return people + "; " + t.Survey.Averaged
	}
	return lang.Fill(t.Survey.Why.InputText, "n", people, "sum", t.Number(sum))
}

// Why draws the steps, label and text side by side.
func Why(t *lang.Texts, st *theme.Styles, r survey.Result, width int) []string {
	steps, margin := Steps(t, r), 0
	for _, s := range steps {
		margin = max(margin, ansi.StringWidth(s.Label)+4)
	}
	lines := []string{" " + st.Header.Render(t.Survey.Why.Title)}
	for _, s := range steps {
		for i, part := range strings.Split(ansi.Wordwrap(s.Text, max(8, width-margin), ""), "\n") {
			label := ""
			if i == 0 {
				label = s.Label
			}
			lines = append(lines, st.Dim.Render("  "+label+strings.Repeat(" ", margin-2-ansi.StringWidth(label)))+part)
		}
	}
	return lines
}
