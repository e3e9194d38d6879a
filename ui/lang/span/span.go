// Package span says which days of a period somebody held a post, where these are
// not all of it.
package span

import (
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/ui/lang"
)

// Days writes some days of one year: "1 Jul–14 Agu".
func Days(t *lang.Texts, first, last model.Date) string {
	day := func(d model.Date) string {
		return fmt.Sprintf("%d %.3s", d.Day(), t.Common.Months[d.Month()-1])
	}
	return day(first) + "–" + day(last)
}

// Of is the days of a period on which the post of a plan is held; "" for all.
func Of(t *lang.Texts, p model.Plan, period model.Period) string {
	first, last, split := p.Span(period)
	if !split {
		return ""
	}
	return Days(t, first, last)
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
