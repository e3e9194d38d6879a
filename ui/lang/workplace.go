package lang

import (
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/unitresult"
)

// Grade is the name of a unit's result: "Istimewa".
func (t *Texts) Grade(g unitresult.Grade) string { return word(t.Workplace.Grades[:], g) }

// UnitState says how far a unit's result has come.
func (t *Texts) UnitState(s unitresult.State) string { return word(t.Workplace.States[:], s) }

// Verdict says how a distribution stands against the pattern.
func (t *Texts) Verdict(v overview.Verdict) string { return word(t.Workplace.Verdicts[:], v) }

// Group names predicates taken together: "Butuh perbaikan atau Kurang".
func (t *Texts) Group(list []model.Predicate) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = t.Predicate(p)
	}
	return strings.Join(names, " "+t.Workplace.And+" ")
}

// Limit is a limit in people: "maks 28 orang (70 %)".
func (t *Texts) Limit(f distribution.Finding) string {
	w := t.Workplace
	switch f.Kind {
	case distribution.AtMost:
		return Fill(w.Most, "n", t.Count(f.Bound), "percent", f.Percent)
	case distribution.AtLeast:
		return Fill(w.Least, "n", t.Count(f.Bound), "percent", f.Percent)
	case distribution.Someone:
		return w.One
	}
	if f.Assumed {
		return w.Biggest + " (" + w.Unverified + ")"
	}
	return w.Biggest
}

// Off says what does not fit about a finding; "" where it fits.
func (t *Texts) Off(f distribution.Finding) string {
	w := t.Workplace
	if f.Fits {
		return ""
	}
	text := w.TooFew
	switch f.Kind {
	case distribution.AtMost:
		text = w.TooMany
	case distribution.Someone:
		text = w.Nobody
	case distribution.Largest:
		text = w.NotBiggest
	}
	return Fill(text, "group", t.Group(f.Of), "count", t.Count(f.Count), "limit", t.Limit(f), "off", t.Count(f.Off()), "bound", t.Count(f.Bound))
}

// LimitsOn lists what a pattern says about one predicate alone, in people.
func (t *Texts) LimitsOn(p model.Predicate, list []distribution.Finding) string {
	var parts []string
	for _, f := range list {
		if len(f.Of) == 1 && f.Of[0] == p {
			if f.Kind == distribution.Largest {
				parts = append(parts, t.Workplace.Biggest)
			} else {
				parts = append(parts, t.Limit(f))
			}
		}
	}
	for _, f := range list {
		if len(f.Of) > 1 && f.Names(p) {
			parts = append(parts, Fill(t.Workplace.Together, "list", t.Group(f.Of), "limit", t.Limit(f)))
		}
	}
	if len(parts) == 0 {
		return t.Workplace.Free
	}
	return strings.Join(parts, ", ")
}

// WhyFinding is the working of one limit, with the numbers filled in.
func (t *Texts) WhyFinding(f distribution.Finding) []string {
	w, people := t.Workplace, t.Count(f.People)
	lines := []string{Fill(w.WhyCount, "group", t.Group(f.Of), "count", t.Count(f.Count), "people", people, "share", t.Share(f.Count, f.People))}
	if f.Kind == distribution.AtMost || f.Kind == distribution.AtLeast {
		return append(lines, Fill(w.WhyBound, "percent", f.Percent, "people", people, "count", t.Count(f.Count),
			"left", strconv.Itoa(f.Count*100), "right", strconv.Itoa(f.Percent*f.People), "limit", t.Limit(f)))
	}
	return append(lines, t.Limit(f))
}

// Share is a part of a whole in per cent, with two decimals, half up.
func (t *Texts) Share(part, whole int) string {
	n, ok := model.MulDiv(model.Int(int64(part)), 100, model.Number(max(1, whole)))
	if !ok {
		return None
	}
	return t.FixedAmount(model.Some(n.Round()))
}
