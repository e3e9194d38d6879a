// Package spread says in words what was decided about a unit and how the
// predicates of its people stand against the pattern: the same on the page and on
// the command line.
package spread

import (
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
)

// Group names predicates taken together: "Butuh perbaikan atau Kurang".
func Group(t *lang.Texts, list []model.Predicate) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = t.Predicate(p)
	}
	return strings.Join(names, " "+t.Workplace.And+" ")
}

// Limit is a limit in people: "maks 28 orang (70 %)".
func Limit(t *lang.Texts, f distribution.Finding) string {
	w := t.Workplace
	switch f.Kind {
	case distribution.AtMost:
		return lang.Fill(w.Most, "n", t.Count(f.Bound), "percent", f.Percent)
	case distribution.AtLeast:
		return lang.Fill(w.Least, "n", t.Count(f.Bound), "percent", f.Percent)
	case distribution.Someone:
		return w.One
	}
	if f.Assumed {
		return w.Biggest + " (" + w.Unverified + ")"
	}
	return w.Biggest
}

// limit is Limit without whose reading it is, where that stands beside it.
func limit(t *lang.Texts, f distribution.Finding) string {
	f.Assumed = false
	return Limit(t, f)
}

// Amiss lists what does not fit, in people; nothing where everything does, or
// nothing is compared.
func Amiss(t *lang.Texts, s overview.Standing, g distribution.Guide) (lines []string) {
	for _, f := range s.Findings(g) {
		if off := Off(t, f); off != "" {
			lines = append(lines, off)
		}
	}
	return lines
}

// Off says what does not fit about a finding; "" where it fits.
func Off(t *lang.Texts, f distribution.Finding) string {
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
	return lang.Fill(text, "group", Group(t, f.Of), "count", t.Count(f.Count), "limit", Limit(t, f), "off", t.Count(f.Off()), "bound", t.Count(f.Bound))
}

// LimitsOn lists what a pattern says about one predicate alone, in people.
func LimitsOn(t *lang.Texts, p model.Predicate, list []distribution.Finding) string {
	var parts []string
	for _, f := range list {
		if len(f.Of) == 1 && f.Of[0] == p {
			if f.Kind == distribution.Largest {
				parts = append(parts, t.Workplace.Biggest)
			} else {
				parts = append(parts, Limit(t, f))
			}
		}
	}
	for _, f := range list {
		if len(f.Of) > 1 && f.Names(p) {
			parts = append(parts, lang.Fill(t.Workplace.Together, "list", Group(t, f.Of), "limit", Limit(t, f)))
		}
	}
	if len(parts) == 0 {
		return t.Workplace.Free
	}
	return strings.Join(parts, ", ")
}

// WhyFinding is the working of one limit, with the numbers filled in.
// While not everybody is rated it is the limit for all of them; source is where the
// limit comes from, which for a part of it may be this program's own reading.
func WhyFinding(t *lang.Texts, s overview.Standing, f distribution.Finding, source string) []string {
	w, people := t.Workplace, t.Count(f.People)
	from := lang.Fill(w.WhySource, "source", lang.Inert(source))
	if f.Assumed {
		from = lang.Fill(w.WhyAssumed, "source", lang.Inert(source), "unverified", w.Unverified)
	}
	if s.Open() {
		return []string{lang.Fill(w.WhyOpen, "group", Group(t, f.Of), "count", t.Count(f.Count), "all", people, "limit", limit(t, f), "people", t.Count(s.Counts.People())), from}
	}
	lines := []string{lang.Fill(w.WhyCount, "group", Group(t, f.Of), "count", t.Count(f.Count), "people", people, "share", Share(t, f.Count, f.People))}
	if f.Kind == distribution.AtMost || f.Kind == distribution.AtLeast {
		return append(lines, lang.Fill(w.WhyBound, "percent", f.Percent, "people", people, "count", t.Count(f.Count),
			"left", strconv.Itoa(f.Count*100), "right", strconv.Itoa(f.Percent*f.People), "limit", Limit(t, f)), from)
	}
	return append(lines, limit(t, f), from)
}

// Share is a part of a whole in per cent, with two decimals, half up.
func Share(t *lang.Texts, part, whole int) string {
	n, ok := model.MulDiv(model.Int(int64(part)), 100, model.Number(max(1, whole)))
	if !ok {
		return lang.None
	}
	return t.FixedAmount(model.Some(n.Round()))
}

