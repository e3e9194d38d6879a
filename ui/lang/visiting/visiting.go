// Package visiting says what a visit to a site is made of: the one way of saying it
// for its page, the command line and a table.
package visiting

import (
	"strings"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/visit"
	"kinerja/ui/lang"
	"kinerja/ui/lang/due"
	"kinerja/ui/lang/span"
)

// What is what is to be done about somebody.
func What(t *lang.Texts, it visit.Item) string {
	switch it.Part {
	case visit.Due:
		if e := it.Person.Evaluation; e.State == model.Rated || e.State == model.Reviewed {
			return t.Evaluation.NotShared
		}
		return t.State(it.Person.Evaluation.State)
	case visit.Evidence:
		return t.Plural(t.Visit.Bare, it.Bare)
	case visit.Forms:
		return t.Visit.Forms[it.Form.String()]
	}
	parts := []string{due.State(t, *it.Row)}
	if about := due.About(*it.Row); about != "" {
		parts = append(parts, lang.Inert(about))
	}
	return strings.Join(append(parts, due.Turn(t, *it.Row)), " · ")
}

// Before is how somebody stood in the period before; "" where that is not told.
func Before(t *lang.Texts, it visit.Item) string {
	switch {
	case it.Part != visit.Due:
		return ""
	case it.Last == nil || it.Last.Evaluation.Predicate == model.NoPredicate:
		return t.Visit.Never
	}
	return lang.Fill(t.Visit.Before, "period", t.Period(it.Last.Period), "predicate", t.Predicate(it.Last.Evaluation.Predicate))
}

// Until is the day of it.
func Until(t *lang.Texts, it visit.Item, today model.Date) string {
	switch {
	case it.Row != nil:
		return due.Until(t, *it.Row, today)
	case it.Until.IsZero():
		return t.Visit.NoDay
	case it.Until.Year() == today.Year():
		return span.Short(t, it.Until, it.Until)
	}
	return t.Date(it.Until)
}

// Note is what stands beside it: by when, or how somebody stood before.
func Note(t *lang.Texts, it visit.Item, today model.Date) string {
	if before := Before(t, it); before != "" && it.Until.IsZero() {
		return before
	}
	return Until(t, it, today)
}

// Heading names the visit.
func Heading(t *lang.Texts, s visit.Sheet) string {
	return lang.Fill(t.Visit.Heading, "unit", lang.Inert(s.Unit.Name), "period", t.Period(s.Period), "date", t.Date(s.Today))
}

// Parts are the parts of a visit in their order.
func Parts() []visit.Part {
	return []visit.Part{visit.Due, visit.Talks, visit.Coaching, visit.Objections, visit.Evidence, visit.Forms}
}

// Part is the line over the things of a part.
func Part(t *lang.Texts, s visit.Sheet, p visit.Part) string {
	return lang.Fill(t.Visit.Part, "part", t.Visit.Parts[p.String()], "n", t.Count(s.Count(p)))
}

// Command is how a form is printed.
func Command(it visit.Item) string {
	verb := map[visit.Form]string{visit.Document: "evaluate document", visit.Objection: "objection form"}[it.Form]
	return "kinerja " + verb + " " + string(it.Staff.Number) + " --period " + it.Period.String()
}

// Table is a visit as a table, in its order.
func Table(t *lang.Texts, units model.Units, s visit.Sheet) listing.Table {
	h, w := t.CLI.Columns, t.Visit.Columns
	return listing.Table{
		Columns: []listing.Column{
			{Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: listing.Identifier},
			{Name: t.Visit.Title, Field: "part"}, {Name: w.Person, Field: "name"}, {Name: w.What, Field: "what"}, {Name: w.Before, Field: "before"},
			{Name: w.Until, Field: "when"}, {Name: "until", Field: "until", Kind: listing.Date, Hidden: true},
			{Name: "plan", Field: "plan", Kind: listing.Identifier, Hidden: true}, {Name: h.Unit, Field: "unit"},
		},
		Rows: listing.Each(listing.All(s.Items), func(it visit.Item) []listing.Value {
			until := it.Until
			return []listing.Value{
				{Text: string(it.Staff.Employee)}, {Text: string(it.Staff.Number)}, {Text: t.Visit.Parts[it.Part.String()], Word: it.Part.String()}, {Text: it.Staff.Name},
				{Text: What(t, it)}, {Text: Before(t, it)}, {Text: Until(t, it, s.Today)}, {Date: until}, {Text: string(it.Plan)}, {Text: units[it.Staff.Unit].Name},
			}
		}),
	}
}
