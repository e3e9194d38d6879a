// Package points says what somebody's credit points come to and why: the same
// words on screen and on the command line.
package points

import (
	"strconv"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/ui/lang"
)

// Points writes points with their two decimals.
func Points(t *lang.Texts, p credit.Points) string { return t.Fixed(p.Number()) }

// When names the months of a line: "2025", "Jan–Jun 2025", "Jul 2025".
func When(t *lang.Texts, l credit.Line) string {
	short := func(month int) string { return string([]rune(t.Common.Months[month-1])[:3]) }
	switch {
	case l.Whole():
		return strconv.Itoa(l.Year)
	case l.First == l.Last:
		return short(l.First) + " " + strconv.Itoa(l.Year)
	}
	return short(l.First) + "–" + short(l.Last) + " " + strconv.Itoa(l.Year)
}

// Basis says on what a line stands, or why it brings nothing.
func Basis(t *lang.Texts, l credit.Line) string {
	switch {
	case l.Gap == credit.GapNotFinal:
		return lang.Fill(t.Credit.Unsettled, "period", t.Period(l.Period))
	case l.Gap != credit.NoGap:
		return t.Credit.Gaps[l.Gap]
	case l.Basis == credit.Periodic:
		return lang.Fill(t.Credit.Shorter, "period", t.Period(l.Period))
	}
	return t.Credit.Annual
}

// Formula is how a line came to its points, with the numbers filled in.
func Formula(t *lang.Texts, l credit.Line) string {
	form := t.Credit.Formula.Part
	if l.Whole() {
		form = t.Credit.Formula.Year
	}
	return lang.Fill(form, "percent", credit.Percent(l.Predicate), "predicate", t.Predicate(l.Predicate),
		"coefficient", t.Number(l.Level.Coefficient()), "level", l.Level.Name(), "months", l.Months(), "points", Points(t, l.Points))
}

// Why answers why a line says what it says: input, source, formula, rounding,
// rule, and what was left out.
func Why(t *lang.Texts, a credit.Account, l credit.Line) (list []string) {
	w := t.Credit
	switch {
	case l.Gap == credit.GapNotFinal:
		return []string{lang.Fill(w.WhyNotFinal, "period", t.Period(l.Period), "state", t.State(l.State)), w.Rule}
	case l.Gap == credit.GapLevel:
		return []string{lang.Fill(w.WhyGap, "gap", w.Gaps[l.Gap]), w.NeedLevel, w.Rule}
	case l.Gap != credit.NoGap:
		return []string{lang.Fill(w.WhyGap, "gap", w.Gaps[l.Gap]), w.Rule}
	}
	list = append(list, Formula(t, l))
	if l.Points != credit.Typed(l.Points.Number()) {
		list = append(list, lang.Fill(w.WhyExact, "exact", l.Points.Exact(), "three", t.Number(l.Points.Three())))
	}
	if l.Basis == credit.Periodic {
		list = append(list, lang.Fill(w.WhyPeriodic, "year", l.Year, "period", t.Period(l.Period)))
	} else {
		list = append(list, lang.Fill(w.WhyAnnual, "year", l.Year))
	}
	if !l.Counts && a.Level != credit.NoLevel {
		list = append(list, lang.Fill(w.WhyOther, "level", a.Level.Name()))
	}
	return append(list, w.Rule)
}

// Head says who somebody is for credit: the post with its level, or why there
// are no points.
func Head(t *lang.Texts, a credit.Account) string {
	w := t.Credit
	if a.Standing == credit.Functional {
		grade := lang.Inert(a.Grade)
		if grade == "" {
			grade = w.NoGrade
		}
		return lang.Fill(w.Held, "position", lang.Inert(a.Post.Position), "level", a.Level.Name(), "grade", grade)
	}
	text := w.Standings[a.Standing]
	if a.Standing == credit.LevelUnknown {
		text += " " + w.NeedLevel
	}
	if a.Post.Position != "" {
		text = lang.Inert(a.Post.Position) + " · " + text
	}
	return text
}

// Base says which opening balance holds.
func Base(t *lang.Texts, a credit.Account) string {
	w, b := t.Credit, a.Base
	if !a.HasBase {
		return w.NoBase
	}
	form := w.Base
	if b.Months > 0 {
		form = w.MovedIn
	}
	text := lang.Fill(form, "points", Points(t, b.Amount()), "date", t.Date(b.Until), "months", b.Months,
		"coefficient", t.Number(b.Level.Coefficient()), "document", lang.Inert(b.Document))
	if n := len(a.Bases) - 1; n > 0 {
		text += " · " + t.Plural(w.Replaced, n)
	}
	return text
}

// Sum says what everything comes to, and what of it is an estimate.
func Sum(t *lang.Texts, a credit.Account) string {
	text := lang.Fill(t.Credit.Sum, "points", Points(t, a.Sum))
	switch a.Estimated {
	case 0:
	case a.Sum:
		text += ", " + t.Credit.AllEstimated
	default:
		text += ", " + lang.Fill(t.Credit.Estimated, "points", Points(t, a.Estimated))
	}
	text += "."
	if a.Earlier != 0 {
		text += " " + lang.Fill(t.Credit.OtherLevel, "points", Points(t, a.Earlier))
	}
	return text
}

// Goals say what is missing for a rank and for a level, and what else the level
// takes. Where both are barred for one reason it is said once.
func Goals(t *lang.Texts, a credit.Account) (list []string) {
	w := t.Credit
	if a.Standing != credit.Functional {
		return nil
	}
	if a.Rank.Bar != credit.NoBar && a.Rank.Bar == a.Next.Bar {
		return []string{w.Bars[a.Rank.Bar]}
	}
	list = append(list, goal(t, w.Ranks, a, a.Rank))
	if a.Next.Bar != credit.NoBar {
		return list
	}
	last := w.NoLast
	if year, p := a.LastYear(); year != 0 {
		last = lang.Fill(w.Last, "year", year, "predicate", t.Predicate(p))
	}
	return append(list, goal(t, w.Levels, a, a.Next), lang.Fill(w.Conditions, "last", last))
}

// goal is what is missing for a step. Where no opening balance is recorded nobody
// knows how much was earned before, and no years are foretold.
func goal(t *lang.Texts, head string, a credit.Account, g credit.Goal) string {
	if g.Bar != credit.NoBar {
		return t.Credit.Bars[g.Bar]
	}
	form := t.Credit.Missing
	switch {
	case g.Met():
		form = t.Credit.Met
	case !a.HasBase:
		form = t.Credit.Unbased
	}
	return lang.Fill(head, "to", g.To) + lang.Fill(form, "missing", Points(t, g.Missing), "need", Points(t, g.Need), "years", t.Plural(t.Credit.Years, g.Years))
}

// Unverified lists what of the account no source could confirm.
func Unverified(t *lang.Texts, a credit.Account) (list []string) {
	w := t.Credit
	if a.Standing != credit.Functional {
		return nil
	}
	if a.Rank.Bar == credit.NoBar {
		list = append(list, lang.Fill(w.FromNought, "n", a.Rank.Step, "points", Points(t, a.Level.RankPoints())))
	}
	list = append(list, w.FirstDay)
	if n := a.Sum.Three(); n != model.Number(0) && n != a.Sum.Number() {
		list = append(list, lang.Fill(w.ThreePlaces, "three", t.Number(n)))
	}
	return list
}
