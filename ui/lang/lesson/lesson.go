// Package lesson says what was observed in lessons: in one line, and behaviour by
// behaviour.
package lesson

import (
	"strings"

	"kinerja/model"
	"kinerja/model/rubric"
	"kinerja/ui/lang"
)

// Session names an observation: "14 Agustus 2026, Hasan (tindak lanjut)".
func Session(t *lang.Texts, o rubric.Observation) string {
	return lang.Fill(t.Observe.Session, "date", t.Date(o.On), "by", lang.Inert(o.By), "stage", t.Observe.Stages[o.Stage])
}

// Count says on how many observations a value stands, and what it is: "rerata 2
// observasi kelas: 2,6667".
func Count(t *lang.Texts, d rubric.Detail) string {
	if d.Count() == 0 {
		return t.Observe.Pending
	}
	return t.Plural(t.Observe.Mean, d.Count(), "value", t.Amount(d.Value()))
}

// Brief is all observations of a value in one line, as the history has them.
func Brief(t *lang.Texts, d rubric.Detail) string {
	list := make([]string, len(d))
	for i, o := range d {
		text := t.Observe.Brief[0]
		if o.Seen() == 0 {
			text = t.Observe.Brief[1]
		}
		list[i] = lang.Fill(text, "date", t.Date(o.On), "by", lang.Inert(o.By), "mean", t.Amount(o.Mean()), "stage", t.Observe.Stages[o.Stage])
	}
	return strings.Join(list, "; ")
}

// Scores are the behaviours that were seen, by focus: "Instruksi pembelajaran:
// pertanyaan … 3, kegiatan … 4".
func Scores(t *lang.Texts, o rubric.Observation) string {
	var list []string
	for f := range rubric.Focus(rubric.Focuses) {
		var seen []string
		for b, v := range o.Scores[f] {
			if v > 0 {
				seen = append(seen, Behaviour(t, f, b)+" "+t.Count(int(v)))
			}
		}
		if len(seen) > 0 {
			list = append(list, t.Observe.Focuses[f]+": "+strings.Join(seen, ", "))
		}
	}
	return strings.Join(list, "; ")
}

// Behaviour names one of the three of a focus.
func Behaviour(t *lang.Texts, f rubric.Focus, n int) string {
	return t.Observe.Behaviours[int(f)*rubric.Behaviours+n]
}

// Whole is an observation with everything that is known of it.
func Whole(t *lang.Texts, o rubric.Observation) string {
	parts := []string{Session(t, o)}
	if n := o.Seen(); n > 0 {
		parts[0] += ": " + t.Plural(t.Observe.Seen, n, "mean", t.Amount(o.Mean()))
		parts = append(parts, Scores(t, o))
	}
	if o.Note != "" {
		parts = append(parts, lang.Fill(t.Observe.Note, "note", lang.Inert(o.Note)))
	}
	return strings.Join(parts, " · ")
}

// From says where a value of classroom observation comes from, a line for each
// observation after the first line; none for any other indicator and where there is
// nothing.
func From(t *lang.Texts, g model.Gauge, e model.Entry) []string {
	d, known := rubric.Of(e)
	switch {
	case known:
		lines := []string{Count(t, d) + " · " + t.Observe.Scale}
		for _, o := range d {
			lines = append(lines, Whole(t, o))
		}
		return lines
	case e.Actual.Present() && rubric.Takes(g):
		return []string{t.Observe.Alone + " · " + t.Observe.Scale}
	}
	return nil
}
