// Package waits says an agenda, and what waits for one person about their own work, in
// the reader's language: what, by whom, until when.
package waits

import (
	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/duty"
	"kinerja/ui/lang"
)

// Words says it in one language.
type Words struct{ *lang.Texts }

// Stage is the name of a stage: "disampaikan".
func (t Words) Stage(s agenda.Stage) string { return t.Home.Stages[s] }

// What says what one kind of obstacle waits for.
func (t Words) What(k agenda.Kind) string { return t.Home.What[k] }

// Obstacle says what stands in the way, with the numbers of the one person.
func (t Words) Obstacle(o agenda.Obstacle) string {
	switch {
	case o.Kind == agenda.Implausible:
		return t.Plural(t.Home.Doubts, o.N)
	case o.Kind == agenda.Missing && o.Enough:
		return lang.Fill(t.Home.Enough, "n", t.Count(o.N), "all", t.Count(o.Of))
	case o.Kind == agenda.Missing:
		return lang.Fill(t.Home.Missing, "n", t.Count(o.N), "all", t.Count(o.Of))
	}
	return t.What(o.Kind)
}

// MustAct says who must act, in which capacity; name may be empty.
func (t Words) MustAct(by agenda.By, name string) string {
	role := [...]string{
		agenda.ByTeam: t.Home.Keepers, agenda.ByStaff: t.Role(model.RoleStaff),
		agenda.ByEvaluator: t.Role(model.RoleEvaluator), agenda.BySuperior: t.Role(model.RoleSuperior), agenda.ByAbove: t.Home.Above,
	}[by]
	if name == "" {
		return role
	}
	return lang.Fill(t.Home.Who, "role", role, "name", name)
}

// Due says until when: "sisa 9 hari, s.d. 24 Oktober 2026"; nothing where no
// rule gives a date.
func (t Words) Due(d agenda.Due, today model.Date) string {
	days := today.Until(d.On)
	when := t.Home.Left
	switch {
	case d.Kind == agenda.NoDue:
		return ""
	case days == 0:
		when = t.Home.DueToday
	case days < 0:
		when = t.Home.Over
	}
	when = lang.Fill(when, "days", t.Days(days), "date", t.Date(d.On))
	switch d.Kind {
	case agenda.Objection:
		return lang.Fill(t.Home.Objection, "when", when)
	case agenda.PostEnd:
		return lang.Fill(t.Home.PostEnd, "when", when)
	}
	return when
}

// DueShort is Due without the day: "sisa 9 hari", "hari ini".
func (t Words) DueShort(d agenda.Due, today model.Date) string {
	days := today.Until(d.On)
	switch {
	case days == 0:
		return t.Home.Today
	case days < 0:
		return lang.Fill(t.Home.OverShort, "days", t.Days(days))
	}
	return lang.Fill(t.Home.LeftShort, "days", t.Days(days))
}

// Days writes a number of days, either way: "9 hari".
func (t Words) Days(n int) string { return t.Plural(t.Home.Days, max(n, -n)) }

// CountOf writes a part of a whole: "29 dari 38".
func (t Words) CountOf(n, all int) string {
	return lang.Fill(t.Home.Of, "n", t.Count(n), "all", t.Count(all))
}

// PeriodEnd says how long a period goes on, or how long it is over.
func (t Words) PeriodEnd(p model.Period, today model.Date) string {
	text, on := t.Home.Runs, p.Last()
	switch {
	case today < p.First():
		text, on = t.Home.Starts, p.First()
	case today == on:
		text = t.Home.EndsToday
	case today > on:
		text = t.Home.Ended
	}
	return lang.Fill(text, "period", t.Period(p), "date", t.Date(on), "days", t.Days(today.Until(on)))
}

// CountShort is CountOf where there is little room: "29/38".
func (t Words) CountShort(n, all int) string { return t.Count(n) + "/" + t.Count(all) }

// Owed says what waits for a person about their own work.
func (t Words) Owed(d duty.Duty) string {
	text := t.Home.Owed[d.Kind.String()]
	return lang.Fill(text, "period", t.Period(d.Period), "n", t.Count(d.N))
}

// OwedUntil is its day as the agenda has days.
func OwedUntil(d duty.Duty) agenda.Due {
	switch {
	case d.Until == 0:
		return agenda.Due{}
	case d.Kind == duty.Object:
		return agenda.Due{Kind: agenda.Objection, On: d.Until}
	}
	return agenda.Due{Kind: agenda.PeriodEnd, On: d.Until}
}