// ResultLines say what was decided about a unit: by whom, on what basis, how it
// is known, and what follows for its head.
func ResultLines(t *lang.Texts, u overview.Unit, fold unitresult.Fold) []string {
	w, r := t.Workplace, u.Result
	if !r.Decided() {
		leader := lang.Inert(u.Leader)
		if leader == "" {
			leader = w.Above
		}
		lines := []string{lang.Fill(w.Undecided, "leader", leader)}
		if r.Grade != unitresult.NoGrade {
			lines = append(lines, lang.Fill(w.Draft, "grade", t.Grade(r.Grade)), lang.Fill(w.Basis, "basis", lang.Inert(r.Basis)))
		}
		return lines
	}
	word := r.Last()
	lines := []string{
		lang.Fill(w.Result, "grade", t.Grade(r.Grade), "state", t.UnitState(r.State), "on", t.Date(word.On)),
		lang.Fill(w.Basis, "basis", lang.Inert(r.Basis)),
	}
	decider := r.Decider
	if decider == "" {
		decider = u.Decided
	}
	by := lang.Fill(w.By, "decider", lang.Inert(decider))
	if word.Via == model.Signed {
		by += " · " + said.Known(t, word, "")
	}
	if word.Via == model.Recorded {
		name := u.Typed
		if name == "" {
			name = t.CLI.Record.Owner
		}
		by += " · " + lang.Fill(w.Recorded, "name", lang.Inert(name), "document", lang.Inert(word.Document), "on", t.Date(word.On))
	}
	return append(lines, by, lang.Fill(w.Fold, "grade", t.Grade(r.Grade), "rating", t.Rating(fold.Of(r.Grade)))+" ("+w.Unverified+")")
}

// Heading says how many are rated, as far as that is shown.
func Heading(t *lang.Texts, s overview.Standing) string {
	none := t.Count(s.Counts[model.NoPredicate])
	if s.Few {
		return lang.Fill(t.Workplace.Some, "none", none)
	}
	return lang.Fill(t.Workplace.Distribution, "people", t.Count(s.Counts.People()), "none", none)
}

// Seen reports whether the count of a predicate is shown: where groups below
// overview.Told are not, a smaller count says nothing.
func Seen(s overview.Standing, p model.Predicate) bool {
	return !s.Few || s.Counts[p] >= overview.Told
}

// FewRow stands in place of a count that is not shown.
func FewRow(t *lang.Texts) string {
	return lang.Fill(t.Workplace.FewRow, "least", t.Count(overview.Told))
}

// Unseen stands in place of figures that are not shown to whoever reads, and says
// whom to ask.
func Unseen(t *lang.Texts, head string) string {
	if head == "" {
		head = t.Workplace.UnseenHead
	}
	return lang.Fill(t.Workplace.Unseen, "head", lang.Inert(head))
}

// SpreadLines say how a distribution stands against its pattern: what does not
// fit, and the reason that stands; and what of it is not shown.
func SpreadLines(t *lang.Texts, s overview.Standing, g distribution.Guide) []string {
	lines := standing(t, s, g)
	if s.Few {
		lines = append(lines, lang.Fill(t.Workplace.Few, "least", t.Count(overview.Told)))
	}
	if s.Untold {
		lines = append(lines, t.Workplace.Untold)
	}
	return lines
}

// standing is how a distribution stands against its pattern.
func standing(t *lang.Texts, s overview.Standing, g distribution.Guide) (lines []string) {
	w := t.Workplace
	switch s.Verdict(g) {
	case overview.NoResult:
		return []string{w.NoPattern}
	case overview.Withheld:
		return nil
	case overview.NobodyYet:
		return []string{t.Verdict(overview.NobodyYet)}
	case overview.Open:
		return []string{lang.Fill(w.OpenYet, "people", t.Count(s.Counts.People()), "all", t.Count(s.Counts.Everybody()))}
	case overview.Fits:
		lines = []string{w.AllFits}
	}
	lines = append(lines, Amiss(t, s, g)...)
	if e := s.Result.Exception; e != nil {
		if s.Result.Answers(s.Counts.Rated()) {
			name := s.Explained
			if name == "" {
				name = t.CLI.Record.Owner
			}
			lines = append(lines, lang.Fill(w.Stands, "reason", lang.Inert(e.Reason), "name", lang.Inert(name), "on", t.Date(e.Word.On)))
		} else {
			lines = append(lines, lang.Fill(w.Stale, "reason", lang.Inert(e.Reason)))
		}
	}
	return lines
}
