package home

import (
	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/ui/lang"
)

// words says an agenda in the reader's language.
type words struct{ *lang.Texts }

// stage is the name of a stage: "disampaikan".
func (t words) stage(s agenda.Stage) string { return t.Home.Stages[s] }

// waits says what one kind of obstacle waits for.
func (t words) waits(k agenda.Kind) string { return t.Home.What[k] }

// obstacle says what stands in the way, with the numbers of the one person.
func (t words) obstacle(o agenda.Obstacle) string {
	switch {
	case o.Kind == agenda.Implausible:
		return t.Plural(t.Home.Doubts, o.N)
	case o.Kind == agenda.Missing && o.Enough:
		return lang.Fill(t.Home.Enough, "n", t.Count(o.N), "all", t.Count(o.Of))
	case o.Kind == agenda.Missing:
		return lang.Fill(t.Home.Missing, "n", t.Count(o.N), "all", t.Count(o.Of))
	}
	return t.waits(o.Kind)
}

// mustAct says who must act, in which capacity; name may be empty.
func (t words) mustAct(by agenda.By, name string) string {
	role := [...]string{
		agenda.ByTeam: t.Home.Keepers, agenda.ByStaff: t.Role(model.RoleStaff),
		agenda.ByEvaluator: t.Role(model.RoleEvaluator), agenda.BySuperior: t.Role(model.RoleSuperior), agenda.ByAbove: t.Home.Above,
	}[by]
	if name == "" {
		return role
	}
	return lang.Fill(t.Home.Who, "role", role, "name", name)
}

// due says until when: "sisa 9 hari, s.d. 24 Oktober 2026"; nothing where no
// rule gives a date.
func (t words) due(d agenda.Due, today model.Date) string {
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
	when = lang.Fill(when, "days", t.days(days), "date", t.Date(d.On))
	switch d.Kind {
	case agenda.Objection:
		return lang.Fill(t.Home.Objection, "when", when)
	case agenda.PostEnd:
		return lang.Fill(t.Home.PostEnd, "when", when)
	}
	return when
}

// dueShort is due without the day: "sisa 9 hari", "hari ini".
func (t words) dueShort(d agenda.Due, today model.Date) string {
	days := today.Until(d.On)
	switch {
	case days == 0:
		return t.Home.Today
	case days < 0:
		return lang.Fill(t.Home.OverShort, "days", t.days(days))
	}
	return lang.Fill(t.Home.LeftShort, "days", t.days(days))
}

// days writes a number of days, either way: "9 hari".
func (t words) days(n int) string { return t.Plural(t.Home.Days, max(n, -n)) }

// countOf writes a part of a whole: "29 dari 38".
func (t words) countOf(n, all int) string {
	return lang.Fill(t.Home.Of, "n", t.Count(n), "all", t.Count(all))
}

// periodEnd says how long a period goes on, or how long it is over.
func (t words) periodEnd(p model.Period, today model.Date) string {
	text, on := t.Home.Runs, p.Last()
	switch {
	case today < p.First():
		text, on = t.Home.Starts, p.First()
	case today == on:
		text = t.Home.EndsToday
	case today > on:
		text = t.Home.Ended
	}
	return lang.Fill(text, "period", t.Period(p), "date", t.Date(on), "days", t.days(today.Until(on)))
}

// countShort is countOf where there is little room: "29/38".
func (t words) countShort(n, all int) string { return t.Count(n) + "/" + t.Count(all) }
