// Package span says which days of a period somebody held a post, where these are
// not all of it.
package span

import (
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/ui/lang"
)

// Days writes some days of one year: "1 Jul–14 Agu".
func Days(t *lang.Texts, first, last model.Date) string {
	day := func(d model.Date) string {
		return fmt.Sprintf("%d %.3s", d.Day(), t.Common.Months[d.Month()-1])
	}
	return day(first) + "–" + day(last)
}

// Short is Days with a month that is one written once, and one day as one.
func Short(t *lang.Texts, first, last model.Date) string {
	days := Days(t, first, last)
	switch _, to, _ := strings.Cut(days, "–"); {
	case first == last:
		return to
	case first.Year() == last.Year() && first.Month() == last.Month():
		return fmt.Sprintf("%d–%s", first.Day(), to)
	}
	return days
}

// Of is the days of a period on which the post of a plan is held, and the leave in
// them: "1 Jul–14 Agu, cuti 3–5 Agu"; "" for all of them without leave.
func Of(t *lang.Texts, p model.Plan, period model.Period) string {
	first, last, split := p.Span(period)
	away := Away(t, leave.During(p, period))
	switch {
	case !split:
		return away
	case away == "":
		return Days(t, first, last)
	}
	return Days(t, first, last) + ", " + away
}

// Off says that days of leave were taken off a target, and that no rule says so; ""
// where none were.
func Off(t *lang.Texts, p model.Part) string {
	if p.Away == 0 {
		return ""
	}
	return " (" + lang.Fill(t.Tenure.Leave.Reduces, "days", t.Count(int(p.Away))) + ")"
}

// Away is leave beside a name: "cuti 10–31 Agu", of several how many days; "" for
// none.
func Away(t *lang.Texts, list []model.Away) string {
	switch len(list) {
	case 0:
		return ""
	case 1:
		return lang.Fill(t.Tenure.Leave.Away, "days", Short(t, list[0].From, list[0].To))
	}
	n := 0
	for _, a := range list {
		n += a.From.Until(a.To) + 1
	}
	return t.Plural(t.Tenure.Leave.AwayDays, n)
}

// Named is the name of a row that is about a plan in a period: with the days,
// and then without the degrees after the name, where they are not all of it.
func Named(t *lang.Texts, name string, p model.Plan, period model.Period) string {
	return With(name, Of(t, p, period))
}

// With puts days behind a name; "" for none.
func With(name, days string) string {
	if days == "" {
		return name
	}
	name, _, _ = strings.Cut(name, ",")
	return name + lang.TailMark + days
}
