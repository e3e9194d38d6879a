// Package due says what is still open after an evaluation, on screen and on the
// command line in the same words.
package due

import (
	"strings"

	"kinerja/model"
	"kinerja/model/followup"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
)

// Kind is what is open; of a session which kind of one.
func Kind(t *lang.Texts, r followup.Row) string {
	if name := t.FollowUp.Sessions[r.About]; r.Kind == followup.Session && name != "" {
		return name
	}
	return t.FollowUp.Kinds[r.Kind.String()]
}

// State is how far it has come.
func State(t *lang.Texts, r followup.Row) string {
	return t.FollowUp.States[r.Kind.String()][r.State]
}

// Turn is whose turn it is.
func Turn(t *lang.Texts, r followup.Row) string {
	if r.Mine {
		return t.FollowUp.Mine
	}
	return t.FollowUp.Turns[r.By.String()]
}

// Until is its day, in words where that has passed.
func Until(t *lang.Texts, r followup.Row, today model.Date) string {
	switch {
	case r.Until.IsZero():
		return t.FollowUp.NoDay
	case r.Late(today):
		return lang.Fill(t.FollowUp.Late, "date", day(t, r.Until, today))
	}
	return day(t, r.Until, today)
}

// day is a day without its year where that is this one.
func day(t *lang.Texts, d, today model.Date) string {
	if d.Year() == today.Year() {
		return span.Short(t, d, d)
	}
	return t.Date(d)
}

// About is what it is about, "" for nothing more than the person.
func About(r followup.Row) string {
	if r.Kind == followup.Session {
		return "" // its kind says it
	}
	return r.About
}

// Words is everything that a row shows, in small letters, to look for words in.
func Words(t *lang.Texts, units model.Units, r followup.Row, today model.Date) string {
	return strings.ToLower(strings.Join([]string{r.Staff.Name, Kind(t, r), State(t, r), About(r), Turn(t, r), Until(t, r, today), units[r.Staff.Unit].Name}, " "))
}

// Table lists what is open, in the order given.
func Table(t *lang.Texts, units model.Units, rows []followup.Row, today model.Date) listing.Table {
	h, w := t.CLI.Columns, t.FollowUp.Columns
	return listing.Table{
		Columns: []listing.Column{
			{Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: listing.Identifier, Hidden: true},
			{Name: h.Name, Field: "name"}, {Name: w.Kind, Field: "kind"}, {Name: w.About, Field: "about"}, {Name: w.State, Field: "state"}, {Name: w.Turn, Field: "turn"},
			{Name: w.Until, Field: "when"}, {Name: "until", Field: "until", Kind: listing.Date, Hidden: true}, {Name: "late", Field: "late", Hidden: true},
			{Name: "plan", Field: "plan", Kind: listing.Identifier, Hidden: true}, {Name: "period", Field: "period", Kind: listing.Identifier, Hidden: true},
			{Name: h.Unit, Field: "unit"},
		},
		Rows: listing.Each(listing.All(rows), func(r followup.Row) []listing.Value {
			late, period := "no", ""
			if r.Late(today) {
				late = "yes"
			}
			if r.Period.Valid() {
				period = r.Period.String()
			}
			return []listing.Value{
				{Text: r.ID}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: Kind(t, r), Word: r.Kind.String()}, {Text: About(r)},
				{Text: State(t, r), Word: r.State}, {Text: Turn(t, r), Word: r.By.String()},
				{Text: Until(t, r, today)}, {Date: r.Until}, {Text: late}, {Text: string(r.Plan)}, {Text: period}, {Text: units[r.Staff.Unit].Name},
			}
		}),
	}
}
